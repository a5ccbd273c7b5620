"""The sheet “survey”: groups become sections, questions their items; what has no place here becomes a finding."""

from dataclasses import dataclass, field
from typing import cast

from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.xlsform.choices import Lists
from audit_app.questionnaires.xlsform.columns import unread_columns
from audit_app.questionnaires.xlsform.form import Form, form_of, is_off
from audit_app.questionnaires.xlsform.items import Question, read_question
from audit_app.questionnaires.xlsform.lines import Line, lines
from audit_app.questionnaires.xlsform.names import as_slug
from audit_app.questionnaires.xlsform.records import exactly, section_record
from audit_app.questionnaires.xlsform.types import QuestionType, question_type
from audit_app.questionnaires.xlsform.workbook import Sheet

Record = dict[str, object]


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
    written = lines(sheet, default_language)
    rows = [(line, question_type(line.get("type"))) for line in written]
    form = form_of(rows, lists)
    form.findings += unread_columns(sheet, written)
    reader = _Reader(form)
    for line, found in rows:
        reader.read(line, found)
    return reader.finish()


class _Reader:
    def __init__(self, form: Form) -> None:
        self.form = form
        self.survey = Survey(lists_used=form.lists_used, findings=form.findings)
        self.open: list[_Group] = []
        self.outside = False
        """The last section is one for questions outside every group."""

    def read(self, line: Line, found: QuestionType) -> None:
        if is_off(line):
            what = "This row is switched off, so it is not read."
            self.form.say(line, "warning", "disabled", what, "Take it out.")
        elif found.role == "begin" or found.role == "repeat":
            self._begin(line, found)
        elif found.role == "end":
            self._end(line)
        elif found.role == "item":
            if question := read_question(line, found, self.form, self._with_groups(line)):
                self._put(line, question)
        else:
            self._elsewhere(line, found)

    def finish(self) -> Survey:
        """Without the sections that ask nothing."""
        for group in self.open:
            what = "This group is never closed."
            self.form.say(group.line, "error", "type", what, "Add a row with the type “end_group” where it ends.")
        for at, section in enumerate(self.survey.sections):
            if not section["items"]:
                what = "The group asks nothing that has a place here."
                self.form.say(self.survey.places[f"sections[{at}]"], "warning", "name", what, "Take it out.")
        self._drop_empty()
        return self.survey

    def _begin(self, line: Line, found: QuestionType) -> None:
        if found.role == "repeat":
            what = "What repeats is asked once here."
            remedy = "Ask for each in items of their own, or use a school’s own items."
            self.form.say(line, "warning", "type", what, remedy)
        if self.open:
            if line.has("label"):
                what = "A group within a group is not shown as one; its questions follow in the section."
                remedy = "Close the outer group before it, if it should be a section."
                self.form.say(line, "warning", "label", what, remedy)
            self.open.append(_Group(line, line.get("relevant")))
            return
        self.open.append(_Group(line, ""))
        self.outside = False
        self._start_section(line)

    def _end(self, line: Line) -> None:
        if not self.open:
            remedy = "Take this row out, or add “begin_group”."
            self.form.say(line, "error", "type", "No group is open here.", remedy)
            return
        self.open.pop()

    def _start_section(self, line: Line) -> None:
        titled = line if line.has("label") else line.changed(label=line.get("name") or "Questions")
        slug = as_slug(line.get("name") or "section", "section", self._taken())
        record = exactly(titled.changed(name=slug), section_record, self.form.findings)
        was_written = record.pop("visible_if", None)
        if (condition := self.form.condition(line, "relevant", line.get("relevant"))) is not None:
            record["visible_if"] = condition if was_written in (None, line.get("relevant")) else was_written
        self._add_section(line, record)

    def _add_section(self, line: Line, record: Record) -> None:
        self.survey.places[f"sections[{len(self.survey.sections)}]"] = line
        self.survey.sections.append({**record, "items": []})

    def _taken(self) -> set[str]:
        return {str(section["id"]) for section in self.survey.sections} | self.form.taken

    def _put(self, line: Line, question: Question) -> None:
        """Into the open section, or one for questions that stand outside every group."""
        if not self.open and not self.outside:
            slug = as_slug("questions", "section", self._taken())
            self._add_section(line, {"id": slug, "title": "Questions"})
            self.outside = True
        items = cast("list[Record]", self.survey.sections[-1]["items"])
        place = f"sections[{len(self.survey.sections) - 1}].items"
        self.survey.items[line.get("name")] = (f"{place}[{len(items)}]", question.record)
        rows = {f"{place}[{len(items)}].options[{at}]": row for at, row in enumerate(question.options)}
        for record in filter(None, (question.record, question.which_other)):
            self.survey.places[f"{place}[{len(items)}]"] = line
            items.append(record)
        self.survey.places |= rows

    def _with_groups(self, line: Line) -> str:
        parts = [text for text in (*(group.relevant for group in self.open), line.get("relevant")) if text]
        return parts[0] if len(parts) == 1 else " and ".join(f"({part})" for part in parts)

    def _elsewhere(self, line: Line, found: QuestionType) -> None:
        if not line.get("type"):
            what = "A row without a type is not asked."
            self.form.say(line, "warning", "name", what, "Give it a type, or take it out.")
        elif found.role == "left_out":
            remedy = "Take the row out, or ask differently."
            self.form.say(line, "warning", "type", f"{found.why} It was left out.", remedy)
        else:
            what = f"“{line.get('type')[:60]}” is not a type of question."
            self.form.say(line, "error", "type", what, "Use a type that XLSForm has, for example select_one or text.")

    def _drop_empty(self) -> None:
        """What comes after a section without items moves up."""
        kept = [at for at, section in enumerate(self.survey.sections) if section["items"]]
        moved = {f"sections[{old}]": f"sections[{new}]" for new, old in enumerate(kept)}

        def now(place: str) -> str | None:
            head = place.split(".")[0]
            return moved[head] + place[len(head) :] if head in moved else None

        self.survey.places = {new: line for old, line in self.survey.places.items() if (new := now(old)) is not None}
        self.survey.items = {name: (now(old) or old, record) for name, (old, record) in self.survey.items.items()}
        self.survey.sections = [self.survey.sections[at] for at in kept]
