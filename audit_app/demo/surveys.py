"""Surveys of the demo: what invented colleagues handed in, about as their school's leaders see it, or not quite."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from statistics import fmean

from audit_app.demo.stories import Person, Story
from audit_app.demo.terms import Wave, school_day
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses import surveying
from audit_app.responses.clock import Clock
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Answer, Audit, QuestionnaireRef, School
from audit_app.responses.survey import Group, Response, Terms

OPEN_FOR = timedelta(days=10)
VIEWS: Mapping[str, float] = {"leaders": 0.2, "teachers": -0.35, "support-staff": -0.6}
"""How far each group's view lies from the leaders' self-audit, in levels: the further away from the meetings, the less
is seen."""
SPREAD = 0.7
"""Standard deviation of one colleague's levels, in levels."""
CANNOT_TELL = 11
"""One answer in so many."""

PURPOSE = "To see how our partnership with other schools looks from where each of us works, and what to improve."
READERS = (
    "The leadership team reads the results by group. Nobody reads one person’s answers, and no group with fewer "
    "answers than the smallest group named here has results of its own."
)


def survey_wave(
    questionnaire: Questionnaire,
    audit_id: str,
    story: Story,
    school: School,
    at: int,
    wave: Wave,
    random: Random,
    last: date,
) -> tuple[AuditContent, Person]:
    """An open wave with what was handed in so far, and who opened it; `at` is the story's wave, `last` its last day."""
    head = story.people[0]
    audit = Audit(
        id=audit_id,
        questionnaire=QuestionnaireRef.to(questionnaire),
        mode="survey",
        school=school,
        wave=wave.name,
        created=datetime.combine(school_day(wave.begun), time(8, 20), UTC),
    )
    terms = _terms(story, school, last)
    entries = surveying.open_survey(audit, terms, clock_of(head, wave.begun), head.name)
    means = {section: _mean(levels[at]) for section, levels in story.levels.items()}
    responses = [
        _response(questionnaire, group, means, wave.begun, random)
        for group in terms.groups
        for _ in range(random.randint(group.invited * 6 // 10, group.invited))
    ]
    responses.sort(key=lambda one: one.id)
    return AuditContent(audit=audit, entries=entries, responses=tuple(responses)), head


def clock_of(person: Person, day: date) -> Clock:
    """A device of that person, on which it is the afternoon of that day."""
    moment = datetime.combine(school_day(day), time(16, 5), UTC)
    return Clock("demo" + "".join(filter(str.isalpha, person.name.lower()))[:30], lambda: moment)


def _terms(story: Story, school: School, last: date) -> Terms:
    teachers = max(8, round(story.pupils / 26))
    groups = (
        Group(id="leaders", title="Leaders", invited=max(3, teachers // 7)),
        Group(id="teachers", title="Teachers", invited=teachers),
        Group(id="support-staff", title="Support staff", invited=max(6, teachers // 2)),
    )
    return Terms(
        groups=groups,
        purpose=PURPOSE,
        controller=f"{school.name}, the headteacher’s office",
        readers=READERS,
        closes=last,
        erase_after=last.replace(year=last.year + 1, day=min(last.day, 28)),
    )


def _response(
    questionnaire: Questionnaire, group: Group, means: Mapping[str, float], begun: date, random: Random
) -> Response:
    own = random.gauss(VIEWS[group.id], SPREAD / 2)
    answers = {}
    for section in questionnaire.sections:
        for item in section.items:
            if random.randrange(CANNOT_TELL) == 0:
                answers[item.id] = Answer(option="cannot_tell")
                continue
            level = round(random.gauss(means.get(section.id, 2.5) + own, SPREAD))
            answers[item.id] = Answer(option=str(min(max(level, 1), 4)))
    return Response(
        id=f"{random.getrandbits(128):032x}",
        group=group.id,
        given=begun + timedelta(days=random.randrange(OPEN_FOR.days)),
        answers=answers,
    )


def _mean(levels: str) -> float:
    given = [int(level) for level in levels if level.isdigit()]
    return fmean(given) if given else 2.5
