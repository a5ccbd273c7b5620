"""The sheets of a partnership side by side, with the figures of `compare --json`; pseudonyms where it has them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.sheets.codebook import about_sheet, codebook_sheet
from audit_app.reports.sheets.model import Book, Field, Sheet, Value, field, sheet_of
from audit_app.reports.sheets.results import SECTIONS
from audit_app.results.partnership_model import (
    CommonIssue,
    ComparedSchool,
    ComparedSection,
    Comparison,
    Excluded,
    Offer,
    PerceptionGap,
    SchoolScore,
    SchoolViews,
    Wish,
)
from audit_app.results.views import View

SCHOOLS, SCORES, ISSUES, GAPS = "Schools", "Scores by school", "Common issues", "Seen differently"
OFFERS, WISHES, VIEWS = "Offers", "Wishes", "Leaders and colleagues"
NOT_COMPARED, EXCLUDED = "Items not compared", "Left out"


class OfSchool(NamedTuple):
    """A section, as one school sees it."""

    section: ComparedSection
    said: SchoolScore


class Beside(NamedTuple):
    """A section, as a school's leaders and its colleagues see it."""

    school: SchoolViews
    view: View


def comparison_book(questionnaire: Questionnaire, found: Comparison, made: datetime) -> Book:
    """Names stand in it only as the comparison has them."""
    asked = found.questionnaire
    about = about_sheet(
        (
            ("What", "A partnership side by side"),
            ("Questionnaire", f"{asked.title}, version {asked.version}"),
            ("Fingerprint", asked.fingerprint),
            ("Schools compared", len(found.schools)),
            ("Items compared", found.items_compared),
            ("Names", "Withheld: schools have letters" if found.pseudonyms else "The schools’ own"),
            ("Made on", made.date()),
            ("Order", "Schools stand in the order of their names, never of their scores: this is no league table."),
        )
    )
    sheets = (about, *_sheets(found))
    return Book(f"{asked.title}: a partnership side by side", made, (*sheets, codebook_sheet(questionnaire, sheets)))


def _sheets(found: Comparison) -> Iterator[Sheet]:
    yield sheet_of(SCHOOLS, "One school, and what of it was compared.", SCHOOL_FIELDS, found.schools)
    wide = (*SECTION_FIELDS, *_columns([one.id for one in found.schools]))
    yield sheet_of(SECTIONS, "One section across the partnership, with a column for each school.", wide, found.sections)
    each = (OfSchool(section, said) for section in found.sections for said in section.schools)
    yield sheet_of(SCORES, "One section at one school: the same scores, one below the other.", SCORE_FIELDS, each)
    yield sheet_of(ISSUES, "An area in which several schools report a need.", ISSUE_FIELDS, found.common_issues)
    yield sheet_of(GAPS, "An item that schools see very differently.", GAP_FIELDS, found.perception_gaps)
    yield sheet_of(OFFERS, "What one school could give others.", OFFER_FIELDS, found.offers)
    yield sheet_of(WISHES, "An area in which schools would like help.", WISH_FIELDS, found.wishes)
    beside = (Beside(one, view) for one in found.views for view in one.sections)
    yield sheet_of(VIEWS, "A section at one school: its self-audit beside its survey.", VIEW_FIELDS, beside)
    yield sheet_of(NOT_COMPARED, "An item that is not compared.", NOT_COMPARED_FIELDS, found.items_left_out.items())
    yield sheet_of(EXCLUDED, "What was brought and is not compared.", EXCLUDED_FIELDS, found.excluded)


def _columns(schools: Sequence[str]) -> Iterator[Field[ComparedSection]]:
    for at, school in enumerate(schools):
        meaning = f"The score of {school}, or why there is none."
        yield field(school, meaning, lambda section, at=at: _at_school(section, schools[at]), "score")  # type: ignore[misc] # mypy infers no type for a lambda with a default


def _at_school(section: ComparedSection, school: str) -> Value:
    said = next((one for one in section.schools if one.school == school), None)
    return None if said is None else _score(said)


def _score(said: SchoolScore) -> Value:
    if said.score is not None or not said.reason:
        return said.score
    return _why(said.reason)


def _why(reason: str) -> str:
    """A school's score may be withheld, or there may simply be none."""
    return reason if reason.lower().startswith("withheld") else f"no score: {reason}"


def _colleagues(one: Beside) -> Value:
    return one.view.survey if one.view.survey is not None or not one.view.reason else _why(one.view.reason)


def _listed(schools: Sequence[str]) -> str:
    return "; ".join(schools)


SCHOOL_FIELDS: tuple[Field[ComparedSchool], ...] = (
    field("School", "Its name, or a letter where names are withheld.", lambda one: one.id),
    field("Audit", "The id of what was compared; empty where names are withheld.", lambda one: one.audit),
    field("Phase", "The school’s phase; empty where names are withheld.", lambda one: one.phase, "code"),
    field(
        "Source",
        "What was compared.",
        lambda one: one.source,
        "code",
        (
            ("self_audit", "A self-audit: one agreed answer for each item."),
            ("survey", "An anonymous survey: means of colleagues."),
        ),
    ),
    field("Round", "The round of collection.", lambda one: one.wave),
    field("Version", "The version of the questionnaire that was answered.", lambda one: one.version, "count"),
    field("Status", "Whether it is finished.", lambda one: one.status, "code"),
    field("n", "Answers that count; of a survey, responses.", lambda one: one.n, "count"),
    field("Balance", "The name of the balance of forces.", lambda one: one.balance),
    field("Beside the median", "Where the school stands, in words.", lambda one: one.sentence, "words"),
    field("Notes", "What to keep in mind when reading it.", lambda one: "\n".join(one.notes), "words"),
)

