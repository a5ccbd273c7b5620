"""Every self-audit that ships, from starting it to its results and its plan."""

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Item
from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.screens.audit_asked import Asked
from audit_app.ui.text import check as check_text
from audit_app.ui.text import plan as plan_text
from audit_app.ui.text import results as results_text
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.ui.harness import Window, headless, window_of

SELF_AUDITS = [one.id for one in shipped().latest() if one.mode == "self_audit"]


def some_answer(workspace: Workspace, audit: str, item: Item) -> Answer:
    """The first of what can be chosen, or something that no check minds."""
    match item.kind:
        case "level" | "single":
            return Answer(option=workspace.audit(audit).questionnaire.options_of(item)[0].code)
        case "multiple":
            return Answer(value=(workspace.audit(audit).questionnaire.options_of(item)[0].code,))
        case "number":
            return Answer(value=2.0)
        case "date":
            return Answer(value="2026-06-01")
        case _:
            return Answer(value="As agreed.")


def answer_all(workspace: Workspace, audit: str) -> None:
    """Answers show further items, so go round until nothing is left."""
    while left := [*Asked(workspace.audit(audit)).left]:
        for item_id in left:
            item = workspace.audit(audit).questionnaire.items_by_id[item_id]
            workspace.answer(audit, item_id, some_answer(workspace, audit, item))


def heading(shown: Window) -> str:
    return next(node.name for node in shown.find("heading") if node.level == 1)


@pytest.mark.parametrize("questionnaire", SELF_AUDITS)
def test_a_shipped_self_audit_is_answered_submitted_and_planned_from(
    a_workspace: Workspace, questionnaire: str
) -> None:
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"school": a_school(), "person": "Ann"}))
    audit = a_workspace.start_audit(questionnaire, "Autumn 2026", a_school())
    answer_all(a_workspace, audit)

    @headless
    async def go_through() -> None:
        async with window_of(make_main(a_workspace), places.audit(audit)) as shown:
            assert heading(shown)
            await shown.go(places.check(audit))
            await shown.press(check_text.SUBMIT)
            await shown.until(lambda: a_workspace.audit(audit).status == "submitted")
            await shown.go(places.results(audit))
            assert shown.says(results_text.AT_A_GLANCE)
            await shown.go(places.plan(audit))
            assert shown.find("button", plan_text.ADD)
            await shown.go(places.START)
            assert shown.find("radio", a_workspace.questionnaire(questionnaire).title)

    go_through()
    assert a_workspace.report(audit).startswith(b"%PDF")
