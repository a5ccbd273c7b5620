"""`audit-app actions`: what somebody will do for a priority; ideas for it, and whose part it is in a joint plan."""

from typing import Annotated

import typer
from pydantic import JsonValue

from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show
from audit_app.commands.in_plan import (
    ACTION_SET,
    ActionName,
    Fields,
    PriorityName,
    Take,
    action_named,
    fields_given,
    priority_named,
    taken,
)
from audit_app.console import Row, counted
from audit_app.plans.action_library import Effort, Idea, Leave
from audit_app.plans.model import ACTION_FIELDS, Action, Plan
from audit_app.plans.refusals import UnknownActionError, checked

actions = typer.Typer(help="What somebody will do for the priorities of a plan.", no_args_is_help=True)
LEAVE = {"none": "nobody’s leave", "head": "the head’s leave", "board": "the governors’ leave"}


def add_to(app: typer.Typer) -> None:
    app.add_typer(actions, name="actions")


@actions.command("list")
def list_them(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Each with its number, which the other commands take: 2.1 is the first action of the second priority."""
    with open_data(context, data) as workspace:
        found = workspace.plan(audit_id)
    _show(found, as_json)


@actions.command("ideas")
def ideas(
    context: typer.Context,
    audit_id: AuditId,
    priority: PriorityName,
    leave: Annotated[Leave, typer.Option(help="None that needs further leave than this.")] = "board",
    effort: Annotated[Effort, typer.Option(help="None that needs more effort than this.")] = "large",
    take: Take = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Ideas for a priority: the questionnaire's own, then ways of working with other schools."""
    with open_data(context, data, writes=bool(take)) as workspace:
        chosen = priority_named(workspace.plan(audit_id), priority).id
        found = workspace.ideas(audit_id, chosen, leave, effort)
        for at in taken(found, take):
            workspace.take_up(audit_id, chosen, found[at])
        plan = workspace.plan(audit_id)
    there = {one.text.strip() for one in priority_named(plan, chosen).actions}
    rows = [
        {"number": at, **one.model_dump(mode="json"), "in_plan": one.text.strip() in there}
        for at, one in enumerate(found, 1)
    ]
    show(rows, "\n".join(_idea(at, one, there) for at, one in enumerate(found, 1)), as_json)


@actions.command("add")
def add(
    context: typer.Context,
    audit_id: AuditId,
    priority: PriorityName,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What somebody will do.")],
    first_step: Annotated[str, typer.Option(metavar="WORDS", help="What can be done on Monday.")] = "",
    owner: Annotated[str, typer.Option(metavar="NAME", help="Who will do it.")] = "",
    due: Annotated[str, typer.Option(metavar="DAY", help="By when: 2027-03-26.")] = "",
    school: Annotated[
        list[str] | None, typer.Option("--school", metavar="NAME", help="In a joint plan: whose part; again for each.")
    ] = None,
    every_school: Annotated[
        bool, typer.Option("--every-school", help="In a joint plan: once for each school that takes part.")
    ] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """A new one; in a joint plan once for each school that is named."""
    fields: dict[str, JsonValue] = {"first_step": first_step, "owner": owner, "due": due}
    said = {name: value for name, value in fields.items() if value}
    checked(Action, said, ACTION_FIELDS)  # before anything is kept
    with open_data(context, data, writes=True) as workspace:
        before = workspace.plan(audit_id)
        chosen = priority_named(before, priority)
        if school or every_school:
            found = workspace.share_out(audit_id, chosen.id, words, schools=() if every_school else school or ())
        else:
            found = workspace.add_action(audit_id, chosen.id, words)
        known = {one.id for one in chosen.actions}
        for one in priority_named(found, chosen.id).actions:
            if one.id not in known and said:
                found = workspace.set_action(audit_id, chosen.id, one.id, said)
    _show(found, as_json)


@actions.command("set", help=f"Fill in what is known of one: {', '.join(sorted(ACTION_SET))}.")
def set_fields(
    context: typer.Context,
    audit_id: AuditId,
    action: ActionName,
    fields: Fields,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    said = fields_given(fields, ACTION_SET)
    with open_data(context, data, writes=True) as workspace:
        whose, which = action_named(workspace.plan(audit_id), action)
        found = workspace.set_action(audit_id, whose.id, which.id, said)
    _show(found, as_json)


@actions.command("remove")
def remove(
    context: typer.Context, audit_id: AuditId, action: ActionName, data: Data = None, as_json: AsJson = False
) -> None:
    """Take one out of the plan; “actions bring-back” puts it back."""
    with open_data(context, data, writes=True) as workspace:
        whose, gone = action_named(workspace.plan(audit_id), action)
        found = workspace.remove_action(audit_id, whose.id, gone.id)
    name = f"{whose.id}.{gone.id}"
    said = f"Removed: {gone.text} “actions bring-back {audit_id} {name}” puts it back."
    show({"removed": name, "actions": _rows(found)}, said, as_json)


@actions.command("bring-back")
def bring_back(
    context: typer.Context,
    audit_id: AuditId,
    action: Annotated[str, typer.Argument(metavar="ID", help="As “actions remove” said it.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Put one back that was taken out."""
    whose, _, which = action.partition(".")
    if not which:
        raise UnknownActionError(action)
    with open_data(context, data, writes=True) as workspace:
        priority = priority_named(workspace.plan(audit_id), whose).id
        found = workspace.restore(audit_id, priority, which)
    action_named(found, f"{priority}.{which}")  # says so where it never was one
    _show(found, as_json)


def _show(found: Plan, as_json: bool) -> None:
    lines = [
        f"{row['number']} {row['text']} ({row['owner'] or 'nobody yet'}, {row['due'] or 'no date'}, {row['state']})"
        for row in _rows(found)
    ]
    show(_rows(found), "\n".join(lines) or "The plan has no actions yet.", as_json)


def _rows(found: Plan) -> list[Row]:
    return [
        {"number": f"{at}.{number}", "priority": priority.id, **one.model_dump(mode="json")}
        for at, priority in enumerate(found.priorities, 1)
        for number, one in enumerate(priority.actions, 1)
    ]


def _idea(number: int, one: Idea, there: set[str]) -> str:
    told = f"{LEAVE[one.leave]}, {one.effort} effort, {counted(one.weeks, 'week')}"
    mark = " (in the plan)" if one.text.strip() in there else ""
    return f"{number}. {one.text}{mark}\n   First step: {one.first_step} ({told})"
