"""`audit-app priorities`: what a plan works on, of one school or several; and whose words stand where two differ."""

from collections.abc import Sequence
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands import within_priority
from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show
from audit_app.commands.in_plan import PRIORITY_SET, Fields, PriorityName, Take, fields_given, priority_named, taken
from audit_app.console import Row
from audit_app.plans.differences import Difference
from audit_app.plans.model import Action, Plan, Priority
from audit_app.plans.suggestions import Suggestion
from audit_app.responses.refusals import GoneError
from audit_app.shortening import titled

priorities = typer.Typer(help="What an action plan works on; “plan” shows all of it.", no_args_is_help=True)
NO_SUGGESTION = (
    "Nothing is suggested: there are no answers yet, or all are at the top. For a joint plan, “joint suggest” looks at "
    "what schools share."
)


def add_to(app: typer.Typer) -> None:
    within_priority.add_to(priorities)
    app.add_typer(priorities, name="priorities")
    app.command("ask-governors")(ask_governors)


@priorities.command("list")
def list_them(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Each with its number, which the other commands take."""
    with open_data(context, data) as workspace:
        found = workspace.plan(audit_id)
    _show(found, as_json)


@priorities.command("suggest")
def suggest(
    context: typer.Context, audit_id: AuditId, take: Take = None, data: Data = None, as_json: AsJson = False
) -> None:
    """What the results speak for, with the reasons; --take makes one of them a priority, with its actions."""
    with open_data(context, data, writes=bool(take)) as workspace:
        found = workspace.suggestions(audit_id)
        plan = workspace.plan(audit_id)
        for at in taken(found, take):
            plan = workspace.adopt(audit_id, found[at])
    there = {one.section for one in plan.priorities if one.suggested}
    document = {
        "audit": audit_id,
        "suggestions": [{**one.model_dump(mode="json"), "in_plan": one.section in there} for one in found],
        "priorities": [one.id for one in plan.priorities],
    }
    show(document, _suggested(found, there), as_json)


@priorities.command("add")
def add(
    context: typer.Context,
    audit_id: AuditId,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="In a few words.")],
    why: Annotated[str, typer.Option(metavar="WORDS", help="The reason.")] = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """One of your own choice."""
    with open_data(context, data, writes=True) as workspace:
        found = workspace.add_priority(audit_id, title, why)
    _show(found, as_json)


@priorities.command("set", help=f"Fill in what is known of one: {', '.join(sorted(PRIORITY_SET))}.")
def set_fields(
    context: typer.Context,
    audit_id: AuditId,
    priority: PriorityName,
    fields: Fields,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    said = fields_given(fields, PRIORITY_SET)
    with open_data(context, data, writes=True) as workspace:
        found = workspace.set_priority(audit_id, priority_named(workspace.plan(audit_id), priority).id, said)
    _show(found, as_json)


@priorities.command("remove")
def remove(
    context: typer.Context, audit_id: AuditId, priority: PriorityName, data: Data = None, as_json: AsJson = False
) -> None:
    """Take one out of the plan, with its actions; “priorities bring-back” puts it back."""
    with open_data(context, data, writes=True) as workspace:
        gone = priority_named(workspace.plan(audit_id), priority)
        found = workspace.remove_priority(audit_id, gone.id)
    said = f"Removed: {gone.title}. “priorities bring-back {audit_id} {gone.id}” puts it back."
    show({"removed": gone.id, "priorities": _rows(found)}, said, as_json)


@priorities.command("bring-back")
def bring_back(
    context: typer.Context,
    audit_id: AuditId,
    priority: Annotated[str, typer.Argument(metavar="ID", help="As “priorities remove” said it.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Put one back that was taken out."""
    with open_data(context, data, writes=True) as workspace:
        found = workspace.restore(audit_id, priority)
    priority_named(found, priority)  # says so where it never was one
    _show(found, as_json)


@priorities.command("differ")
def differ(
    context: typer.Context,
    audit_id: AuditId,
    choose: Annotated[str | None, typer.Option(metavar="STAMP", help="Let these words stand.")] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Where two people wrote the same part of the plan differently; --choose settles one of them."""
    with open_data(context, data, writes=choose is not None) as workspace:
        plan, found = workspace.plan(audit_id), workspace.plan_differences(audit_id)
        if choose is not None:
            if all(choose != said.stamp for one in found for said in one.said):
                raise GoneError
            workspace.choose_words(audit_id, choose)
            found = workspace.plan_differences(audit_id)
    said = "\n".join(_differently(plan, one) for one in found)
    show([_difference(one) for one in found], said or "Nothing differs.", as_json)


def ask_governors(
    context: typer.Context,
    audit_id: AuditId,
    question: Annotated[
        list[str] | None, typer.Option(metavar="WORDS", help="A question for governors; again for each.")
    ] = None,
    decision: Annotated[
        list[str] | None, typer.Option(metavar="WORDS", help="A decision asked for; again for each.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """What a plan asks of governors, in place of what it asked; without an option, what it asks."""
    with open_data(context, data, writes=question is not None or decision is not None) as workspace:
        found = workspace.plan(audit_id)
        if question is not None or decision is not None:
            asked = question if question is not None else found.questions
            found = workspace.ask_governors(audit_id, asked, decision if decision is not None else found.decisions)
    lines = [f"Question: {one}" for one in found.questions] + [f"Decision: {one}" for one in found.decisions]
    document = {"audit": audit_id, "questions": list(found.questions), "decisions": list(found.decisions)}
    show(document, "\n".join(lines) or "The plan asks nothing of governors.", as_json)


def _show(found: Plan, as_json: bool) -> None:
    show(_rows(found), console.plan(found), as_json)


def _rows(found: Plan) -> list[Row]:
    return [{"number": at, **one.model_dump(mode="json")} for at, one in enumerate(found.priorities, 1)]


def _suggested(found: Sequence[Suggestion], there: set[str]) -> str:
    lines = []
    for number, one in enumerate(found, 1):
        lines += [f"{number}. {one.title}{' (in the plan)' if one.section in there else ''}", f"   {one.why}"]
        lines += [f"   - {step.text}" for step in one.actions]
    return "\n".join(lines) or NO_SUGGESTION


def _difference(one: Difference) -> Row:
    said = [{"stamp": entry.stamp, "by": entry.by, "value": entry.value} for entry in one.said]
    return {"subject": one.subject, "field": one.field, "said": said}


def _differently(plan: Plan, one: Difference) -> str:
    lines = [f"  {entry.by or 'somebody'}: {entry.value}  [{entry.stamp}]" for entry in one.said]
    return "\n".join(
        [f"{_named(plan, one.subject)}, {one.field.replace('_', ' ')} (the last stands until one is chosen)", *lines]
    )


def _named(plan: Plan, subject: str) -> str:
    """As people call it; its path where it was taken out of the plan."""
    _, whose, which = (*subject.split("/"), "", "")[:3]
    if not whose:
        return "The plan"
    priority = next((one for one in plan.priorities if one.id == whose), None)
    action = next((one for one in priority.actions if one.id == which), None) if priority else None
    match priority, action:
        case Priority(title=title), Action(text=text):
            return f"“{title}”, action “{titled(text)}”"
        case Priority(title=title), None if not which:
            return f"“{title}”"
        case _:
            return subject
