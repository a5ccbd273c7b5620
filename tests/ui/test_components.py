"""Each component has a name, does what it is given, and hands on the value."""

import asyncio
from datetime import date

import flet as ft
import pytest

from audit_app.errors import AuditError
from audit_app.ui import theme
from audit_app.ui.components import drafts
from audit_app.ui.components import notice as notice_module
from audit_app.ui.components.buttons import button, icon_button, link
from audit_app.ui.components.checkbox import checkbox
from audit_app.ui.components.choice import Option, choice
from audit_app.ui.components.confirm import use_confirm
from audit_app.ui.components.date_field import date_field, read_date
from audit_app.ui.components.disclosure import disclosure
from audit_app.ui.components.distribution import Share, distribution
from audit_app.ui.components.files import pick_files, save_file
from audit_app.ui.components.long_list import long_list
from audit_app.ui.components.notice import notice
from audit_app.ui.components.page_frame import page_frame
from audit_app.ui.components.panel import empty_state, left, panel, stack
from audit_app.ui.components.progress import progress, waiting
from audit_app.ui.components.select import select
from audit_app.ui.components.several import several
from audit_app.ui.components.spoken import use_wrong
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.tag import level_mark, tag
from audit_app.ui.components.text_field import text_field
from audit_app.ui.components.words import bullets, heading, label, paragraph, small
from audit_app.ui.runtime import component
from audit_app.ui.text import common
from tests.ui.harness import headless, nodes_of, window

PHASES = (Option("p", "Primary", "Ages 4 to 11"), Option("s", "Secondary"))


@component
def kept_text(saved: list[str], limit: int = 0) -> ft.Control:
    value, set_value = ft.use_state("")

    def save(text: str) -> None:
        saved.append(text)
        set_value(text.strip())

    return text_field("Comment", value, save, hint="What would you show?", limit=limit)


@headless
async def test_a_text_is_handed_on_once_when_the_field_is_left() -> None:
    saved: list[str] = []
    async with window(kept_text, saved) as shown:
        await shown.write("Comment", "A weekly meeting")
        await shown.send(shown.get("textbox").control, "blur")
        assert saved == ["A weekly meeting"]


@headless
async def test_a_text_is_handed_on_after_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 60)
    saved: list[str] = []
    async with window(kept_text, saved) as shown:
        await shown.write("Comment", "Half", leave=False)
        monkeypatch.setattr(drafts, "PAUSE", 0.01)
        await shown.write("Comment", "Half a thought", leave=False)
        await shown.until(lambda: bool(saved))
        assert saved == ["Half a thought"]


@headless
async def test_what_is_being_typed_is_never_replaced_by_what_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "PAUSE", 0.1)
    saved: list[str] = []
    async with window(kept_text, saved) as shown:
        await shown.write("Comment", "one ", leave=False)  # kept without the blank
        await shown.until(lambda: bool(saved))
        await shown.settle()
        assert shown.get("textbox").control.value == "one "


@headless
async def test_a_text_still_in_the_field_is_handed_on_when_the_screen_goes() -> None:
    saved: list[str] = []

    @component
    def leaving() -> ft.Control:
        there, set_there = ft.use_state(True)
        return stack(kept_text(saved) if there else paragraph("Gone"), button("Leave", lambda: set_there(False)))

    async with window(leaving) as shown:
        await shown.write("Comment", "Nearly lost", leave=False)
        await shown.press("Leave")
        assert shown.says("Gone")
        assert saved == ["Nearly lost"]


@headless
async def test_a_text_that_could_not_be_kept_stays_and_is_tried_again() -> None:
    class DiskFullError(AuditError):
        pass

    tries: list[str] = []

    def save(text: str) -> None:
        tries.append(text)
        raise DiskFullError("The disk is full.")

    async with window(text_field, "Comment", "", save) as shown:
        await shown.write("Comment", "Precious")
        assert shown.says("The disk is full.")
        assert shown.get("textbox").control.value == "Precious"
        await shown.send(shown.get("textbox").control, "blur")
        assert tries == ["Precious", "Precious"]


@headless
async def test_a_text_over_the_limit_is_said_and_not_kept() -> None:
    saved: list[str] = []
    async with window(kept_text, saved, 5) as shown:
        await shown.write("Comment", "Too long")
        assert shown.get("textbox").control.error == common.too_long(5)
        await shown.write("Comment", "Short")
        assert shown.get("textbox").control.error is None
        assert saved == ["Short"]


