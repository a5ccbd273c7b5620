"""The fields of one question of the school's own; what is wrong stands beside its field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import flet as ft

from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.page_frame import part
from audit_app.ui.components.panel import stack
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, small
from audit_app.ui.screens.own_item_written import Written, levels_of
from audit_app.ui.text import own_items as text

LONGEST = 4000
"""Characters, as questionnaires/model.py keeps a text."""


@dataclass(frozen=True)
class Form:
    """One drawing of it."""

    core: Questionnaire
    item: Item | None
    """The one that is changed; None for a new one."""
    said: Written
    wrong: Mapping[str, str]
    """What is to be put right, by field; empty until somebody wanted to keep it."""
    write: Callable[..., None]
    """Hands on what was changed, by the names in Written."""

    def words(self, name: str, label: str, hint: str = "", *, lines: int = 1, error: str = "") -> ft.Control:
        field = text_field(
            label,
            getattr(self.said, name),
            lambda typed: self.write(**{name: typed}),
            hint=hint,
            error=self.wrong.get(error or name, ""),
            lines=lines,
            limit=LONGEST,
            key=name,
        )
        return landing(error or name, field)


def landing(name: str, field: ft.Control) -> ft.Control:
    """With a mark above it, to which the screen can be scrolled."""
    return stack(ft.Container(key=part(name)), field, space=0, key=f"field {name}")


def fields(form: Form) -> list[ft.Control]:
    said = form.said
    kinds = [*text.KINDS, *([text.NOTE_KIND] if form.item is not None and form.item.kind == "note" else [])]
    is_level, is_note = said.kind == "level", said.kind == "note"
    asked = form.words(
        "text",
        text.STATEMENT if is_level else text.TEXT,
        text.STATEMENT_HINT if is_level else text.TEXT_HINT,
        lines=2,
    )
    require = checkbox(text.REQUIRE, said.required, lambda on: form.write(required=on), key="required")
    evidence = form.words("evidence", text.EVIDENCE, text.EVIDENCE_HINT, lines=2, error="evidence_prompt")
    return [
        choice(text.KIND, [Option(*kind) for kind in kinds], said.kind, lambda kind: form.write(kind=kind), key="kind"),
        asked,
        *([_levels(form)] if is_level else []),
        *(
            [form.words("options", text.OPTIONS, text.OPTIONS_HINT, lines=4)]
            if said.kind in ("single", "multiple")
            else []
        ),
        *([_whole(form)] if said.kind == "number" else []),
        form.words("hint", text.HINT, text.HINT_HINT),
        *([] if is_note else [evidence, require]),
    ]


def _whole(form: Form) -> ft.Control:
    return checkbox(text.WHOLE, form.said.whole, lambda on: form.write(whole=on), key="whole")


def _levels(form: Form) -> ft.Control:
    def describe(code: str, words: str) -> None:
        form.write(level=(code, words))

    described = [
        landing(
            f"descriptors {level.code}",
            text_field(
                text.level(level.code, level.label),
                form.said.descriptors.get(level.code, ""),
                partial(describe, level.code),
                error=form.wrong.get(f"descriptors {level.code}", ""),
                lines=2,
                limit=LONGEST,
                key=f"level {level.code}",
            ),
        )
        for level in levels_of(form.core, form.item)
    ]
    return stack(heading(text.LEVELS), small(text.LEVELS_HINT), *described, key="levels")
