"""The blank questionnaire, for a meeting around a table: every statement, with what each level looks like, to tick."""

from collections.abc import Iterator
from datetime import date

from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.reports.document import (
    Block,
    Cell,
    Document,
    Furniture,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Together,
)

LEVEL_WIDTHS = (24.0, 76.0)
NOTE_WIDTHS = (24.0, 76.0)
HOW_TO_USE = {
    "self_audit": (
        "Read each statement and what each level looks like. Tick one level, as your school is today and not as you "
        "hope it will be, and write down what would show a visitor that it is so. Where colleagues differ, note both."
    ),
    "survey": (
        "Read each statement and what each level looks like, and tick the one level that you see today. "
        "Please do not write your name, or anything that would tell who you are."
    ),
}
NOT_APPLICABLE = "Not applicable"
PREFER_NOT_TO_SAY = "Prefer not to say"


def blank_questionnaire_document(questionnaire: Questionnaire, day: date) -> Document:
    """The questionnaire on paper, section by section."""
    source = f"{questionnaire.id}, version {questionnaire.version}"
    return Document(
        title=questionnaire.title,
        author="School Audit",
        date=day,
        blocks=(
            *_front(questionnaire, source),
            *(
                block
                for number, section in enumerate(questionnaire.sections, start=1)
                for block in _section(number, section, questionnaire)
            ),
        ),
        furniture=Furniture(header_left=questionnaire.title, footer_left=source),
    )


def _front(questionnaire: Questionnaire, source: str) -> Iterator[Block]:
    yield Heading(1, questionnaire.title)
    yield Paragraph(questionnaire.summary, tone="intro")
    items = sum(1 for _ in questionnaire.items)
    yield Paragraph(
        f"{questionnaire.audience} {items} statements, about {questionnaire.minutes} minutes. {source}.", tone="quiet"
    )
    yield Paragraph(HOW_TO_USE[questionnaire.mode])
    if questionnaire.mode == "self_audit":
        yield _to_fill_in("School", "Wave and date", "Who took part")


def _to_fill_in(*labels: str) -> Table:
    """Rows with room for handwriting."""
    rows = tuple((Cell(label, strong=True), "") for label in labels)
    return Table(head=(), rows=rows, widths=NOTE_WIDTHS, roomy=True)


def _section(number: int, section: Section, questionnaire: Questionnaire) -> Iterator[Block]:
    if number > 1:
        yield PageBreak()
    yield Heading(2, f"{number}. {section.title}")
    yield Paragraph(section.intro or "", tone="intro")
    for position, item in enumerate(section.items, start=1):
        yield Together(tuple(_item(f"{number}.{position}", item, questionnaire)))


def _item(place: str, item: Item, questionnaire: Questionnaire) -> Iterator[Block]:
    yield Heading(3, f"{place}  {item.text}")
    yield Paragraph(item.why or "", tone="quiet")
    yield Table(head=(), rows=tuple(_choices(item, questionnaire)), widths=LEVEL_WIDTHS)
    if questionnaire.mode == "self_audit":
        yield Paragraph(item.evidence_prompt or "", lead="Evidence." if item.evidence_prompt else "", tone="quiet")
        yield _to_fill_in("Your notes")


def _choices(item: Item, questionnaire: Questionnaire) -> Iterator[tuple[str | Cell, ...]]:
    for option in questionnaire.scale:
        yield Cell(f"{option.code}  {option.label}", mark="box", strong=True), item.descriptors[option.code]
    if item.allow_not_applicable:
        yield Cell(NOT_APPLICABLE, mark="box"), "This does not apply to our school."
    if item.allow_prefer_not_to_say:
        yield Cell(PREFER_NOT_TO_SAY, mark="box"), ""
