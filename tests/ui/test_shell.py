"""The shell says where one is; addresses and back keep the place; a notice goes with the screen that it was for."""

import flet as ft
import pytest

from audit_app.errors import AuditError
from audit_app.storage.protocol import Settings
from audit_app.ui import places, routes, theme
from audit_app.ui.components.buttons import button
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import stack
from audit_app.ui.components.progress import keep_still, waiting
from audit_app.ui.components.words import paragraph
from audit_app.ui.context import AppContext
from audit_app.ui.main import make_main
from audit_app.ui.runtime import component
from audit_app.ui.text import common
from audit_app.ui.text import not_found as not_found_text
from audit_app.ui.text import settings as settings_text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, nodes_of, window, window_of


class DiskFullError(AuditError):
    pass


@component
def desk(app: AppContext, audit: str = "none", item: str = "none") -> ft.Control:
    """A screen to try the frame with."""
    count, set_count = ft.use_state(0)

    def fail() -> None:
        raise DiskFullError("The disk is full.")

    return page_frame(
        f"Desk {item}",
        paragraph(f"audit {audit}, counted {count}, revision {app.revision}, narrow {app.narrow}"),
        button("Count", lambda: set_count(count + 1)),
        button("Fail", fail),
        button("Refresh", app.refresh),
        button("Other item", lambda: app.go(places.item("a1", "other"))),
        button("Home with notice", lambda: app.go(places.HOME, ("success", "All done."))),
    )


@pytest.fixture
def desks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every address but those of the settings and of nothing shows a desk."""
    for route in routes.ROUTES[0].children or ():
        if route.index or (route.path or "").startswith(("audits", "library")):
            monkeypatch.setattr(route, "component", routes.place(desk))


def current(shown: Window) -> list[str]:
    """The entries of the navigation that say that one is there."""
    return [
        node.name
        for control in shown.controls()
        if isinstance(control, ft.Semantics) and control.selected
        for node in nodes_of(control.content)
    ]


@pytest.mark.parametrize(
    ("route", "entry"),
    [
        ("/", ["Home"]),
        ("/audits", ["Audits"]),
        ("/audits/a1/items/i1", ["Audits"]),
        ("/audits/a1/results", ["Results"]),
        ("/audits/a1/papers", ["Results"]),
        ("/audits/a1/plan", ["Plan"]),
        ("/audits/a1/plan/p1", ["Plan"]),
        ("/results", ["Results"]),
        ("/plan", ["Plan"]),
        ("/import", ["Audits"]),
        ("/sync", ["Settings"]),
        ("/help/words", ["Settings"]),
        ("/settings", ["Settings"]),
        ("/planets", []),
    ],
)
@pytest.mark.usefixtures("desks")
@headless
async def test_the_navigation_says_where_one_is(route: str, entry: list[str], a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), route) as shown:
        assert current(shown) == entry


@pytest.mark.usefixtures("desks")
@headless
async def test_an_address_opens_its_screen_with_its_parameters(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.item("a1", "é/ö")) as shown:
        assert shown.says("audit a1")
        assert shown.title == "Desk é/ö – School Audit"


@pytest.mark.usefixtures("desks")
@headless
async def test_another_address_starts_the_screen_afresh_and_back_does_too(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.item("a1", "first")) as shown:
        await shown.press("Count")
        assert shown.says("counted 1")
        await shown.press("Other item")
        assert shown.title == "Desk other – School Audit"
        assert shown.says("counted 0")
        await shown.go(places.item("a1", "first"))
        assert shown.title == "Desk first – School Audit"


@pytest.mark.usefixtures("desks")
@headless
async def test_another_screen_is_announced(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.item("a1", "first")) as shown:
        assert shown.announced == []
        await shown.press("Other item")
        assert shown.announced == ["Desk other"]


@pytest.mark.usefixtures("desks")
@headless
async def test_an_error_stays_under_the_navigation_until_dismissed(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/audits") as shown:
        await shown.press("Fail")
        assert shown.says("The disk is full.")
        await shown.press(common.DISMISS)
        assert not shown.says("The disk is full.")


@pytest.mark.usefixtures("desks")
@headless
async def test_a_notice_goes_with_its_screen_unless_it_came_along(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/audits") as shown:
        await shown.press("Fail")
        await shown.press("Home with notice")
        assert shown.says("All done.")
        assert not shown.says("The disk is full.")
        await shown.press(common.AUDITS)
        assert not shown.says("All done.")


@pytest.mark.usefixtures("desks")
@headless
async def test_a_notice_for_the_screen_that_is_there_already_is_shown(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/") as shown:
        await shown.press("Home with notice")
        assert shown.says("All done.")


@pytest.mark.usefixtures("desks")
@headless
async def test_after_a_refresh_every_screen_reads_again_and_keeps_its_state(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/audits") as shown:
        await shown.press("Count")
        await shown.press("Refresh")
        assert shown.says("counted 1, revision 1")


@pytest.mark.usefixtures("desks")
@headless
async def test_a_narrow_window_has_a_menu_with_the_same_entries(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/audits", width=400) as shown:
        assert shown.says("narrow True")
        entries = ["Home", "Audits", "Surveys", "Results", "Plan", "Partnership", "Library", "Settings"]
        assert [node.name for node in shown.find("menuitem")] == entries
        await shown.resize(1280)
        assert not shown.find("menuitem")
        assert shown.find("button", "Library")


@pytest.mark.usefixtures("desks")
@headless
async def test_an_unknown_address_says_so_and_leads_home(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/no/such/place") as shown:
        assert shown.title.startswith(not_found_text.TITLE)
        await shown.press(not_found_text.GO_HOME)
        assert shown.says("Desk")


@headless
async def test_an_audit_that_is_not_there_says_so_and_leaves_the_navigation(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/audits/nothing/results") as shown:
        assert shown.says("nothing")
        await shown.press("Settings")
        assert shown.title == "Settings – School Audit"


@pytest.mark.parametrize(
    ("address", "way", "place"),
    [
        ("/audits/nothing", not_found_text.GO_TO_AUDITS, places.AUDITS),
        ("/audits/nothing/plan/none", not_found_text.GO_TO_AUDITS, places.AUDITS),
        ("/surveys/of/nothing", not_found_text.GO_TO_SURVEYS, places.SURVEYS),
        ("/library/nothing", not_found_text.GO_TO_LIBRARY, places.LIBRARY),
        ("/library/nothing/own/new", not_found_text.GO_TO_LIBRARY, places.LIBRARY),
    ],
)
@headless
async def test_what_is_not_there_leads_to_the_list_and_does_not_ask_to_try_again(
    a_workspace: Workspace, address: str, way: str, place: str
) -> None:
    async with window_of(make_main(a_workspace), address) as shown:
        assert not shown.find("button", common.TRY_AGAIN)
        await shown.press(way)
        assert shown.page.route == place
        assert not shown.find("heading", common.NOTICE_WORDS["error"])


@headless
async def test_settings_are_kept_and_seen_at_once(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/settings") as shown:
        await shown.choose(settings_text.TEXT_SIZE, settings_text.text_size(150))
        await shown.choose(settings_text.COLOURS, "Dark")
        assert a_workspace.settings() == Settings(text_size=150, theme="dark")
        assert shown.page.theme_mode is ft.ThemeMode.DARK
        styles = shown.page.theme.text_theme if shown.page.theme else None
        assert styles is not None
        assert styles.body_medium is not None
        assert styles.body_medium.size == theme.text_size("body_medium", 150)


def ground(shown: Window, scheme: str) -> bool:
    """Whether the page has that scheme's ground, on a light device."""
    return bool(shown.page.theme and shown.page.theme.scaffold_bgcolor == theme.SCHEMES[scheme][theme.PAGE])


