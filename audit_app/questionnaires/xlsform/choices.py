"""The sheet “choices”: lists of options."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.conditions import renamed
from audit_app.questionnaires.xlsform.further import option_record
from audit_app.questionnaires.xlsform.lines import Line, lines
from audit_app.questionnaires.xlsform.names import as_slug
from audit_app.questionnaires.xlsform.records import OWN_LIST, SHARED_LIST, THE_SCALE, exactly
from audit_app.questionnaires.xlsform.workbook import Sheet

Option = dict[str, object]

_READ = frozenset({"list_name", "name", "label", "score", "visible_if"})
_MEDIA = re.compile(r"(media::?)?(image|audio|video|big-image)")
_FREE_NAME = re.compile(r"""('[^']*'|"[^"]*"|\$\{[^}]*\})|(?<![\w.:$/-])([A-Za-z_][\w.-]*)(?!\s*[\w(:])""")
_WORDS = frozenset({"and", "or", "div", "mod", "not", "true", "false"})


@dataclass
class Lists:
    """Every list of the workbook by name."""

    options: dict[str, list[Option]] = field(default_factory=dict)
    lines: dict[str, list[Line]] = field(default_factory=dict)
    """The row of each option."""
    ids: dict[str, str] = field(default_factory=dict)
    """List name to the id of the scale that it becomes; not for the questionnaire's scale and items' own options."""
    columns: frozenset[str] = frozenset()
    """Further columns, which a choice_filter may look at."""
    findings: list[Finding] = field(default_factory=list)

    def filtered(self, name: str, written: str) -> list[Option] | None:
        """The list's options with a condition each, from one filter over its columns; None when that can't be said."""
        found: list[Option] = []
        for option, line in zip(self.options[name], self.lines[name], strict=True):
            condition = _for_one(written, line)
            if condition is None:
                return None
            found.append({**option, "visible_if": condition})
        return found


def read_lists(sheet: Sheet | None, default_language: str) -> Lists:
    """What the sheet says, with findings about rows that say too little."""
    found = Lists()
    for line in lines(sheet, default_language):
        name = line.get("list_name")
        if not name and not line.get("name") and not line.has("label"):
            continue
        if not name:
            what = "This option belongs to no list."
            found.findings.append(line.finding("error", "list_name", what, "Write its list in “list_name”."))
            continue
        found.options.setdefault(name, []).append(_option(line, found))
        found.lines.setdefault(name, []).append(line)
    for name in found.options:
        if name.startswith(SHARED_LIST):
            found.ids[name] = name.removeprefix(SHARED_LIST)
    for name in found.options:
        if name != THE_SCALE and not name.startswith((SHARED_LIST, OWN_LIST)):
            found.ids[name] = as_slug(name, "scale", set(found.ids.values()))
    further = {one.base for rows in found.lines.values() for line in rows for one in line.cells}
    found.columns = frozenset(base for base in further - _READ if not base.startswith("exactly"))
    return found


def _option(line: Line, found: Lists) -> Option:
    written = line.get("name")
    code = "_".join(written.split())
    if not code:
        what = "This option has no name, which is kept as the answer."
        found.findings.append(line.finding("error", "name", what, "Write a short word or number in “name”."))
    if code != written:
        what = f"An option’s name has no spaces; “{code[:40]}” was used."
        found.findings.append(line.finding("warning", "name", what, "Write it without spaces."))
    if not line.has("label"):
        what = "This option has no label, so its name is shown."
        found.findings.append(line.finding("warning", "label", what, "Write what people are to read."))
    found.findings += [
        line.finding("warning", one.base, "Pictures, sound and films can’t be shown.", "Say it in the label.")
        for one in line.cells
        if _MEDIA.fullmatch(one.base)
    ]
    shown = line.changed(name=code) if line.has("label") else line.changed(name=code, label=code)
    return exactly(shown, option_record, found.findings)


def _for_one(written: str, line: Line) -> str | None:
    """The filter with this option's own values in the place of the columns' names."""
    values = {raw.strip(): text for raw, text in line.raw.items()} | {"name": line.get("name")}
    known = {heading.strip() for heading in line.sheet.headings}
    unknown = False

    def put(piece: re.Match[str]) -> str:
        nonlocal unknown
        name = piece[2]
        if name is None or name in _WORDS:
            return piece[0]
        text = values.get(name, "")
        if name not in known | {"name"} or ("'" in text and '"' in text):
            unknown = True
            return piece[0]
        return f'"{text}"' if "'" in text else f"'{text}'"

    condition = _FREE_NAME.sub(put, written)
    return None if unknown else condition


def with_names(options: list[Option], names: Mapping[str, str]) -> list[Option]:
    """Options whose conditions use the items' new names."""
    return [
        {**one, "visible_if": renamed(str(one["visible_if"]), names)} if "visible_if" in one else one for one in options
    ]
