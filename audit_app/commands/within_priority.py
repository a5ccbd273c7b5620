"""`audit-app priorities criterion` and `milestone`: how one knows, and what to have reached on the way, in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Literal

import typer
from pydantic import JsonValue

from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show
from audit_app.commands.in_plan import PriorityName, priority_named
from audit_app.console import Row
from audit_app.errors import AuditError
from audit_app.plans.model import Criterion, Milestone, Priority
from audit_app.workspace import Workspace

Number = Annotated[int | None, typer.Option(metavar="NUMBER", help="Change this one, as they are numbered.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take the one with that number out.")]
Said = Mapping[str, JsonValue]
"""What is given; nothing where nothing is said of it."""


class NoSuchPartError(AuditError):
    def __init__(self, number: int, there: int) -> None:
        has = f"it has {there}, from 1 on" if there else "it has none yet"
        super().__init__(f"There is no number {number}: {has}. Give its words alone to add one.")


def add_to(priorities: typer.Typer) -> None:
    priorities.command("criterion")(criterion)
    priorities.command("milestone")(milestone)


def criterion(
    context: typer.Context,
    audit_id: AuditId,
    priority: PriorityName,
    words: Annotated[str | None, typer.Argument(metavar="WORDS", help="What shows that it was reached.")] = None,
    number: Number = None,
    state: Annotated[
        Literal["not started", "in progress", "not met", "partially met", "met"] | None,
        typer.Option(help="How far it is."),
    ] = None,
    remove: Remove = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """How people will know: add one by its words, change or remove one by its number; else those that are there."""
    changes: Said = {"text": words, "state": state}
    with open_data(context, data, writes=_says(changes, remove)) as workspace:
        one = priority_named(workspace.plan(audit_id), priority)
        if _says(changes, remove):
            after = _changed(one.criteria, number, changes, remove=remove)
            one = _kept(workspace, audit_id, one, "criteria", after)
    rows = [_row(at, each) for at, each in enumerate(one.criteria, 1)]
    lines = [f"{at}. {each.text} ({each.state})" for at, each in enumerate(one.criteria, 1)]
    show({"priority": one.id, "criteria": rows}, "\n".join(lines) or "It has no success criteria yet.", as_json)


def milestone(
    context: typer.Context,
    audit_id: AuditId,
    priority: PriorityName,
    words: Annotated[str | None, typer.Argument(metavar="WORDS", help="What is to be reached on the way.")] = None,
    number: Number = None,
    day: Annotated[datetime | None, typer.Option(metavar="DAY", formats=["%Y-%m-%d"], help="By when.")] = None,
    term: Annotated[str | None, typer.Option(metavar="WORDS", help="By when, as people call it: Spring 2027.")] = None,
    reached: Annotated[bool | None, typer.Option("--reached/--not-reached", help="Whether it was.")] = None,
    remove: Remove = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """On the way: add one by its words, change or remove one by its number; else those that are there."""
    by = day.date().isoformat() if day else None
    changes: Said = {"text": words, "day": by, "term": term, "reached": reached}
    with open_data(context, data, writes=_says(changes, remove)) as workspace:
        one = priority_named(workspace.plan(audit_id), priority)
        if _says(changes, remove):
            after = _changed(one.milestones, number, changes, remove=remove)
            one = _kept(workspace, audit_id, one, "milestones", after)
    rows = [_row(at, each) for at, each in enumerate(one.milestones, 1)]
    lines = [f"{at}. {_milestone(each)}" for at, each in enumerate(one.milestones, 1)]
    show({"priority": one.id, "milestones": rows}, "\n".join(lines) or "It has no milestones yet.", as_json)


def _says(changes: Said, remove: bool) -> bool:
    return remove or any(value is not None for value in changes.values())


def _changed(
    there: Sequence[Criterion | Milestone], number: int | None, changes: Said, *, remove: bool
) -> list[JsonValue]:
    """What each can hold is checked where it is kept. Raises NoSuchPartError."""
    before: list[JsonValue] = [each.model_dump(mode="json") for each in there]
    given = {name: value.strip() if isinstance(value, str) else value for name, value in changes.items()}
    said: dict[str, JsonValue] = {name: value for name, value in given.items() if value is not None}
    if said.get("text") == "":
        raise typer.BadParameter("Say it in words; --remove takes one out.")
    if number is None:
        if remove or "text" not in said:
            raise typer.BadParameter("Say which one with --number.")
        return [*before, said]
    if not 0 < number <= len(there):
        raise NoSuchPartError(number, len(there))
    instead: list[JsonValue] = [] if remove else [{**there[number - 1].model_dump(mode="json"), **said}]
    return [*before[: number - 1], *instead, *before[number:]]


def _kept(workspace: Workspace, audit_id: str, one: Priority, field: str, after: list[JsonValue]) -> Priority:
    return priority_named(workspace.set_priority(audit_id, one.id, {field: after}), one.id)


def _row(number: int, one: Criterion | Milestone) -> Row:
    return {"number": number, **one.model_dump(mode="json")}


def _milestone(one: Milestone) -> str:
    more = ", ".join(filter(None, (one.term, one.day, "reached" if one.reached else "")))
    return f"{one.text} ({more})" if more else one.text
