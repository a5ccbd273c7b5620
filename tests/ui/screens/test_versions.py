"""An unfinished audit and a newer version of its questionnaire, on the screen."""

from audit_app.responses.model import Answer
from audit_app.ui import places
from audit_app.ui.text import check as check_text
from audit_app.ui.text import offers
from audit_app.ui.text import versions as text
from tests.builders import level
from tests.test_moving_audits import sent
from tests.ui.harness import Window, headless
from tests.ui.screens.versioned import begun_on_the_first, shown_at, two_versions


def heading(shown: Window) -> str:
    return next(node.name for node in shown.find("heading") if node.level == 1)


@headless
async def test_an_audit_on_an_older_version_says_so_when_it_is_opened() -> None:
    workspace = two_versions()
    audit = begun_on_the_first(workspace)
    async with shown_at(workspace, places.audit(audit)) as shown:
        assert shown.says(text.NEWER_TITLE)
        assert shown.says(text.newer(2, 1))
        await shown.press(text.SEE)
        assert heading(shown) == text.title(2)


@headless
async def test_from_item_to_item_there_is_only_a_quiet_link() -> None:
    workspace = two_versions()
    audit = begun_on_the_first(workspace)
    async with shown_at(workspace, places.item(audit, "heard")) as shown:
        assert not shown.says(text.NEWER_TITLE)
        await shown.press(text.newer_link(2))
        assert heading(shown) == text.title(2)


@headless
async def test_an_audit_on_the_newest_version_says_nothing() -> None:
    workspace = two_versions(1)
    audit = begun_on_the_first(workspace)
    async with shown_at(workspace, places.audit(audit)) as shown:
        assert not shown.says(text.NEWER_TITLE)
        assert not shown.find("button", text.newer_link(2))
        await shown.go(places.versions(audit))
        assert shown.says(text.NEWEST)


@headless
async def test_what_moving_does_is_listed_before() -> None:
    workspace = two_versions()
    audit = begun_on_the_first(workspace)
    workspace.answer(audit, "kept", level(3))
    workspace.answer(audit, "trust", level(2))
    workspace.answer(audit, "gone", level(1))
    workspace.comment(audit, "gone", "We had one.")
    async with shown_at(workspace, places.versions(audit)) as shown:
        assert shown.says("What you said about 1 question carries over, 1 question is asked again")
        assert [node.name for node in shown.find("heading") if node.level == 2] == [
            "Asked again (1)",
            "New (1)",
            "Kept beside (1)",
            "Carries over (1)",
        ]
        assert shown.says("We trust our partners with hard news.")
        assert shown.says(text.read_before("We trust our partners."))
        assert shown.says("Schools found the first wording too easy.")
        assert shown.says("1 comment")
        assert shown.says("3 In place")


@headless
async def test_moving_lands_in_the_audit_that_goes_on() -> None:
    workspace = two_versions()
    audit = begun_on_the_first(workspace)
    workspace.answer(audit, "kept", level(3))
    async with shown_at(workspace, places.versions(audit)) as shown:
        await shown.press(text.move(2))
        await shown.until(lambda: shown.says(text.moved(2)))
        (one,) = workspace.audits()
        assert one.version == 2
        assert shown.page.route == places.audit(one.id)
        assert heading(shown) == "We say what heard is."
        assert shown.find("button", text.back_link(1))


@headless
async def test_who_stays_is_not_told_again() -> None:
    workspace = two_versions()
    audit = begun_on_the_first(workspace)
    async with shown_at(workspace, places.versions(audit)) as shown:
        await shown.press(text.stay(1))
        await shown.until(lambda: "/items/" in shown.page.route)
        await shown.go(places.audit(audit))
        assert not shown.says(text.NEWER_TITLE)
        assert shown.find("button", text.newer_link(2))
    assert workspace.audit(audit).audit.questionnaire.version == 1


