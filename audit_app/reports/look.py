"""How a page looks: one typeface, one scale, few colours, much air. A4, points throughout (72 to the inch)."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Weight = Literal["regular", "italic", "semibold", "bold"]
Colour: TypeAlias = str
"""Six hexadecimal digits."""

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT = RIGHT = 51.0
TOP, BOTTOM = 58.0, 54.0
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
HEADER_Y, FOOTER_Y = PAGE_HEIGHT - 38.0, 34.0
"""Baselines of the furniture."""

INK = "17202A"
QUIET = "4A5560"
"""7.6 to 1 on white: quiet, yet readable for low vision (WCAG AAA asks for 7 to 1)."""
ACCENT = "0B4F5C"
TINT = "EEF4F4"
RULE = "B9C4C8"
TRACK = "DCE5E7"
"""The unfilled part of a bar."""
LIGHTEST_SHADE, DARKEST_SHADE = "F7FAFA", "A3C6CB"
"""Ink has 9 to 1 and more on every ground between them."""
LOWEST_LEVEL, HIGHEST_LEVEL = "FBFBF8", ACCENT
"""Between them a bar's segments darken level by level, so their order shows in black and white too."""
MARKS = {"circle": "1D6B3A", "triangle": "9A5B00", "square": "A3221B", "dash": "4A5560", "box": "17202A"}
"""The shape says it; the colour only repeats it. At least 5 to 1 on white."""


@dataclass(frozen=True)
class TextStyle:
    """How one kind of text is set; `before` and `after` are the air around it."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: Colour = INK
    before: float = 0
    after: float = 0


BODY = TextStyle(10.5, 15.5, after=7)
INTRO = TextStyle(11.5, 16.5, colour=QUIET, after=8)
QUIET_TEXT = TextStyle(9, 13, colour=QUIET, after=6)
HEADINGS = {
    1: TextStyle(25, 30, "bold", ACCENT, before=0, after=5),
    2: TextStyle(15, 19, "bold", ACCENT, before=13, after=4),
    3: TextStyle(11.5, 15.5, "semibold", INK, before=9, after=2),
}
ITEM = TextStyle(10, 14.5, after=2.5)
CELL = TextStyle(9.5, 13.2)
CELL_HEAD = TextStyle(9, 12.5, "semibold", QUIET)
FURNITURE = TextStyle(8.5, 11, colour=QUIET)
CHART = TextStyle(9, 11.5)

ITEM_INDENT = 16.0
CELL_GAP = 10.0
"""Between columns."""
FACT_LABEL_WIDTH = 70.0
CELL_PADDING = 3.9
"""Above and below the text of a cell."""
ROOMY_PADDING = 12.0
MARK_ROOM = 13.0
BAR_START, BAR_THICKNESS = 24.0, 7.0
CALLOUT_PADDING = 12.0
COLUMN_GAP = 26.0


LOGO_TOP, LOGO_HEIGHT, LOGO_WIDTH = PAGE_HEIGHT - 15, 35.0, 150.0
"""Above the text of the first page, so that it moves none of it."""
BAND = 6.0
"""The height of the strip in a school's colour along the first page's upper edge."""


def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG 2.2 defines it, from 0 to 1."""
    shares = [channel / 255 for channel in bytes.fromhex(colour)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(low: Colour, high: Colour, share: float) -> Colour:
    """The colour at this share of the way from one to another."""
    pairs = zip(bytes.fromhex(low), bytes.fromhex(high), strict=True)
    return "".join(f"{round(a + (b - a) * min(max(share, 0.0), 1.0)):02X}" for a, b in pairs)
