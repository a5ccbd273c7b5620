"""Keeping a plan: each field goes to the disk by itself; what could not be kept waits with the window.

It lives with the session, not with a screen, so what was typed is there again when the user comes back to its field.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import flet as ft
from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.plans.model import Priority
from audit_app.plans.reviews import Review
from audit_app.plans.suggestions import Suggestion
from audit_app.responses.model import Entry
from audit_app.ui import theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.notice import called_out, use_call
from audit_app.ui.context import AppContext
from audit_app.ui.retrying import Retrying, may_pass
from audit_app.ui.runtime import component, off_loop
from audit_app.ui.text import audit as audit_text
from audit_app.ui.text import plan as text
from audit_app.workspace import OpenAudit

if TYPE_CHECKING:
    from audit_app.workspace import Workspace


@dataclass(frozen=True)
class Unkept:
    """A value that is on the screen and not on the disk."""

    value: JsonValue
    sentence: str
    verb: Callable[..., object]
    given: tuple[object, ...]
    passing: bool = False
    """The disk said no, and may say yes later: it is tried again by itself."""


class PlanKeeping:
    """One audit's plan in one window."""

    def __init__(self, workspace: "Workspace", audit_id: str) -> None:
        self.refresh: Callable[[], None] = lambda: None
        self.removed: Priority | None = None
        """Taken out last, for who wants it back."""
        self.taken_back: Review | None = None
        """Of the reviews, for who wants it back."""
        self._button_went = False
        self.typed: dict[str, str] = {}
        """Lines that were typed and not added yet, by their place."""
        self.renamed: dict[str, str] = {}
        """The words that a line of a list was given, by its place when it had others: a press may come before they are
        drawn."""
        self._workspace = workspace
        self._audit = audit_id
        self._unkept: dict[str, Unkept] = {}
        self._turn = asyncio.Lock()
        self._retrying = Retrying(self._once_more, self._is_waiting)

    def value(self, field: str, standing: Any) -> Any:
        """What the field shows: what waits, else what stands."""
        waiting = self._unkept.get(field)
        return waiting.value if waiting else standing

    def error(self, field: str) -> str:
        waiting = self._unkept.get(field)
        return text.not_saved(waiting.sentence) if waiting else ""

    @property
    def waiting(self) -> int:
        """How many values are not on the disk."""
        return len(self._unkept)

    async def keep(self, field: str, value: JsonValue, verb: Callable[..., object], *given: object) -> None:
        """Give a field's value to a verb of the workspace; if that fails, the value and the reason stay."""
        try:
            async with self._turn:
                await off_loop(verb, self._audit, *given)
            self._unkept.pop(field, None)
        except AuditError as error:
            self._unkept[field] = Unkept(value, str(error), verb, given, may_pass(error))
            if may_pass(error):
                self._retrying.begin()
        self.refresh()

    def forget(self, place: str) -> None:
        """What waits below it: it was taken out of the plan."""
        self._unkept = {name: one for name, one in self._unkept.items() if not name.startswith(f"{place}/")}
        self.refresh()

    def rename(self, place: str, words: str, now: str) -> None:
        """A line of a list has other words, and another place by them."""
        self.renamed[place] = words
        self.renamed.pop(now, None)

    async def keep_priority(self, priority: str, field: str, value: JsonValue) -> None:
        await self.keep(f"{priority}/{field}", value, self._workspace.set_priority, priority, {field: value})

    async def keep_action(self, priority: str, action: str, field: str, value: JsonValue) -> None:
        verb = self._workspace.set_action
        await self.keep(f"{priority}/{action}/{field}", value, verb, priority, action, {field: value})

    async def do(self, verb: Callable[..., object], *given: object) -> None:
        """A verb of the workspace that has no field. Raises what the verb raises."""
        async with self._turn:
            await off_loop(verb, self._audit, *given)
        self.refresh()

    async def adopt(self, suggestion: Suggestion) -> None:
        self.removed = None
        await self.do(self._workspace.adopt, suggestion)

    async def remove(self, priority: Priority, *, button_stays: bool = False) -> None:
        await self.do(self._workspace.remove_priority, priority.id)
        self.removed, self._button_went = priority, not button_stays
        self.forget(priority.id)

    def undo_takes_keyboard(self) -> bool:
        """True once, after the button that was pressed went with what it removed."""
        went, self._button_went = self._button_went, False
        return went

    async def put_back(self) -> None:
        """The priority that was taken out last."""
        if self.removed is not None:
            await self.do(self._workspace.restore, self.removed.id)
            self.removed = None
            self.refresh()

    async def take_back(self, review: Review) -> None:
        await self.do(self._workspace.take_back_review, review)
        self.taken_back, self._button_went = review, True
        self.refresh()

    async def put_review_back(self) -> None:
        """The review that was taken back last."""
        if self.taken_back is not None:
            await self.do(self._workspace.put_review_back, self.taken_back)
            self.taken_back = None
            self.refresh()

    async def try_again(self) -> None:
        for field, one in [*self._unkept.items()]:
            if self._unkept.get(field) is one:  # nothing newer was typed or kept meanwhile
                await self.keep(field, one.value, one.verb, *one.given)

    def _is_waiting(self) -> bool:
        return any(one.passing for one in self._unkept.values())

    async def _once_more(self) -> None:
        """By itself; only what is still on the screen as it was refused."""
        for field, one in [*self._unkept.items()]:
            if one.passing and self._unkept.get(field) is one and not self._turn.locked():
                await self.keep(field, one.value, one.verb, *one.given)