@headless
async def test_a_field_is_named_by_the_words_above_it() -> None:
    async with window(text_field, "URN", "", print, hint="Six digits") as shown:
        assert shown.get("textbox").name == "URN\nSix digits"


@pytest.mark.parametrize(
    "text",
    [
        "27/3/2026",
        "27/03/2026",
        "2026-03-27",
        "27.3.2026",
        "27 March 2026",
        "27 Mar 2026",
        " 27 / 3 / 2026 ",
        "27/3/26",
    ],
)
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text) == date(2026, 3, 27)


@pytest.mark.parametrize("text", ["31/2/2026", "March", "3/27/2026", "tomorrow", "2026"])
def test_what_is_not_a_date_is_not_guessed(text: str) -> None:
    assert read_date(text) is None


@component
def kept_date(saved: list[date | None]) -> ft.Control:
    first: date | None = date(2026, 1, 5)
    day, set_day = ft.use_state(first)

    def save(new: date | None) -> None:
        saved.append(new)
        set_day(lambda _: new)

    return date_field("Start", day, save)


@headless
async def test_a_wrong_date_stays_in_the_field_beside_what_is_wrong_with_it() -> None:
    saved: list[date | None] = []
    async with window(kept_date, saved) as shown:
        assert shown.get("textbox").control.value == "5/1/2026"
        await shown.write("Start", "31/2/2026")
        assert shown.get("textbox").control.value == "31/2/2026"
        assert shown.get("textbox").control.error == common.NOT_A_DATE
        assert shown.announced == [common.NOT_A_DATE]
        assert saved == []
        await shown.write("Start", "28/2/2026")
        assert shown.get("textbox").control.error is None
        assert shown.get("textbox").control.value == "28/2/2026"
        await shown.write("Start", "")
        assert saved == [date(2026, 2, 28), None]


@headless
async def test_a_choice_hands_on_the_code_and_is_named() -> None:
    chosen: list[str] = []
    async with window(lambda: choice("Phase", PHASES, "s", chosen.append)) as shown:
        assert [node.name for node in shown.find("radio")] == ["Primary\nAges 4 to 11", "Secondary"]
        await shown.choose("Phase", "Primary")
        assert chosen == ["p"]


@headless
async def test_what_is_wrong_with_a_choice_or_a_list_is_called_out_and_in_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notice_module, "CALLED_OUT", 60)

    @component
    def tried() -> ft.Control:
        wrong, set_wrong = ft.use_state("")
        parts = [choice("Phase", PHASES, None, print, error=wrong), select("Ages", PHASES, None, print, error=wrong)]
        return ft.Column([*parts, button("Go on", lambda: set_wrong("Choose one."))])

    def called_out() -> list[str]:
        live = [one for one in shown.controls() if isinstance(one, ft.Semantics) and one.live_region]
        return [node.name for one in live for node in nodes_of(one, "")]

    async with window(tried) as shown:
        assert not called_out()
        await shown.press("Go on")
        assert called_out() == ["Choose one.", "Choose one."]
        assert shown.get("group").name == "Phase\nChoose one."
        assert shown.get("combobox").name == "Ages: Choose…\nChoose one."


@headless
async def test_a_press_beside_the_radio_button_chooses_too() -> None:
    chosen: list[str] = []
    async with window(lambda: choice("Phase", PHASES, None, chosen.append)) as shown:
        line = next(one for one in shown.controls() if isinstance(one, ft.Container) and one.on_click)
        await shown.send(line, "click")
        assert chosen == ["p"]


@headless
async def test_a_choice_does_what_its_screen_does_now() -> None:
    """Lines that are not drawn again must not go on calling what the screen did at first."""
    chosen: list[str] = []

    @component
    def screen() -> ft.Control:
        times, set_times = ft.use_state(0)

        def choose(code: str) -> None:
            chosen.append(f"{code} {times}")
            set_times(times + 1)

        return choice("Phase", PHASES, None, choose)

    async with window(screen) as shown:
        await shown.choose("Phase", "Primary")
        await shown.choose("Phase", "Primary")
        line = next(one for one in shown.controls() if isinstance(one, ft.Container) and one.on_click)
        await shown.send(line, "click")
        assert chosen == ["p 0", "p 1", "p 2"]