@headless
async def test_an_audit_that_moved_goes_back_with_everything() -> None:
    workspace = two_versions()
    old = begun_on_the_first(workspace)
    workspace.answer(old, "gone", level(2))
    new = workspace.move_to_version(old).audit.id
    async with shown_at(workspace, places.item(new, "kept")) as shown:
        await shown.press(text.back_link(1))
        assert heading(shown) == text.title_back(1)
        assert shown.find("heading", "Comes back (1)")
        assert shown.find("heading", "Asked there only (1)")
        await shown.press(text.move(1))
        await shown.until(lambda: shown.says(text.moved(1)))
    assert workspace.audit(old).standing("gone").answer == level(2)
    assert workspace.audit(old).continues_as is None


@headless
async def test_what_was_said_before_stands_beside_a_question_that_changed() -> None:
    workspace = two_versions()
    old = begun_on_the_first(workspace)
    workspace.answer(old, "trust", level(2))
    workspace.comment(old, "trust", "Since the merger.")
    new = workspace.move_to_version(old).audit.id
    async with shown_at(workspace, places.item(new, "trust")) as shown:
        assert shown.says(text.UPDATED)
        assert shown.says(text.read_in(1, "We trust our partners."))
        assert shown.says("Schools found the first wording too easy.")
        assert shown.says(text.you_said("2 Started"))
        assert shown.says("Since the merger.")
        await shown.choose("We trust our partners with hard news.", "3")
        await shown.until(lambda: shown.says(text.before(1)))
        assert not shown.says(text.UPDATED)
    assert workspace.audit(new).standing("trust").answer == level(3)


@headless
async def test_the_check_lists_what_was_updated_and_offers_to_move_before_submitting() -> None:
    workspace = two_versions()
    old = begun_on_the_first(workspace)
    workspace.answer(old, "trust", level(2))
    async with shown_at(workspace, places.check(old)) as shown:
        assert shown.says(text.NEWER_TITLE)
        new = workspace.move_to_version(old).audit.id
        await shown.go(places.check(new))
        assert shown.find("heading", check_text.counted(text.UPDATED, 1))
        assert not shown.says(text.NEWER_TITLE)


@headless
async def test_an_audit_that_goes_on_elsewhere_leads_there_and_can_not_be_answered() -> None:
    workspace = two_versions()
    old = begun_on_the_first(workspace)
    workspace.answer(old, "kept", level(2))
    new = workspace.move_to_version(old).audit.id
    for place in (places.audit(old), places.check(old), places.versions(old)):
        async with shown_at(workspace, place) as shown:
            assert shown.says(text.MOVED_TITLE)
            assert all(node.control.disabled for node in shown.find("radiogroup") if node.control.on_change)
            assert not shown.find("button", check_text.SUBMIT)
            await shown.press(text.GO_THERE)
            assert shown.page.route == places.audit(new)
    async with shown_at(workspace, places.item(old, "kept")) as shown:
        assert not shown.find("button", "Clear answer")


@headless
async def test_a_device_without_the_new_version_says_what_to_do() -> None:
    here, there = two_versions(), two_versions(1, device="tablet")
    old = begun_on_the_first(here)
    here.answer(old, "kept", level(2))
    here.move_to_version(old)
    sent(here, there, old)
    async with shown_at(there, places.audit(old)) as shown:
        assert shown.says("does not have yet")
        assert not shown.find("button", text.GO_THERE)


@headless
async def test_a_submitted_audit_is_not_asked_to_move() -> None:
    workspace = two_versions()
    audit = begun_on_the_first(workspace)
    workspace.answer(audit, "kept", level(2))
    workspace.submit(audit)
    async with shown_at(workspace, places.audit(audit)) as shown:
        assert not shown.says(text.NEWER_TITLE)
        await shown.go(places.versions(audit))
        assert shown.says(text.FIXED)
        assert not shown.find("button", text.move(2))


@headless
async def test_every_kind_of_what_was_said_before_is_shown() -> None:
    workspace = two_versions()
    old = begun_on_the_first(workspace)
    workspace.answer(old, "trust", Answer(reason="not_applicable"))
    workspace.add_words(old, "trust", "Minutes of May")
    new = workspace.move_to_version(old).audit.id
    async with shown_at(workspace, places.item(new, "trust"), width=800) as shown:
        assert shown.says(text.you_said("Not applicable"))
        assert shown.says("Minutes of May")
        assert not shown.says(offers.ASK)
