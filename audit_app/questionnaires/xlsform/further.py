"""Records beside the survey: options, suggested actions, changes and the questionnaire itself, as cells and back."""

from collections.abc import Mapping
from typing import cast

from audit_app.questionnaires.xlsform.lines import Line
from audit_app.questionnaires.xlsform.records import (
    Cells,
    Record,
    clean,
    clean_condition,
    number,
    put,
    put_text,
    with_exact,
)


def option_cells(list_name: str, option: Record) -> Cells:
    cells = {"list_name": list_name}
    put(cells, option, "code", "name")
    put_text(cells, "label", option.get("label"))
    put(cells, option, "score")
    if isinstance(option.get("visible_if"), str):
        cells["visible_if"] = clean_condition(str(option["visible_if"]))
    return with_exact(option, cells, option_record)


def option_record(line: Line) -> dict[str, object]:
    record: dict[str, object] = {"code": line.get("name")}
    if (label := line.text("label")) is not None:
        record["label"] = label
    if line.get("score"):
        record["score"] = number(line.get("score"))
    if line.get("visible_if"):
        record["visible_if"] = line.get("visible_if")
    return record


def action_cells(item_id: str, action: Record) -> Cells:
    cells = {"item": item_id}
    put(cells, action, "id", "name")
    for key in ("text", "first_step"):
        put_text(cells, key, action.get(key))
    for key in ("leave", "effort", "weeks", "for_levels"):
        put(cells, action, key)
    return with_exact(action, cells, action_record)


def action_record(line: Line) -> dict[str, object]:
    record: dict[str, object] = {"id": line.get("name")}
    for key in ("text", "first_step"):
        if (text := line.text(key)) is not None:
            record[key] = text
    for key in ("leave", "effort"):
        if line.get(key):
            record[key] = line.get(key)
    if line.get("weeks"):
        record["weeks"] = number(line.get("weeks"))
    if line.get("for_levels"):
        record["for_levels"] = line.get("for_levels").split()
    return record


def change_cells(old: str, change: Record) -> Cells:
    cells = {"old_item": old}
    for key in ("became", "items"):
        put(cells, change, key)
    put_text(cells, "note", change.get("note"))
    return with_exact(change, cells, change_record)


def change_record(line: Line) -> dict[str, object]:
    record: dict[str, object] = {"became": line.get("became")}
    if line.get("items"):
        record["items"] = line.get("items").split()
    if (note := line.text("note")) is not None:
        record["note"] = note
    return record


# The questionnaire itself: the settings sheet

_SETTINGS = {"id": "form_id", "version": "version", "mode": "mode", "minutes": "minutes", "languages": "languages"}
_FORCES = ("hierarchy", "solidarity", "individualism")


def settings_cells(document: Record) -> Cells:
    cells: Cells = {}
    for key, base in (("title", "form_title"), ("summary", "summary"), ("audience", "audience")):
        text = document.get(key)
        shown = text.get("en") if isinstance(text, Mapping) else text
        if isinstance(shown, str):
            cells[base] = clean(shown)
    for key, base in _SETTINGS.items():
        put(cells, document, key, base)
    balance = document.get("balance")
    for force in _FORCES if isinstance(balance, Mapping) else ():
        put(cells, cast("Record", balance), force)
    return with_exact(document, cells, settings_record)


def settings_record(line: Line) -> dict[str, object]:
    record: dict[str, object] = {}
    for key, base in (("id", "form_id"), ("title", "form_title"), ("summary", "summary"), ("audience", "audience")):
        if line.get(base):
            record[key] = line.get(base)
    for key in ("version", "minutes"):
        if line.get(key):
            record[key] = number(line.get(key))
    if line.get("mode"):
        record["mode"] = line.get("mode")
    if line.get("languages"):
        record["languages"] = line.get("languages").split()
    if any(line.get(force) for force in _FORCES):
        record["balance"] = {force: line.get(force).split() for force in _FORCES}
    return record
