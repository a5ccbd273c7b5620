"""How far an audit has come: what is answered, what is left, and the line about it in a list."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, get_args

from pydantic import AwareDatetime

from audit_app.questionnaires.model import Item, Questionnaire, Section
from audit_app.responses.continuing import continues_as
from audit_app.responses.model import Audit, Entry, Frozen, School
from audit_app.responses.standing import NOTHING, Standing, standings
from audit_app.responses.submission import Status, is_received, status
from audit_app.responses.survey import Response, terms_of
from audit_app.responses.visibility import answers_of, shown_items


class SectionProgress(Frozen):
    """Items of one section that are shown and ask something: how many, how many with an answer or a reason for none."""

    id: str
    title: str
    answered: int
    items: int


About = Literal["item", "audit", "survey", "plan"]
"""What an entry is about: the first part of its subject."""
ABOUT: tuple[About, ...] = get_args(About)


class PlanFigures(Frozen):
    """How far a plan has come."""

    priorities: int
    actions: int
    done: int


class Summary(Frozen):
    """One audit in a list."""

    id: str
    questionnaire: str
    version: int
    title: str
    mode: Literal["self_audit", "survey"]
    school: School
    wave: str
    status: Status
    answered: int
    items: int
    changed: str
    """When it was last changed: ISO 8601, UTC."""
    created: AwareDatetime
    last: About | None = None
    """What the newest entry is about; None before the first."""
    received: bool = False
    """True for a copy without its words, made to be compared; it can't be worked on."""
    continued_as: str | None = None
    """The audit that goes on with this one's answers on another version; it stands in lists instead."""
    planned: bool = False
    """Whether anything of an action plan was ever written down."""
    plan: PlanFigures | None = None
    """Of a plan that was; worked out by plans/figures.py."""
    invited: int | None = None
    """Of a survey: how many colleagues were asked."""
    responses: int | None = None
    """Of a survey: how many responses were handed in; `answered` counts the items that any of them answers."""
    closes: date | None = None
    """Of a survey: the last day on which responses are taken."""


def is_answered(standing: Standing) -> bool:
    return standing.answer is not None


def asked(questionnaire: Questionnaire, stands: Mapping[str, Standing]) -> tuple[Item, ...]:
    """The items that wait for an answer or have one: shown, given the other answers, and not a note."""
    return tuple(item for item in shown_items(questionnaire, answers_of(stands)) if item.kind != "note")


def unanswered(questionnaire: Questionnaire, stands: Mapping[str, Standing]) -> tuple[str, ...]:
    """Ids of the items without an answer, in the order asked; items where answers differ among them."""
    return tuple(item.id for item in asked(questionnaire, stands) if not is_answered(stands.get(item.id, NOTHING)))


def without_evidence(questionnaire: Questionnaire, stands: Mapping[str, Standing]) -> tuple[str, ...]:
    """Ids of the items that ask for evidence, and have an answer but nothing that shows it; in the order asked."""
    return tuple(
        item.id
        for item in asked(questionnaire, stands)
        if (item.kind == "level" or item.evidence_prompt)
        and (standing := stands.get(item.id, NOTHING)).answer is not None
        and standing.answer.reason is None
        and not standing.evidence
    )


def next_unanswered(questionnaire: Questionnaire, stands: Mapping[str, Standing], after: str | None) -> str | None:
    """The first item without an answer after this one, else the first of all, else None."""
    order = [item.id for item in questionnaire.items]
    left = unanswered(questionnaire, stands)
    start = order.index(after) + 1 if after in order else 0
    return next((item for item in order[start:] if item in left), left[0] if left else None)


def section_progress(questionnaire: Questionnaire, stands: Mapping[str, Standing]) -> Mapping[str, SectionProgress]:
    """By the id of each section, those without an item to show among them."""
    shown = {item.id for item in asked(questionnaire, stands)}

    def of(section: Section) -> SectionProgress:
        items = [item.id for item in section.items if item.id in shown]
        answered = sum(is_answered(stands.get(item, NOTHING)) for item in items)
        return SectionProgress(id=section.id, title=section.title, answered=answered, items=len(items))

    return {section.id: of(section) for section in questionnaire.sections}


def summary(audit: Audit, questionnaire: Questionnaire, entries: Iterable[Entry]) -> Summary:
    """The audit's line in a list."""
    made = tuple(entries)
    stands = standings(made)
    items = asked(questionnaire, stands)
    terms = terms_of(made) if audit.mode == "survey" else None
    latest = max((entry.at for entry in made), default=audit.created)
    return Summary(
        id=audit.id,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        title=questionnaire.title,
        mode=audit.mode,
        school=audit.school,
        wave=audit.wave,
        status=status(made),
        answered=sum(is_answered(stands.get(item.id, NOTHING)) for item in items),
        items=len(items),
        changed=max(latest, audit.created).isoformat(timespec="seconds"),
        created=audit.created,
        last=last_about(made),
        received=is_received(made),
        continued_as=place.audit if (place := continues_as(audit, made)) else None,
        planned=any(entry.subject.startswith("plan/") for entry in made),
        invited=terms.invited if terms else None,
        closes=terms.closes if terms else None,
    )


def last_about(entries: Iterable[Entry]) -> About | None:
    """What the newest entry is about, of those that this version knows."""
    newest = max((one for one in entries if _about(one)), key=lambda one: one.stamp, default=None)
    return _about(newest) if newest else None


def _about(entry: Entry) -> About | None:
    name = entry.subject.partition("/")[0]
    return next((one for one in ABOUT if one == name), None)


def with_responses(line: Summary, responses: Iterable[Response]) -> Summary:
    """The line about a survey, once its responses are counted."""
    if line.mode != "survey" or line.received:
        return line
    handed_in = tuple(responses)
    answered = {item for one in handed_in for item in one.answers}
    return line.model_copy(update={"responses": len(handed_in), "answered": len(answered)})
