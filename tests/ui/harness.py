"""A window without a browser: Flet's own session and encoder, a tree to look through by role and name, events to send.

    @headless
    async def test_a_press_counts() -> None:
        async with window(counter) as shown:             # a component; `window_of(make_main(workspace))` for the app
            await shown.press("Add one")
            assert "1" in shown.texts()

It knows some of Flet's inner names, so they all stand here, and Flet is pinned. What it says about roles and names was
compared with Chromium's accessibility tree; the journeys in tests/e2e stay the judge.
"""

import asyncio
import dataclasses
import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any, ParamSpec

import flet as ft
import msgpack
from flet.components.component import Component
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page, context
from flet.controls.services.semantics_service import AccessibilityFeatures
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message, MessageAction, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from audit_app.ui import theme
from audit_app.ui.components.select import SELECT

P = ParamSpec("P")
encode = configure_encode_object_for_msgpack(BaseControl)
FEATURES = tuple(field.name for field in dataclasses.fields(AccessibilityFeatures))
BUTTONS = (ft.FilledButton, ft.OutlinedButton, ft.TextButton, ft.IconButton, ft.PopupMenuButton)


def headless(test: Callable[P, Awaitable[None]]) -> Callable[P, None]:
    """An asynchronous test."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(asyncio.wait_for(test(*args, **kwargs), timeout=60))

    return run


@dataclasses.dataclass(frozen=True)
class Node:
    """A control as a screen reader would meet it."""

    role: str
    name: str
    control: Any
    level: int = 0


class Window:
    """An open window. What it sent was encoded as for a browser, so what can't travel fails here too."""

    def __init__(self, route: str, width: int, height: int = 800) -> None:
        self._connection = _Connection(self)
        self.session = Session(self._connection)
        self.page = self.session.page
        self.address = route
        """What the browser shows in its address bar."""
        self.crashes: list[str] = []
        """Stack traces that the user would have seen."""
        self.sent = 0
        """Bytes to the browser so far."""
        self.announced: list[str] = []
        self.features = dict.fromkeys(FEATURES, False)
        """What the device asks for."""
        self.to_pick: list[tuple[str, bytes]] = []
        """Name and content of the files that the next file dialog will give."""
        self.saved: list[tuple[str, bytes]] = []
        """What was offered for download."""
        self.lost: list[object] = []
        """Failures that nobody waited for, which asyncio would only log, at any moment."""
        asyncio.get_running_loop().set_exception_handler(lambda _, found: self.lost.append(found.get("exception")))
        self._tasks: set[asyncio.Task[None]] = set()
        _context_page.set(self.page)
        context.reset_auto_update()
        self.session.apply_page_patch({"route": route, "width": width, "height": height, "web": True})
        msgpack.packb(self.session.get_page_patch(), default=encode)  # encoding remembers what was sent

    # Looking

    def nodes(self) -> list[Node]:
        """Everything with a role, in reading order; a dialog hides the rest."""
        dialogs = [dialog for dialog in self.page._dialogs.controls if dialog.open]
        modal = [dialog for dialog in dialogs if isinstance(dialog, ft.AlertDialog)]
        roots = modal or [self.page.views[0].controls, *dialogs]
        return [node for root in roots for node in nodes_of(root, "")]

    def find(self, role: str, name: str = "") -> list[Node]:
        """All of a role that have this name; where there is none, all whose name begins with it."""
        found = [node for node in self.nodes() if node.role == role and node.name.startswith(name)]
        return [node for node in found if node.name == name] or found

    def get(self, role: str, name: str = "") -> Node:
        """The only one; says what there is when there is none, or several."""
        found = self.find(role, name)
        if len(found) == 1:
            return found[0]
        there = "\n".join(f"  {node.role}: {node.name!r}" for node in self.nodes())
        raise AssertionError(f"{len(found)} of {role} {name!r} among\n{there}")

    def texts(self) -> list[str]:
        """Every text on the screen, in reading order."""
        return [node.name for node in self.nodes() if node.role in ("text", "heading")]

    def says(self, words: str) -> bool:
        """Whether some text on the screen contains these words."""
        return any(words in text for text in self.texts())

    def controls(self) -> Iterator[Any]:
        """Every control of the screen, whatever it is, parents first."""
        yield from _controls(self.page.views[0].controls)

    @property
    def title(self) -> str:
        return str(self.page.title)

    # Doing

    async def press(self, name: str) -> None:
        """The button of this name."""
        await self.send(self.get("button", name).control, "click")

    async def write(self, name: str, text: str, *, leave: bool = True) -> None:
        """Into the field of this name; then go elsewhere."""
        field = self.get("textbox", name).control
        await self.send(field, "focus")
        await self.send(field, "change", text, value=text)
        if leave:
            await self.send(self.get("textbox", name).control, "blur")

    async def choose(self, group: str, option: str) -> None:
        """The radio button that begins with `option` in the group of this name."""
        code = next(
            node.control.value
            for node in nodes_of(self.get("group", group).control, "")
            if node.role == "radio" and node.name.startswith(option)
        )
        radios = next(
            node.control for node in nodes_of(self.get("group", group).control, "") if node.role == "radiogroup"
        )
        await self.send(radios, "change", code, value=code)

    async def tick(self, name: str, value: bool) -> None:
        """A checkbox."""
        await self.send(self.get("checkbox", name).control, "change", value, value=value)

    async def select(self, name: str, code: str) -> None:
        """An option of a list that opens."""
        await self.send(self.get("combobox", name).control, "click")
        option = next(node for node in self.nodes() if node.role == "button" and node.control.data == code)
        await self.send(option.control, "click")

    async def go(self, route: str) -> None:
        """As the browser's address bar, or back and forward."""
        self.address = route
        self.session.apply_patch(self.page._i, {"route": route})
        await self.session.dispatch_event(self.page._i, "route_change", {"route": route})
        await self.settle()

    async def loses_connection(self) -> None:
        """As at a reload: the session stays for a while, without a browser."""
        await self.session.disconnect(300)
        await asyncio.sleep(0)

    async def connects_again(self) -> None:
        msgpack.packb(self.page, default=encode)  # the whole window is sent anew
        self.session.attach_connection(self._connection)
        await self.session.dispatch_connect_event()
        await self.settle()

    async def resize(self, width: int) -> None:
        self.session.apply_page_patch({"width": width})
        await self.session.dispatch_event(self.page._i, "resize", {"width": width, "height": 800})
        await self.settle()

    async def comes_back(self) -> None:
        """To the front, after another window."""
        await self.session.dispatch_event(self.page._i, "app_lifecycle_state_change", {"state": "resume"})
        await self.settle()

    async def send(self, control: Any, event: str, data: Any = None, **changes: Any) -> None:
        """An event as the browser would send it, after the changes that it made itself."""
        if changes:
            self.session.apply_patch(control._i, changes)
        await self.session.dispatch_event(control._i, event, data)
        await self.settle()

    async def settle(self) -> None:
        """Until nothing is left to draw."""
        quiet = 0
        while quiet < 5:
            before = self.sent
            await asyncio.sleep(0)
            quiet = quiet + 1 if self.sent == before else 0

    async def until(self, condition: Callable[[], bool]) -> None:
        """For what really takes time: work off the loop, the pause of a draft."""
        while not condition():
            await asyncio.sleep(0.01)

    # Within

    def receive(self, message: Message) -> None:
        self.sent += len(msgpack.packb([message.action, message.body], default=encode))
        if message.action is MessageAction.SESSION_CRASHED:
            self.crashes.append(message.body.message)
        if message.action is MessageAction.INVOKE_METHOD:
            task = asyncio.get_running_loop().create_task(self._answer(message.body))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _answer(self, call: Any) -> None:
        arguments = call.args or {}
        result: Any = None
        match call.name:
            case "push_route" if arguments["route"] != self.address:
                await self.go(arguments["route"])
            case "get_accessibility_features":
                result = self.features
            case "announce_message":
                self.announced.append(arguments["message"])
            case "pick_files":
                result = [
                    {"id": number, "name": name, "size": len(content), "bytes": content}
                    for number, (name, content) in enumerate(self.to_pick)
                ]
            case "save_file":
                self.saved.append((arguments["file_name"], arguments["src_bytes"]))
        self.session.handle_invoke_method_results(call.control_id, call.call_id, result, None)


