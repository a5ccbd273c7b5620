"""The sheets that explain the others: what the tables are of, and every column and every code in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.reports.sheets.model import Field, Sheet, Value, field, sheet_of
from audit_app.reports.sheets.text import CELL_LIMIT

ABOUT, CODEBOOK = "About", "Codebook"

_MISSING = (
    "“missing” is an item that applied and got no answer; “not_applicable” is one that the school said does not apply "
    "to it. Both stay out of every mean, and both are counted."
)
_FORMULA = (
    "In the workbook it is marked as text. In the CSV files an apostrophe (') stands before a text, or a part of it "
    "after a line break or “;”, that begins with = + - @ or a tab (after spaces too), and before one that begins with "
    "an apostrophe already. To have the text back, take one apostrophe away at each such place."
)
_LONG = (
    f"A cell of a workbook holds {CELL_LIMIT:,} characters. What is longer is cut there with a sentence that says so, "
    "and stands in full in the CSV files."
)
HOW_TO_READ = (
    ("An empty cell", "There is nothing to say there. It never stands for nought."),
    ("Missing and not applicable", _MISSING),
    ("Scores", "Means of the levels that count, to two decimals, as “results --json” and “compare --json” give them."),
    ("Days and times", "Days are written 2026-09-01. Times are Coordinated Universal Time (UTC)."),
    ("Text that looks like a formula", _FORMULA),
    ("Long text", _LONG),
    ("The CSV files", "UTF-8 with a byte order mark, commas between, headings in the first row, one file a sheet."),
    ("Not in any cell", "Control characters and marks that turn the direction of writing around are left out."),
)


@dataclass(frozen=True)
class Line:
    """One row of the codebook."""

    about: str
    sheet: str
    name: str
    code: str
    meaning: str
    counts_as: Value = None


def about_sheet(facts: Iterable[tuple[str, Value]]) -> Sheet:
    """What these tables are of, first of all sheets."""
    fields: tuple[Field[tuple[str, Value]], ...] = (
        field("What", "What the row says.", lambda one: one[0]),
        field("Value", "The value.", lambda one: one[1], "words"),
    )
    return sheet_of(ABOUT, "What these tables are of, and who may see them.", fields, facts)


def codebook_sheet(questionnaire: Questionnaire, sheets: Sequence[Sheet]) -> Sheet:
    """The last sheet; it explains itself too."""
    empty = sheet_of(CODEBOOK, "Every sheet, column and code in words.", CODEBOOK_FIELDS, ())
    lines = (
        *_identity(questionnaire),
        *(Line("how to read", "", name, "", meaning) for name, meaning in HOW_TO_READ),
        *_columns((*sheets, empty)),
        *_scales(questionnaire),
    )
    return sheet_of(CODEBOOK, empty.says, CODEBOOK_FIELDS, lines)


CODEBOOK_FIELDS: tuple[Field[Line], ...] = (
    field(
        "About",
        "What the row explains.",
        lambda one: one.about,
        "code",
        (
            ("questionnaire", "Which questionnaire was answered."),
            ("how to read", "Something that holds for all sheets."),
            ("sheet", "A sheet: what one row of it is."),
            ("column", "A column of a sheet."),
            ("code", "A code of the app’s own, in that column."),
            ("scale", "An answer of the scale that items use unless they have one of their own."),
            ("item", "An answer of an item that has a scale of its own or counts the other way round."),
        ),
    ),
    field("Sheet", "The sheet that it stands in.", lambda one: one.sheet, "code"),
    field("Name", "The column, or the item’s id.", lambda one: one.name),
    field("Code", "The code as it stands in the cells.", lambda one: one.code, "code"),
    field("Meaning", "What it means, in words.", lambda one: one.meaning, "words"),
    field(
        "Counts as",
        "The level that an answer counts as; empty where it stays out of every mean.",
        lambda one: one.counts_as,
        "number",
    ),
)


def _identity(questionnaire: Questionnaire) -> Iterator[Line]:
    for name, value in (
        ("Title", questionnaire.title),
        ("Id", questionnaire.id),
        ("Version", str(questionnaire.version)),
        ("Fingerprint", questionnaire.fingerprint),
        ("Mode", "Self-audit" if questionnaire.mode == "self_audit" else "Anonymous survey"),
    ):
        yield Line("questionnaire", "", name, "", value)


def _columns(sheets: Iterable[Sheet]) -> Iterator[Line]:
    for sheet in sheets:
        yield Line("sheet", sheet.name, "", "", sheet.says)
        for column in sheet.columns:
            yield Line("column", sheet.name, column.heading, "", column.meaning)
            for code, meaning in column.codes:
                yield Line("code", sheet.name, column.heading, code, meaning)


def _scales(questionnaire: Questionnaire) -> Iterator[Line]:
    for option in questionnaire.scale:
        yield Line("scale", "", questionnaire.title, option.code, option.label, option.score)
    for item in questionnaire.items:
        if questionnaire.options_of(item) and (item.reverse or questionnaire.options_of(item) != questionnaire.scale):
            yield from _of_item(questionnaire, item)


def _of_item(questionnaire: Questionnaire, item: Item) -> Iterator[Line]:
    for option in questionnaire.options_of(item):
        score = questionnaire.score_of(item, option.code)
        yield Line("item", "", item.id, option.code, option.label, score)