@headless
async def test_a_list_that_opens_says_its_name_and_value() -> None:
    chosen: list[str] = []
    async with window(lambda: stack(select("Phase", PHASES, "s", chosen.append))) as shown:
        assert shown.get("combobox").name == "Phase: Secondary"
        await shown.select("Phase", "p")
        assert chosen == ["p"]


@headless
async def test_a_checkbox_hands_on_yes_or_no() -> None:
    given: list[bool] = []
    async with window(lambda: checkbox("Include comments", True, given.append)) as shown:
        await shown.tick("Include comments", False)
        assert given == [False]


@headless
async def test_a_button_can_be_read_aloud_differently() -> None:
    async with window(lambda: button("Remove", None, name="Remove Ms Hill")) as shown:
        assert shown.get("button").name == "Remove Ms Hill"


@headless
async def test_a_question_is_asked_before_and_the_rest_is_out_of_reach_meanwhile() -> None:
    done: list[str] = []

    @component
    def removal() -> ft.Control:
        ask = use_confirm()

        def remove() -> None:
            ask("Remove it?", "It can’t be brought back.", "Yes, remove", lambda: done.append("x"), danger=True)

        return button("Remove", remove)

    async with window(removal) as shown:
        await shown.press("Remove")
        assert shown.get("dialog").name == "Remove it?"
        assert not shown.find("button", "Remove")
        await shown.press(common.CANCEL)
        assert done == []
        await shown.press("Remove")
        await shown.press("Yes, remove")
        assert done == ["x"]
        assert not shown.find("dialog")


@headless
async def test_what_is_disclosed_is_made_only_when_it_is_opened() -> None:
    made: list[int] = []

    def content() -> ft.Control:
        made.append(1)
        return paragraph("Because.")

    async with window(disclosure, "Why", content) as shown:
        assert not made
        await shown.press("Why")
        assert shown.says("Because.")
        await shown.press("Why")
        assert not shown.says("Because.")


@headless
async def test_files_come_and_go_as_bytes() -> None:
    seen: list[tuple[str, bytes]] = []

    async def work() -> None:
        seen.extend((file.name, file.content) for file in await pick_files("Open", ["json"]))
        await save_file("Keep", "plan.pdf", b"%PDF")

    async with window(lambda: button("Go", work)) as shown:
        shown.to_pick.append(("a.json", b"{}"))
        await shown.press("Go")
        await shown.until(lambda: bool(shown.saved))
        assert seen == [("a.json", b"{}")]
        assert shown.saved == [("plan.pdf", b"%PDF")]


@component
def everything() -> ft.Control:
    return page_frame(
        "Everything",
        heading("Second"),
        paragraph("Text"),
        small("Small"),
        label("Term"),
        bullets("One", "Two"),
        button("Primary", print, kind="primary"),
        button("Danger", print, kind="danger"),
        button("Quiet", print, kind="quiet"),
        icon_button(ft.Icons.CLOSE, "Close it", print),
        link("A link", print),
        notice("error", "Wrong", link("Mend it", print), on_dismiss=print),
        progress("Purpose", 5, 7),
        waiting("Making the PDF"),
        panel(left(button("In a panel", print))),
        empty_state("Nothing", "Nothing yet"),
        table(
            "Scores", [Column("Section"), Column("Score", numeric=True)], [["Purpose", "3.1"], ["Trust", tag("low")]]
        ),
        level_mark("3", "In place", theme.LEVELS["3"]),
        choice("Phase", PHASES, None, print),
        select("Type", PHASES, None, print),
        checkbox("Yes", False, print),
        text_field("Name", "", print),
        date_field("Day", None, print),
        disclosure("More", lambda: paragraph("x")),
        back=("Back", print),
    )


@headless
async def test_everything_that_can_be_used_has_a_name_and_no_text_is_a_picture_alone() -> None:
    async with window(everything) as shown:
        usable = [
            node
            for node in shown.nodes()
            if node.role in {"button", "textbox", "checkbox", "radio", "combobox", "group", "menuitem"}
        ]
        assert len(usable) >= 17
        assert [node for node in usable if not node.name.strip()] == []
        assert shown.get("text", "Purpose: 5 of 7")


