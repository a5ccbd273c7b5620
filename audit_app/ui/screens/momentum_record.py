"""Is it going quiet? A meeting to write down: its day, who was there, and a line about it."""

from collections.abc import Callable
from datetime import date

import flet as ft

from audit_app.errors import AuditError
from audit_app.ui.components.buttons import button
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option
from audit_app.ui.components.date_field import date_field
from audit_app.ui.components.notice import notice
from audit_app.ui.components.panel import left, stack
from audit_app.ui.components.several import several
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import label
from audit_app.ui.context import AppContext
from audit_app.ui.runtime import component, off_loop, use_made_ref, use_made_state
from audit_app.ui.text import meetings as text
from audit_app.verbs.meetings import LONGEST_NOTE


@component
def record_form(app: AppContext) -> ft.Control:
    """What is wrong is said at the day, or above the button, and nothing typed is lost; once kept, the fields begin
    afresh."""
    turn, set_turn = ft.use_state(0)
    everyone, set_everyone = ft.use_state(True)
    there, set_there = use_made_state(frozenset[str])
    wrong, set_wrong = use_wrong("")
    day: ft.MutableRef[date | None] = ft.use_ref(None)
    typed = use_made_ref(dict[str, str])  # what is typed counts at once, before the form is drawn again

    def keep(name: str) -> Callable[[str], None]:
        def kept(value: str) -> None:
            typed.current[name] = value

        return kept

    def keep_day(value: date | None) -> None:
        day.current = value
        if value and wrong == text.DAY_NEEDED:
            set_wrong("")

    async def record() -> None:
        schools = () if everyone else (*there, *typed.current.get("others", "").splitlines())
        if day.current is None:
            set_wrong(text.DAY_NEEDED)
        elif not everyone and not any(name.strip() for name in schools):
            set_wrong(text.WHO_NEEDED)
        else:
            await write(day.current, schools)

    async def write(on: date, schools: tuple[str, ...]) -> None:
        try:
            made = await off_loop(app.workspace.record_meeting, on, schools, typed.current.get("note", ""))
        except AuditError as error:
            set_wrong(str(error))
            return
        day.current = None
        typed.current.clear()
        set_wrong("")
        set_everyone(True)
        set_there(frozenset())
        set_turn(turn + 1)
        app.refresh()
        app.notify("success", text.recorded(made))

    no_day = wrong == text.DAY_NEEDED
    return stack(
        date_field(
            text.DAY, day.current, keep_day, hint=text.DAY_HINT, error=wrong if no_day else "", key=f"day {turn}"
        ),
        checkbox(text.EVERYONE, everyone, set_everyone, key="everyone"),
        *([] if everyone else [_who(app, there, set_there), _others(keep("others"), typed.current.get("others", ""))]),
        text_field(
            text.NOTE,
            typed.current.get("note", ""),
            keep("note"),
            hint=text.NOTE_HINT,
            limit=LONGEST_NOTE,
            key=f"note {turn}",
        ),
        *([notice("error", wrong, key="wrong")] if wrong and not no_day else []),
        left(button(text.KEEP, record, kind="primary", key="keep")),
    )


def _who(app: AppContext, there: frozenset[str], choose: Callable[[frozenset[str]], None]) -> ft.Control:
    def tick(name: str, is_there: bool) -> None:
        choose(there | {name} if is_there else there - {name})

    options = [Option(name, name) for name in app.workspace.schools_met()]
    return stack(label(text.WHO), several(text.WHO, options, there, tick, key="who"), key="who and heading")


def _others(keep: Callable[[str], None], value: str) -> ft.Control:
    return text_field(text.OTHERS, value, keep, hint=text.OTHERS_HINT, lines=2, limit=2000, key="others")
