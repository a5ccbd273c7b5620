"""The next screen comes first, the browser's address after it; and whoever goes back goes back."""

from typing import Any

from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.moving import move
from audit_app.ui.text import audit as text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless
from tests.ui.screens.auditing import begun, order, text_of


class SlowBrowser(Window):
    """Changes its address only when the test says so."""

    def __init__(self, workspace: Workspace, address: str) -> None:
        super().__init__(address, 1280)
        self.held: list[Any] = []
        make_main(workspace)(self.page)

    async def _answer(self, call: Any) -> None:
        if call.name == "push_route":
            self.held.append(call)
        else:
            await super()._answer(call)

    async def catches_up(self) -> None:
        """With the oldest thing that it was told."""
        await super()._answer(self.held.pop(0))
        await self.settle()


class Walk:
    """Through an audit, in a slow browser."""

    def __init__(self, workspace: Workspace) -> None:
        audit = begun(workspace)
        items = order(workspace)
        self.addresses = [places.item(audit, item) for item in items]
        self._titles = [text_of(workspace, item) for item in items]
        self.browser = SlowBrowser(workspace, self.addresses[0])

    def is_at(self, number: int) -> bool:
        titles = [node.name for node in self.browser.find("heading") if node.level == 1]
        return titles == [self._titles[number]] and self.browser.page.route == self.addresses[number]

    async def next(self) -> None:
        await self.browser.press(text.NEXT)

    async def previous(self) -> None:
        await self.browser.press(text.PREVIOUS)


@headless
async def test_the_next_screen_is_there_before_the_browser_knows_its_address(a_workspace: Workspace) -> None:
    walk = Walk(a_workspace)
    await walk.browser.settle()
    await walk.next()
    assert walk.is_at(1)
    assert walk.browser.address == walk.addresses[0]
    await walk.browser.catches_up()
    assert walk.is_at(1)
    assert walk.browser.address == walk.addresses[1]


@headless
async def test_a_browser_that_is_behind_leads_nobody_back(a_workspace: Workspace) -> None:
    walk = Walk(a_workspace)
    await walk.browser.settle()
    for at in (1, 2, 3):
        await walk.next()
        assert walk.is_at(at)
    await walk.previous()
    for behind in (1, 2, 3, 2):
        await walk.browser.catches_up()
        assert walk.is_at(2)
        assert walk.browser.address == walk.addresses[behind]


@headless
async def test_back_and_forward_are_the_user_s(a_workspace: Workspace) -> None:
    walk = Walk(a_workspace)
    await walk.browser.settle()
    await walk.next()
    await walk.browser.catches_up()
    for at in (0, 1, 0):
        await walk.browser.go(walk.addresses[at])
        assert walk.is_at(at)
    await walk.next()
    await walk.browser.catches_up()
    assert walk.is_at(1)


@headless
async def test_back_before_the_browser_knew_is_where_the_browser_ends(a_workspace: Workspace) -> None:
    walk = Walk(a_workspace)
    await walk.browser.settle()
    for _ in range(4):
        await walk.next()
        await walk.browser.catches_up()
    await walk.next()
    await walk.browser.go(walk.addresses[2])
    assert walk.is_at(2)
    await walk.browser.catches_up()
    assert walk.is_at(2)
    assert walk.browser.address == walk.addresses[5]
    await walk.browser.catches_up()
    assert walk.is_at(2)
    assert walk.browser.address == walk.addresses[2]
    await walk.browser.go(walk.addresses[5])
    assert walk.is_at(5)


@headless
async def test_a_reload_shows_what_the_browser_has_as_its_address(a_workspace: Workspace) -> None:
    """What it said about it was lost with the connection, and so was the next one that it was told."""
    walk = Walk(a_workspace)
    await walk.browser.settle()
    await walk.next()
    await walk.next()
    await walk.browser.loses_connection()
    walk.browser.session.apply_page_patch({"route": walk.addresses[1], "width": 1280})
    await walk.browser.connects_again()
    await walk.browser.session.page._trigger_event("route_change", {"route": walk.addresses[1]})  # as Flet does then
    await walk.browser.settle()
    assert walk.is_at(1)


@headless
async def test_what_the_browser_is_told_twice_it_says_once(a_workspace: Workspace) -> None:
    """It is back at the first already when it hears of it, and so has nothing to repeat."""
    walk = Walk(a_workspace)
    await walk.browser.settle()
    await walk.next()
    await walk.browser.catches_up()
    await walk.previous()
    await walk.browser.go(walk.addresses[0])
    await walk.browser.catches_up()
    assert walk.is_at(0)
    await walk.browser.go(walk.addresses[1])
    assert walk.is_at(1)
    await walk.browser.go(walk.addresses[0])
    assert walk.is_at(0)


@headless
async def test_a_key_between_the_two_ways_in_which_the_browser_says_it_leaves_no_other_address(
    a_workspace: Workspace,
) -> None:
    walk = Walk(a_workspace)
    await walk.browser.settle()
    for _ in range(3):
        await walk.next()
        await walk.browser.catches_up()
    await walk.next()
    walk.browser.address = walk.addresses[1]
    walk.browser.session.apply_page_patch({"route": walk.addresses[1]})
    move(walk.browser.page, walk.addresses[5])  # Next, pressed at this moment
    await walk.browser.session.dispatch_event(walk.browser.page._i, "route_change", {"route": walk.addresses[1]})
    await walk.browser.settle()
    assert walk.is_at(1)
    while walk.browser.held:
        await walk.browser.catches_up()
    assert walk.browser.address == walk.addresses[1]
