"""Days of a plan that are still to be met: what is due, what is overdue, and what goes into a calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from audit_app.language import _
from audit_app.plans.model import Plan, Priority
from audit_app.responses.model import Frozen

SOON = timedelta(days=14)
"""Schools' plans look two weeks ahead (field notes, “plan tracking”)."""

Kind = Literal["action", "milestone", "priority", "review"]


class PlanDay(Frozen):
    """Something of a plan that falls on a day and has not happened yet."""

    day: date
    kind: Kind
    text: str
    owner: str = ""
    school: str = ""
    """Whose part it is, in a joint plan."""
    priority: str = ""
    """Its id; empty for a review of the whole plan."""
    title: str = ""
    """Of the priority."""
    name: str
    """Stays the same when the day or the words are changed: `<priority>/<action>`, say."""


def open_days(plan: Plan) -> tuple[PlanDay, ...]:
    """The earliest first. Nothing of a priority that is on hold or stopped, and nothing that was reached."""
    found = [day for priority in plan.priorities if priority.halt is None for day in _of(priority)]
    if plan.next_review:
        found.append(PlanDay(day=date.fromisoformat(plan.next_review), kind="review", text="", name="review"))
    return tuple(sorted(found, key=lambda one: (one.day, one.name)))


def overdue(days: Iterable[PlanDay], today: date) -> tuple[PlanDay, ...]:
    return tuple(one for one in days if one.day < today)


def due_soon(days: Iterable[PlanDay], today: date) -> tuple[PlanDay, ...]:
    """Today and the next fourteen days."""
    return tuple(one for one in days if today <= one.day <= today + SOON)


def _of(priority: Priority) -> Iterator[PlanDay]:
    def made(day: str, kind: Kind, text: str, owner: str, name: str, school: str = priority.school) -> PlanDay:
        return PlanDay(
            day=date.fromisoformat(day),
            kind=kind,
            text=text,
            owner=owner.strip(),
            school=school.strip(),
            priority=priority.id,
            title=priority.title,
            name=f"{priority.id}/{name}",
        )

    for action in priority.actions:
        if action.due and action.state != "done":
            yield made(action.due, "action", action.text, action.owner, action.id, action.school)
    for number, milestone in enumerate(priority.milestones, 1):
        if milestone.day and not milestone.reached:
            yield made(
                milestone.day,
                "milestone",
                milestone.text,
                priority.owner,
                _("milestone {number}").format(number=number),
            )
    if priority.due and not is_reached(priority):
        yield made(priority.due, "priority", priority.title, priority.owner, "end")


def is_reached(priority: Priority) -> bool:
    """Every success criterion is met, and there is at least one."""
    return bool(priority.criteria) and all(one.state == "met" for one in priority.criteria)