class _Connection(Connection):
    def __init__(self, shown: Window) -> None:
        super().__init__()
        self._shown = shown
        self.loop = asyncio.get_running_loop()
        self.page_url = "http://127.0.0.1"
        self.pubsubhub = PubSubHub(self.loop)

    def send_message(self, message: Message) -> None:
        self._shown.receive(message)


@asynccontextmanager
async def window_of(
    main: Callable[[ft.Page], None], route: str = "/", width: int = 1280, height: int = 800
) -> AsyncIterator[Window]:
    """A window with the app in it. On the way out, no stack trace may have reached the user."""
    shown = Window(route, width, height)
    main(shown.page)
    await shown.settle()
    yield shown
    await shown.settle()
    shown.session.close()
    await asyncio.sleep(0)
    assert not shown.crashes, shown.crashes[0]


@asynccontextmanager
async def window(component: Callable[..., ft.Control], *args: Any, **kwargs: Any) -> AsyncIterator[Window]:
    """A window with one component in it."""

    def main(page: ft.Page) -> None:
        theme.apply(page, "light", 100)
        page.render(component, *args, **kwargs)

    async with window_of(main) as shown:
        yield shown


def nodes_of(control: Any, merged: str = "") -> Iterator[Node]:
    """Depth first. `merged` is the text of the MergeSemantics around, which names what is inside."""
    if isinstance(control, (list, tuple)):
        for one in control:
            yield from nodes_of(one, merged)
        return
    if isinstance(control, Component):
        yield from nodes_of(control._b, merged)
        return
    if not isinstance(control, BaseControl) or not getattr(control, "visible", True):
        return
    if isinstance(control, ft.MergeSemantics):
        merged = "\n".join(_words(control))
        inner = [node for node in nodes_of(control.content, merged) if node.role != "text"]
        yield from inner or [Node("text", merged, control)]
        return
    yield from _own(control, merged)
    if isinstance(control, ft.Semantics) and (control.exclude_semantics or control.heading_level):
        return
    if isinstance(control, BUTTONS) and not isinstance(control, ft.PopupMenuButton):
        return
    for child in _children(control):
        yield from nodes_of(child, merged)


