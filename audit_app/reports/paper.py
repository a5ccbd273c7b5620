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

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from audit_app.reports.fonts import font
from audit_app.reports.look import PAGE_HEIGHT, PAGE_WIDTH, Colour, TextStyle
from audit_app.reports.structure import Element, Ink, write_structure
from audit_app.reports.words import Line, Piece

Point = tuple[float, float]
CAP_HEIGHT = 0.668
"""Of Atkinson Hyperlegible Next, as a share of the size: capitals stand in the middle of their line."""
TO_UNICODE_LIMIT = 100
"""Entries in one block of a ToUnicode map, by the format's rules."""
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

    def __init__(self, title: str, author: str, language: str, day: date) -> None:
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

    @property
    def page(self) -> int:
        """The number of the sheet that is being filled, from 1."""
        return len(self._owners)

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """What is drawn belongs to this element."""
        owners = self._owners[-1]
        element.ink.append(Ink(self.page, len(owners)))
        with self._marked(f"/{element.role} <</MCID {len(owners)}>> BDC"):
            owners.append(element)
            yield

    @contextmanager
    def artifact(self, furniture: Literal["", "Header", "Footer"] = "") -> Iterator[None]:
        """What is drawn is for the eye alone: rules, tints, what is repeated from an earlier page."""
        kind = f"/Type /Pagination /Subtype /{furniture}" if furniture else "/Type /Layout"
        with self._marked(f"/Artifact <<{kind}>> BDC"):
            yield

    @contextmanager
    def _marked(self, operator: str) -> Iterator[None]:
        if self._is_open:
            raise UntaggedInkError("Marked content is already open; ink can't belong to two elements.")
        self._canvas.addLiteral(operator)
        self._is_open = True
        yield
        self._is_open = False
        self._canvas.addLiteral("EMC")

    def _ready(self) -> Any:
        if not self._is_open:
            raise UntaggedInkError("Draw inside an element or an artifact.")
        return self._canvas

    def write(self, lines: Sequence[Line], style: TextStyle, left: float, top: float, indent: float = 0) -> None:
        """Lines under one another from `top` down; only the first is indented."""
        for number, line in enumerate(lines):
            baseline = top - number * style.leading - style.leading / 2 - style.size * CAP_HEIGHT / 2
            self.write_line(line, style, left + (0 if number else indent), baseline)

    def write_line(self, line: Line, style: TextStyle, left: float, baseline: float) -> None:
        """One line of text on its baseline."""
        canvas = self._ready()
        canvas.setFillColor(_colour(style.colour))
        text = canvas.beginText(left, baseline)
        last = len(line.pieces) - 1
        for number, piece in enumerate(line.pieces):
            ending = " " if line.spaced and number == last else ""
            _write_piece(text, piece, style.size, ending)
        canvas.drawText(text)

    def rule(self, start: Point, end: Point, colour: Colour, thickness: float) -> None:
        canvas = self._ready()
        canvas.setStrokeColor(_colour(colour))
        canvas.setLineWidth(thickness)
        canvas.line(*start, *end)

    def box(self, left: float, bottom: float, width: float, height: float, fill: Colour) -> None:
        canvas = self._ready()
        canvas.setFillColor(_colour(fill))
        canvas.rect(left, bottom, width, height, stroke=0, fill=1)

    def shape(
        self, points: Sequence[Point], fill: Colour | None = None, line: Colour | None = None, thickness: float = 1
    ) -> None:
        """A closed polygon, filled or outlined or both."""
        canvas = self._ready()
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        if fill:
            canvas.setFillColor(_colour(fill))
        if line:
            canvas.setStrokeColor(_colour(line))
            canvas.setLineWidth(thickness)
            canvas.setLineJoin(1)
        canvas.drawPath(path, stroke=bool(line), fill=bool(fill))

    def disc(self, centre: Point, radius: float, fill: Colour) -> None:
        canvas = self._ready()
        canvas.setFillColor(_colour(fill))
        canvas.circle(*centre, radius, stroke=0, fill=1)

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

    def finish(self, root: Element) -> bytes:
        """The file. `root` is the structure that the ink was drawn for."""
        self._finish_page()
        document = self._canvas._doc
        _embed_fonts(document)
        document.Catalog.StructTreeRoot = write_structure(document, root, self._owners)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        metadata = METADATA.format(title=escape(self._title)).encode()
        document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _: metadata)
        return bytes(self._canvas.getpdfdata())


def _write_piece(text: Any, piece: Piece, size: float, ending: str) -> None:
    text.setFont(piece.font.name, size)
    if piece.meaning:  # printed as a replacement; what was written stays readable for a screen reader and for copying
        written = piece.meaning.encode("utf-16-be").hex()
        text._code.append(f"/Span <</ActualText <feff{written}>>> BDC")
        text.textOut(piece.text)
        text._code.append("EMC")
        text.textOut(ending)
    else:
        text.textOut(piece.text + ending)


def _colour(colour: Colour) -> HexColor:
    return HexColor(f"#{colour}")


def _stamp(canvas: Any, day: date) -> None:
    """The file's dates and its identity come from the document, never from the clock or the environment."""
    moment = datetime.combine(day, time(), UTC)
    document = canvas._doc
    stamp = document._timeStamp
    stamp.t, stamp.lt, stamp.YMDhms = moment.timestamp(), moment.timetuple(), moment.timetuple()[:6]
    document.signature = hashlib.sha256(f"school-audit {day.isoformat()}".encode())


def _embed_fonts(document: Any) -> None:
    """Embed the subsets, each with a map to Unicode that leaves out the codes that print nothing.

    ReportLab maps those to U+0000, which PDF/UA forbids, writes more entries in a block than the format allows, and
    has no surrogate pairs for what lies beyond U+FFFF.
    """
    for face in document.delayedFonts:
        subsets = [list(subset) for subset in face.state[document].subsets]
        face.addObjects(document)
        for number, subset in enumerate(subsets):
            name = document.idToObject[face_name(document, face, number)].BaseFont
            document.idToObject[f"toUnicodeCMap:{name}"].content = _to_unicode(name, subset)
    document.delayedFonts = []


def face_name(document: Any, face: Any, number: int) -> str:
    """The name under which ReportLab keeps a subset of a font."""
    return f"{document.fontMapping[face.fontName].removeprefix('/')}+{number}"


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset) if point
    ]
    blocks = [pairs[start : start + TO_UNICODE_LIMIT] for start in range(0, len(pairs), TO_UNICODE_LIMIT)]
    entries = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *entries,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
