"""A scale as a report needs it: the labels of its levels with their scores, and how far up it a score lies."""

from dataclasses import dataclass

from audit_app.questionnaires.model import Questionnaire


@dataclass(frozen=True)
class Scale:
    """The scored levels, lowest first."""

    levels: tuple[tuple[str, float], ...]

    @property
    def highest(self) -> float:
        return max((score for _, score in self.levels), default=0.0)

    def nearest(self, score: float) -> str:
        """The label of the level that a score lies nearest to; the higher of two equally near."""
        return min(reversed(self.levels), key=lambda level: abs(level[1] - score))[0] if self.levels else ""

    def share(self, score: float) -> float:
        """From 0 at the lowest level to 1 at the highest."""
        low = min((level for _, level in self.levels), default=0.0)
        return min(max((score - low) / (self.highest - low), 0.0), 1.0) if self.highest > low else 0.0


def scale_of(questionnaire: Questionnaire) -> Scale:
    """The questionnaire's own; of one that has none, the first scale that an item uses for its level."""
    options = questionnaire.scale or next(
        (questionnaire.options_of(item) for item in questionnaire.items if item.kind == "level"), ()
    )
    scored = sorted((option.score, option.label) for option in options if option.score is not None)
    return Scale(tuple((label, score) for score, label in scored))
