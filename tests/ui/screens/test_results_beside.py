"""What stands beside results: earlier rounds, leaders beside colleagues, and what a self-audit's scores rest on."""

import json
from contextlib import AbstractAsyncContextManager

from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import over_time as text
from audit_app.ui.text import results as results_text
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, answered, begun, order
from tests.ui.screens.partnering import the_demo


def shown_results(workspace: Workspace, audit: str, width: int = 1280) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.results(audit), width)


def a_round(workspace: Workspace, wave: str, level: int) -> str:
    audit = workspace.start_audit("partnership-health", wave, a_school())
    for item in workspace.questionnaire("partnership-health").items:
        workspace.answer(audit, item.id, Answer(option=str(level)))
    return audit


@headless
async def test_the_first_round_stands_alone(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with shown_results(a_workspace, audit) as shown:
        assert not shown.find("heading", "Since")
        assert not shown.find("heading", text.VIEWS)


@headless
async def test_a_later_round_is_told_against_the_first_as_the_document_has_it(a_workspace: Workspace) -> None:
    a_round(a_workspace, "Spring 2026", 2)
    a_round(a_workspace, "Summer 2026", 3)
    audit = a_round(a_workspace, "Autumn 2026", 3)
    trend = a_workspace.trend(audit)
    assert trend is not None
    document = json.loads(trend.model_dump_json())
    async with shown_results(a_workspace, audit) as shown:
        assert shown.get("heading", "Since Spring 2026")
        assert "Higher than in Spring 2026: Purpose, Format, Management, Trust, Self-interest." in shown.texts()
        await shown.press(text.SEE_EACH)
        line = "Purpose over time, from 1 to 4: Spring 2026 2.0, Summer 2026 3.0, Autumn 2026 3.0"
        assert shown.get("image", line)
        assert all(shown.says(section["sentence"]) for section in document["sections"])
        assert not shown.says(document["how"])
        await shown.press(text.HOW_CHANGE)
        assert shown.says(document["how"])
        await shown.press(text.AS_A_TABLE)
        assert shown.texts().count("Higher (+1.0)") == 5


@headless
async def test_what_could_be_chance_is_not_called_a_change() -> None:
    async with shown_results(the_demo(), "demo-08-pulse-autumn-2026") as shown:
        assert shown.says("No clear change: Trust.")
        await shown.press(text.SEE_EACH)
        assert shown.says("Trust: no clear change since Spring 2026 (from 2.9 to 3.2, ± 0.5).")


@headless
async def test_a_section_without_a_score_then_says_so_and_its_line_has_a_gap(a_workspace: Workspace) -> None:
    first = begun(a_workspace)
    answered(a_workspace, first, but=tuple(order(a_workspace)[:7]))
    audit = a_round(a_workspace, "Next year", 3)
    async with shown_results(a_workspace, audit) as shown:
        assert shown.says("Not comparable: Purpose.")
        await shown.press(text.SEE_EACH)
        assert shown.get("image", "Purpose over time, from 1 to 4: Autumn 2026 no score, Next year 3.0")
        assert shown.says("has no score for it over the comparable items")


@headless
async def test_each_width_has_the_lines() -> None:
    for width in (360, 820):
        async with shown_results(the_demo(), "demo-08-autumn-2026", width) as shown:
            await shown.press(text.SEE_EACH)
            assert len(shown.find("image", "Purpose over time")) == 1


@headless
async def test_the_self_audit_leads_to_what_colleagues_say() -> None:
    async with shown_results(the_demo(), "demo-02-summer-2026") as shown:
        views = the_demo().views("demo-02-summer-2026")
        assert views is not None
        assert shown.says(
            "Leaders are more hopeful than colleagues on Purpose, Format, Management, Trust and Self-interest."
        )
        await shown.press(text.statements(sum(one.more_hopeful is not None for one in views.items)))
        assert all(shown.says(one.sentence) for one in views.items if one.more_hopeful)
        await shown.press(text.TO_SURVEY)
        assert shown.page.route == places.results("demo-02-staff-summer-2026")


@headless
async def test_a_self_audit_says_how_much_of_it_rests_on_evidence(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit, but=(FIRST,))
    found = a_workspace.evidence(audit)
    assert found is not None
    async with shown_results(a_workspace, audit) as shown:
        assert results_text.rests_on(found) in shown.texts()
        assert shown.says("0% of what the scores rest on has evidence. 34 answers in the upper half")
