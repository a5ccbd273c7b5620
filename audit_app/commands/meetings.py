"""`audit-app meetings`: when schools of the partnership met, as its gardener writes it down; “momentum” reads it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, Data, open_data, show
from audit_app.regional import day_words
from audit_app.results.meetings import Meeting, same_name

meetings = typer.Typer(
    help="When schools of the partnership met: what “momentum” counts gaps and absences from.", no_args_is_help=True
)
EVERYBODY = "all schools"
FEW = 3
"""Names in a line of the list; “--json” has all."""


@meetings.command("add")
def add(
    context: typer.Context,
    day: Annotated[
        datetime,
        typer.Argument(
            metavar="DATE",
            formats=["%Y-%m-%d", "%d/%m/%Y"],
            help="The day, as in 2026-10-09 or 9/10/2026; one to come is a meeting that is planned.",
        ),
    ],
    school: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A school that was there, by name or URN; again for each. All unless told."),
    ] = None,
    note: Annotated[str, typer.Option(metavar="TEXT", help="One line.")] = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Record a meeting to which every school was invited."""
    with open_data(context, data, writes=True) as workspace:
        known = {same_name(name) for name in workspace.schools_met()}
        made = workspace.record_meeting(day.date(), school or (), note)
    strange = [name for name in made.schools if same_name(name) not in known]
    said = [f"Kept: {_line(made)} Its id is {made.id}."]
    said += [f"Nothing else is known here of “{name}”: check how its name is written." for name in strange]
    show({**document(made), "unknown_schools": strange}, "\n".join(said), as_json)


@meetings.command("list")
def listed(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """Every meeting, the latest first."""
    with open_data(context, data) as workspace:
        found, today = workspace.meetings(), workspace.today()
    show([document(one) for one in found], _table(found, today), as_json)


@meetings.command("remove")
def remove(
    context: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="Its id, as “meetings list” shows it.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Take a meeting off the list."""
    with open_data(context, data, writes=True) as workspace:
        gone = workspace.remove_meeting(meeting)
    show(document(gone), f"Removed: {_line(gone)} “meetings add” records it again.", as_json)


def add_to(app: typer.Typer) -> None:
    app.add_typer(meetings, name="meetings")


def document(one: Meeting) -> dict[str, object]:
    return one.model_dump(mode="json")


def _table(found: Iterable[Meeting], today: date) -> str:
    rows = [
        (one.id, one.day.isoformat(), _who(one, FEW), f"{'planned. ' if one.day > today else ''}{one.note}".strip())
        for one in found
    ]
    if not rows:
        return "No meeting is recorded yet. “audit-app meetings add DATE” records one."
    return console.columns([("MEETING", "DAY", "SCHOOLS", "NOTE"), *rows])


def _line(one: Meeting) -> str:
    note = f": {one.note.rstrip('.')}" if one.note else ""
    return f"{day_words(one.day)}, {_who(one)}{note}."


def _who(one: Meeting, most: int | None = None) -> str:
    more = len(one.schools) - len(one.schools[:most])
    return ", ".join([*one.schools[:most], *([f"{more} more"] if more else [])]) or EVERYBODY
