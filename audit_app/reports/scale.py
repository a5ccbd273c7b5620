"""Scales as a report needs them: their levels, and how far up them a score lies."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from audit_app.questionnaires.model import Item, Questionnaire, ResponseOption
from audit_app.regional import plain


class Level(NamedTuple):
    """An option that has a score."""

    code: str
    label: str
    score: float

    @property
    def named(self) -> str:
        """“2 Started”."""
        return f"{plain(self.score)} {self.label}"


@dataclass(frozen=True)
class Scale:
    """The scored levels, lowest first."""

    levels: tuple[Level, ...]

    @property
    def highest(self) -> float:
        return max((level.score for level in self.levels), default=0.0)

    def nearest(self, score: float) -> str:
        """The label of the level that a score lies nearest to; the higher of two equally near."""
        return min(reversed(self.levels), key=lambda level: abs(level.score - score)).label if self.levels else ""

    def share(self, score: float) -> float:
        """From 0 at the lowest level to 1 at the highest."""
        low = min((level.score for level in self.levels), default=0.0)
        return min(max((score - low) / (self.highest - low), 0.0), 1.0) if self.highest > low else 0.0

    def bar(self, score: float | None) -> float | None:
        """From 0 for a score of 0 to 1 at the highest level; None for no score."""
        return None if score is None else score / (self.highest or 1)


def scale_of(questionnaire: Questionnaire) -> Scale:
    """The questionnaire's own; where that has no scores, the first that an item is scored on."""
    return scale_from(questionnaire.scale) or _first_used(questionnaire, questionnaire.items) or Scale(())


def scale_of_section(questionnaire: Questionnaire, section_id: str) -> Scale:
    """The first that an item of the section is scored on; the questionnaire's where none is."""
    items = next((section.items for section in questionnaire.sections if section.id == section_id), ())
    return _first_used(questionnaire, items) or scale_of(questionnaire)


def scale_from(options: Iterable[ResponseOption]) -> Scale | None:
    """Of those that have a score; None where none has."""
    levels = [Level(option.code, option.label, option.score) for option in options if option.score is not None]
    return Scale(tuple(sorted(levels, key=lambda level: level.score))) if levels else None


def _first_used(questionnaire: Questionnaire, items: Iterable[Item]) -> Scale | None:
    return next((found for item in items if (found := scale_from(questionnaire.options_of(item)))), None)
