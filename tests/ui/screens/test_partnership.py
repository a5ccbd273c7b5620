"""The partnership on the screen: every figure with its word, no names where none are wanted, nobody ranked."""

import asyncio
import itertools
import threading
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from functools import partial

import flet as ft
import pytest

from audit_app.demo.fill import fill
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer, School
from audit_app.results.partnership_model import Excluded
from audit_app.storage.memory import MemoryStore
from audit_app.sync.reading import unsealed
from audit_app.ui import places, theme
from audit_app.ui.components.heat_map import TINT
from audit_app.ui.main import make_main
from audit_app.ui.runtime import component
from audit_app.ui.screens.partnership_issues import register
from audit_app.ui.screens.partnership_left_out import MOST, left_out
from audit_app.ui.text import import_bundle as import_text
from audit_app.ui.text import partnership as text
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING
from tests.ui.harness import Window, headless, nodes_of, window, window_of
from tests.ui.screens.partnerships import read, rows_of

FIVE = ["Purpose", "Format", "Management", "Trust", "Self-interest"]
PROVISION = "provision-audit"
BEGUN = "Yarrow Lane School"


def a_partnership() -> Workspace:
    """Five invented schools, as `demo` makes them, and one that has only begun."""
    library = shipped()
    numbers = itertools.count(1)
    store = MemoryStore(summariser(library), lambda: "laptop")
    workspace = Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: f"id{next(numbers)}")
    fill(workspace, 5)
    begun = workspace.start_audit("partnership-health", "Autumn 2026", School(name=BEGUN))
    workspace.answer(begun, "purpose_clear_goals", Answer(option="3"))
    return workspace


@pytest.fixture(scope="module")
def partnership() -> Workspace:
    return a_partnership()


def shown_in(workspace: Workspace, width: int = 1280) -> AbstractAsyncContextManager[Window]:
    return window_of(make_main(workspace), places.PARTNERSHIP, width)


@headless
async def test_every_school_stands_with_every_section_in_the_order_of_their_names(partnership: Workspace) -> None:
    async with shown_in(partnership) as shown:
        await read(shown)
        heads, *rows = rows_of(shown, text.MAP)
    found = partnership.compare_here()
    names = [one.id for one in found.schools]
    assert heads == [text.SCHOOL, *FIVE]
    assert [row[0] for row in rows] == [*names, text.MEDIAN, text.QUARTILES]
    assert names == sorted(names)


@headless
async def test_a_cell_has_its_score_and_the_word_of_the_nearest_level(partnership: Workspace) -> None:
    async with shown_in(partnership) as shown:
        await read(shown)
        rows = {row[0]: row[1:] for row in rows_of(shown, text.MAP)}
    assert rows["Tanyard Middle School (demo)"][:4] == [
        "2.6 In place",
        "3.6 Part of how we work",
        "3.3 In place",
        "2.0 Started",
    ]
    assert rows[BEGUN] == [f"{text.NONE} {text.NO_SCORE}"] * 5


@headless
async def test_without_names_no_name_is_anywhere_on_the_screen(partnership: Workspace) -> None:
    names = {line.school.name for line in partnership.audits()}
    async with shown_in(partnership) as shown:
        await read(shown)
        await shown.tick(text.NAMES, False)
        for questionnaire in ("partnership-health", PROVISION, "partnership-health-staff"):
            await _chosen(shown, questionnaire)
            said = "\n".join(node.name for node in shown.nodes())
            assert "School B" in said
            assert not [name for name in names if name in said]
            assert not [word for word in ("Tanyard", "Foxglove", "Yarrow", "demo-") if word in said]


@headless
async def test_a_school_that_is_left_out_is_out_of_the_figures_and_said_to_be(partnership: Workspace) -> None:
    async with shown_in(partnership) as shown:
        await read(shown)
        await shown.press("Choose schools (6 of 6)")
        await _tick(shown, text.SCHOOLS, "Tanyard Middle School (demo)", False)
        rows = rows_of(shown, text.MAP)
        assert "Tanyard Middle School (demo)" not in [row[0] for row in rows]
        reason = "The school was left out of this comparison on purpose."
        assert ["Tanyard Middle School (demo)", "Autumn 2026", reason] in rows_of(shown, text.LEFT_OUT)


@headless
async def test_one_school_alone_is_no_comparison(partnership: Workspace) -> None:
    names = sorted({line.school.name for line in partnership.audits()})
    async with shown_in(partnership) as shown:
        await read(shown)
        await shown.press("Choose schools (6 of 6)")
        for name in names[1:]:
            await _tick(shown, text.SCHOOLS, name, False)
        assert shown.says(text.TOO_FEW)
        assert not shown.find("group", text.MAP)


