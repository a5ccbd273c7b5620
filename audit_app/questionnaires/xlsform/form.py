"""What the rows of a survey are read against: the lists of options, the questions' names, and what was found so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.conditions import ConditionError, compiled, names_in, renamed
from audit_app.questionnaires.xlsform.choices import Lists
from audit_app.questionnaires.xlsform.lines import Line
from audit_app.questionnaires.xlsform.names import as_name
from audit_app.questionnaires.xlsform.types import QuestionType

_YES = {"true", "yes", "true()", "1"}


@dataclass
class Form:
    """The same for all rows of one sheet."""

    lists: Lists
    findings: list[Finding] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """The author's name of a question to the id of the first that has it."""
    ids: dict[int, str] = field(default_factory=dict)
    """The number of a question's row to its id."""
    taken: set[str] = field(default_factory=set)
    """Ids of items."""
    left_out: set[str] = field(default_factory=set)
    """Names of what has no place here."""
    lists_used: set[str] = field(default_factory=set)
    """Those that became a scale which items share."""

    def say(self, line: Line, grade: Literal["error", "warning"], column: str, what: str, remedy: str) -> None:
        self.findings.append(line.finding(grade, column, what, remedy))

    def condition(self, line: Line, column: str, written: str) -> str | None:
        """The condition under our names, or None with a finding when it can't be one here."""
        if not written or written.lower() in ("true", "yes"):
            return None
        otherwise = "The question is always shown." if column == "relevant" else "Any answer is accepted."
        gone = [name for name in names_in(written) if name in self.left_out]
        if gone:
            what = f"It asks about “{gone[0][:60]}”, which has no place here. {otherwise}"
            self.say(line, "warning", column, what, "Ask about another question.")
            return None
        condition = renamed(written, self.names)
        try:
            compiled(condition)
        except ConditionError as problem:
            what = f"The condition has no place here. {problem} {otherwise}"
            self.say(line, "warning", column, what, "docs/conditions.md shows what may stand in a condition.")
            return None
        return condition


def is_off(line: Line) -> bool:
    """Its author switched the row off."""
    return line.get("disabled").lower() in _YES


def form_of(rows: Iterable[tuple[Line, QuestionType]], lists: Lists) -> Form:
    """With every question's id, because a condition may look at a question further down."""
    form = Form(lists)
    seen: set[tuple[int, str]] = set()
    group = 0
    for at, (line, found) in enumerate(rows):
        if is_off(line):
            continue
        if found.role in ("begin", "repeat", "end"):
            group = at
        written = line.get("name")
        if found.role == "left_out":
            form.left_out.add(written)
        if found.role != "item" or not written:
            continue
        if (group, written) in seen:
            what = f"The name “{written[:60]}” stands twice."
            form.say(line, "error", "name", what, "Give each question a name of its own.")
        seen.add((group, written))
        name = as_name(written, form.taken)
        if name != written:
            what = f"“{written[:60]}” is not written as an id, or another has it; “{name}” was used."
            remedy = "Use small letters, digits and underscores, each id once."
            form.say(line, "warning", "name", what, remedy)
        form.taken.add(name)
        form.ids[line.number] = name
        form.names.setdefault(written, name)
    return form