def use_plan_keeping(app: AppContext, audit_id: str) -> PlanKeeping:
    """The session's for this audit, in the data folder that is shown: the school's own, or the demo's."""
    page = ft.context.page

    def find() -> PlanKeeping:
        store, name = page.session.store, f"audit_app.plan.{'demo' if app.shows_demo else 'own'}.{audit_id}"
        if not store.contains_key(name):
            store.set(name, PlanKeeping(app.workspace, audit_id))
        found: PlanKeeping = store.get(name)
        return found

    keeping = ft.use_memo(find, [app.shows_demo, audit_id])
    keeping.refresh = app.refresh
    return keeping


def with_saved(app: AppContext, opened: OpenAudit, keeping: PlanKeeping, about: str, frame: ft.Control) -> ft.Control:
    """The screen, and below it, always in sight, when it was last kept, or that something is not.

    `about` is the subject of the entries that count, with those below it. An invisible character makes the same minute
    news again.
    """
    latest = max((one for one in opened.entries if _is_about(one, about)), key=lambda one: one.stamp, default=None)
    said: list[ft.Control] = []
    heard = ""
    if keeping.waiting:
        heard = audit_text.NOT_SAVED
        words = ft.Text(audit_text.NOT_SAVED, theme_style=theme.LABEL, color=theme.ERROR)
        said = [words, button(text.TRY_AGAIN, keeping.try_again, key="try")]
    elif latest is not None:
        saved = audit_text.saved(latest.at.astimezone(), app.workspace.today())
        heard = saved + "\u200b" * (len(opened.entries) % 2)
        said = [
            ft.Icon(ft.Icons.CHECK, color=theme.SUCCESS, size=theme.grown(20)),
            ft.Text(saved, theme_style=theme.SMALL, semantics_label=heard),
        ]
    return ft.Column(
        [ft.Container(frame, expand=True), _bar(heard, said, troubled=bool(keeping.waiting), key="saved")],
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def _bar(
    heard: str,
    said: list[ft.Control],
    *,
    troubled: bool,
    key: str = "",  # noqa: ARG001  Flet takes it
) -> ft.Control:
    """Called out when something is kept here; on a plan that is opened it is read in its turn, or isn't there yet."""
    called = use_call(heard, at_first=troubled)
    in_line_with_the_text = theme.grown(theme.READING_WIDTH)
    if not said:
        return ft.Container()
    return called_out(
        ft.Container(
            bgcolor=theme.CARD,
            border=ft.Border.only(top=ft.BorderSide(1, theme.FAINT_LINE)),
            padding=ft.Padding.symmetric(vertical=theme.S, horizontal=theme.L),
            alignment=ft.Alignment.CENTER,
            content=ft.Container(ft.Row(said, spacing=theme.S), width=in_line_with_the_text),
        ),
        live=called,
    )


def _is_about(entry: Entry, subject: str) -> bool:
    return entry.subject == subject or entry.subject.startswith(f"{subject}/")