SECTION_FIELDS: tuple[Field[ComparedSection], ...] = (
    field("Section id", "The section’s id.", lambda one: one.id, "code"),
    field("Section", "The section’s title.", lambda one: one.title),
    field("n", "Schools with a score.", lambda one: one.n, "count"),
    field("Median", "The score in the middle.", lambda one: one.median, "score"),
    field("Lower quartile", "From four schools on.", lambda one: one.lower_quartile, "score"),
    field("Upper quartile", "From four schools on.", lambda one: one.upper_quartile, "score"),
    field("Lowest", "The lowest score.", lambda one: one.lowest, "score"),
    field("Highest", "The highest score.", lambda one: one.highest, "score"),
)

SCORE_FIELDS: tuple[Field[OfSchool], ...] = (
    field("Section id", "The section’s id.", lambda one: one.section.id, "code"),
    field("Section", "The section’s title.", lambda one: one.section.title),
    field("School", "The school.", lambda one: one.said.school),
    field("Score", "Its score, or why there is none.", lambda one: _score(one.said), "score"),
    field("Gap", "Score less the partnership’s median.", lambda one: one.said.gap, "score"),
)

ISSUE_FIELDS: tuple[Field[CommonIssue], ...] = (
    field("Section id", "The section’s id.", lambda one: one.id, "code"),
    field("Area", "The section’s title.", lambda one: one.title),
    field("Schools", "How many report a need.", lambda one: len(one.schools), "count"),
    field("Of", "How many said something about it.", lambda one: one.of, "count"),
    field("Which", "Those that report a need.", lambda one: _listed(one.schools)),
    field(
        "Items",
        "Each item on a line, with the schools where it is low.",
        lambda one: "\n".join(f"{item.text} ({_listed(item.schools)})" for item in one.items),
        "words",
    ),
    field("Could help", "Schools that say that they could help others.", lambda one: _listed(one.offers)),
    field("In words", "The same in words.", lambda one: one.sentence, "words"),
)

GAP_FIELDS: tuple[Field[PerceptionGap], ...] = (
    field("Section id", "The section’s id.", lambda one: one.section, "code"),
    field("Item id", "The item’s id.", lambda one: one.item),
    field("Item", "The statement.", lambda one: one.text, "words"),
    field("Difference", "Highest less lowest level.", lambda one: one.difference, "score"),
    field("Highest at", "Schools at the highest level.", lambda one: _listed(one.higher)),
    field("Lowest at", "Schools at the lowest level.", lambda one: _listed(one.lower)),
    field("In words", "The same in words.", lambda one: one.sentence, "words"),
)

OFFER_FIELDS: tuple[Field[Offer], ...] = (
    field("School", "The school that offers it.", lambda one: one.school),
    field("Area id", "The section’s id.", lambda one: one.area, "code"),
    field("Area", "The section’s title.", lambda one: one.title),
    field("Schools a year", "How many it could help in a year.", lambda one: one.capacity, "count"),
    field(
        "On conditions",
        "Whether it can be had as it is.",
        lambda one: "yes" if one.on_conditions else "no",
        "code",
        (("yes", "Only on conditions, which are to be agreed."), ("no", "As it is.")),
    ),
    field("Level", "The school’s highest level in the area.", lambda one: one.level, "score"),
    field(
        "Evidenced",
        "Whether that level has evidence.",
        lambda one: "yes" if one.evidenced else "no",
        "code",
        (("yes", "It has."), ("no", "It has none yet.")),
    ),
    field("Wanted by", "Schools that would like help with it.", lambda one: _listed(one.wanted_by)),
)

WISH_FIELDS: tuple[Field[Wish], ...] = (
    field("Area id", "The section’s id.", lambda one: one.area, "code"),
    field("Area", "The section’s title.", lambda one: one.title),
    field("Wanted by", "Schools that would like help with it.", lambda one: _listed(one.schools)),
    field("This year", "Those of them that want it this year.", lambda one: _listed(one.now)),
    field("Offered by", "Schools that could give it; empty where nobody does.", lambda one: _listed(one.offered_by)),
)

VIEW_FIELDS: tuple[Field[Beside], ...] = (
    field("School", "The school.", lambda one: one.school.school),
    field("Self-audit", "The round of the self-audit.", lambda one: one.school.self_audit_wave),
    field("Survey", "The round of the survey.", lambda one: one.school.survey_wave),
    field("Section id", "The section’s id.", lambda one: one.view.id, "code"),
    field("Section", "The section’s title.", lambda one: one.view.title),
    field("Leaders", "The score of the self-audit.", lambda one: one.view.self_audit, "score"),
    field("Colleagues", "The score of the survey, or why there is none.", _colleagues, "score"),
    field("Difference", "Leaders less colleagues.", lambda one: one.view.difference, "score"),
    field("Margin", "Half of the survey’s 95% interval.", lambda one: one.view.margin, "score"),
    field("In words", "The same in words.", lambda one: one.view.sentence, "words"),
)

NOT_COMPARED_FIELDS: tuple[Field[tuple[str, str]], ...] = (
    field("Item id", "The item’s id.", lambda one: one[0]),
    field("Reason", "Why it is not compared.", lambda one: one[1], "words"),
)

EXCLUDED_FIELDS: tuple[Field[Excluded], ...] = (
    field("School", "The school.", lambda one: one.school),
    field("Audit", "The id of its audit.", lambda one: one.audit),
    field("Questionnaire", "Which it answered.", lambda one: one.questionnaire),
    field("Round", "The round of collection.", lambda one: one.wave),
    field("Reason", "Why it is not compared.", lambda one: one.reason, "words"),
)
