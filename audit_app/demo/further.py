"""Beyond partnership health: the demo's provision audits, pulse surveys and staff surveys."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from random import Random

from audit_app.demo.partnership import DEMO, SEED, school_of, stories
from audit_app.demo.provision import provision_audit
from audit_app.demo.stories import Story
from audit_app.demo.surveys import OPEN_FOR, clock_of, survey_wave
from audit_app.demo.terms import Wave, waves
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.content import AuditContent
from audit_app.results.frozen import closing_entries
from audit_app.steps import steps

STILL_OPEN_FOR = timedelta(days=17)
"""Of the survey that runs, so that it runs for some days more."""
STAFF_SURVEYS = 3
"""So many schools asked all of their staff, in the second wave."""


def further_contents(
    questionnaire: Callable[[str], Questionnaire], schools: int, today: date, seed: int = SEED
) -> Iterator[AuditContent]:
    """The same arguments give the same entries and responses."""
    provision, pulse, staff = map(questionnaire, ("provision-audit", "partnership-pulse", "partnership-health-staff"))
    for number, story in enumerate(steps(stories(schools, seed))):
        random = Random(f"{seed}/{story.name}/further")  # noqa: S311 # an invention, to be the same each time
        name = partial(_id, number)
        rounds = [(at, wave) for at, wave in enumerate(waves(today)) if all(one[at] for one in story.levels.values())]
        for at, wave in rounds:
            is_open = number == 0 and at == rounds[-1][0]
            yield _survey(pulse, name("pulse", wave), story, at, wave, random, is_open=is_open)
            if at == 1 and number < STAFF_SURVEYS:
                yield _survey(staff, name("staff", wave), story, at, wave, random)
        if rounds:
            wave = rounds[-1][1]
            yield provision_audit(provision, name("provision", wave), story, school_of(story), wave, random)


def _id(number: int, what: str, wave: Wave) -> str:
    return f"{DEMO}{number + 1:02d}-{what}-{'-'.join(wave.name.lower().split())}"


def _survey(
    questionnaire: Questionnaire,
    audit_id: str,
    story: Story,
    at: int,
    wave: Wave,
    random: Random,
    *,
    is_open: bool = False,
) -> AuditContent:
    last = wave.begun + (STILL_OPEN_FOR if is_open else OPEN_FOR)
    content, head = survey_wave(questionnaire, audit_id, story, school_of(story), at, wave, random, last)
    if is_open:
        return content
    clock = clock_of(head, wave.begun + OPEN_FOR)
    closing = closing_entries(content.audit, questionnaire, content.entries, content.responses, clock, head.name)
    return content.model_copy(update={"entries": (*content.entries, *closing)})
