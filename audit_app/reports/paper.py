"""Paper: sheets that take ink only inside an element of the structure or an artifact, so no reader misses any.

ReportLab writes the file. What it leaves out for PDF/UA-1 stands here: marked content, the structure tree, metadata
that says so, and maps from glyphs to text that validators accept.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from html import escape
from io import BytesIO
from typing import Any, Literal

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from audit_app.reports.content import Content, Letters
from audit_app.reports.content import Point as Point
from audit_app.reports.embedding import embed_fonts
from audit_app.reports.fonts import font
from audit_app.reports.letterhead import Pixels
from audit_app.reports.look import ACCENT, PAGE_HEIGHT, PAGE_WIDTH, Colour, TextStyle
from audit_app.reports.structure import Element, Ink, write_structure
from audit_app.reports.words import Line

LOGO = "Logo"
CAP_HEIGHT = 0.668
"""Of Atkinson Hyperlegible Next, as a share of the size: capitals stand in the middle of their line."""
METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


class UntaggedInkError(Exception):
    """A mistake in this package: something was drawn that no reader of the tags would ever find."""


class Paper:
    """A4 sheets, filled one after the other; `finish` returns the file."""

    def __init__(self, title: str, author: str, language: str, day: date, logo: Pixels | None = None) -> None:
        """The logo may be drawn on the first sheet."""
        self.logo = logo
        self._title = title
        self._canvas: Any = Canvas(
            BytesIO(),
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            lang=language,
            initialFontName=font("regular").name,  # or every page names Helvetica, which is not embedded
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject("")
        self._canvas.setCreator("School Audit")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        _stamp(self._canvas, day)
        self._owners: list[list[Element]] = [[]]
        self._is_open = False
        self._bookmarks = 0
        self._letters: dict[str, Letters] = {}
        self._content = Content(self._canvas._doc, self._letters)
        self._text_colours: dict[Colour, Colour] = {}

    def set_headings_in(self, colour: Colour) -> None:
        """Text that has the house's colour takes this one instead; charts keep it, because their shades are tuned."""
        self._text_colours[ACCENT] = colour

    @property
    def page(self) -> int:
        """The number of the sheet that is being filled, from 1."""
        return len(self._owners)

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """What is drawn belongs to this element."""
        owners = self._owners[-1]
        element.ink.append(Ink(self.page, len(owners)))
        self._open(f"/{element.role} <</MCID {len(owners)}>> BDC")
        owners.append(element)
        yield
        self._close()

    @contextmanager
    def artifact(self, furniture: Literal["", "Header", "Footer"] = "") -> Iterator[None]:
        """What is drawn is for the eye alone: rules, tints, what is repeated from an earlier page."""
        kind = f"/Type /Pagination /Subtype /{furniture}" if furniture else "/Type /Layout"
        self._open(f"/Artifact <<{kind}>> BDC")
        yield
        self._close()

    def _open(self, operator: str) -> None:
        if self._is_open:
            raise UntaggedInkError("Marked content is already open; ink can't belong to two elements.")
        self._content.add(operator)
        self._is_open = True

    def _close(self) -> None:
        self._is_open = False
        self._content.add("EMC")

    def _ready(self) -> Content:
        if not self._is_open:
            raise UntaggedInkError("Draw inside an element or an artifact.")
        return self._content

    def write(self, lines: Sequence[Line], style: TextStyle, left: float, top: float, indent: float = 0) -> None:
        """Lines under one another from `top` down; only the first is indented."""
        content = self._ready()
        content.fill(self._text_colours.get(style.colour, style.colour))
        content.add("BT")
        baseline = top - style.leading / 2 - style.size * CAP_HEIGHT / 2
        for number, line in enumerate(lines):
            if line.pieces:
                at = (left + (0 if number else indent), baseline - number * style.leading)
                content.text(line, style.size, at)
        content.add("ET")

    def write_line(self, line: Line, style: TextStyle, left: float, baseline: float) -> None:
        """One line of text on its baseline."""
        content = self._ready()
        content.fill(self._text_colours.get(style.colour, style.colour))
        content.add("BT")
        content.text(line, style.size, (left, baseline))
        content.add("ET")

    def rule(self, start: Point, end: Point, colour: Colour, thickness: float) -> None:
        content = self._ready()
        content.pen(colour, thickness)
        content.rule(start, end)

    def box(self, left: float, bottom: float, width: float, height: float, fill: Colour) -> None:
        content = self._ready()
        content.fill(fill)
        content.box(left, bottom, width, height)

    def shape(
        self, points: Sequence[Point], fill: Colour | None = None, line: Colour | None = None, thickness: float = 1
    ) -> None:
        """A closed polygon, filled or outlined or both."""
        content = self._ready()
        if fill:
            content.fill(fill)
        if line:
            content.pen(line, thickness)
        content.shape(points, "B" if fill and line else "f" if fill else "S")

    def disc(self, centre: Point, radius: float, fill: Colour) -> None:
        content = self._ready()
        content.fill(fill)
        content.disc(centre, radius)

    def draw_logo(self, left: float, bottom: float, width: float, height: float) -> None:
        self._ready().picture(LOGO, left, bottom, width, height)

    def bookmark(self, text: str, level: int, top: float) -> None:
        """An entry in the outline that a reader shows beside the pages; level from 0."""
        self._bookmarks += 1
        key = f"heading-{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", top=top)
        self._canvas.addOutlineEntry(text, key, level)

    def next_page(self) -> None:
        """Finish this sheet and take a new one."""
        self._finish_page()
        self._owners.append([])

    def _finish_page(self) -> None:
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._owners) - 1, PDFName("S")
        if self.logo and self.page == 1:
            page.hasImages, page.XObjects = (
                1,
                PDFDictionary({LOGO: self._canvas._doc.Reference(_image(self.logo), LOGO)}),
            )
        page.Contents = self._content.stream()  # ReportLab's own would be a third longer, in base 85
        self._content = Content(self._canvas._doc, self._letters)

    def finish(self, root: Element) -> bytes:
        """The file. `root` is the structure that the ink was drawn for."""
        self._finish_page()
        document = self._canvas._doc
        embed_fonts(document)
        document.Catalog.StructTreeRoot = write_structure(document, root, self._owners)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        metadata = METADATA.format(title=escape(self._title)).encode()
        document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _: metadata)
        return bytes(self._canvas.getpdfdata())


def _image(pixels: Pixels) -> PDFStream:
    """The format unpacks a PNG's rows as they are."""
    columns = {"Predictor": 15, "Colors": 3, "BitsPerComponent": 8, "Columns": pixels.width}
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": pixels.width,
        "Height": pixels.height,
        "ColorSpace": PDFName("DeviceRGB"),
        "BitsPerComponent": 8,
        "Filter": PDFName("FlateDecode"),
        "DecodeParms": PDFDictionary(columns),
    }
    return PDFStream(PDFDictionary(entries), pixels.packed)


def _stamp(canvas: Any, day: date) -> None:
    """The file's dates and its identity come from the document, never from the clock or the environment."""
    moment = datetime.combine(day, time(), UTC)
    document = canvas._doc
    stamp = document._timeStamp
    stamp.t, stamp.lt, stamp.YMDhms = moment.timestamp(), moment.timetuple(), moment.timetuple()[:6]
    document.signature = hashlib.sha256(f"school-audit {day.isoformat()}".encode())
