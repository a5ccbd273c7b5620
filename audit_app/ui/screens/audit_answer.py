"""Answering one item, by its kind: one choice, several, something typed; or the reason for no answer."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeGuard

import flet as ft

from audit_app.questionnaires.model import Grade
from audit_app.responses.fitting import Remark
from audit_app.responses.model import Answer
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import choice
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.several import several
from audit_app.ui.components.words import label, paragraph, small
from audit_app.ui.runtime import NoticeKind
from audit_app.ui.screens.audit_keeping import Keeping, Trouble
from audit_app.ui.screens.audit_shown import (
    Shown,
    answer_of,
    answer_words,
    reasons_allowed,
    shortened,
    to_choose,
)
from audit_app.ui.screens.audit_typed import typed_field
from audit_app.ui.text import audit as text
from audit_app.ui.text import history as history_text

REMARKS: Mapping[Grade, NoticeKind] = MappingProxyType({"error": "error", "warning": "warning", "information": "info"})


def answer_part(shown: Shown, keeping: Keeping, marks: list[ft.Control], of: str, *, close: bool) -> ft.Control:
    """`marks` say whether it is kept, where the bar below does not. `of` is the statement, where the screen shows
    several. `close`: there is little height."""
    if shown.item.kind in ("level", "single"):
        given: list[ft.Control] = [_one(shown, keeping, close=close)]
        marks = [*marks, *_clear(shown, keeping, of), *_undo(shown, keeping)]
    elif shown.item.kind == "multiple":
        given = [_several(shown, keeping), *_reasons(shown, keeping)]
        marks = [*marks, *_undo(shown, keeping)]
    elif shown.fixed:
        words = answer_words(shown.item, shown.options, shown.answer)[0] if shown.answer else text.NO_ANSWER
        given = [stack(label(text.ANSWER), paragraph(words), space=theme.XS)]
    else:
        given = [typed_field(shown, keeping), *_reasons(shown, keeping)]
    trouble = shown.trouble("answer")
    return stack(
        *not_kept(None if trouble is None or trouble.unfit else trouble, text.ANSWER_STAYS, keeping),
        *([small(text.REQUIRED)] if shown.item.required and shown.answer is None and not shown.fixed else []),
        *given,
        *([] if shown.typed else [_said(number, remark) for number, remark in enumerate(shown.remarks)]),
        *([ft.Row(marks, wrap=True, spacing=theme.M, key="state")] if marks else []),
        space=theme.S,
    )


def not_kept(trouble: Trouble | None, stays: str, keeping: Keeping) -> list[ft.Control]:
    """What is wrong, and the way to try again."""
    if trouble is None:
        return []
    again = left(button(text.TRY_AGAIN, keeping.try_again, key="again"))
    stays = f"{stays} {text.KEEPS_TRYING}" if trouble.passing else stays
    return [notice("error", f"{trouble.sentence} {stays}", again, title=text.NOT_SAVED, key=f"trouble {trouble.field}")]


def _one(shown: Shown, keeping: Keeping, *, close: bool) -> ft.Control:
    """The options, then the reasons for none, in one group."""
    given = shown.answer

    async def choose(code: str) -> None:
        if shown.answer != answer_of(code) or shown.troubles:
            await keeping.keep(shown.item.id, "answer", answer_of(code))

    return choice(
        shown.item.text,
        [*to_choose(shown), *reasons_allowed(shown.item)],
        (given.option or given.reason) if given else None,
        choose,
        show_name=False,
        disabled=shown.fixed,
        close=close,
        key="levels",
    )


def _clear(shown: Shown, keeping: Keeping, of: str) -> list[ft.Control]:
    async def clear() -> None:
        await keeping.keep(shown.item.id, "answer", None)

    if shown.answer is None or shown.fixed:
        return []
    return [button(text.CLEAR, clear, kind="quiet", name=text.about(text.CLEAR, of) if of else None, key="clear")]


def _undo(shown: Shown, keeping: Keeping) -> list[ft.Control]:
    """One step back, right after a change; a second press comes back again."""
    before = shown.undo
    if before is None or shown.troubles:
        return []
    given = Answer.model_validate(before.value)

    async def undo() -> None:
        await keeping.keep(shown.item.id, "answer", given)

    word = shortened(answer_words(shown.item, shown.options, given)[0])
    return [button(history_text.undo(word), undo, kind="quiet", key="undo-answer")]


def _several(shown: Shown, keeping: Keeping) -> ft.Control:
    def codes_of(given: Answer | None) -> set[str]:
        return set(given.value) if given is not None and isinstance(given.value, tuple) else set()

    async def tick(code: str, on: bool) -> None:
        """From what the user ticked last, which may not be on the screen yet."""
        before = codes_of(keeping.answer(shown.item.id, shown.answer))
        wanted = before | {code} if on else before - {code}
        codes = tuple(option.code for option in shown.options if option.code in wanted)
        await keeping.keep(shown.item.id, "answer", Answer(value=codes) if codes else None)

    return several(shown.item.text, to_choose(shown), codes_of(shown.answer), tick, disabled=shown.fixed, key="options")


def _reasons(shown: Shown, keeping: Keeping) -> list[ft.Control]:
    """Check boxes, because they can be taken back; what stood there before is then there again."""
    item = shown.item.id
    given = shown.answer

    def ticking(reason: str) -> ft.Control:
        async def ticked(on: bool) -> None:
            last = keeping.answer(item, shown.answer)
            if on:
                if has_value(last):
                    keeping.set_aside[item] = last
                await keeping.keep(item, "answer", answer_of(reason))
            else:
                await keeping.keep(item, "answer", keeping.set_aside.pop(item, None))

        chosen = given is not None and given.reason == reason
        return checkbox(text.REASONS[reason], chosen, ticked, disabled=shown.fixed, key=reason)

    boxes = [ticking(option.code) for option in reasons_allowed(shown.item)]
    return [stack(*boxes, space=0, key="reasons")] if boxes else []


def has_value(given: Answer | None) -> TypeGuard[Answer]:
    return given is not None and given.value is not None


def _said(number: int, remark: Remark) -> ft.Control:
    """What a check says, beside the answer that it is about."""
    return notice(REMARKS[remark.grade], remark.message, title=text.REMARKS[remark.grade], key=f"remark {number}")
