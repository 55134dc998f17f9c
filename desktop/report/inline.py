"""Text inside a block: runs of plain text, each in one style. Never markup."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Inline", "Run", "RunStyle", "bold", "italic", "linked", "plain", "text_of"]


class RunStyle(StrEnum):
    """Style of a run of text inside a paragraph."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"


@dataclass(frozen=True)
class Run:
    """A stretch of plain text in one style; a line end in it is a line end on paper.

    ``target``: the address that it leads to, empty for none. Only addresses of our own knowledge stand there, never
    one that a person typed.
    """

    text: str
    style: RunStyle = RunStyle.PLAIN
    target: str = ""

    def __hash__(self) -> int:
        # The report asks for it by the thousand, and the hash of an enumeration is slow.
        return hash(self.text)


Inline = tuple[Run, ...]
"""The text of a paragraph or cell."""


def plain(text: str) -> Inline:
    """``text`` as it stands."""
    return (Run(text),)


def bold(text: str) -> Run:
    """A run in bold."""
    return Run(text, RunStyle.BOLD)


def italic(text: str) -> Run:
    """A run in italic."""
    return Run(text, RunStyle.ITALIC)


def linked(text: str, target: str) -> Run:
    """A run that leads to an address of the knowledge."""
    return Run(text, RunStyle.PLAIN, target)


def text_of(runs: Inline) -> str:
    """The bare text of ``runs``."""
    return "".join(run.text for run in runs)
