"""Text for XML: escaped in one place, without the signs that XML cannot hold.

A text that a person typed stays a text. What cannot stand in an XML file is left out (control characters) or becomes
□ (half signs, codes that are no sign). The marks that turn the direction of a text are left out: they would turn
what comes after it as well; text from right to left needs none of them.
"""

import re
from xml.sax.saxutils import escape

__all__ = ["SOFT_HYPHEN", "attribute", "clean", "one_line", "xml_text"]

SOFT_HYPHEN = "\u00ad"
_REPLACEMENT = "\N{WHITE SQUARE}"
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TOO_MANY_LINE_ENDS = re.compile(r"\n{3,}")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_NO_SIGNS = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """``text`` with line ends of one kind, at most one empty line, and only signs that XML holds."""
    if text.isascii() and text.isprintable():
        return text
    lines = _TOO_MANY_LINE_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text)).replace("\t", " ")
    return _NO_SIGNS.sub(_REPLACEMENT, _CONTROLS.sub("", lines))


def one_line(text: str) -> str:
    """``text`` for a property or a name."""
    return " ".join(clean(text).split())


def xml_text(text: str) -> str:
    """Text that has been cleaned, escaped for the content of an element."""
    return escape(text)


def attribute(text: str) -> str:
    """``text`` on one line, escaped for an attribute between double quotes."""
    return escape(one_line(text), {'"': "&quot;"})
