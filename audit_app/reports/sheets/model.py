"""Tables for other tools, as values: sheets of typed cells, each column with what it means. No file format is here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

Value = str | int | float | date | datetime | None
"""What a cell holds; None leaves it empty. A moment has no time zone and is UTC."""
Shows = Literal["words", "name", "code", "count", "score", "number", "date", "moment"]
"""What a column is for: it decides the width, and how a figure is written."""

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Column:
    heading: str
    meaning: str
    """For the codebook, in one or two sentences."""
    shows: Shows = "name"
    codes: tuple[tuple[str, str], ...] = ()
    """Every code that may stand in it, with its meaning, where the codes are the app's own."""


@dataclass(frozen=True)
class Field(Generic[Thing]):
    """A column, and where its value comes from."""

    column: Column
    of: Callable[[Thing], Value]


@dataclass(frozen=True)
class Sheet:
    name: str
    """At most 31 characters, none of them []:*?/\\ – a limit of Excel."""
    says: str
    """For the codebook: what one row is."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Book:
    """What is handed out: as one workbook, or as one CSV file for each sheet."""

    title: str
    made: datetime
    sheets: tuple[Sheet, ...]


def field(
    heading: str,
    meaning: str,
    of: Callable[[Thing], Value],
    shows: Shows = "name",
    codes: Iterable[tuple[str, str]] = (),
) -> Field[Thing]:
    return Field(Column(heading, meaning, shows, tuple(codes)), of)


def sheet_of(name: str, says: str, fields: Sequence[Field[Thing]], things: Iterable[Thing]) -> Sheet:
    """One row for each thing."""
    rows = tuple(tuple(one.of(thing) for one in fields) for thing in things)
    return Sheet(name, says, tuple(one.column for one in fields), rows)
