"""Writing a school's own items: what one window has written and not kept yet, and what it does with those that are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import flet as ft

from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.model import Item
from audit_app.ui.context import AppContext
from audit_app.ui.screens.own_item_written import Document, Written

if TYPE_CHECKING:
    from audit_app.workspace import Workspace

NEW = "new"
"""In the place of an id: the item that is not there yet."""


@dataclass(frozen=True)
class Removed:
    """The item that was taken out last, and where it stood."""

    item: Item
    at: int


Button = Literal["up", "down", "remove"]


@dataclass(frozen=True)
class Keyboard:
    """Where the keyboard goes on: Flutter loses it when a card changes its place."""

    place: tuple[str, Button]
    """Item and button."""
    turn: int
    waits: bool = True


class OwnWriting:
    """One questionnaire's own items in one window. It outlives the screens, and so does what was typed."""

    def __init__(self, workspace: "Workspace", questionnaire: str) -> None:
        self.drafts: dict[str, Written] = {}
        """By item id: what its form says, where that is not what is kept."""
        self.tried: set[str] = set()
        """Those that somebody wanted to keep: what is wrong with them is said from then on."""
        self.removed: Removed | None = None
        self.keyboard: Keyboard | None = None
        self._button_went = False
        self._workspace = workspace
        self._questionnaire = questionnaire

    @property
    def items(self) -> tuple[Item, ...]:
        return self._workspace.own_items(self._questionnaire)

    def check(self, found: Sequence[Document]) -> tuple[Finding, ...]:
        return self._workspace.check_own_items(self._questionnaire, found)

    def with_item(self, item: str, document: Document) -> list[Document]:
        """All of them, with this one at its place, or at the end."""
        found = documents(self.items)
        ids = [one["id"] for one in found]
        at = ids.index(item) if item in ids else len(ids)
        return [*found[:at], document, *found[at + 1 :]]

    def write(self, item: str, kept: Written, changes: Mapping[str, Any]) -> None:
        """What was changed in the form, by the names in Written; “level” is one level's code and descriptor."""
        said = self.drafts.get(item, kept)
        descriptors = dict([*said.descriptors.items(), *([changes["level"]] if "level" in changes else [])])
        plain = {name: value for name, value in changes.items() if name != "level"}
        self.drafts[item] = replace(said, descriptors=descriptors, **plain)
        if self.drafts[item] == kept:
            self.forget(item)

    def keep(self, item: str, document: Document) -> None:
        """Raises OwnItemsError; what was written stays then."""
        self._keep(self.with_item(item, document))
        self.forget(item)

    def forget(self, item: str) -> None:
        self.drafts.pop(item, None)
        self.tried.discard(item)

    def move(self, item: Item, by: int) -> None:
        items = [*self.items]
        at = next(number for number, one in enumerate(items) if one.id == item.id)
        to = min(max(at + by, 0), len(items) - 1)
        items.insert(to, items.pop(at))
        self._keep(documents(items))
        up_again = to > 0 and (by < 0 or to == len(items) - 1)
        self._hand_keyboard(item, "up" if up_again else "down")

    def remove(self, item: Item) -> None:
        items = self.items
        at = next(number for number, one in enumerate(items) if one.id == item.id)
        self._keep(documents([one for one in items if one.id != item.id]))
        self.removed, self._button_went = Removed(item, at), True

    def put_back(self) -> None:
        """The item that was taken out last, where it stood."""
        if self.removed is not None:
            items = [*self.items]
            items.insert(self.removed.at, self.removed.item)
            self._keep(documents(items))
            self._hand_keyboard(self.removed.item, "remove")
            self.removed = None

    def takes_keyboard(self, item: str, button: Button) -> bool:
        """True once, for the button that goes on where another one was pressed and went."""
        if self.keyboard is None or self.keyboard.waits is False or self.keyboard.place != (item, button):
            return False
        self.keyboard = replace(self.keyboard, waits=False)
        return True

    def undo_takes_keyboard(self) -> bool:
        """True once, after the button that removed an item went with it."""
        went, self._button_went = self._button_went, False
        return went

    def _hand_keyboard(self, item: Item, button: Button) -> None:
        turn = self.keyboard.turn + 1 if self.keyboard else 1
        self.keyboard = Keyboard((item.id, button), turn)

    def _keep(self, found: Sequence[Document]) -> None:
        self._workspace.keep_own_items(self._questionnaire, found)


def use_own_writing(app: AppContext, questionnaire: str) -> OwnWriting:
    """The session's for this questionnaire, in the data folder that is shown: the school's own, or the demo's."""
    store = ft.context.page.session.store

    def find() -> OwnWriting:
        name = f"audit_app.own_items.{'demo' if app.shows_demo else 'own'}.{questionnaire}"
        if not store.contains_key(name):
            store.set(name, OwnWriting(app.workspace, questionnaire))
        found: OwnWriting = store.get(name)
        return found

    return ft.use_memo(find, [app.shows_demo, questionnaire])


def documents(items: Sequence[Item]) -> list[Mapping[str, object]]:
    """As a file has them."""
    return [item.model_dump(mode="json", exclude_defaults=True) for item in items]
