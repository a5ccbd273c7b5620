"""Lines: rows of a sheet with their headings understood, whatever spelling or language a heading has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.languages import NAMES, PRIVATE
from audit_app.questionnaires.model import FALLBACK_LANGUAGE
from audit_app.questionnaires.xlsform.workbook import Row, Sheet

_NAMED: Mapping[str, str] = {
    **{name.lower(): code for code, names in NAMES.items() for name in names if name},
    "francais": "fr",
    "espanol": "es",
    "default": FALLBACK_LANGUAGE,
}
"""What a heading may call a language, to its code."""
_CODE_AT_END = re.compile(r"\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*\)$")
_ALIASES: Mapping[str, str] = {
    "command": "type",
    "tag": "name",
    "value": "name",
    "caption": "label",
    "relevance": "relevant",
    "bind:relevant": "relevant",
    "bind:required": "required",
    "bind:constraint": "constraint",
    "bind:jr:constraintmsg": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "constraining_message": "constraint_message",
    "constraintmsg": "constraint_message",
    "list name": "list_name",
    "set_form_title": "form_title",
    "title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
    "calculate": "calculation",
    "readonly": "read_only",
}
_IN_LANGUAGES = frozenset(
    {
        *("label", "hint", "constraint_message", "why", "idea", "evidence_prompt", "follow_up", "intro"),
        *("text", "first_step", "note"),
    }
)
_SETTINGS_OF_ODK = frozenset({"media", "bind", "body", "instance", "control"})
DESCRIPTOR = "descriptor_"
"""What the heading of a level's descriptor begins with; the option's code follows as it is."""


@dataclass(frozen=True)
class Heading:
    base: str
    language: str | None = None


@lru_cache(maxsize=2048)
def understood(heading: str) -> Heading:
    """`Label :: Welsh (cy)` as (label, cy); an unknown heading stays what it is, in small letters."""
    base, mark, name = heading.partition("::")
    if not mark:
        base, mark, name = heading.partition(":")
        if mark and base.strip().lower() not in _IN_LANGUAGES and not base.startswith(DESCRIPTOR):
            base, mark, name = heading, "", ""
    base = base.strip()
    if mark and base.lower() in _SETTINGS_OF_ODK:
        return Heading(f"{base.lower()}::{name.strip()}")
    if base.startswith(DESCRIPTOR):
        return Heading(base, language_code(name) if mark else None)
    base = re.sub(r"\s+", " ", base.lower())
    base = _ALIASES.get(base, base.replace(" ", "_"))
    base = _ALIASES.get(base, base)
    return Heading(base, language_code(name) if mark else None)


def language_code(name: str) -> str:
    """The code in `Welsh (cy)`, or of a name or code that is known; else one of those kept for private use."""
    if found := _CODE_AT_END.search(name.strip()):
        return found[1].lower() if len(found[1]) <= 3 else found[1]
    plain = name.strip().lower()
    if plain in _NAMED:
        return _NAMED[plain]
    if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]+)*", plain):
        return plain
    return f"{PRIVATE}{re.sub('[^a-z0-9]', '', plain) or 'x'}"


def language_heading(base: str, code: str) -> str:
    """`label::Cymraeg (cy)`; a language that is not known is called by its code."""
    name, _ = NAMES.get(code, (code, ""))
    return f"{base}::{name} ({code})"


class Line:
    """One row, read by what its headings mean."""

    def __init__(self, sheet: Sheet, row: Row, default_language: str = FALLBACK_LANGUAGE) -> None:
        self.sheet = sheet
        self.number = row.number
        self._default = default_language
        self.raw = row.cells
        self.cells = {understood(heading): text for heading, text in row.cells.items()}
        self._headings = {understood(heading): heading for heading in row.cells}

    @classmethod
    def of(cls, cells: Mapping[str, str]) -> "Line":
        """What a row with these cells would be read as."""
        headings = dict.fromkeys(cells, "A")
        return cls(Sheet("written", headings), Row(0, {heading: text for heading, text in cells.items() if text}))

    def changed(self, **cells: str) -> "Line":
        """The same row with other text in some cells; an empty one says nothing."""
        copy = Line(self.sheet, Row(self.number, self.raw), self._default)
        copy.cells = {one: text for one, text in self.cells.items() if not (one.base in cells and one.language is None)}
        copy.cells |= {Heading(base): text for base, text in cells.items() if text}
        return copy

    def get(self, base: str) -> str:
        return self.cells.get(Heading(base), "")

    def text(self, base: str) -> str | dict[str, str] | None:
        """A text in the language of an unmarked heading, or in every language that the row has."""
        plain = self.get(base)
        found = {one.language: text for one, text in self.cells.items() if one.base == base and one.language}
        if not found and self._default == FALLBACK_LANGUAGE:
            return plain or None
        if plain:
            found.setdefault(self._default, plain)
        if found and FALLBACK_LANGUAGE not in found:  # the finding about it stands at the heading (reading.py)
            found[FALLBACK_LANGUAGE] = found.get(self._default) or next(iter(found.values()))
        return {str(language): text for language, text in found.items()} or None

    def has(self, base: str) -> bool:
        return any(one.base == base for one in self.cells)

    def heading(self, base: str) -> str | None:
        """As the author wrote it; for a cell that is missing, as the sheet has it."""
        found = next((raw for one, raw in self._headings.items() if one.base == base), None)
        return found or next((raw for raw in self.sheet.headings if understood(raw).base == base), None)

    def finding(self, grade: Literal["error", "warning"], base: str, what: str, remedy: str) -> Finding:
        return self.sheet.finding(grade, self.number, self.heading(base), what, remedy)


def lines(sheet: Sheet | None, default_language: str = FALLBACK_LANGUAGE) -> tuple[Line, ...]:
    return tuple(Line(sheet, row, default_language) for row in sheet.rows) if sheet is not None else ()
