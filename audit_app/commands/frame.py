"""What every command shares: the data folder that it works on, the files that it is given, and how it prints."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from audit_app import app as wiring
from audit_app import console
from audit_app.errors import AuditError
from audit_app.workspace import Workspace

Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The data folder. Default: AUDIT_APP_DATA, else your system's place."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what it would do, and do nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Don't ask: it can't be undone.")]
AuditId = Annotated[str, typer.Argument(metavar="AUDIT", help="An audit's id, as “audits list” shows it.")]


class NoSuchFileError(AuditError):
    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file} can't be read: {reason}. Check the name and try again.")


class UnwritableFileError(AuditError):
    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file} can't be written: {reason}. Choose another place.")


class NotConfirmedError(AuditError):
    def __init__(self) -> None:
        super().__init__("Nothing was done: nobody said yes. Answer “y”, or add --yes where nobody can be asked.")


def make_sure(question: str, yes: bool, as_json: bool) -> None:
    """Before what can't be undone. Raises NotConfirmedError."""
    if yes:
        return
    if as_json:
        raise typer.BadParameter("With --json nothing is asked first, and this can't be undone: say --yes too.")
    try:
        sure = typer.confirm(question, err=True)
    except typer.Abort:  # nobody is there to answer
        typer.echo(err=True)
        sure = False
    if not sure:
        raise NotConfirmedError


@contextmanager
def open_data(context: typer.Context, data: Path | None, *, writes: bool = False) -> Iterator[Workspace]:
    """The data folder named here or before the command; for reading only, unless the command writes."""
    workspace = wiring.open_workspace(wiring.data_folder(data or context.obj), read_only=not writes)
    try:
        yield workspace
    finally:
        workspace.close()


def bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise NoSuchFileError(file, problem.strerror or str(problem)) from None


def write(file: Path, content: bytes) -> None:
    from audit_app.files import write_safely

    try:
        write_safely(file, content)
    except OSError as problem:
        raise UnwritableFileError(file, problem.strerror or str(problem)) from None


def show(document: object, text: str, as_json: bool) -> None:
    typer.echo(console.json_text(document) if as_json else text)
