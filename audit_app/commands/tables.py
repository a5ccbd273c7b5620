"""Tables for other tools, beside what a command prints."""

from pathlib import Path
from typing import Annotated

import typer

Xlsx = Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Where to write a spreadsheet of it.")]
Csv = Annotated[
    Path | None, typer.Option("--csv", metavar="FILE", help="Where to write a zip of CSV files of it, with a codebook.")
]


def tables_written(xlsx: Path | None, csv: Path | None) -> list[str]:
    """For people: where they are."""
    told = [f"The spreadsheet is in {xlsx}."] if xlsx else []
    return [*told, *([f"The CSV files are in {csv}."] if csv else [])]
