"""One item of the audit: its answer, whether it is kept, the comment and the evidence."""

from datetime import datetime

import flet as ft

from audit_app.responses.refusals import LONGEST_COMMENT
from audit_app.ui import theme
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.page_frame import part
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, label, paragraph, small
from audit_app.ui.runtime import component, memo
from audit_app.ui.screens.audit_answer import answer_part, not_kept
from audit_app.ui.screens.audit_evidence import evidence_part
from audit_app.ui.screens.audit_keeping import Keeping
from audit_app.ui.screens.audit_offer import offer_part
from audit_app.ui.screens.audit_rivals import rivals_part
from audit_app.ui.screens.audit_shown import Shown
from audit_app.ui.screens.audit_versions import before_part
from audit_app.ui.text import audit as text


@component
def item_card(
    shown: Shown,
    keeping: Keeping,
    alone: bool,
    close: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """`alone`: the screen's title is the statement already, and nothing needs folding away. `close`: there is little
    height."""
    item = shown.item
    if item.kind == "note":
        return _note(shown, alone=alone)

    comment_below = alone or not shown.asks_for_more
    beside = shown.beside_the_answer

    def more() -> ft.Control:
        comment = [comment_part(beside, keeping, shown.asks_for_more)] if comment_below else []
        evidence = [evidence_part(beside, keeping, key=item.id)] if shown.takes_evidence else []
        return stack(*comment, *evidence, space=theme.L)

    parts: list[ft.Control] = [] if alone else [heading(item.text, 2)]
    parts += [paragraph(item.hint)] if item.hint else []
    parts += [*before_part(shown), *offer_part(shown, keeping)]
    parts += [rivals_part(shown, keeping)] if shown.standing.rivals else []
    parts += [answer_part(shown, keeping, [] if alone else state_marks(shown), "" if alone else item.text, close=close)]
    parts += [paragraph(f"{text.WHY} {item.why}", muted=True)] if item.why else []  # the levels in sight come first
    if alone:
        return stack(*parts, more(), space=theme.L)
    parts += [] if comment_below else [comment_part(beside, keeping, shown.asks_for_more)]
    if comment_below or shown.takes_evidence:
        folded = _folded(shown)
        parts.append(disclosure(folded, more, name=text.about(folded, item.text), key=item.id))
    return _card(shown, panel(*parts))


def _card(shown: Shown, card: ft.Control) -> ft.Control:
    """What one can land on is a mark above it, not the card itself: Flet makes anew whatever has such a key when its
    neighbours change, and the focus inside would be lost whenever an answer shows or hides another item."""
    return stack(ft.Container(key=part(shown.item.id)), card, space=0)


def _folded(shown: Shown) -> str:
    comments, pieces = len(shown.standing.comments), len(shown.standing.evidence)
    if shown.asks_for_more:
        return text.more(text.EVIDENCE, 0, pieces)
    return text.more(text.MORE if shown.takes_evidence else text.COMMENT, comments, pieces)


def _note(shown: Shown, *, alone: bool) -> ft.Control:
    """Something to read. Alone, its text is too long for a title, so the section has that place."""
    words = [paragraph(shown.item.text), *([small(shown.item.hint)] if shown.item.hint else [])]
    return stack(*words) if alone else _card(shown, panel(*words, tint=True))


item_card = memo(item_card)


@component
def comment_part(shown: Shown, keeping: Keeping, asked: str) -> ft.Control:
    """Other people's comments, then one's own; `asked` is what the item wants to know after this answer."""

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
        asked or text.COMMENT,
        shown.comment,
        save,
        hint=text.FOLLOW_UP_HINT if asked else text.COMMENT_HINT,
        lines=3,
        limit=LONGEST_COMMENT,
        key=f"comment {shown.item.id}",
    )
    return stack(*parts, field, *not_kept(shown.trouble("comment"), text.TEXT_STAYS, keeping))


comment_part = memo(comment_part)


def state_marks(shown: Shown) -> list[ft.Control]:
    """“Saved 14:32”, or “Not saved”; nothing where nothing was given."""
    if shown.troubles:
        return [
            ft.Row(
                tight=True,
                spacing=theme.XS + 2,
                key="saved",
                controls=[
                    ft.Icon(ft.Icons.ERROR_OUTLINE, size=theme.grown(20), color=theme.ERROR),
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
                ft.Icon(ft.Icons.CHECK, size=theme.grown(20), color=theme.SUCCESS),
                ft.Text(words, theme_style=theme.SMALL, color=theme.SUCCESS),
            ],
        ),
    )
