"""A document: what is said, in reading order, with nothing about how it looks.

Every text here is plain text. No renderer may read markup in it, so nobody's words can change a page or open a file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from audit_app.language import _
from audit_app.regional import language_tag

Mark = Literal["circle", "triangle", "square", "dash", "box"]
"""A small shape before a word, so that black and white print tells states apart; “box” is an empty one to tick."""

Tone = Literal["body", "intro", "quiet"]


@dataclass(frozen=True)
class Heading:
    """Level 1 is the document's title; a level may not be skipped on the way down."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Text whose line breaks are kept; blank text is left out of the page."""

    text: str
    lead: str = ""
    """A few words set strong at the start of the paragraph."""
    tone: Tone = "body"
    keeps: bool = False
    """It never stands at the foot of a page without what follows it; only for a sentence or two."""


@dataclass(frozen=True)
class Bullets:
    """A list, one paragraph an item."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell of a table. The mark, the bar and the shade repeat for the eye what the text says."""

    text: str
    mark: Mark | None = None
    bar: float | None = None
    """A share from 0 to 1, drawn as a bar beside the text."""
    strong: bool = False
    shade: float | None = None
    """A share from 0 to 1, drawn as a ground that darkens with it; the text stays readable on the darkest."""


@dataclass(frozen=True)
class Table:
    """Rows under column heads; the heads are repeated where the table runs over a page."""

    head: tuple[str, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    widths: tuple[float, ...]
    """Relative to one another."""
    row_heads: bool = True
    """The first cell of each row says what the row is about."""
    right: frozenset[int] = frozenset()
    """Columns of figures, set flush right."""
    roomy: bool = False
    """Taller rows, for writing in by hand."""


@dataclass(frozen=True)
class KeyFacts:
    """Labels with their values: a table without column heads."""

    facts: tuple[tuple[str, str | Cell], ...]


@dataclass(frozen=True)
class Spoke:
    """One axis of a radar chart; no value leaves a gap that is said in words."""

    label: str
    value: float | None


@dataclass(frozen=True)
class Radar:
    """Values round a circle, from 0 in the middle to the highest level at the rim."""

    spokes: tuple[Spoke, ...]
    highest: float


@dataclass(frozen=True)
class Distribution:
    """How many answers each level got, one bar a row."""

    levels: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class Figure:
    """A chart, and the same in words for whoever does not see it."""

    chart: Radar | Distribution
    alt: str


@dataclass(frozen=True)
class Callout:
    """Something set apart from the running text; it has no headings inside."""

    blocks: "tuple[Paragraph | Bullets, ...]"


@dataclass(frozen=True)
class Columns:
    """Two or three columns side by side, read one after the other."""

    columns: "tuple[tuple[Block, ...], ...]"


@dataclass(frozen=True)
class Together:
    """What should stand on one page if it can."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class PageBreak:
    """What follows starts a new page."""

    past: float = 0
    """Only where more than this share of the page is filled: a few lines that ran over do not get a page alone."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | KeyFacts | Figure | Callout | Columns | Together | PageBreak


@dataclass(frozen=True)
class Furniture:
    """What stands on every page beside the text; readers of the tags do not hear it again and again."""

    header_left: str = ""
    header_right: str = ""
    footer_left: str = ""
    page_number: str = _("Page {page} of {pages}")


@dataclass(frozen=True)
class Letterhead:
    """What shows whose paper it is: for the eye, with the name for whoever does not see the logo."""

    name: str = ""
    logo: bytes = b""
    """A PNG as `letterhead.logo_from` makes it; anything else is left out."""
    colour: str = ""
    """Six hexadecimal digits; blank for the house's own."""


@dataclass(frozen=True)
class Document:
    """One report, complete: the same value gives the same bytes."""

    title: str
    author: str
    date: date
    blocks: tuple[Block, ...]
    language: str = field(default_factory=language_tag)
    """What screen readers are told; the words of a questionnaire may be in another one."""
    furniture: Furniture = field(default_factory=Furniture)
    letterhead: Letterhead = field(default_factory=Letterhead)


def side_by_side(*columns: Iterable[Block]) -> Iterator[Block]:
    """Those that say something, side by side."""
    full = tuple(blocks for column in columns if (blocks := tuple(column)))
    if len(full) > 1:
        yield Columns(full)
    elif full:
        yield from full[0]
