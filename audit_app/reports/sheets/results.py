"""The sheets of a self-audit's results: sections, items, the distribution and the balance, with the figures of
`results --json`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.sheets.answers import STATES
from audit_app.reports.sheets.model import Field, Sheet, Value, field, sheet_of
from audit_app.results.model import AuditResults, BalanceResult, ItemResult, SectionResult

SECTIONS, ITEMS, DISTRIBUTION, BALANCE = "Sections", "Items", "Distribution", "Balance"


class Given(NamedTuple):
    """How often one answer was given."""

    section: str
    title: str
    item: str
    code: str
    label: str
    times: Value


def results_sheets(questionnaire: Questionnaire, found: AuditResults) -> Iterator[Sheet]:
    titles = {one.id: one.title for one in found.sections}
    yield sheet_of(SECTIONS, "One section: its score, and every item accounted for.", SECTION_FIELDS, found.sections)
    yield sheet_of(ITEMS, "One item that is scored and was shown.", _item_fields(found, titles), found.items)
    given = (
        Given(one.id, one.title, "", code, labels_in(questionnaire, one.id).get(code, ""), times)
        for one in found.sections
        for code, times in one.distribution.items()
    )
    yield distribution_sheet(given)
    if found.balance is not None:
        yield balance_sheet(found.balance)


def distribution_sheet(given: Iterable[Given]) -> Sheet:
    return sheet_of(DISTRIBUTION, "One answer of one section, and how often it was given.", GIVEN_FIELDS, given)


def balance_sheet(found: BalanceResult) -> Sheet:
    shares = found.shares
    rows: tuple[tuple[str, Value, str], ...] = (
        ("Hierarchy", found.hierarchy, "Mean level, 1 to 4."),
        ("Solidarity", found.solidarity, "Mean level, 1 to 4."),
        ("Individualism", found.individualism, "Mean level, 1 to 4."),
        ("Share of hierarchy", shares.hierarchy if shares else None, "Of the three together, from 0 to 1."),
        ("Share of solidarity", shares.solidarity if shares else None, "Of the three together, from 0 to 1."),
        ("Share of individualism", shares.individualism if shares else None, "Of the three together, from 0 to 1."),
        ("Name", found.name, " or ".join(found.between)),
        ("In words", found.sentence, found.reason or ""),
        ("How it was worked out", found.how, ""),
        ("Advice", found.advice, ""),
    )
    return sheet_of(BALANCE, "One figure or sentence about the three forces of collaboration.", BALANCE_FIELDS, rows)


def labels_in(questionnaire: Questionnaire, section_id: str) -> Mapping[str, str]:
    """Code to label; to several labels where items of the section use one code for different answers."""
    labels: dict[str, dict[str, None]] = {}
    for section in questionnaire.sections:
        for item in section.items if section.id == section_id else ():
            for option in questionnaire.options_of(item):
                labels.setdefault(option.code, {})[option.label] = None
    return {code: " / ".join(several) for code, several in labels.items()}


def state_of(one: ItemResult) -> str:
    if one.contested:
        return "contested"
    return one.reason or ("answered" if one.option is not None else "missing")


def _item_fields(found: AuditResults, titles: Mapping[str, str]) -> tuple[Field[ItemResult], ...]:
    strong = {one.id: at for at, one in enumerate(found.strengths, start=1)}
    low = {one.id: at for at, one in enumerate(found.lowest, start=1)}
    states = [(code, meaning) for code, meaning in STATES if code not in ("unknown_code", "not_shared", "not_asked")]
    return (
        field("Section id", "The section’s id.", lambda one: one.section, "code"),
        field("Section", "The section’s title.", lambda one: titles.get(one.section)),
        field("Item id", "The item’s id.", lambda one: one.id),
        field("Item", "The statement or question.", lambda one: one.text, "words"),
        field("State", "Whether there is an answer, and if not, why.", state_of, "code", states),
        field("Answer code", "The code of the answer.", lambda one: one.option, "code"),
        field("Answer", "The answer in words.", lambda one: one.label),
        field("Score", "What it counts; empty keeps it out of every mean.", lambda one: one.score, "score"),
        field("Evidence pieces", "How many pieces of evidence there are.", lambda one: one.evidence, "count"),
        field("Strength", "1 is the most telling of at most five strengths.", lambda one: strong.get(one.id), "count"),
        field("To work on", "1 is the most pressing of at most five low items.", lambda one: low.get(one.id), "count"),
    )


SECTION_FIELDS: tuple[Field[SectionResult], ...] = (
    field("Section id", "The section’s id.", lambda one: one.id, "code"),
    field("Section", "The section’s title.", lambda one: one.title),
    field("Score", "Mean level of the answers that count, to two decimals.", lambda one: one.score, "score"),
    field("n", "Answers that count.", lambda one: one.n, "count"),
    field("Items", "Scored items that were shown: the sum of n and the next five.", lambda one: one.items, "count"),
    field("Missing", "Items that apply and have no answer.", lambda one: one.missing, "count"),
    field("Not applicable", "Items that do not apply to the school.", lambda one: one.not_applicable, "count"),
    field("Prefer not to say", "Items that the school would not answer.", lambda one: one.prefer_not_to_say, "count"),
    field("Contested", "Items on which colleagues’ answers differ.", lambda one: one.contested, "count"),
    field("Unscored", "Answers without a score, such as “I cannot tell”.", lambda one: one.unscored, "count"),
    field("With evidence", "Answers that count and have evidence.", lambda one: one.evidenced, "count"),
    field("Why no score", "Why there is no score.", lambda one: one.reason, "words"),
)

GIVEN_FIELDS: tuple[Field[Given], ...] = (
    field("Section id", "The section’s id.", lambda one: one.section, "code"),
    field("Section", "The section’s title.", lambda one: one.title),
    field("Item id", "The item’s id; empty for all items of the section together.", lambda one: one.item),
    field("Answer code", "The code of the answer.", lambda one: one.code, "code"),
    field("Answer", "The answer in words.", lambda one: one.label),
    field("Times given", "How often it was given.", lambda one: one.times, "count"),
)

BALANCE_FIELDS: tuple[Field[tuple[str, Value, str]], ...] = (
    field("What", "What the row says.", lambda one: one[0]),
    field("Value", "The figure or the sentence.", lambda one: one[1], "words"),
    field("Note", "How to read it.", lambda one: one[2]),
)
