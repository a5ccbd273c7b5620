"""The audit on the screen: one item or a section, every answer kept at once, nothing typed ever lost."""

import errno
from collections.abc import Callable

import flet as ft
import pytest

from audit_app.responses.model import Answer
from audit_app.storage.errors import KeepError
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places, theme
from audit_app.ui.components import drafts
from audit_app.ui.text import audit as text
from audit_app.workspace import Workspace
from tests.ui.harness import Node, Window, headless
from tests.ui.screens.auditing import answered, begun, opened, order, text_of

GOOD_PDF = b"%PDF-1.7 minutes"


async def choose(shown: Window, workspace: Workspace, audit: str, item: str, option: str) -> None:
    """Choose, and wait until it is on the disk."""
    before = len(workspace.audit(audit).entries)
    await shown.choose(text_of(workspace, item), option)
    await shown.until(lambda: len(workspace.audit(audit).entries) > before)
    await shown.settle()


async def key(shown: Window, name: str, **held: bool) -> None:
    """A key of the keyboard, wherever the focus is."""
    event = {"key": name, "shift": False, "ctrl": False, "alt": False, "meta": False, **held}
    await shown.session.dispatch_event(shown.page._i, "keyboard_event", event)
    await shown.settle()


def saved(shown: Window) -> list[Node]:
    return [node for node in shown.nodes() if node.name.startswith("Saved")]


def heading(shown: Window) -> str:
    return next(node.name for node in shown.find("heading") if node.level == 1)


