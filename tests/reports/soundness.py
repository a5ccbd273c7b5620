"""Soundness: what every file of ours must be, and a document that has one of everything to try it on."""

from datetime import date

import page

from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Columns,
    Distribution,
    Document,
    Figure,
    Furniture,
    Heading,
    KeyFacts,
    PageBreak,
    Paragraph,
    Radar,
    Spoke,
    Table,
    Together,
)
from audit_app.reports.look import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from tests.reports.asked import asked
from tests.reports.reading import Node, Reading, read

ROUNDING = 0.1


def assert_sound(content: bytes, blocks: tuple[Block, ...]) -> Reading:
    """Said in order, claimed once, nothing lost, nothing beyond the margins, and valid."""
    reading = read(content)
    assert reading.said() == asked(blocks)
    assert reading.untagged == []
    assert sorted(reading.owners) == sorted(reading.stretches)
    assert set(reading.owners.values()) == {1}
    assert all(reading.parent_tree.values())
    assert_inside_the_margins(reading)
    assert failures(content) == []
    return reading


def assert_inside_the_margins(reading: Reading) -> None:
    for ink in reading.ink:
        assert ink.left >= LEFT - ROUNDING, ink
        assert ink.right <= PAGE_WIDTH - RIGHT + ROUNDING, ink
        if not ink.is_furniture:
            assert BOTTOM - ROUNDING <= ink.y <= PAGE_HEIGHT - TOP + ROUNDING, ink


def failures(content: bytes) -> list[str]:
    """What the quick validator objects to."""
    report = page.validate_pdf_bytes(content, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def nodes(node: Node) -> list[Node]:
    """The node and all below it, in reading order."""
    return [node, *(below for child in node.children for below in nodes(child))]


def a_document(*blocks: Block, title: str = "A report", furniture: Furniture | None = None) -> Document:
    return Document(title, "Ash Tree Primary", date(2026, 11, 2), blocks, furniture=furniture or Furniture())


def everything(text: str) -> tuple[Block, ...]:
    """Each kind of block, with the text wherever a text can stand."""
    return (
        Heading(1, text),
        Paragraph(text, lead=text, tone="intro"),
        Bullets((text, "and", text), numbered=True),
        Heading(2, text),
        Table(
            (text, "Who", "Figures"),
            ((text, Cell(text, mark="square"), "1"), ("b", Cell(text, bar=0.4), text)),
            (5, 3, 1),
        ),
        KeyFacts((("Owner", text), (text, Cell(text, mark="circle")))),
        Figure(Radar((Spoke(text, 1.5), Spoke("Trust", None), Spoke("Format", 3)), 4), alt=text),
        Figure(Distribution((text, "2", "3"), ((text, (1, 0, 12)), ("Trust", (0, 0, 0)))), alt=text),
        Callout((Paragraph(text), Bullets((text,)))),
        Columns(((Heading(2, text), Paragraph(text)), (Paragraph(text), KeyFacts((("Cost", text),))))),
        Together((Heading(2, text), Paragraph(text))),
        PageBreak(),
        Paragraph("The end."),
    )
