"""What may be too wide: a table where there is room for it, else its rows below each other."""

from typing import Any

import flet as ft

from audit_app.ui import theme
from audit_app.ui.components.heat_map import Cell, heat_map
from audit_app.ui.components.table import Column, table
from audit_app.ui.components.tag import tag
from audit_app.ui.runtime import component
from tests.ui.harness import Window, headless, window, window_of


@component
def a_table() -> ft.Control:
    columns = [Column("Section"), Column("Score", numeric=True), Column("State")]
    return table("Scores", columns, [["Purpose", "3.1", tag("Low")], ["Trust", "", "New"]])


@component
def a_map() -> ft.Control:
    rows = [("Ash Primary", [Cell("3.1", "In place", "3"), Cell("–")])]
    return heat_map("Section by section", "School", ["Purpose", "Trust"], rows, width=100, first=100)


def is_table(shown: Window) -> bool:
    return any(isinstance(one, ft.DataTable) for one in shown.controls())


async def is_laid_out(shown: Window, *, room: float, need: float) -> None:
    """The browser says how wide things are, as it does after drawing them."""
    measured = [one for one in shown.controls() if getattr(one, "on_size_change", None)]
    for one in measured:
        width = room if isinstance(one, ft.Row) else need
        await shown.send(one, "size_change", {"w": width, "h": 100.0})


async def has_room(shown: Window, width: float) -> None:
    row: Any = next(one for one in shown.controls() if getattr(one, "on_size_change", None))
    await shown.send(row, "size_change", {"w": width, "h": 100.0})


@headless
async def test_a_table_that_has_room_stays_one() -> None:
    async with window(a_table) as shown:
        await is_laid_out(shown, room=800, need=500)
        assert is_table(shown)


@headless
async def test_without_room_each_row_says_what_its_cells_are_and_leaves_out_empty_ones() -> None:
    async with window(a_table) as shown:
        await is_laid_out(shown, room=300, need=500)
        assert not is_table(shown)
        assert shown.texts() == ["Scores", "Purpose", "Score\n3.1", "State", "Low", "Trust", "State\nNew"]


@headless
async def test_in_another_room_the_table_is_measured_anew() -> None:
    async with window(a_table) as shown:
        await is_laid_out(shown, room=300, need=500)
        await has_room(shown, 290)
        assert is_table(shown)
        await is_laid_out(shown, room=290, need=280)  # columns are narrower in a narrow window
        assert is_table(shown)
        await has_room(shown, 270)
        assert not is_table(shown)


@headless
async def test_the_list_that_says_how_wide_it_is_stays_one() -> None:
    async with window(a_table) as shown:
        await is_laid_out(shown, room=300, need=500)
        await has_room(shown, 300)
        assert not is_table(shown)


def in_a_window(page: ft.Page) -> None:
    theme.apply(page, "light", 100)
    page.render(a_table)


def is_painted(shown: Window) -> bool:
    """None of what holds the table is transparent."""
    return not any(one.opacity == 0 for one in shown.controls() if isinstance(one, ft.Container))


@headless
async def test_where_there_may_be_no_room_nothing_is_painted_before_that_is_known() -> None:
    async with window_of(in_a_window, width=800) as shown:
        assert not is_painted(shown)
        await is_laid_out(shown, room=700, need=500)
        assert is_table(shown)
        assert is_painted(shown)
        await has_room(shown, 400)
        await is_laid_out(shown, room=400, need=500)
        assert not is_table(shown)
        assert is_painted(shown)


@headless
async def test_where_there_is_much_room_a_table_is_painted_at_once() -> None:
    async with window_of(in_a_window, width=1280) as shown:
        assert is_painted(shown)


@headless
async def test_a_map_without_room_says_the_score_of_each_section_school_by_school() -> None:
    async with window(a_map) as shown:
        await is_laid_out(shown, room=300, need=500)
        assert not is_table(shown)
        assert shown.texts() == ["Ash Primary", "Purpose\n3.1 In place", "Trust\n–"]
