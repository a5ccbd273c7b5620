"""Refusals: what a plan can't take, each as the sentence that whoever wrote it reads."""

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import JsonValue, ValidationError

from audit_app.errors import AuditError, NothingThereError
from audit_app.language import _
from audit_app.plans.model import Action, Plan, Priority

FIELD_NAMES: Mapping[str, str] = {
    "rag": _("the rating"),
    "rag_reason": _("the reason for the rating"),
    "link_governor": _("the link governor"),
    "criteria": _("the success criteria"),
    "start": _("the start date"),
    "due": _("the due date"),
    "text": _("the action"),
    "schools": _("the schools that take part"),
    "first_step": _("the first step"),
    "cost_actual": _("the actual cost"),
    "monitored_by": _("who monitors it"),
    "monitored_when": _("when it is monitored"),
    "halt_reason": _("the reason for the halt"),
    "next_review": _("the day of the next review"),
    "why": _("the reason"),
}
"""What a field is called in a sentence, where it is not simply “the” and its name."""


class UnknownPriorityError(NothingThereError):
    def __init__(self, priority_id: str) -> None:
        super().__init__(
            _("The plan has no priority “{priority_id}”; perhaps it was removed. Look at the plan again.").format(
                priority_id=priority_id[:80]
            )
        )


class UnknownActionError(AuditError):
    def __init__(self, action_id: str) -> None:
        super().__init__(
            _("The priority has no action “{action_id}”; perhaps it was removed. Look at the plan again.").format(
                action_id=action_id[:80]
            )
        )


class UnknownPlanFieldError(AuditError):
    def __init__(self, field: str, known: Iterable[str]) -> None:
        super().__init__(
            _("“{field}” is not a part of it that can be filled in. These can: {names}.").format(
                field=field[:40], names=", ".join(sorted(known))
            )
        )


class PlanValueError(AuditError):
    def __init__(self, field: str, remedy: str) -> None:
        name = FIELD_NAMES.get(field, _("the {field}").format(field=field))
        said = _("{name} can't be kept like this. {remedy} Nothing was changed.").format(name=name, remedy=remedy)
        super().__init__(said[:1].upper() + said[1:])


class UntitledPriorityError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("A priority needs a title: say in a few words what you will work on."))


class EmptyActionError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("An action needs a text: say what somebody will do."))


def checked(
    model: type[Plan | Priority | Action], fields: Mapping[str, JsonValue], known: frozenset[str]
) -> dict[str, JsonValue]:
    """The fields as they are to be kept, text trimmed. Raises UnknownPlanFieldError, PlanValueError."""
    if unknown := sorted(fields.keys() - known):
        raise UnknownPlanFieldError(unknown[0], known)
    trimmed = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
    said = {name: value for name, value in trimmed.items() if value is not None}
    base = {} if model is Plan else {"id": "new"}
    try:
        model.model_validate({**base, **said})
    except ValidationError as problem:
        first = problem.errors()[0]
        raise PlanValueError(str(first["loc"][0]), _remedy(str(first["loc"][0]), first["type"])) from None
    return trimmed


def _remedy(field: str, kind: str) -> str:
    match field, kind:
        case (("start" | "due" | "next_review"), _):
            return _("Write the day as year, month, day, for example {date}.").format(
                date=date(2027, 3, 26).isoformat()
            )
        case _, "string_too_long":
            return _("It is too long: shorten it.")
        case "rag", _:
            return _("Choose red, amber or green.")
        case "state", _:
            return _("Choose not started, in progress or done.")
        case "halt", _:
            return _("Choose on hold or stopped, or none of them.")
        case "milestones", _:
            return _("Each needs a text; a day is written as year, month, day. There can be 200.")
        case "schools", _:
            return _("There can be 200, each with a name of 200 letters at most.")
        case "criteria", _:
            return _("Each needs a text and a state: not started, in progress, not met, partially met or met.")
        case _:
            return _("It is not of the kind that is kept there.")
