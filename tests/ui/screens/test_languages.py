"""The language of the questionnaires on the screen: chosen in the settings, and there at once on every screen."""

import pytest

from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import library
from audit_app.ui.text import settings as text
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.questionnaires.making import a_document, an_item, as_file, in_two_languages
from tests.test_languages import FORM
from tests.ui.harness import Window, headless, window_of


def with_form(workspace: Workspace) -> str:
    """An audit that is answered, with a plan."""
    workspace.import_questionnaire("form.json", as_file(in_two_languages(FORM)))
    workspace.keep_settings(workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    return workspace.start_audit("both-ways", "Autumn 2026", a_school())


def own_words(shown: Window) -> set[str]:
    """Which languages the questionnaire’s texts on this screen are in; the library’s others are not marked."""
    names = [node.name for node in shown.nodes()]
    return {language for language in ("en", "cy") for name in names if f"({language})" in name}


@headless
async def test_every_screen_is_read_in_the_language_at_once(a_workspace: Workspace) -> None:
    audit = with_form(a_workspace)
    item = places.item(audit, "trust")
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        for name, language in (("Cymraeg (Welsh)", "cy"), ("English", "en")):
            await shown.go(places.SETTINGS)
            await shown.choose(text.LANGUAGE, name)
            for route in (
                places.LIBRARY,
                places.questionnaire("both-ways"),
                places.questionnaire_part("both-ways", 1),
                places.START,
                item,
                places.check(audit),
                places.results(audit),
                places.plan(audit),
            ):
                await shown.go(route)
                assert own_words(shown) == {language}, route
            await shown.go(item)
            await shown.choose("We say what trust is", "1")
            await shown.until(lambda: a_workspace.audit(audit).standing("trust").answer is not None)
            assert own_words(shown) == {language}


@headless
async def test_an_audit_that_is_open_goes_on_in_the_other_language(a_workspace: Workspace) -> None:
    audit = with_form(a_workspace)
    async with window_of(make_main(a_workspace), places.item(audit, "trust")) as shown:
        await shown.choose("We say what trust is", "2")
        await shown.until(lambda: a_workspace.audit(audit).standing("trust").answer is not None)
        await shown.go(places.SETTINGS)
        await shown.choose(text.LANGUAGE, "Cymraeg")
        await shown.go(places.item(audit, "trust"))
        assert "2" in [node.control.value for node in shown.find("radiogroup")]
        assert any("What trust looks like at 2. (cy)" in node.name for node in shown.find("radio"))


@headless
async def test_only_languages_that_are_there_are_offered(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        assert shown.says(text.ONLY_ENGLISH)
        assert not shown.find("group", text.LANGUAGE)
    with_form(a_workspace)
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        names = [node.name for node in shown.find("radio")]
        assert {"English", "Cymraeg (Welsh)"} <= set(names)
        assert not any("Polski" in name for name in names)


@pytest.mark.parametrize("language", ["cy", "pl"])
@headless
async def test_a_language_that_went_with_its_questionnaire_is_english(a_workspace: Workspace, language: str) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"language": language}))
    async with window_of(make_main(a_workspace), places.SETTINGS) as shown:
        assert shown.says(text.ONLY_ENGLISH)


@headless
async def test_a_questionnaires_page_says_which_languages_it_has(a_workspace: Workspace) -> None:
    with_form(a_workspace)
    a_workspace.import_questionnaire("plain.json", as_file(a_document(an_item("one"))))
    async with window_of(make_main(a_workspace), places.questionnaire("both-ways")) as shown:
        assert shown.says(library.languages(["English", "Cymraeg (Welsh)"]))
        await shown.go(places.questionnaire("a-form"))
        assert not shown.says("Cymraeg")
