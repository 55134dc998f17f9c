"""Design tokens: colours by role for each appearance, the type scale, spaces (screens-look.md). Without Qt."""

from enum import StrEnum
from typing import NamedTuple

__all__ = [
    "CONTRAST",
    "DARK",
    "GRAPHIC_PAIRS",
    "LIGHT",
    "LIGHT_CONTRAST",
    "TEXT_PAIRS",
    "Appearance",
    "Palette",
    "TypeRole",
    "contrast_ratio",
    "palette_of",
]


class Appearance(StrEnum):
    """Which set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    LIGHT_CONTRAST = "light_contrast"


class TypeRole(StrEnum):
    """A place in the type scale."""

    CAPTION = "caption"
    CAPTION_BOLD = "caption_bold"
    BODY = "body"
    BODY_BOLD = "body_bold"
    LEAD = "lead"
    LEAD_BOLD = "lead_bold"
    H3 = "h3"
    H2 = "h2"
    H1 = "h1"


TYPE_SCALE: dict[TypeRole, tuple[float, bool]] = {
    TypeRole.CAPTION: (0.91, False),
    TypeRole.CAPTION_BOLD: (0.91, True),
    TypeRole.BODY: (1.0, False),
    TypeRole.BODY_BOLD: (1.0, True),
    TypeRole.LEAD: (1.14, False),
    TypeRole.LEAD_BOLD: (1.14, True),
    TypeRole.H3: (1.18, True),
    TypeRole.H2: (1.5, True),
    TypeRole.H1: (2.0, True),
}
"""Size relative to the body size, and whether semibold."""


class Palette(NamedTuple):
    """Colours by role, as ``#RRGGBB``: ``ground`` window, ``surface`` card, ``sunken`` rail, ``wash`` advice."""

    ground: str = "#F2F5F3"
    surface: str = "#FFFFFF"
    sunken: str = "#E6EDEA"
    wash: str = "#E1EFEE"
    ink: str = "#12282C"
    ink2: str = "#46585B"
    ink3: str = "#5A6B6D"
    line: str = "#D2DCD9"
    edge: str = "#738485"
    action: str = "#0A5C64"
    hover: str = "#08494F"
    down: str = "#06383D"
    on_action: str = "#FFFFFF"
    deep: str = "#0B4149"
    on_deep: str = "#FFFFFF"
    on_deep2: str = "#BFE0E0"
    deep_line: str = "#2E6A70"
    pointer: str = "#FFC83A"
    on_pointer: str = "#12282C"
    select: str = "#D3E8E7"
    on_select: str = "#12282C"
    ok: str = "#1A6B3F"
    warn: str = "#8A4700"
    warn_bg: str = "#FFF3DA"
    danger: str = "#AE2518"
    danger_bg: str = "#FCEBE8"
    intern: str = "#6B3A7B"
    intern_bg: str = "#F4ECF7"
    focus_out: str = "#12282C"
    netwerk: str = "#0B72CE"
    centrum: str = "#A23E06"
    matrix: str = "#5A3184"
    ssc: str = "#28705A"
    seta: str = "#55082F"
    on_form: str = "#FFFFFF"

    def colour(self, role: str) -> str:
        """The colour of a role by its name. Raises AttributeError for one that does not exist."""
        colour: str = getattr(self, role)
        return colour


LIGHT = Palette()
DARK = Palette(
    ground="#0F1A1C", surface="#17262A", sunken="#0B1416", wash="#14343A",
    ink="#E9F1EF", ink2="#B4C4C3", ink3="#98A9A9", line="#2C4045", edge="#768C8E",
    action="#62C7C9", hover="#83D8D9", down="#A5E6E6", on_action="#06262A",
    deep="#0E4850", deep_line="#3A767C", select="#1D474D", on_select="#FFFFFF",
    ok="#74CE97", warn="#FFBE66", warn_bg="#35290F", danger="#FF9A8C", danger_bg="#3D1F1C",
    intern="#D6AEE6", intern_bg="#32223A", focus_out="#0F1A1C",
    netwerk="#5798EB", centrum="#E9B365", matrix="#D1C0F8", ssc="#79F3B6", seta="#E76F97", on_form="#0F1A1C",
)  # fmt: skip
CONTRAST = Palette(
    ground="#000000", surface="#000000", sunken="#000000", wash="#00262B",
    ink="#FFFFFF", ink2="#FFFFFF", ink3="#E6E6E6", line="#8C9A9B", edge="#FFFFFF",
    action="#7CF0F2", hover="#B5F8F9", down="#FFFFFF", on_action="#000000",
    deep="#00262B", on_deep2="#FFFFFF", deep_line="#FFFFFF", pointer="#FFD60A", on_pointer="#000000",
    select="#FFD60A", on_select="#000000",
    ok="#7DFFB0", warn="#FFC46B", warn_bg="#000000", danger="#FF9E94", danger_bg="#000000",
    intern="#F0C4FF", intern_bg="#000000", focus_out="#000000",
    netwerk="#5FA2FF", centrum="#FFBE5C", matrix="#DCCBFF", ssc="#6BFFB4", seta="#FF6F98", on_form="#000000",
)  # fmt: skip
LIGHT_CONTRAST = LIGHT._replace(
    ink="#000000", ink2="#000000", edge="#000000", ground="#FFFFFF", sunken="#FFFFFF", wash="#FFFFFF"
)

_PALETTES = {
    Appearance.LIGHT: LIGHT,
    Appearance.DARK: DARK,
    Appearance.CONTRAST: CONTRAST,
    Appearance.LIGHT_CONTRAST: LIGHT_CONTRAST,
}

FORMS = ("netwerk", "centrum", "matrix", "ssc", "seta")
_GROUNDS = ("ground", "surface", "sunken", "wash")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("ink", "ink2", "ink3", "action", "ok", "warn", "danger") for ground in _GROUNDS),
    *(("on_action", button) for button in ("action", "hover", "down")),
    ("on_deep", "deep"),
    ("on_deep2", "deep"),
    ("pointer", "deep"),
    ("on_pointer", "pointer"),
    ("on_select", "select"),
    *((text, ground) for text in ("ink", "ink2", "warn") for ground in ("warn_bg",)),
    *((text, ground) for text in ("ink", "danger") for ground in ("danger_bg",)),
    *((text, ground) for text in ("ink", "ink2", "intern") for ground in ("intern_bg", "surface")),
    *(("on_form", form) for form in FORMS),
)
"""Text on background: at least 4.5 to 1."""

GRAPHIC_PAIRS: tuple[tuple[str, str], ...] = (
    *((mark, ground) for mark in ("edge", "action", *FORMS) for ground in _GROUNDS),
    ("on_pointer", "pointer"),
    ("focus_out", "pointer"),
)
"""A line, a state or a mark on its background: at least 3 to 1."""


def palette_of(appearance: Appearance) -> Palette:
    """The colours of an appearance."""
    return _PALETTES[appearance]


def roles() -> tuple[str, ...]:
    """The names of all colours."""
    return Palette._fields


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
