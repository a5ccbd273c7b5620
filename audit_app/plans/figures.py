"""How far a plan has come, for the line about its audit in a list: so that a list of plans opens none of them."""

from collections.abc import Iterable

from audit_app.plans.model import plan_of
from audit_app.responses.model import Entry
from audit_app.responses.progress import PlanFigures, Summary


def with_plan(line: Summary, entries: Iterable[Entry]) -> Summary:
    """The line about an audit, once its plan is counted."""
    if not line.planned:
        return line
    plan = plan_of(entries)
    actions = [action for priority in plan.priorities for action in priority.actions]
    done = sum(action.state == "done" for action in actions)
    figures = PlanFigures(priorities=len(plan.priorities), actions=len(actions), done=done)
    return line.model_copy(update={"plan": figures})
