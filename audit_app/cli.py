"""The command line: the same use cases as the screens, printed for people, or as one JSON document with --json.

Exit 0 on success, 1 when the user must act (one sentence on standard error), 2 on wrong usage.
"""

import logging
import sys
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.main import get_command

from audit_app import app as wiring
from audit_app import console
from audit_app.commands import (
    actions,
    bundles,
    evidence,
    joint_plans,
    keeping,
    letterhead,
    matching,
    meetings,
    momentum,
    partnership,
    planning,
    priorities,
    reviews,
    school,
    settings,
)
from audit_app.commands.audits import audits
from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show, write
from audit_app.commands.given import answer_given
from audit_app.commands.questionnaires import questionnaires
from audit_app.commands.results import results, trend
from audit_app.commands.surveys import surveys
from audit_app.commands.sync import sync
from audit_app.errors import AuditError
from audit_app.verbs.keeping import Repair

app = typer.Typer(
    help="Self-audits and partnership health for schools. Without a command it opens the app in your browser.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(questionnaires, name="questionnaires")
app.add_typer(audits, name="audits")
app.add_typer(surveys, name="surveys")
app.command()(sync)
app.command()(results)
app.command()(trend)
evidence.add_to(app)
keeping.add_to(app, audits)
partnership.add_to(app)
momentum.add_to(app)
meetings.add_to(app)
planning.add_to(app)
priorities.add_to(app)
actions.add_to(app)
reviews.add_to(app)
joint_plans.add_to(app)
matching.add_to(app)
letterhead.add_to(app)
school.add_to(app)
settings.add_to(app)


@app.callback(invoke_without_command=True)
def open_app(
    context: typer.Context,
    data: Data = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Serve on this port of 127.0.0.1; a free one unless told.")
    ] = None,
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Print the address instead of opening the browser.")
    ] = False,
    native: Annotated[bool, typer.Option("--native", help="Open in a window of its own.")] = False,
) -> None:
    context.obj = data
    if context.invoked_subcommand is None:
        wiring.run(wiring.data_folder(data), typer.echo, port=port, open_page=not no_open, native=native)


@app.command()
def demo(
    context: typer.Context,
    schools: Annotated[int, typer.Option(min=1, max=40, help="How many invented schools.")] = 8,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Fill an empty data folder with an invented partnership: audits in three rounds, and plans."""
    from audit_app.demo.fill import fill

    with open_data(context, data, writes=True) as workspace:
        fill(workspace, schools)
        made = workspace.audits()
    show({"audits": len(made), "schools": len({one.school.name for one in made})}, console.demo(made), as_json)


@app.command(context_settings={"ignore_unknown_options": True})  # “-1” is a number
def answer(
    context: typer.Context,
    audit_id: AuditId,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="An item's id.")],
    level: Annotated[
        str,
        typer.Argument(
            metavar="LEVEL",
            help="An option's code (several with commas between), a number, a day, words, "
            "not_applicable, prefer_not_to_say, or none.",
        ),
    ],
    comment: Annotated[str | None, typer.Option(help="A comment on the item.")] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Keep one answer, as the screen would."""
    with open_data(context, data, writes=True) as workspace:
        given = answer_given(workspace.audit(audit_id).questionnaire, item, level)
        opened = workspace.answer(audit_id, item, given)
        if comment is not None:
            opened = workspace.comment(audit_id, item, comment)
    show(console.item_document(opened, item), console.item(opened, item), as_json)


@app.command()
def report(
    context: typer.Context,
    audit_id: AuditId,
    pdf: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the PDF.")],
    paper: Annotated[
        Literal["plan", "full", "case", "staff", "joint"] | None,
        typer.Option(
            help="The action plan for governors; the audit in full with its evidence; the case for working with "
            "others (of a readiness audit); a survey's report for staff; a joint plan. The usual one unless told."
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="The plan says what has changed since this day; since the last review, else in 30 days, unless told.",
        ),
    ] = None,
    school: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of a joint plan: the summary, and this school's part alone.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """What is handed out, as an accessible PDF: for governors, for staff, for a head or a board."""
    with open_data(context, data) as workspace:
        content = workspace.paper(audit_id, paper, since.date() if since else None, school)
        made = paper or workspace.papers(audit_id)[0]
    write(pdf, content)
    said = "for governors " if made == "plan" else "for staff " if made == "staff" else ""
    document = {"audit": audit_id, "paper": made, "pdf": str(pdf), "bytes": len(content)}
    show(document, f"The PDF {said}is in {pdf}.", as_json)


bundles.add_to(app)


@app.command()
def schema(
    which: Annotated[Literal["bundle", "questionnaire"], typer.Argument(help="Of which format.")],
) -> None:
    """The JSON Schema of a file format."""
    from audit_app.questionnaires.model import Questionnaire
    from audit_app.sync.bundle import bundle_schema

    found = bundle_schema() if which == "bundle" else Questionnaire.model_json_schema()
    typer.echo(console.json_text(found))


@app.command()
def doctor(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Restore damaged audits from their backups.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --repair: say what it would have back, and do nothing.")
    ] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Check every file of the data folder."""
    folder = wiring.data_folder(data or context.obj)
    planned: tuple[Repair, ...] = ()
    if repair and dry_run:
        with open_data(context, data) as workspace:
            planned = workspace.plan_repair()
    repaired = wiring.repair(folder) if repair and not dry_run else ()
    health = wiring.check_health(folder)
    log = wiring.log_of(folder)
    document = {
        **health.model_dump(mode="json"),
        "repaired": [one.model_dump(mode="json") for one in repaired],
        "would_repair": [one.model_dump(mode="json") for one in planned],
        "log": str(log) if log else None,
    }
    said = f"\nWhat went wrong in the app is written in {log}, without answers or names." if log else ""
    would = "".join(f"\nRepairing: {one.audit}: {one.what}" for one in planned)
    show(document, console.health(health, repaired) + would + said, as_json)
    if not health.sound:
        raise typer.Exit(1)


@cache
def _command() -> Callable[[], object]:
    """Put together once in a process: it takes nearly as long as a short command does."""
    return get_command(app)


def main(run: Callable[[], object] | None = None) -> None:
    """The entry of the command; whatever happens, the user gets a sentence and never a traceback."""
    try:
        (run or _command())()
    except AuditError as problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except Exception as problem:  # the last wall before a user
        logging.getLogger(__name__).debug("", exc_info=True)
        print(
            f"Something went wrong that should not have ({type(problem).__name__}: {str(problem)[:200]}). "
            "Nothing that was saved is lost. “audit-app doctor” checks your data.",
            file=sys.stderr,
        )
        sys.exit(1)


if __name__ == "__main__":
    main()
