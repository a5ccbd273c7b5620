"""What is overdue and what is due soon, each a link to where it stands; on the home screen and on a plan's."""

import asyncio
from collections import Counter
from collections.abc import Container, Sequence

import flet as ft

from audit_app.plans.days import due_soon, overdue
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button, link
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.drafts import PAUSE
from audit_app.ui.components.files import save_file
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import off_loop
from audit_app.ui.screens.governors_pdf import file_name
from audit_app.ui.text import plan_life as text
from audit_app.verbs.plan_life import DueHere
from audit_app.workspace import OpenAudit

MOST = 3
"""In each list on the home screen, the earliest; the rest opens below them."""
MOST_IN_PLAN = 5
"""The rest opens below them."""


def due_on_home(app: AppContext) -> list[ft.Control]:
    """Nothing where nothing is due: home is for the next step."""
    found, today = app.workspace.due_here(), app.workspace.today()
    late, soon = ([one for one in found if pick((one.day,), today)] for pick in (overdue, due_soon))
    parts = [*due_list(app, text.OVERDUE, late), *due_list(app, text.DUE_SOON, soon)]
    return [panel(*parts, key="due")] if parts else []


def days_panel(app: AppContext, opened: OpenAudit, title: str = text.DAYS) -> ft.Control:
    """On a plan's own screen: what is late and what is next, and all of it for a calendar."""
    audit, today = opened.audit.id, app.workspace.today()
    found = [DueHere(audit, "", one) for one in app.workspace.open_days(audit)]
    late, soon = ([one for one in found if pick((one.day,), today)] for pick in (overdue, due_soon))
    lists = [*due_list(app, text.OVERDUE, late, 3, MOST_IN_PLAN), *due_list(app, text.DUE_SOON, soon, 3, MOST_IN_PLAN)]
    nothing = paragraph(text.NOTHING_DUE if found else text.NO_DAYS)

    async def save() -> None:
        await asyncio.sleep(PAUSE)  # what was typed a moment ago is still on its way to the disk
        content = await off_loop(app.workspace.plan_calendar, audit)
        name = file_name(opened.audit.school.name, opened.audit.wave).removesuffix(".pdf")
        await save_file(text.CALENDAR_SAVE, f"{name}.ics", content)

    kept = [small(text.CALENDAR_EXPLAINED), left(button(text.CALENDAR, save, key="calendar"))] if found else []
    return panel(heading(title), *(lists or [nothing]), *kept, key="days")


def due_list(
    app: AppContext, title: str, found: Sequence[DueHere], level: int = 2, most: int = MOST
) -> list[ft.Control]:
    if not found:
        return []
    rest = found[most:]
    more = [disclosure(text.and_more(len(rest)), lambda: _links(app, rest), key=f"more {title}")] if rest else []
    return [heading(title, level), stack(_links(app, found[:most]), *more, space=theme.XS, key=title)]


def _links(app: AppContext, found: Sequence[DueHere]) -> ft.Control:
    called = Counter(text.falls_on(one.day) for one in found)
    alike = {words for words, times in called.items() if times > 1}
    return stack(
        *(_day(app, one, alike, key=f"{one.audit}/{one.day.name}") for one in found),
        space=theme.S + theme.XS,  # more than between a day and what is said about it
    )


def _day(app: AppContext, one: DueHere, alike: Container[str], *, key: str) -> ft.Control:
    """Where several are called `alike`, what stands below the link is part of its name."""
    audit, day = one.audit, one.day
    there = places.priority(audit, day.priority) if day.priority else places.plan(audit)
    words, about = text.falls_on(day), text.when_and_who(day, one.title if one.joint else "")
    name = text.told_apart(words, about) if words in alike else None
    return stack(left(link(words, lambda: app.go(there), name=name, key="there")), small(about), space=0, key=key)
