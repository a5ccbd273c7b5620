"""A school's profile to fill in; only the name is needed."""

from collections.abc import Callable
from typing import get_args

import flet as ft
from pydantic import ValidationError

from audit_app.responses.model import Phase, School, SchoolType
from audit_app.responses.place import coordinates_of, district_of, look_swapped
from audit_app.ui.components.buttons import button
from audit_app.ui.components.choice import Option
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.select import select
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import text_field
from audit_app.ui.runtime import component
from audit_app.ui.text import school as text

NOTHING = "-"
"""The code of the choice that leaves a field open."""

Fields = dict[str, str]


@component
def school_form(
    school: School | None,
    person: str,
    save: str,
    on_save: Callable[[School, str], object],
    *,
    brief: bool = False,
) -> ft.Control:
    """`on_save(school, person)` with a profile that is sound; what is wrong is said beside its field.

    `brief` closes what may be left for later.
    """
    fields, set_fields = ft.use_state(_fields(school, person))
    typed = ft.use_ref(fields)  # what is typed counts at once, before the form is drawn again
    errors, set_errors = use_wrong(Fields())

    def keep(name: str) -> Callable[[str], None]:
        def kept(value: str) -> None:
            typed.current = {**(typed.current or {}), name: value}

        return kept

    def chosen(name: str) -> Callable[[str], None]:
        def kept(value: str) -> None:
            keep(name)(value)
            set_fields(typed.current or {})

        return kept

    def submit() -> None:
        said = typed.current or {}
        made, wrong = read_school(said)
        set_errors(wrong)
        set_fields(said)
        if made is not None:
            on_save(made, said["person"].strip())

    def field(name: str, label: str, *, hint: str = "", width: int | None = None, limit: int = 200) -> ft.Control:
        error = errors.get(name, "")
        return text_field(
            label, fields[name], keep(name), hint=hint, error=error, width=width, limit=limit, key=f"{name} {error}"
        )

    def further() -> ft.Control:
        return stack(
            field("urn", text.URN, hint=text.URN_HINT, width=200),
            select(text.PHASE, _options(Phase), fields["phase"], chosen("phase")),
            select(text.TYPE, _options(SchoolType), fields["type"], chosen("type")),
            field("local_authority", text.AUTHORITY),
            field("postcode_district", text.POSTCODE, hint=text.POSTCODE_HINT, width=200),
            field("coordinates", text.COORDINATES, hint=text.COORDINATES_HINT, width=320),
            field("pupils", text.PUPILS, width=200),
        )

    wrong_within = bool(errors.keys() - {"name"})
    return stack(
        field("name", text.NAME),
        field("person", text.YOUR_NAME, hint=text.YOUR_NAME_HINT, limit=80),
        disclosure(text.FURTHER, further, opened=wrong_within or not brief, key=f"further {wrong_within}"),
        left(button(save, submit, kind="primary")),
    )


def read_school(fields: Fields) -> tuple[School | None, dict[str, str]]:
    """The school, or what is wrong with which field."""
    plain = {name: value.strip() for name, value in fields.items() if name != "person"}
    given = {name: value for name, value in plain.items() if value and value != NOTHING}
    if "pupils" in given:
        given["pupils"] = given["pupils"].replace(",", "").replace(" ", "")
    place, misplaced = read_place(given.pop("postcode_district", ""), given.pop("coordinates", ""))
    try:
        made = School.model_validate({**given, **place})
    except ValidationError as problem:
        said = {"name": text.NAME_NEEDED, "urn": text.URN_WRONG, "pupils": text.PUPILS_WRONG}
        wrong = {str(error["loc"][0]) for error in problem.errors()}
        return None, {**misplaced, **{name: said.get(name, problem.errors()[0]["msg"]) for name in wrong}}
    return (None, misplaced) if misplaced else (made, {})


def read_place(postcode: str, coordinates: str) -> tuple[dict[str, str | float], Fields]:
    """What of it is kept, and what is wrong with which field."""
    place: dict[str, str | float] = {}
    wrong = Fields()
    if postcode:
        district = district_of(postcode)
        if district is None:
            wrong["postcode_district"] = text.POSTCODE_WRONG
        else:
            place["postcode_district"] = district
    if coordinates:
        pair = coordinates_of(coordinates)
        if pair is None:
            wrong["coordinates"] = text.COORDINATES_WRONG
        elif look_swapped(*pair):
            wrong["coordinates"] = text.COORDINATES_SWAPPED
        else:
            place["latitude"], place["longitude"] = pair
    return place, wrong


def _fields(school: School | None, person: str) -> Fields:
    known = school.model_dump() if school else {}
    names = ("name", "urn", "local_authority", "pupils", "postcode_district")
    said = {name: "" if known.get(name) is None else str(known[name]) for name in names}
    said["coordinates"] = f"{known['latitude']:.2f}, {known['longitude']:.2f}" if "latitude" in known else ""
    return {**said, "phase": known.get("phase") or NOTHING, "type": known.get("type") or NOTHING, "person": person}


def _options(kinds: object) -> list[Option]:
    return [Option(NOTHING, text.NOT_SAID), *(Option(code, text.KINDS[code]) for code in get_args(kinds))]
