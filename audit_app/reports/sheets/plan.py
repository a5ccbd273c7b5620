"""The sheets of the action plan: priorities, actions, success criteria, and what governors are asked."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from audit_app.plans.model import Action, Criterion, Milestone, Plan, Priority
from audit_app.reports.sheets.model import Field, Sheet, Value, field, sheet_of

PRIORITIES, ACTIONS, CRITERIA = "Priorities", "Actions", "Criteria"
MILESTONES, GOVERNORS = "Milestones", "For governors"


class InPriority(NamedTuple):
    """One thing of a priority, with the priority that it belongs to."""

    number: int
    priority: Priority
    action: Action = Action(id="")
    criterion: Criterion = Criterion(text="")
    milestone: Milestone = Milestone(text="")


class ForGovernors(NamedTuple):
    kind: str
    text: str
    day: Value = None


def plan_sheets(plan: Plan, sections: Mapping[str, str], *, joint: bool = False) -> Iterator[Sheet]:
    """`sections` are ids with their titles. Only a joint plan says which school leads, and which does what."""
    numbered = [InPriority(at, one) for at, one in enumerate(plan.priorities, start=1)]
    of_priorities, of_actions = _priority_fields(sections), ACTION_FIELDS
    if joint:
        at = len(NUMBERED)
        of_priorities = (*of_priorities[:at], LEADING_SCHOOL, *of_priorities[at:])
        of_actions = (*of_actions[:at], DOING_SCHOOL, *of_actions[at:])
    yield sheet_of(PRIORITIES, "One priority of the action plan.", of_priorities, numbered)
    actions = (one._replace(action=action) for one in numbered for action in one.priority.actions)
    yield sheet_of(ACTIONS, "One action of a priority.", of_actions, actions)
    criteria = (one._replace(criterion=criterion) for one in numbered for criterion in one.priority.criteria)
    yield sheet_of(CRITERIA, "One success criterion of a priority.", CRITERION_FIELDS, criteria)
    milestones = (one._replace(milestone=milestone) for one in numbered for milestone in one.priority.milestones)
    yield sheet_of(MILESTONES, "Something to have reached on the way.", MILESTONE_FIELDS, milestones)
    asked = (
        *(ForGovernors("question", text) for text in plan.questions),
        *(ForGovernors("decision", text) for text in plan.decisions),
        *((ForGovernors("next review", "", _day(plan.next_review)),) if plan.next_review else ()),
    )
    yield sheet_of(GOVERNORS, "What governors are asked, and when the plan is looked at next.", GOVERNOR_FIELDS, asked)


def _day(text: str) -> Value:
    return date.fromisoformat(text) if text else None


def _priority_fields(sections: Mapping[str, str]) -> tuple[Field[InPriority], ...]:
    return (
        *NUMBERED,
        field("Section", "The section that it comes from.", lambda one: sections.get(one.priority.section)),
        field("Items", "Ids of the items that it is to raise.", lambda one: "; ".join(one.priority.items)),
        field("Why", "The reason for it.", lambda one: one.priority.why, "words"),
        field(
            "Chosen by",
            "Where it comes from.",
            lambda one: "suggested" if one.priority.suggested else "own choice",
            "code",
            (("suggested", "The app suggested it from the results."), ("own choice", "The school chose it itself.")),
        ),
        field("Objective", "What will be different.", lambda one: one.priority.objective, "words"),
        field("Baseline", "Where the school stands.", lambda one: one.priority.baseline, "words"),
        field("Target", "Where it wants to be.", lambda one: one.priority.target, "words"),
        field("Owner", "Who leads it.", lambda one: one.priority.owner),
        field("Supporter", "Who helps.", lambda one: one.priority.supporter),
        field("Link governor", "Which governor follows it.", lambda one: one.priority.link_governor),
        field("Start", "The day it starts.", lambda one: _day(one.priority.start), "date"),
        field("Due", "The day it is due.", lambda one: _day(one.priority.due), "date"),
        field("Cost planned", "As it was written.", lambda one: one.priority.cost),
        field("Cost so far", "As it was written.", lambda one: one.priority.cost_actual),
        field("Monitoring", "How it is looked at.", lambda one: one.priority.monitoring, "words"),
        field("Monitored by", "Who looks at it.", lambda one: one.priority.monitored_by),
        field("Monitored when", "How often, or on which occasions.", lambda one: one.priority.monitored_when),
        field(
            "Halted",
            "Whether it was put aside; empty where it goes on.",
            lambda one: one.priority.halt,
            "code",
            (("on hold", "Nothing of it is due for the time being."), ("stopped", "It will not be taken up again.")),
        ),
        field("Why halted", "Why it was put aside.", lambda one: one.priority.halt_reason, "words"),
        field(
            "RAG",
            "The rating, in words.",
            lambda one: one.priority.rag,
            "code",
            (("red", "Off track."), ("amber", "At risk."), ("green", "On track.")),
        ),
        field("RAG reason", "Why it was rated so.", lambda one: one.priority.rag_reason, "words"),
        field("Impact", "What has changed for pupils and staff.", lambda one: one.priority.impact, "words"),
        field("Risks", "What could get in the way.", lambda one: one.priority.risks, "words"),
    )


NUMBERED: tuple[Field[InPriority], ...] = (
    field("Priority no.", "The number of the priority, in the order of the plan.", lambda one: one.number, "count"),
    field("Priority", "Its title.", lambda one: one.priority.title),
)

LEADING_SCHOOL: Field[InPriority] = field("School", "Which school leads it.", lambda one: one.priority.school)
DOING_SCHOOL: Field[InPriority] = field("School", "Whose part it is.", lambda one: one.action.school)

ACTION_FIELDS: tuple[Field[InPriority], ...] = (
    *NUMBERED,
    field("Action", "What somebody will do.", lambda one: one.action.text, "words"),
    field("First step", "What can be done on Monday.", lambda one: one.action.first_step, "words"),
    field("Owner", "Who does it.", lambda one: one.action.owner),
    field("Due", "The day it is due.", lambda one: _day(one.action.due), "date"),
    field(
        "State",
        "How far it is.",
        lambda one: one.action.state,
        "code",
        (("not started", "Nothing is done yet."), ("in progress", "It has begun."), ("done", "It is finished.")),
    ),
)

CRITERION_FIELDS: tuple[Field[InPriority], ...] = (
    *NUMBERED,
    field("Success criterion", "How the school will know.", lambda one: one.criterion.text, "words"),
    field(
        "State",
        "How far it is met.",
        lambda one: one.criterion.state,
        "code",
        (
            ("not started", "Nothing is done yet."),
            ("in progress", "Work on it has begun."),
            ("not met", "It was looked at and is not met."),
            ("partially met", "A part of it is met."),
            ("met", "It is met."),
        ),
    ),
)

MILESTONE_FIELDS: tuple[Field[InPriority], ...] = (
    *NUMBERED,
    field("Milestone", "What is to be reached.", lambda one: one.milestone.text, "words"),
    field("Term", "By which term, as people call it.", lambda one: one.milestone.term),
    field("Day", "By which day.", lambda one: _day(one.milestone.day), "date"),
    field(
        "Reached",
        "Whether it is reached.",
        lambda one: "yes" if one.milestone.reached else "no",
        "code",
        (("yes", "It is reached."), ("no", "It is not reached yet.")),
    ),
)

GOVERNOR_FIELDS: tuple[Field[ForGovernors], ...] = (
    field(
        "Kind",
        "What it is.",
        lambda one: one.kind,
        "code",
        (
            ("question", "A question for governors."),
            ("decision", "A decision that they are asked for."),
            ("next review", "The day on which the plan is looked at next."),
        ),
    ),
    field("Text", "As it was written.", lambda one: one.text, "words"),
    field("Day", "The day of the next review.", lambda one: one.day, "date"),
)
