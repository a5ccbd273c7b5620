"""The fields of one priority, in groups that are each a question. Every field is kept by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import flet as ft

from audit_app.plans.model import Priority
from audit_app.responses.known_keys import plain_name
from audit_app.ui import theme
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.date_field import date_field
from audit_app.ui.components.panel import panel, stack
from audit_app.ui.components.select import select
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import heading
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import Action, call
from audit_app.ui.screens.plan_keeping import PlanKeeping
from audit_app.ui.text import joint_plan as joint_text
from audit_app.ui.text import plan_life as life_text
from audit_app.ui.text import priority as text

SHORT, LONG = 200, 20_000
"""Characters, as plans/model.py keeps them."""
GOING_ON = "going on"
"""The code of the choice that is no halt."""
NARROW, WIDE = 320, 600
NOT_AGREED = "-"
"""The code of the choice that is no school."""


@dataclass(frozen=True)
class Fields:
    """Fields of a priority, made by their names in the model."""

    app: AppContext
    keeping: PlanKeeping
    priority: Priority
    schools: tuple[str, ...] = ()
    """Those that take part, in a joint plan; none in one school's."""

    def words(self, name: str, label: str, *, hint: str = "", lines: int = 1) -> ft.Control:
        return text_field(
            label,
            self.keeping.value(self.place(name), getattr(self.priority, name)),
            lambda words: self.keeping.keep_priority(self.priority.id, name, words),
            hint=hint,
            error=self.keeping.error(self.place(name)),
            lines=lines,
            limit=LONG if lines > 1 else SHORT,
            key=self.place(name),
        )

    def day(self, name: str, label: str, *, error: str = "") -> ft.Control:
        return date_field(
            label,
            as_day(self.keeping.value(self.place(name), getattr(self.priority, name))),
            lambda day: self.keeping.keep_priority(self.priority.id, name, day.isoformat() if day else ""),
            error=self.keeping.error(self.place(name)) or error,
            key=self.place(name),
        )

    def place(self, name: str) -> str:
        return f"{self.priority.id}/{name}"


def as_day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def beside(app: AppContext, controls: Sequence[ft.Control], *, key: str) -> ft.Control:
    """Short fields in a line where there is room; read and tabbed through from left to right."""
    if app.narrow:
        return stack(*controls, key=key)
    return ft.Row(
        [ft.Container(control, expand=True) for control in controls],
        spacing=theme.M,
        vertical_alignment=ft.CrossAxisAlignment.START,
        key=key,
    )


def group(title: str, *controls: ft.Control, key: str | None = None) -> ft.Control:
    """A panel with room between its fields, so that each is seen with its own name."""
    return panel(heading(title), stack(*controls, space=theme.M + theme.XS), key=key)


def what_and_why(fields: Fields) -> ft.Control:
    return group(
        text.WHAT_AND_WHY,
        fields.words("title", text.TITLE),
        fields.words("why", text.WHY, hint=text.WHY_HINT, lines=2),
        fields.words("objective", text.OBJECTIVE, hint=text.OBJECTIVE_HINT, lines=2),
        fields.words("baseline", text.BASELINE, lines=2),
        fields.words("target", text.TARGET, lines=2),
        key="what",
    )


def who_and_when(fields: Fields) -> ft.Control:
    priority = fields.priority
    backwards = bool(priority.start and priority.due) and priority.due < priority.start
    people = [fields.words("supporter", text.SUPPORTER), fields.words("link_governor", text.LINK_GOVERNOR)]
    days = [
        fields.day("start", text.START),
        fields.day("due", text.DUE, error=text.DUE_BEFORE_START if backwards else ""),
    ]
    return group(
        text.WHO_AND_WHEN,
        *_leading(fields),
        fields.words("owner", text.OWNER, hint=text.OWNER_HINT),
        beside(fields.app, people, key="people"),
        beside(fields.app, days, key="days"),
        fields.words("cost", text.COST, hint=text.COST_HINT),
        fields.words("cost_actual", life_text.ACTUAL_COST, hint=life_text.ACTUAL_COST_HINT),
        key="who",
    )


def _leading(fields: Fields) -> list[ft.Control]:
    if not fields.schools:
        return []
    place = fields.place("school")

    async def keep(school: str) -> None:
        await fields.keeping.keep_priority(fields.priority.id, "school", school)

    shown = fields.keeping.value(place, fields.priority.school)
    return [school_select(fields, joint_text.LEADING, shown, keep, fields.keeping.error(place), key=place)]


def school_select(
    fields: Fields, label: str, school: str, on_choose: Action, error: str, *, key: str, name: str | None = None
) -> ft.Control:
    """Which school it is; one that left the plan stays on offer where it still stands. `on_choose` gets a name, or
    blank. `name` is read aloud instead of the label."""
    there = fields.schools
    named = (*there, *([school] if school and plain_name(school) not in map(plain_name, there) else []))
    options = [Option(NOT_AGREED, joint_text.NOT_AGREED), *(Option(one, one) for one in named)]
    stands = next((one for one in named if school and plain_name(one) == plain_name(school)), NOT_AGREED)

    async def chosen(code: str) -> None:
        await call(on_choose, "" if code == NOT_AGREED else code)

    return select(label, options, stands, chosen, error=error, width=name_width(fields.app), name=name, key=key)


def name_width(app: AppContext) -> int:
    """Of a list of schools: most names are long."""
    return NARROW if app.narrow else WIDE


def progress_panel(fields: Fields) -> ft.Control:
    place = fields.place("rag")

    async def rate(code: str) -> None:
        await fields.keeping.keep_priority(fields.priority.id, "rag", None if code == "none" else code)

    return group(
        text.PROGRESS,
        choice(
            text.RAG,
            [Option(*option) for option in text.RAG_OPTIONS],
            fields.keeping.value(place, fields.priority.rag) or "none",
            rate,
            error=fields.keeping.error(place),
            key="rag",
        ),
        fields.words("rag_reason", text.RAG_REASON, lines=2),
        *_halt(fields),
        fields.words("impact", text.IMPACT, hint=text.IMPACT_HINT, lines=2),
        fields.words("risks", text.RISKS, hint=text.RISKS_HINT, lines=2),
        key="progress",
    )


def _halt(fields: Fields) -> list[ft.Control]:
    """The reason is asked for only where it rests, and stays as long as it says something."""
    place = fields.place("halt")
    halt = fields.keeping.value(place, fields.priority.halt)

    async def keep(code: str) -> None:
        await fields.keeping.keep_priority(fields.priority.id, "halt", None if code == GOING_ON else code)

    going = choice(
        life_text.HALT,
        [Option(code or GOING_ON, *words) for code, words in life_text.HALTS.items()],
        halt or GOING_ON,
        keep,
        error=fields.keeping.error(place),
        key="halt",
    )
    asked = bool(halt or fields.keeping.value(fields.place("halt_reason"), fields.priority.halt_reason))
    return [going, *([fields.words("halt_reason", life_text.HALT_REASON, lines=2)] if asked else [])]
