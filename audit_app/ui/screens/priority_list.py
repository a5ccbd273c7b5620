"""A list that is one field of a priority, its milestones or its success criteria: added to, changed, taken out of."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, Literal, Protocol, TypeVar, cast

import flet as ft
from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.plans.model import Criterion, Milestone
from audit_app.ui.components.words import paragraph
from audit_app.ui.runtime import Action
from audit_app.ui.screens.plan_adding import adding
from audit_app.ui.screens.plan_undo import undo_notice
from audit_app.ui.screens.priority_fields import LONG, Fields

One = TypeVar("One", bound=Milestone | Criterion)
One_contra = TypeVar("One_contra", bound=Milestone | Criterion, contravariant=True)


@dataclass(frozen=True)
class Kind(Generic[One]):
    """What such a list is of."""

    field: Literal["milestones", "criteria"]
    """Of the priority."""
    make: type[One]
    empty: type[AuditError]
    """Raised for one without words."""
    gone: type[AuditError]
    """Raised for one that is not there any more."""
    none: str
    """Instead of an empty list."""
    label: str
    add: str

    def place_in(self, several: tuple[One, ...], place: int, *texts: str) -> int:
        """Where one of these texts stands, the first that does: others came or went since it was drawn."""
        there = [one.text for one in several]
        for text in texts:
            if there[place : place + 1] == [text]:
                return place
            if text in there:
                return there.index(text)
        raise self.gone

    def replaced(self, several: tuple[One, ...], place: int, new: One | None) -> tuple[One, ...]:
        """The list with one changed, or without it."""
        if new is not None and not new.text.strip():
            raise self.empty
        return (*several[:place], *([new] if new else []), *several[place + 1 :])

    def changing(self, fields: Fields, change: Callable[[tuple[One, ...]], tuple[One, ...]]) -> Callable[[str], None]:
        """A verb that changes the list as it stands when the verb runs: the screen's may be a moment older."""
        workspace, priority = fields.app.workspace, fields.priority.id

        def verb(audit: str) -> None:
            now = next((one for one in workspace.plan(audit).priorities if one.id == priority), None)
            several: tuple[One, ...] = getattr(now, self.field, ())
            said: list[JsonValue] = [one.model_dump(mode="json") for one in change(several)]
            workspace.set_priority(audit, priority, {self.field: said})

        return verb

    def at(self, fields: Fields, text: str) -> str:
        """Where what is typed waits until it is kept: by its text, because places move when another one goes."""
        return f"{fields.priority.id}/{self.field}/{text}"

    def texts(self, fields: Fields, drawn: str) -> list[str]:
        """What it said when it was drawn; then, if other words were kept and are not drawn yet, those."""
        said = [drawn]
        while new := fields.keeping.renamed.get(self.at(fields, said[-1])):
            said.append(new)
        return said

    def keeps(self, fields: Fields, place: int, one: One) -> Callable[[str, str | bool], Awaitable[None]]:
        """Keep a field of one of them: its name and its value."""

        async def keep(field: str, value: str | bool) -> None:
            def change(now: tuple[One, ...]) -> tuple[One, ...]:
                at = self.place_in(now, place, *self.texts(fields, one.text))
                return self.replaced(now, at, cast("One", now[at].model_copy(update={field: value})))

            def verb(audit: str) -> None:
                self.changing(fields, change)(audit)
                if field == "text":
                    fields.keeping.rename(self.at(fields, one.text), str(value), self.at(fields, str(value)))

            await fields.keeping.keep(f"{self.at(fields, one.text)}/{field}", value, verb)

        return keep


class Draw(Protocol[One_contra]):
    """Draws one of them."""

    def __call__(self, fields: Fields, place: int, one: One_contra, remove: Action, *, key: str) -> ft.Control: ...


def use_list(fields: Fields, kind: Kind[One], draw: Draw[One]) -> list[ft.Control]:
    """Each of them, with the one that was taken out last to put back, and a line to add another."""
    gone: tuple[int, One] | None
    set_gone: Callable[[tuple[int, One] | None], None]
    gone, set_gone = ft.use_state(None)
    turn, set_turn = ft.use_state(0)
    keeping, priority = fields.keeping, fields.priority
    several: tuple[One, ...] = getattr(priority, kind.field)

    async def add(words: str) -> None:
        if not words.strip():
            raise kind.empty
        await keeping.do(kind.changing(fields, lambda now: (*now, kind.make(text=words.strip()))))

    async def remove(place: int, one: One) -> None:
        taken: list[tuple[int, One]] = []

        def without(now: tuple[One, ...]) -> tuple[One, ...]:
            at = kind.place_in(now, place, *kind.texts(fields, one.text))
            taken.append((at, now[at]))
            return kind.replaced(now, at, None)

        await keeping.do(kind.changing(fields, without))
        keeping.forget(kind.at(fields, one.text))
        set_gone(taken[-1])
        set_turn(lambda before: before + 1)  # places have moved, so their fields begin afresh

    async def undo() -> None:
        if gone is not None:
            place, one = gone
            await keeping.do(kind.changing(fields, lambda now: (*now[:place], one, *now[place:])))
        set_gone(None)
        set_turn(lambda before: before + 1)

    shown = [
        draw(fields, place, one, partial(remove, place, one), key=f"{turn} {place}")
        for place, one in enumerate(several)
    ]
    if gone is not None:  # in the place of what it puts back
        shown.insert(gone[0], undo_notice(gone[1].text, undo, key=f"gone {turn}"))
    new = f"{priority.id}/new in {kind.field}"
    return [
        *(shown or [paragraph(kind.none)]),
        adding(kind.label, kind.add, add, keeping.typed, new, limit=LONG, key="new"),
    ]
