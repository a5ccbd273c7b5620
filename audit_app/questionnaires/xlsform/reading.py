"""Reading an XLSForm from anywhere: a questionnaire's document, and what was made of everything that is not one.

Whatever has no place here gets a finding at its cell. It is a warning where the rest can be asked without it, and an
error, with which the whole file is refused, where an author has to decide.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from audit_app.questionnaires.check import check_document
from audit_app.questionnaires.checking.findings import Finding, error, warning
from audit_app.questionnaires.languages import PRIVATE
from audit_app.questionnaires.model import FALLBACK_LANGUAGE
from audit_app.questionnaires.xlsform.choices import Lists, read_lists
from audit_app.questionnaires.xlsform.further import action_record, change_record, settings_record
from audit_app.questionnaires.xlsform.lines import Line, language_code, lines, understood
from audit_app.questionnaires.xlsform.names import as_slug
from audit_app.questionnaires.xlsform.records import exactly
from audit_app.questionnaires.xlsform.survey import Survey, read_survey
from audit_app.questionnaires.xlsform.workbook import Sheet, read_workbook

OURS = frozenset({"survey", "choices", "settings", "actions", "changes"})

_COLUMN = {
    "id": "name",
    "title": "label",
    "text": "label",
    "label": "label",
    "code": "name",
    "visible_if": "relevant",
    "checks": "constraint",
    "kind": "type",
    "scale": "type",
    "options": "type",
    "allow_not_applicable": "not_applicable",
    "allow_prefer_not_to_say": "prefer_not_to_say",
}
"""A document's key to the column that says it, where the names differ."""

_IN_SETTINGS = frozenset(
    {
        *("form_title", "form_id", "version", "summary", "audience", "mode", "minutes", "languages"),
        *("default_language", "hierarchy", "solidarity", "individualism"),
        *("scale_is_empty", "scales_is_empty", "changes_is_empty"),
    }
)


@dataclass(frozen=True)
class Reading:
    """What a workbook holds: a document to keep, unless some finding is an error."""

    document: Mapping[str, object] | None
    findings: tuple[Finding, ...]


Further = Callable[[Mapping[str, object]], Iterable[Finding]]
"""Finds more about a document than the document says."""


def read_xlsform(content: bytes, further: Further = lambda _: ()) -> Reading:
    """Read a workbook (.xlsx), whatever is in it."""
    sheets, found = read_workbook(content)
    if not sheets:
        return Reading(None, found or (error("the file", "It has no sheets.", "Save it as .xlsx again."),))
    findings = [*found, *_other_sheets(sheets)]
    if "survey" not in sheets:
        what = "It has no sheet “survey”, which holds the questions."
        return Reading(None, (error("the file", what, "Name that sheet “survey”."), *findings))
    if not {"type", "name"} <= {understood(heading).base for heading in sheets["survey"].headings}:
        what = "The sheet “survey” needs the columns “type” and “name”."
        remedy = "Write them in its first row that is not empty."
        return Reading(None, (sheets["survey"].finding("error", None, None, what, remedy), *findings))
    return _reading(sheets, findings, further)


def _reading(sheets: Mapping[str, Sheet], findings: list[Finding], further: Further) -> Reading:
    settings = lines(sheets.get("settings"))
    default = language_code(settings[0].get("default_language") or FALLBACK_LANGUAGE) if settings else FALLBACK_LANGUAGE
    lists = read_lists(sheets.get("choices"), default)
    survey = read_survey(sheets["survey"], lists, default)
    findings += [*_languages(sheets, default), *lists.findings, *survey.findings]
    document: dict[str, object] = {}
    if settings:
        document = exactly(settings[0], settings_record, findings)
        findings += _unread_settings(settings)
    places = dict(survey.places)
    _put_lists(document, survey, lists, settings, places)
    document["sections"] = survey.sections
    _put_actions(lines(sheets.get("actions"), default), survey, places, findings)
    _put_changes(lines(sheets.get("changes"), default), document, places, findings)
    _complete(document, settings[0] if settings else None, sheets, survey, findings, default)
    if not survey.sections:
        what = "It asks nothing that has a place here."
        findings.append(sheets["survey"].finding("error", None, None, what, "Add a question of a type that has."))
    else:
        top = settings[0] if settings else None
        about = (*check_document(document), *further(document))
        findings += [_at_cell(one, places, top) for one in about]
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda one: one.grade != "error"))
    refused = bool(ordered) and ordered[0].grade == "error"
    return Reading(None if refused else document, ordered)


