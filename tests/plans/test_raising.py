"""Raising: which level a mean is nearest to, on any scale."""

from typing import NamedTuple

import pytest

from audit_app.plans.raising import nearest_level
from audit_app.questionnaires.model import ResponseOption, Section
from tests.builders import SCALE, a_questionnaire, an_item

TEN = tuple(ResponseOption(code=f"at_{score}", label=f"{score} of 10", score=score) for score in range(11))
UNSCORED = tuple(ResponseOption(code=code, label=code) for code in ("here", "there"))


class Stands(NamedTuple):
    """Where an item stands."""

    id: str
    score: float | None


@pytest.mark.parametrize(
    ("scale", "reverse", "score", "code"),
    [
        (SCALE, False, 1.49, "1"),
        (SCALE, False, 1.5, "2"),
        (SCALE, False, 4.0, "4"),
        (SCALE, True, 1.2, "4"),
        (TEN, False, 6.6, "at_7"),
        (SCALE, False, None, None),
        (UNSCORED, False, 1.0, None),
    ],
)
def test_the_nearest_level_is_the_one_that_counts_as_the_mean_says(
    scale: tuple[ResponseOption, ...], reverse: bool, score: float | None, code: str | None
) -> None:
    item = an_item("aim", scale, options=scale, reverse=reverse)
    questionnaire = a_questionnaire(Section(id="all", title="All", items=(item,)))
    found = nearest_level(questionnaire, Stands("aim", score))
    assert (found.code if found else None) == code
