"""What is drawn again while an audit is answered: what changed, and nothing of the item before stays behind."""

from typing import Any

import flet as ft

from audit_app.responses.model import Answer
from audit_app.ui.text import audit as text
from audit_app.workspace import Workspace
from tests.ui.harness import Window, headless
from tests.ui.screens.auditing import begun, opened, order, text_of

ENOUGH = 6_000
"""Bytes: an item made anew took 8,000."""


def levels(shown: Window, workspace: Workspace, item: str) -> Any:
    """The radio group of the item on the screen."""
    group = shown.get("group", text_of(workspace, item)).control
    return group.content


def sections(shown: Window) -> dict[str, Any]:
    """By what is read aloud: “The purpose, 1 of 4 answered”."""
    found = (one for one in shown.controls() if isinstance(one, ft.Semantics))
    return {str(one.label): one for one in found if "answered" in str(one.label)}


async def choose(shown: Window, workspace: Workspace, audit: str, item: str, option: str) -> None:
    before = len(workspace.audit(audit).entries)
    await shown.choose(text_of(workspace, item), option)
    await shown.until(lambda: len(workspace.audit(audit).entries) > before)
    await shown.settle()


@headless
async def test_another_answer_leaves_sections_comment_and_evidence_as_they_are(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit, first) as shown:
        await choose(shown, a_workspace, audit, first, "2")

        def beside() -> list[Any]:
            return [
                *sections(shown).values(),
                shown.get("textbox", "Comment").control,
                shown.get("button", text.ADD_WORDS).control,
            ]

        before = beside()
        await choose(shown, a_workspace, audit, first, "3")
        assert len(before) > 3
        assert all(one is other for one, other in zip(before, beside(), strict=True))
        assert levels(shown, a_workspace, first).value == "3"


@headless
async def test_the_first_answer_counts_in_its_section(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit, first) as shown:
        before = sections(shown)
        await choose(shown, a_workspace, audit, first, "2")
        after = sections(shown)
        assert len([name for name in after if ", 1 of " in name]) == 1
        assert all(before[name] is control for name, control in after.items() if name in before)


@headless
async def test_nothing_of_an_item_stays_behind_at_the_next_one(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    first, second = order(a_workspace)[:2]
    a_workspace.answer(audit, second, Answer(option="1"))
    async with opened(a_workspace, audit, first) as shown:
        await choose(shown, a_workspace, audit, first, "3")
        await shown.write("Comment", "Half a thought", leave=False)
        await shown.press(text.ADD_WORDS)
        sent = shown.sent
        await shown.press(text.NEXT)
        assert shown.sent - sent < ENOUGH
        await shown.until(lambda: bool(a_workspace.audit(audit).standing(first).comments))
        assert levels(shown, a_workspace, second).value == "1"
        assert shown.get("textbox", "Comment").control.value == ""
        assert not shown.find("textbox", text.WORDS)
        await choose(shown, a_workspace, audit, second, "4")
        stands = a_workspace.audit(audit)
        assert [stands.standing(item).answer for item in (first, second)] == [Answer(option="3"), Answer(option="4")]
        assert not stands.standing(second).comments
