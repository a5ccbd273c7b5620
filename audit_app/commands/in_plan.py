"""What the commands that change a plan share: how its parts are named, and how fields are filled in."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Annotated

import typer
from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.plans.model import ACTION_FIELDS, PRIORITY_FIELDS, Action, Plan, Priority
from audit_app.plans.refusals import UnknownActionError, UnknownPlanFieldError, UnknownPriorityError

PriorityName = Annotated[
    str, typer.Argument(metavar="PRIORITY", help="Its number, as “priorities list” shows it, or its id.")
]
ActionName = Annotated[str, typer.Argument(metavar="ACTION", help="Its number, as “actions list” shows it: 2.1.")]
Fields = Annotated[list[str], typer.Argument(metavar="FIELD=WORDS…", help="Nothing after “=” empties the field.")]
Take = Annotated[list[int] | None, typer.Option("--take", metavar="NUMBER", help="Make it part of the plan.")]

PRIORITY_SET = PRIORITY_FIELDS - {"section", "suggested", "items"}
"""The others say where it came from."""
ACTION_SET = ACTION_FIELDS
LISTS = {
    "criteria": ('[{"text": "…", "state": "met"}]', "criterion"),
    "milestones": ('[{"text": "…", "day": "2027-03-26"}]', "milestone"),
}
"""Fields that hold several of something, in JSON, each with an example, and the command that takes words."""
CHOSEN = ("rag", "halt")
"""Where nothing is none of the choices."""


class NotAFieldError(AuditError):
    def __init__(self, given: str, known: Collection[str]) -> None:
        super().__init__(
            f"“{given[:60]}” fills in nothing. Write a field and its words: owner=Sam Reed. "
            f"These can be filled in: {', '.join(sorted(known))}."
        )


class NotAListError(AuditError):
    def __init__(self, field: str) -> None:
        example, command = LISTS[field]
        super().__init__(
            f"“{field}” holds several, so it is written as JSON: {field}={example}. One by one, in words: "
            f"“priorities {command}”."
        )


def priority_named(plan: Plan, name: str) -> Priority:
    """By its number or id. Raises UnknownPriorityError."""
    found = {one.id: one for one in plan.priorities} | {str(at): one for at, one in enumerate(plan.priorities, 1)}
    if name not in found:
        raise UnknownPriorityError(name)
    return found[name]


def action_named(plan: Plan, name: str) -> tuple[Priority, Action]:
    """By its number, 2.1, or by ids, PRIORITY.ACTION. Raises UnknownPriorityError, UnknownActionError."""
    whose, _, which = name.partition(".")
    priority = priority_named(plan, whose)
    found = {one.id: one for one in priority.actions} | {str(at): one for at, one in enumerate(priority.actions, 1)}
    if which not in found:
        raise UnknownActionError(which or name)
    return priority, found[which]


def fields_given(given: Sequence[str], known: frozenset[str]) -> Mapping[str, JsonValue]:
    """What each can hold is checked where it is kept. Raises NotAFieldError, NotAListError, UnknownPlanFieldError."""
    fields: dict[str, JsonValue] = {}
    for one in given:
        field, equals, words = one.partition("=")
        field = field.strip().replace("-", "_")
        if not equals:
            raise NotAFieldError(one, known)
        if field not in known:
            raise UnknownPlanFieldError(field, known)
        fields[field] = _listed(field, words) if field in LISTS else words if words or field not in CHOSEN else None
    return fields


def taken(found: Sequence[object], take: Sequence[int] | None) -> list[int]:
    """Places in the list, from 0. A number that stands for nothing is wrong usage."""
    if strange := [number for number in take or () if not 0 < number <= len(found)]:
        raise typer.BadParameter(f"There are {len(found)} to take, and {strange[0]} is none of them.")
    return [number - 1 for number in take or ()]


def _listed(field: str, words: str) -> JsonValue:
    try:
        value: JsonValue = json.loads(words or "[]")
    except (ValueError, RecursionError):
        raise NotAListError(field) from None
    if not isinstance(value, list):
        raise NotAListError(field)
    return value
