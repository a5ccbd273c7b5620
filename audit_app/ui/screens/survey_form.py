"""The form of a survey's terms: groups, days, the smallest group, and the notice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.date_field import date_field
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import bullets, heading, label, paragraph
from audit_app.ui.runtime import component
from audit_app.ui.screens.survey_terms import (
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_GROUPS,
    Errors,
    GroupFields,
    TermsFields,
    too_small,
)
from audit_app.ui.text import surveys as text

NAME_WIDTH = 360
"""Of a group's name, so that what stands beside it is below each other."""

BEFORE_GROUPS: Mapping[str, str] = {"wave": text.WAVE, "groups": text.GROUPS}
AFTER_GROUPS: Mapping[str, str] = {
    "closes": text.CLOSES,
    "erase_after": text.ERASE_AFTER,
    "minimum": text.MINIMUM,
    "purpose": text.PURPOSE,
    "controller": text.CONTROLLER,
    "readers": text.READERS,
}
"""Field to its label."""


@dataclass(frozen=True)
class Form:
    """What was typed so far, what is wrong with it, and how to change it."""

    fields: TermsFields
    errors: Errors
    change: Callable[[Callable[[TermsFields], TermsFields]], None]
    running: bool = False
    """Colleagues have been told already, so some of it stays."""

    def keeps(self, name: str) -> Callable[[object], None]:
        def keep(value: Any) -> None:
            changed: dict[str, Any] = {name: value}
            self.change(lambda fields: replace(fields, **changed))

        return keep

    def error(self, name: str) -> str:
        return self.errors.get(name, "")


def look_again(errors: Errors, fields: TermsFields) -> list[ft.Control]:
    """Beside the button, which fields are wrong: they may be out of sight."""
    if not errors:
        return []
    return [notice("error", text.LOOK_AGAIN, bullets(*_named(errors, fields)), key="look-again")]


def _named(errors: Errors, fields: TermsFields) -> list[str]:
    groups = {}
    for at, one in enumerate(fields.groups, 1):
        name = one.title.strip() or text.group_number(at)
        groups[f"title {one.number}"] = text.named(text.GROUP, name)
        groups[f"invited {one.number}"] = text.named(text.INVITED, name)
    order = {**BEFORE_GROUPS, **groups, **AFTER_GROUPS}
    return [words for name, words in order.items() if name in errors]


def groups_part(form: Form) -> list[ft.Control]:
    fields = form.fields
    add = button(text.ADD_GROUP, lambda: form.change(TermsFields.with_another_group), key="add")
    wrong = form.error("groups")
    return [
        heading(text.GROUPS),
        paragraph(text.GROUPS_TEXT),
        *([notice("error", wrong)] if wrong else []),
        *(_group(form, one, at, key=f"group {one.number}") for at, one in enumerate(fields.groups, 1)),
        *([left(add)] if len(fields.groups) < MOST_GROUPS else []),
    ]


@component
def _group(
    form: Form,
    one: GroupFields,
    at: int,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    named = one.title.strip() or text.group_number(at)

    def keep(field: str, value: str) -> None:
        form.change(lambda fields: fields.with_group(one.number, **{field: value}))

    wrong_title, wrong_invited = form.error(f"title {one.number}"), form.error(f"invited {one.number}")
    title = (
        ft.Container(label(one.title), width=NAME_WIDTH)
        if one.id
        else text_field(
            text.GROUP,
            one.title,
            partial(keep, "title"),
            error=wrong_title,
            limit=LONGEST_NAME,
            width=NAME_WIDTH,
            name=text.named(text.GROUP, str(at)),
            key=f"title {wrong_title}",
        )
    )
    invited = text_field(
        text.INVITED,
        one.invited,
        partial(keep, "invited"),
        error=wrong_invited,
        width=220,
        keyboard=ft.KeyboardType.NUMBER,
        name=text.named(text.INVITED, named),
        key=f"invited {wrong_invited}",
    )
    remove = button(
        text.REMOVE,
        lambda: form.change(lambda fields: fields.without_group(one.number)),
        kind="quiet",
        name=text.named(text.REMOVE, named),
        key="remove",
    )
    few = too_small(one, form.fields)
    warned = [notice("warning", text.small_group(one.title.strip(), few, int(form.fields.minimum)))] if few else []
    removable = not one.id and len(form.fields.groups) > 1
    beside = ft.Container(remove, padding=ft.Padding.only(top=theme.XL))
    row = ft.Row(
        wrap=True,
        spacing=theme.M,
        run_spacing=theme.S,
        vertical_alignment=ft.CrossAxisAlignment.START,
        controls=[title, invited, *([beside] if removable else [])],
    )
    return panel(row, *warned)


def days_part(form: Form) -> list[ft.Control]:
    fields = form.fields
    wrong_closes, wrong_erase = form.error("closes"), form.error("erase_after")
    wrong_minimum = form.error("minimum")
    return [
        heading(text.DAYS),
        date_field(
            text.CLOSES,
            fields.closes,
            form.keeps("closes") if form.running else lambda day: form.change(lambda before: before.with_last_day(day)),
            error=wrong_closes,
            key=f"closes {wrong_closes}",
        ),
        date_field(
            text.ERASE_AFTER,
            fields.erase_after,
            form.keeps("erase_after"),
            hint=text.ERASE_HINT,
            error=wrong_erase,
            key=f"erase {wrong_erase}",
        ),
        text_field(
            text.MINIMUM,
            fields.minimum,
            form.keeps("minimum"),
            hint=text.MINIMUM_HINT,
            error=wrong_minimum,
            width=220,
            keyboard=ft.KeyboardType.NUMBER,
            key=f"minimum {wrong_minimum}",
        ),
    ]


def notice_part(form: Form) -> list[ft.Control]:
    """What colleagues read first; once they have read it, only who is responsible can be put right."""
    written = [("controller", text.CONTROLLER, text.CONTROLLER_HINT, form.fields.controller)]
    if not form.running:
        written.insert(0, ("purpose", text.PURPOSE, "", form.fields.purpose))
        written.append(("readers", text.READERS, "", form.fields.readers))
    return [
        heading(text.NOTICE),
        *([] if form.running else [paragraph(text.NOTICE_TEXT)]),
        stack(
            *(
                text_field(
                    title,
                    value,
                    form.keeps(name),
                    hint=hint,
                    error=form.error(name),
                    lines=3,
                    limit=LONGEST_TEXT,
                    key=f"{name} {form.error(name)}",
                )
                for name, title, hint, value in written
            ),
            space=theme.L,
        ),
    ]
