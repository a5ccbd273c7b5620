"""Records: each object of a questionnaire as cells, and back.

Columns hold what an author would want to read and change. What they can't tell apart (a key that is left out from one
that has its default, a line break that a spreadsheet alters) stands in a last column, `exactly`, as JSON. So what was
written comes back the same, key by key, and the two directions can't drift apart: the writer asks the reader what it
would make of the cells. Once an author changes a cell, the cell counts.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import cast

from audit_app.files import sha256
from audit_app.questionnaires.checking.file import read_json
from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.xlsform.lines import DESCRIPTOR, Line, language_heading

Record = Mapping[str, object]
Cells = dict[str, str]

EXACTLY = "exactly"
LONGEST_CELL = 30_000
"""A spreadsheet's cell ends at 32,767 characters."""

OWN_LIST = "options-"
SHARED_LIST = "scale-"
THE_SCALE = "scale"
"""Names of lists on the choices sheet: an item's own options, a shared scale, the questionnaire's scale."""

_ALTERED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SAFE_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

TYPES = {"number": "decimal", "text": "text", "date": "date", "note": "note"}
YES = {"yes", "true", "true()", "1"}
NO = {"no", "false", "false()", "0"}


def with_exact(record: Record, cells: Cells, read: Callable[[Line], dict[str, object]]) -> Cells:
    """The cells, and what reading them would get wrong, as JSON in further cells."""
    back = read(Line.of(cells))
    wrong = {key: value for key, value in record.items() if key not in back or _spelled(back[key]) != _spelled(value)}
    surplus = set(back) - set(record)
    if not wrong and not surplus:
        return cells
    seen = {key: _seen(back, key) for key in (*wrong, *surplus)}
    text = json.dumps({"set": wrong, "seen": seen}, ensure_ascii=True, sort_keys=True).replace("$", r"\u0024")
    parts = [text[at : at + LONGEST_CELL] for at in range(0, len(text), LONGEST_CELL)]
    return {**cells, **{EXACTLY if at == 0 else f"{EXACTLY}_{at + 1}": part for at, part in enumerate(parts)}}


def exact(line: Line, record: dict[str, object]) -> dict[str, object]:
    """The record as it was before it became cells. Raises ValueError when the JSON was damaged."""
    parts = [line.get(EXACTLY)]
    while more := line.get(f"{EXACTLY}_{len(parts) + 1}"):
        parts.append(more)
    if not parts[0]:
        return record
    found, faults = read_json("".join(parts).encode())
    if faults or not isinstance(found, dict):
        raise ValueError("not what this app wrote")
    given, seen = found.get("set"), found.get("seen")
    if not isinstance(given, dict) or not isinstance(seen, dict):
        raise ValueError("not what this app wrote")
    unchanged = {key for key, digest in seen.items() if _seen(record, key) == digest}
    kept = {key: value for key, value in record.items() if key not in unchanged}
    return {**kept, **{key: value for key, value in given.items() if key in unchanged}}


def exactly(line: Line, read: Callable[[Line], dict[str, object]], findings: list[Finding]) -> dict[str, object]:
    """The row's record as it was before it became cells; what the cells say, with a finding, where that was damaged."""
    record = read(line)
    try:
        return exact(line, record)
    except ValueError:
        what = "What this app had written there was changed."
        findings.append(line.finding("error", EXACTLY, what, "Empty the cell; the other columns then count alone."))
        return record


def _seen(record: Record, key: str) -> str:
    """What the cells say about a key, in short."""
    return sha256(_spelled(record[key]).encode())[:12] if key in record else ""


