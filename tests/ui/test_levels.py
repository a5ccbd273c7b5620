"""Levels have their colour by where they stand on their scale, however many there are and whatever their codes are."""

import pytest

from audit_app.questionnaires.model import ResponseOption
from audit_app.ui import theme
from audit_app.ui.levels import level_colours


def a_scale(*scores: float | None) -> list[ResponseOption]:
    return [ResponseOption(code=f"option {at}", label="So", score=score) for at, score in enumerate(scores)]


@pytest.mark.parametrize(
    ("scores", "levels"),
    [
        ((1, 2, 3, 4), "1234"),
        ((1, 2, 3, 4, None), "1234"),
        ((4, 3, 2, 1), "4321"),
        ((0, 1), "14"),
        ((1, 2, 3), "134"),
        ((1, 2, 3, 4, 5), "12334"),
        ((1, 2, 3, 4, 5, 6, 7), "1223344"),
        ((1, 1, 5), "114"),
        ((3,), "1"),
        ((None, None), ""),
    ],
)
def test_the_lowest_and_the_highest_have_the_colours_of_the_ends(scores: tuple[float | None, ...], levels: str) -> None:
    assert [*level_colours(a_scale(*scores)).values()] == [theme.LEVELS[level] for level in levels]
