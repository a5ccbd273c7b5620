"""Each screen says what it is for; words and keys are explained; the way round the demo can be ended at any stop."""

import pytest

from audit_app.ui import places, routes
from audit_app.ui.components.about import paragraph_of
from audit_app.ui.main import make_main
from audit_app.ui.screens.tour import stops
from audit_app.ui.text import about, glossary, helping, home, settings, welcome
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.ui.harness import headless, window_of
from tests.ui.screens.auditing import begun
from tests.ui.screens.partnering import the_demo

ADDRESSES = ["/", *(f"/{route.path}" for route in routes.ROUTES[0].children or () if route.path)]


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "elsewhere" not in one])
def test_every_screen_has_its_paragraph(address: str) -> None:
    assert address in about.PARAGRAPHS


def test_no_paragraph_is_about_a_screen_that_is_not_there() -> None:
    assert set(about.PARAGRAPHS) <= set(ADDRESSES)


def test_of_two_addresses_that_fit_the_literal_one_counts() -> None:
    assert paragraph_of("/surveys/start/staff") == about.PARAGRAPHS["/surveys/start/:questionnaire"]
    assert paragraph_of("/surveys/of/terms") == about.PARAGRAPHS["/surveys/of/:audit"]
    assert paragraph_of(places.item("a", "b")) == about.PARAGRAPHS["/audits/:audit/items/:item"]
    assert paragraph_of("/no/such/place") == about.NOWHERE


@headless
async def test_a_screen_says_what_it_is_for_when_asked(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.LIBRARY) as shown:
        assert not shown.says(about.PARAGRAPHS["/library"])
        await shown.press(about.BUTTON)
        assert shown.says(about.PARAGRAPHS["/library"])
        await shown.press(about.BUTTON)
        assert not shown.says(about.PARAGRAPHS["/library"])


@headless
async def test_another_screen_begins_with_its_paragraph_closed(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.LIBRARY) as shown:
        await shown.press(about.BUTTON)
        await shown.go(places.SETTINGS)
        assert not shown.says(about.PARAGRAPHS["/settings"])
        await shown.press(about.BUTTON)
        assert shown.says(about.PARAGRAPHS["/settings"])


@headless
async def test_what_is_typed_stays_while_the_paragraph_opens(a_workspace: Workspace) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school()}))
    async with window_of(make_main(a_workspace), places.AUDITS) as shown:
        begun(a_workspace)
        await shown.go(places.HOME)
        await shown.go(places.AUDITS)
        await shown.write(home.FIND, "nothing has these words")
        await shown.press(about.BUTTON)
        assert shown.get("textbox", home.FIND).control.value == "nothing has these words"
        assert shown.says(home.NONE_FOUND)


@headless
async def test_words_are_found_by_their_letters(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        await shown.press(settings.HELP)
        await shown.press(helping.ALL_WORDS)
        words = [node.name for node in shown.find("heading") if node.level == 2]
        assert words == sorted(words, key=str.casefold)
        assert len(words) == len(glossary.WORDS)
        await shown.write(glossary.FIND, "bund")
        assert [node.name for node in shown.find("heading") if node.level == 2] == ["Bundle"]
        await shown.write(glossary.FIND, "xyzzy")
        assert shown.says(glossary.NOTHING)


def test_no_word_is_explained_twice() -> None:
    assert len({word for word, _ in glossary.WORDS}) == len(glossary.WORDS)


def test_the_way_round_leads_through_the_places_that_matter() -> None:
    assert [name for name, _ in stops(the_demo())] == [
        "home",
        "audit",
        "results",
        "plan",
        "survey",
        "partnership",
        "end",
    ]


@headless
async def test_the_way_round_goes_on_and_back_and_ends_with_leaving_the_demo(a_workspace: Workspace) -> None:
    demo = the_demo()
    route_of = dict(stops(demo))
    async with window_of(make_main(a_workspace, lambda: demo)) as shown:
        await shown.press(welcome.LOOK)
        await shown.until(lambda: bool(shown.find("button", helping.TOUR_NEXT)))
        assert shown.says(helping.stop(1, 7, "Home"))
        for name in ("audit", "results", "plan", "survey", "partnership"):
            await shown.press(helping.TOUR_NEXT)
            assert shown.page.route == route_of[name]
            assert shown.says(helping.TOUR_STOPS[name][1])
        await shown.press(helping.TOUR_BACK)
        assert shown.page.route == route_of["survey"]
        await shown.press(helping.TOUR_NEXT)
        await shown.press(helping.TOUR_NEXT)
        assert shown.says(helping.TOUR_STOPS["end"][1])
        await shown.press(home.LEAVE_DEMO)
        assert shown.says(welcome.TITLE)
        assert not shown.says(helping.TOUR_STOPS["end"][1])


@headless
async def test_the_way_round_can_be_ended_and_begun_again_from_help(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace, the_demo)) as shown:
        await shown.press(welcome.LOOK)
        await shown.until(lambda: bool(shown.find("button", helping.TOUR_NEXT)))
        await shown.press(helping.TOUR_NEXT)
        await shown.press(helping.TOUR_END)
        assert shown.says(home.DEMO)
        assert not shown.find("button", helping.TOUR_NEXT)
        await shown.go(places.HELP)
        await shown.press(helping.LOOK)
        assert shown.says(helping.stop(1, 7, "Home"))


def test_what_the_demo_does_not_have_is_no_stop(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    assert stops(a_workspace) == (
        ("home", places.HOME),
        ("audit", places.audit(audit)),
        ("partnership", places.PARTNERSHIP),
        ("end", places.HOME),
    )


@headless
async def test_help_says_when_single_keys_are_switched_off(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.HELP) as shown:
        assert not shown.says(helping.KEYS_OFF)
        a_workspace.keep_settings(a_workspace.settings().model_copy(update={"keys": False}))
        await shown.go(places.GLOSSARY)
    async with window_of(make_main(a_workspace), places.HELP) as shown:
        assert shown.says(helping.KEYS_OFF)