def _spelled(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def clean(text: object) -> str:
    """Text as a cell can hold it and pyxform reads it: `${` in it would be taken for a question's answer."""
    return _ALTERED.sub(" ", str(text)).replace("${", "$ {").strip()[:LONGEST_CELL]


def put_text(cells: Cells, base: str, value: object) -> None:
    if isinstance(value, str):
        cells[base] = clean(value)
    elif isinstance(value, Mapping):
        for code, text in value.items():
            cells[language_heading(base, str(code))] = clean(text)


def put(cells: Cells, record: Record, key: str, base: str | None = None) -> None:
    """A plain value: text as it is, truth as yes or no, a list with spaces between."""
    match record.get(key):
        case None:
            return
        case bool(truth):
            cells[base or key] = "yes" if truth else "no"
        case list() | tuple() as several:
            cells[base or key] = clean(" ".join(map(str, several)))
        case value:
            cells[base or key] = clean(value)


def number(text: str) -> int | float | str:
    """The number that a cell says, or the cell's text when it says none."""
    try:
        found = float(text)
    except ValueError:
        return text
    if not math.isfinite(found):
        return text
    return int(found) if found.is_integer() and abs(found) < 2**53 else found


def truth(text: str) -> bool | str:
    """Yes or no, or the cell's text when it says neither."""
    return True if text.lower() in YES else False if text.lower() in NO else text


# Sections and items: the survey sheet


def section_cells(section: Record) -> Cells:
    cells = {"type": "begin_group"}
    put(cells, section, "id", "name")
    put_text(cells, "label", section.get("title"))
    put_text(cells, "intro", section.get("intro"))
    if isinstance(section.get("visible_if"), str):
        cells["relevant"] = clean_condition(str(section["visible_if"]))
    return with_exact({key: value for key, value in section.items() if key != "items"}, cells, section_record)


def section_record(line: Line) -> dict[str, object]:
    record: dict[str, object] = {"id": line.get("name")}
    for key, base in (("title", "label"), ("intro", "intro")):
        if (text := line.text(base)) is not None:
            record[key] = text
    if line.get("relevant"):
        record["visible_if"] = line.get("relevant")
    return record


_TEXTS = {"text": "label", "hint": "hint", "why": "why", "idea": "idea", "evidence_prompt": "evidence_prompt"}
_PLAIN = ("reverse", "required")
_ALLOW = {"allow_not_applicable": "not_applicable", "allow_prefer_not_to_say": "prefer_not_to_say"}


def item_cells(item: Record) -> Cells:
    """Without its own options and actions, which stand on sheets of their own."""
    kind = str(item.get("kind", "level"))
    cells = {"type": _type(kind, item)}
    if kind in ("level", "single"):
        cells["kind"] = kind
    put(cells, item, "id", "name")
    for key, base in _TEXTS.items():
        put_text(cells, base, item.get(key))
    descriptors = item.get("descriptors")
    for code, text in descriptors.items() if isinstance(descriptors, Mapping) else ():
        if _SAFE_CODE.fullmatch(str(code)):
            put_text(cells, f"{DESCRIPTOR}{code}", text)
    for key in _PLAIN:
        put(cells, item, key)
    put(cells, item, "weight")
    for key, base in _ALLOW.items():
        put(cells, item, key, base)
    if isinstance(item.get("visible_if"), str):
        cells["relevant"] = clean_condition(str(item["visible_if"]))
    _put_checks(cells, item)
    follow_up = item.get("follow_up")
    if isinstance(follow_up, Mapping):
        put_text(cells, "follow_up", follow_up.get("prompt"))
        put(cells, follow_up, "for_options", "follow_up_for")
    own = {key: value for key, value in item.items() if key not in ("options", "actions") or not value}
    return with_exact(own, cells, item_record)


def item_record(line: Line) -> dict[str, object]:
    """What one of our own rows says; reading.py brings other authors' rows into this shape first."""
    kind, list_name = _kind(line)
    record: dict[str, object] = {"id": line.get("name"), "kind": kind}
    if list_name.startswith(SHARED_LIST):
        record["scale"] = list_name.removeprefix(SHARED_LIST)
    if kind == "number" and line.get("type") == "integer":
        record["whole"] = True
    for key, base in _TEXTS.items():
        if (text := line.text(base)) is not None:
            record[key] = text
    codes = dict.fromkeys(one.base.removeprefix(DESCRIPTOR) for one in line.cells if one.base.startswith(DESCRIPTOR))
    if codes:
        record["descriptors"] = {code: line.text(f"{DESCRIPTOR}{code}") for code in codes}
    for key in _PLAIN:
        if line.get(key):
            record[key] = truth(line.get(key))
    if line.get("weight"):
        record["weight"] = number(line.get("weight"))
    for key, base in _ALLOW.items():
        if line.get(base):
            record[key] = truth(line.get(base))
    if line.get("relevant"):
        record["visible_if"] = line.get("relevant")
    if line.get("constraint"):
        message = line.text("constraint_message") or "This answer can’t be right. Check it, please."
        record["checks"] = [{"condition": line.get("constraint"), "message": message}]
    if (prompt := line.text("follow_up")) is not None:
        record["follow_up"] = {"prompt": prompt}
        if line.get("follow_up_for"):
            cast("dict[str, object]", record["follow_up"])["for_options"] = line.get("follow_up_for").split()
    return record


def clean_condition(text: str) -> str:
    return _ALTERED.sub(" ", text).strip()[:LONGEST_CELL]


def _type(kind: str, item: Record) -> str:
    if kind == "number" and item.get("whole") is True:
        return "integer"
    if kind in TYPES:
        return TYPES[kind]
    if item.get("options"):
        list_name = f"{OWN_LIST}{item.get('id')}"
    else:
        list_name = f"{SHARED_LIST}{item['scale']}" if item.get("scale") else THE_SCALE
    return f"{'select_multiple' if kind == 'multiple' else 'select_one'} {list_name}"


def _kind(line: Line) -> tuple[str, str]:
    first, _, list_name = line.get("type").partition(" ")
    match first:
        case "integer" | "decimal":
            return "number", ""
        case "select_multiple":
            return "multiple", list_name
        case "select_one":
            levelled = any(one.base.startswith(DESCRIPTOR) for one in line.cells)
            return line.get("kind") or ("level" if levelled else "single"), list_name
        case _:
            return first, ""


def _put_checks(cells: Cells, item: Record) -> None:
    """The first error goes where XLSForm has its constraint; the others are told apart by `exactly`."""
    checks = item.get("checks")
    first = checks[0] if isinstance(checks, list | tuple) and checks else None
    if isinstance(first, Mapping) and first.get("grade", "error") == "error":
        cells["constraint"] = clean_condition(str(first.get("condition", "")))
        put_text(cells, "constraint_message", first.get("message"))
