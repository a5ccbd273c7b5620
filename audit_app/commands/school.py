"""`audit-app school`: the school's own profile, which audits that are started from now on carry."""

from typing import Annotated, get_args

import typer

from audit_app.commands.frame import AsJson, Data, open_data, show
from audit_app.responses.model import Phase, School, SchoolType

NAMES = {
    "urn": "URN",
    "phase": "Phase",
    "type": "Type",
    "local_authority": "Local authority",
    "pupils": "Pupils on roll",
    "postcode_district": "Postcode district",
}


def school(
    context: typer.Context,
    name: Annotated[str | None, typer.Option(help="The school's name.")] = None,
    urn: Annotated[str | None, typer.Option(metavar="DIGITS", help="Its six digits.")] = None,
    phase: Annotated[str | None, typer.Option(metavar="PHASE", help=f"{', '.join(get_args(Phase))}.")] = None,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help=f"{', '.join(get_args(SchoolType))}.")
    ] = None,
    authority: Annotated[str | None, typer.Option(metavar="NAME", help="The local authority.")] = None,
    pupils: Annotated[str | None, typer.Option(metavar="NUMBER", help="Pupils on roll.")] = None,
    postcode: Annotated[str | None, typer.Option(help="Only its first half is kept, the district.")] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="“LATITUDE, LONGITUDE”",
            help="Where it is on a map. Two decimals are kept, about a kilometre: enough to say how far schools lie "
            "apart.",
        ),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """The school's profile; without an option, what it is. Empty text takes something away."""
    given = {"name": name, "urn": urn, "phase": phase, "type": kind, "local_authority": authority, "pupils": pupils}
    fields = {field: value for field, value in given.items() if value is not None}
    writes = bool(fields) or postcode is not None or place is not None
    with open_data(context, data, writes=writes) as workspace:
        kept = workspace.change_school(fields, postcode, place) if writes else workspace.settings().school
    show(kept.model_dump(mode="json") if kept else None, _text(kept), as_json)


def _text(kept: School | None) -> str:
    if kept is None:
        return "No school is named yet. “audit-app school --name …” names it."
    said = kept.model_dump()
    known = ((called, said.get(field)) for field, called in NAMES.items())
    lines = [kept.name, *(f"  {called}: {value}" for called, value in known if value is not None)]
    if kept.latitude is not None and kept.longitude is not None:
        lines.append(f"  On a map: {kept.latitude:.2f}, {kept.longitude:.2f}")
    return "\n".join(lines)


def add_to(app: typer.Typer) -> None:
    app.command()(school)
