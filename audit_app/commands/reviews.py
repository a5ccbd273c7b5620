"""`audit-app reviews`: when a plan was looked at together, what was said, and when it is looked at next."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer

from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show
from audit_app.plans.model import Plan
from audit_app.plans.reviews import Review
from audit_app.responses.refusals import GoneError

reviews = typer.Typer(help="When a plan was looked at together, and when it is next.", no_args_is_help=True)
Day = typer.Argument(metavar="DATE", formats=["%Y-%m-%d", "%d/%m/%Y"], help="As in 2027-03-26 or 26/3/2027.")


def add_to(app: typer.Typer) -> None:
    app.add_typer(reviews, name="reviews")


@reviews.command("list")
def list_them(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Those that were held, the oldest first, and the day of the next."""
    with open_data(context, data) as workspace:
        held, plan = workspace.reviews(audit_id), workspace.plan(audit_id)
    _show(held, plan, as_json)


@reviews.command("add")
def add(
    context: typer.Context,
    audit_id: AuditId,
    day: Annotated[datetime, Day],
    note: Annotated[str, typer.Option(metavar="WORDS", help="What was said.")] = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Record one that was held; “plan” says from then on what has changed since."""
    with open_data(context, data, writes=True) as workspace:
        held, plan = workspace.record_review(audit_id, day.date(), note), workspace.plan(audit_id)
    _show(held, plan, as_json)


@reviews.command("take-back")
def take_back(
    context: typer.Context,
    audit_id: AuditId,
    stamp: Annotated[str, typer.Argument(metavar="STAMP", help="As “reviews list” shows it.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """One that was recorded by mistake."""
    with open_data(context, data, writes=True) as workspace:
        found = next((one for one in workspace.reviews(audit_id) if one.stamp == stamp), None)
        if found is None:
            raise GoneError
        held, plan = workspace.take_back_review(audit_id, found), workspace.plan(audit_id)
    _show(held, plan, as_json)


@reviews.command("next")
def agree_next(
    context: typer.Context,
    audit_id: AuditId,
    day: Annotated[datetime | None, Day] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Agree when the plan is looked at next; without a date, that no day is agreed."""
    with open_data(context, data, writes=True) as workspace:
        plan = workspace.agree_next_review(audit_id, day.date() if day else None)
        held = workspace.reviews(audit_id)
    _show(held, plan, as_json)


def _show(held: Sequence[Review], plan: Plan, as_json: bool) -> None:
    lines = [f"{one.day}{f': {one.note}' if one.note else ''}  [{one.stamp}]" for one in held]
    lines.append(f"Next review: {plan.next_review or 'no day is agreed'}")
    document = {"reviews": [one.model_dump(mode="json") for one in held], "next_review": plan.next_review or None}
    show(document, "\n".join(lines), as_json)
