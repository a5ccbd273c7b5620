"""All sheets of a joint plan: what each school does, the plan itself, and every column in words."""

from collections.abc import Iterable
from datetime import datetime

from audit_app.plans.joint import Part, parts
from audit_app.plans.model import Plan
from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.sheets.codebook import about_sheet, codebook_sheet
from audit_app.reports.sheets.model import Book, Field, Value, field, sheet_of
from audit_app.reports.sheets.plan import plan_sheets
from audit_app.responses.model import Audit

SCHOOLS = "Schools"
HOLDS = "The joint plan, whole, with the people who are named in it. Take names out before you publish it."
HOLDS_PART = (
    "One school's part of the joint plan, with the people who are named in it, and nothing of the other schools'."
)

SCHOOL_FIELDS: tuple[Field[Part], ...] = (
    field("School", "The school; empty for what nobody has taken on yet.", lambda one: one.school),
    field("Leads", "How many priorities it leads.", lambda one: one.leads, "count"),
    field("Actions", "How many actions are its part.", lambda one: one.actions, "count"),
    field("Done", "How many of them are done.", lambda one: one.done, "count"),
    field(
        "Overdue",
        "How many were due before the day of these tables and are not done.",
        lambda one: one.overdue,
        "count",
    ),
)


def joint_book(audit: Audit, questionnaire: Questionnaire, plan: Plan, made: datetime, school: str = "") -> Book:
    """`questionnaire` is the one that a joint plan is kept under; with `school` the plan is that school's part."""
    told = [one for one in parts(plan, made.date()) if not school or one.school == school]
    sheets = (
        about_sheet(_facts(audit, plan, made, school)),
        sheet_of(SCHOOLS, "One school, and its part in figures.", SCHOOL_FIELDS, told),
        *plan_sheets(plan, {}, joint=True),
    )
    title = " – ".join(filter(None, ("Joint plan", audit.school.name, audit.wave, school)))
    return Book(title, made, (*sheets, codebook_sheet(questionnaire, sheets)))


def _facts(audit: Audit, plan: Plan, made: datetime, school: str) -> Iterable[tuple[str, Value]]:
    yield "What", "One school's part of a joint plan" if school else "A joint plan"
    if school:
        yield "School", school
    yield "Partnership", audit.school.name
    yield "Time", audit.wave
    yield "Id", audit.id
    yield "Schools", len(plan.schools)
    yield "Made on", made.date()
    yield "What this holds", HOLDS_PART if school else HOLDS
