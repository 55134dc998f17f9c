"""Which document is made of a dossier, for whom, in whose house style, and what was signed off."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.report.template import Template
from models.signoff import SignOff

if TYPE_CHECKING:
    from models.workshop.session import Session

__all__ = ["DocumentKind", "Edition"]


class DocumentKind(StrEnum):
    """The documents that the program makes; the values are the words of the command line."""

    ADVICE = "advies"
    COVER_NOTE = "oplegnotitie"
    WORKSHOP = "werksessie"
    APPROVALS = "akkoordblad"
    """A loose sheet for akkoord, always internal."""


@dataclass(frozen=True)
class Edition:
    """One way to print a dossier.

    ``internal``: with the notes and attitudes that are not for the public; every page then says INTERN.
    ``template``: of the municipality that prints it; ``fields``: with empty named signature fields; ``session``: the
    werksessie that its report tells of, None while there was none.
    """

    kind: DocumentKind = DocumentKind.ADVICE
    internal: bool = False
    template: Template = field(default_factory=Template)
    sign_off: SignOff = field(default_factory=SignOff)
    fields: bool = False
    session: "Session | None" = None
