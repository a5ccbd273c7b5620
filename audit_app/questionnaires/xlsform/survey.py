"""The sheet “survey”: rows become sections and items; what has no place here becomes a finding at its cell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, cast

from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.conditions import ConditionError, compiled, names_in, renamed
from audit_app.questionnaires.xlsform.choices import Lists, with_names
from audit_app.questionnaires.xlsform.columns import unread_columns
from audit_app.questionnaires.xlsform.lines import Line, lines
from audit_app.questionnaires.xlsform.names import as_name, as_slug
from audit_app.questionnaires.xlsform.records import (
    OWN_LIST,
    SHARED_LIST,
    THE_SCALE,
    exact,
    item_record,
    section_record,
    truth,
)
from audit_app.questionnaires.xlsform.types import QuestionType, question_type
from audit_app.questionnaires.xlsform.workbook import Sheet
from audit_app.questionnaires.xlsform.writing import choice_filter

Record = dict[str, object]

_ALWAYS = {"true", "yes", "true()", "1"}
_OTHER = {"code": "other", "label": "Other"}


@dataclass
class Survey:
    """What the sheet became."""

    sections: list[Record] = field(default_factory=list)
    places: dict[str, Line] = field(default_factory=dict)
    """Path in the document to the row it came from."""
    items: dict[str, tuple[str, Record]] = field(default_factory=dict)
    """The name as the author wrote it to the item's path and record."""
    lists_used: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class _Group:
    """A group that is open at the row that is being read."""

    line: Line
    relevant: str
    """What has to hold for its rows to be shown, as the author wrote it; empty for the one that is a section."""


def read_survey(sheet: Sheet, lists: Lists, default_language: str) -> Survey:
    """Top-level groups become sections; groups within them are taken apart and their conditions handed down."""
    return _Reader(sheet, lists, default_language).read()


