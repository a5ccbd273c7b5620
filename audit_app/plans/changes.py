"""Changes to a plan: what a person decides, as the entries that say it.

As for answers, a change replaces what stands among the entries that this device has, and one that changes nothing makes
no entry. Blank text, an empty list or None takes the place of what was said.
"""

from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from audit_app.plans.model import ACTION_FIELDS, PLAN_FIELDS, PRIORITY_FIELDS, Action, Plan, Priority, plan_of
from audit_app.plans.refusals import (
    EmptyActionError,
    UnknownActionError,
    UnknownPriorityError,
    UntitledPriorityError,
    checked,
)
from audit_app.plans.suggestions import Suggestion
from audit_app.responses.changes import stamp_after
from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry
from audit_app.responses.refusals import ReceivedError
from audit_app.responses.standing import tips
from audit_app.responses.submission import is_received


def adopt(entries: Sequence[Entry], suggestion: Suggestion, clock: Clock, by: str) -> tuple[Entry, ...]:
    """Make a suggested priority one of the plan's, with its actions; all of it can be changed afterwards.

    A section whose suggestion stands in the plan already is not adopted twice. Raises ReceivedError.
    """
    _may_change(entries)
    if any(one.suggested and one.section == suggestion.section for one in plan_of(entries).priorities):
        return ()
    fields: dict[str, JsonValue] = {
        "title": suggestion.title,
        "section": suggestion.section,
        "items": list(suggestion.items),
        "why": suggestion.why,
        "suggested": True,
        "objective": suggestion.objective,
        "baseline": suggestion.baseline,
        "target": suggestion.target,
        "criteria": [{"text": text, "state": "not started"} for text in suggestion.criteria],
    }
    priority, made = _new(entries, "plan", fields, clock, by)
    for step in suggestion.actions:
        made += _new(entries, priority, _said_of(step.text, step.first_step), clock, by)[1]
    return made


def add_priority(entries: Sequence[Entry], title: str, why: str, clock: Clock, by: str) -> tuple[Entry, ...]:
    """A priority of the user's own; the reason may be blank.

    Raises UntitledPriorityError, PlanValueError, ReceivedError.
    """
    _may_change(entries)
    if not title.strip():
        raise UntitledPriorityError
    fields = checked(Priority, {"title": title, "why": why}, PRIORITY_FIELDS)
    return _new(entries, "plan", {name: value for name, value in fields.items() if value}, clock, by)[1]


