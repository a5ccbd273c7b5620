"""`audit-app plan` and `audit-app due`: the action plan, what is due of it, and its days for a calendar."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show, write
from audit_app.commands.tables import Xlsx, tables_written
from audit_app.console import counted
from audit_app.plans.days import SOON, PlanDay, due_soon, open_days, overdue
from audit_app.plans.model import Plan, Priority
from audit_app.plans.reviews import Review
from audit_app.verbs.plan_life import DueHere, Since

SOON_WORDS = f"Due in the next {SOON.days} days"


def add_to(app: typer.Typer) -> None:
    app.command()(plan)
    app.command()(due)


def plan(
    context: typer.Context,
    audit_id: AuditId,
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write its days for a calendar (.ics).")
    ] = None,
    xlsx: Xlsx = None,
    school: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of a joint plan: this school's part alone.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """The action plan, of one school or a joint one: priorities, what is due, reviews, and what has changed."""
    with open_data(context, data) as workspace:
        found, held = workspace.plan(audit_id), workspace.reviews(audit_id)
        if school is not None:
            found = workspace.part_of(audit_id, school)
        days, since = open_days(found), workspace.since_last_review(audit_id)
        differ = workspace.plan_differences(audit_id)
        today = workspace.today()
        if ics:
            write(ics, workspace.plan_calendar(audit_id, school))
        if xlsx is not None:
            write(xlsx, workspace.spreadsheet(audit_id, school=school))
    late, soon = overdue(days, today), due_soon(days, today)
    document = {
        "audit": audit_id,
        **found.model_dump(mode="json"),
        "overdue": [one.model_dump(mode="json") for one in late],
        "due_soon": [one.model_dump(mode="json") for one in soon],
        "reviews": [one.model_dump(mode="json") for one in held],
        "changed_since_review": list(since.changes) if since else None,
        "differences": [one.model_dump(mode="json", include={"subject", "field"}) for one in differ],
    }
    said = [plan_text(found, late, soon, held, since)]
    if differ:
        fields = counted(len(differ), "field was", "fields were")
        said.append(f"\n{fields} written differently by two people: see “priorities differ”.")
    show(document, "\n".join([*said, *tables_written(xlsx, None)]), as_json)


def due(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """What is overdue, and what is due in the next fourteen days: in the school's own plans, and in its part of joint
    ones. With each questionnaire the newest plan counts; earlier ones with open days are named."""
    with open_data(context, data) as workspace:
        found, today, replaced = workspace.due_here(), workspace.today(), workspace.replaced_plans()
    parts = {"overdue": overdue, "due_soon": due_soon}
    chosen = {name: [one for one in found if pick((one.day,), today)] for name, pick in parts.items()}
    document = {
        name: [{"audit": one.audit, "joint": one.joint, **one.day.model_dump(mode="json")} for one in days]
        for name, days in chosen.items()
    }
    left_out = [{"audit": line.id, "wave": line.wave, "open_days": days} for line, days in replaced]
    said = due_text(chosen["overdue"], chosen["due_soon"])
    told = [
        f"Left out: {counted(days, 'open day')} of the plan of {line.wave} [{line.id}]: a newer plan took its place."
        for line, days in replaced
    ]
    show({**document, "left_out": left_out}, "\n".join([said, *told]), as_json)


def plan_text(
    found: Plan, late: Sequence[PlanDay], soon: Sequence[PlanDay], held: Sequence[Review], since: Since | None
) -> str:
    lines = [console.plan(found)]
    lines += [f"   {one}" for number, priority in enumerate(found.priorities, 1) for one in _more(number, priority)]
    lines += _list("Overdue", map(day_text, late)) + _list(SOON_WORDS, map(day_text, soon))
    lines += _list("Reviews", (f"{one.day}{f': {one.note}' if one.note else ''}" for one in held))
    if since:
        lines += _list(f"Changed since the review of {since.review.day}", since.changes)
    if found.next_review:
        lines += ["", f"Next review: {found.next_review}"]
    return "\n".join(lines)


def due_text(late: Sequence[DueHere], soon: Sequence[DueHere]) -> str:
    if not late and not soon:
        return f"Nothing is overdue, and nothing is due in the next {SOON.days} days."
    lines = _list("Overdue", (f"{day_text(one.day)} [{one.audit}]" for one in late))
    lines += _list(SOON_WORDS, (f"{day_text(one.day)} [{one.audit}]" for one in soon))
    return "\n".join(lines).lstrip("\n")


def day_text(one: PlanDay) -> str:
    what = one.text or "Review of the plan"
    who = ", ".join(filter(None, (one.owner, one.school)))
    return f"{one.day} {one.kind}: {what}{f' ({who})' if who else ''}"


def _more(number: int, priority: Priority) -> list[str]:
    """What a priority's line does not say."""
    facts = (
        ("School", priority.school),
        ("Chosen", "suggested by the results" if priority.suggested else "own choice"),
        (priority.halt.capitalize() if priority.halt else "", priority.halt_reason or "no reason given"),
        ("Cost", f"{priority.cost or 'not agreed'}, so far {priority.cost_actual}" if priority.cost_actual else ""),
    )
    told = [f"{number}. {label}: {words}" for label, words in facts if label and words]
    for one in priority.milestones:
        when = ", ".join(filter(None, (one.term, one.day))) or "no date"
        told.append(f"{number}. Milestone: {one.text} ({when}, {'reached' if one.reached else 'not yet reached'})")
    return told


def _list(title: str, lines: Iterable[str]) -> list[str]:
    made = [f"  {one}" for one in lines]
    return ["", title, *made] if made else []
