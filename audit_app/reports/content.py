"""Content: the drawing operators of one file’s pages, as the format wants them; colours and fonts only on change.

Most of the work of making a long paper happens here, thousands of times a page, so it is plain text from end to end.
"""

import zlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfbase.pdfmetrics import getFont

from audit_app.reports.look import Colour
from audit_app.reports.words import Line

Point = tuple[float, float]
BULGE = 0.5522847498
"""How far the handles of a quarter circle's curve stand out, as a share of the radius."""


class Letters(dict[int, str]):
    """One font in one file: code points to what stands for them in a string, as ReportLab numbers them."""

    def __init__(self, name: str, document: Any) -> None:
        super().__init__()
        self._font: Any = getFont(name)
        self._document = document
        self._elsewhere: set[str] = set()
        """Characters outside the first subset, which few papers have."""

    def __missing__(self, point: int) -> str:
        ((subset, code),) = self._font.splitString(chr(point), self._document)
        if subset:
            self._elsewhere.add(chr(point))
        self[point] = _literal(code[0])
        return self[point]

    def strings(self, text: str) -> list[tuple[int, str]]:
        """The text as strings, each with the number of its subset."""
        written = text.translate(self)
        if not self._elsewhere or self._elsewhere.isdisjoint(text):
            return [(0, written)]
        parts = self._font.splitString(text, self._document)
        return [(subset, "".join(map(_literal, codes))) for subset, codes in parts]

    def name(self, subset: int) -> str:
        """Of the font in the pages' resources."""
        return str(self._font.getSubsetInternalName(subset, self._document))


def _literal(code: int) -> str:
    if 32 <= code < 127:
        return f"\\{chr(code)}" if chr(code) in "()\\" else chr(code)
    return f"\\{code:03o}"


class Content:
    """What is drawn on one page."""

    def __init__(self, document: Any, letters: dict[str, Letters]) -> None:
        """`letters` are those of the file's fonts that earlier pages needed."""
        self._document = document
        self._letters = letters
        self._code = ["1 j"]  # round corners where lines meet
        self._fill = self._line = self._thickness = self._font = ""

    def add(self, operator: str) -> None:
        self._code.append(operator)

    def stream(self) -> PDFStream:
        """The page’s content, compressed."""
        content = zlib.compress("\n".join(self._code).encode("ascii"))
        return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), content)

    def fill(self, colour: Colour) -> None:
        if colour != self._fill:
            self._fill = colour
            self._code.append(f"{_shares(colour)} rg")

    def pen(self, colour: Colour, thickness: float) -> None:
        if colour != self._line:
            self._line = colour
            self._code.append(f"{_shares(colour)} RG")
        if (width := f"{thickness:g} w") != self._thickness:
            self._thickness = width
            self._code.append(width)

    def text(self, line: Line, size: float, at: Point) -> None:
        """One line from its start on the baseline, between BT and ET."""
        self._code.append(f"1 0 0 1 {at[0]:.2f} {at[1]:.2f} Tm")
        last = len(line.pieces) - 1
        for number, piece in enumerate(line.pieces):
            after = " " if line.spaced and number == last else ""
            if line.places:
                self._code.append(f"1 0 0 1 {at[0] + line.places[number] * size:.2f} {at[1]:.2f} Tm")
            if piece.meaning:  # something else is printed; what was written is kept for a screen reader and for copying
                written = piece.meaning.encode("utf-16-be").hex()
                self._code.append(f"/Span <</ActualText <feff{written}>>> BDC")
                self._piece(piece.font.name, piece.text, size)
                self._code.append("EMC")
                self._piece(piece.font.name, after, size)
            else:
                self._piece(piece.font.name, piece.text + after, size)

    def _piece(self, font: str, text: str, size: float) -> None:
        if not text:
            return
        if font not in self._letters:
            self._letters[font] = Letters(font, self._document)
        letters = self._letters[font]
        for subset, string in letters.strings(text):
            if (chosen := f"{letters.name(subset)} {size:g} Tf") != self._font:
                self._font = chosen
                self._code.append(chosen)
            self._code.append(f"({string}) Tj")

    def rule(self, start: Point, end: Point) -> None:
        self._code.append(f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S")

    def box(self, left: float, bottom: float, width: float, height: float) -> None:
        self._code.append(f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def shape(self, points: Sequence[Point], paint: str) -> None:
        corners = [f"{x:.2f} {y:.2f}" for x, y in points]
        self._code.append(f"{corners[0]} m {' '.join(f'{corner} l' for corner in corners[1:])} h {paint}")

    def disc(self, centre: Point, radius: float) -> None:
        (x, y), out = centre, radius * BULGE
        quarters = (
            (x + radius, y + out, x + out, y + radius, x, y + radius),
            (x - out, y + radius, x - radius, y + out, x - radius, y),
            (x - radius, y - out, x - out, y - radius, x, y - radius),
            (x + out, y - radius, x + radius, y - out, x + radius, y),
        )
        curves = " ".join(f"{' '.join(f'{value:.2f}' for value in quarter)} c" for quarter in quarters)
        self._code.append(f"{x + radius:.2f} {y:.2f} m {curves} f")

    def picture(self, name: str, left: float, bottom: float, width: float, height: float) -> None:
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm /{name} Do Q")


def _shares(colour: Colour) -> str:
    return " ".join(f"{channel / 255:.4g}" for channel in bytes.fromhex(colour))
