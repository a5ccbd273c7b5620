"""The command line: the same use cases as the screens, printed for people, or as one JSON document with --json.

Exit 0 on success, 1 when the user must act (one sentence on standard error), 2 on wrong usage.
"""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from audit_app import app as wiring
from audit_app import console
from audit_app.errors import AuditError
from audit_app.questionnaires.library import shipped
from audit_app.workspace import Workspace

app = typer.Typer(
    help="Self-audits and partnership health for schools. Without a command it opens the app in your browser.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    add_completion=False,
)
questionnaires = typer.Typer(help="The library of questionnaires.", no_args_is_help=True)
audits = typer.Typer(help="The audits in the data folder.", no_args_is_help=True)
app.add_typer(questionnaires, name="questionnaires")
app.add_typer(audits, name="audits")

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The data folder. Default: AUDIT_APP_DATA, else your system's place."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
AuditId = Annotated[str, typer.Argument(metavar="AUDIT", help="An audit's id, as “audits list” shows it.")]
Say = typer.echo


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
        wiring.run(wiring.data_folder(data), Say, port=port, open_page=not no_open, native=native)


@app.command()
def demo(
    context: typer.Context,
    schools: Annotated[int, typer.Option(min=1, max=40, help="How many invented schools.")] = 8,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Fill an empty data folder with an invented partnership: audits in three waves, and plans."""
    from audit_app.demo.fill import fill

    with _workspace(context, data, writes=True) as workspace:
        fill(workspace, schools)
        made = workspace.audits()
    _print({"audits": len(made), "schools": len({one.school.name for one in made})}, console.demo(made), as_json)


@questionnaires.command("list")
def list_questionnaires(as_json: AsJson = False) -> None:
    """What can be asked."""
    found = console.questionnaire_rows(shipped().latest())
    _print(found, console.questionnaire_list(found), as_json)


@questionnaires.command("show")
def show_questionnaire(questionnaire_id: Annotated[str, typer.Argument(metavar="ID")], as_json: AsJson = False) -> None:
    """Every item with its levels."""
    questionnaire = shipped().get(questionnaire_id)
    _print(questionnaire.model_dump(mode="json"), console.questionnaire(questionnaire), as_json)


@questionnaires.command("check")
def check_questionnaire(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A questionnaire in JSON.")], as_json: AsJson = False
) -> None:
    """Every mistake of the author at once, each with its place and what to do."""
    from audit_app.questionnaires.check import check

    findings = check(_bytes_of(file))
    _print([finding.model_dump() for finding in findings], console.findings(file.name, findings), as_json)
    if any(finding.grade == "error" for finding in findings):
        raise typer.Exit(1)


@audits.command("list")
def list_audits(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """What is in the data folder, most recently changed first."""
    with _workspace(context, data) as workspace:
        found = workspace.audits()
    _print(console.audit_rows(found), console.audit_list(found), as_json)


@audits.command("show")
def show_audit(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """Every item with what stands for it: answer, comments, evidence."""
    with _workspace(context, data) as workspace:
        opened = workspace.audit(audit_id)
    _print(console.audit_document(opened), console.audit(opened), as_json)


@app.command()
def answer(
    context: typer.Context,
    audit_id: AuditId,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="An item's id.")],
    level: Annotated[
        str, typer.Argument(metavar="LEVEL", help="An option's code, not_applicable, prefer_not_to_say, or none.")
    ],
    comment: Annotated[str | None, typer.Option(help="A comment on the item.")] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Keep one answer, as the screen would."""
    with _workspace(context, data, writes=True) as workspace:
        opened = workspace.answer(audit_id, item, console.answer_given(level))
        if comment is not None:
            opened = workspace.comment(audit_id, item, comment)
    _print(console.item_document(opened, item), console.item(opened, item), as_json)


@app.command()
def results(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """What the answers mean: scores, distribution, balance."""
    with _workspace(context, data) as workspace:
        found = workspace.results(audit_id)
    _print(found.model_dump(mode="json"), console.results(found), as_json)


@app.command()
def plan(context: typer.Context, audit_id: AuditId, data: Data = None, as_json: AsJson = False) -> None:
    """The action plan."""
    with _workspace(context, data) as workspace:
        found = workspace.plan(audit_id)
    document = {"audit": audit_id, **found.model_dump(mode="json")}
    _print(document, console.plan(found), as_json)


@app.command()
def report(
    context: typer.Context,
    audit_id: AuditId,
    pdf: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the governors' PDF.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """The action plan for governors as an accessible PDF."""
    with _workspace(context, data) as workspace:
        content = workspace.report(audit_id)
    _write(pdf, content)
    _print({"audit": audit_id, "pdf": str(pdf), "bytes": len(content)}, f"The PDF for governors is in {pdf}.", as_json)


@app.command()
def export(
    context: typer.Context,
    audit_id: AuditId,
    to: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the bundle.")],
    share: Annotated[Literal["scores", "comments", "full"], typer.Option(help="How much it contains.")] = "scores",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """A bundle for a partner school or another device."""
    with _workspace(context, data) as workspace:
        content = workspace.export(audit_id, share)
        words = workspace.what_travels(audit_id, share)
    _write(to, content)
    document = {"audit": audit_id, "file": str(to), "share": share, "bytes": len(content), "contains": words}
    _print(document, f"{to} holds:\n" + "\n".join(f"  {line}" for line in words), as_json)


@app.command("import")
def import_files(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Bundles.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would do, and do nothing.")] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Read bundles: the plan first, then all of it or nothing."""
    with _workspace(context, data, writes=not dry_run) as workspace:
        planned = workspace.plan_import(files)
        if not dry_run:
            workspace.apply_import(planned)
    _print(console.import_document(planned), console.import_plan(planned, dry_run), as_json)
    if planned.refused:
        raise typer.Exit(1)


@app.command()
def schema(
    which: Annotated[Literal["bundle", "questionnaire"], typer.Argument(help="Of which format.")],
) -> None:
    """The JSON Schema of a file format."""
    from audit_app.questionnaires.model import Questionnaire
    from audit_app.sync.bundle import bundle_schema

    found = bundle_schema() if which == "bundle" else Questionnaire.model_json_schema()
    Say(console.json_text(found))


@app.command()
def doctor(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Restore damaged audits from their backups.")] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Check every file of the data folder."""
    folder = wiring.data_folder(data or context.obj)
    repaired = wiring.repair(folder) if repair else ()
    health = wiring.check_health(folder)
    document = {**health.model_dump(mode="json"), "repaired": [one.model_dump(mode="json") for one in repaired]}
    _print(document, console.health(health, repaired), as_json)
    if not health.sound:
        raise typer.Exit(1)


class NoSuchFileError(AuditError):
    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file} can't be read: {reason}. Check the name and try again.")


class UnwritableFileError(AuditError):
    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file} can't be written: {reason}. Choose another place.")


@contextmanager
def _workspace(context: typer.Context, data: Path | None, *, writes: bool = False) -> Iterator[Workspace]:
    workspace = wiring.open_workspace(wiring.data_folder(data or context.obj), read_only=not writes)
    try:
        yield workspace
    finally:
        workspace.close()


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise NoSuchFileError(file, problem.strerror or str(problem)) from None


def _write(file: Path, content: bytes) -> None:
    from audit_app.files import write_safely

    try:
        write_safely(file, content)
    except OSError as problem:
        raise UnwritableFileError(file, problem.strerror or str(problem)) from None


def _print(document: object, text: str, as_json: bool) -> None:
    Say(console.json_text(document) if as_json else text)


def main(run: Callable[[], object] = app) -> None:
    """The entry of the command; whatever happens, the user gets a sentence and never a traceback."""
    try:
        run()
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
