"""Lines about what a plan will say otherwise once a file or a place is taken in."""

from collections.abc import Iterator

from pydantic import JsonValue

from audit_app.console import json_text
from audit_app.plans.coming import PlanChange
from audit_app.shortening import titled
from audit_app.sync.merge import ImportPlan


def plan_changes(planned: ImportPlan) -> Iterator[str]:
    for one in (*planned.merge, *planned.conflict):
        for change in one.plan_changes:
            yield f"{one.school}, {one.wave}, the plan: {_line(change)}"


def _line(change: PlanChange) -> str:
    action = f", action “{titled(change.action)}”" if change.action else ""
    where = f"“{titled(change.priority)}”{action}" if change.priority or change.action else ""
    field = change.field.replace("_", " ")
    place = f"{where}, {field}" if where else field
    match change.deed:
        case "new" | "back":
            return f"{where} {'is new' if change.deed == 'new' else 'comes back'}"
        case "gone":
            return f"{where} is taken out"
        case "differs":
            return f"{place}: {_words(change.after)} beside {_words(change.before)}; “priorities differ” has them"
        case _:
            return f"{place}: {_words(change.after)} (until now: {_words(change.before)})"


def _words(value: JsonValue) -> str:
    return titled(value if isinstance(value, str) else json_text(value)) if value not in (None, "", []) else "nothing"
