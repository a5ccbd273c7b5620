"""What a plan will say otherwise once other entries are taken in."""

from audit_app.plans import changes
from audit_app.plans.coming import PlanChange, changes_coming
from audit_app.plans.model import plan_of
from audit_app.plans.reviews import FIELD
from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry
from tests.builders import a_clock, an_entry

Entries = tuple[Entry, ...]


def a_plan(clock: Clock) -> tuple[Entries, str, str]:
    """Entries, the priority's id and its action's."""
    made = changes.add_priority((), "Read together", "", clock, "Ann")
    priority = plan_of(made).priorities[0].id
    made += changes.add_action(made, priority, "Open a lesson.", clock, "Ann")
    return made, priority, plan_of(made).priorities[0].actions[0].id


def told(ours: Entries, united: Entries) -> list[tuple[str, str, str, object, object]]:
    return [(one.deed, one.action, one.field, one.before, one.after) for one in changes_coming(ours, united)]


def test_a_field_is_told_with_what_it_says_now_and_will_say() -> None:
    clock = a_clock()
    ours, priority, action = a_plan(clock)
    ours += changes.set_priority(ours, priority, {"owner": "Ann"}, clock, "Ann")
    theirs = changes.set_priority(ours, priority, {"owner": "Ben", "cost": "£20"}, clock, "Ben")
    theirs += changes.set_action(ours, priority, action, {"state": "done"}, clock, "Ben")
    assert told(ours, ours + theirs) == [
        ("changed", "", "cost", None, "£20"),
        ("changed", "", "owner", "Ann", "Ben"),
        ("changed", "Open a lesson.", "state", None, "done"),
    ]
    assert {one.priority for one in changes_coming(ours, ours + theirs)} == {"Read together"}


def test_words_that_were_said_unknowing_are_told_to_differ() -> None:
    clock, other = a_clock(), a_clock("tablet")
    ours, priority, _ = a_plan(clock)
    mine = changes.set_priority(ours, priority, {"owner": "Ann"}, clock, "Ann")
    theirs = changes.set_priority(ours, priority, {"owner": "Ben"}, other, "Ben")
    assert told(ours + mine, ours + mine + theirs) == [("differs", "", "owner", "Ann", "Ben")]
    same = changes.set_priority(ours, priority, {"owner": "Ann"}, other, "Ben")
    assert told(ours + mine, ours + mine + same) == []


def test_what_comes_goes_and_comes_back_is_told_once() -> None:
    clock = a_clock()
    ours, priority, action = a_plan(clock)
    more = changes.add_priority(ours, "Visit one another", "Nobody has.", clock, "Ben")
    assert changes_coming(ours, ours + more) == (PlanChange(deed="new", priority="Visit one another"),)
    gone = changes.remove_action(ours, priority, action, clock, "Ben")
    assert told(ours, ours + gone) == [("gone", "Open a lesson.", "", None, None)]
    back = changes.restore(ours + gone, priority, action, clock, "Ben")
    assert told(ours + gone, ours + gone + back) == [("back", "Open a lesson.", "", None, None)]
    never = changes.remove_priority(ours + more, plan_of(ours + more).priorities[1].id, clock, "Ben")
    assert changes_coming(ours, ours + more + never) == ()


def test_of_a_review_its_day_is_told_and_answers_are_not() -> None:
    ours, _, _ = a_plan(a_clock())
    review = an_entry({"day": "2026-11-20", "note": "Well begun."}, minute=50, subject="plan", field=FIELD)
    answer = an_entry({"option": "3"}, minute=51, field="answer")
    assert told(ours, (*ours, review, answer)) == [("changed", "", FIELD, None, "2026-11-20")]
