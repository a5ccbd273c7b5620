"""Questions of the sheet “survey”: a row becomes an item; what has no place here becomes a finding at its cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_app.questionnaires.conditions import ConditionError, compiled, renamed
from audit_app.questionnaires.xlsform.choices import Option, with_names
from audit_app.questionnaires.xlsform.form import Form
from audit_app.questionnaires.xlsform.lines import Line
from audit_app.questionnaires.xlsform.names import as_name
from audit_app.questionnaires.xlsform.records import (
    OWN_LIST,
    SHARED_LIST,
    THE_SCALE,
    exactly,
    item_record,
    truth,
)
from audit_app.questionnaires.xlsform.types import QuestionType
from audit_app.questionnaires.xlsform.writing import choice_filter

_OTHER: Option = {"code": "other", "label": "Other"}


@dataclass(frozen=True)
class Question:
    """What one row became."""

    record: dict[str, object]
    options: Sequence[Line] = ()
    """The row of each option of its own."""
    which_other: dict[str, object] | None = None
    """The item that asks which, after XLSForm's `or_other`."""


def read_question(line: Line, found: QuestionType, form: Form, relevant: str) -> Question | None:
    """None, with a finding, where it can't be asked. `relevant` is its own condition joined with its groups'."""
    if not line.get("name"):
        form.say(line, "error", "name", "This question has no name.", "Write a short id in the column “name”.")
        return None
    shown = _as_ours(line, found, form)
    if shown is None:
        return None
    record = exactly(shown, item_record, form.findings)
    was_written = record.pop("visible_if", None)
    condition = form.condition(line, "relevant", relevant)
    if condition is not None:
        record["visible_if"] = condition if was_written in (None, line.get("relevant")) else was_written
    options = _put_options(line, found, record, form)
    return Question(record, options, _which_other(record, form) if found.with_other else None)


def _as_ours(line: Line, found: QuestionType, form: Form) -> Line | None:
    """The row as one of ours would say it."""
    cells = {"name": form.ids[line.number], "type": found.type}
    if found.list_name:
        if found.list_name not in form.lists.options:
            what = f"There is no list “{found.list_name[:60]}” on the sheet “choices”."
            form.say(line, "error", "type", what, "Add the list, or name one that is there.")
            return None
        name = form.lists.ids.get(found.list_name)
        cells["type"] = f"{found.type} {f'{SHARED_LIST}{name}' if name else found.list_name}"
    if not line.has("label"):
        if line.has("hint"):
            cells["label"], cells["hint"] = line.get("hint"), ""
        else:
            cells["label"] = line.get("name")
            what = "This question has no label, so its name is shown."
            form.say(line, "warning", "label", what, "Write what people are to read.")
    if any("${" in text for one, text in line.cells.items() if one.base in ("label", "hint")):
        what = "An answer can’t be put into a text here; it is shown as it is written."
        form.say(line, "warning", "label", what, "Write the text without ${…}.")
    cells["required"] = _required(line, form)
    cells["constraint"] = form.condition(line, "constraint", line.get("constraint")) or ""
    return line.changed(**cells)


def _required(line: Line, form: Form) -> str:
    text = line.get("required")
    if text and not isinstance(truth(text), bool):
        what = "Whether an answer is needed can’t depend on others here; it is not required."
        form.say(line, "warning", "required", what, "Write yes or no, or ask in an item of its own.")
        return ""
    return text


def _put_options(line: Line, found: QuestionType, record: dict[str, object], form: Form) -> Sequence[Line]:
    """Own options where the list is this item's own, or where a filter or “or other” makes it so; with their rows."""
    name = found.list_name
    if not name:
        return ()
    options = with_names(form.lists.options[name], form.names)
    own = name.startswith(OWN_LIST)
    written = line.get("choice_filter")
    if written and written != choice_filter({"options": options}):
        filtered = form.lists.filtered(name, written)
        if filtered is None or not _all_readable(filtered, form):
            what = "The filter has no place here, so every option is offered."
            form.say(line, "warning", "choice_filter", what, "Compare columns of “choices” with answers only.")
        else:
            options, own = with_names(filtered, form.names), True
    if found.with_other:
        options, own = [*options, dict(_OTHER)], True
        what = "“or_other” became the option “other”, and an item that asks which."
        form.say(line, "warning", "type", what, "Nothing to do.")
    if own:
        record.pop("scale", None)
        record["options"] = options
        return form.lists.lines[name]
    if name != THE_SCALE:
        form.lists_used.add(name)
    return ()


def _all_readable(options: Sequence[Option], form: Form) -> bool:
    try:
        return all(compiled(renamed(str(one["visible_if"]), form.names)) for one in options)
    except ConditionError:
        return False


def _which_other(record: dict[str, object], form: Form) -> dict[str, object]:
    code = str(record["id"])
    name = as_name(f"{code}_other", form.taken)
    form.taken.add(name)
    chosen = f"selected(${{{code}}}, 'other')" if record["kind"] == "multiple" else f"${{{code}}} = 'other'"
    return {"id": name, "kind": "text", "text": "Which other?", "visible_if": chosen}
