"""The documents that ``vormwijzer advies`` writes: which one, for whom, in which kinds of files."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.cli.errors import CommandError
from desktop.cli.files import check_target, read_bytes, write_result

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.report.edition import Edition
    from desktop.report.template import Template
    from desktop.report.tree import Document
    from models.advice.results import Advice
    from models.knowledge import Knowledge
    from models.signoff import SignOff
    from models.storage.records import ExchangeContents
    from models.workshop.session import Session

__all__ = ["KINDS", "Target", "build", "edition_of", "targets_of", "write_all"]

KINDS: Mapping[str, str] = {
    "advies": "Het advies",
    "oplegnotitie": "De oplegnotitie",
    "werksessie": "Het verslag van de werksessie",
    "akkoordblad": "Het akkoordblad",
}
"""The values of ``--stuk``, and each as the subject of a sentence."""

_FORMATS = ("pdf", "docx", "odt")


class Target(NamedTuple):
    """A file to write. ``form``: as "pdf"; ``name``: as it was typed."""

    form: str
    name: str
    path: Path


def targets_of(options: argparse.Namespace) -> tuple[Target, ...]:
    """The files that are asked for, each allowed. Raises CommandError where the choices do not go together."""
    asked = {form: getattr(options, form) for form in _FORMATS if getattr(options, form) is not None}
    chosen = [f"--{name}" for name in ("intern", "velden", "sjabloon") if getattr(options, name)]
    if options.stuk != "advies":
        chosen.insert(0, "--stuk")
    if chosen and not asked:
        raise CommandError(f"Noem bij {chosen[0]} ook een bestand: --pdf, --docx of --odt.")
    if options.velden and "pdf" not in asked:
        raise CommandError("Velden voor handtekeningen staan alleen in een pdf. Noem ook --pdf.")
    targets = tuple(Target(form, name, check_target(name, source=options.file)) for form, name in asked.items())
    if len({target.path for target in targets}) < len(targets):
        raise CommandError("Noem voor elk soort bestand een eigen naam.")
    if options.sjabloon and any(target.path == Path(options.sjabloon).resolve() for target in targets):
        raise CommandError(f"{options.sjabloon} is het sjabloon zelf. Kies een andere naam.")
    return targets


def edition_of(options: argparse.Namespace) -> "Edition":
    """The edition that the options ask for, without what was signed off."""
    from desktop.report.edition import DocumentKind, Edition

    template = _template(options.sjabloon)
    return Edition(DocumentKind(options.stuk), options.intern, template, fields=options.velden)


def _template(name: str | None) -> "Template":
    from desktop.report.template import Template, TemplateError, read_template

    if name is None:
        return Template()
    if name == "-":
        raise CommandError("Een sjabloon komt uit een bestand. Noem de naam ervan.")
    try:
        return read_template(read_bytes(name))
    except TemplateError as error:
        raise CommandError(error.reason) from error


def _sign_off(contents: "ExchangeContents", content_hash: str) -> "SignOff":
    """The records of an exchange file; a dossier in JSON has none."""
    from models.signoff import SignOff

    if not contents.revisions:
        return SignOff()
    from models.dossier import dossier_from_values
    from models.signoff.approvals import sign_off_of
    from models.signoff.proposal import Proposal, proposal_of
    from models.storage.records import Revision

    documents = {revision.id: revision.document for revision in contents.revisions}

    def proposal(revision: Revision) -> Proposal:
        return proposal_of(dossier_from_values(documents[revision.id]))  # the reader of the file checked that it can

    return sign_off_of(
        contents.dossier,
        content_hash,
        contents.revisions,
        contents.approvals,
        contents.adoptions,
        contents.signatures,
        proposal_of_revision=proposal,
    )


def _session(contents: "ExchangeContents", kind: str) -> "Session | None":
    """The newest werksessie in the file, for the report that tells of it; nothing for another document."""
    if kind != "werksessie" or not contents.workshops:
        return None
    from models.workshop.session import sessions_of

    partners = [partner.id for partner in contents.dossier.partners.active]
    found = sessions_of(contents.workshops, contents.ballots, partners)
    return found[-1] if found else None


def build(contents: "ExchangeContents", advice: "Advice", knowledge: "Knowledge", edition: "Edition") -> "Document":
    """The document of ``edition``, with what stands in the file about sign-off."""
    from desktop.report import build_report
    from models.advice.fingerprint import dossier_hash
    from models.check import FindingKind, check_dossier

    dossier = contents.dossier
    found = check_dossier(dossier, advice, knowledge)
    problems = [finding.text for finding in found if finding.kind is FindingKind.CONTRADICTION]
    code = dossier_hash(dossier, advice, knowledge)
    session = _session(contents, edition.kind.value)
    full = replace(edition, sign_off=_sign_off(contents, code), session=session)
    return build_report(dossier, advice, knowledge, content_hash=code, problems=problems, edition=full)


def write_all(document: "Document", targets: tuple[Target, ...], kind: str) -> Iterator[str]:
    """Write ``document`` to every target; yields a sentence for each."""
    made = [(target, _renderer(target.form)(document)) for target in targets]  # all of them before any is written
    for target, data in made:
        write_result(target.path, data)
        yield f"{KINDS[kind]} staat in {target.name}."


def _renderer(form: str) -> "Callable[[Document], bytes]":
    if form == "pdf":
        from desktop.report import render_pdf

        return render_pdf
    from desktop.report.office import render_docx, render_odt

    return render_docx if form == "docx" else render_odt
