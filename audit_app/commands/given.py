"""What a person gives as an answer on the command line."""

from math import isfinite

from audit_app.errors import AuditError
from audit_app.questionnaires.conditions import NUMBER
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Answer
from audit_app.responses.refusals import UnknownItemError

LONGEST_CODE, LONGEST_WORDS, MOST_CODES = 40, 20_000, 200
"""What an answer can hold (responses/model.py)."""


class UnknownLevelError(AuditError):
    def __init__(self, level: str) -> None:
        super().__init__(
            f"“{level}” is too long to be an answer. Give an option's code, for example 3, or not_applicable."
        )


def answer_given(questionnaire: Questionnaire, item_id: str, level: str) -> Answer | None:
    """What the LEVEL of `answer` means for this item; whether it fits is decided where it is kept.

    A word that is also the code of one of the item's options means that option. Raises UnknownItemError.
    """
    if item_id not in questionnaire.items_by_id:
        raise UnknownItemError(item_id, questionnaire)
    item = questionnaire.items_by_id[item_id]
    if level not in {option.code for option in questionnaire.options_of(item)}:
        match level:
            case "none":
                return None
            case "not_applicable" | "prefer_not_to_say":
                return Answer(reason=level)
    if len(level) > (LONGEST_CODE if item.kind in ("level", "single") else LONGEST_WORDS):
        raise UnknownLevelError(level[:LONGEST_CODE] + "…")
    match item.kind:
        case "level" | "single":
            return Answer(option=level)
        case "multiple" if all(codes := tuple(one.strip()[:LONGEST_CODE] for one in level.split(",")[:MOST_CODES])):
            return Answer(value=codes)
        case "number" if NUMBER.fullmatch(level) and isfinite(amount := float(level)):
            return Answer(value=amount)
        case _:
            return Answer(value=level)
