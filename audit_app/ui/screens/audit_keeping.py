"""Keeping: what one window gives to the disk for one audit, and what the disk has not taken yet.

It lives with the session, not with a screen: what could not be kept stays here, so it is there again when the user
comes back to its item. Changes go to another thread one by one, in the order in which they were made.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import flet as ft

from audit_app.errors import AuditError
from audit_app.responses.model import Answer, Evidence
from audit_app.ui.context import AppContext
from audit_app.ui.retrying import Retrying, may_pass
from audit_app.ui.runtime import Notify, off_loop, use_effect
from audit_app.ui.text import audit as text
from audit_app.ui.text import common

if TYPE_CHECKING:
    from audit_app.workspace import Workspace

Field = Literal["answer", "comment"]
Draft = tuple[str, str]
"""An item's id and the kind of evidence that is being written."""


@dataclass(frozen=True)
class Trouble:
    """Something given that is not on the disk; it stays on the screen with the reason."""

    field: Field
    value: Answer | str | None
    """For an answer that can't be read: what was typed."""
    sentence: str
    unfit: bool = False
    """It can't be kept as it stands, so there is no use in trying again."""
    passing: bool = False
    """The disk said no, and may say yes later: it is tried again by itself."""


class Keeping:
    """One audit in one window."""

    def __init__(self, workspace: "Workspace", audit_id: str, notify: Notify, tell_others: Callable[[], None]) -> None:
        self.drafts: dict[Draft, str] = {}
        """Evidence that was typed and not added yet."""
        self.removed: dict[str, Evidence] = {}
        """By item: what was taken away last, for who wants it back."""
        self.set_aside: dict[str, Answer] = {}
        """By item: what a reason for no answer replaced, for who takes the reason back."""
        self._workspace = workspace
        self._audit = audit_id
        self._notify = notify
        self._tell_others = tell_others
        self._troubles: dict[tuple[str, Field], Trouble] = {}
        self._on_its_way: dict[str, Answer | None] = {}
        self._times: dict[str, int] = {}
        self._turn = asyncio.Lock()
        self._screen: tuple[object, Callable[[], None]] | None = None
        self._given: dict[tuple[str, Field], int] = {}
        """How often the user gave something, so that an older value is never tried again after a newer one."""
        self._refused: dict[tuple[str, Field], int] = {}
        """Which of these it was that could not be kept."""
        self._retrying = Retrying(self._once_more, self._is_waiting)

    def is_for(self, workspace: "Workspace") -> bool:
        """The demonstration has a workspace of its own."""
        return self._workspace is workspace

    def shown_by(self, screen: object, draw: Callable[[], None]) -> None:
        self._screen = (screen, draw)

    def left_by(self, screen: object) -> None:
        """A screen that came meanwhile stays."""
        if self._screen is not None and self._screen[0] is screen:
            self._screen = None

    def draw(self) -> None:
        if self._screen is not None:
            self._screen[1]()

    def troubles(self, item_id: str) -> tuple[Trouble, ...]:
        return tuple(trouble for (item, _), trouble in self._troubles.items() if item == item_id)

    def answer(self, item_id: str, on_screen: Answer | None) -> Answer | None:
        """What the user gave last: it may be on its way while the screen still shows the one before."""
        return self._on_its_way.get(item_id, on_screen)

    def unfit(self) -> tuple[str, ...]:
        """Ids of the items whose answer can't be kept as it was typed."""
        return tuple(item for (item, _), trouble in self._troubles.items() if trouble.unfit)

    def troubled(self) -> tuple[str, ...]:
        """Ids of the items with something that is not kept; twice with two such things."""
        return tuple(item for item, _ in self._troubles)

    def times(self, item_id: str) -> int:
        """How often something about the item was kept since this window opened the audit."""
        return self._times.get(item_id, 0)

    async def keep(self, item_id: str, field: Field, value: Answer | str | None) -> bool:
        """True when it is on the disk; otherwise it is a trouble, and on the screen."""
        return await self._keep(item_id, field, value, self._count(item_id, field), newest=True)

    def _count(self, item_id: str, field: Field) -> int:
        number = self._given[item_id, field] = self._given.get((item_id, field), 0) + 1
        return number

    async def _again(self, item_id: str, field: Field, trouble: Trouble) -> bool:
        return await self._keep(item_id, field, trouble.value, self._refused[item_id, field], newest=False)

    async def _keep(self, item_id: str, field: Field, value: Answer | str | None, number: int, *, newest: bool) -> bool:
        """What was given as that number; what is tried again, only while nothing newer was given."""
        verb = self._workspace.answer if field == "answer" else self._workspace.comment
        if newest and field == "answer" and not isinstance(value, str):
            self._on_its_way[item_id] = value
        try:
            if not await self._do(item_id, verb, (value,), lambda: newest or self._given[item_id, field] == number):
                return False
        except AuditError as error:
            self._stays(item_id, field, value, str(error), number, passing=may_pass(error))
        except OSError as error:
            self._stays(item_id, field, value, text.disk_problem(error.strerror or ""), number, passing=True)
        except Exception:
            self._stays(item_id, field, value, common.UNEXPECTED_ERROR, number)
            raise
        else:
            if self._troubles.pop((item_id, field), None):
                self.draw()
            return True
        finally:
            if field == "answer" and self._on_its_way.get(item_id) is value:
                self._on_its_way.pop(item_id, None)
        return False

    def refuse(self, item_id: str, typed: str, sentence: str) -> None:
        """An answer that does not fit stays as it was typed, with what is wrong; what was kept before stands."""
        self._stays(item_id, "answer", typed, sentence, self._count(item_id, "answer"), unfit=True)

    def _stays(
        self,
        item_id: str,
        field: Field,
        value: Answer | str | None,
        sentence: str,
        number: int,
        *,
        unfit: bool = False,
        passing: bool = False,
    ) -> None:
        if number < self._given[item_id, field]:
            return  # something newer was given meanwhile, and stands or falls by itself
        self._refused[item_id, field] = number
        before = self._troubles.get((item_id, field))
        now = self._troubles[item_id, field] = Trouble(field, value, sentence, unfit, passing)
        if passing:
            self._retrying.begin()
        if before != now:  # said once, however often it is tried
            if self._screen is None:
                self._notify("error", text.lost_sight(sentence))
            self.draw()

    async def do(self, item_id: str, verb: Callable[..., object], *given: object) -> None:
        """A verb of the workspace about an item, then the screen anew. Raises what the verb raises."""
        await self._do(item_id, verb, given, lambda: True)

    async def _do(
        self, item_id: str, verb: Callable[..., object], given: tuple[object, ...], wanted: Callable[[], bool]
    ) -> bool:
        """False when it was no longer wanted when its turn came."""
        async with self._turn:
            if not wanted():
                return False
            await off_loop(verb, self._audit, item_id, *given)
            self._times[item_id] = self.times(item_id) + 1
            self.draw()  # it is on the disk, which nobody should wait longer to hear
            self._tell_others()
            await self._stop_at(item_id)
        return True

    async def stop_at(self, item_id: str) -> None:
        """Remember that the user is here, in the order in which the user moved."""
        async with self._turn:
            await self._stop_at(item_id)

    async def _stop_at(self, item_id: str) -> None:
        """Not worth a word when it fails: what was answered is kept without it."""
        with suppress(AuditError, OSError):
            await off_loop(self._workspace.stop_at, self._audit, item_id)

    async def try_again(self) -> None:
        for (item, field), trouble in [*self._troubles.items()]:
            if not trouble.unfit and self._troubles.get((item, field)) is trouble:
                await self._again(item, field, trouble)

    def _is_waiting(self) -> bool:
        return any(one.passing for one in self._troubles.values())

    async def _once_more(self) -> None:
        """By itself; the first that is refused again stands for the others."""
        for (item, field), trouble in [*self._troubles.items()]:
            is_waiting = trouble.passing and self._troubles.get((item, field)) is trouble
            if is_waiting and not await self._again(item, field, trouble):
                break
        if not self._troubles and self._screen is None:
            self._notify("success", text.SAVED_AFTER_ALL)

    async def settle(self, item_id: str, stamp: str) -> None:
        """Choose one of the rival answers."""
        await self.do(item_id, self._workspace.choose, stamp)

    async def add(self, item_id: str, kind: Literal["text", "link"], written: str) -> None:
        await self.do(item_id, self._workspace.add_link if kind == "link" else self._workspace.add_words, written)

    async def add_file(self, item_id: str, name: str, content: bytes) -> None:
        await self.do(item_id, self._workspace.add_file, name, content)

    async def remove(self, item_id: str, stamp: str, evidence: Evidence) -> None:
        await self.do(item_id, self._workspace.remove_evidence, stamp)
        self.removed[item_id] = evidence
        self.draw()

    async def put_back(self, item_id: str) -> None:
        """The piece of evidence that was removed last."""
        evidence = self.removed[item_id]
        if evidence.kind == "file" and evidence.sha256:
            await self.add_file(item_id, evidence.text, await self.file(evidence.sha256))
        else:
            await self.add(item_id, "link" if evidence.kind == "link" else "text", evidence.text)
        self.removed.pop(item_id, None)
        self.draw()

    async def file(self, sha256: str) -> bytes:
        """The content of a file of evidence."""
        return await off_loop(self._workspace.evidence_file, self._audit, sha256)


def use_keeping(app: AppContext, audit_id: str) -> Keeping:
    """The session's for this audit; this screen is drawn again whenever something of it changes."""
    page = ft.context.page
    _, draw = ft.use_state(0)
    here: Any = ft.use_ref(object)

    def find() -> Keeping:
        store = page.session.store
        name = f"audit_app.keeping.{audit_id}"
        found: Keeping | None = store.get(name)
        if found is None or not found.is_for(app.workspace):
            tell_others = partial(app.windows.tell_others, page.session.id, audit_id)
            found = Keeping(app.workspace, audit_id, app.notify, tell_others)
            store.set(name, found)
        return found

    keeping = ft.use_memo(find, [audit_id, app.workspace])

    def shown() -> None:
        keeping.shown_by(here.current, lambda: draw(lambda times: times + 1))
        app.windows.shows(page.session.id, audit_id, keeping.draw)

    use_effect(shown, [keeping], lambda: keeping.left_by(here.current))
    return keeping
