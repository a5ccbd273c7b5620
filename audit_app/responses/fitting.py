"""Whether an answer fits its item, and what the questionnaire's own checks say about it."""

from collections.abc import Iterator, Mapping
from datetime import date

from audit_app.language import _
from audit_app.questionnaires.conditions import ConditionError, Given, compiled
from audit_app.questionnaires.model import Check, Grade, Item, Questionnaire
from audit_app.responses.model import Answer, Frozen, is_day
from audit_app.responses.visibility import as_given, given, hidden_items

LARGEST_NUMBER = 10**15
"""Every whole number up to here is exact in JSON, so it comes back from a bundle as it was given."""


class Remark(Frozen):
    """What a check says about an answer, or about one that is required and not there."""

    item: str
    grade: Grade
    message: str


def misfit(questionnaire: Questionnaire, item: Item, answer: Answer) -> str | None:
    """Why the answer can't be given to this item, as a sentence; None when it can."""
    if answer.reason == "not_applicable" and not item.allow_not_applicable:
        return _("This item applies to every school: choose an answer.")
    if answer.reason == "prefer_not_to_say" and not item.allow_prefer_not_to_say:
        return _("This item needs an answer.")
    if answer.reason is not None:
        return _("This is a note and takes no answer.") if item.kind == "note" else None
    codes = {option.code for option in questionnaire.options_of(item)}
    match item.kind, answer.option, answer.value:
        case (("level" | "single"), str(code), None) if code in codes:
            return None
        case (("level" | "single"), _, _):
            return _("Choose one of these: {names}.").format(
                names=", ".join(option.label for option in questionnaire.options_of(item))
            )
        case "multiple", None, tuple(chosen) if set(chosen) <= codes and len(set(chosen)) == len(chosen):
            return None
        case "multiple", _, _:
            return _("Choose among these: {names}.").format(
                names=", ".join(option.label for option in questionnaire.options_of(item))
            )
        case "number", None, float(number) if abs(number) > LARGEST_NUMBER:
            return _("Give a smaller number.")
        case "number", None, float(number) if not item.whole or number.is_integer():
            return None
        case "number", _, _:
            return _("Give a whole number.") if item.whole else _("Give a number.")
        case "date", None, str(day) if is_day(day):
            return None
        case "date", _, _:
            return _("Give a day, for example 2026-09-01.")
        case "text", None, str(words) if words.strip():
            return None
        case "text", _, _:
            return _("Answer in words.")
        case _:
            return _("This is a note and takes no answer.")


def remarks(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    today: date | None = None,
    hidden: frozenset[str] | None = None,
) -> tuple[Remark, ...]:
    """What the checks say about the answers that are shown, in the order asked; `today` is for checks that ask for it.

    A submission waits for the errors only. `hidden` are the hidden items, from who knows them already.
    """
    if hidden is None:
        hidden = hidden_items(questionnaire, answers)
    shown = {name: answer for name, answer in answers.items() if name not in hidden}
    values = given(questionnaire, shown, words=True)
    return tuple(
        remark
        for item in questionnaire.items
        if item.id not in hidden
        for remark in _about(questionnaire, item, shown, values, today)
    )


def asks_for_more(questionnaire: Questionnaire, item: Item, answer: Answer | None) -> bool:
    """Whether the item's follow-up is shown for this answer."""
    return answer is not None and answer.option in questionnaire.asked_further(item)


def _about(
    questionnaire: Questionnaire,
    item: Item,
    shown: Mapping[str, Answer],
    values: Mapping[str, Given],
    today: date | None,
) -> Iterator[Remark]:
    answer = shown.get(item.id)
    if answer is None:
        if item.required and item.kind != "note":
            yield Remark(item=item.id, grade="error", message=_("This item needs an answer."))
        return
    if (why := misfit(questionnaire, item, answer)) is not None:
        yield Remark(item=item.id, grade="error", message=why)
    elif item.checks and answer.reason is None:
        for check in item.checks:
            if not _holds(check, values, as_given(item, answer), today):
                yield Remark(item=item.id, grade=check.grade, message=check.message)


def _holds(check: Check, values: Mapping[str, Given], itself: Given, today: date | None) -> bool:
    try:
        return compiled(check.condition).holds(values, itself, today)
    except ConditionError:  # refused by `check`; it must not stand between a respondent and the submission
        return True
