"""One statement of the audit: its levels, whether the answer is kept, the comment and the evidence."""

from datetime import datetime

import flet as ft

from audit_app.responses.refusals import LONGEST_COMMENT
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.choice import choice
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import part
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.runtime import component, memo
from audit_app.ui.screens.audit_evidence import evidence_part
from audit_app.ui.screens.audit_keeping import Keeping, Trouble
from audit_app.ui.screens.audit_rivals import rivals_part
from audit_app.ui.screens.audit_shown import Shown, answer_of, to_choose
from audit_app.ui.text import audit as text


@component
def item_card(
    shown: Shown,
    keeping: Keeping,
    alone: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`alone`: the screen's title is the statement already, and nothing needs folding away."""
    item = shown.item

    def more() -> ft.Control:
        return stack(comment_part(shown, keeping), evidence_part(shown, keeping, key=item.id), space=theme.L)

    summary = text.more(len(shown.standing.comments), len(shown.standing.evidence))
    parts: list[ft.Control] = [] if alone else [heading(item.text, 2)]
    parts += [paragraph(f"{text.WHY} {item.why}", muted=True)] if item.why else []
    parts += [rivals_part(shown, keeping)] if shown.standing.rivals else []
    parts += [answer_part(shown, keeping, alone=alone)]
    parts += [more() if alone else disclosure(summary, more, key=item.id)]
    if alone:
        return stack(*parts, space=theme.L)
    return ft.Container(panel(*parts), key=part(item.id))


item_card = memo(item_card)


def answer_part(shown: Shown, keeping: Keeping, *, alone: bool) -> ft.Control:
    """The levels and the way back to none. Whether it is kept stands here too, unless the bar below says it."""
    given = shown.answer

    async def choose(code: str) -> None:
        if shown.answer != answer_of(code) or shown.troubles:
            await keeping.keep(shown.item.id, "answer", answer_of(code))

    async def clear() -> None:
        await keeping.keep(shown.item.id, "answer", None)

    line = [] if alone else state_marks(shown)
    if given is not None and not shown.fixed:
        line.append(button(text.CLEAR, clear, kind="quiet", key="clear"))
    return stack(
        *not_kept(shown.trouble("answer"), text.ANSWER_STAYS, keeping),
        choice(
            shown.item.text,
            to_choose(shown.item, shown.options),
            (given.option or given.reason) if given else None,
            choose,
            show_name=False,
            disabled=shown.fixed,
            key="levels",
        ),
        *([ft.Row(line, wrap=True, spacing=theme.M, key="state")] if line else []),
        space=theme.S,
    )


def comment_part(shown: Shown, keeping: Keeping) -> ft.Control:
    """Other people's comments, then one's own."""

    async def save(written: str) -> None:
        await keeping.keep(shown.item.id, "comment", written)

    parts: list[ft.Control] = [
        stack(small(text.said(one.by, one.at.astimezone())), paragraph(str(one.value)), space=theme.XS, key=one.stamp)
        for one in shown.standing.comments
        if shown.fixed or one.by != shown.person
    ]
    if shown.fixed:
        return stack(label(text.COMMENT), *parts) if parts else stack()
    field = text_field(
        text.COMMENT,
        shown.comment,
        save,
        hint=text.COMMENT_HINT,
        lines=3,
        limit=LONGEST_COMMENT,
        key=f"comment {shown.item.id}",
    )
    return stack(*parts, field, *not_kept(shown.trouble("comment"), text.TEXT_STAYS, keeping))


def not_kept(trouble: Trouble | None, stays: str, keeping: Keeping) -> list[ft.Control]:
    """What is wrong, and the way to try again."""
    if trouble is None:
        return []
    again = left(button(text.TRY_AGAIN, keeping.try_again, key="again"))
    return [notice("error", f"{trouble.sentence} {stays}", again, title=text.NOT_SAVED, key=f"trouble {trouble.field}")]


def state_marks(shown: Shown) -> list[ft.Control]:
    """“Saved 14:32”, or “Not saved”; nothing where nothing was given."""
    if shown.troubles:
        return [
            ft.Row(
                tight=True,
                spacing=theme.XS + 2,
                key="saved",
                controls=[
                    ft.Icon(ft.Icons.ERROR_OUTLINE, size=20, color=theme.ERROR),
                    ft.Text(text.NOT_SAVED, theme_style=theme.SMALL_LABEL, color=theme.ERROR),
                ],
            )
        ]
    return [saved_mark(shown, shown.saved)] if shown.saved else []


def saved_mark(shown: Shown, at: datetime) -> ft.Control:
    """“Saved 14:32”, called out when it happened here. An invisible character makes the same minute news again."""
    words = text.saved(at, shown.today)
    return ft.Semantics(
        container=True,
        live_region=shown.times > 0,
        label=words + "\u200b" * (shown.times % 2),
        exclude_semantics=True,
        key="saved",
        content=ft.Row(
            tight=True,
            spacing=theme.XS + 2,
            controls=[
                ft.Icon(ft.Icons.CHECK, size=20, color=theme.SUCCESS),
                ft.Text(words, theme_style=theme.SMALL, color=theme.SUCCESS),
            ],
        ),
    )
