"""Coming: what a plan will say otherwise once other entries are taken in, field by field, so that it is seen first."""

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import JsonValue

from audit_app.plans import reviews
from audit_app.plans.model import Plan, plan_of
from audit_app.responses.model import Entry, Frozen
from audit_app.responses.standing import heads

REMOVED = "removed"


class PlanChange(Frozen):
    """One field, or a priority or an action that comes, goes or comes back."""

    deed: Literal["new", "gone", "back", "changed", "differs"]
    """`differs`: both wordings will stand side by side until a person chooses."""
    priority: str = ""
    """Its title; blank for the plan itself."""
    action: str = ""
    """Its text; blank for the priority itself."""
    field: str = ""
    """Blank where it is about a whole priority or action."""
    before: JsonValue = None
    after: JsonValue = None


def changes_coming(ours: Iterable[Entry], united: Iterable[Entry]) -> tuple[PlanChange, ...]:
    """From what is here to what will be, in the order of the plan; nothing where the plan says the same."""
    ours, united = _of_plan(ours), _of_plan(united)
    if ours == united:
        return ()
    before, after = _said(ours), _said(united)
    names = {**_named(plan_of(one for one in united if one.field != REMOVED)), "plan": ("", "")}
    found: list[PlanChange] = []
    for subject in sorted(after):
        priority, action = names.get(subject, ("", ""))
        there, comes = before.get(subject, {}), after[subject]
        if there == comes:
            continue
        whole = None if subject == "plan" else _whole(there, comes)
        if whole is not None and (there or whole == "new"):
            found.append(PlanChange(deed=whole, priority=priority, action=action))
        if whole in ("new", "gone"):
            continue
        for field in sorted((comes.keys() | there.keys()) - {REMOVED}):
            was, will = there.get(field, ()), comes.get(field, ())
            if was != will:
                fresh = tuple(one for one in will if one not in was)
                found.append(
                    PlanChange(
                        deed="differs" if len(will) > 1 and field != reviews.FIELD else "changed",
                        priority=priority,
                        action=action,
                        field=field,
                        before=None if field == reviews.FIELD else _last(field, was),
                        after=_last(field, fresh or will),
                    )
                )
    return tuple(found)


Fields = Mapping[str, tuple[JsonValue, ...]]
"""Name to what stands; several where people's words differ, the last shown."""


def _of_plan(entries: Iterable[Entry]) -> list[Entry]:
    return sorted((one for one in entries if one.subject.partition("/")[0] == "plan"), key=lambda entry: entry.stamp)


def _said(entries: Iterable[Entry]) -> Mapping[str, dict[str, tuple[JsonValue, ...]]]:
    """By subject: what stands of each field, each wording once."""
    found: dict[str, dict[str, tuple[JsonValue, ...]]] = {}
    for (subject, field), group in heads(entries).items():
        values: list[JsonValue] = []
        for entry in group:
            if entry.value not in values:
                values.append(entry.value)
        found.setdefault(subject, {})[field] = tuple(values)
    return found


def _named(plan: Plan) -> dict[str, tuple[str, str]]:
    """By subject, what people call it, whether or not it was taken out."""
    found = {}
    for priority in plan.priorities:
        found[f"plan/{priority.id}"] = (priority.title, "")
        for action in priority.actions:
            found[f"plan/{priority.id}/{action.id}"] = (priority.title, action.text)
    return found


def _whole(there: Fields, comes: Fields) -> Literal["new", "gone", "back"] | None:
    """What becomes of a priority or an action."""
    goes, went = any(comes.get(REMOVED, ())), any(there.get(REMOVED, ()))
    if not there:
        return "gone" if goes else "new"
    if goes != went:
        return "gone" if goes else "back"
    return None


def _last(field: str, values: tuple[JsonValue, ...]) -> JsonValue:
    """Of a review, the day on which it was held."""
    value = values[-1] if values else None
    return value.get("day") if field == reviews.FIELD and isinstance(value, dict) else value
