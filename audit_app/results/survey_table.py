"""The answers to a survey wave as a table: a row for each colleague, a cell for each item that is scored.

Only suppression.py and disclosure.py read it. Nothing that is shown is made from anything else, and nothing of it is
shown as it stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property

from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.responses.model import Answer
from audit_app.responses.survey import Response
from audit_app.responses.visibility import hidden_items
from audit_app.results.scores import exact_score, is_scored


class Blank(Enum):
    """Why there is no option."""

    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"
    NOT_ASKED = "not_asked"
    """Skip logic hid it."""


Cell = str | Blank
"""An option's code, or why there is none."""


@dataclass(frozen=True)
class Person:
    """One colleague's row, without anything that says who."""

    group: str
    cells: Mapping[str, Cell]
    """By item."""
    scores: Mapping[str, Fraction]
    """By section, where half of the items that apply have a level."""


@dataclass(frozen=True)
class Table:
    questionnaire: Questionnaire
    people: tuple[Person, ...]

    @cached_property
    def sections(self) -> Mapping[str, tuple[Item, ...]]:
        """Section id to its scored items."""
        return scored_items(self.questionnaire)

    @cached_property
    def levels(self) -> Mapping[str, Mapping[Cell, Fraction]]:
        """Item id to what each of its options counts, reverse keys turned."""
        return levels_of(self.questionnaire)


def tabulate(questionnaire: Questionnaire, responses: Iterable[Response]) -> Table:
    sections, levels = scored_items(questionnaire), levels_of(questionnaire)
    weights = {item.id: Fraction(item.weight) for items in sections.values() for item in items}
    codes = {
        item.id: frozenset(option.code for option in questionnaire.options_of(item)) for item in questionnaire.items
    }
    asks_all = not any(_conditions_of(section) for section in questionnaire.sections)
    people = []
    for response in responses:
        hidden = frozenset() if asks_all else hidden_items(questionnaire, response.answers)
        cells = {
            item.id: Blank.NOT_ASKED if item.id in hidden else _cell(codes[item.id], response.answers.get(item.id))
            for items in sections.values()
            for item in items
        }
        scores = {
            section: score
            for section, items in sections.items()
            if (score := _score(items, cells, levels, weights)) is not None
        }
        people.append(Person(response.group, cells, scores))
    return Table(questionnaire, tuple(people))


def scored_items(questionnaire: Questionnaire) -> Mapping[str, tuple[Item, ...]]:
    """Section id to its items that can have a score."""
    return {
        section.id: tuple(item for item in section.items if is_scored(questionnaire, item))
        for section in questionnaire.sections
    }


def levels_of(questionnaire: Questionnaire) -> Mapping[str, Mapping[Cell, Fraction]]:
    """Item id to option code to what it counts; options without a score are not in it."""
    return {
        item: {code: Fraction(score) for code, (_, score) in offered.items() if score is not None}
        for item, offered in questionnaire.choices.items()
    }


def exchangeable(questionnaire: Questionnaire, section: Section, item: Item) -> tuple[object, ...]:
    """Items of a section with the same key differ in their words alone: exchanging what a colleague gave to two of
    them changes nothing that is counted. One with a condition or a check, or that others look at, is like no other.
    """
    conditional = item.visible_if or item.checks or any(option.visible_if for option in item.options)
    named = any(
        f"${{{item.id}}}" in condition
        for part in questionnaire.sections
        for condition in (
            *_conditions_of(part),
            *(check.condition for one in part.items for check in one.checks),
            *(option.visible_if or "" for one in part.items for option in questionnaire.options_of(one)),
        )
    )
    if conditional or named:
        return (section.id, item.id)
    options = tuple((option.code, option.score) for option in questionnaire.options_of(item))
    asked = (item.required, item.allow_not_applicable, item.allow_prefer_not_to_say)
    return (section.id, options, item.reverse, item.weight, asked)


def _conditions_of(section: Section) -> list[str]:
    """What decides whether the section and its items are shown."""
    return [one for one in (section.visible_if, *(item.visible_if for item in section.items)) if one]


def _cell(codes: frozenset[str], answer: Answer | None) -> Cell:
    """An option that the item doesn't offer counts as no answer, as it does in a self-audit."""
    if answer is None or (answer.reason is None and answer.option not in codes):
        return Blank.MISSING
    return Blank(answer.reason) if answer.reason is not None else str(answer.option)


def _score(
    items: Sequence[Item],
    cells: Mapping[str, Cell],
    levels: Mapping[str, Mapping[Cell, Fraction]],
    weights: Mapping[str, Fraction],
) -> Fraction | None:
    asked = [item.id for item in items if cells[item.id] is not Blank.NOT_ASKED]
    applicable = sum(cells[item] is not Blank.NOT_APPLICABLE for item in asked)
    return exact_score([(levels[i][cells[i]], weights[i]) for i in asked if cells[i] in levels[i]], applicable)
