"""Answers that are typed: a number, a day, words. What does not fit stays in the field, with what is wrong."""

import re

import flet as ft

from audit_app.responses.fitting import misfit
from audit_app.responses.model import Answer
from audit_app.ui.components.date_field import read_date, written
from audit_app.ui.components.text_field import text_field
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.screens.audit_shown import Shown, number_in_words
from audit_app.ui.text import audit as text
from audit_app.ui.text import common

LONGEST_WORDS = 20_000
"""Characters: as many as an answer takes (responses/model.py)."""
LONGEST_NUMBER = 60

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_IN_THREES = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")


def typed_field(shown: Shown, keeping: Keeping) -> ft.Control:
    """Kept after a pause, a day only when the field is left; emptying it takes the answer back."""
    item = shown.item
    words, number = item.kind == "text", item.kind == "number"

    async def save(typed: str) -> None:
        answer = read_answer(item.kind, typed)
        why = None if answer is None else misfit(shown.questionnaire, item, answer)
        if why is None:
            await keeping.keep(item.id, "answer", answer)
        else:
            keeping.refuse(item.id, typed, common.NOT_A_DATE if item.kind == "date" else why)

    trouble = shown.trouble("answer")
    return text_field(
        text.ANSWER,
        as_typed(shown),
        save,
        hint=common.DATE_HINT if item.kind == "date" else "",
        error=trouble.sentence if trouble is not None and trouble.unfit else "",
        lines=4 if words else 1,
        limit=LONGEST_WORDS if words else LONGEST_NUMBER,
        width=None if words else 220,
        keyboard=keyboard_for(item.kind),
        save_while_typing=words or number,
        name=item.text,
        key=f"answer {item.id}",
    )


def as_typed(shown: Shown) -> str:
    """What stands in the field: what was typed and does not fit, else the answer."""
    if shown.typed is not None:
        return shown.typed
    match shown.answer.value if shown.answer else None:
        case float(number):
            return number_in_words(number)
        case str(words):
            return written(read_date(words)) if shown.item.kind == "date" else words
        case _:
            return ""


def read_answer(kind: str, typed: str) -> Answer | None:
    """None for nothing; what can't be read is given as it is, for `misfit` to say what is wrong with it."""
    plain = typed.strip()
    if not plain:
        return None
    if kind == "number" and (number := read_number(plain)) is not None:
        return Answer(value=number)
    if kind == "date" and (day := read_date(plain)) is not None:
        return Answer(value=day.isoformat())
    return Answer(value=plain)


def read_number(typed: str) -> float | None:
    """As people here write one: “12”, “1,250”, “2.5”, “1 250”."""
    plain = "".join(typed.split())
    if _IN_THREES.fullmatch(plain):
        plain = plain.replace(",", "")
    return float(plain) if _NUMBER.fullmatch(plain) else None


def keyboard_for(kind: str) -> ft.KeyboardType:
    if kind == "number":
        return ft.KeyboardType.NUMBER
    return ft.KeyboardType.DATETIME if kind == "date" else ft.KeyboardType.MULTILINE
