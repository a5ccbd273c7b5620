"""Balance: the name that three scores give, on both sides of every threshold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.results.audit_results import results_of
from audit_app.results.balance import THRESHOLDS, evenness, name_of, shares
from audit_app.results.model import BalanceResult
from tests.builders import SCALE, a_partnership_questionnaire, a_questionnaire, an_audit, stands, whole_section


def forces(hierarchy: float, solidarity: float, individualism: float) -> dict[str, float]:
    return {"hierarchy": hierarchy, "solidarity": solidarity, "individualism": individualism}


def balance(**levels: list[int]) -> BalanceResult:
    """Of answers to sections of four items; one that isn't named is left unanswered."""
    questionnaire = a_partnership_questionnaire()
    given = {
        item: one for name, each in levels.items() for item, one in whole_section(name.replace("_", "-"), each).items()
    }
    found = results_of(an_audit(questionnaire), questionnaire, stands(given), "draft").balance
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("scores", "name"),
    [
        (forces(2.0, 2.0, 3.0), "deal"),
        (forces(2.0, 3.0, 2.0), "friendship"),
        (forces(3.0, 2.0, 2.0), "committee"),
        (forces(1.9, 1.9, 1.9), "fatalism"),
        (forces(1.0, 1.0, 1.99), "fatalism"),
        (forces(3.0, 3.0, 3.0), "balanced"),
        (forces(2.5, 2.75, 3.0), "balanced"),
    ],
)
def test_plain_cases_have_plain_names(scores: dict[str, float], name: str) -> None:
    assert name_of(scores) == (name, ())


@pytest.mark.parametrize(
    ("scores", "between"),
    [
        (forces(2.4, 3.0, 2.4), ("balanced", "friendship")),  # 0.6 ahead: more than 0.5, less than 0.75
        (forces(2.0, 3.3, 3.4), ("deal", "friendship")),  # two are far ahead of the third
        (forces(2.4, 2.95, 3.0), ("balanced", "deal", "friendship")),
        (forces(2.1, 2.0, 2.2), ("fatalism", "balanced")),
        (forces(2.1, 1.0, 1.0), ("fatalism", "committee")),
    ],
)
def test_cases_near_a_threshold_are_too_close_to_call(scores: dict[str, float], between: tuple[str, ...]) -> None:
    assert name_of(scores) == ("too close to call", between)


def test_the_thresholds_are_where_the_table_says() -> None:
    assert {name: one.levels for name, one in THRESHOLDS.items()} == {
        "balanced within": 0.5,
        "leads by": 0.75,
        "fatalism below": 2.0,
        "clear of fatalism": 2.25,
    }
    assert name_of(forces(2.5, 3.0, 2.5)).name == "balanced"
    assert name_of(forces(2.49, 3.0, 2.49)).name == "too close to call"
    assert name_of(forces(2.26, 3.0, 2.26)).name == "too close to call"
    assert name_of(forces(2.25, 3.0, 2.25)).name == "friendship"
    assert name_of(forces(1.99, 1.99, 1.99)).name == "fatalism"
    assert name_of(forces(2.24, 2.24, 2.24)).name == "too close to call"
    assert name_of(forces(2.25, 2.25, 2.25)).name == "balanced"


def test_each_threshold_says_why() -> None:
    assert all(len(one.why) > 40 for one in THRESHOLDS.values())


def test_decimals_that_no_computer_holds_exactly_do_not_move_a_threshold() -> None:
    assert name_of(forces(2.4, 2.9, 2.4)).name == "balanced"  # 2.9 - 2.4 is 0.5 and a little more in binary
    assert name_of(forces(2.15, 2.9, 2.15)).name == "friendship"


def test_hierarchy_is_the_mean_of_management_and_format() -> None:
    found = balance(management=[1, 1, 1, 2], format=[2, 2, 3, 3], trust=[4, 4, 4, 4], self_interest=[2, 2, 2, 2])
    # management 1.25, format 2.5: (1.25 + 2.5) / 2 = 1.875, a half goes up
    assert (found.hierarchy, found.solidarity, found.individualism) == (1.88, 4, 2)
    assert found.name == "friendship"


