"""The chosen priorities, each with how it stands; any of them can be taken out, and put back."""

from functools import partial

import flet as ft

from audit_app.plans.model import Plan, Priority, Rag
from audit_app.plans.suggestions import FEWEST, MOST
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, button_row
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import NoticeKind
from audit_app.ui.screens.plan_keeping import PlanKeeping
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.text import plan as text
from audit_app.ui.text import plan_life as life_text

RAG_KINDS: dict[Rag | None, NoticeKind | None] = {"red": "error", "amber": "warning", "green": "success", None: None}


def chosen(app: AppContext, audit: str, plan: Plan, keeping: PlanKeeping, title: str = text.CHOSEN) -> ft.Control:
    count = len(plan.priorities)
    parts: list[ft.Control] = []
    if not count:
        parts.append(paragraph(text.NONE))
    elif count < FEWEST:
        parts.append(notice("info", text.too_few(count), title=text.TOO_FEW_TITLE, live=False, key="few"))
    if count > MOST:
        parts.append(notice("warning", text.TOO_MANY, title=text.TOO_MANY_TITLE, live=False, key="many"))
    cards = [(one.id, _card(app, audit, one, number, keeping)) for number, one in enumerate(plan.priorities, 1)]
    if (gone := keeping.removed) is not None:  # in the place of what it puts back
        undo = undo_notice(text.title_of(gone), keeping.put_back, keeping.undo_takes_keyboard, key=f"removed {gone.id}")
        cards.append((gone.id, undo))
    return stack(heading(title), *parts, *_in_order(cards), key="chosen")


def _in_order(cards: list[tuple[str, ft.Control]]) -> list[ft.Control]:
    return [card for _, card in sorted(cards, key=lambda pair: pair[0])]


def _card(app: AppContext, audit: str, priority: Priority, number: int, keeping: PlanKeeping) -> ft.Control:
    title = text.title_of(priority)
    done = sum(action.state == "done" for action in priority.actions)
    tags = [
        tag(life_text.HALTS[priority.halt][0], "warning")
        if priority.halt
        else tag(text.RAG[priority.rag], RAG_KINDS[priority.rag]),
        tag(text.SUGGESTED if priority.suggested else text.OWN),
    ]
    leads = ", ".join(filter(None, (priority.school, priority.owner)))
    led = f"{text.owner(leads)}, {text.due(priority.due)}"
    return panel(
        small(text.numbered(number)),
        heading(title, 3),
        ft.Row(tags, wrap=True, spacing=theme.S, run_spacing=theme.S),
        paragraph(f"{led} · {text.actions_done(done, len(priority.actions))}"),
        button_row(
            button(
                text.OPEN,
                lambda: app.go(places.priority(audit, priority.id)),
                name=text.open_name(title),
                key="open",
            ),
            button(
                text.REMOVE, partial(keeping.remove, priority), kind="quiet", name=text.remove_name(title), key="remove"
            ),
        ),
        key=priority.id,
    )