@headless
async def test_high_contrast_follows_the_devices_light_or_dark(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), "/settings") as shown:
        await shown.choose(settings_text.COLOURS, "High contrast")
        assert a_workspace.settings().theme == "contrast"
        assert shown.page.theme_mode is ft.ThemeMode.SYSTEM
        assert ground(shown, "contrast light")
        assert shown.page.dark_theme
        assert shown.page.dark_theme.scaffold_bgcolor == theme.SCHEMES["contrast dark"][theme.PAGE]


@headless
async def test_a_device_that_asks_for_contrast_gets_it_unless_the_settings_say_otherwise(
    a_workspace: Workspace,
) -> None:
    async with window_of(make_main(a_workspace), "/settings") as shown:
        assert ground(shown, "light")
        shown.features["high_contrast"] = True
        await shown.comes_back()
        assert ground(shown, "contrast light")
        await shown.choose(settings_text.COLOURS, "Light")
        assert ground(shown, "light")


@headless
async def test_nothing_turns_where_the_device_asks_for_reduced_motion() -> None:
    @component
    def waits() -> ft.Control:
        _, draw = ft.use_state(0)
        return stack(waiting("It takes a while"), button("Draw", lambda: draw(lambda times: times + 1)))

    def turns(shown: Window) -> bool:
        return any(isinstance(one, ft.ProgressRing) for one in shown.controls())

    async with window(waits) as shown:
        assert turns(shown)
        keep_still(shown.page, True)
        await shown.press("Draw")
        assert not turns(shown)
        assert shown.says("It takes a while")


@pytest.mark.usefixtures("desks")
@headless
async def test_two_windows_share_nothing_but_the_workspace(a_workspace: Workspace) -> None:
    main = make_main(a_workspace)
    async with window_of(main, "/audits") as first:
        await first.press("Fail")
    async with window_of(main, "/audits") as second:
        assert not second.says("The disk is full.")


@pytest.mark.parametrize(
    "place", [places.audit("nobody's"), places.survey("nobody's"), places.questionnaire("no-such")]
)
@headless
async def test_an_address_of_what_is_not_there_says_so_under_a_heading(a_workspace: Workspace, place: str) -> None:
    async with window_of(make_main(a_workspace), place) as shown:
        assert [(one.name, one.level) for one in shown.find("heading")] == [(common.NOTICE_WORDS["error"], 1)]
        assert shown.find("button", common.HOME)
