"""Provision audits of the demo: what each invented school is strong in, needs, and could help others with."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from random import Random

from audit_app.demo.simulated import Simulated
from audit_app.demo.stories import Story
from audit_app.demo.terms import Wave, after_lessons, school_day
from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.responses import changes
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Answer, Audit, Evidence, QuestionnaireRef, School

STRONG = 4
"""So many areas of sixteen stand out in each school."""
PRESSING = ("send", "attendance", "computing", "finance")
"""What the invented partnership is short of: each school is weak in two of these, and in one area of its own."""
NOBODY_LEADS = "finance"
"""A wish that no offer meets."""
NOBODY_NEEDS = "arts"
"""An offer that nobody has asked for."""
WISHES, SELDOM = ("this_year", "this_year", "later"), ("no", "no", "no", "no", "no", "no", "no", "later")
"""To draw from: of a school that is weak in an area, and of one that is not."""

AGES = {
    "nursery": ("early_years",),
    "primary": ("early_years", "primary"),
    "middle": ("primary", "secondary"),
    "secondary": ("secondary", "post_16"),
    "post-16": ("post_16",),
}
ANY_AGE = ("primary", "secondary")


def provision_audit(
    questionnaire: Questionnaire, audit_id: str, story: Story, school: School, wave: Wave, random: Random
) -> AuditContent:
    """A submitted `provision-audit`; the same arguments give the same entries."""
    audit = Audit(
        id=audit_id,
        questionnaire=QuestionnaireRef.to(questionnaire),
        mode="self_audit",
        school=school,
        wave=wave.name,
        created=datetime.combine(school_day(wave.begun), time(9, 40), UTC),
    )
    doing = Simulated(audit_id, random)
    doing.sit_down(after_lessons(wave.begun + timedelta(days=1)))
    names = [section.id for section in questionnaire.sections]
    own = random.choice([name for name in names if name not in (*PRESSING, NOBODY_NEEDS)])
    weak = {*random.sample(PRESSING, 2), own}
    strong = random.sample([name for name in names if name not in weak and name != NOBODY_LEADS], STRONG)
    ages = AGES.get(story.phase, ANY_AGE)
    for section in questionnaire.sections:
        if section.id != "post-16" or {"secondary", "post_16"} & set(ages):
            typical = 4 if section.id in strong else 1 if section.id in weak else random.choice((2, 3, 3))
            _area(doing, questionnaire, section, typical, story, random)
    doing.do(story.people[0], partial(changes.submit, questionnaire), date.max)
    return AuditContent(audit=audit, entries=doing.entries)


def _area(
    doing: Simulated, questionnaire: Questionnaire, section: Section, typical: int, story: Story, random: Random
) -> None:
    """One area as somebody would fill it in who thinks of it as at about this level."""
    give = partial(changes.answer, questionnaire)
    who = story.people[random.randrange(2)]
    levels = []
    for item in section.items:
        if item.kind == "level":
            level = min(max(typical + random.choice((-1, 0, 0, 1)), 1), 4)
            levels.append(level)
            doing.do(who, give, item.id, Answer(option=str(level)))
            if level >= 3 and random.randrange(10) < story.shown + 1:
                shown = Evidence(kind="text", text=f"Seen in the {section.title.lower()} review this term.")
                doing.do(who, partial(changes.add_evidence, questionnaire), item.id, shown)
    highest, lowest = max(levels, default=2), min(levels, default=2)
    offer = random.choice(("yes", "conditions") if typical == 4 and highest == 4 else ("no", "no", "no", "conditions"))
    if section.id == NOBODY_LEADS:
        offer = "no"
    for item in section.items:
        if (answer := _said(item, story, typical, highest, lowest, offer, random)) is not None:
            doing.do(who, give, item.id, answer)


def _said(
    item: Item, story: Story, typical: int, highest: int, lowest: int, offer: str, random: Random
) -> Answer | None:
    is_weak = typical == 1
    match item.scale, item.kind:
        case "importance", _:
            return Answer(option=random.choice("23" if is_weak else "01112"))
        case "offer", _ if highest >= 3:
            return Answer(option=offer)
        case None, "number" if highest >= 3 and offer != "no":
            return Answer(value=float(random.randint(1, 3)))
        case "want", _ if lowest < 4:
            return Answer(option=random.choice(WISHES if is_weak else SELDOM))
        case None, "multiple":
            return Answer(value=AGES.get(story.phase, ANY_AGE))
        case _:
            return None
