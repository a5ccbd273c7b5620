"""All sheets of one audit or survey, as far as they may be shared: one workbook, or one CSV file for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from audit_app.plans.model import Plan
from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.sheets.answers import responses_sheet
from audit_app.reports.sheets.codebook import about_sheet, codebook_sheet
from audit_app.reports.sheets.model import Book, Sheet, Value
from audit_app.reports.sheets.plan import plan_sheets
from audit_app.reports.sheets.results import results_sheets
from audit_app.reports.sheets.survey import survey_sheets
from audit_app.responses.model import Audit, Entry
from audit_app.results.model import AuditResults
from audit_app.results.survey_model import SurveyResults

Shared = Literal["scores", "comments", "full"]
"""How much it holds, as at the export of a bundle."""

HOLDS = {
    "scores": "Scores: levels, and how much evidence there is. No comments, no answers in words, no names, no plan.",
    "comments": "Scores and comments: also what was written, without the names of those who wrote it. No plan.",
    "full": "Everything: what was written with names and days, and the action plan. Keep it inside the school, and "
    "take out names and anything about pupils before you pass it on.",
}
SURVEY_HOLDS = {
    "scores": "The results that may be shown, no comments. Never one colleague’s answers.",
    "comments": "The results that may be shown, and comments without the group. Never one colleague’s answers.",
    "full": "The results that may be shown, comments without the group, and the action plan. Never one colleague’s "
    "answers. Comments may name people: read them before you pass this on.",
}


@dataclass(frozen=True)
class Tables:
    """What the sheets are made from."""

    audit: Audit
    questionnaire: Questionnaire
    """Of a self-audit with the school's own items, where they may be shared."""
    results: AuditResults | SurveyResults
    entries: tuple[Entry, ...]
    """Those of a self-audit that count and may be shared; what else was said is not looked at."""
    plan: Plan
    """Empty where it is not shared."""
    share: Shared
    made: datetime


def audit_book(tables: Tables) -> Book:
    asked, audit = tables.questionnaire, tables.audit
    sheets = (about_sheet(_facts(tables)), *_sheets(tables))
    title = f"{asked.title} – {audit.school.name} – {audit.wave}"
    return Book(title, tables.made, (*sheets, codebook_sheet(asked, sheets)))


def _sheets(tables: Tables) -> Iterator[Sheet]:
    asked, found = tables.questionnaire, tables.results
    if isinstance(found, SurveyResults):
        yield from survey_sheets(asked, found, comments=tables.share != "scores")
    else:
        yield responses_sheet(asked, tables.entries, names=tables.share == "full")
        yield from results_sheets(asked, found)
    if tables.share == "full" and (tables.plan != Plan() or not isinstance(found, SurveyResults)):
        yield from plan_sheets(tables.plan, {section.id: section.title for section in asked.sections})


def _facts(tables: Tables) -> Iterable[tuple[str, Value]]:
    audit, found, asked = tables.audit, tables.results, tables.questionnaire
    is_survey = isinstance(found, SurveyResults)
    yield "What", "An anonymous survey" if is_survey else "A self-audit"
    yield "School", audit.school.name
    yield "Round", audit.wave
    yield "Status", found.status
    yield "Questionnaire", f"{asked.title}, version {asked.version}"
    yield "Fingerprint", asked.fingerprint
    yield "Id", audit.id
    yield "n", found.n
    yield "What n counts", "Responses" if is_survey else "Answers that count, over all sections"
    if isinstance(found, SurveyResults):
        yield "Invited", found.invited
        yield "Smallest group shown", found.minimum
        yield "Why nothing is shown", found.reason
    yield "Made on", tables.made.date()
    yield "What this holds", (SURVEY_HOLDS if is_survey else HOLDS)[tables.share]