def _controls(control: Any) -> Iterator[Any]:
    if isinstance(control, (list, tuple)):
        for one in control:
            yield from _controls(one)
    elif isinstance(control, Component):
        yield from _controls(control._b)
    elif isinstance(control, BaseControl):
        yield control
        for child in _children(control):
            yield from _controls(child)


def _own(control: Any, merged: str) -> Iterator[Node]:
    match control:
        case ft.Semantics() if control.heading_level:
            yield Node("heading", " ".join(_words(control)), control, control.heading_level)
        case ft.Semantics() if control.label:
            role = "image" if control.image else "text" if control.exclude_semantics else "group"
            yield Node(role, control.label, control)
        case ft.Text():
            yield Node("text", control.semantics_label or control.value or "", control)
        case ft.OutlinedButton() if control.data == SELECT:
            yield Node("combobox", " ".join(_words(control)), control)
        case _ if isinstance(control, BUTTONS):
            yield Node("button", " ".join(_words(control)), control)
        case ft.TextField():
            yield Node("textbox", merged or _plain(control.label), control)
        case ft.Checkbox():
            yield Node("checkbox", merged or _plain(control.label), control)
        case ft.Radio():
            yield Node("radio", merged or control.label or "", control)
        case ft.RadioGroup():
            yield Node("radiogroup", "", control)
        case ft.DataTable():
            yield Node("table", "", control)
        case ft.PopupMenuItem():
            yield Node("menuitem", " ".join(_words(control)), control)
        case ft.AlertDialog():
            yield Node("dialog", " ".join(_words(control.title)), control)


def _plain(label: object) -> str:
    return label if isinstance(label, str) else ""


def _words(control: Any) -> list[str]:
    """The text that names a control."""
    if isinstance(control, str):
        return [control]
    if isinstance(control, ft.Text):
        return [control.semantics_label or control.value or ""]
    if isinstance(control, ft.Icon):
        return [control.semantics_label] if control.semantics_label else []
    if isinstance(control, Component):
        return _words(control._b)
    if isinstance(control, ft.PopupMenuButton):
        return _words(control.content)
    if isinstance(control, BUTTONS):
        icon = control.icon if isinstance(control, ft.IconButton) else getattr(control, "content", None)
        return _words(icon)
    return [word for child in _children(control) for word in _words(child)]


def _children(control: Any) -> Iterator[Any]:
    """Those it was given, in the order of its fields: Flet keeps what isn't the default apart from the rest."""
    if not dataclasses.is_dataclass(control):
        return
    order = _order(control.__class__)
    given = {**vars(control), **getattr(control, "_values", {})}
    holding = [name for name, value in given.items() if name in order and isinstance(value, (BaseControl, list, tuple))]
    for name in sorted(holding, key=order.__getitem__):
        value = given[name]
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, BaseControl):
                yield one


@functools.cache
def _order(kind: type) -> dict[str, int]:
    """The names of a control's fields that can hold others."""
    fields = (field for field in dataclasses.fields(kind) if not field.metadata.get("skip"))
    return {field.name: place for place, field in enumerate(fields) if not field.name.startswith("_")}
