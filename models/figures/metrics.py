"""How wide a text is, near enough to break a label into lines, without a font library.

The advances of Source Sans Pro Semibold for ASCII (SIL Open Font Licence, resources/fonts); it is a little wider
than Regular and narrower than Bold. Any other sign counts as a wide letter, so that a label is broken early
rather than late.
"""

__all__ = ["BODY", "SMALL", "fitted", "text_width", "wrap_label"]

BODY, SMALL = 10.5, 9.5
"""Sizes of text in the figures that screen and report share. On screen one scale fits: body size over ``BODY``."""


_FIRST = 32
_ADVANCES = (
    *(200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344),
    *(513, 513, 513, 513, 513, 513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444),
    *(875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745, 656, 674),
    *(582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500),
    *(549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549),
    *(564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513),
)
_OTHER, _WIDE, _WIDE_FROM = 600, 1050, 0x1100


def text_width(text: str, size: float) -> float:
    """The width of ``text`` in points at ``size`` points."""
    return sum(map(_advance, text)) * size / 1000


def _advance(sign: str) -> int:
    code = ord(sign)
    if _FIRST <= code < _FIRST + len(_ADVANCES):
        return _ADVANCES[code - _FIRST]
    return _WIDE if code >= _WIDE_FROM and sign not in "–—…−‘’“”€•" else _OTHER


def fitted(text: str, size: float, room: float) -> str:
    """``text`` on one line of ``room`` points, its spaces made single; what does not fit ends in "…"."""
    return "".join(wrap_label(text, size, room, 1))


def wrap_label(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """``text`` in at most ``most`` lines of ``room`` points; what does not fit ends in "…"."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return tuple(_cut(line, size, room) for line in lines)


def _cut(line: str, size: float, room: float) -> str:
    if text_width(line, size) <= room:
        return line
    used, kept = text_width("…", size), 0
    for sign in line:
        used += text_width(sign, size)
        if used > room:
            break
        kept += 1
    return line[:kept].rstrip() + "…"
