"""From a document to a tagged PDF (PDF/UA-1): grow the structure and the boxes, fill the pages, then draw them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from audit_app.language import _
from audit_app.reports.charts import Chart, DistributionChart, RadarChart
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Columns,
    Document,
    Figure,
    Heading,
    KeyFacts,
    Letterhead,
    PageBreak,
    Paragraph,
    Radar,
    Table,
    Together,
)
from audit_app.reports.flow import Box, BreakBox, Label, SideBySide, Stack, TextBox, kept_together, pages_of, tinted
from audit_app.reports.lacking import what_is_lacking
from audit_app.reports.letterhead import Pixels, is_readable, pixels_of
from audit_app.reports.look import (
    BAND,
    BODY,
    CALLOUT_PADDING,
    CELL_GAP,
    COLUMN_GAP,
    FACT_LABEL_WIDTH,
    FOOTER_Y,
    FURNITURE,
    HEADER_Y,
    HEADINGS,
    INTRO,
    ITEM,
    ITEM_INDENT,
    LEFT,
    LOGO_HEIGHT,
    LOGO_TOP,
    LOGO_WIDTH,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET_TEXT,
    RIGHT,
    RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TOP,
    Colour,
    TextStyle,
)
from audit_app.reports.paper import Paper
from audit_app.reports.structure import Element, Role
from audit_app.reports.tables import columns_of, table_box
from audit_app.reports.words import clean, lines_of, shortened
from audit_app.steps import step, steps

TONES = {"body": BODY, "intro": INTRO, "quiet": QUIET_TEXT}
HEADING_ROLES: dict[int, Role] = {1: "H1", 2: "H2", 3: "H3"}
UNTITLED = _("Untitled")
"""For a heading or a chart whose words somebody left blank: a gap would make the whole file hard to navigate."""


class SkippedHeadingError(Exception):
    """A mistake in a report of ours: a heading goes down by more than one level."""


def render(document: Document) -> bytes:
    """The PDF file. The same document gives the same bytes, on any day and any machine with the same zlib."""
    title = clean(document.title).replace("\n", " ") or UNTITLED
    root = Element("Document")
    logo = _logo(document.letterhead, root)
    pages = _pages(document, root)
    paper = Paper(title, clean(document.author).replace("\n", " "), document.language, document.date, logo)
    colour = document.letterhead.colour
    if colour and is_readable(colour):
        paper.set_headings_in(colour)
    _draw_letterhead(paper, colour, root.children[0] if logo else None)
    for number, page in enumerate(steps(pages), start=1):
        if number > 1:
            paper.next_page()
        page.draw(paper, LEFT, PAGE_HEIGHT - TOP)
        _draw_furniture(paper, document, number, len(pages))
    return paper.finish(root)


def pages_needed(document: Document) -> int:
    """How many pages it fills, without drawing them: for what must fit a sheet."""
    return len(_pages(document, Element("Document")))


def _pages(document: Document, root: Element) -> list[Stack]:
    _check_headings(document.blocks)
    blocks = (*document.blocks, *what_is_lacking(document.blocks))
    return list(pages_of(list(_boxes(blocks, root, TEXT_WIDTH)), TEXT_HEIGHT)) or [Stack(())]


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _headings(column)
        elif isinstance(block, Together):
            yield from _headings(block.blocks)


def _check_headings(blocks: tuple[Block, ...]) -> None:
    level = 0
    for heading in _headings(blocks):
        if heading.level > level + 1:
            raise SkippedHeadingError(f"“{heading.text}” goes from level {level} to level {heading.level}.")
        level = heading.level


def _boxes(blocks: tuple[Block, ...], parent: Element, width: float) -> Iterator[Box]:
    for block in blocks:
        step()
        match block:
            case Heading():
                yield _heading(block, parent, width)
            case Paragraph():
                yield from _paragraph(block, parent, width)
            case Bullets():
                yield from _items(block, parent, width)
            case Table() | KeyFacts():
                yield from _table(block, parent, width)
            case Figure():
                yield _figure(block, parent, width)
            case Callout():
                group = Element("Div")
                if inside := list(_boxes(block.blocks, group, width - 2 * CALLOUT_PADDING)):
                    parent.add(group)
                    yield tinted(inside, width)
            case Columns():
                yield from _columns(block, parent, width)
            case Together():
                if inside := list(_boxes(block.blocks, parent, width)):
                    yield kept_together(inside, TEXT_HEIGHT)
            case PageBreak():
                yield BreakBox(block.past)


def _heading(block: Heading, parent: Element, width: float) -> TextBox:
    style = HEADINGS[block.level]
    text = clean(block.text) or UNTITLED
    element = parent.add(Element(HEADING_ROLES[block.level]))
    return TextBox(element, lines_of(text, style, width), style, bookmark=(text.replace("\n", " "), block.level - 1))


def _paragraph(block: Paragraph, parent: Element, width: float) -> Iterator[TextBox]:
    style = TONES[block.tone]
    if lines := lines_of(block.text, style, width, lead=block.lead):
        yield TextBox(parent.add(Element("P")), lines, style, leads_on=block.keeps)


def _items(block: Bullets, parent: Element, width: float) -> Iterator[TextBox]:
    laid = [lines for item in block.items if (lines := lines_of(item, ITEM, width - ITEM_INDENT))]
    if not laid:
        return
    items = parent.add(Element("L", numbering="Decimal" if block.numbered else "Disc"))
    for number, lines in enumerate(laid, start=1):
        item = items.add(Element("LI"))
        (sign,) = lines_of(f"{number}." if block.numbered else "•", ITEM, ITEM_INDENT * 2)
        label = Label(item.add(Element("Lbl")), sign)
        style = ITEM if number < len(laid) else replace(ITEM, after=BODY.after)
        yield TextBox(item.add(Element("LBody")), lines, style, indent=ITEM_INDENT, label=label)


def _table(block: Table | KeyFacts, parent: Element, width: float) -> Iterator[Box]:
    table = block if isinstance(block, Table) else _as_table(block, width)
    if not table.rows:
        return
    columns = columns_of(table.widths, table.right, width)
    element = parent.add(Element("Table"))
    yield table_box(element, table.head, table.rows, columns, width, table.row_heads, table.roomy)


def _as_table(facts: KeyFacts, width: float) -> Table:
    rows = tuple((Cell(label, strong=True), value) for label, value in facts.facts)
    return Table(head=(), rows=rows, widths=(FACT_LABEL_WIDTH, width - FACT_LABEL_WIDTH - CELL_GAP))


@dataclass(frozen=True)
class FigureBox:
    """A chart; it is never split."""

    element: Element
    chart: Chart
    width: float
    before: float = 6
    after: float = 12
    keeps = False

    @property
    def height(self) -> float:
        return self.chart.height

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float, must: bool) -> "tuple[FigureBox | None, FigureBox | None]":
        return (self, None) if must or self.height <= room + 0.01 else (None, self)

    def draw(self, paper: Paper, left: float, top: float) -> None:
        self.element.box = (left, top - self.height, left + self.width, top)
        with paper.inside(self.element):
            self.chart.draw(paper, left, top, self.width)


def _figure(block: Figure, parent: Element, width: float) -> FigureBox:
    element = parent.add(Element("Figure", alt=clean(block.alt) or UNTITLED))
    chart = RadarChart(block.chart) if isinstance(block.chart, Radar) else DistributionChart(block.chart)
    return FigureBox(element, chart, width)


def _columns(block: Columns, parent: Element, width: float) -> Iterator[SideBySide]:
    each = (width - COLUMN_GAP * (len(block.columns) - 1)) / len(block.columns)
    stacks = tuple(Stack(tuple(_boxes(column, parent, each))) for column in block.columns)
    if any(stack.boxes for stack in stacks):
        before = max(stack.boxes[0].before for stack in stacks if stack.boxes)
        yield SideBySide(stacks, each, before=max(before, 4), after=8)


def _logo(letterhead: Letterhead, root: Element) -> Pixels | None:
    """The first thing that is heard, as it is the first that is seen."""
    logo = pixels_of(letterhead.logo) if letterhead.logo else None
    if logo:
        root.add(Element("Figure", alt=clean(letterhead.name) or UNTITLED))
    return logo


def _draw_letterhead(paper: Paper, colour: Colour, element: Element | None) -> None:
    if colour:
        with paper.artifact():
            paper.box(0, PAGE_HEIGHT - BAND, PAGE_WIDTH, BAND, colour)
    if element and paper.logo:
        scale = min(LOGO_WIDTH / paper.logo.width, LOGO_HEIGHT / paper.logo.height)
        width, height = paper.logo.width * scale, paper.logo.height * scale
        right = PAGE_WIDTH - RIGHT
        element.box = (right - width, LOGO_TOP - height, right, LOGO_TOP)
        with paper.inside(element):
            paper.draw_logo(right - width, LOGO_TOP - height, width, height)


def _draw_furniture(paper: Paper, document: Document, page: int, pages: int) -> None:
    """The first page carries its own title, so its header stays empty."""
    furniture = document.furniture
    right = PAGE_WIDTH - RIGHT
    if page > 1:
        with paper.artifact("Header"):
            _write_left_and_right(paper, furniture.header_left, furniture.header_right, HEADER_Y, FURNITURE)
            paper.rule((LEFT, HEADER_Y - 8), (right, HEADER_Y - 8), RULE, 0.5)
    with paper.artifact("Footer"):
        number = furniture.page_number.format(page=page, pages=pages)
        _write_left_and_right(paper, furniture.footer_left, number, FOOTER_Y, FURNITURE)


def _write_left_and_right(paper: Paper, left_text: str, right_text: str, baseline: float, style: TextStyle) -> None:
    """The right one takes half the width at most; what is too long is shortened, as it stands in full on page 1."""
    room = TEXT_WIDTH
    for line in shortened(right_text, style, TEXT_WIDTH / 2):
        room -= line.width * style.size + 16
        paper.write_line(line, style, PAGE_WIDTH - RIGHT - line.width * style.size, baseline)
    for line in shortened(left_text, style, room):
        paper.write_line(line, style, LEFT, baseline)
