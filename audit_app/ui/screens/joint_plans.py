"""Joint plans: those that are here, and beginning another."""

from dataclasses import dataclass, replace
from datetime import date

import flet as ft

from audit_app.plans.joint import LONGEST_NAME, LONGEST_PERIOD, UnnamedPartnershipError
from audit_app.responses.progress import Summary
from audit_app.ui import places
from audit_app.ui.components.buttons import button, button_row, link
from audit_app.ui.components.choice import Option
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel, stack
from audit_app.ui.components.several import several
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading, label, paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, use_made_ref, use_made_state
from audit_app.ui.text import home as home_text
from audit_app.ui.text import joint_plan as text

AUGUST = 8
"""The month from which on people plan for the school year that begins."""


@dataclass(frozen=True)
class Typed:
    """What was typed into the form so far."""

    name: str = ""
    period: str = ""
    others: str = ""


@component
def joint_plans_screen(app: AppContext) -> ft.Control:
    found = app.workspace.joint_plans()
    cards = [_card(app, one, one is found[0], key=one.id) for one in found]
    bring = button_row(
        link(home_text.IMPORT, lambda: app.go(places.IMPORT)),
        link(home_text.SHARED_FOLDER, lambda: app.go(places.SYNC)),
    )
    return page_frame(
        text.PLANS,
        paragraph(text.INTRO, muted=True),
        *(cards or [empty_state(text.NONE, text.NONE_TEXT, bring)]),
        disclosure(text.BEGIN_ANOTHER, lambda: beginning(app, first=False, key="begin"), key="another")
        if found
        else beginning(app, first=True, key="begin"),
        back=(text.BACK_TO_PARTNERSHIP, lambda: app.go(places.PARTNERSHIP)),
    )


@component
def _card(
    app: AppContext,
    one: Summary,
    latest: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    plan = app.workspace.plan(one.id)
    opens = button(
        text.OPEN,
        lambda: app.go(places.plan(one.id)),
        kind="primary" if latest else "secondary",
        name=text.open_name(one.school.name, one.wave),
    )
    return panel(
        heading(text.caption(one.school.name, one.wave)),
        paragraph(text.line(plan.schools, len(plan.priorities))),
        left(opens),
        key=one.id,
    )


@component
def beginning(
    app: AppContext,
    *,
    first: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    known = ft.use_memo(app.workspace.schools_here, [app.revision])
    left_out, leave_out = use_made_state(frozenset[str])
    wrong, set_wrong = use_wrong(dict[str, str]())
    typed = use_made_ref(lambda: Typed(period=school_year(app.workspace.today())))

    def write(**fields: str) -> None:
        typed.current = replace(typed.current, **fields)

    def tick(school: str, takes_part: bool) -> None:
        leave_out(left_out - {school} if takes_part else left_out | {school})

    def begin() -> None:
        made = typed.current
        set_wrong({})
        schools = [*(one for one in known if one not in left_out), *made.others.splitlines()]
        try:
            begun = app.workspace.start_joint_plan(made.name, made.period, schools)
        except UnnamedPartnershipError as error:
            set_wrong({"period" if made.name.strip() else "name": str(error)})
        else:
            app.go(places.plan(begun))

    ticks = several(text.WHO, [Option(one, one) for one in known], {*known} - left_out, tick, key="who")
    fields = [
        text_field(
            text.NAME,
            typed.current.name,
            lambda words: write(name=words),
            error=wrong.get("name", ""),
            limit=LONGEST_NAME,
            key="name",
        ),
        text_field(
            text.PERIOD,
            typed.current.period,
            lambda words: write(period=words),
            hint=text.PERIOD_HINT,
            error=wrong.get("period", ""),
            limit=LONGEST_PERIOD,
            width=360,
            key="period",
        ),
        *([stack(label(text.WHO), ticks)] if known else []),
        text_field(
            text.OTHERS,
            typed.current.others,
            lambda words: write(others=words),
            hint=text.OTHERS_HINT,
            lines=3,
            key="others",
        ),
        left(button(text.BEGIN, begin, kind="primary" if first else "secondary", key="begin")),
    ]
    return panel(heading(text.BEGIN_TITLE), *fields) if first else stack(*fields)


def school_year(today: date) -> str:
    """“2026–27”."""
    first = today.year if today.month >= AUGUST else today.year - 1
    return f"{first}–{(first + 1) % 100:02d}"
