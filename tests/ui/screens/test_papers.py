"""The papers' screens: the usual paper at hand, the others to be chosen, each offered as a file."""

from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import governors_pdf as text
from audit_app.ui.text import library
from audit_app.workspace import Workspace
from tests.builders import a_school, level
from tests.ui.harness import headless, window_of


def an_audit_in(workspace: Workspace, questionnaire: str = "readiness") -> str:
    audit = workspace.start_audit(questionnaire, "Autumn 2026", a_school())
    item = next(one for one in workspace.audit(audit).questionnaire.items if one.kind == "level")
    workspace.answer(audit, item.id, level(1))
    return audit


@headless
async def test_a_readiness_audit_offers_the_case(a_workspace: Workspace) -> None:
    audit = an_audit_in(a_workspace)
    async with window_of(make_main(a_workspace), places.results(audit)) as shown:
        await shown.press(text.OTHERS)
        await shown.until(lambda: shown.says(text.TITLE))
        await shown.choose(text.WHICH, text.KINDS["case"][0])
        await shown.press(text.BUTTONS["case"])
        await shown.until(lambda: bool(shown.saved))
    name, content = shown.saved[0]
    assert name == "The case for working with others – Foxglove Lane Primary – Autumn 2026.pdf"
    assert content.startswith(b"%PDF")


@headless
async def test_other_audits_offer_the_plan_and_the_audit_in_full(a_workspace: Workspace) -> None:
    audit = an_audit_in(a_workspace, "partnership-health")
    async with window_of(make_main(a_workspace), places.papers(audit)) as shown:
        assert shown.find("radio", text.KINDS["plan"][0])
        assert not shown.find("radio", text.KINDS["case"][0])
        await shown.choose(text.WHICH, text.KINDS["full"][0])
        await shown.press(text.BUTTONS["full"])
        await shown.until(lambda: bool(shown.saved))
    assert shown.saved[0][0].startswith("Audit in full")


@headless
async def test_the_library_prints_a_blank_copy(a_workspace: Workspace) -> None:
    async with window_of(make_main(a_workspace), places.LIBRARY) as shown:
        await shown.press(f"{library.PRINT}: Ready to work with others")
        await shown.until(lambda: bool(shown.saved))
    assert shown.saved[0][0] == "readiness-1.pdf"
    assert shown.saved[0][1].startswith(b"%PDF")
