"""Erasing on the screen: asked first, gone for good, and what it does not reach is said."""

from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import erase as text
from audit_app.ui.text import history as history_text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, begun, text_of


def said(workspace: Workspace) -> str:
    audit = begun(workspace)
    workspace.answer(audit, FIRST, Answer(option="3"))
    workspace.comment(audit, FIRST, "Tom was late.")
    workspace.comment(audit, FIRST, "Tom was often late.")
    workspace.add_words(audit, FIRST, "Ann saw it.")
    return audit


def at(workspace: Workspace, route: str):  # type: ignore[no-untyped-def]  # the harness's own type
    return window_of(make_main(workspace), route)


async def agree(shown: Window, name: str) -> None:
    await shown.press(name)
    assert shown.find("dialog")
    await shown.press(text.ERASE)


def words(workspace: Workspace, audit: str) -> str:
    return "".join(one.model_dump_json() for one in workspace.audit(audit).entries)


@headless
async def test_a_comment_is_erased_with_its_earlier_wording(a_workspace: Workspace) -> None:
    audit = said(a_workspace)
    async with at(a_workspace, places.item_history(audit, FIRST)) as shown:
        await shown.press(history_text.ERASE)
        assert shown.page.route == places.erase_words(audit, FIRST)
        await agree(shown, "Erase for good: Comment, Tom was often late.")
        await shown.until(lambda: shown.says(text.DONE_TITLE))
        assert shown.says(text.done(2))
        assert "late" not in words(a_workspace, audit)
        assert a_workspace.audit(audit).standing(FIRST).answer == Answer(option="3")
        await shown.press(text.BACK)
        assert shown.says(f"Comment: {history_text.ERASED}")
        assert not shown.says("late")


@headless
async def test_nothing_goes_without_agreement(a_workspace: Workspace) -> None:
    audit = said(a_workspace)
    before = words(a_workspace, audit)
    async with at(a_workspace, places.erase_words(audit, FIRST)) as shown:
        await shown.press(text.ALL_WORDS)
        await shown.press("Cancel")
        assert words(a_workspace, audit) == before


@headless
async def test_everything_in_words_about_a_statement_is_erased(a_workspace: Workspace) -> None:
    audit = said(a_workspace)
    async with at(a_workspace, places.erase(audit)) as shown:
        await shown.press(text.words_line(text_of(a_workspace, FIRST), 3))
        await agree(shown, text.ALL_WORDS)
        await shown.until(lambda: shown.says(text.NO_WORDS))
        assert "late" not in words(a_workspace, audit)
        assert "saw it" not in words(a_workspace, audit)


@headless
async def test_a_name_is_erased_and_where_it_still_stands_is_said(a_workspace: Workspace) -> None:
    audit = said(a_workspace)
    async with at(a_workspace, places.erase(audit)) as shown:
        assert shown.says(text.person_line("Ann", 4))
        await agree(shown, text.person("Ann"))
        await shown.until(lambda: shown.says(text.still_named(1)))
        assert '"by":"Ann"' not in words(a_workspace, audit)
        assert shown.says(text.NOBODY)
        await shown.go(places.item_history(audit, FIRST))
        assert shown.says(history_text.ERASED_NAME)


@headless
async def test_a_whole_audit_is_erased(a_workspace: Workspace) -> None:
    audit = said(a_workspace)
    async with at(a_workspace, places.erase(audit)) as shown:
        await agree(shown, text.WHOLE_BUTTON)
        await shown.until(lambda: shown.page.route == places.AUDITS)
        await shown.until(lambda: shown.says(text.DONE_TITLE))
        assert a_workspace.audits() == ()


@headless
async def test_what_erasing_does_not_reach_is_said_before(a_workspace: Workspace) -> None:
    audit = said(a_workspace)
    for place in (places.erase(audit), places.erase_words(audit, FIRST)):
        async with at(a_workspace, place) as shown:
            assert shown.says(text.NOT_REACHED)
            assert shown.says("already handed out")
