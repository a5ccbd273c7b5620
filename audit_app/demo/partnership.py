"""The demo partnership: eight invented schools, three waves, comments, evidence and plans, the same for the same day.

Everything is made through the functions that the screens use (changes.py), so the demo can hold nothing that a person
could not have made.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from random import Random

from audit_app.demo.more_schools import more_schools
from audit_app.demo.planning import plan_for
from audit_app.demo.simulated import Simulated
from audit_app.demo.stories import LOCAL_AUTHORITY, STORIES, Person, Story
from audit_app.demo.terms import Wave, after_lessons, school_day, waves
from audit_app.demo.words import WORDS
from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.responses import changes
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Answer, Audit, Evidence, QuestionnaireRef, School
from audit_app.steps import steps
from audit_app.storage.protocol import Settings

SEED = 1998
"""Any number would do; the same one makes the same partnership."""

MOST_SCHOOLS = 40

REASONS = {"n": Answer(reason="not_applicable"), "p": Answer(reason="prefer_not_to_say")}
CHANGED_THEIR_MIND = 9
"""One answer in so many was first given a level lower."""

LINK_EVERY = 8
"""One piece of evidence in so many is a link."""

DEMO = "demo-"
"""The ids of its audits begin with this, so that they are told from a school's own."""

BANK_EVERY = 5
"""A school has a comment from the bank on every fifth item, each school on others."""


def demo_contents(
    questionnaire: Questionnaire, schools: int = len(STORIES), seed: int = SEED, today: date = date(2026, 11, 22)
) -> tuple[AuditContent, ...]:
    """Every audit of the invented partnership as of that day; `questionnaire` is `partnership-health`.

    The same arguments give the same entries. At most MOST_SCHOOLS schools.
    """
    return tuple(
        content
        for number, story in enumerate(steps(stories(schools, seed)))
        for content in _audits(questionnaire, story, number, today, Random(f"{seed}/{story.name}"))  # noqa: S311 # as above
    )


def stories(schools: int, seed: int = SEED) -> tuple[Story, ...]:
    """Of so many invented schools."""
    random = Random(seed)  # noqa: S311 # an invention, to be the same each time
    more = more_schools(min(schools, MOST_SCHOOLS) - len(STORIES), random) if schools > len(STORIES) else ()
    return (*STORIES[:schools], *more)


def demo_settings() -> Settings:
    """The user's own school is the first, and its head is at the keyboard."""
    return Settings(school=school_of(STORIES[0]), person=STORIES[0].people[0].name)


def school_of(story: Story) -> School:
    """Without a URN: any six digits may belong to a real school one day."""
    return School(
        name=story.name,
        phase=story.phase,
        type=story.type,
        local_authority=LOCAL_AUTHORITY,
        pupils=story.pupils,
        postcode_district=story.district,
        latitude=story.place[0] if story.place else None,
        longitude=story.place[1] if story.place else None,
    )


def _audits(
    questionnaire: Questionnaire, story: Story, number: int, today: date, random: Random
) -> Iterator[AuditContent]:
    for at, wave in enumerate(waves(today)):
        if all(levels[at] for levels in story.levels.values()):
            yield _audit(questionnaire, story, number, at, wave, today, random)


def _audit(
    questionnaire: Questionnaire, story: Story, number: int, at: int, wave: Wave, today: date, random: Random
) -> AuditContent:
    short = "-".join(wave.name.lower().split())
    audit = Audit(
        id=f"{DEMO}{number + 1:02d}-{short}",
        questionnaire=QuestionnaireRef.to(questionnaire),
        mode="self_audit",
        school=school_of(story),
        wave=wave.name,
        created=datetime.combine(school_day(wave.begun), time(12, 5), UTC),
    )
    doing = Simulated(f"demo{number + 1}", random)
    _answer(doing, questionnaire, story, number, at, wave, random)
    is_latest = at == len(waves(today)) - 1
    if not is_latest or story.latest != "draft":
        doing.do(story.people[0], partial(changes.submit, questionnaire), school_day(wave.begun))
    if is_latest and story.latest == "reopened":
        doing.sit_down(after_lessons(wave.begun + timedelta(days=10)))
        doing.do(story.people[0], changes.reopen, story.reopened)
    plan_for(doing, audit, questionnaire, story, story.plans[at], wave, today)
    return AuditContent(audit=audit, entries=doing.entries)


def _answer(
    doing: Simulated, questionnaire: Questionnaire, story: Story, number: int, at: int, wave: Wave, random: Random
) -> None:
    """The head fills in the odd sections and a colleague the even ones, on an afternoon each."""
    asked = 0
    for position, section in enumerate(questionnaire.sections):
        who = story.people[position % 2]
        doing.sit_down(after_lessons(wave.begun + timedelta(days=2 * position)))
        for item, level in zip(section.items, story.levels[section.id][at], strict=True):
            asked += 1
            _answer_item(doing, questionnaire, story, item, level, who, random)
            for person, text in _comments(
                story, at, item, level, who, from_the_bank=(asked + number) % BANK_EVERY == 0
            ):
                doing.do(person, partial(changes.comment, questionnaire), item.id, text)


def _answer_item(
    doing: Simulated, questionnaire: Questionnaire, story: Story, item: Item, level: str, who: Person, random: Random
) -> None:
    give = partial(changes.answer, questionnaire)
    if level == ".":
        return
    if level == "!":
        head, colleague, _ = story.people
        rivals = ((head, (item.id, Answer(option="3"))), (colleague, (item.id, Answer(option="2"))))
        doing.do_unseen(give, rivals)
        return
    if level.isdigit() and level > "1" and random.randrange(CHANGED_THEIR_MIND) == 0:
        doing.do(who, give, item.id, Answer(option=str(int(level) - 1)))
    doing.do(who, give, item.id, REASONS.get(level) or Answer(option=level))
    if level.isdigit() and level > "1" and random.randrange(10) < story.shown and item.id in WORDS:
        doing.do(who, partial(changes.add_evidence, questionnaire), item.id, _evidence(item, random))


def _evidence(item: Item, random: Random) -> Evidence:
    if random.randrange(LINK_EVERY) == 0:
        return Evidence(kind="link", text=f"https://partnership.wenlow.example/{item.id.replace('_', '-')}")
    return Evidence(kind="text", text=random.choice(WORDS[item.id].evidence))


def _comments(
    story: Story, at: int, item: Item, level: str, who: Person, *, from_the_bank: bool
) -> Iterator[tuple[Person, str]]:
    own = [(story.people[one.person], one.text) for one in story.said if (one.wave, one.item) == (at, item.id)]
    yield from own
    if not own and from_the_bank and level.isdigit() and item.id in WORDS:
        yield who, WORDS[item.id].low if level < "3" else WORDS[item.id].high
