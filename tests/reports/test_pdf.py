"""The tagged PDF: what a reader of the tags hears is what was asked for, whatever the words are."""

from datetime import date

import pytest

from audit_app.reports.charts import rings
from audit_app.reports.document import (
    Block,
    Bullets,
    Callout,
    Columns,
    Furniture,
    Heading,
    KeyFacts,
    PageBreak,
    Paragraph,
    Table,
)
from audit_app.reports.lacking import NOTE
from audit_app.reports.look import BODY
from audit_app.reports.paper import Paper, UntaggedInkError
from audit_app.reports.pdf import SkippedHeadingError, render
from audit_app.reports.words import lines_of
from tests.reports.asked import asked
from tests.reports.hostile import HOSTILE
from tests.reports.reading import Reading, read
from tests.reports.soundness import a_document, assert_sound, everything, nodes

TITLE = Heading(1, "Action plan")
LONG = "What the partnership does, and who keeps it going from one term to the next. " * 120


def reading_of(*blocks: Block) -> Reading:
    return read(render(a_document(*blocks)))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_block_says_any_text_as_it_is(text: str) -> None:
    blocks = everything(text)
    assert_sound(render(a_document(*blocks, title=text)), blocks)


def test_text_over_several_pages_is_one_paragraph_with_its_words_apart() -> None:
    blocks = (TITLE, Paragraph(LONG), Bullets((LONG, LONG)), Callout((Paragraph(LONG),)))
    reading = reading_of(*blocks)
    assert reading.pages > 3
    assert reading.said() == asked(blocks)


def test_a_row_taller_than_a_page_is_split_and_stays_one_row() -> None:
    table = Table(("Action", "Who"), (("First", LONG + LONG), ("Second", "Ann")), (20, 80))
    content = render(a_document(TITLE, table))
    assert read(content).pages > 2
    assert_sound(content, (TITLE, table))


def test_a_word_of_5000_characters_is_wrapped_and_heard_as_one_word() -> None:
    word = "ŵx" * 2500
    blocks = (TITLE, Paragraph(word), Table(("A", "B"), ((word, "narrow"), ("b", word)), (12, 88)))
    assert_sound(render(a_document(*blocks)), blocks)


def test_the_head_of_a_table_is_heard_once_and_seen_on_every_page() -> None:
    rows = tuple((f"Action {number}", "Ann") for number in range(90))
    table = Table(("What we do", "Who"), rows, (60, 40))
    reading = reading_of(TITLE, table)
    assert reading.pages > 2
    assert reading.said() == asked((TITLE, table))
    assert reading.artifacts.count("What we do") == reading.pages - 1


def test_header_cells_say_what_they_head() -> None:
    reading = reading_of(TITLE, Table(("Action", "Who"), (("Meet", "Ann"),), (1, 1)), KeyFacts((("Cost", "£5"),)))
    assert [(cell.text, cell.scope) for cell in nodes(reading.root) if cell.role == "TH"] == [
        ("Action", "Column"),
        ("Who", "Column"),
        ("Meet", "Row"),
        ("Cost", "Row"),
    ]


def test_headings_are_the_outline() -> None:
    reading = reading_of(TITLE, Heading(2, "Where we are"), Heading(3, "Trust"), Heading(2, "What we will do"))
    assert reading.outline == [(0, "Action plan"), (1, "Where we are"), (2, "Trust"), (1, "What we will do")]


@pytest.mark.parametrize(
    "blocks", [(Heading(2, "x"),), (TITLE, Heading(3, "x")), (TITLE, Columns(((Heading(3, "x"),),)))]
)
def test_a_skipped_heading_level_is_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(SkippedHeadingError):
        render(a_document(*blocks))


def test_a_heading_never_stands_at_the_foot_of_a_page() -> None:
    for lines in range(30, 48):
        reading = reading_of(TITLE, Paragraph("line\n" * lines), Heading(2, "What we will do"), Paragraph(LONG))
        heading, after = nodes(reading.root)[-2:]
        assert heading.pages[0] == after.pages[0]


def test_furniture_is_seen_and_not_heard() -> None:
    furniture = Furniture("Ash Tree Primary", "Action plan", "2 November 2026")
    reading = read(render(a_document(TITLE, PageBreak(), Paragraph("text"), furniture=furniture)))
    footers = ["2 November 2026", "Page 1 of 2", "2 November 2026", "Page 2 of 2"]
    assert sorted(reading.artifacts) == sorted([*footers, "Ash Tree Primary", "Action plan"])
    assert reading.said() == [("H1", "Action plan"), ("P", "text")]


def test_the_same_document_gives_the_same_bytes_whatever_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    document = a_document(*everything("ŵ ✓ 日"))
    first = render(document)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert render(document) == first
    assert b"20261102" in first


def test_a_document_without_words_is_still_one_page() -> None:
    assert reading_of(TITLE, Paragraph(""), Bullets(("", " ")), Paragraph("\x00")).said() == [("H1", "Action plan")]
    assert read(render(a_document())).pages == 1


def test_title_and_language_are_in_the_file() -> None:
    reading = read(render(a_document(TITLE, title="R&D <b>plan</b>\nfor all")))
    assert (reading.title, reading.language) == ("R&D <b>plan</b> for all", "en-GB")


def test_ink_outside_an_element_is_refused() -> None:
    paper = Paper("t", "a", "en-GB", date(2026, 1, 1))
    with pytest.raises(UntaggedInkError):
        paper.write(lines_of("lost", BODY, 100), BODY, 0, 0)


def test_a_break_that_may_wait_leaves_a_few_lines_no_page_of_their_own() -> None:
    def pages(lines: int) -> int:
        return reading_of(TITLE, Paragraph("line\n" * lines), PageBreak(past=0.4), Heading(2, "What we will do")).pages

    assert [pages(lines) for lines in (1, 10, 25)] == [1, 1, 2]


@pytest.mark.parametrize(
    ("highest", "lines"),
    [(4, (1, 2, 3, 4)), (3.5, (1, 2, 3, 3.5)), (100, (20, 40, 60, 80, 100)), (0.5, (0.5,))],
)
def test_a_radar_has_a_line_for_each_level_up_to_six(highest: float, lines: tuple[float, ...]) -> None:
    assert rings(highest) == lines


@pytest.mark.parametrize(("text", "is_said"), [("Łódź, Αθήνα, مدرسة", False), ("学校", True), ("👍", True)])
def test_a_paper_says_when_its_fonts_lack_letters(text: str, is_said: bool) -> None:
    said = [words for _, words in reading_of(TITLE, Paragraph(f"{text}\nOn two lines."), Bullets((text,))).said()]
    assert said.count(NOTE) == is_said
