"""Skip logic: which items are shown for the answers so far, and what of the answers counts.

An answer that is hidden is kept and marked; it stays out of the scores, and is back once its item is shown again. For
other conditions a hidden item counts as unanswered, so what is shown follows from the answers alone.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

from audit_app.questionnaires.conditions import ConditionError, Given, compiled
from audit_app.questionnaires.model import Condition, Item, Questionnaire, ResponseOption
from audit_app.responses.model import Answer
from audit_app.responses.standing import Standing

Conditional: TypeAlias = tuple[str, tuple[Condition, ...]]
"""An item's id, and all that must hold for it to be asked."""
WRITTEN = "…"
"""What skip logic sees of an answer in words: that there is one."""


def hidden_items(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> frozenset[str]:
    """Ids of the items whose own condition, or whose section's, does not hold."""
    conditions = tuple(_conditions(questionnaire))
    if not conditions:
        return frozenset()
    hidden: set[str] = set()
    values = given(questionnaire, answers)
    for item_id, found in _in_order(conditions):
        if not all(_holds(condition, values) for condition in found):
            hidden.add(item_id)
            values.pop(item_id, None)
    return frozenset(hidden)


def shown_items(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> tuple[Item, ...]:
    """The items that are asked, in their order."""
    hidden = hidden_items(questionnaire, answers)
    return tuple(item for item in questionnaire.items if item.id not in hidden)


def offered_options(
    questionnaire: Questionnaire, item: Item, answers: Mapping[str, Answer]
) -> tuple[ResponseOption, ...]:
    """The options to choose from, given the other answers. One that was chosen and is no longer offered is kept."""
    options = questionnaire.options_of(item)
    if all(option.visible_if is None for option in options):
        return options
    hidden = hidden_items(questionnaire, answers)
    values = given(questionnaire, {name: one for name, one in answers.items() if name not in hidden})
    return tuple(one for one in options if one.visible_if is None or _holds(one.visible_if, values))


def answers_of(stands: Mapping[str, Standing]) -> dict[str, Answer]:
    """What is agreed for each item; an item where answers differ counts as unanswered until a person chose.

    Where everybody wrote something, something was written, whichever words stand in the end.
    """
    agreed = ((item_id, standing.answer or _some_words(standing)) for item_id, standing in stands.items())
    return {item_id: answer for item_id, answer in agreed if answer is not None}


def without_hidden(questionnaire: Questionnaire, stands: Mapping[str, Standing]) -> Mapping[str, Standing]:
    """What stands for the items that are shown: what scores, progress and papers are made of."""
    hidden = hidden_items(questionnaire, answers_of(stands))
    return {item_id: standing for item_id, standing in stands.items() if item_id not in hidden} if hidden else stands


def given(questionnaire: Questionnaire, answers: Mapping[str, Answer], *, words: bool = False) -> dict[str, Given]:
    """The answers as conditions see them, by item id; a reason for none counts as unanswered.

    Skip logic sees `WRITTEN` instead of the words, so that what is shown, and with it every score, is the same in a
    copy that travelled without them.
    """
    return {
        name: value
        for name, answer in answers.items()
        if (item := questionnaire.items_by_id.get(name)) is not None
        and (value := WRITTEN if answer.in_words and not words else as_given(item, answer)) != ""
    }


def as_given(item: Item, answer: Answer) -> Given:
    """One answer as a condition sees it; empty text where there is none."""
    if answer.option is not None:
        return answer.option
    if item.kind == "date" and isinstance(answer.value, str):
        try:
            return date.fromisoformat(answer.value)
        except ValueError:
            return answer.value
    return "" if answer.value is None else answer.value


def _some_words(standing: Standing) -> Answer | None:
    rivals = [Answer.model_validate(entry.value) for entry in standing.rivals]
    return rivals[-1] if rivals and all(rival.in_words for rival in rivals) else None


def _plain(value: Given) -> Given:
    """Zero has no sign here, as in XPath's words for it: 0 and -0 are kept as one."""
    return value + 0.0 if isinstance(value, float) else value


def _conditions(questionnaire: Questionnaire) -> Iterator[Conditional]:
    for section in questionnaire.sections:
        for item in section.items:
            if found := tuple(one for one in (section.visible_if, item.visible_if) if one is not None):
                yield item.id, found


@lru_cache(maxsize=64)
def _in_order(conditions: tuple[Conditional, ...]) -> tuple[Conditional, ...]:
    """The items with a condition, each after those that its condition looks at."""
    by_item = dict(conditions)
    needs = {item_id: {name for one in found for name in _names(one)} for item_id, found in conditions}
    try:
        return tuple((name, by_item[name]) for name in TopologicalSorter(needs).static_order() if name in by_item)
    except CycleError:  # `check` refuses a circle; a file that was never checked is asked from top to bottom
        return conditions


@lru_cache(maxsize=8192)
def _names(condition: Condition) -> tuple[str, ...]:
    try:
        return tuple(sorted(compiled(condition).names))
    except ConditionError:
        return ()


def _holds(condition: Condition, values: Mapping[str, Given]) -> bool:
    return _holds_of(condition, tuple(_plain(values.get(name, "")) for name in _names(condition)))


@lru_cache(maxsize=16_384)
def _holds_of(condition: Condition, values: tuple[Given, ...]) -> bool:
    """Schools answer alike: of fifty audits most ask what another asked before. No words of anybody are among these."""
    try:
        return compiled(condition).holds(dict(zip(_names(condition), values, strict=True)))
    except ConditionError:  # `check` refuses it; in a file that was never checked the item is rather asked than lost
        return True