def set_priority(
    entries: Sequence[Entry], priority_id: str, fields: Mapping[str, JsonValue], clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Fill in fields of a priority.

    Raises UnknownPriorityError, UntitledPriorityError, UnknownPlanFieldError, PlanValueError, ReceivedError.
    """
    _may_change(entries)
    _priority(entries, priority_id)
    if _is_blank(fields.get("title", "…")):
        raise UntitledPriorityError
    return _set(entries, f"plan/{priority_id}", checked(Priority, fields, PRIORITY_FIELDS), clock, by)


def remove_priority(entries: Sequence[Entry], priority_id: str, clock: Clock, by: str) -> tuple[Entry, ...]:
    """Take a priority out of the plan; the history keeps it. Raises UnknownPriorityError, ReceivedError."""
    _may_change(entries)
    _priority(entries, priority_id)
    return _set(entries, f"plan/{priority_id}", {"removed": True}, clock, by)


def add_action(entries: Sequence[Entry], priority_id: str, text: str, clock: Clock, by: str) -> tuple[Entry, ...]:
    """Raises EmptyActionError, UnknownPriorityError, PlanValueError, ReceivedError."""
    return take_up(entries, priority_id, text, "", clock, by)


def take_up(
    entries: Sequence[Entry], priority_id: str, text: str, first_step: str, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """An action with what can be done for it on Monday. Raises as add_action."""
    _may_change(entries)
    _priority(entries, priority_id)
    if not text.strip():
        raise EmptyActionError
    fields = checked(Action, _said_of(text, first_step), ACTION_FIELDS)
    return _new(entries, f"plan/{priority_id}", fields, clock, by)[1]


def _said_of(text: str, first_step: str) -> dict[str, JsonValue]:
    return {"text": text, **({"first_step": first_step} if first_step.strip() else {})}


def set_action(
    entries: Sequence[Entry],
    priority_id: str,
    action_id: str,
    fields: Mapping[str, JsonValue],
    clock: Clock,
    by: str,
) -> tuple[Entry, ...]:
    """Fill in fields of an action. Raises as set_priority, and UnknownActionError, EmptyActionError."""
    _may_change(entries)
    _action(entries, priority_id, action_id)
    if _is_blank(fields.get("text", "…")):
        raise EmptyActionError
    return _set(entries, f"plan/{priority_id}/{action_id}", checked(Action, fields, ACTION_FIELDS), clock, by)


def remove_action(
    entries: Sequence[Entry], priority_id: str, action_id: str, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Raises UnknownPriorityError, UnknownActionError, ReceivedError."""
    _may_change(entries)
    _action(entries, priority_id, action_id)
    return _set(entries, f"plan/{priority_id}/{action_id}", {"removed": True}, clock, by)


def restore(
    entries: Sequence[Entry], priority_id: str, action_id: str | None, clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Put a priority, or one of its actions, back as it was before it was removed. Raises ReceivedError."""
    _may_change(entries)
    subject = f"plan/{priority_id}" if action_id is None else f"plan/{priority_id}/{action_id}"
    return _set(entries, subject, {"removed": None}, clock, by)


def ask_governors(
    entries: Sequence[Entry], questions: Sequence[str], decisions: Sequence[str], clock: Clock, by: str
) -> tuple[Entry, ...]:
    """Set the questions for governors and the decisions asked for; blank lines are left out. Raises PlanValueError."""
    _may_change(entries)
    fields: dict[str, JsonValue] = {
        "questions": [line.strip() for line in questions if line.strip()],
        "decisions": [line.strip() for line in decisions if line.strip()],
    }
    return _set(entries, "plan", checked(Plan, fields, PLAN_FIELDS), clock, by)


def name_schools(entries: Sequence[Entry], schools: Sequence[str], clock: Clock, by: str) -> tuple[Entry, ...]:
    """The schools that take part in a joint plan. Raises PlanValueError, ReceivedError."""
    _may_change(entries)
    return _set(entries, "plan", checked(Plan, {"schools": list(schools)}, PLAN_FIELDS), clock, by)


def agree_next_review(entries: Sequence[Entry], day: str, clock: Clock, by: str) -> tuple[Entry, ...]:
    """The day on which the plan is looked at next, YYYY-MM-DD, or blank. Raises PlanValueError, ReceivedError."""
    _may_change(entries)
    return _set(entries, "plan", checked(Plan, {"next_review": day}, PLAN_FIELDS), clock, by)


def choose(entries: Sequence[Entry], stamp: str, clock: Clock, by: str) -> tuple[Entry, ...]:
    """Let this one of several wordings stand (differences.py); the others stay in the history. Raises ReceivedError."""
    _may_change(entries)
    found = (one for one in entries if one.stamp == stamp and one.subject.partition("/")[0] == "plan")
    return tuple(made for one in found for made in _set(entries, one.subject, {one.field: one.value}, clock, by))


def _may_change(entries: Sequence[Entry]) -> None:
    if is_received(entries):
        raise ReceivedError


def _priority(entries: Sequence[Entry], priority_id: str) -> Priority:
    for priority in plan_of(entries).priorities:
        if priority.id == priority_id:
            return priority
    raise UnknownPriorityError(priority_id)


def _action(entries: Sequence[Entry], priority_id: str, action_id: str) -> None:
    if all(action.id != action_id for action in _priority(entries, priority_id).actions):
        raise UnknownActionError(action_id)


def _is_blank(value: JsonValue) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _set(
    entries: Sequence[Entry], subject: str, fields: Mapping[str, JsonValue], clock: Clock, by: str
) -> tuple[Entry, ...]:
    standing = tips(entry for entry in entries if entry.subject == subject)
    made = []
    for name, value in fields.items():
        before = standing.get((subject, name), ())
        said = [entry.value for entry in before]
        if said != [value] and (said or value not in (None, "", [])):
            made.append(_said(entries, subject, name, value, before, clock, by))
    return tuple(made)


def _new(
    entries: Sequence[Entry], parent: str, fields: Mapping[str, JsonValue], clock: Clock, by: str
) -> tuple[str, tuple[Entry, ...]]:
    """A new subject below the parent and its entries; named after a stamp, so names sort in the order of making."""
    stamp = stamp_after(entries, clock)
    subject = f"{parent}/{''.join(character for character in stamp if character.isalnum())}"
    return subject, tuple(_said(entries, subject, name, value, (), clock, by) for name, value in fields.items())


def _said(
    entries: Sequence[Entry],
    subject: str,
    field: str,
    value: JsonValue,
    replaced: Sequence[Entry],
    clock: Clock,
    by: str,
) -> Entry:
    return Entry(
        stamp=stamp_after(entries, clock),
        by=by,
        subject=subject,
        field=field,
        value=value,
        replaces=tuple(entry.stamp for entry in replaced),
    )
