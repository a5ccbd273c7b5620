"""What an item may be, and what its answers count."""

import pytest

from audit_app.questionnaires.library import UnreadableQuestionnaireError, shipped
from tests.questionnaires.making import LEVELS, a_choice, a_questionnaire, an_item


def test_an_item_without_a_kind_is_a_level_on_the_questionnaires_scale() -> None:
    one = a_questionnaire(an_item("aim"))
    item = one.items_by_id["aim"]
    assert (item.kind, one.options_of(item)) == ("level", one.scale)


def test_a_scale_may_be_shared_by_some_items() -> None:
    agree = [{"code": "no", "label": "No", "score": 0}, {"code": "yes", "label": "Yes", "score": 1}]
    one = a_questionnaire(an_item("aim", kind="single", scale="agree"), an_item("place"), scales={"agree": agree})
    assert [option.code for option in one.options_of(one.items_by_id["aim"])] == ["no", "yes"]
    assert [option.code for option in one.options_of(one.items_by_id["place"])] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("kind", ["number", "text", "date", "note"])
def test_some_kinds_have_no_options(kind: str) -> None:
    one = a_questionnaire(an_item("aim", kind=kind), scale=[])
    assert one.options_of(one.items_by_id["aim"]) == ()


def test_a_reverse_keyed_item_counts_the_other_way_round() -> None:
    one = a_questionnaire(an_item("aim", reverse=True))
    assert [one.score_of(one.items_by_id["aim"], code) for code in ("1", "2", "3", "4", "?")] == [4, 3, 2, 1, None]


def test_an_option_without_a_score_counts_nothing_in_either_direction() -> None:
    scale = [*LEVELS, {"code": "cannot_tell", "label": "I cannot tell"}]
    descriptors = {code: code for code in ("1", "2", "3", "4", "cannot_tell")}
    one = a_questionnaire(an_item("aim", reverse=True, descriptors=descriptors), scale=scale)
    assert one.score_of(one.items_by_id["aim"], "cannot_tell") is None


@pytest.mark.parametrize(
    "item",
    [
        an_item("aim", kind="single", scale="nowhere"),
        a_choice("aim", "only"),
        a_choice("aim", "twice", "twice"),
        an_item("aim", descriptors={"1": "One of four."}),
        an_item("aim", kind="geopoint"),
        an_item("aim", weight=-1),
        an_item("aim", kind="single", options=[{"code": code, "label": "A", "score": "nan"} for code in "ab"]),
        an_item("aim", kind="single", options=[{"code": code, "label": "A", "score": 1e999} for code in "ab"]),
    ],
    ids=[
        "unknown scale",
        "one option",
        "a code twice",
        "a level not described",
        "unknown kind",
        "negative weight",
        "not a number",
        "no end",
    ],
)
def test_what_does_not_hold_together_is_not_read(item: dict[str, object]) -> None:
    with pytest.raises(UnreadableQuestionnaireError):
        a_questionnaire(item)


def test_ten_thousand_items_are_read() -> None:
    one = a_questionnaire(*(an_item(f"item_{number}", kind="text") for number in range(10_000)), minutes=240)
    assert len(one.items_by_id) == 10_000


@pytest.mark.parametrize(
    ("scores", "reverse", "low"),
    [
        ({"1": 1, "2": 2, "3": 3, "4": 4}, False, ["1", "2"]),
        ({"1": 1, "2": 2, "3": 3, "4": 4}, True, ["3", "4"]),
        ({"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}, False, ["1", "2"]),
        ({"no": 0, "partly": 1, "yes": 2}, False, ["no"]),
        ({"no": 0, "yes": 10, "cannot_tell": None}, False, ["no"]),
        ({"here": None, "there": None}, False, []),
    ],
    ids=["four", "reverse-keyed", "five", "three", "one without a score", "no scores"],
)
def test_an_action_that_names_no_levels_is_for_the_lower_half(
    scores: dict[str, float | None], reverse: bool, low: list[str]
) -> None:
    options = [{"code": code, "label": code, "score": score} for code, score in scores.items()]
    one = a_questionnaire(
        an_item(
            "aim",
            options=options,
            reverse=reverse,
            descriptors={code: f"At {code}." for code in scores},
            actions=[{"id": "do_it", "text": "Do it.", "first_step": "Begin."}],
        )
    )
    assert [code for code in (*scores, None) if one.actions_for("aim", code)] == low


@pytest.mark.parametrize(
    ("codes", "reverse", "low"),
    [
        ("1234", False, ["1", "2"]),
        ("1234", True, ["3", "4"]),
        ("12345", False, ["1", "2"]),
        ("abcdef", False, ["a", "b", "c"]),
    ],
)
def test_a_follow_up_that_names_no_options_is_asked_after_the_lower_half(
    codes: str, reverse: bool, low: list[str]
) -> None:
    options = [{"code": code, "label": code, "score": score} for score, code in enumerate(codes)]
    words = dict.fromkeys(codes, "So it is.")
    further: dict[str, object] = {"prompt": "What would help?"}
    for named, after in ({}, low), ({"for_options": [codes[0]]}, [codes[0]]):
        asked = {**further, **named}
        one = a_questionnaire(an_item("aim", options=options, descriptors=words, reverse=reverse, follow_up=asked))
        assert sorted(one.asked_further(one.items_by_id["aim"])) == after


def test_every_follow_up_that_ships_names_its_options() -> None:
    asked = [(one, item) for one in shipped().latest() for item in one.items if item.follow_up is not None]
    assert len(asked) == 40
    for one, item in asked:
        assert item.follow_up is not None
        assert len(item.follow_up.for_options) == 2
        assert one.asked_further(item) == frozenset(item.follow_up.for_options)


def test_an_action_that_names_levels_is_for_those() -> None:
    action = {"id": "do_it", "text": "Do it.", "first_step": "Begin.", "for_levels": ["3"]}
    one = a_questionnaire(an_item("aim", actions=[action]))
    assert [code for code in "1234" if one.actions_for("aim", code)] == ["3"]
