"""The results on the screen: every figure in words, every statement a link, and the next step."""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager

from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import governors_pdf as pdf_text
from audit_app.ui.text import results as text
from audit_app.workspace import Workspace
from tests.builders import a_school
from tests.questionnaires.making import a_document, an_item, as_file
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.auditing import FIRST, answered, begun, order, text_of
from tests.ui.screens.receiving import received


def shown_results(workspace: Workspace, audit: str, width: int = 1280) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.results(audit), width)


@headless
async def test_each_section_shows_its_score_and_its_distribution_in_words(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.answer(audit, FIRST, Answer(option="1"))
    async with shown_results(a_workspace, audit) as shown:
        assert shown.get("heading", "Results").level == 1
        assert not shown.find("image", "Answers in")
        await shown.press(text.SEE_SECTIONS)
        assert "2.7 out of 4" in shown.texts()
        bar = shown.get("image", "Answers in Purpose").name
        assert "1 at level 1 (Not yet)" in bar
        assert "6 at level 3 (In place)" in bar
        assert shown.says("7 of 7 counted · evidence for 0")


@headless
async def test_the_radar_chart_has_a_text_and_a_table_with_its_values(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with shown_results(a_workspace, audit) as shown:
        assert "Purpose 3.0" in shown.get("image", "Radar chart").name
        assert shown.get("group", text.TABLE)
        assert shown.find("table")


def on_a_scale_of(workspace: Workspace, *levels: Sequence[int]) -> str:
    """An audit of a form with a section for each scale, everything answered with its highest level."""
    scales = [[{"code": str(one), "label": f"Level {one}", "score": one} for one in scale] for scale in levels]
    sections = [
        {"id": f"part-{at}", "title": f"Part {at}", "items": [an_item(f"one_{at}", kind="single", options=scale)]}
        for at, scale in enumerate(scales)
    ]
    workspace.import_questionnaire("own.json", as_file(a_document(sections=sections)))
    audit = workspace.start_audit("a-form", "Autumn 2026", a_school())
    for at, scale in enumerate(levels):
        workspace.answer(audit, f"one_{at}", Answer(option=str(scale[-1])))
    return audit


@headless
async def test_a_scale_of_ones_own_is_drawn_and_said_as_it_is(a_workspace: Workspace) -> None:
    audit = on_a_scale_of(a_workspace, *[range(11)] * 3)
    async with shown_results(a_workspace, audit) as shown:
        assert "at most 10: Part 0 10.0" in shown.get("image", "Radar chart").name
        assert shown.says("0 is the lowest, 10 the highest")


@headless
async def test_sections_on_different_scales_share_no_chart(a_workspace: Workspace) -> None:
    audit = on_a_scale_of(a_workspace, range(1, 5), range(1, 5), range(11))
    async with shown_results(a_workspace, audit) as shown:
        assert not shown.find("image", "Radar chart")
        assert text.SCALES_EXPLAINED in shown.texts()
        await shown.press(text.SEE_SECTIONS)
        assert "4.0 out of 4" in shown.texts()
        assert "10.0 out of 10" in shown.texts()


@headless
async def test_a_section_without_a_score_says_why_and_the_chart_does_not_invent_one(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit, but=tuple(order(a_workspace)[2:7]))
    async with shown_results(a_workspace, audit) as shown:
        assert text.NO_SCORE in shown.texts()
        assert shown.says("a score needs at least")
        assert "Purpose no score" in shown.get("image", "Radar chart").name


@headless
async def test_a_chart_of_fewer_than_three_scores_is_left_out(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit, but=tuple(order(a_workspace)[14:]))
    async with shown_results(a_workspace, audit) as shown:
        assert not shown.find("image", "Radar chart")
        assert shown.find("table")


@headless
async def test_draft_results_say_that_they_may_change_and_what_is_missing(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit, but=(FIRST,))
    async with shown_results(a_workspace, audit) as shown:
        assert text.DRAFT_TITLE in shown.texts()
        assert shown.says("1 statement has no answer yet")


@headless
async def test_submitted_results_say_by_whom_and_when(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.submit(audit)
    async with shown_results(a_workspace, audit) as shown:
        assert "Submitted by Ann on 22 November 2026." in shown.texts()
        assert text.DRAFT_TITLE not in shown.texts()


@headless
async def test_a_lowest_statement_leads_to_where_it_is_answered(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.answer(audit, FIRST, Answer(option="1"))
    async with shown_results(a_workspace, audit) as shown:
        await shown.send(shown.find("button", text_of(a_workspace, FIRST))[0].control, "click")
        assert shown.page.route == places.item(audit, FIRST)


@headless
async def test_the_balance_is_told_in_words_and_its_working_out_can_be_opened(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with shown_results(a_workspace, audit) as shown:
        assert text.BALANCE_NAMES["balanced"] in shown.texts()
        assert not shown.says("thresholds are this app’s own")
        await shown.press(text.HOW)
        assert shown.says("thresholds are this app’s own")


@headless
async def test_the_next_step_is_to_make_a_plan_and_then_to_open_it(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with shown_results(a_workspace, audit) as shown:
        assert shown.get("button", text.EXPORT)
        ways_on = [shown.get("button", name).control for name in (text.MAKE_PLAN, pdf_text.PDF)]
        controls = list(shown.controls())
        assert max(map(controls.index, ways_on)) < controls.index(shown.get("heading", text.AT_A_GLANCE).control)
        await shown.press(text.ON_TO_PLAN)
        assert shown.page.route == places.plan(audit)
        await shown.go(places.results(audit))
        await shown.press(text.MAKE_PLAN)
        assert shown.page.route == places.plan(audit)
    a_workspace.add_priority(audit, "Read together")
    async with shown_results(a_workspace, audit) as shown:
        assert shown.get("button", text.OPEN_PLAN)


@headless
async def test_the_governors_pdf_is_made_from_here(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    async with shown_results(a_workspace, audit) as shown:
        async with asyncio.TaskGroup() as both:
            both.create_task(shown.press(pdf_text.PDF))
            await shown.until(lambda: bool(shown.find("text", pdf_text.MAKING)))
        assert not shown.find("text", pdf_text.MAKING)
        name, content = shown.saved[0]
        assert name == "Action plan – Foxglove Lane Primary – Autumn 2026.pdf"
        assert content.startswith(b"%PDF-")


@headless
async def test_without_answers_it_says_what_to_do(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with shown_results(a_workspace, audit) as shown:
        assert text.EMPTY_TITLE in shown.texts()
        await shown.press(text.START)
        assert shown.page.route == places.audit(audit)


@headless
async def test_every_width_and_text_size_can_be_drawn(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"text_size": 200}))
    for width in (360, 820, 1280):
        async with shown_results(a_workspace, audit, width) as shown:
            assert shown.get("image", "Radar chart")


@headless
async def test_a_received_copy_shows_its_scores_and_offers_nothing_to_change(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    answered(a_workspace, audit)
    a_workspace.submit(audit)
    async with shown_results(received(a_workspace, audit), audit) as shown:
        assert "3.0" in shown.texts()
        assert text.RECEIVED_TITLE in shown.texts()
        assert not shown.find("button", text.MAKE_PLAN)
        assert not shown.find("button", text.EXPORT)
