"""Where two people wrote one field of a plan differently without knowing of each other: both, until one is chosen."""

import json
from collections.abc import Mapping
from datetime import datetime

import flet as ft
from pydantic import JsonValue

from audit_app.plans.differences import Difference
from audit_app.plans.model import Plan
from audit_app.responses.model import Entry, is_day
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.words import heading, paragraph, small
from audit_app.ui.context import AppContext
from audit_app.ui.screens.plan_keeping import PlanKeeping
from audit_app.ui.text import joint_plan as text
from audit_app.ui.text import moments
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import plan_life as life_text
from audit_app.ui.text import priority as priority_text

CODES: Mapping[tuple[str, str], str] = dict(
    [
        *((("state", str(code)), words) for code, words in priority_text.ACTION_STATES.items()),
        *((("rag", str(code)), words) for code, words in plan_text.RAG.items()),
        *((("halt", str(code)), words) for code, (words, _) in life_text.HALTS.items()),
    ]
)
"""By field: codes that have words of their own on the screen."""
SHORT = 60
"""Characters in the name of a button."""
MOST = 12
"""At once; the next come when these are settled."""


def differences_panel(app: AppContext, audit: str, plan: Plan, keeping: PlanKeeping) -> list[ft.Control]:
    """Nothing where everybody agrees."""
    found = app.workspace.plan_differences(audit)
    if not found:
        return []
    parts = [_difference(app, plan, one, keeping) for one in found[:MOST]]
    return [panel(heading(text.DIFFER), small(text.DIFFER_EXPLAINED), *parts, key="differences")]


def _difference(app: AppContext, plan: Plan, one: Difference, keeping: PlanKeeping) -> ft.Control:
    wordings = [_wording(app, entry, keeping) for entry in one.said]
    return stack(heading(_where(plan, one), 3), *wordings, key=f"{one.subject} {one.field}")


def _wording(app: AppContext, entry: Entry, keeping: PlanKeeping) -> ft.Control:
    words = in_words(entry.value, entry.field)
    when = moments.when(datetime.fromisoformat(entry.stamp[:24]), app.workspace.today())

    async def choose() -> None:
        await keeping.do(app.workspace.choose_words, entry.stamp)

    return ft.Container(
        border=ft.Border.only(left=ft.BorderSide(4, theme.FAINT_LINE)),
        padding=ft.Padding.only(left=theme.M),
        content=stack(
            paragraph(words),
            small(text.said_by(entry.by, when)),
            left(button(text.CHOOSE, choose, name=text.choose(words[:SHORT]), key="choose")),
            space=theme.XS,
        ),
        key=entry.stamp,
    )


def _where(plan: Plan, one: Difference) -> str:
    """“Priority 1, Action 2: End date”."""
    steps = one.subject.split("/")[1:]
    told = []
    for number, priority in enumerate(plan.priorities, 1):
        if steps and priority.id == steps[0]:
            told.append(plan_text.numbered(number))
            for at, action in enumerate(priority.actions, 1):
                if len(steps) > 1 and action.id == steps[1]:
                    told.append(priority_text.action_name(at))
    field = text.FIELDS.get(one.field, one.field.replace("_", " "))
    return f"{', '.join(told)}: {field}" if told else field


def in_words(value: JsonValue, field: str = "") -> str:
    """What was said, as people read it; lists of records by the words in them."""
    match value:
        case str(code) if (field, code) in CODES:
            return CODES[field, code]
        case str(iso) if is_day(iso):
            return plan_text.day(iso)
        case str(words):
            return words.strip() or text.BLANK
        case list(items):
            return "; ".join(in_words(item) for item in items) or text.BLANK
        case {"text": str(words), "state": str(state)}:
            return f"{words} ({state})"
        case {"text": str(words)}:
            return words
        case _:
            return text.BLANK if value is None else json.dumps(value, ensure_ascii=False)
