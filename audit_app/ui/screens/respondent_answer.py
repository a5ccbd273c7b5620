"""Answering one statement, by its kind: one choice, several, something typed; or the reason for no answer."""

from collections.abc import Mapping
from types import MappingProxyType

import flet as ft

from audit_app.questionnaires.model import Grade, Item, Questionnaire
from audit_app.responses.fitting import misfit
from audit_app.responses.model import Answer
from audit_app.responses.visibility import offered_options
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.date_field import read_date, written
from audit_app.ui.components.panel import stack
from audit_app.ui.components.several import several
from audit_app.ui.components.text_field import text_field
from audit_app.ui.runtime import NoticeKind
from audit_app.ui.screens.audit_shown import answer_of, number_in_words, reasons_allowed
from audit_app.ui.screens.audit_typed import LONGEST_NUMBER, LONGEST_WORDS, keyboard_for, read_answer
from audit_app.ui.screens.respondent_sitting import Paper, Sitting
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import common

REMARKS: Mapping[Grade, NoticeKind] = MappingProxyType({"error": "error", "warning": "warning", "information": "info"})


def answer_part(questionnaire: Questionnaire, item: Item, paper: Paper, sitting: Sitting, *, close: bool) -> ft.Control:
    """`close`: there is little height."""
    if item.kind in ("level", "single"):
        return _one(questionnaire, item, paper, sitting, close=close)
    given = (
        _several(questionnaire, item, paper, sitting)
        if item.kind == "multiple"
        else _typed(questionnaire, item, paper, sitting)
    )
    return stack(given, *_reasons(item, paper, sitting))


def _one(questionnaire: Questionnaire, item: Item, paper: Paper, sitting: Sitting, *, close: bool) -> ft.Control:
    """The options, then the reasons for none, in one group."""
    given = paper.answers.get(item.id)
    chosen = (given.option or given.reason) if given else None
    return choice(
        item.text,
        [*_options(questionnaire, item, paper), *reasons_allowed(item)],
        chosen,
        lambda code: sitting.give(item.id, answer_of(code)),
        show_name=False,
        close=close,
        key=f"levels {sitting.number} {item.id}",
    )


def _options(questionnaire: Questionnaire, item: Item, paper: Paper) -> list[Option]:
    """Those on offer; one that was chosen and is no longer offered stays, and says so."""
    given = paper.answers.get(item.id)
    chosen = set() if given is None else {given.option, *(given.value if isinstance(given.value, tuple) else ())}
    here = {option.code for option in offered_options(questionnaire, item, paper.answers)}
    return [
        Option(
            option.code,
            audit_text.level(option.code, option.label) if item.kind == "level" else option.label,
            item.descriptors.get(option.code, "") if option.code in here else audit_text.NO_LONGER_OFFERED,
        )
        for option in questionnaire.options_of(item)
        if option.code in here or option.code in chosen
    ]


def _several(questionnaire: Questionnaire, item: Item, paper: Paper, sitting: Sitting) -> ft.Control:
    def codes_of(given: Answer | None) -> set[str]:
        return set(given.value) if given is not None and isinstance(given.value, tuple) else set()

    def tick(code: str, on: bool) -> None:
        """From what was ticked last, which may not be on the screen yet."""
        before = codes_of(sitting.answers.get(item.id))
        wanted = before | {code} if on else before - {code}
        codes = tuple(option.code for option in questionnaire.options_of(item) if option.code in wanted)
        sitting.give(item.id, Answer(value=codes) if codes else None)

    return several(
        item.text,
        _options(questionnaire, item, paper),
        codes_of(paper.answers.get(item.id)),
        tick,
        key=f"options {sitting.number} {item.id}",
    )


def _typed(questionnaire: Questionnaire, item: Item, paper: Paper, sitting: Sitting) -> ft.Control:
    """What does not fit stays in the field, with what is wrong."""
    words = item.kind == "text"

    def save(typed: str) -> None:
        answer = read_answer(item.kind, typed)
        why = None if answer is None else misfit(questionnaire, item, answer)
        if why is None:
            sitting.give(item.id, answer)
        else:
            sitting.refuse(item.id, typed, common.NOT_A_DATE if item.kind == "date" else why)

    typed, wrong = paper.unfit.get(item.id, ("", ""))
    return text_field(
        audit_text.ANSWER,
        typed or _as_typed(item, paper.answers.get(item.id)),
        save,
        hint=common.DATE_HINT if item.kind == "date" else "",
        error=wrong,
        lines=4 if words else 1,
        limit=LONGEST_WORDS if words else LONGEST_NUMBER,
        width=None if words else 220,
        keyboard=keyboard_for(item.kind),
        save_while_typing=item.kind != "date",
        name=item.text,
        key=f"answer {sitting.number} {item.id}",
    )


def _as_typed(item: Item, given: Answer | None) -> str:
    match given.value if given else None:
        case float(number):
            return number_in_words(number)
        case str(words):
            return written(read_date(words)) if item.kind == "date" else words
        case _:
            return ""


def _reasons(item: Item, paper: Paper, sitting: Sitting) -> list[ft.Control]:
    """Check boxes, because they can be taken back; what stood there before is then there again."""
    given = paper.answers.get(item.id)

    def ticking(reason: str) -> ft.Control:
        def ticked(on: bool) -> None:
            last = sitting.answers.get(item.id)
            if on:
                if last is not None and last.value is not None:
                    sitting.set_aside[item.id] = last
                sitting.give(item.id, answer_of(reason))
            else:
                sitting.give(item.id, sitting.set_aside.pop(item.id, None))

        chosen = given is not None and given.reason == reason
        return checkbox(audit_text.REASONS[reason], chosen, ticked, key=reason)

    boxes = [ticking(option.code) for option in reasons_allowed(item)]
    return [stack(*boxes, space=0, key="reasons")] if boxes else []
