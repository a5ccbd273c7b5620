"""`audit-app audits history` and `put-back`: what was said before what stands now."""

from collections.abc import Iterable
from typing import Annotated

import typer
from pydantic import JsonValue

from audit_app import console
from audit_app.commands.frame import AsJson, AuditId, Data, open_data, show
from audit_app.console import Row
from audit_app.regional import clock_time, day_words
from audit_app.responses.history import Change
from audit_app.workspace import OpenAudit

DEEDS = {"gave": "said", "changed": "changed", "chose": "chose among different ones", "took_back": "took back"}


def history(
    context: typer.Context,
    audit_id: AuditId,
    item: Annotated[str | None, typer.Argument(metavar="[ITEM]", help="One item only.")] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Who changed what and when, from what to what; newest first."""
    with open_data(context, data) as workspace:
        opened = workspace.audit(audit_id)
        found = workspace.history(audit_id, item)
    show([change_document(one) for one in found], history_text(opened, found), as_json)


def put_back(
    context: typer.Context,
    audit_id: AuditId,
    stamp: Annotated[str, typer.Argument(metavar="STAMP", help="Of what is to stand again, as “history” shows it.")],
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Say again what was said then; what stands now goes to the history."""
    with open_data(context, data, writes=True) as workspace:
        before = {one.stamp: one for one in workspace.audit(audit_id).entries}
        opened = workspace.put_back(audit_id, stamp)
    item = before[stamp].subject.removeprefix("item/")
    show(console.item_document(opened, item), console.item(opened, item), as_json)


def add_to(audits: typer.Typer) -> None:
    """As `audit-app audits …`."""
    audits.command("history")(history)
    audits.command("put-back")(put_back)


def change_document(change: Change) -> Row:
    entry = change.entry
    return {
        "stamp": entry.stamp,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "here": change.here,
        "item": change.item,
        "version": change.version,
        "kind": change.kind,
        "deed": change.deed,
        "from": [one.value for one in change.before],
        "to": entry.value,
        "stands": change.stands,
        "can_be_put_back": change.can_be_put_back,
    }


def history_text(opened: OpenAudit, found: Iterable[Change]) -> str:
    """Each change in two lines: when, who and the stamp; then what."""
    lines = [line for change in found for line in _lines(change)]
    return "\n".join(lines) or f"Nothing was said in “{opened.audit.id}” yet."


def _lines(change: Change) -> Iterable[str]:
    entry = change.entry
    at = entry.at.astimezone()
    where = "" if change.here else ", on another device"
    yield f"{day_words(at)}, {clock_time(at)}, {entry.by or 'somebody without a name'}{where}  [{entry.stamp}]"
    about = f"{change.item}: " if change.item else ""
    mark = " (stands now)" if change.stands and change.item else ""
    before = " and ".join(_words(one.value) for one in change.before if one.value is not None)
    now = "" if entry.value is None else _words(entry.value)
    said = f"{change.kind.replace('_', ' ')} {DEEDS[change.deed]}"
    what = f"{before} → {now}" if before and now else before or now
    yield f"  {about}{said}{': ' if what else ''}{what}{mark}"


def _words(value: JsonValue) -> str:
    match value:
        case {"option": str(code)}:
            return code
        case {"reason": str(reason), **others} if not others:
            return reason.replace("_", " ")
        case {"answer": answer, "wave": str(wave)}:
            return f"{_words(answer)} ({wave})"
        case {"text": str(words)}:
            return words
        case {"value": list(codes)}:
            return ", ".join(map(str, codes))
        case {"value": given}:
            return str(given)
        case {"reason": str(reason)}:
            return reason
        case {"is_now": {"version": version}}:
            return f"version {version}"
        case str(words):
            return words
    return "…"