@headless
async def test_a_screen_has_one_heading_of_level_1_and_names_the_window() -> None:
    async with window(everything) as shown:
        assert [node.name for node in shown.find("heading") if node.level == 1] == ["Everything"]
        assert shown.title == "Everything – School Audit"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_heading_is_a_part_of_its_own_and_takes_in_no_words_below_it(level: int) -> None:
    made = heading("Strengths", level)
    assert isinstance(made, ft.Semantics)
    assert made.container


@headless
async def test_everything_is_drawn_in_the_time_of_a_blink() -> None:
    async with window(everything) as shown:
        await asyncio.sleep(0)
        assert shown.sent < 40_000  # bytes to the browser, all components together


@component
def to_choose(percent: int) -> ft.Control:
    theme.apply(ft.context.page, "light", percent)
    ticks = several("Days", PHASES, (), print)
    return ft.Column([choice("Phase", PHASES, None, print), ticks, checkbox("Yes", False, print)])


@pytest.mark.parametrize(("percent", "times"), [(100, {None}), (200, {2.0})])
@headless
async def test_circles_and_boxes_are_as_large_as_the_text_beside_them(percent: int, times: set[float | None]) -> None:
    async with window(to_choose, percent) as shown:
        marks = [one for one in shown.controls() if isinstance(one, ft.Radio | ft.Checkbox)]
        assert len(marks) == 2 * len(PHASES) + 1
        assert {one.scale for one in marks} == times


@headless
async def test_what_has_no_level_stands_in_an_empty_frame() -> None:
    shares = [Share(theme.LEVELS["1"], "1 Not yet: 3", 3), Share(None, "I cannot tell: 2", 2)]
    async with window(lambda: distribution("Purpose", shares)) as shown:
        boxes = [one for one in shown.controls() if isinstance(one, ft.Container) and one.bgcolor]
        assert [(one.bgcolor, one.border is None) for one in boxes] == 2 * [
            (theme.LEVELS["1"], True),
            (theme.TINT, False),
        ]


@component
def tried(found: list[str]) -> ft.Control:
    wrong, set_wrong = use_wrong("")

    def attempt() -> None:
        set_wrong("")
        set_wrong(found.pop(0))

    return ft.Column([button("Try", attempt), paragraph(wrong)])


@headless
async def test_what_goes_wrong_again_is_said_again_and_only_then() -> None:
    async with window(tried, ["No folder", "No folder", "No room", ""]) as shown:
        await shown.press("Try")
        assert shown.announced == []  # it came on the screen, which says it
        await shown.press("Try")
        assert shown.announced == ["No folder"]
        await shown.press("Try")
        await shown.press("Try")
        assert shown.announced == ["No folder"]


@component
def noticed() -> ft.Control:
    words, say = ft.use_state("Kept")
    return ft.Column([notice("success", words), button("Again", lambda: say(f"{words} again"))])


@headless
async def test_a_notice_is_called_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flutter calls out whatever is live whenever it comes back from behind a dialog."""
    monkeypatch.setattr(notice_module, "CALLED_OUT", 60)

    def is_live() -> bool:
        return any(one.live_region for one in shown.controls() if isinstance(one, ft.Semantics))

    async with window(noticed) as shown:
        assert is_live()
        monkeypatch.setattr(notice_module, "CALLED_OUT", 0.01)
        await shown.press("Again")
        await shown.until(lambda: not is_live())
        monkeypatch.setattr(notice_module, "CALLED_OUT", 60)
        await shown.press("Again")
        assert is_live()


@component
def listed(lines: list[str]) -> ft.Control:
    return stack(*long_list(lines))


@headless
async def test_a_long_list_shows_its_first_lines_and_how_many_more_there_are() -> None:
    lines = [f"School {number}" for number in range(1, 201)]
    async with window(listed, lines) as shown:
        assert [one for one in shown.texts() if one.startswith("School")] == lines[:12]
        await shown.press(common.more(188))
        assert [one for one in shown.texts() if one.startswith("School")] == lines


@headless
async def test_a_short_list_is_all_there() -> None:
    async with window(listed, ["School 1"]) as shown:
        assert shown.says("School 1")
        assert not shown.find("button")
