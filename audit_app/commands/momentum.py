"""`audit-app momentum`: is a partnership growing, going on, or going quiet?"""

from pathlib import Path
from typing import Annotated

import typer

from audit_app import console
from audit_app.commands.bundles import PassphraseFiles, passphrases_in
from audit_app.commands.frame import AsJson, Data, open_data, show, write
from audit_app.regional import day_words
from audit_app.results.figures import whole_per_cent
from audit_app.results.momentum_model import Momentum, Rhythm


def add_to(app: typer.Typer) -> None:
    app.command()(momentum)


def momentum(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="Bundles of the schools; the data folder unless told. The meetings are always those recorded there.",
        ),
    ] = [],  # noqa: B006 # Typer copies it
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write the gardener’s list for a calendar.")
    ] = None,
    passphrase_files: PassphraseFiles = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Is the partnership going quiet? The signs, and a gardener’s list."""
    passphrases = passphrases_in(passphrase_files)
    with open_data(context, data) as workspace:
        found = workspace.momentum_in(files, passphrases) if files else workspace.momentum_here()
        reminders = workspace.reminders(found) if ics else b""
    if ics:
        write(ics, reminders)
    show(found.model_dump(mode="json"), momentum_text(found), as_json)


def momentum_text(found: Momentum) -> str:
    lines = [f"{found.state.capitalize()}. {found.sentence}"]
    if found.waves:
        rows = [("ROUND", "SCHOOLS", "PULSE", "ANSWERED")]
        rows += [
            (one.wave, str(one.schools), console.number(one.score), f"{whole_per_cent(one.rate)}%")
            for one in found.waves
        ]
        lines += ["", console.columns(rows)]
    if found.signals:
        lines += ["", "Signs", *(f"  {one.sign}: {one.sentence}" for one in found.signals)]
    if found.meetings is not None:
        lines += ["", meetings_text(found.meetings)]
    if found.tasks:
        lines += [
            "",
            "The gardener’s list",
            *(f"  {one.due} {one.care}: {one.title}. {one.reason}" for one in found.tasks),
        ]
    return "\n".join(lines)


def meetings_text(found: Rhythm) -> str:
    """The record that “meetings” keeps, in a line or two."""
    said = [f"Meetings recorded: {found.meetings}."]
    if found.last is not None:
        said.append(f"The last was on {day_words(found.last)}.")
    if found.usual_days is not None:
        said.append(f"From one to the next it is usually {console.counted(found.usual_days, 'day')}.")
    if found.planned is not None:
        said.append(f"The next is planned for {day_words(found.planned)}.")
    elif found.next_by is not None:
        said.append(f"As many will have passed on {day_words(found.next_by)}.")
    return " ".join(said)
