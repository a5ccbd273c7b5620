"""What the papers for staff, for a head and for a visitor are made from, with words of one's own in every field."""

from datetime import date

from audit_app.plans.model import Action, Plan, Priority
from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.case import Case
from audit_app.reports.completed import CompletedAudit
from audit_app.reports.staff import StaffReport
from audit_app.responses.model import Answer, Entry, item_subject
from audit_app.responses.standing import standings
from audit_app.results.audit_results import results_of
from audit_app.results.survey_model import (
    Agreement,
    GroupRate,
    GroupSection,
    Interval,
    RoleGap,
    SharedComment,
    SurveyItem,
    SurveyResults,
    SurveySection,
)
from tests.builders import a_school, an_audit, an_entry, some_terms

DAY = date(2026, 11, 22)
READINESS = shipped().get("readiness")
STAFF = shipped().get("partnership-health-staff")
SMALL = "Withheld: fewer than 5 colleagues of this group answered."
AGREED = Agreement(
    r_wg=0.9, r_wg_slightly_skewed=0.8, average_deviation=0.5, cut=0.67, sees="differently", words="They differ."
)


def a_staff_report(text: str = "", *, comments: int = 3, priorities: int = 2, **changes: object) -> StaffReport:
    """With this text wherever a colleague or a leader writes."""
    values: dict[str, object] = {
        "results": survey_results(text or "There is no time.", comments),
        "questionnaire": STAFF,
        "date": DAY,
        "plan": Plan(priorities=tuple(a_priority(text, number) for number in range(priorities))),
        "terms": some_terms(purpose=text) if text.strip() else some_terms(),
    }
    return StaffReport(**{**values, **changes})  # type: ignore[arg-type] # a builder takes any of the fields


def a_priority(text: str, number: int) -> Priority:
    return Priority(
        id=f"p{number}",
        title=text[:200] or f"Priority {number}",
        objective=text or "It will be better.",
        owner=text[:200] or "M. Okafor",
        due="2027-07-09",
        actions=(Action(id="a", text=text or "Ask."), Action(id="b", text="Done with.", state="done")),
    )


def survey_results(text: str, comments: int = 3, **changes: object) -> SurveyResults:
    """Teachers are shown, leaders are too few; the last section is withheld."""
    sections = tuple(
        _section(section.id, section.title, last=section is STAFF.sections[-1]) for section in STAFF.sections
    )
    item = SurveyItem(id="a", section=sections[0].id, text=text, score=1.4, n=9)
    values: dict[str, object] = {
        "audit": "s",
        "questionnaire": {
            "id": STAFF.id,
            "version": 1,
            "fingerprint": STAFF.fingerprint,
            "title": text or STAFF.title,
        },
        "school": text or "Ash Tree Primary",
        "wave": text or "Autumn 2026",
        "status": "closed",
        "minimum": 5,
        "n": 12,
        "invited": 15,
        "response_rate": (
            GroupRate(id="teachers", title=text or "Teachers", invited=12, responses=9, rate=0.75),
            GroupRate(id="leaders", title="Leaders", invited=3, responses=3, rate=1),
        ),
        "sections": sections,
        "items": (item,),
        "lowest": (item,),
        "gaps": (_gap(text),),
        "comments": tuple(
            SharedComment(text=text, section=sections[0].id if number % 2 else None) for number in range(comments)
        ),
        "comments_reason": None if comments else "Fewer than 5 colleagues wrote a comment, so none is shown.",
    }
    return SurveyResults.model_validate({**values, **changes})


def _section(name: str, title: str, *, last: bool) -> SurveySection:
    groups = (
        GroupSection(id="teachers", title="Teachers", n=9, score=None if last else 2.4),
        GroupSection(id="leaders", title="Leaders", n=3, reason=SMALL),
    )
    if last:
        return SurveySection(id=name, title=title, items=7, groups=groups, reason="Withheld: too few answers.")
    return SurveySection(
        id=name,
        title=title,
        items=7,
        score=2.35,
        margin=0.25,
        interval=Interval(low=2.1, high=2.6),
        n=12,
        unscored=4,
        distribution={"1": 11, "2": 35, "3": 38, "4": 2, "cannot_tell": 4},
        agreement=AGREED,
        groups=groups,
    )


def _gap(text: str) -> RoleGap:
    return RoleGap(
        section="purpose",
        title="Purpose",
        higher="leaders",
        lower="teachers",
        difference=0.6,
        interval=Interval(low=0.2, high=1.0),
        p=0.01,
        worth_talking_about=True,
        sentence=f"{text} This is worth talking about.",
    )


def given(questionnaire: Questionnaire, level: str, text: str = "", pieces: int = 1) -> tuple[Entry, ...]:
    """This level for every item that has one; the text as a comment and as evidence, and its file."""
    entries = []
    for number, item in enumerate(questionnaire.items):
        subject = item_subject(item.id)
        if item.kind == "level":
            entries.append(an_entry({"option": level}, minute=number, subject=subject, field="answer"))
        if text.strip():
            entries.append(an_entry(text, minute=1000 + number, subject=subject, by=text[:200]))
        entries += [
            an_entry(
                {"kind": kind, "text": text[:4000], **({"sha256": "a" * 64, "size": 12} if kind == "file" else {})},
                minute=2000 + number * 10 + piece,
                subject=subject,
                field="evidence",
            )
            for piece, kind in enumerate(("text", "link", "file")[:pieces])
        ]
    return tuple(entries)


def chosen(item: str, answer: Answer, minute: int = 0) -> Entry:
    value = answer.model_dump(mode="json", exclude_none=True)
    return an_entry(value, minute=minute, subject=item_subject(item), field="answer")


def a_case(entries: tuple[Entry, ...] = (), school: str = "Ash Tree Primary") -> Case:
    audit = an_audit(READINESS, school=a_school(school))
    stands = standings(entries)
    return Case(audit, READINESS, results_of(audit, READINESS, stands, "draft"), stands, DAY)


def a_completed_audit(
    questionnaire: Questionnaire = READINESS, entries: tuple[Entry, ...] = (), school: str = "Ash Tree Primary"
) -> CompletedAudit:
    audit = an_audit(questionnaire, school=a_school(school))
    stands = standings(entries)
    return CompletedAudit(audit, questionnaire, results_of(audit, questionnaire, stands, "submitted"), stands, DAY)
