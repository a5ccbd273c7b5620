"""A plan that lives, on paper: what was spent, what was reached, who watches, and what rests."""

from dataclasses import replace
from datetime import date

from audit_app.plans.model import Plan, Priority
from audit_app.reports.action_plan import action_plan_document, overdue_actions
from audit_app.reports.governors import plan_values
from audit_app.reports.pdf import render
from audit_app.reports.priority import PlannedAction, PlannedMilestone, PlannedPriority
from audit_app.responses.standing import standings
from audit_app.results.audit_results import results_of
from tests.builders import MORNING, a_questionnaire, a_school, an_audit
from tests.reports.hostile import HOSTILE
from tests.reports.plans import a_plan
from tests.reports.reading import read
from tests.reports.soundness import assert_sound, nodes

LATE = PlannedAction("Ask the other school", due="2026-09-30")


def said(**fields: object) -> str:
    plan = a_plan(priorities=(PlannedPriority("A", actions=(LATE,), **fields),), date=date(2026, 11, 2))  # type: ignore[arg-type]
    return " ".join(text for _, text in read(render(action_plan_document(plan))).said())


def said_of_actions(*actions: PlannedAction) -> str:
    plan = a_plan(priorities=(PlannedPriority("A", actions=actions),), date=date(2026, 11, 2))
    return " ".join(" ".join(text.split()) for _, text in read(render(action_plan_document(plan))).said())


def test_milestones_stand_with_their_term_and_whether_they_are_reached() -> None:
    found = said(milestones=(PlannedMilestone("Two visits", "Spring 2027", True), PlannedMilestone("All visits")))
    assert "Milestones Milestone By when State Two visits Spring 2027 Reached" in found
    assert "All visits Not yet agreed Not yet reached" in found


def test_what_was_spent_stands_beside_what_was_planned() -> None:
    assert "Cost as planned £400 Cost so far £380" in said(cost="£400", cost_actual="£380")
    assert "Cost so far" not in said(cost="£400")


def test_who_monitors_when_and_how_is_one_sentence_or_two() -> None:
    found = said(monitored_by="Link governor", monitored_when="each half term", monitoring="Visit and minutes.")
    assert "Link governor, each half term. Visit and minutes." in found
    assert "How it is monitored Link governor" in said(monitored_by="Link governor")


def test_while_it_rests_that_is_its_progress_and_nothing_of_it_is_late() -> None:
    found = said(halt="on hold", halt_reason="A new head came.", rag="red", rag_reason="Late.")
    assert "On hold: A new head came." in found
    assert "Red: off track" not in found
    assert "Overdue, not started" not in found
    halted = a_plan(priorities=(PlannedPriority("A", actions=(LATE,), halt="stopped"),), date=date(2026, 11, 2))
    assert overdue_actions(halted) == ()


def test_the_first_step_is_printed_until_it_is_taken() -> None:
    ask = PlannedAction("Ask the other school", first_step="Ring on Monday.")
    found = said_of_actions(ask, replace(ask, text="Visit it", state="in progress", first_step="Book a bus."))
    assert "Ask the other school First step: Ring on Monday. Not yet agreed" in found
    assert "Book a bus." not in found


def test_the_next_review_stands_on_the_first_page() -> None:
    made = read(render(action_plan_document(a_plan(next_review="2027-01-11"))))
    (node,) = (one for one in nodes(made.root) if one.role == "P" and one.text.startswith("Next review:"))
    assert node.text.split() == ["Next", "review:", "11", "January", "2027"]
    assert node.pages == (0,)


def test_an_override_is_shown_as_one() -> None:
    asked = a_questionnaire()
    results = results_of(an_audit(asked), asked, standings(()), "draft")
    plan = Plan(priorities=(Priority(id="a", title="A", suggested=True), Priority(id="b", title="B")))
    document = action_plan_document(plan_values(a_school(), asked, results, plan, "", MORNING))
    found = " ".join(text for _, text in read(render(document)).said())
    assert found.index("Suggested by the results") < found.index("The school’s own choice")


def test_any_words_leave_the_paper_sound() -> None:
    for text in HOSTILE.values():
        full = PlannedPriority(
            "A",
            chosen=text,
            actions=(PlannedAction(text, first_step=text),),
            milestones=(PlannedMilestone(text, text, True),),
            cost_actual=text,
            monitored_by=text,
            monitored_when=text,
            halt="stopped",
            halt_reason=text,
        )
        document = action_plan_document(a_plan(priorities=(full,), next_review=text))
        assert_sound(render(document), document.blocks)


def test_what_the_plan_says_is_what_the_paper_says() -> None:
    priority = Priority.model_validate(
        {
            "id": "a",
            "title": "A",
            "milestones": [{"text": "Two visits", "term": "Spring term", "day": "2027-03-26"}],
            "cost_actual": "£380",
            "monitored_by": "Ms Hill",
            "monitored_when": "Fridays",
            "halt": "on hold",
            "halt_reason": "Snow.",
        }
    )
    asked = a_questionnaire()
    results = results_of(an_audit(asked), asked, standings(()), "draft")
    (shown,) = plan_values(a_school(), asked, results, Plan(priorities=(priority,)), "", MORNING).priorities
    assert shown.milestones == (PlannedMilestone("Two visits", "Spring term, 26 March 2027"),)
    assert (shown.cost_actual, shown.monitored_by, shown.monitored_when) == ("£380", "Ms Hill", "Fridays")
    assert (shown.halt, shown.halt_reason) == ("on hold", "Snow.")
