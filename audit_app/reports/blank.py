"""The blank questionnaire, for a meeting around a table: every item, with what each level looks like, to tick or write.

Everything is printed, with the condition above what is asked only sometimes: paper can't follow skip logic.
"""

from collections.abc import Iterator
from datetime import date

from audit_app.language import _, ngettext
from audit_app.questionnaires.model import CHOICE_KINDS, Condition, Item, Questionnaire, Section
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

WIDTHS = (24.0, 76.0)
"""Of what is ticked or named, and of what it looks like or the room to write."""
HOW_TO_USE = {
    "self_audit": _(
        "Read each statement and what each level looks like. Tick one level, as your school is today and not as you "
        "hope it will be, and write down what would show a visitor that it is so. Where colleagues differ, note both."
    ),
    "survey": _(
        "Read each statement and what each level looks like, and tick the one level that you see today. "
        "Please do not write your name, or anything that would tell who you are."
    ),
}
HOW_TO_USE_KINDS = {
    "self_audit": _(
        "Answer as your school is today and not as you hope it will be. Where there are levels, tick one, and write "
        "down what would show a visitor that it is so. Skip what is not for you. Where colleagues differ, note both."
    ),
    "survey": _(
        "Answer as you see it today, and skip what is not for you. "
        "Please do not write your name, or anything that would tell who you are."
    ),
}
TO_WRITE = {"number": _("Number"), "date": _("Date"), "text": _("Answer")}
SEVERAL = _("Tick all that apply.")
NOT_APPLICABLE = _("Not applicable")
PREFER_NOT_TO_SAY = _("Prefer not to say")


def blank_questionnaire_document(questionnaire: Questionnaire, day: date) -> Document:
    """The questionnaire on paper, section by section."""
    source = _("{id}, version {version}").format(id=questionnaire.id, version=questionnaire.version)
    return Document(
        title=questionnaire.title,
        author=_("School Audit"),
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
    items = sum(item.kind != "note" for item in questionnaire.items)
    levels_only = all(item.kind == "level" for item in questionnaire.items)
    if levels_only:
        asks = ngettext("{count} statement", "{count} statements", items).format(count=items)
    else:
        asks = ngettext("{count} question", "{count} questions", items).format(count=items)
    # Translators: “For leadership teams. 36 statements, about 20 minutes. partnership-health, version 1.”
    words = _("{audience} {asks}, about {takes}. {source}.")
    takes = ngettext("a minute", "{count} minutes", questionnaire.minutes).format(count=questionnaire.minutes)
    yield Paragraph(words.format(audience=questionnaire.audience, asks=asks, takes=takes, source=source), tone="quiet")
    yield Paragraph((HOW_TO_USE if levels_only else HOW_TO_USE_KINDS)[questionnaire.mode])
    if questionnaire.mode == "self_audit":
        yield _to_fill_in(_("School"), _("Round and date"), _("Who took part"))


def _to_fill_in(*labels: str) -> Table:
    """Rows with room for handwriting."""
    rows = tuple((Cell(label, strong=True), "") for label in labels)
    return Table(head=(), rows=rows, widths=WIDTHS, roomy=True)


def _section(number: int, section: Section, questionnaire: Questionnaire) -> Iterator[Block]:
    if number > 1:
        yield PageBreak()
    yield Heading(2, f"{number}. {section.title}")
    yield Paragraph(section.intro or "", tone="intro")
    yield from _only_when(section.visible_if, questionnaire)
    for position, item in enumerate(section.items, start=1):
        yield Together(tuple(_item(f"{number}.{position}", item, questionnaire)))


def _item(place: str, item: Item, questionnaire: Questionnaire) -> Iterator[Block]:
    yield Heading(3, f"{place}  {item.text}")
    yield from _only_when(item.visible_if, questionnaire)
    yield Paragraph(item.hint or "", tone="quiet")
    yield Paragraph(item.why or "", tone="quiet")
    if item.kind == "note":
        return
    yield Paragraph(SEVERAL if item.kind == "multiple" else "", tone="quiet")
    yield from _to_answer(item, questionnaire)
    if questionnaire.mode == "self_audit":
        yield Paragraph(item.evidence_prompt or "", lead=_("Evidence.") if item.evidence_prompt else "", tone="quiet")
        yield _to_fill_in(_("Your notes"))


def _only_when(condition: Condition | None, questionnaire: Questionnaire) -> Iterator[Block]:
    if condition is not None:
        from audit_app.questionnaires.condition_words import in_words  # elementpath only where there are conditions

        yield Paragraph(f"{in_words(condition, questionnaire)}.", lead=_("Only when"), tone="quiet")


def _to_answer(item: Item, questionnaire: Questionnaire) -> Iterator[Block]:
    if item.kind not in CHOICE_KINDS:
        yield _to_fill_in(TO_WRITE[item.kind])
    if rows := tuple(_choices(item, questionnaire)):
        if item.kind == "level":
            yield Table(head=(), rows=rows, widths=WIDTHS)
        else:
            yield Table(head=(), rows=tuple((label,) for label, _ in rows), widths=(100.0,))


def _choices(item: Item, questionnaire: Questionnaire) -> Iterator[tuple[str | Cell, ...]]:
    for option in questionnaire.options_of(item):
        label = f"{option.code}  {option.label}" if item.kind == "level" else option.label
        yield Cell(label, mark="box", strong=item.kind == "level"), item.descriptors.get(option.code, "")
    if item.allow_not_applicable:
        yield Cell(NOT_APPLICABLE, mark="box"), _("This does not apply to our school.")
    if item.allow_prefer_not_to_say:
        yield Cell(PREFER_NOT_TO_SAY, mark="box"), ""