class FullDisk:
    """From `fill` on, nothing more can be kept, until there is room again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch

    def fill(self) -> None:
        def refuse(*_: object) -> None:
            raise KeepError(OSError(errno.ENOSPC, "No space left on device"))

        self._patch.setattr(MemoryStore, "keep", refuse)

    def empty(self) -> None:
        self._patch.undo()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    return FullDisk(monkeypatch)


@headless
async def test_an_item_shows_its_statement_its_levels_and_what_each_looks_like(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit) as shown:
        item = a_workspace.audit(audit).questionnaire.items_by_id[first]
        assert heading(shown) == item.text
        assert shown.says(str(item.why))
        radios = [node.name for node in shown.find("radio")]
        assert [name[0] for name in radios[:4]] == ["1", "2", "3", "4"]
        assert all(item.descriptors[name[0]] in name for name in radios[:4])
        assert [name.split("\n")[0] for name in radios[4:]] == ["Not applicable", "Prefer not to say"]


@headless
async def test_the_levels_stand_before_why_the_item_matters(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit) as shown:
        names = [node.name for node in shown.nodes()]
        why = next(at for at, name in enumerate(names) if name.startswith(text.WHY))
        assert names.index(text_of(a_workspace, first)) < names.index(shown.find("radio", "4")[0].name) < why


@headless
async def test_a_low_window_or_large_text_gives_the_title_less_room_and_the_levels_more(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)

    async def look(height: int) -> object:
        async with opened(a_workspace, audit, height=height) as shown:
            return shown.get("heading", heading(shown)).control.content.content.theme_style

    assert await look(800) == theme.HEADINGS[1]
    assert await look(600) == theme.HEADINGS[2]
    a_workspace.change_settings(lambda _: {"text_size": 150})
    assert await look(800) == theme.HEADINGS[2]


@headless
async def test_where_little_is_in_sight_the_sections_introduction_is_folded_and_the_list_of_them_follows(
    a_workspace: Workspace,
) -> None:
    audit = begun(a_workspace)
    section = a_workspace.audit(audit).questionnaire.sections[0]
    async with opened(a_workspace, audit, width=820, height=1180) as shown:
        names = [node.name for node in shown.nodes()]
        assert shown.says(str(section.intro))
        assert names.index(text.ALL_SECTIONS) < names.index(shown.find("radio", "1")[0].name)
    a_workspace.change_settings(lambda _: {"text_size": 200})
    async with opened(a_workspace, audit, width=820, height=1180) as shown:
        assert not shown.says(str(section.intro))
        names = [node.name for node in shown.nodes()]
        assert names.index(shown.find("radio", "4")[0].name) < names.index(text.ALL_SECTIONS)
        await shown.press(text.about_section(section.title))
        assert shown.says(str(section.intro))


@headless
async def test_where_very_little_is_in_sight_the_place_stands_beside_the_way_back_and_the_check_below_the_levels(
    a_workspace: Workspace,
) -> None:
    audit = begun(a_workspace)

    async def in_order(width: int, *, first: str, then: str) -> bool:
        async with opened(a_workspace, audit, width=width, height=600) as shown:
            names = [node.name for node in shown.nodes()]
            found = {
                "place": next(at for at, name in enumerate(names) if " · statement 1 of " in name),
                "title": names.index(heading(shown)),
                "check": names.index(text.CHECK),
                "next": names.index(text.NEXT),
                "levels": names.index(shown.find("radio", "4")[0].name),
            }
            return found["levels"] < found["check"] and found[first] < found[then]

    assert await in_order(1024, first="place", then="title")
    assert await in_order(1024, first="next", then="check")
    a_workspace.change_settings(lambda _: {"text_size": 200})
    assert await in_order(1024, first="place", then="title")
    assert await in_order(1024, first="check", then="next")
    assert await in_order(820, first="title", then="place")


@headless
async def test_saved_is_said_only_once_the_answer_is_kept(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit) as shown:
        assert not saved(shown)
        await choose(shown, a_workspace, audit, first, "3")
        assert a_workspace.audit(audit).standing(first).answer == Answer(option="3")
        mark = saved(shown)[0].control
        assert mark.live_region
        assert shown.says("Statements answered: 1 of 35")


@headless
async def test_a_second_answer_in_the_same_minute_is_called_out_too(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit) as shown:
        await choose(shown, a_workspace, audit, first, "3")
        once = saved(shown)[0].name
        await choose(shown, a_workspace, audit, first, "4")
        assert saved(shown)[0].name != once


@headless
async def test_an_answer_that_the_disk_refuses_stays_on_the_screen_and_can_be_tried_again(
    a_workspace: Workspace, disk: FullDisk
) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit) as shown:
        disk.fill()
        await shown.choose(text_of(a_workspace, first), "3")
        await shown.until(lambda: shown.says(text.NOT_SAVED))
        assert not saved(shown)
        assert shown.says("disk is full")
        assert chosen(shown) == "3"
        disk.empty()
        await shown.press(text.TRY_AGAIN)
        await shown.until(lambda: bool(saved(shown)))
        assert not shown.says(text.NOT_SAVED)
        assert a_workspace.audit(audit).standing(first).answer == Answer(option="3")


@headless
async def test_a_comment_that_the_disk_refuses_is_there_again_after_looking_elsewhere(
    a_workspace: Workspace, disk: FullDisk
) -> None:
    audit, (first, second) = begun(a_workspace), order(a_workspace)[:2]
    async with opened(a_workspace, audit, first) as shown:
        disk.fill()
        await shown.write(text.COMMENT, "Agreed in June.")
        await shown.until(lambda: shown.says(text.NOT_SAVED))
        await shown.go(places.item(audit, second))
        assert shown.says("1 answer or text is not saved yet")
        await shown.go(places.item(audit, first))
        assert comment(shown) == "Agreed in June."
        disk.empty()
        await shown.press(text.TRY_AGAIN)
        await shown.until(lambda: bool(a_workspace.audit(audit).standing(first).comments))


@headless
async def test_a_comment_is_kept_when_its_item_is_left_by_the_address_bar(a_workspace: Workspace) -> None:
    audit, (first, second) = begun(a_workspace), order(a_workspace)[:2]
    async with opened(a_workspace, audit, first) as shown:
        await shown.write(text.COMMENT, "Agreed in June.", leave=False)
        await shown.go(places.item(audit, second))
        await shown.until(lambda: bool(a_workspace.audit(audit).standing(first).comments))


@headless
async def test_a_comment_is_kept_after_a_pause(a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 0.01)
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit, first) as shown:
        await shown.write(text.COMMENT, "Agreed in June.", leave=False)
        await shown.until(lambda: bool(a_workspace.audit(audit).standing(first).comments))
        assert comment(shown) == "Agreed in June."


@headless
async def test_the_audit_opens_where_the_user_stopped(a_workspace: Workspace) -> None:
    audit, third = begun(a_workspace), order(a_workspace)[2]
    async with opened(a_workspace, audit, third) as shown:
        await shown.until(lambda: a_workspace.audit(audit).place == third)
    async with opened(a_workspace, audit) as again:
        assert heading(again) == text_of(a_workspace, third)


@headless
async def test_next_previous_and_next_unanswered_move_through_the_items(a_workspace: Workspace) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    answered(a_workspace, audit, but=(items[5],))
    async with opened(a_workspace, audit, items[0]) as shown:
        assert not shown.find("button", text.PREVIOUS)
        await shown.send(shown.get("button", "Next unanswered").control, "click")
        assert shown.page.route == places.item(audit, items[5])
        await shown.press(text.PREVIOUS)
        assert shown.page.route == places.item(audit, items[4])


@headless
async def test_the_last_item_leads_to_checking_the_answers(a_workspace: Workspace) -> None:
    audit, last = begun(a_workspace), order(a_workspace)[-1]
    async with opened(a_workspace, audit, last) as shown:
        assert not [node for node in shown.find("button") if node.name == text.NEXT]
        await shown.press(text.CHECK)
        assert shown.page.route == places.check(audit)


@headless
async def test_digits_choose_and_letters_move(a_workspace: Workspace) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    async with opened(a_workspace, audit) as shown:
        await key(shown, "2")
        await shown.until(lambda: bool(saved(shown)))
        assert chosen(shown) == "2"
        await key(shown, "N")
        assert shown.page.route == places.item(audit, items[1])
        await key(shown, "Numpad 4")
        await shown.until(lambda: a_workspace.audit(audit).standing(items[1]).answer == Answer(option="4"))
        await key(shown, "P")
        assert shown.page.route == places.item(audit, items[0])


@headless
async def test_keys_rest_while_somebody_types_and_when_they_belong_to_the_browser(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit, first) as shown:
        await shown.write(text.COMMENT, "n3", leave=False)
        await key(shown, "3")
        await key(shown, "N")
        await shown.send(shown.get("textbox", text.COMMENT).control, "blur")
        await key(shown, "N", ctrl=True)
        assert shown.page.route == places.item(audit, first)
        assert a_workspace.audit(audit).standing(first).answer is None


@headless
async def test_keys_can_be_turned_off(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit, first) as shown:
        await shown.press(text.KEYS_TITLE)
        await shown.tick(text.USE_KEYS, False)
        await key(shown, "N")
        assert shown.page.route == places.item(audit, first)


@headless
async def test_a_digit_moves_on_for_those_who_like_it(a_workspace: Workspace) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    a_workspace.keep_settings(a_workspace.settings().model_copy(update={"move_on": True}))
    async with opened(a_workspace, audit) as shown:
        for item in items[:3]:
            await key(shown, "3")
            await shown.until(lambda item=item: heading(shown) != text_of(a_workspace, item))  # type: ignore[misc]
        await shown.until(lambda: a_workspace.audit(audit).resume_at() == items[3])


@headless
async def test_a_whole_section_can_be_shown_and_only_what_changed_is_drawn_again(a_workspace: Workspace) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    async with opened(a_workspace, audit) as shown:
        await shown.tick(text.WHOLE_SECTION, True)
        assert heading(shown) == "Purpose"
        assert [node.name for node in shown.find("heading") if node.level == 2] == [
            text_of(a_workspace, item) for item in items[:7]
        ]
        others = radio_groups(shown)[1:]
        await choose(shown, a_workspace, audit, items[0], "3")
        assert radio_groups(shown)[1:] == others
        named = [node.name for node in shown.nodes() if node.role == "button" and ": " in node.name]
        first = text_of(a_workspace, items[0])
        assert named[:2] == [text.about(text.CLEAR, first), text.about(text.MORE, first)]
        await shown.press(text.NEXT_SECTION)
        assert heading(shown) == "Format"


@headless
async def test_clearing_takes_the_answer_back(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    a_workspace.answer(audit, first, Answer(option="3"))
    async with opened(a_workspace, audit, first) as shown:
        await shown.press(text.CLEAR)
        await shown.until(lambda: a_workspace.audit(audit).standing(first).answer is None)
        await shown.settle()
        assert chosen(shown) is None
        assert not shown.find("button", text.CLEAR)


@headless
async def test_words_and_links_are_added_as_evidence_and_taken_away_with_undo(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    pieces = pieces_of(a_workspace, audit, first)
    async with opened(a_workspace, audit, first) as shown:
        await shown.press(text.ADD_WORDS)
        await shown.write(text.WORDS, "Minutes of 3 March")
        await shown.press(text.ADD["text"])
        await shown.until(lambda: pieces() == ["Minutes of 3 March"])
        await shown.settle()
        await shown.press("Remove evidence: Minutes of 3 March")
        await shown.until(lambda: bool(shown.find("button", text.UNDO)))
        assert pieces() == []
        await shown.press(text.UNDO)
        await shown.until(lambda: pieces() == ["Minutes of 3 March"])


@headless
async def test_a_link_that_is_none_says_so_and_stays_to_be_mended(a_workspace: Workspace) -> None:
    audit, (first, second) = begun(a_workspace), order(a_workspace)[:2]
    pieces = pieces_of(a_workspace, audit, first)
    async with opened(a_workspace, audit, first) as shown:
        await shown.press(text.ADD_LINK)
        await shown.write(text.LINK, "our website")
        await shown.press(text.ADD["link"])
        assert "not a web address" in str(shown.get("textbox", text.LINK).control.error)
        await shown.go(places.item(audit, second))
        await shown.go(places.item(audit, first))
        assert shown.get("textbox", text.LINK).control.value == "our website"
        await shown.write(text.LINK, "https://example.org/aim")
        await shown.press(text.ADD["link"])
        await shown.until(lambda: pieces() == ["https://example.org/aim"])


@headless
async def test_a_file_is_copied_in_and_can_be_saved_again(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    pieces = pieces_of(a_workspace, audit, first)
    async with opened(a_workspace, audit, first) as shown:
        shown.to_pick = [("minutes.pdf", GOOD_PDF)]
        await shown.press(text.ADD_FILE)
        await shown.until(lambda: pieces() == ["minutes.pdf"])
        await shown.settle()
        await shown.press("Save a copy of minutes.pdf")
        await shown.until(lambda: shown.saved == [("minutes.pdf", GOOD_PDF)])


@headless
async def test_a_wrong_file_gets_its_sentence_and_the_right_one_beside_it_is_kept(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit, first) as shown:
        shown.to_pick = [("virus.exe", b"MZ"), ("minutes.pdf", GOOD_PDF)]
        await shown.press(text.ADD_FILE)
        await shown.until(lambda: shown.says("not a kind of file"))
        await shown.until(lambda: shown.says("minutes.pdf"))


@headless
async def test_only_a_web_address_becomes_a_link(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    a_workspace.add_words(audit, first, "javascript:alert(1)")
    a_workspace.add_link(audit, first, "https://example.org")
    async with opened(a_workspace, audit, first) as shown:
        links = [node.control.url for node in shown.find("button") if getattr(node.control, "url", None)]
        assert [link.url for link in links] == ["https://example.org"]


@headless
async def test_a_submitted_audit_can_be_read_and_not_changed(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    answered(a_workspace, audit)
    a_workspace.comment(audit, first, "Agreed in June.")
    a_workspace.submit(audit)
    async with opened(a_workspace, audit, first) as shown:
        assert shown.says("submitted by Ann")
        assert shown.says("Agreed in June.")
        assert not shown.find("textbox")
        assert not shown.find("button", text.ADD_WORDS)
        await key(shown, "1")
        assert a_workspace.audit(audit).standing(first).answer == Answer(option="3")
        await shown.press(text.GO_TO_CHECK)
        assert shown.page.route == places.check(audit)


@headless
async def test_an_address_of_an_unknown_item_says_so_and_shows_where_the_user_stopped(a_workspace: Workspace) -> None:
    audit, first = begun(a_workspace), order(a_workspace)[0]
    async with opened(a_workspace, audit, "nonsense") as shown:
        assert shown.says(text.NO_SUCH_ITEM)
        assert heading(shown) == text_of(a_workspace, first)


@headless
async def test_the_sections_stand_at_the_side_or_folded_on_top(a_workspace: Workspace) -> None:
    audit = begun(a_workspace)
    async with opened(a_workspace, audit) as wide:
        assert wide.find("group", text.SECTIONS)
        await wide.press("Trust")
        assert heading(wide) == a_workspace.audit(audit).questionnaire.sections[3].items[0].text
    async with opened(a_workspace, audit, width=820) as narrow:
        assert not narrow.find("group", text.SECTIONS)
        await narrow.press(text.ALL_SECTIONS)
        await narrow.press("Format")
        assert heading(narrow) == a_workspace.audit(audit).questionnaire.sections[1].items[0].text


@pytest.mark.parametrize(
    ("width", "height", "below"),
    [(1280, 800, []), (600, 600, [text.CHECK]), (320, 256, ["Next unanswered", text.CHECK])],
)
@headless
async def test_where_height_is_short_the_bar_has_one_line_and_the_rest_stands_below_the_answers(
    a_workspace: Workspace, width: int, height: int, below: list[str]
) -> None:
    audit, items = begun(a_workspace), order(a_workspace)
    answered(a_workspace, audit, but=(items[1], items[5]))
    async with opened(a_workspace, audit, items[2], width, height) as shown:
        bar = [text.PREVIOUS, text.NEXT, "Next unanswered", text.CHECK]
        ways = [node.name for node in shown.find("button") if node.name in bar]
        assert ways == below + [way for way in bar if way not in below]


def chosen(shown: Window) -> str | None:
    return radio_groups(shown)[0].value


def radio_groups(shown: Window) -> list[ft.RadioGroup]:
    """Those with radio buttons in them; the column at the side is one without."""
    return [node.control for node in shown.find("radiogroup") if node.control.on_change is not None]


def comment(shown: Window) -> str:
    return str(shown.get("textbox", text.COMMENT).control.value)


def pieces_of(workspace: Workspace, audit: str, item: str) -> Callable[[], list[str]]:
    return lambda: [found.text for _, found in workspace.audit(audit).standing(item).evidence]