def test_how_it_was_worked_out_shows_every_figure_and_whose_thresholds_they_are() -> None:
    how = balance(management=[1, 1, 1, 2], format=[2, 2, 3, 3], trust=[4] * 4, self_interest=[2] * 4).how
    assert "Structure (hierarchy) is 1.9, the mean of Management (1.3) and Format (2.5)." in how
    assert "Trust (solidarity) is 4.0, the score of Trust." in how
    assert "0.75 of a level above both others" in how
    assert "the RSA publishes no scoring, so these thresholds are this app’s own" in how


def test_the_sentence_names_the_partnership_and_the_scores() -> None:
    found = balance(management=[2] * 4, format=[2] * 4, trust=[2] * 4, self_interest=[4] * 4)
    assert found.sentence.startswith(
        "Self-interest (4.0) is well ahead of structure (2.0) and trust (2.0): the partnership works as a deal."
    )
    assert found.advice


def test_there_is_no_name_while_a_force_has_no_score() -> None:
    found = balance(management=[3] * 4, format=[3], trust=[3] * 4, self_interest=[3] * 4)
    assert (found.name, found.shares, found.hierarchy, found.solidarity) == (None, None, None, 3)
    assert found.reason == "There is no score for Format, so the balance can't be worked out."
    assert "Structure (hierarchy) has no score: Management (3.0) and Format (no score)." in found.how


def test_too_close_to_call_says_between_what_and_advises_on_each() -> None:
    found = balance(management=[2] * 4, format=[2] * 4, trust=[4, 3, 3, 3], self_interest=[4, 4, 3, 3])
    assert (found.name, found.between) == ("too close to call", ("deal", "friendship"))
    assert "between a deal and a friendship, too close to call" in found.sentence
    assert "If a deal sounds like yours" in found.advice
    assert "If a friendship sounds like yours" in found.advice


def test_shares_are_parts_of_the_three_together() -> None:
    assert shares(forces(2, 4, 2)).model_dump() == {"hierarchy": 0.25, "solidarity": 0.5, "individualism": 0.25}


def test_evenness_and_level_by_hand() -> None:
    # shares ½ ¼ ¼: 1.5 ln 2 / ln 3 = 1.0397 / 1.0986 = 0.946; shares ⅔ ⅙ ⅙: (⅔ ln 1.5 + ⅓ ln 6) / ln 3 = 0.790
    assert [evenness(forces(*three)) for three in ((2, 4, 2), (4, 1, 1), (3, 3, 3))] == [0.95, 0.79, 1.0]
    found = balance(management=[2] * 4, format=[2] * 4, trust=[4] * 4, self_interest=[2] * 4)
    assert (found.level, found.evenness) == (2.67, 0.95)
    assert "stand at level 2.7, with an evenness of 0.95" in found.how


def test_a_questionnaire_without_forces_has_no_balance() -> None:
    questionnaire = a_questionnaire()
    assert results_of(an_audit(questionnaire), questionnaire, {}, "draft").balance is None


def test_a_scale_that_is_not_one_to_four_has_no_balance() -> None:
    questionnaire = a_partnership_questionnaire()
    longer = tuple(option.model_copy(update={"score": (option.score or 0) + 1}) for option in SCALE)
    other = questionnaire.model_copy(update={"scale": longer})
    assert results_of(an_audit(other), other, {}, "draft").balance is None


scores = st.integers(100, 400).map(lambda hundredths: hundredths / 100)


@given(st.builds(forces, scores, scores, scores))
def test_every_partnership_has_a_name_and_whole_shares(found: dict[str, float]) -> None:
    call = name_of(found)
    assert (call.name == "too close to call") == (len(call.between) > 1)
    parts = shares(found).model_dump().values()
    assert round(sum(parts), 9) == 1
    assert all(0 < part < 1 for part in parts)


@given(st.builds(forces, scores, scores, scores))
def test_no_single_answer_turns_one_name_into_another(found: dict[str, float]) -> None:
    """One answer of seven moved by one level moves its force by 0.14 at most."""
    first = name_of(found).name
    for force in found:
        for step in (-0.14, 0.14):
            moved = {**found, force: min(max(round(found[force] + step, 2), 1), 4)}
            assert len({first, name_of(moved).name} - {"too close to call"}) <= 1
