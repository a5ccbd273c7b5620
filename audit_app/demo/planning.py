"""Planning: how an invented school turns its results into a plan, at one of three stages."""

from collections.abc import Sequence
from datetime import date, timedelta

from pydantic import JsonValue

from audit_app.demo.plan_words import DECISIONS, PLAN_WORDS, QUESTIONS
from audit_app.demo.simulated import Simulated
from audit_app.demo.stories import PlanStage, Story
from audit_app.demo.terms import Wave, after_lessons, school_day
from audit_app.plans import changes
from audit_app.plans.model import Priority, plan_of
from audit_app.plans.reviews import record_review
from audit_app.plans.suggestions import Suggestion, suggestions
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Audit
from audit_app.responses.standing import standings
from audit_app.responses.submission import status
from audit_app.results.audit_results import results_of

ADOPTED = 3
DECIDED_AFTER = timedelta(days=10)
"""From the beginning of the wave."""

LOOKED_AT_AFTER = timedelta(days=35)
"""When a plan that is under way was last brought up to date."""

RATINGS = ("green", "amber", "red", "amber")
RATINGS_OF_A_STRONG_SCHOOL = ("green", "green", "amber", "green")
REVIEWED = "We went through every priority. What is late was given to somebody by name."
STRONG = 9
"""Of ten answers, so many have evidence."""

CRITERION_STATES = ("met", "partially met", "in progress", "not met")
ACTION_STATES = ("done", "in progress", "not started")
OWN_PRIORITY = (
    "Talk about every pupil who moves to another partner school",
    "Parents of last year’s movers told us that the new school knew little of their child.",
    ("Agree five questions for the talk with the other school", "Hold the talks before the end of June"),
)


def plan_for(
    doing: Simulated,
    audit: Audit,
    questionnaire: Questionnaire,
    story: Story,
    stage: PlanStage,
    wave: Wave,
    today: date,
) -> None:
    """None: nothing. Begun: priorities chosen, little filled in. Under way: people, dates, ratings, some of it late."""
    if stage == "none":
        return
    yesterday = today - timedelta(days=1)
    doing.sit_down(after_lessons(min(wave.begun + DECIDED_AFTER, yesterday)))
    results = results_of(audit, questionnaire, standings(doing.entries), status(doing.entries))
    for suggestion in suggestions(questionnaire, results)[:ADOPTED]:
        _adopt(doing, story, suggestion, wave)
    if stage == "begun":
        first = plan_of(doing.entries).priorities[0]
        doing.do(story.people[0], changes.set_priority, first.id, {"owner": _people(story)[0]})
        return
    _add_own(doing, story)
    for number, priority in enumerate(plan_of(doing.entries).priorities):
        doing.do(story.people[0], changes.set_priority, priority.id, _agreed(story, priority, number, wave))
        _share_out(doing, story, priority, wave)
    doing.do(story.people[0], changes.ask_governors, QUESTIONS, DECISIONS)
    if wave.begun + LOOKED_AT_AFTER < today:
        doing.sit_down(after_lessons(wave.begun + LOOKED_AT_AFTER))
        _bring_up_to_date(doing, story, wave.begun + LOOKED_AT_AFTER)


def _adopt(doing: Simulated, story: Story, suggestion: Suggestion, wave: Wave) -> None:
    known = {action.id for priority in plan_of(doing.entries).priorities for action in priority.actions}
    doing.do(story.people[0], changes.adopt, suggestion)
    priority = plan_of(doing.entries).priorities[-1]
    made = [action for action in priority.actions if action.id not in known]
    for action, step in zip(made, suggestion.actions, strict=True):
        due = school_day(wave.begun + DECIDED_AFTER + timedelta(weeks=step.weeks or 12))
        doing.do(story.people[0], changes.set_action, priority.id, action.id, {"due": due.isoformat()})


def _add_own(doing: Simulated, story: Story) -> None:
    title, why, actions = OWN_PRIORITY
    doing.do(story.people[0], changes.add_priority, title, why)
    own = plan_of(doing.entries).priorities[-1]
    for text in actions:
        doing.do(story.people[0], changes.add_action, own.id, text)


def _agreed(story: Story, priority: Priority, number: int, wave: Wave) -> dict[str, JsonValue]:
    head, colleague, governor = _people(story)
    words = PLAN_WORDS[priority.section]
    leads, helps = (head, colleague) if number % 2 == 0 else (colleague, head)
    return {
        "owner": leads,
        "supporter": helps,
        "link_governor": governor,
        "start": school_day(wave.begun + timedelta(days=21)).isoformat(),
        "due": school_day(wave.begun + timedelta(weeks=34 + 4 * number)).isoformat(),
        "cost": words.cost,
        "monitoring": words.monitoring,
        "milestones": [
            {"text": "The first action is done and was talked about", "term": "", "day": _after(wave, 12)},
            {"text": "Half of the success criteria are met", "term": "", "day": _after(wave, 24)},
        ],
        "risks": words.risks,
    }


def _after(wave: Wave, weeks: int) -> str:
    return school_day(wave.begun + timedelta(weeks=weeks)).isoformat()


def _share_out(doing: Simulated, story: Story, priority: Priority, wave: Wave) -> None:
    people = _people(story)[:2]
    for number, action in enumerate(priority.actions):
        fields: dict[str, JsonValue] = {"owner": people[number % 2]}
        if not action.due:
            fields["due"] = school_day(wave.begun + timedelta(weeks=8 + 10 * number)).isoformat()
        doing.do(story.people[0], changes.set_action, priority.id, action.id, fields)


def _bring_up_to_date(doing: Simulated, story: Story, day: date) -> None:
    """Early actions are done or in hand, later ones not begun; nobody has looked since, so some are late by now."""
    ratings = RATINGS_OF_A_STRONG_SCHOOL if story.shown >= STRONG else RATINGS
    for number, priority in enumerate(plan_of(doing.entries).priorities):
        for at, action in enumerate(priority.actions):
            state = ACTION_STATES[min(at, 1) if number == 0 else min(at + number - 1, 2)]
            if state == "done" and action.due > (day + timedelta(weeks=8)).isoformat():
                state = "in progress"
            doing.do(story.people[1], changes.set_action, priority.id, action.id, {"state": state})
        doing.do(story.people[0], changes.set_priority, priority.id, _rated(priority, number, ratings))
    doing.do(story.people[0], record_review, day, REVIEWED, day)


def _rated(priority: Priority, number: int, ratings: Sequence[str]) -> dict[str, JsonValue]:
    rating = ratings[number % len(ratings)]
    words = PLAN_WORDS[priority.section]
    criteria: list[JsonValue] = [
        {"text": one.text, "state": CRITERION_STATES[(number + at) % len(CRITERION_STATES)]}
        for at, one in enumerate(priority.criteria)
    ]
    said: dict[str, JsonValue] = {"rag": rating, "rag_reason": getattr(words, rating), "criteria": criteria}
    return {**said, "impact": words.impact} if rating == "green" else said


def _people(story: Story) -> Sequence[str]:
    return [f"{person.name}, {person.role}" for person in story.people]
