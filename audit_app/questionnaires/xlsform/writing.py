"""Writing a questionnaire as an XLSForm that ODK's tools accept and that comes back the same."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from audit_app.questionnaires.checking.findings import objects
from audit_app.questionnaires.model import FALLBACK_LANGUAGE
from audit_app.questionnaires.xlsform.further import action_cells, change_cells, option_cells, settings_cells
from audit_app.questionnaires.xlsform.lines import language_heading
from audit_app.questionnaires.xlsform.records import (
    EXACTLY,
    OWN_LIST,
    SHARED_LIST,
    THE_SCALE,
    Cells,
    Record,
    item_cells,
    section_cells,
)

_FIRST = ("type", "list_name", "form_title", "item", "old_item", "name", "form_id", "label", "text")
"""Columns in the order in which an author looks for them; the others follow as they come up, `exactly` last."""

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Every part of the file bears the date that ZIP begins with, so that the same questionnaire gives the same bytes."""


def write_xlsform(document: Mapping[str, object]) -> bytes:
    """The workbook of a questionnaire's document; the same bytes for the same document."""
    from openpyxl import Workbook  # a quarter of a second, only where a workbook is written
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for name, rows in _sheets(document):
        tab = book.create_sheet(name)
        headings = _headings(rows)
        for cells in (dict(zip(headings, headings, strict=True)), *rows):
            line = []
            for heading in headings:
                cell = WriteOnlyCell(tab, value=None)
                if cells.get(heading):
                    cell.value = cells[heading]
                    cell.data_type = "s"  # text, even where it begins with an equals sign
                line.append(cell)
            tab.append(line)
    written = io.BytesIO()
    book.save(written)
    return _without_dates(written.getvalue())


def choice_filter(item: Record) -> str:
    """XLSForm's filter over an item's own options; it has one for all, so each option's name stands beside its own."""
    options = [option for _, option in objects(item.get("options"), "") if isinstance(option.get("visible_if"), str)]
    if not options:
        return ""
    parts = [f"(name = '{option.get('code')}' and ({option['visible_if']}))" for option in options]
    others = " and ".join(f"name != '{option.get('code')}'" for option in options)
    return " or ".join([*parts, f"({others})"])


def _sheets(document: Record) -> Iterator[tuple[str, list[Cells]]]:
    survey: list[Cells] = []
    actions: list[Cells] = []
    choices = list(_choices(document))
    for _, section in objects(document.get("sections"), ""):
        survey.append(section_cells(section))
        for _, item in objects(section.get("items"), ""):
            cells = item_cells(item)
            if item.get("options") and (offered := choice_filter(item)):
                cells["choice_filter"] = offered
            survey.append(cells)
            actions += [action_cells(str(item.get("id")), action) for _, action in objects(item.get("actions"), "")]
        survey.append({"type": "end_group"})
    changes = document.get("changes")
    settings = {key: value for key, value in document.items() if key not in ("sections", "scale", "scales", "changes")}
    listed = document.get("languages", (FALLBACK_LANGUAGE,))
    languages = [str(one) for one in listed] if isinstance(listed, list | tuple) else []
    first = settings_cells(settings)
    if len(languages) > 1:
        first["default_language"] = language_heading("", FALLBACK_LANGUAGE).removeprefix("::")
    for key in ("scale", "scales", "changes"):
        if key in document and not document[key]:
            first[f"{key}_is_empty"] = "yes"  # a key that holds nothing is not the same as no key
    yield "survey", survey
    yield "choices", choices or [{"list_name": "", "name": "", "label": ""}]
    yield "settings", [first]
    if actions:
        yield "actions", actions
    if isinstance(changes, Mapping) and changes:
        yield "changes", [change_cells(str(old), change) for old, change in changes.items()]


def _choices(document: Record) -> Iterator[Cells]:
    scales = document.get("scales")
    lists = [(THE_SCALE, document.get("scale"))]
    lists += [(f"{SHARED_LIST}{name}", scale) for name, scale in scales.items()] if isinstance(scales, Mapping) else []
    for _, section in objects(document.get("sections"), ""):
        for _, item in objects(section.get("items"), ""):
            lists.append((f"{OWN_LIST}{item.get('id')}", item.get("options")))
    for name, options in lists:
        for _, option in objects(options, ""):
            yield option_cells(name, option)


def _headings(rows: Iterable[Cells]) -> list[str]:
    found = dict.fromkeys(heading for cells in rows for heading in cells)
    first = [heading for heading in _FIRST if heading in found]
    exactly = [heading for heading in found if heading.startswith(EXACTLY)]
    return [*first, *(heading for heading in found if heading not in (*first, *exactly)), *sorted(exactly)]


def _without_dates(content: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in sorted(old.infolist(), key=lambda one: one.filename != "[Content_Types].xml"):
            body = old.read(part)
            if part.filename == "docProps/core.xml":
                body = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", body)
            info = zipfile.ZipInfo(part.filename, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, body)
    return written.getvalue()
