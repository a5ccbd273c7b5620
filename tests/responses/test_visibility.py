"""Skip logic: what is shown, and that a hidden answer is kept and does not count."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.fitting import asks_for_more, misfit, remarks
from audit_app.responses.model import Answer
from audit_app.responses.progress import unanswered
from audit_app.responses.standing import Standing
from audit_app.responses.visibility import answers_of, hidden_items, offered_options, shown_items, without_hidden
from tests.examples import examples
from tests.questionnaires.making import a_choice, a_questionnaire, an_item

YES_THEN_WHY = a_questionnaire(
    a_choice("works", "yes", "no"),
    an_item("how", visible_if="${works} = 'yes'"),
    an_item("since", kind="date", visible_if="${how} >= 3"),
    an_item("closing", kind="text"),
)


def shown(questionnaire: Questionnaire, **answers: Answer) -> list[str]:
    return [item.id for item in shown_items(questionnaire, answers)]


def test_everything_is_shown_where_there_are_no_conditions() -> None:
    assert hidden_items(a_questionnaire(an_item("a"), an_item("b")), {}) == frozenset()


def test_an_item_is_shown_once_its_condition_holds() -> None:
    assert shown(YES_THEN_WHY) == ["works", "closing"]
    assert shown(YES_THEN_WHY, works=Answer(option="yes")) == ["works", "how", "closing"]
    assert shown(YES_THEN_WHY, works=Answer(option="yes"), how=Answer(option="3")) == [
        "works",
        "how",
        "since",
        "closing",
    ]


def test_a_hidden_answer_does_not_show_what_depends_on_it() -> None:
    assert shown(YES_THEN_WHY, works=Answer(option="no"), how=Answer(option="4")) == ["works", "closing"]


def test_a_reason_for_no_answer_counts_as_none() -> None:
    assert shown(YES_THEN_WHY, works=Answer(reason="prefer_not_to_say")) == ["works", "closing"]


def test_an_item_may_look_at_one_that_is_asked_later() -> None:
    backwards = a_questionnaire(
        an_item("first", visible_if="${second} = '4'"), an_item("second", visible_if="${third} = 'yes'"),
        a_choice("third", "yes", "no"),
    )  # fmt: skip
    answers = {"second": Answer(option="4"), "third": Answer(option="no")}
    assert hidden_items(backwards, answers) == {"first", "second"}
    assert hidden_items(backwards, {**answers, "third": Answer(option="yes")}) == frozenset()


def test_a_section_hides_all_its_items() -> None:
    sections = [
        {"id": "one", "title": "One", "items": [a_choice("works", "yes", "no")]},
        {"id": "two", "title": "Two", "visible_if": "${works} = 'yes'", "items": [an_item("a"), an_item("b")]},
    ]
    assert hidden_items(a_questionnaire(sections=sections), {"works": Answer(option="no")}) == {"a", "b"}


def test_a_circle_or_an_unreadable_condition_hides_nothing_for_good_and_does_not_fail() -> None:
    circle = a_questionnaire(
        an_item("a", visible_if="${b} = '1'"), an_item("b", visible_if="${a} = '1'"), an_item("c", visible_if="((")
    )
    assert hidden_items(circle, {"a": Answer(option="1"), "b": Answer(option="1")}) == frozenset()


def test_a_thousand_conditions_one_after_the_other_are_followed() -> None:
    items = [an_item("q0", kind="number")]
    items += [an_item(f"q{n}", kind="number", visible_if=f"${{q{n - 1}}} = 1") for n in range(1, 1000)]
    chain = a_questionnaire(*items)
    assert len(hidden_items(chain, {f"q{n}": Answer(value=1.0) for n in range(500)})) == 499


def test_what_is_hidden_is_kept_and_stays_out_of_what_counts() -> None:
    stands = {
        "works": Standing(answer=Answer(option="no")),
        "how": Standing(answer=Answer(option="4")),
        "closing": Standing(answer=Answer(value="Thank you.")),
    }
    assert set(without_hidden(YES_THEN_WHY, stands)) == {"works", "closing"}
    assert set(answers_of(stands)) == {"works", "how", "closing"}
    back = {**stands, "works": Standing(answer=Answer(option="yes"))}
    assert without_hidden(YES_THEN_WHY, back)["how"] == stands["how"]


def test_progress_counts_what_is_shown_and_can_be_answered() -> None:
    with_note = a_questionnaire(
        a_choice("works", "yes", "no"), an_item("how", visible_if="${works} = 'yes'"), an_item("thanks", kind="note")
    )
    assert unanswered(with_note, {}) == ("works",)
    assert unanswered(with_note, {"works": Standing(answer=Answer(option="yes"))}) == ("how",)


def test_options_are_offered_by_their_conditions() -> None:
    one = a_questionnaire(
        a_choice("phase", "primary", "secondary"),
        an_item(
            "year",
            kind="single",
            options=[
                {"code": "y6", "label": "Year 6", "visible_if": "${phase} = 'primary'"},
                {"code": "y7", "label": "Year 7", "visible_if": "${phase} = 'secondary'"},
                {"code": "other", "label": "Another"},
            ],
        ),
    )
    offered = offered_options(one, one.items_by_id["year"], {"phase": Answer(option="primary")})
    assert [option.code for option in offered] == ["y6", "other"]


KINDS = a_questionnaire(
    an_item("level"),
    a_choice("one", "a", "b"),
    a_choice("some", "a", "b", kind="multiple"),
    an_item("count", kind="number", whole=True, allow_not_applicable=False),
    an_item("size", kind="number"),
    an_item("words", kind="text", allow_prefer_not_to_say=False),
    an_item("day", kind="date"),
    an_item("note", kind="note"),
)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        ("level", Answer(option="4")),
        ("one", Answer(option="b")),
        ("some", Answer(value=("b", "a"))),
        ("count", Answer(value=3.0)),
        ("size", Answer(value=2.5)),
        ("words", Answer(value="Fine.")),
        ("day", Answer(value="2026-09-01")),
        ("day", Answer(reason="not_applicable")),
    ],
)
def test_an_answer_of_the_right_kind_fits(item: str, answer: Answer) -> None:
    assert misfit(KINDS, KINDS.items_by_id[item], answer) is None


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        ("level", Answer(option="5")),
        ("level", Answer(value="4")),
        ("one", Answer(value=("a",))),
        ("some", Answer(value=("a", "a"))),
        ("some", Answer(value=("c",))),
        ("some", Answer(option="a")),
        ("count", Answer(value=2.5)),
        ("count", Answer(reason="not_applicable")),
        ("size", Answer(value="2")),
        ("words", Answer(reason="prefer_not_to_say")),
        ("words", Answer(value=2.0)),
        ("day", Answer(value="1.9.2026")),
        ("day", Answer(value="20260901")),
        ("note", Answer(value="read")),
        ("note", Answer(reason="not_applicable")),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(item: str, answer: Answer) -> None:
    assert (misfit(KINDS, KINDS.items_by_id[item], answer) or "").endswith(".")


WEEK = a_questionnaire(
    an_item(
        "days",
        kind="number",
        required=True,
        checks=[
            {"condition": ". >= 0 and . <= 7", "message": "A week has seven days."},
            {"condition": ". < 6", "message": "At the weekend too?", "grade": "warning"},
        ],
    ),
    an_item("when", kind="date", checks=[{"condition": ". <= today()", "message": "That is still to come."}]),
    an_item("why", visible_if="${days} > 3", required=True, follow_up={"prompt": "What is missing?"}),
)


def test_checks_speak_by_their_grade() -> None:
    said = remarks(WEEK, {"days": Answer(value=9.0), "why": Answer(option="1")})
    assert [(one.item, one.grade) for one in said] == [("days", "error"), ("days", "warning")]


def test_checks_are_silent_about_what_holds_and_what_was_not_given() -> None:
    assert remarks(WEEK, {"days": Answer(value=3.0)}, date(2026, 11, 22)) == ()


def test_a_check_can_ask_for_today() -> None:
    answers = {"days": Answer(value=3.0), "when": Answer(value="2026-11-22")}
    assert remarks(WEEK, answers, date(2026, 11, 22)) == ()
    assert [one.message for one in remarks(WEEK, answers, date(2026, 11, 21))] == ["That is still to come."]


def test_a_required_item_is_missed_while_it_is_shown() -> None:
    assert [one.item for one in remarks(WEEK, {})] == ["days"]
    assert [one.item for one in remarks(WEEK, {"days": Answer(value=4.0)})] == ["why"]
    assert remarks(WEEK, {"days": Answer(reason="prefer_not_to_say")}) == ()


def test_a_low_level_asks_for_more() -> None:
    item = WEEK.items_by_id["why"]
    assert [asks_for_more(WEEK, item, Answer(option=level)) for level in "1234"] == [True, True, False, False]
    assert not asks_for_more(WEEK, item, None)


answers_to_a_chain = st.fixed_dictionaries(
    {},
    optional={
        "works": st.sampled_from([Answer(option="yes"), Answer(option="no"), Answer(reason="not_applicable")]),
        "how": st.sampled_from([Answer(option=level) for level in "1234"]),
        "since": st.just(Answer(value="2026-09-01")),
    },
)


@settings(max_examples=examples(60))
@given(answers_to_a_chain)
def test_what_is_shown_follows_from_what_is_shown(answers: dict[str, Answer]) -> None:
    hidden = hidden_items(YES_THEN_WHY, answers)
    assert hidden_items(YES_THEN_WHY, {name: one for name, one in answers.items() if name not in hidden}) == hidden