@headless
async def test_at_most_four_schools_share_a_chart_and_the_table_has_their_values(partnership: Workspace) -> None:
    names = [one.id for one in partnership.compare_here().schools]
    async with shown_in(partnership) as shown:
        await read(shown)
        for name in names[2:4]:
            await _tick(shown, text.OVERLAY_PICK, name, True)
        assert [text.OVERLAY_FULL] in _called_out(shown)
        assert [_box(shown, text.OVERLAY_PICK, name).disabled for name in names] == [False] * 4 + [True] * 2
        heads, *rows = rows_of(shown, text.OVERLAY_TABLE)
        assert heads == [text.SCHOOL, *FIVE]
        assert [row[0] for row in rows] == names[:4]
        assert rows[0] == ["Copperbeech Free School (demo)", "2.7", "2.1", "2.1", "1.9", "3.4"]
        assert names[3] in shown.get("image", "Radar chart").name


@headless
async def test_the_register_says_who_offers_what_who_wants_it_and_what_finds_nobody(partnership: Workspace) -> None:
    async with shown_in(partnership) as shown:
        await read(shown)
        await _chosen(shown, PROVISION)
        found = partnership.compare_here(PROVISION)
        rows = rows_of(shown, text.REGISTER_TABLE)[1:]
        assert [row[0] for row in rows] == [one.title for one in found.offers]
        assert [row[-1] == text.NOBODY_YET for row in rows] == [not one.wanted_by for one in found.offers]
        said = shown.texts()
        assert all(text.wish(one) in said for one in found.wishes)
        assert not shown.find("image", "Radar chart")


@headless
async def test_a_wish_that_nobody_offers_to_meet_stands_apart(partnership: Workspace) -> None:
    found = partnership.compare_here(PROVISION)
    alone, *others = found.wishes
    changed = found.model_copy(update={"wishes": (alone.model_copy(update={"offered_by": ()}), *others)})
    async with window(component(partial(register, changed))) as shown:
        said = shown.texts()
    assert said.index(text.wish(others[0])) < said.index(text.UNMET) < said.index(text.wish(alone))


@headless
async def test_leaders_stand_beside_colleagues_where_both_answered(partnership: Workspace) -> None:
    async with shown_in(partnership) as shown:
        await read(shown)
        heads, *rows = rows_of(shown, text.views_caption("Harrowmere Academy (demo)"))
    assert heads == [text.SECTION, text.LEADERS, text.COLLEAGUES, text.IN_WORDS]
    assert rows[0][:3] == ["Purpose", "1.9", "1.6"]
    assert rows[0][3].startswith("Leaders are more hopeful than colleagues")


@headless
async def test_common_issues_say_who_reports_them_and_which_statements(partnership: Workspace) -> None:
    async with shown_in(partnership) as shown:
        await read(shown)
        said = {*shown.texts()}
        issues = partnership.compare_here().common_issues
        assert issues
        assert {issue.sentence for issue in issues} <= said
        assert {text.low_item(item.text, item.schools) for issue in issues for item in issue.items} <= said


@headless
async def test_a_narrow_screen_shows_the_same(partnership: Workspace) -> None:
    async with shown_in(partnership, width=500) as shown:
        await read(shown)
        assert len(rows_of(shown, text.MAP)) == 1 + 6 + 2
        assert shown.get("image", "Radar chart")


# Nothing yet, and files that are only looked at


@headless
async def test_an_empty_folder_teaches_how_to_gather_audits(a_workspace: Workspace) -> None:
    async with shown_in(a_workspace) as shown:
        await read(shown)
        assert shown.get("heading", text.EMPTY_TITLE)
        assert shown.says(text.EMPTY_STEPS[0])
        await shown.press(text.IMPORT)
        assert shown.page.route == places.IMPORT


def exported(workspace: Workspace, numbers: Sequence[int], passphrase: str | None = None) -> list[tuple[str, bytes]]:
    audits = [f"demo-0{number}-summer-2026" for number in numbers]
    return [(f"{audit}.json", workspace.export(audit, "scores", passphrase)) for audit in audits]


@headless
async def test_files_are_compared_without_anything_being_kept(partnership: Workspace, a_workspace: Workspace) -> None:
    async with shown_in(a_workspace) as shown:
        await read(shown)
        shown.to_pick = exported(partnership, (1, 2, 3))
        await shown.press(text.COMPARE_FILES)
        await shown.until(lambda: bool(shown.find("group", text.MAP)))
        assert shown.says(text.from_files(3))
        assert len(rows_of(shown, text.MAP)) == 1 + 3 + 2
        await shown.press(text.BACK_HERE)
        assert shown.get("heading", text.EMPTY_TITLE)
    assert a_workspace.audits() == ()
    assert a_workspace.known_keys() == ()


@headless
async def test_one_file_says_that_two_schools_are_needed(partnership: Workspace, a_workspace: Workspace) -> None:
    async with shown_in(a_workspace) as shown:
        await read(shown)
        shown.to_pick = exported(partnership, (1,))
        await shown.press(text.COMPARE_FILES)
        await shown.until(lambda: bool(shown.find("heading", text.NO_FILES_TITLE)))


