"""Two windows with one audit: what one keeps the other shows, and what is being typed there stays."""

from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import audit as text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import begun, order, text_of


def chosen(shown: Window) -> str | None:
    found: str | None = next(
        node.control.value for node in shown.find("radiogroup") if node.control.on_change is not None
    )
    return found


async def choose(shown: Window, workspace: Workspace, item: str, option: str) -> None:
    await shown.choose(text_of(workspace, item), option)
    await shown.settle()


@headless
async def test_what_one_window_keeps_the_other_one_shows(a_workspace: Workspace) -> None:
    audit, (first, *_) = begun(a_workspace), order(a_workspace)
    main, place = make_main(a_workspace), places.item(audit, first)
    async with window_of(main, place) as one, window_of(main, place) as other:
        await choose(one, a_workspace, first, "3")
        await other.until(lambda: chosen(other) == "3")
        assert other.says("Statements answered: 1 of 35")
        await choose(other, a_workspace, first, "4")
        await one.until(lambda: chosen(one) == "4")
        await one.press("Undo: back to 3 In place")
        await other.until(lambda: chosen(other) == "3")
        assert [entry.value for entry in a_workspace.audit(audit).entries if entry.field == "answer"] == [
            Answer(option=option).model_dump(mode="json", exclude_none=True) for option in "343"
        ]


@headless
async def test_what_is_being_typed_in_a_window_stays_when_another_one_keeps_something(a_workspace: Workspace) -> None:
    audit, (first, *_) = begun(a_workspace), order(a_workspace)
    main, place = make_main(a_workspace), places.item(audit, first)
    async with window_of(main, place) as one, window_of(main, place) as other:
        await other.write(text.COMMENT, "Half a sen", leave=False)
        await one.write(text.COMMENT, "All of it.")
        await one.until(lambda: a_workspace.audit(audit).standing(first).comments != ())
        await choose(one, a_workspace, first, "3")
        await other.until(lambda: chosen(other) == "3")
        assert other.get("textbox", text.COMMENT).control.value == "Half a sen"


@headless
async def test_a_window_on_another_statement_or_another_audit_is_left_as_it_is(a_workspace: Workspace) -> None:
    audit, (first, second, *_) = begun(a_workspace), order(a_workspace)
    main = make_main(a_workspace)
    async with (
        window_of(main, places.item(audit, first)) as one,
        window_of(main, places.item(audit, second)) as other,
        window_of(main, places.AUDITS) as away,
    ):
        sent = away.sent
        await choose(one, a_workspace, first, "3")
        await other.until(lambda: other.says("Statements answered: 1 of 35"))
        assert chosen(other) is None
        assert away.sent == sent
