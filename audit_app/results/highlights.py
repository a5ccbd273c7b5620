"""Highlights: the few items that say most about a school, high and low; the same answers give the same order."""

from collections.abc import Iterable, Sequence

from audit_app.questionnaires.model import Questionnaire
from audit_app.results.model import ItemResult, SectionResult

MOST_SHOWN = 5
"""A list that can be taken in at a glance; all items stand in the table beside it."""


def lowest_items(
    questionnaire: Questionnaire, items: Sequence[ItemResult], sections: Iterable[SectionResult]
) -> tuple[ItemResult, ...]:
    """The lowest levels first; never an item at the top level.

    At the same level, the item of the section with the lower score comes first, because it is part of a pattern; then
    the order asked.
    """
    section_scores = {section.id: section.score for section in sections}
    low = [
        (item.score, item) for item in items if item.score is not None and item.score < _range(questionnaire, item)[1]
    ]
    low.sort(key=lambda pair: (pair[0], _or(section_scores[pair[1].section], pair[0])))
    return tuple(item for _, item in low[:MOST_SHOWN])


def strongest_items(
    questionnaire: Questionnaire, items: Sequence[ItemResult], lowest: Sequence[ItemResult]
) -> tuple[ItemResult, ...]:
    """The items in the upper half of the scale, highest first; never one that stands among the lowest.

    At the same level, an item with evidence comes before one without, because it can be shown to others; then the order
    asked.
    """
    shown = {item.id for item in lowest}
    high = [
        (item.score, item)
        for item in items
        if item.score is not None and item.score > sum(_range(questionnaire, item)) / 2 and item.id not in shown
    ]
    high.sort(key=lambda pair: (-pair[0], not pair[1].evidence))
    return tuple(item for _, item in high[:MOST_SHOWN])


def _range(questionnaire: Questionnaire, item: ItemResult) -> tuple[float, float]:
    """The lowest and the highest score that the item could have."""
    return questionnaire.score_ranges[item.id]


def _or(score: float | None, otherwise: float) -> float:
    return otherwise if score is None else score
