"""“Who could help whom” on the screen: what the document says, and a person's decisions around which it is solved."""

from contextlib import AbstractAsyncContextManager

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.results.matching.model import Match
from audit_app.results.matching.weights import Chosen, Limits
from audit_app.storage.memory import MemoryStore
from audit_app.storage.protocol import AuditContent
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.ui.text import matches as text
from audit_app.workspace import Workspace, summariser
from tests.ui.harness import Window, headless, window_of
from tests.ui.screens.partnering import NOW, the_demo

SCHOOLS = 5


@pytest.fixture
def workspace() -> Workspace:
    """Some of the demo's provision audits, to be decided about."""
    demo, library = the_demo(), shipped()
    store = MemoryStore(summariser(library), lambda: "laptop")
    opened = (demo.audit(line.id) for line in demo.audits() if line.questionnaire == "provision-audit")
    store.merge([AuditContent(audit=one.audit, entries=one.entries) for one in [*opened][:SCHOOLS]])
    return Workspace(store, library, lambda: NOW, lambda: NOW, lambda: "new")


def shown_matches(workspace: Workspace, width: int = 1280) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.MATCHES, width)


async def matched(shown: Window) -> None:
    await shown.until(lambda: text.NOTES in shown.texts())
    await shown.settle()


async def decide(shown: Window, one: Match, word: str, keep: str, reason: str = "") -> None:
    await shown.press(f"{word}: {text.helps_with(one)}")
    if reason:
        await shown.write(f"{text.REASON} {keep}: {text.helps_with(one)}", reason)
    await shown.press(keep)
    await matched(shown)


@headless
async def test_what_the_document_says_stands_on_the_screen(workspace: Workspace) -> None:
    found = workspace.match_here()
    async with shown_matches(workspace) as shown:
        await matched(shown)
        said = {*shown.texts()}
        assert text.found(len(found.matches), SCHOOLS, found.considered) in said
        headings = [node.name for node in shown.find("heading")]
        assert headings[0] == text.TITLE
        assert text.KINDS["reciprocal"][0] in headings
        assert {text.speaks_for(one.strong) for one in found.matches[:12] if one.strong} <= said
        assert {text.speaks_against(one.doubts) for one in found.matches[:12] if one.doubts} <= said
        assert {one.sentence for one in found.unmatched} <= said
        assert {*found.notes} <= said
        assert not shown.crashes


@headless
async def test_a_match_says_why_in_full_when_that_is_asked_for(workspace: Workspace) -> None:
    one = workspace.match_here().matches[0]
    async with shown_matches(workspace) as shown:
        await matched(shown)
        assert one.sentences[0] not in shown.texts()
        await shown.press(f"{text.IN_FULL}: {text.helps_with(one)}")
        assert {*one.sentences, one.otherwise} <= {*shown.texts()}


@headless
async def test_a_rejected_match_goes_with_its_reason_and_comes_back_when_that_is_undone(workspace: Workspace) -> None:
    one = workspace.match_here().matches[0]
    async with shown_matches(workspace) as shown:
        await matched(shown)
        await decide(shown, one, text.REJECT, text.KEEP["reject"], "They share no bus line.")
        assert shown.says(text.kept("reject"))
        await shown.until(lambda: not shown.find("button", f"{text.REJECT}: {text.helps_with(one)}"))
        assert shown.says("They share no bus line.")
        (said,) = workspace.decisions()
        assert (said.verdict, said.reason) == ("reject", "They share no bus line.")
        words = text.decided(workspace.match_here().decisions[0])
        await shown.press(f"{text.UNDO}: {words}")
        await shown.until(lambda: bool(shown.find("button", f"{text.REJECT}: {text.helps_with(one)}")))
        assert [later.verdict for later in workspace.decisions()] == ["reject", "undo"]
        assert not shown.crashes


@headless
async def test_an_accepted_match_says_so_and_stays(workspace: Workspace) -> None:
    one = workspace.match_here().matches[1]
    async with shown_matches(workspace) as shown:
        await matched(shown)
        await decide(shown, one, text.ACCEPT, text.KEEP["accept"])
        await shown.until(lambda: bool(shown.find("button", f"{text.UNDO}: {text.helps_with(one)}")))
        assert text.VERDICTS["accept"] in shown.texts()
        kept = next(match for match in workspace.match_here().matches if match.verdict)
        assert (kept.helper, kept.helped, kept.area, kept.verdict) == (one.helper, one.helped, one.area, "accept")


@headless
async def test_a_decision_can_be_given_up_before_it_is_kept(workspace: Workspace) -> None:
    one = workspace.match_here().matches[0]
    async with shown_matches(workspace) as shown:
        await matched(shown)
        await shown.press(f"{text.FIX}: {text.helps_with(one)}")
        await shown.press("Cancel")
        assert shown.find("button", f"{text.FIX}: {text.helps_with(one)}")
        assert workspace.decisions() == ()


@headless
async def test_the_user_s_weights_are_used_once_match_again_is_pressed(workspace: Workspace) -> None:
    fewer = workspace.match_here(limits=Limits(gives=1, gets=1))
    usual = workspace.match_here()
    assert len(fewer.matches) < len(usual.matches)
    async with shown_matches(workspace) as shown:
        await matched(shown)
        await shown.press(text.WEIGHTS)
        await shown.select(f"{text.GIVES}: 3 times", "1")
        await shown.select(f"{text.GETS}: 3 times", "1")
        assert shown.says(text.found(len(usual.matches), SCHOOLS, usual.considered))
        await shown.press(text.AGAIN)
        await shown.until(lambda: shown.says(text.found(len(fewer.matches), SCHOOLS, fewer.considered)))
        await shown.press(text.AS_USUAL)
        await shown.until(lambda: shown.says(text.found(len(usual.matches), SCHOOLS, usual.considered)))
        assert not shown.crashes


@headless
async def test_what_was_chosen_is_there_again_at_the_next_visit(workspace: Workspace) -> None:
    async with shown_matches(workspace) as shown:
        await matched(shown)
        await shown.press(text.WEIGHTS)
        await shown.select(f"{text.GIVES}: 3 times", "1")
        await shown.select(f"{dict(text.CRITERIA)['size']}: {dict(text.HOW_MUCH)['1']}", "0")
        await shown.press(text.AGAIN)
        await matched(shown)
    assert workspace.settings().matching.unusual == "size=0, gives=1"
    few = workspace.match_here()
    assert (few.weights.size, few.limits.gives) == (0, 1)
    async with shown_matches(workspace) as shown:
        await matched(shown)
        assert shown.says(text.found(len(few.matches), SCHOOLS, few.considered))
        await shown.press(text.WEIGHTS)
        assert shown.find("combobox", f"{text.GIVES}: Once")
        await shown.press(text.AS_USUAL)
        await matched(shown)
    assert workspace.settings().matching == Chosen()


@headless
async def test_without_a_provision_audit_the_screen_says_what_to_do(a_workspace: Workspace) -> None:
    async with shown_matches(a_workspace) as shown:
        await shown.until(lambda: bool(shown.find("heading", text.NONE)))
        await shown.press(text.IMPORT)
        assert shown.page.route == places.IMPORT