def _other_sheets(sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    for name, sheet in sheets.items():
        if name not in OURS and sheet.rows:
            remedy = "Nothing to do, unless the form needs it; questions stand in “survey”, options in “choices”."
            yield sheet.finding("warning", None, None, "This sheet has no place here and is not read.", remedy)


def _languages(sheets: Mapping[str, Sheet], default: str) -> Iterator[Finding]:
    """What headings say about languages: names without a code, and texts without English."""
    for sheet in (sheets[name] for name in ("survey", "choices") if name in sheets):
        bases: dict[str, dict[str, str]] = {}
        for heading in sheet.headings:
            one = understood(heading)
            if one.language is not None:
                bases.setdefault(one.base, {})[one.language] = heading
                if one.language.startswith(PRIVATE):
                    what = f"The language in “{heading[:60]}” has no code, so “{one.language}” was used."
                    yield sheet.finding("warning", None, heading, what, "Write it as “label::Welsh (cy)”.")
            elif one.base in ("label", "hint"):
                bases.setdefault(one.base, {})[default] = heading
        for found in bases.values():
            if FALLBACK_LANGUAGE not in found:
                what = "There is no English column, so this text also stands in for English."
                heading = found.get(default, next(iter(found.values())))
                yield sheet.finding("warning", None, heading, what, "Add a column “label::English (en)”.")


def _unread_settings(settings: tuple[Line, ...]) -> Iterator[Finding]:
    for one in settings[0].cells:
        if one.base not in _IN_SETTINGS and not one.base.startswith("exactly"):
            what = f"The setting “{one.base[:60]}” has no place here and is not read."
            yield settings[0].finding("warning", one.base, what, "Nothing to do, unless the form needs it.")
    for line in settings[1:]:
        yield line.finding("warning", "form_title", "Only the first row of settings is read.", "Take this row out.")


def _put_lists(
    document: dict[str, object], survey: Survey, lists: Lists, settings: tuple[Line, ...], places: dict[str, Line]
) -> None:
    if "scale" in lists.options:
        document["scale"] = lists.options["scale"]
        places |= {f"scale[{at}]": line for at, line in enumerate(lists.lines["scale"])}
    scales = {lists.ids[name]: lists.options[name] for name in lists.ids if name in survey.lists_used}
    if scales:
        document["scales"] = scales
        for name in lists.ids:
            places |= {f"scales.{lists.ids[name]}[{at}]": line for at, line in enumerate(lists.lines[name])}
    for key, nothing in (("scale", []), ("scales", {}), ("changes", {})):
        if settings and settings[0].get(f"{key}_is_empty"):
            document.setdefault(key, nothing)


def _put_actions(found: tuple[Line, ...], survey: Survey, places: dict[str, Line], findings: list[Finding]) -> None:
    for line in found:
        item = survey.items.get(line.get("item"))
        if item is None:
            what = f"There is no item “{line.get('item')[:60]}”."
            findings.append(line.finding("error", "item", what, "Name an item of the sheet “survey”."))
            continue
        place, record = item
        actions = record.setdefault("actions", [])
        if isinstance(actions, list):
            places[f"{place}.actions[{len(actions)}]"] = line
            actions.append(exactly(line, action_record, findings))


def _put_changes(
    found: tuple[Line, ...], document: dict[str, object], places: dict[str, Line], findings: list[Finding]
) -> None:
    changes: dict[str, object] = {}
    for line in found:
        old = line.get("old_item")
        if old in changes:
            what = f"“{old[:60]}” stands twice."
            findings.append(line.finding("error", "old_item", what, "Say once what became of an item."))
        changes[old] = exactly(line, change_record, findings)
        places[f"changes.{old}"] = line
    if changes:
        document["changes"] = changes


def _complete(
    document: dict[str, object],
    settings: Line | None,
    sheets: Mapping[str, Sheet],
    survey: Survey,
    findings: list[Finding],
    default: str,
) -> None:
    """What XLSForm leaves open and a questionnaire needs, each with a warning where the author can say it."""

    def say(base: str, what: str, remedy: str) -> None:
        findings.append(
            settings.finding("warning", base, what, remedy)
            if settings is not None
            else warning("sheet “settings”", what, remedy)
        )

    if not document.get("title"):
        document["title"] = "Untitled"
        say("form_title", "It has no title.", "Add “form_title” to the sheet “settings”.")
    written = str(document.get("id") or document["title"])
    document["id"] = as_slug(written, "imported")
    if document["id"] != document.get("id", written) or written != document["id"]:
        say("form_id", f"“{written[:60]}” is not written as an id; “{document['id']}” was used.", "Change “form_id”.")
    version = document.get("version", "")
    if not isinstance(version, int) or not 1 <= version < 2**31:
        document["version"] = 1
        say("version", "The version is not a small whole number; 1 was used.", "Add “version” to the settings.")
    count = len(survey.items)
    defaults: Mapping[str, tuple[object, str]] = {
        "summary": (document["title"], "what it is about; the title stands in"),
        "audience": ("Everyone who is asked.", "who it is for; “Everyone who is asked” stands in"),
        "mode": ("survey", "whether it is a self_audit or a survey; survey stands in"),
        "minutes": (max(1, ceil(count / 4)), "how many minutes it takes; a quarter for each item stands in"),
    }
    for key, (value, words) in defaults.items():
        if key not in document:
            document[key] = value
            say(key, f"It does not say {words}.", f"Add “{key}” to the sheet “settings”.")
    if "languages" not in document:
        headings = [heading for name in ("survey", "choices") if name in sheets for heading in sheets[name].headings]
        used = [default, *(understood(heading).language for heading in headings)]
        others = dict.fromkeys(code for code in used if code and code != FALLBACK_LANGUAGE)
        if others:
            document["languages"] = [FALLBACK_LANGUAGE, *others]


def _at_cell(found: Finding, places: Mapping[str, Line], settings: Line | None) -> Finding:
    """A finding about the document, at the cell that says it."""
    place = next((one for one in _beginnings(found.place) if one in places), None)
    if place is None:
        if settings is None:
            return found
        key = found.place.partition("[")[0].partition(".")[0]
        column = {"id": "form_id", "title": "form_title"}.get(key, key)
        return settings.finding(found.grade, column, found.what, found.remedy)
    rest = found.place[len(place) :].lstrip(".")
    key = re.split(r"[.\[]", rest)[0] if rest else "name"
    line = places[place]
    if key == "descriptors" and "." in rest:
        key = f"descriptor_{rest.split('.')[1]}"
    column = _COLUMN.get(key, key)
    if line.heading(column) is None:
        column = "type" if line.heading("type") else "name"
    return line.finding(found.grade, column, found.what, found.remedy)


def _beginnings(place: str) -> Iterator[str]:
    """“a[0].b”, “a[0]” and “a” of “a[0].b”: the longest first."""
    yield place
    for end in reversed([found.start() for found in re.finditer(r"[.\[]", place)]):
        yield place[:end]
