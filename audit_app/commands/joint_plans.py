"""`audit-app joint`: what several schools will do together. `plan`, `report` and `export` take its id too."""

from collections.abc import Sequence
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, Data, open_data, show
from audit_app.console import counted
from audit_app.plans.joint import Part
from audit_app.plans.model import Plan
from audit_app.plans.suggestions import Suggestion

PlanId = Annotated[str, typer.Argument(metavar="PLAN", help="A joint plan's id, as “joint list” shows it.")]
NOTHING_YET = "No joint plans yet. “audit-app joint start NAME --period TIME --school A --school B” begins one."
NOTHING_SHARED = "No third of the schools reports the same, so nothing is suggested: agree a priority of your own."


def add_to(app: typer.Typer) -> None:
    joint = typer.Typer(help="Joint plans: what several schools will do together, and the part of each.")
    joint.command("list")(list_plans)
    joint.command("start")(start)
    joint.command("schools")(schools)
    joint.command("parts")(parts)
    joint.command("suggest")(suggest)
    app.add_typer(joint, name="joint")


def list_plans(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """The joint plans in the data folder."""
    with open_data(context, data) as workspace:
        found = [(one, workspace.plan(one.id)) for one in workspace.joint_plans()]
    rows: list[console.Row] = [
        {
            "id": line.id,
            "partnership": line.school.name,
            "period": line.wave,
            "schools": list(plan.schools),
            "priorities": len(plan.priorities),
            "changed": line.changed,
        }
        for line, plan in found
    ]
    head = ("ID", "Partnership", "Time", "Schools", "Priorities", "Changed")
    lines = [
        (line.id, line.school.name, line.wave, len(plan.schools), len(plan.priorities), line.changed)
        for line, plan in found
    ]
    show(rows, console.columns([head, *lines]) if lines else NOTHING_YET, as_json)


def start(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the partnership is called.")],
    period: Annotated[str, typer.Option(metavar="TIME", help="What the plan is for, for example “2026–27”.")],
    school: Annotated[
        list[str] | None,
        typer.Option("--school", metavar="NAME", help="One that takes part; every one that is known here unless told."),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Begin a joint plan."""
    with open_data(context, data, writes=True) as workspace:
        made = workspace.start_joint_plan(name, period, school or workspace.schools_here())
        plan = workspace.plan(made)
    said = f"The joint plan “{made}” is begun. These take part: {', '.join(plan.schools)}."
    show({"id": made, "schools": list(plan.schools)}, said, as_json)


def schools(
    context: typer.Context,
    plan_id: PlanId,
    school: Annotated[list[str], typer.Argument(metavar="NAME…", help="All that take part from now on.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Say anew which schools take part; what is another's part already stays so."""
    with open_data(context, data, writes=True) as workspace:
        plan = workspace.name_schools(plan_id, school)
    show({"id": plan_id, "schools": list(plan.schools)}, f"These take part: {', '.join(plan.schools)}.", as_json)


def parts(context: typer.Context, plan_id: PlanId, data: Data = None, as_json: AsJson = False) -> None:
    """Each school's part in figures, the own one marked."""
    with open_data(context, data) as workspace:
        found, own = workspace.parts(plan_id), workspace.own_name_in(plan_id)
    document = {"id": plan_id, "own": own or None, "parts": [one.model_dump(mode="json") for one in found]}
    show(document, parts_text(found, own), as_json)


def suggest(
    context: typer.Context,
    plan_id: PlanId,
    questionnaire: Annotated[
        str | None, typer.Option(metavar="ID", help="Look at this one; the one that most schools answered unless told.")
    ] = None,
    take: Annotated[
        list[int] | None, typer.Option("--take", metavar="NUMBER", help="Make this suggestion a priority of the plan.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Priorities that a third of the schools or more have reason for; --take makes one of them the plan's."""
    with open_data(context, data, writes=bool(take)) as workspace:
        workspace.parts(plan_id)  # says so where it is no joint plan
        found = workspace.joint_suggestions(questionnaire)
        if strange := [number for number in take or () if not 0 < number <= len(found)]:
            raise typer.BadParameter(f"{counted(len(found), 'suggestion')}, and {strange[0]} is none of them.")
        plan = workspace.plan(plan_id)
        for number in take or ():
            plan = workspace.adopt(plan_id, found[number - 1])
    taken = {one.section for one in plan.priorities if one.suggested}
    document = {
        "id": plan_id,
        "suggestions": [{**one.model_dump(mode="json"), "in_plan": one.section in taken} for one in found],
        "priorities": [one.id for one in plan.priorities],
    }
    show(document, suggestions_text(found, plan), as_json)


def parts_text(found: Sequence[Part], own: str) -> str:
    head = ("School", "Leads", "Actions", "Done", "Overdue", "")
    lines = [
        (
            one.school or "(nobody yet)",
            one.leads,
            one.actions,
            one.done,
            one.overdue,
            "your part" if own and one.school == own else "",
        )
        for one in found
    ]
    return console.columns([head, *lines])


def suggestions_text(found: Sequence[Suggestion], plan: Plan) -> str:
    taken = {one.section for one in plan.priorities if one.suggested}
    lines = []
    for number, one in enumerate(found, 1):
        lines += [f"{number}. {one.title}{' (in the plan)' if one.section in taken else ''}", f"   {one.why}"]
    return "\n".join(lines) or NOTHING_SHARED
