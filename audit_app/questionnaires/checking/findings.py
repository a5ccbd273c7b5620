"""A finding: one thing that an author must mend, or may want to; with its place, what is wrong and what to do."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Literal

from audit_app.questionnaires.model import Frozen


class Finding(Frozen):
    """One thing that the author must mend (error) or may want to (warning)."""

    grade: Literal["error", "warning"]
    place: str
    """Where: a line of the file, the path to the value (`sections[0].items[2].text`), or a cell of a workbook."""
    what: str
    remedy: str
    sheet: str | None = None
    row: int | None = None
    """As the spreadsheet numbers it, from 1."""
    column: str | None = None
    """The heading of the column, as the author wrote it."""


def error(place: str, what: str, remedy: str) -> Finding:
    return Finding(grade="error", place=place, what=what, remedy=remedy)


def warning(place: str, what: str, remedy: str) -> Finding:
    return Finding(grade="warning", place=place, what=what, remedy=remedy)


Raw = Mapping[str, object]
"""An object of a file that may have any mistake in it."""


def objects(value: object, place: str) -> Iterator[tuple[str, Raw]]:
    """The objects of a list, each with its place; whatever else stands there is passed over."""
    if isinstance(value, list | tuple):
        for at, one in enumerate(value):
            if isinstance(one, Mapping):
                yield f"{place}[{at}]", one


def texts_of(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Every string below, with its place."""
    match value:
        case str():
            yield place, value
        case Mapping():
            for key, one in value.items():
                yield from texts_of(one, f"{place}.{key}" if place else str(key))
        case list() | tuple():
            for at, one in enumerate(value):
                yield from texts_of(one, f"{place}[{at}]")


def sections_of(document: Raw) -> Iterator[tuple[str, Raw]]:
    yield from objects(document.get("sections"), "sections")


def items_of(document: Raw) -> Iterator[tuple[str, Raw]]:
    for place, section in sections_of(document):
        yield from objects(section.get("items"), f"{place}.items")


def kind_of(item: Raw) -> str:
    return str(item.get("kind", "level"))


MOST_OPTIONS = 1000
"""Of one item: nobody looks through more. A scale with more has a finding (structure.py)."""


def options_of(document: Raw, item: Raw) -> tuple[Raw, ...]:
    """The options that the item would have, from whatever of them can be read."""
    scales = document.get("scales")
    if item.get("options"):
        found = item["options"]
    elif "scale" in item and item["scale"] is not None:
        found = scales.get(item["scale"]) if isinstance(scales, Mapping) and isinstance(item["scale"], str) else ()
    else:
        found = document.get("scale")
    listed = found if isinstance(found, list | tuple) else ()
    return tuple(islice((option for option in listed if isinstance(option, Mapping)), MOST_OPTIONS))


def codes_of(options: tuple[Raw, ...]) -> tuple[str, ...]:
    return tuple(option["code"] for option in options if isinstance(option.get("code"), str))  # type: ignore[misc] # asked just there


def name_of(raw: Raw) -> str:
    """Its id for a sentence; a question mark where there is none."""
    return str(raw.get("id", "?"))[:80]
