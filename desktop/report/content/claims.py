"""A text that opens with its claim: the first sentence in bold, the rest as it stands."""

import re

from desktop.report.tree import Inline, Run, bold
from models.wording.words import sentence

__all__ = ["claim"]

_END = re.compile(r"[.?!…](?=\s)")
_LONGEST = 300
"""A first sentence that is longer is no claim, but a text without full stops."""


def claim(text: str) -> Inline:
    """``text`` as a sentence, its first sentence bold."""
    told = sentence(text)
    found = _END.search(told, 0, _LONGEST)
    if found is None:
        return (bold(told),) if len(told) <= _LONGEST else (Run(told),)
    return bold(told[: found.end()]), Run(told[found.end() :])
