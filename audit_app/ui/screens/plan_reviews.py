"""Reviews of a plan: the last one, what has changed since, the next one, and recording one that was held."""

from collections.abc import Callable
from datetime import date
from functools import partial

import flet as ft

from audit_app.errors import AuditError
from audit_app.plans.model import Plan
from audit_app.regional import day_words
from audit_app.ui.components.buttons import button
from audit_app.ui.components.date_field import date_field
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import bullets, heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component
from audit_app.ui.screens.plan_keeping import PlanKeeping
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.screens.priority_fields import LONG, as_day
from audit_app.ui.text import plan_life as text
from audit_app.verbs.plan_life import Since


def reviews_panel(app: AppContext, audit: str, plan: Plan, keeping: PlanKeeping) -> ft.Control:
    since = app.workspace.since_last_review(audit)

    async def agree(day: date | None) -> None:
        await keeping.keep("next_review", day.isoformat() if day else "", app.workspace.agree_next_review, day)

    return panel(
        heading(text.REVIEWS),
        small(text.REVIEWS_EXPLAINED),
        *_undo(keeping),
        *(_last(since, keeping) if since else [paragraph(text.NO_REVIEW)]),
        date_field(
            text.NEXT,
            as_day(keeping.value("next_review", plan.next_review)),
            agree,
            error=keeping.error("next_review"),
            key=f"next review {audit}",
        ),
        recording(app, audit, keeping, key="recording"),
        key="reviews",
    )


def _undo(keeping: PlanKeeping) -> list[ft.Control]:
    gone = keeping.taken_back
    if gone is None:
        return []
    takes, what = keeping.undo_takes_keyboard, day_words(gone.day)
    return [undo_notice(what, keeping.put_review_back, takes, text.taken_back, key=f"taken back {gone.stamp}")]


def _last(since: Since, keeping: PlanKeeping) -> list[ft.Control]:
    review = since.review
    take_back = partial(keeping.take_back, review)
    return [
        paragraph(text.last_review(review.day, review.by)),
        *([paragraph(review.note, muted=True)] if review.note else []),
        left(button(text.TAKE_BACK, take_back, kind="quiet", key="take back")),
        heading(text.CHANGED, 3),
        bullets(*since.changes),
    ]


@component
def recording(
    app: AppContext,
    audit: str,
    keeping: PlanKeeping,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """What is written waits with the window until it is recorded."""
    day: date | None
    set_day: Callable[[date | None], None]
    day, set_day = ft.use_state(app.workspace.today())
    turn, set_turn = ft.use_state(0)
    wrong, set_wrong = use_wrong("")
    place = f"review {audit}"

    async def record() -> None:
        if day is None:
            set_wrong(text.NO_DAY)
            return
        try:
            await keeping.do(app.workspace.record_review, day, keeping.typed.get(place, ""))
        except AuditError as error:
            set_wrong(str(error))
            return
        keeping.typed.pop(place, None)
        set_wrong("")
        set_turn(turn + 1)  # the fields begin afresh
        app.notify("success", text.RECORDED)

    def keep_note(words: str) -> None:
        keeping.typed[place] = words

    return stack(
        heading(text.RECORD_TITLE, 3),
        date_field(text.REVIEW_DAY, day, set_day, key=f"day {turn}"),
        text_field(
            text.NOTE,
            keeping.typed.get(place, ""),
            keep_note,
            error=wrong,
            lines=2,
            limit=LONG,
            key=f"note {turn}",
        ),
        left(button(text.RECORD, record, key="record")),
    )
