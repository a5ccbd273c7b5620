"""Raising: which items of a section are low, and which level comes next for one.

The same for the level that a leader chose and for the mean of what colleagues said.
"""

from typing import Protocol

from audit_app.questionnaires.model import Questionnaire, ResponseOption
from audit_app.results.model import AuditResults, ItemResult, SectionResult


class Placed(Protocol):
    """Where an item stands."""

    @property
    def id(self) -> str: ...

    @property
    def score(self) -> float | None: ...


def looks_like(questionnaire: Questionnaire, placed: Placed, option: ResponseOption) -> str:
    """The descriptor of that level, or its label where the item has none."""
    return questionnaire.items_by_id[placed.id].descriptors.get(option.code, option.label)


def next_level(questionnaire: Questionnaire, item: Placed) -> ResponseOption | None:
    """The option that counts next more than the one given; None at the top."""
    higher = [pair for pair in levels_of(questionnaire, item) if item.score is not None and pair[0] > item.score]
    return min(higher, key=lambda pair: pair[0])[1] if higher else None


def nearest_level(questionnaire: Questionnaire, item: Placed) -> ResponseOption | None:
    """The option that counts as the score says, or nearly; between two the higher one."""
    if item.score is None:
        return None
    mean = item.score
    levels = levels_of(questionnaire, item)
    return min(levels, key=lambda pair: (abs(pair[0] - mean), -pair[0]))[1] if levels else None


def middle(questionnaire: Questionnaire, item: Placed) -> float:
    scores = [score for score, _ in levels_of(questionnaire, item)]
    return (min(scores) + max(scores)) / 2


def levels_of(questionnaire: Questionnaire, placed: Placed) -> list[tuple[float, ResponseOption]]:
    """The item's options that have a score, with what each counts."""
    item = questionnaire.items_by_id[placed.id]
    pairs = ((questionnaire.score_of(item, option.code), option) for option in questionnaire.options_of(item))
    return [(score, option) for score, option in pairs if score is not None]


def scored_items(results: AuditResults, section: SectionResult) -> list[ItemResult]:
    return [item for item in results.items if item.section == section.id and item.score is not None]


def low_items(questionnaire: Questionnaire, results: AuditResults, section: SectionResult) -> list[ItemResult]:
    return [item for item in scored_items(results, section) if (item.score or 0.0) < middle(questionnaire, item)]
