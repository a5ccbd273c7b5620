"""The demo's joint plan: what the invented schools do together, from what they shared a term ago, and who does what."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from random import Random

from audit_app.demo.partnership import DEMO, SEED, school_of, stories
from audit_app.demo.simulated import Simulated
from audit_app.demo.stories import Story
from audit_app.demo.terms import after_lessons, school_day, waves
from audit_app.plans import changes, joint
from audit_app.plans.joint import FEWEST_SCHOOLS
from audit_app.plans.joint_suggestions import joint_suggestions
from audit_app.plans.model import Priority, plan_of
from audit_app.plans.reviews import record_review
from audit_app.plans.suggestions import Suggestion
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Audit, QuestionnaireRef, School
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, status
from audit_app.results.audit_results import results_of
from audit_app.results.contributions import Contribution
from audit_app.results.partnership import compare

PARTNERSHIP = "Wenlow Schools Partnership"
ADOPTED = 2
AGREED_AFTER = timedelta(days=42)
"""From the beginning of the round that it rests on: bundles are collected, compared, and the heads meet."""
REVIEWED_BEFORE, NEXT_REVIEW_IN = timedelta(days=20), timedelta(days=17)
"""From today."""
RATINGS = ("amber", "green", "red")
REASONS = (
    "Most schools have begun; two have yet to name somebody.",
    "Every school has named a teacher, and the questions are agreed.",
    "The first visits were called off.",
)
OWN = "Talk about every pupil who moves from one of our schools to another"
OWN_WHY = "Parents told three of us that the new school knew little of their child."
FOR_ALL = ("Name the teacher who talks with the other school", "Ask for a volunteer at the next staff meeting.")
REVIEWED = "The heads went through the plan. Each said what is late, and by when it will be done."
DECISIONS = ("Agree that each school gives half a day’s cover a term.",)


def joint_plan(
    kept_under: Questionnaire, asked: Questionnaire, made: Sequence[AuditContent], schools: int, today: date
) -> tuple[AuditContent, ...]:
    """Of so many invented schools, from their audits; none for fewer than two. The same arguments, the same entries."""
    told = stories(schools, SEED)
    if len(told) < FEWEST_SCHOOLS:
        return ()
    begun = waves(today)[-2].begun
    agreed = min(begun + AGREED_AFTER, today - REVIEWED_BEFORE - timedelta(days=7))
    audit = Audit(
        id=f"{DEMO}joint-plan",
        questionnaire=QuestionnaireRef.to(kept_under),
        mode="self_audit",
        school=School(name=PARTNERSHIP),
        wave=f"{begun.year}–{(begun.year + 1) % 100:02d}",
        created=datetime.combine(school_day(agreed), time(12, 5), UTC),
    )
    doing = Simulated("joint", Random(f"{SEED}/joint"))  # noqa: S311 # an invention, to be the same each time
    keeper = told[0].people[0]
    doing.sit_down(after_lessons(agreed))
    doing.do(keeper, joint.name_schools, [school_of(one).name for one in told])
    for suggestion in _shared(asked, made, agreed)[:ADOPTED]:
        doing.do(keeper, changes.adopt, suggestion)
    doing.do(keeper, changes.add_priority, OWN, OWN_WHY)
    for number, priority in enumerate(plan_of(doing.entries).priorities):
        _share_out(doing, told, priority, number, agreed)
    doing.do(keeper, changes.ask_governors, (), DECISIONS)
    doing.sit_down(after_lessons(today - REVIEWED_BEFORE))
    _report(doing, told)
    reviewed = school_day(today - REVIEWED_BEFORE)
    doing.do(keeper, record_review, reviewed, REVIEWED, today)
    doing.do(keeper, changes.agree_next_review, school_day(today + NEXT_REVIEW_IN).isoformat())
    return (AuditContent(audit=audit, entries=doing.entries),)


def _shared(asked: Questionnaire, made: Sequence[AuditContent], day: date) -> tuple[Suggestion, ...]:
    """What is suggested from the rounds before that day."""
    found = [
        Contribution(
            one.audit,
            asked,
            results_of(one.audit, asked, stands := standings(counted(one.entries)), status(one.entries)),
            one.audit.created,
            stands,
        )
        for one in made
        if one.audit.questionnaire.id == asked.id and one.audit.created.date() < day
    ]
    return joint_suggestions(asked, compare(found, {asked.id: (asked,)}, asked.id)) if found else ()


def _share_out(doing: Simulated, told: Sequence[Story], priority: Priority, number: int, agreed: date) -> None:
    """A school leads it; its actions go round, and what all are to do is one action for each."""
    keeper = told[0].people[0]
    leads = told[number % len(told)]
    doing.do(
        keeper,
        changes.set_priority,
        priority.id,
        {
            "school": school_of(leads).name,
            "owner": f"{leads.people[0].name}, {leads.people[0].role}",
            "start": school_day(agreed + timedelta(days=7)).isoformat(),
            "due": school_day(agreed + timedelta(weeks=36 + 4 * number)).isoformat(),
            "cost": "Cover for half a day in each school and term",
        },
    )
    turns = cycle([*told[number:], *told[:number]])
    for at, action in enumerate(priority.actions):
        due = school_day(agreed + timedelta(weeks=7 + 6 * at)).isoformat()
        fields = {"school": school_of(next(turns)).name, "due": due}
        doing.do(keeper, changes.set_action, priority.id, action.id, fields)
    if not priority.suggested:
        names = [school_of(one).name for one in told]
        doing.do(keeper, joint.share_out, priority.id, *FOR_ALL, names)
        due = school_day(agreed + timedelta(weeks=19)).isoformat()
        for action in plan_of(doing.entries).priorities[number].actions:
            doing.do(keeper, changes.set_action, priority.id, action.id, {"due": due})


def _report(doing: Simulated, told: Sequence[Story]) -> None:
    """Each school says how far its own part is, by one of its people; every third has not begun."""
    people = {school_of(one).name: one.people[1] for one in told}
    for number, priority in enumerate(plan_of(doing.entries).priorities):
        for at, action in enumerate(priority.actions):
            person = people[action.school]
            state = ("done", "in progress", "not started")[(at + number) % 3]
            doing.do(person, changes.set_action, priority.id, action.id, {"state": state, "owner": person.name})
        rating = {"rag": RATINGS[number % 3], "rag_reason": REASONS[number % 3]}
        doing.do(told[0].people[0], changes.set_priority, priority.id, rating)
