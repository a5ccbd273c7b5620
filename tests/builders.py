"""Small real objects for tests; every argument has a plain default, so that a test names only what it is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import JsonValue

from audit_app.questionnaires.model import Balance, Item, Questionnaire, ResponseOption, Section, SuggestedAction
from audit_app.responses.clock import Clock
from audit_app.responses.model import Answer, Audit, Entry, QuestionnaireRef, School, item_subject
from audit_app.responses.standing import Standing, standings
from audit_app.responses.survey import Group, Response, Terms

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LEVELS = (("1", "Not yet", 1.0), ("2", "Started", 2.0), ("3", "In place", 3.0), ("4", "How we work", 4.0))
SCALE = tuple(ResponseOption(code=code, label=label, score=score) for code, label, score in LEVELS)
FORCES = Balance(hierarchy=("management", "format"), solidarity=("trust",), individualism=("self-interest",))
FIVE = ("purpose", "format", "management", "trust", "self-interest")


def an_item(item_id: str = "purpose_a", scale: Sequence[ResponseOption] = SCALE, **changes: object) -> Item:
    """An item with a descriptor for each option, and one suggested action for the two low levels."""
    values: dict[str, object] = {
        "id": item_id,
        "text": f"This is true of {item_id}.",
        "descriptors": {option.code: f"{item_id} at {option.code}." for option in scale},
        "actions": (SuggestedAction(id=f"do_{item_id}", text=f"Do {item_id}.", first_step=f"Begin {item_id}."),),
    }
    return Item.model_validate({**values, **changes})


def a_section(section_id: str = "purpose", items: int = 4, scale: Sequence[ResponseOption] = SCALE) -> Section:
    """Its items are called `purpose_a`, `purpose_b`, …"""
    stem = section_id.replace("-", "_")
    made = tuple(an_item(f"{stem}_{letter}", scale) for letter in "abcdefghijklmnopqrstuvwxyz"[:items])
    return Section(id=section_id, title=section_id.capitalize(), items=made)


def a_questionnaire(*sections: Section, **changes: object) -> Questionnaire:
    """One section of four items unless told."""
    values: dict[str, object] = {
        "id": "small-audit",
        "version": 1,
        "title": "Small audit",
        "summary": "A few items.",
        "audience": "Tests.",
        "mode": "self_audit",
        "minutes": 5,
        "scale": SCALE,
        "sections": sections or (a_section(),),
        "fingerprint": "f" * 64,
    }
    return Questionnaire.model_validate({**values, **changes})


def a_partnership_questionnaire(items: int = 4) -> Questionnaire:
    """The five sections of partnership health, with the balance of its forces."""
    return a_questionnaire(*(a_section(name, items) for name in FIVE), balance=FORCES)


def a_school(name: str = "Foxglove Lane Primary") -> School:
    return School(name=name)


def an_audit(questionnaire: Questionnaire | None = None, **changes: object) -> Audit:
    asked = questionnaire or a_questionnaire()
    values: dict[str, object] = {
        "id": "audit-1",
        "questionnaire": QuestionnaireRef.to(asked),
        "mode": asked.mode,
        "school": a_school(),
        "wave": "Autumn 2026",
        "created": MORNING,
    }
    return Audit.model_validate({**values, **changes})


def a_clock(device: str = "laptop", start: datetime = MORNING) -> Clock:
    """One minute goes by at each look."""
    minutes = _minutes(start)
    return Clock(device, lambda: next(minutes))


def _minutes(start: datetime) -> Iterator[datetime]:
    while True:
        yield start
        start += timedelta(minutes=1)


def a_stamp(minute: int = 0, device: str = "laptop", counter: int = 0) -> str:
    moment = (MORNING + timedelta(minutes=minute)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return f"{moment}~{counter:04x}~{device}"


def an_entry(
    value: JsonValue = "A comment.",
    *,
    minute: int = 0,
    device: str = "laptop",
    subject: str = "item/purpose_a",
    field: str = "comment",
    replaces: Iterable[str] = (),
    by: str = "Ann",
    redacted: bool = False,
) -> Entry:
    return Entry(
        stamp=a_stamp(minute, device),
        by=by,
        subject=subject,
        field=field,
        value=value,
        replaces=tuple(replaces),
        redacted=redacted,
    )


def some_terms(teachers: Any = 9, leaders: Any = 3, **changes: Any) -> Terms:
    groups = (
        Group(id="teachers", title="Teachers", invited=teachers),
        Group(id="leaders", title="Leaders", invited=leaders),
    )
    values: dict[str, object] = {
        "groups": groups,
        "purpose": "To see how the partnership looks from where you work.",
        "controller": "Foxglove Lane Primary, office@foxglove.example",
        "readers": "The head reads the results by group, never one response.",
        "closes": MORNING.date() + timedelta(days=14),
        "erase_after": MORNING.date() + timedelta(days=365),
    }
    return Terms.model_validate({**values, **changes})


def the_terms(terms: Terms | None = None) -> Entry:
    """The entry by which a survey wave was opened."""
    return an_entry((terms or some_terms()).model_dump(mode="json"), subject="survey", field="terms")


def a_response(letter: str = "a", group: str = "teachers", answer: str = "3", comment: str = "") -> Response:
    """One answer to `purpose_a`; the id is its hexadecimal letter over and over."""
    return Response(
        id=letter * 32,
        group=group,
        given=MORNING.date(),
        answers={"purpose_a": Answer(option=answer)},
        comments={"purpose_a": comment} if comment else {},
    )


def level(code: str | int) -> Answer:
    return Answer(option=str(code))


NOT_APPLICABLE = Answer(reason="not_applicable")
PREFER_NOT_TO_SAY = Answer(reason="prefer_not_to_say")


def answers(given: Mapping[str, Answer | int], *, evidence: Iterable[str] = ()) -> tuple[Entry, ...]:
    """An entry for each answer, and one piece of evidence for each item named."""
    return (
        *(
            an_entry(
                (one if isinstance(one, Answer) else level(one)).model_dump(mode="json", exclude_none=True),
                minute=minute,
                subject=item_subject(item),
                field="answer",
            )
            for minute, (item, one) in enumerate(given.items())
        ),
        *(
            an_entry({"kind": "text", "text": "Seen."}, minute=1000 + at, subject=item_subject(item), field="evidence")
            for at, item in enumerate(evidence)
        ),
    )


def stands(given: Mapping[str, Answer | int], *, evidence: Iterable[str] = ()) -> Mapping[str, Standing]:
    return standings(answers(given, evidence=evidence))


def whole_section(section_id: str, levels: Iterable[Answer | int]) -> dict[str, Answer | int]:
    """Answers for `section_a`, `section_b`, … in turn."""
    stem = section_id.replace("-", "_")
    return {f"{stem}_{letter}": one for letter, one in zip("abcdefghijklmnopqrstuvwxyz", levels, strict=False)}
