"""Names in the partnership report: as few as tell who is meant."""

import pytest

from audit_app.reports.partnership_names import schools_named

ALL = ("Ash", "Birch", "Elm", "Fir", "Lime", "Oak", "Pine", "Yew")


@pytest.mark.parametrize(
    ("some", "said"),
    [
        ((), ""),
        (("Ash", "Elm"), "Ash, Elm"),
        (ALL[:5], "Ash, Birch, Elm, Fir, Lime"),
        (ALL[:6], "all but Pine and Yew"),
        (ALL[1:], "all but Ash"),
        (ALL, "all 8"),
    ],
)
def test_most_schools_are_told_by_those_that_are_missing(some: tuple[str, ...], said: str) -> None:
    assert schools_named(some, ALL) == said


def test_few_schools_and_schools_that_are_not_compared_are_always_named() -> None:
    assert schools_named(ALL[:3], ALL[:3]) == "Ash, Birch, Elm"
    assert schools_named((*ALL[:7], "Rowan"), ALL) == "Ash, Birch, Elm, Fir, Lime, Oak, Pine, Rowan"
