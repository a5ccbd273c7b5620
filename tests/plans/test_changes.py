"""Changes to a plan: what a person decides is what the plan says afterwards, and nothing is lost on the way."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.plans import changes, refusals
from audit_app.plans.differences import differences
from audit_app.plans.model import Plan, Priority, plan_of
from audit_app.plans.refusals import PlanValueError
from audit_app.plans.suggestions import SuggestedStep, Suggestion
from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry
from audit_app.responses.refusals import ReceivedError
from tests.builders import a_clock, an_entry
from tests.examples import examples

SUGGESTION = Suggestion(
    section="management",
    items=("management_a",),
    title="Management: one named person keeps it alive",
    why="Management scored 1.5, the lowest of five sections.",
    objective="One named person keeps it alive.",
    baseline="1.5 out of 4",
    target="2.5",
    actions=(
        SuggestedStep(item="management_a", action="name_one", text="Name one person."),
        SuggestedStep(item="management_a", action="give_hours", text="Give the person hours."),
    ),
    criteria=("One person has the role in writing.",),
)


class Planned:
    """A plan that grows on one device."""

    def __init__(self, device: str = "laptop", entries: tuple[Entry, ...] = ()) -> None:
        self.clock: Clock = a_clock(device)
        self.entries = entries

    def adopt(self) -> "Planned":
        self.entries += changes.adopt(self.entries, SUGGESTION, self.clock, "Ann")
        return self

    def set(self, **fields: JsonValue) -> tuple[Entry, ...]:
        made = changes.set_priority(self.entries, self.first.id, fields, self.clock, "Ann")
        self.entries += made
        return made

    @property
    def plan(self) -> Plan:
        return plan_of(self.entries)

    @property
    def first(self) -> Priority:
        return self.plan.priorities[0]


def test_an_adopted_suggestion_stands_in_the_plan_with_its_actions() -> None:
    first = Planned().adopt().first
    assert (first.title, first.section, first.items, first.suggested) == (
        SUGGESTION.title,
        "management",
        ("management_a",),
        True,
    )
    assert [action.text for action in first.actions] == ["Name one person.", "Give the person hours."]
    assert [(one.text, one.state) for one in first.criteria] == [("One person has the role in writing.", "not started")]


def test_a_suggestion_is_adopted_once() -> None:
    planned = Planned().adopt()
    assert changes.adopt(planned.entries, SUGGESTION, planned.clock, "Ann") == ()


def test_a_removed_suggestion_can_be_adopted_again() -> None:
    planned = Planned().adopt()
    planned.entries += changes.remove_priority(planned.entries, planned.first.id, planned.clock, "Ann")
    assert planned.plan.priorities == ()
    assert planned.adopt().first.title == SUGGESTION.title


def test_what_was_removed_can_be_put_back_as_it_was() -> None:
    planned = Planned().adopt()
    before = planned.plan
    planned.entries += changes.remove_priority(planned.entries, before.priorities[0].id, planned.clock, "Ann")
    planned.entries += changes.restore(planned.entries, before.priorities[0].id, None, planned.clock, "Ann")
    assert planned.plan == before


def test_priorities_stand_in_the_order_of_making() -> None:
    planned = Planned()
    for title in ("Reading", "Attendance", "Arts"):
        planned.entries += changes.add_priority(planned.entries, title, "", planned.clock, "Ann")
    assert [one.title for one in planned.plan.priorities] == ["Reading", "Attendance", "Arts"]


def test_a_priority_of_the_users_own_is_shown_as_one() -> None:
    planned = Planned()
    planned.entries += changes.add_priority(planned.entries, " Reading ", "Parents asked.", planned.clock, "Ann")
    assert (planned.first.title, planned.first.why, planned.first.suggested) == ("Reading", "Parents asked.", False)


def test_a_field_that_is_set_replaces_what_stood() -> None:
    planned = Planned().adopt()
    before = planned.set(owner="Ann")
    after = planned.set(owner="Bob")
    assert after[0].replaces == (before[0].stamp,)
    assert planned.first.owner == "Bob"
    assert differences(planned.entries) == ()


def test_setting_what_stands_makes_no_entry() -> None:
    planned = Planned().adopt()
    planned.set(owner="Ann", rag="amber")
    assert planned.set(owner="Ann ", rag="amber", cost="") == ()


def test_what_was_said_can_be_emptied() -> None:
    planned = Planned().adopt()
    planned.set(owner="Ann", rag="amber", criteria=[{"text": "Seen", "state": "met"}])
    planned.set(owner="", rag=None, criteria=[])
    assert (planned.first.owner, planned.first.rag, planned.first.criteria) == ("", None, ())


def test_a_title_and_an_actions_text_can_be_changed_but_not_emptied() -> None:
    planned = Planned().adopt()
    with pytest.raises(refusals.UntitledPriorityError):
        planned.set(title=" ")
    action = planned.first.actions[0].id
    with pytest.raises(refusals.EmptyActionError):
        changes.set_action(planned.entries, planned.first.id, action, {"text": ""}, planned.clock, "Ann")
    planned.set(title="Reading")
    assert planned.first.title == "Reading"


def test_an_action_is_added_changed_and_removed() -> None:
    planned = Planned().adopt()
    planned.entries += changes.add_action(planned.entries, planned.first.id, "Ask the board.", planned.clock, "Ann")
    action = planned.first.actions[-1]
    fields: dict[str, JsonValue] = {"owner": "Bob", "due": "2027-01-15", "state": "in progress"}
    planned.entries += changes.set_action(planned.entries, planned.first.id, action.id, fields, planned.clock, "Ann")
    assert planned.first.actions[-1].model_dump(exclude={"id", "first_step", "school"}) == {
        "text": "Ask the board.",
        **fields,
    }
    planned.entries += changes.remove_action(planned.entries, planned.first.id, action.id, planned.clock, "Ann")
    assert action.id not in {one.id for one in planned.first.actions}


def test_questions_and_decisions_are_kept_without_blank_lines() -> None:
    planned = Planned()
    planned.entries += changes.ask_governors(planned.entries, ["Who leads? ", " "], [], planned.clock, "Ann")
    assert (planned.plan.questions, planned.plan.decisions) == (("Who leads?",), ())
    assert changes.ask_governors(planned.entries, ["Who leads?"], [], planned.clock, "Ann") == ()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"due": "31/12/2026"}, "The due date can't be kept like this. Write the day as year, month, day"),
        ({"due": "2026-02-30"}, "for example 2027-03-26. Nothing was changed."),
        ({"rag": "purple"}, "The rating can't be kept like this. Choose red, amber or green."),
        ({"owner": "x" * 201}, "The owner can't be kept like this. It is too long: shorten it."),
        ({"criteria": [{"text": "Seen", "state": "maybe"}]}, "Each needs a text and a state"),
        ({"colour": "red"}, "“colour” is not a part of it that can be filled in. These can: actions"),
        ({"id": "other"}, "“id” is not a part of it that can be filled in."),
        ({"why": 5}, "The reason can't be kept like this."),
    ],
)
def test_what_can_not_be_kept_is_refused_in_a_sentence(fields: dict[str, JsonValue], sentence: str) -> None:
    planned = Planned().adopt()
    with pytest.raises(AuditError) as refused:
        planned.set(**fields)
    assert sentence.replace("actions", "baseline") in str(refused.value)


def test_one_bad_field_keeps_none_of_them() -> None:
    planned = Planned().adopt()
    with pytest.raises(refusals.PlanValueError):
        planned.set(owner="Ann", due="soon")
    assert planned.first.owner == ""


def test_what_is_not_there_can_not_be_changed() -> None:
    planned = Planned().adopt()
    with pytest.raises(refusals.UnknownPriorityError, match="no priority “gone”"):
        changes.set_priority(planned.entries, "gone", {"owner": "Ann"}, planned.clock, "Ann")
    with pytest.raises(refusals.UnknownActionError, match="no action “gone”"):
        changes.set_action(planned.entries, planned.first.id, "gone", {"owner": "Ann"}, planned.clock, "Ann")


def test_a_priority_needs_a_title_and_an_action_a_text() -> None:
    planned = Planned().adopt()
    with pytest.raises(refusals.UntitledPriorityError):
        changes.add_priority((), "  ", "", planned.clock, "Ann")
    with pytest.raises(refusals.EmptyActionError):
        changes.add_action(planned.entries, planned.first.id, " ", planned.clock, "Ann")


def test_another_schools_plan_can_not_be_changed() -> None:
    received = (an_entry({"option": "3"}, field="answer", redacted=True),)
    with pytest.raises(ReceivedError):
        changes.adopt(received, SUGGESTION, a_clock(), "Ann")


def test_two_peoples_words_for_one_field_both_stay_and_are_said() -> None:
    shared = Planned().adopt()
    ann, bob = Planned("annslaptop", shared.entries), Planned("bobstablet", shared.entries)
    ann.set(owner="Ann")
    bob.set(owner="Bob")
    merged = tuple({entry.stamp: entry for entry in (*ann.entries, *bob.entries)}.values())
    (difference,) = differences(merged)
    assert (difference.field, [entry.value for entry in difference.said]) == ("owner", ["Ann", "Bob"])
    assert plan_of(merged).priorities[0].owner == "Bob"
    later = Planned("annslaptop", merged)
    later.set(owner="Bob")
    assert differences(later.entries) == ()


def test_the_same_words_said_twice_are_no_difference() -> None:
    shared = Planned().adopt()
    ann, bob = Planned("annslaptop", shared.entries), Planned("bobstablet", shared.entries)
    ann.set(owner="Ann")
    bob.set(owner="Ann")
    assert differences((*ann.entries, *bob.entries)) == ()


def test_a_value_that_this_version_can_not_read_leaves_the_field_as_it_was() -> None:
    planned = Planned().adopt()
    strange = an_entry({"new": 1}, minute=900, subject=f"plan/{planned.first.id}", field="due")
    other = an_entry("Ann", minute=901, subject=f"plan/{planned.first.id}", field="owner")
    found = plan_of((*planned.entries, strange, other)).priorities[0]
    assert (found.due, found.owner) == ("", "Ann")


LIFE: tuple[tuple[str, JsonValue], ...] = (
    ("cost_actual", "£380"),
    ("milestones", [{"text": "Two visits", "term": "Spring 2027", "day": "", "reached": True}]),
    ("monitored_by", "Link governor"),
    ("monitored_when", "Each half term"),
    ("halt", "on hold"),
    ("halt_reason", "The other school has a new head."),
)
"""What a plan says once it lives: field and value."""


@pytest.mark.parametrize(("field", "value"), LIFE)
def test_what_happens_to_a_priority_is_kept(field: str, value: JsonValue) -> None:
    planned = Planned().adopt()
    planned.set(**{field: value})
    assert planned.first.model_dump(mode="json")[field] == value


def test_a_halt_ends_when_it_is_emptied() -> None:
    planned = Planned().adopt()
    planned.set(halt="stopped")
    planned.set(halt=None)
    assert planned.first.halt is None


@pytest.mark.parametrize(
    ("fields", "remedy"),
    [
        ({"halt": "asleep"}, "Choose on hold or stopped"),
        ({"milestones": [{"text": "Two visits", "day": "soon"}]}, "year, month, day"),
        ({"milestones": [{"text": "Two visits", "colour": "blue"}]}, "needs a text"),
        ({"cost_actual": "£" * 201}, "The actual cost can't be kept like this. It is too long"),
    ],
)
def test_what_cannot_be_kept_is_said_with_its_remedy(fields: dict[str, JsonValue], remedy: str) -> None:
    with pytest.raises(PlanValueError, match=remedy):
        Planned().adopt().set(**fields)


def test_the_day_of_the_next_review_is_agreed_changed_and_taken_back() -> None:
    planned = Planned()
    for day in ("2027-01-11", "2027-02-01", ""):
        planned.entries += changes.agree_next_review(planned.entries, day, planned.clock, "Ann")
        assert planned.plan.next_review == day
    with pytest.raises(PlanValueError, match=r"The day of the next review .* 2027-03-26"):
        changes.agree_next_review(planned.entries, "soon", planned.clock, "Ann")


def test_a_first_step_goes_along_with_an_idea_and_with_a_suggestion() -> None:
    planned = Planned().adopt()
    planned.entries += changes.take_up(planned.entries, planned.first.id, "Hold one.", "Ring.", planned.clock, "Ann")
    assert [(one.text, one.first_step) for one in planned.first.actions][-1] == ("Hold one.", "Ring.")
    suggestion = SUGGESTION.model_copy(
        update={"actions": (SuggestedStep(item="a", action="b", text="Name one.", first_step="Ask her."),)}
    )
    made = changes.adopt((), suggestion, a_clock(), "Ann")
    assert [one.first_step for one in plan_of(made).priorities[0].actions] == ["Ask her."]


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from(LIFE)), max_size=6), st.randoms(use_true_random=False))
def test_two_devices_that_edit_a_priority_join_to_one_plan_and_lose_no_word(
    edits: list[tuple[bool, tuple[str, JsonValue]]], order: Random
) -> None:
    begun = Planned().adopt().entries
    both = Planned("phone", begun), Planned("tablet", begun)
    for on_tablet, (field, value) in edits:
        both[on_tablet].set(**{field: value})
    joined = [*{one.stamp: one for one in (*both[0].entries, *both[1].entries)}.values()]
    kept = plan_of(joined)
    order.shuffle(joined)
    assert plan_of(joined) == kept
    said = kept.priorities[0].model_dump(mode="json")
    assert all(said[field] == value for _, (field, value) in edits)
    assert differences(joined) == ()
