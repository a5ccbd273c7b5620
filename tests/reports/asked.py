"""What a document asks to be said, in order: the other side of every comparison with what its PDF says."""

from collections.abc import Iterator

from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Columns,
    Figure,
    Heading,
    KeyFacts,
    Paragraph,
    Table,
    Together,
)
from audit_app.reports.lacking import what_is_lacking
from audit_app.reports.words import clean

Said = tuple[str, str]


def asked(blocks: tuple[Block, ...]) -> list[Said]:
    """Role and text of each thing that a reader of the tags must hear."""
    return [*_all(blocks), *_all(what_is_lacking(blocks))]


def _all(blocks: tuple[Block, ...]) -> list[Said]:
    return [said for block in blocks for said in _asked(block)]


def _asked(block: Block) -> Iterator[Said]:
    match block:
        case Heading():
            yield f"H{block.level}", _plain(block.text) or "Untitled"
        case Paragraph() if text := _plain(f"{block.lead}\n{block.text}"):
            yield "P", text
        case Bullets():
            for number, item in enumerate(filter(None, map(_plain, block.items)), start=1):
                yield "Lbl", f"{number}." if block.numbered else "•"
                yield "LBody", item
        case Table() if block.rows:
            yield from (("TH", _plain(text)) for text in block.head)
            for row in block.rows:
                yield from _row(row, block.row_heads)
        case KeyFacts():
            for fact in block.facts:
                yield from _row(fact, row_heads=True)
        case Figure():
            yield "Figure", _plain(block.alt) or "Untitled"
        case Callout() | Together():
            yield from _all(block.blocks)
        case Columns():
            for column in block.columns:
                yield from _all(column)


def _row(cells: tuple[str | Cell, ...], row_heads: bool) -> Iterator[Said]:
    for number, cell in enumerate(cells):
        text = cell.text if isinstance(cell, Cell) else cell
        yield ("TH" if row_heads and number == 0 else "TD"), _plain(text)


def _plain(text: str) -> str:
    return " ".join(clean(text).split())
