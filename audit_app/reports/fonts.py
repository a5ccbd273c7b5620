"""Fonts: the faces that a report is set in, measured once and kept; the only module that knows font files.

Atkinson Hyperlegible Next is made for readers with low vision and covers Welsh. What it lacks (Greek, Cyrillic, ✓, →)
comes from DejaVu Sans; what that lacks prints as a visible replacement that still carries the character for a screen
reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from audit_app.files import assets_folder
from audit_app.reports.look import Weight

FILES: Mapping[Weight, str] = {
    "regular": "AtkinsonHyperlegibleNext-Regular.ttf",
    "italic": "AtkinsonHyperlegibleNext-Italic.ttf",
    "semibold": "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "bold": "AtkinsonHyperlegibleNext-Bold.ttf",
}
SECOND = "DejaVuSans.ttf"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Font:
    """One face; its name is the one it is registered under with ReportLab."""

    name: str
    widths: Mapping[int, float]
    """Code point to advance, in thousandths of the size; a code point that is not here can't be printed."""

    def has(self, character: str) -> bool:
        return ord(character) in self.widths

    def width(self, text: str) -> float:
        """In thousandths of the size."""
        return sum(map(self.widths.__getitem__, map(ord, text)))


@cache
def font(weight: Weight) -> Font:
    """The face of a weight."""
    return _load(FILES[weight])


@cache
def second_font() -> Font:
    """Read only when somebody's words need it: it is fifteen times the size of the first."""
    return _load(SECOND)


def _load(file: str) -> Font:
    face = TTFont(Path(file).stem, str(assets_folder() / "fonts" / file))
    registerFont(face)
    return Font(name=face.fontName, widths=_widths(face))


def _widths(face: Any) -> Mapping[int, float]:
    widths = {code: float(width) for code, width in face.face.charWidths.items() if code in face.face.charToGlyph}
    widths[ord(NO_BREAK_SPACE)] = widths[ord(" ")]  # ReportLab draws one as the other
    return widths
