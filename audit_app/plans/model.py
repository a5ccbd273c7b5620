"""What we will do: priorities, each with its objective, actions and how we will know; read from entries.

Every field of the plan is an entry of the audit (subject `plan/<priority>` or `plan/<priority>/<action>`), so two
people can work on one plan, nothing is overwritten unseen, and “what changed since the last meeting” is read from the
history.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, JsonValue, ValidationError

from audit_app.responses.model import Entry, Frozen, LongText, ShortText
from audit_app.responses.standing import heads

Rag = Literal["red", "amber", "green"]
CriterionState = Literal["not started", "in progress", "not met", "partially met", "met"]
ActionState = Literal["not started", "in progress", "done"]
Halt = Literal["on hold", "stopped"]


def _is_a_day(text: str) -> str:
    if text:
        date.fromisoformat(text)
    return text


IsoDate = Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"), AfterValidator(_is_a_day)]
"""YYYY-MM-DD, or empty when it is not agreed yet."""


class Criterion(Frozen):
    """One success criterion."""

    text: LongText
    state: CriterionState = "not started"


class Milestone(Frozen):
    """Something to have reached on the way, by a term or a day."""

    text: LongText
    term: ShortText = ""
    """As people call it, for example “Spring 2027”."""
    day: IsoDate = ""
    reached: bool = False


class Action(Frozen):
    """One thing that somebody will do."""

    id: str
    """Sorts in the order of making."""
    text: LongText = ""
    first_step: LongText = ""
    """What can be done on Monday."""
    school: ShortText = ""
    """Whose part it is, in a joint plan."""
    owner: ShortText = ""
    due: IsoDate = ""
    state: ActionState = "not started"


class Priority(Frozen):
    """One of the three to five things that the school will work on."""

    id: str
    """Sorts in the order of making."""
    section: str = ""
    """The section that it comes from; empty when the user named it freely."""
    items: Annotated[tuple[ShortText, ...], Field(max_length=200)] = ()
    """Ids of the items that it is to raise."""
    title: ShortText = ""
    why: LongText = ""
    """Audit evidence, or the user's own reason."""
    suggested: bool = False
    """The app suggested it from the results; otherwise it is the user's own choice and shown as one."""
    objective: LongText = ""
    baseline: LongText = ""
    target: LongText = ""
    school: ShortText = ""
    """Which school leads it, in a joint plan."""
    owner: ShortText = ""
    supporter: ShortText = ""
    link_governor: ShortText = ""
    start: IsoDate = ""
    due: IsoDate = ""
    cost: ShortText = ""
    """As planned."""
    cost_actual: ShortText = ""
    criteria: tuple[Criterion, ...] = ()
    milestones: Annotated[tuple[Milestone, ...], Field(max_length=200)] = ()
    """In the order that people gave them."""
    monitoring: LongText = ""
    """How it is looked at; in plans from before there were the two below, also who does so and when."""
    monitored_by: ShortText = ""
    monitored_when: ShortText = ""
    halt: Halt | None = None
    """Nothing of it is due while it is on hold or stopped."""
    halt_reason: LongText = ""
    rag: Rag | None = None
    rag_reason: LongText = ""
    impact: LongText = ""
    risks: LongText = ""
    actions: tuple[Action, ...] = ()


class Plan(Frozen):
    """The action plan that belongs to one audit, or the joint plan of several schools."""

    priorities: tuple[Priority, ...] = ()
    questions: tuple[ShortText, ...] = ()
    """Questions for governors."""
    decisions: tuple[ShortText, ...] = ()
    """Decisions asked for."""
    schools: Annotated[tuple[ShortText, ...], Field(max_length=200)] = ()
    """Those that take part, in a joint plan."""
    next_review: IsoDate = ""
    """The day on which the plan is looked at next; those that were held stand in reviews.py."""


PLAN_FIELDS = frozenset({"questions", "decisions", "schools", "next_review"})
PRIORITY_FIELDS = frozenset(Priority.model_fields) - {"id", "actions"}
ACTION_FIELDS = frozenset(Action.model_fields) - {"id"}
"""What can be said about each; beside these, `removed` takes a priority or an action out."""


def plan_of(entries: Iterable[Entry]) -> Plan:
    """What stands now, oldest priority first; where two people's words for one field differ, the later stand."""
    said: dict[str, dict[str, JsonValue]] = {}
    about_the_plan = (entry for entry in entries if entry.subject.partition("/")[0] == "plan")
    for (subject, field), group in heads(about_the_plan).items():
        said.setdefault(subject, {})[field] = group[-1].value
    priorities = tuple(
        _with(Priority(id=subject.split("/")[1], actions=_actions(said, subject)), said[subject], PRIORITY_FIELDS)
        for subject in sorted(said)
        if subject.count("/") == 1 and not said[subject].get("removed")
    )
    return _with(Plan(priorities=priorities), said.get("plan", {}), PLAN_FIELDS)


def _actions(said: Mapping[str, Mapping[str, JsonValue]], priority: str) -> tuple[Action, ...]:
    return tuple(
        _with(Action(id=subject.split("/")[2]), said[subject], ACTION_FIELDS)
        for subject in sorted(said)
        if subject.startswith(f"{priority}/") and subject.count("/") == 2 and not said[subject].get("removed")
    )


Model = TypeVar("Model", Plan, Priority, Action)


def _with(model: Model, said: Mapping[str, JsonValue], fields: frozenset[str]) -> Model:
    """The model with the fields that were said; a value that this version can't read leaves the field as it was."""
    known = {name: said[name] for name in sorted(fields & said.keys())}
    kept = dict(model)
    with suppress(ValidationError):
        return type(model).model_validate({**kept, **known})
    for name, value in known.items():
        with suppress(ValidationError):
            model = type(model).model_validate({**dict(model), name: value})
    return model
