"""`audit-app momentum`: is a partnership growing, going on, or going quiet?"""

from pathlib import Path
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.bundles import PassphraseFile, passphrase_in
from audit_app.commands.frame import AsJson, Data, open_data, show, write
from audit_app.results.momentum_model import Momentum


def add_to(app: typer.Typer) -> None:
    app.command()(momentum)


def momentum(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Bundles of the schools; the data folder unless told.")
    ] = [],  # noqa: B006 # Typer copies it
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write the gardener’s list for a calendar.")
    ] = None,
    passphrase_file: PassphraseFile = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Is the partnership going quiet? The signs, and a gardener’s list."""
    passphrase = passphrase_in(passphrase_file)
    with open_data(context, data) as workspace:
        found = workspace.momentum_in(files, passphrase) if files else workspace.momentum_here()
        reminders = workspace.reminders(found) if ics else b""
    if ics:
        write(ics, reminders)
    show(found.model_dump(mode="json"), momentum_text(found), as_json)


def momentum_text(found: Momentum) -> str:
    lines = [f"{found.state.capitalize()}. {found.sentence}"]
    if found.waves:
        rows = [("ROUND", "SCHOOLS", "PULSE", "ANSWERED")]
        rows += [
            (one.wave, str(one.schools), console.number(one.score), f"{round(one.rate * 100)}%") for one in found.waves
        ]
        lines += ["", console.columns(rows)]
    if found.signals:
        lines += ["", "Signs", *(f"  {one.sign}: {one.sentence}" for one in found.signals)]
    if found.tasks:
        lines += [
            "",
            "The gardener’s list",
            *(f"  {one.due} {one.care}: {one.title}. {one.reason}" for one in found.tasks),
        ]
    return "\n".join(lines)
