"""What has changed in a plan, in sentences short enough for a governors' first page."""

import pytest

from audit_app.plans.model import Action, Criterion, Plan, Priority
from audit_app.reports.what_changed import DETAILS, MOST, NEW, NOTHING, what_changed

OLD = Priority(
    id="p1",
    title="Trust",
    due="2027-03-01",
    owner="Ann",
    rag="amber",
    criteria=(Criterion(text="Minutes are kept."),),
    actions=(Action(id="a", text="Ask all schools."), Action(id="b", text="Write it down.", due="2027-01-01")),
)


def changed(**fields: object) -> tuple[str, ...]:
    return what_changed(Plan(priorities=(OLD,)), Plan(priorities=(OLD.model_copy(update=fields),)))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"rag": "green"}, "Priority 1 is green: on track, before amber: at risk"),
        ({"due": "2027-07-01"}, "Priority 1: due 1 July 2027, not 1 March 2027"),
        ({"due": ""}, "Priority 1: without a day now, before due 1 March 2027"),
        ({"owner": "Bo"}, "Priority 1: led by Bo, not Ann"),
        ({"owner": " "}, "Priority 1: led by nobody now, before by Ann"),
        ({"objective": "Every visit is prepared."}, DETAILS),
        ({"actions": (OLD.actions[0].model_copy(update={"state": "done"}), OLD.actions[1])}, "Ask all schools."),
        ({"criteria": (Criterion(text="Minutes are kept.", state="met"),)}, "met: Minutes are kept."),
        ({"actions": (*OLD.actions, Action(id="c", text="More."))}, "Priority 1: 1 action added"),
        ({"actions": OLD.actions[:1]}, "Priority 1: 1 action taken out"),
    ],
)
def test_each_change_has_its_sentence(fields: dict[str, object], said: str) -> None:
    (sentence,) = changed(**fields)
    assert said in sentence


def test_new_and_dropped_priorities_are_named() -> None:
    other = Priority(id="p2", title="Format")
    assert what_changed(Plan(priorities=(OLD,)), Plan(priorities=(other,))) == (
        "Priority 1 is new",
        "No longer a priority: Trust",
    )


def test_a_plan_that_did_not_change_says_so() -> None:
    assert changed() == (NOTHING,)


def test_a_plan_that_was_not_there_is_new_and_one_that_never_was_says_nothing() -> None:
    assert what_changed(Plan(), Plan(priorities=(OLD,))) == (NEW,)
    assert what_changed(Plan(), Plan()) == ()


def test_more_changes_than_fit_are_counted() -> None:
    many = tuple(Action(id=str(number), text="Do it.", state="done") for number in range(20))
    said = changed(actions=(*OLD.actions, *many))
    assert len(said) == MOST
    assert "more changes" in said[-1]


def test_long_words_are_cut_at_a_space() -> None:
    (said,) = changed(owner="a long name " * 15)
    assert len(said) < 120
    assert "…" in said