@headless
async def test_a_sealed_file_asks_for_its_passphrase(
    partnership: Workspace, a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_app.sync.sealing.WORK", 10)
    async with shown_in(a_workspace) as shown:
        await read(shown)
        shown.to_pick = [*exported(partnership, (1,), "six slow grey geese"), *exported(partnership, (2,))]
        await shown.press(text.COMPARE_FILES)
        await shown.until(lambda: bool(shown.find("textbox", import_text.SEAL_FIELD)))
        await shown.write(import_text.SEAL_FIELD, "six slow grey geese")
        await shown.press(import_text.OPEN)
        await shown.until(lambda: bool(shown.find("group", text.MAP)))
        assert not shown.find("textbox", import_text.SEAL_FIELD)


@headless
async def test_of_two_choices_of_files_the_one_that_was_made_last_is_shown(
    partnership: Workspace, a_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_app.sync.sealing.WORK", 10)
    opens = threading.Event()

    def slowly(sources: Sequence[tuple[str, bytes]], passphrase: str) -> tuple[tuple[str, bytes], ...]:
        assert opens.wait(60)
        return unsealed(sources, passphrase)

    monkeypatch.setattr(a_workspace, "unsealed", slowly)
    sealed, plain = exported(partnership, (1, 2), "six slow grey geese"), exported(partnership, (3, 4, 5))
    async with shown_in(a_workspace) as shown:
        await read(shown)
        shown.to_pick = sealed
        await shown.press(text.COMPARE_FILES)
        await shown.until(lambda: bool(shown.find("textbox", import_text.SEAL_FIELD)))
        await shown.write(import_text.SEAL_FIELD, "six slow grey geese")
        shown.to_pick = plain
        pressed = [shown.get("button", name).control for name in (import_text.OPEN, text.COMPARE_FILES)]
        opening, _ = [asyncio.ensure_future(shown.send(one, "click")) for one in pressed]  # before anything is drawn
        await shown.until(lambda: shown.says(text.from_files(3)))
        opens.set()
        await opening
        await shown.until(lambda: not shown.says(text.READING_FILES))
        assert shown.says(text.from_files(3))


@headless
async def test_a_file_that_is_no_bundle_is_named_and_changes_nothing(partnership: Workspace) -> None:
    async with shown_in(partnership) as shown:
        await read(shown)
        shown.to_pick = [("holiday.json", b"[]")]
        await shown.press(text.COMPARE_FILES)
        await shown.until(lambda: shown.says("“holiday.json”"))
        assert len(rows_of(shown, text.MAP)) == 1 + 6 + 2


# What the colours may be


@pytest.mark.parametrize("scheme", theme.SCHEMES)
@pytest.mark.parametrize("level", theme.LEVELS)
def test_text_on_a_cell_can_be_read(scheme: str, level: str) -> None:
    colours = theme.SCHEMES[scheme]
    over, under = _parts(colours[theme.LEVELS[level]]), _parts(colours[theme.CARD])
    ground = [TINT * one + (1 - TINT) * other for one, other in zip(over, under, strict=True)]
    light, dark = sorted((_luminance(_parts(colours[theme.TEXT])), _luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def _parts(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _luminance(parts: Sequence[float]) -> float:
    """WCAG 2.2, relative luminance."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


async def _chosen(shown: Window, questionnaire: str) -> None:
    await shown.select(text.WHICH, questionnaire)
    await shown.settle()


async def _tick(shown: Window, group: str, name: str, value: bool) -> None:
    await shown.send(_box(shown, group, name), "change", value, value=value)


def _called_out(shown: Window) -> list[list[str]]:
    """What a screen reader says as soon as it appears."""
    live = [one for one in shown.controls() if isinstance(one, ft.Semantics) and one.live_region]
    return [[node.name for node in nodes_of(one.content)] for one in live]


def _box(shown: Window, group: str, name: str) -> ft.Checkbox:
    boxes = [node for node in nodes_of(shown.get("group", group).control) if node.role == "checkbox"]
    (box,) = [node.control for node in boxes if node.name == name]
    found: ft.Checkbox = box
    return found


@headless
async def test_of_many_that_are_left_out_the_last_are_counted(partnership: Workspace) -> None:
    found = partnership.compare_here("partnership-health")
    many = [
        Excluded(school=f"School {at}", audit=f"a{at}", questionnaire="partnership-health", wave="Autumn", reason="No.")
        for at in range(MOST + 2)
    ]
    async with window(component(left_out), found.model_copy(update={"excluded": tuple(many)})) as shown:
        assert len(rows_of(shown, text.LEFT_OUT)) == 1 + MOST
        assert shown.says("2 more are left out.")