class _Reader:
    def __init__(self, sheet: Sheet, lists: Lists, default_language: str) -> None:
        self.sheet = sheet
        self.lists = lists
        self.lines = lines(sheet, default_language)
        self.types = [question_type(line.get("type")) for line in self.lines]
        self.survey = Survey()
        self.open: list[_Group] = []
        self.names: dict[str, str] = {}
        """The author's name to the item's id."""
        self.left_out: set[str] = set()
        self.ids: set[str] = set()
        self.outside = False
        """The last section is one for questions outside every group."""

    def read(self) -> Survey:
        self._name_everything()
        self.survey.findings += unread_columns(self.sheet, self.lines)
        for line, found in zip(self.lines, self.types, strict=True):
            if line.get("disabled").lower() in _ALWAYS:
                self._say(line, "warning", "disabled", "This row is switched off, so it is not read.", "Take it out.")
            elif found.role == "begin" or found.role == "repeat":
                self._begin(line, found)
            elif found.role == "end":
                self._end(line)
            elif found.role == "item":
                self._item(line, found)
            else:
                self._elsewhere(line, found)
        for group in self.open:
            what = "This group is never closed."
            self._say(group.line, "error", "type", what, "Add a row with the type “end_group” where it ends.")
        empty = [section for section in self.survey.sections if not section["items"]]
        for section in empty:
            line = self.survey.places[f"sections[{self.survey.sections.index(section)}]"]
            self._say(line, "warning", "name", "The group asks nothing that has a place here.", "Take it out.")
        self._drop_empty()
        return self.survey

    # Names first, because a condition may look at a question further down

    def _name_everything(self) -> None:
        seen: set[tuple[int, str]] = set()
        group = 0
        for at, (line, found) in enumerate(zip(self.lines, self.types, strict=True)):
            if line.get("disabled").lower() in _ALWAYS:
                continue
            if found.role in ("begin", "repeat", "end"):
                group = at
            written = line.get("name")
            if found.role == "left_out":
                self.left_out.add(written)
            if found.role != "item" or not written:
                continue
            if (group, written) in seen:
                what = f"The name “{written[:60]}” stands twice."
                self._say(line, "error", "name", what, "Give each question a name of its own.")
            seen.add((group, written))
            name = as_name(written, self.ids)
            if name != written:
                what = f"“{written[:60]}” is not written as an id, or another has it; “{name}” was used."
                remedy = "Use small letters, digits and underscores, each id once."
                self._say(line, "warning", "name", what, remedy)
            self.ids.add(name)
            self.names.setdefault(written, name)

    # Groups

    def _begin(self, line: Line, found: QuestionType) -> None:
        if found.role == "repeat":
            what = "What repeats is asked once here."
            self._say(line, "warning", "type", what, "Ask for each in items of their own, or use a school’s own items.")
        if self.open:
            if line.has("label"):
                what = "A group within a group is not shown as one; its questions follow in the section."
                self._say(line, "warning", "label", what, "Close the outer group before it, if it should be a section.")
            self.open.append(_Group(line, line.get("relevant")))
            return
        self.open.append(_Group(line, ""))
        self.outside = False
        self._start_section(line)

    def _end(self, line: Line) -> None:
        if not self.open:
            self._say(line, "error", "type", "No group is open here.", "Take this row out, or add “begin_group”.")
            return
        self.open.pop()

    def _start_section(self, line: Line) -> None:
        written = line.get("name") or "section"
        taken = {str(section["id"]) for section in self.survey.sections} | self.ids
        slug = as_slug(written, "section", taken)
        titled = line if line.has("label") else line.changed(label=line.get("name") or "Questions")
        record = self._exactly(titled.changed(name=slug), section_record)
        exactly = record.pop("visible_if", None)
        self.survey.places[f"sections[{len(self.survey.sections)}]"] = line
        if (condition := self._condition(line, "relevant", line.get("relevant"))) is not None:
            record["visible_if"] = condition if exactly in (None, line.get("relevant")) else exactly
        self.survey.sections.append({**record, "items": []})

    def _section_for(self, line: Line) -> Record:
        """The open section, or one for questions that stand outside every group."""
        if not self.open and not self.outside:
            taken = {str(section["id"]) for section in self.survey.sections} | self.ids
            self.survey.places[f"sections[{len(self.survey.sections)}]"] = line
            self.survey.sections.append(
                {"id": as_slug("questions", "section", taken), "title": "Questions", "items": []}
            )
            self.outside = True
        return self.survey.sections[-1]

    # Questions

    def _item(self, line: Line, found: QuestionType) -> None:
        written = line.get("name")
        if not written:
            self._say(line, "error", "name", "This question has no name.", "Write a short id in the column “name”.")
            return
        shown = self._as_ours(line, found)
        if shown is None:
            return
        record = self._exactly(shown, item_record)
        exactly = record.pop("visible_if", None)
        condition = self._condition(line, "relevant", self._with_groups(line))
        if condition is not None:
            record["visible_if"] = condition if exactly in (None, line.get("relevant")) else exactly
        section = self._section_for(line)
        items = cast("list[Record]", section["items"])
        place = f"sections[{len(self.survey.sections) - 1}].items[{len(items)}]"
        self.survey.places[place] = line
        self._put_options(place, line, found, record)
        items.append(record)
        self.survey.items[written] = (place, record)
        if found.with_other:
            self._ask_which_other(line, record, items)

    def _as_ours(self, line: Line, found: QuestionType) -> Line | None:
        """The row as one of ours would say it."""
        cells = {"name": self._id_of(line), "type": found.type}
        if found.list_name:
            if found.list_name not in self.lists.options:
                what = f"There is no list “{found.list_name[:60]}” on the sheet “choices”."
                self._say(line, "error", "type", what, "Add the list, or name one that is there.")
                return None
            name = self.lists.ids.get(found.list_name)
            cells["type"] = f"{found.type} {f'{SHARED_LIST}{name}' if name else found.list_name}"
        if not line.has("label"):
            if line.has("hint"):
                cells["label"], cells["hint"] = line.get("hint"), ""
            else:
                cells["label"] = line.get("name")
                what = "This question has no label, so its name is shown."
                self._say(line, "warning", "label", what, "Write what people are to read.")
        if any("${" in text for one, text in line.cells.items() if one.base in ("label", "hint")):
            what = "An answer can’t be put into a text here; it is shown as it is written."
            self._say(line, "warning", "label", what, "Write the text without ${…}.")
        cells["required"] = self._required(line)
        cells["constraint"] = self._condition(line, "constraint", line.get("constraint")) or ""
        return line.changed(**cells)

    def _id_of(self, line: Line) -> str:
        """Its own id, also where another question of the same name stood before it."""
        written = line.get("name")
        name = self.names.get(written, written)
        if written in self.survey.items:
            name = as_name(written, {str(one["id"]) for _, one in self.survey.items.values()} | set(self._others()))
        return name

    def _others(self) -> list[str]:
        return [str(item["id"]) for section in self.survey.sections for item in cast("list[Record]", section["items"])]

    def _required(self, line: Line) -> str:
        text = line.get("required")
        if text and not isinstance(truth(text), bool):
            what = "Whether an answer is needed can’t depend on others here; it is not required."
            self._say(line, "warning", "required", what, "Write yes or no, or ask in an item of its own.")
            return ""
        return text

    def _with_groups(self, line: Line) -> str:
        parts = [text for text in (*(group.relevant for group in self.open), line.get("relevant")) if text]
        return parts[0] if len(parts) == 1 else " and ".join(f"({part})" for part in parts)

    def _condition(self, line: Line, column: str, written: str) -> str | None:
        """The condition under our names, or None with a finding when it can't be one here."""
        if not written or written.lower() in ("true", "yes"):
            return None
        otherwise = "The question is always shown." if column == "relevant" else "Any answer is accepted."
        gone = [name for name in names_in(written) if name in self.left_out]
        if gone:
            what = f"It asks about “{gone[0][:60]}”, which has no place here. {otherwise}"
            self._say(line, "warning", column, what, "Ask about another question.")
            return None
        condition = renamed(written, self.names)
        try:
            compiled(condition)
        except ConditionError as problem:
            what = f"The condition has no place here. {problem} {otherwise}"
            self._say(line, "warning", column, what, "docs/conditions.md shows what may stand in a condition.")
            return None
        return condition

    def _put_options(self, place: str, line: Line, found: QuestionType, record: Record) -> None:
        """Own options where the list is this item's own, or where a filter or “or other” makes it so."""
        name = found.list_name
        if not name:
            return
        options = with_names(self.lists.options[name], self.names)
        own = name == f"{OWN_LIST}{record['id']}"
        written = line.get("choice_filter")
        if written and written != choice_filter({"options": options}):
            filtered = self.lists.filtered(name, written)
            if filtered is None or not self._all_readable(filtered):
                what = "The filter has no place here, so every option is offered."
                self._say(line, "warning", "choice_filter", what, "Compare columns of “choices” with answers only.")
            else:
                options, own = with_names(filtered, self.names), True
        if found.with_other:
            options, own = [*options, dict(_OTHER)], True
            what = "“or_other” became the option “other”, and an item that asks which."
            self._say(line, "warning", "type", what, "Nothing to do.")
        if own or name.startswith(OWN_LIST):
            record.pop("scale", None)
            record["options"] = options
            self.survey.places |= {f"{place}.options[{at}]": row for at, row in enumerate(self.lists.lines[name])}
        elif name != THE_SCALE:
            self.survey.lists_used.add(name)

    def _all_readable(self, options: list[Record]) -> bool:
        try:
            return all(compiled(renamed(str(one["visible_if"]), self.names)) for one in options)
        except ConditionError:
            return False

    def _ask_which_other(self, line: Line, record: Record, items: list[Record]) -> None:
        name = as_name(f"{record['id']}_other", self.ids)
        self.ids.add(name)
        code = str(record["id"])
        further: Record = {"id": name, "kind": "text", "text": "Which other?"}
        several = record["kind"] == "multiple"
        further["visible_if"] = f"selected(${{{code}}}, 'other')" if several else f"${{{code}}} = 'other'"
        self.survey.places[f"sections[{len(self.survey.sections) - 1}].items[{len(items)}]"] = line
        items.append(further)

    def _elsewhere(self, line: Line, found: QuestionType) -> None:
        if not line.get("type"):
            self._say(line, "warning", "name", "A row without a type is not asked.", "Give it a type, or take it out.")
        elif found.role == "left_out":
            self._say(line, "warning", "type", f"{found.why} It was left out.", "Take the row out, or ask differently.")
        else:
            what = f"“{line.get('type')[:60]}” is not a type of question."
            self._say(line, "error", "type", what, "Use a type that XLSForm has, for example select_one or text.")

    # Within

    def _exactly(self, line: Line, read: Callable[[Line], Record]) -> Record:
        record = read(line)
        try:
            return exact(line, record)
        except ValueError:
            what = "What this app had written there was changed."
            self._say(line, "error", "exactly", what, "Empty the cell; the other columns then count alone.")
            return record

    def _drop_empty(self) -> None:
        """Sections without items can't be; what comes after them moves up."""
        kept = [at for at, section in enumerate(self.survey.sections) if section["items"]]
        moved = {f"sections[{old}]": f"sections[{new}]" for new, old in enumerate(kept)}

        def now(place: str) -> str | None:
            head = place.split(".")[0]
            return moved[head] + place[len(head) :] if head in moved else None

        self.survey.places = {new: line for old, line in self.survey.places.items() if (new := now(old)) is not None}
        self.survey.items = {name: (now(old) or old, record) for name, (old, record) in self.survey.items.items()}
        self.survey.sections = [self.survey.sections[at] for at in kept]

    def _say(self, line: Line, grade: Literal["error", "warning"], column: str, what: str, remedy: str) -> None:
        self.survey.findings.append(line.finding(grade, column, what, remedy))
