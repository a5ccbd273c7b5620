"""What could go into the plan: the app's suggestions with their reasons, and the user's own."""

from collections.abc import Collection

import flet as ft

from audit_app.plans.model import Plan, Priority
from audit_app.plans.suggestions import Suggestion
from audit_app.ui import places, theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.panel import left, panel, stack
from audit_app.ui.components.tag import tag
from audit_app.ui.components.words import bullets, heading, label, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import off_loop
from audit_app.ui.screens.plan_adding import adding
from audit_app.ui.screens.plan_keeping import PlanKeeping
from audit_app.ui.text import plan as text


def taken_from(plan: Plan) -> dict[str, Priority]:
    """Section to the priority that was suggested for it."""
    return {one.section: one for one in plan.priorities if one.suggested}


def suggested(
    app: AppContext, audit: str, plan: Plan, keeping: PlanKeeping, taken_before: Collection[str]
) -> ft.Control:
    """Those that were in the plan when the screen was opened (`taken_before`, their sections) stand there alone; one
    that is added now stays in sight."""
    found = app.workspace.suggestions(audit)
    taken = taken_from(plan)
    cards = [
        suggestion_card(app, one, taken.get(one.section), keeping)
        for one in found
        if one.section not in taken or one.section not in taken_before
    ]
    explained = text.SUGGESTIONS_EXPLAINED if cards else text.ALL_ADDED if found else text.NO_SUGGESTIONS
    return stack(heading(text.SUGGESTIONS), paragraph(explained), *cards, key="suggestions")


def suggestion_card(
    app: AppContext, suggestion: Suggestion, taken: Priority | None, keeping: PlanKeeping
) -> ft.Control:
    """One button adds it and, once it is there, takes it out: so the keyboard stays where it is."""

    async def add() -> None:
        await keeping.adopt(suggestion)
        app.notify("success", text.added(suggestion.title))

    async def take_out() -> None:
        if taken is not None:
            await keeping.remove(taken, button_stays=True)

    more = disclosure(
        text.WHAT_IT_BRINGS,
        lambda: _what_it_brings(suggestion),
        name=text.what_it_brings(suggestion.title),
        key=f"more {suggestion.section}",
    )
    return panel(
        heading(suggestion.title, 3),
        *([paragraph(suggestion.why), more] if taken is None else [tag(text.IN_THE_PLAN, "success")]),
        left(
            button(text.ADD, add, name=text.add_name(suggestion.title), key="toggle")
            if taken is None
            else button(text.TAKE_OUT, take_out, name=text.take_out_name(suggestion.title), key="toggle")
        ),
        key=f"suggestion {suggestion.section}",
    )


def _what_it_brings(suggestion: Suggestion) -> ft.Control:
    return ft.Column(
        [
            label(text.OBJECTIVE),
            paragraph(suggestion.objective),
            label(text.ACTIONS),
            bullets(*(step.text for step in suggestion.actions)),
        ],
        tight=True,
        spacing=theme.S,
    )


def own_priority(app: AppContext, audit: str, keeping: PlanKeeping) -> ft.Control:
    """Named here, filled in on its own page, which opens at once."""

    async def add(title: str) -> None:
        plan = await off_loop(app.workspace.add_priority, audit, title)
        app.go(places.priority(audit, plan.priorities[-1].id))

    return panel(
        heading(text.OWN_TITLE),
        adding(
            text.OWN_NAME,
            text.ADD_OWN,
            add,
            keeping.typed,
            f"own {audit}",
            hint=text.OWN_HINT,
            limit=200,
            many=False,
            key="own",
        ),
    )
