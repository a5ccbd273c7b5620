"""`audit-app settings`, `keys` and `places`: who is at the keyboard, which keys are known, where sync was used."""

from typing import Annotated, Literal

import typer

from audit_app import console
from audit_app.commands.frame import AsJson, Data, open_data, show
from audit_app.console import Row
from audit_app.errors import AuditError
from audit_app.language import speakable
from audit_app.regional import day_and_time
from audit_app.responses.known_keys import KnownKey
from audit_app.storage.protocol import Settings
from audit_app.sync.signing import fingerprint

LONGEST_NAME = 80
SHOWN = ("person", "language", "theme", "text_size", "whole_section", "keys", "move_on")
TextSize = Literal["100", "125", "150", "175", "200"]

keys = typer.Typer(help="This device's key, and those of other schools.")
places = typer.Typer(help="Shared folders and addresses with which this data folder syncs.", no_args_is_help=True)


class LongNameError(AuditError):
    def __init__(self) -> None:
        super().__init__(f"A name has at most {LONGEST_NAME} characters here. Give a shorter one with --person.")


class UnreadLanguageError(AuditError):
    def __init__(self, given: str, codes: tuple[str, ...]) -> None:
        super().__init__(f"Nothing here can be read in “{given[:40]}”. Choose one of these: {', '.join(codes)}.")


class UnknownPlaceError(AuditError):
    def __init__(self, address: str) -> None:
        super().__init__(f"“{address[:200]}” is not among the places of this data folder: “places list” shows them.")


def add_to(app: typer.Typer) -> None:
    app.command()(settings)
    app.add_typer(keys, name="keys")
    app.add_typer(places, name="places")


def settings(
    context: typer.Context,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is at the keyboard: what is said from now on is theirs.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="In which questionnaires are read, and the app, where it can be.")
    ] = None,
    theme: Annotated[
        Literal["system", "light", "dark", "contrast"] | None, typer.Option(help="The app's colours.")
    ] = None,
    text_size: Annotated[TextSize | None, typer.Option(help="Of the app, per cent.")] = None,
    whole_section: Annotated[
        bool | None, typer.Option("--whole-section/--one-item", help="How much the app shows at a time.")
    ] = None,
    keys: Annotated[bool | None, typer.Option("--keys/--no-keys", help="Single keys while answering.")] = None,
    move_on: Annotated[
        bool | None, typer.Option("--move-on/--no-move-on", help="Go to the next item once a level is kept.")
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Who is at the keyboard, and how the app looks; without an option, what is set. “school” has the school."""
    given: dict[str, object] = {
        "person": person.strip() if person is not None else None,
        "language": language,
        "theme": theme,
        "text_size": int(text_size) if text_size else None,
        "whole_section": whole_section,
        "keys": keys,
        "move_on": move_on,
    }
    changes = {name: value for name, value in given.items() if value is not None}
    if person is not None and len(person.strip()) > LONGEST_NAME:
        raise LongNameError
    with open_data(context, data, writes=bool(changes)) as workspace:
        if language is not None:
            codes = tuple(dict.fromkeys((*workspace.languages(), *speakable())))
            if language not in codes:
                raise UnreadLanguageError(language, codes)
        kept = workspace.change_settings(lambda _: changes) if changes else workspace.settings()
    show(kept.model_dump(mode="json", include={*SHOWN}), _text(kept), as_json)


@keys.callback(invoke_without_command=True)
def known_keys(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """This device's own key, and by which keys other schools are known: to compare fingerprints by telephone."""
    context.obj = data or context.obj
    if context.invoked_subcommand is not None:
        return
    with open_data(context, data) as workspace:
        own, known = workspace.own_key(), workspace.known_keys()
    rows = [_row(one) for one in known]
    lines = [f"This device: {fingerprint(own)}" if own else "This device signs nothing yet."]
    if rows:
        lines += ["", console.columns([("SCHOOL", "FINGERPRINT", "SINCE"), *(_key(row) for row in rows)])]
    show({"own": fingerprint(own) if own else None, "known": rows}, "\n".join(lines), as_json)


@keys.command("forget")
def forget_key(
    context: typer.Context,
    named: Annotated[
        str, typer.Argument(metavar="FINGERPRINT", help="As “keys” shows it, with or without spaces or hyphens.")
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Forget a key that is no longer a school's; what was imported stays, and its next file is looked at anew."""
    with open_data(context, data, writes=True) as workspace:
        gone = workspace.forget_key(named)
    schools = ", ".join(dict.fromkeys(one.school for one in gone))
    show({"forgotten": [_row(one) for one in gone]}, f"The key of {schools} is forgotten.", as_json)


@places.command("list")
def list_places(context: typer.Context, data: Data = None, as_json: AsJson = False) -> None:
    """Where “sync” was used, the last one first, and how much is shared there."""
    with open_data(context, data) as workspace:
        found = workspace.shared_places()
    rows = [one.model_dump(mode="json", include={"address", "share", "synced"}) for one in found]
    lines = [
        f"{one.address}  ({one.share}, {day_and_time(one.synced.astimezone()) if one.synced else 'never finished'})"
        for one in found
    ]
    show(rows, "\n".join(lines) or "“sync” was not used here yet.", as_json)


@places.command("forget")
def forget(
    context: typer.Context,
    address: Annotated[str, typer.Argument(metavar="PLACE", help="As “places list” shows it.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Take a place off the list; nothing that is there is touched."""
    with open_data(context, data, writes=True) as workspace:
        known = workspace.shared_place(address)
        if known is None:
            raise UnknownPlaceError(address)
        workspace.forget_place(known.address)
    show({"address": known.address}, f"{known.address} is forgotten; what is there stays.", as_json)


def _row(one: KnownKey) -> Row:
    return {
        "school": one.school,
        "urn": one.urn,
        "fingerprint": fingerprint(one.key),
        "accepted": one.accepted.isoformat(),
    }


def _key(row: Row) -> tuple[object, ...]:
    return (f"{row['school']} ({row['urn']})" if row["urn"] else row["school"], row["fingerprint"], row["accepted"])


def _text(kept: Settings) -> str:
    lines = [
        f"At the keyboard: {kept.person or 'nobody is named'}",
        f"Language: {kept.language or 'the app’s own'}",
        f"Colours: {kept.theme}. Text: {kept.text_size} %",
        f"At a time: {'a whole section' if kept.whole_section else 'one item'}",
        f"Single keys: {'on' if kept.keys else 'off'}. After a level: {'next item' if kept.move_on else 'stay'}",
    ]
    return "\n".join(lines)
