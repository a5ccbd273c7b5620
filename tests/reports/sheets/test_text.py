"""Text in a cell is never a formula, and comes back as it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.reports.sheets.text import CELL_LIMIT, CUT, cut_to_cell, guarded, is_risky, plain, unguarded
from tests.reports.hostile import HOSTILE

ATTACKS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "﹦1",
    "−1",
    '=HYPERLINK("https://example.org","Click")',
    "=cmd|' /C calc'!A0",
    "\n=1+1",
)


@pytest.mark.parametrize("text", ATTACKS)
def test_what_could_begin_a_formula_is_known(text: str) -> None:
    assert is_risky(plain(text))
    assert is_risky(text)


@pytest.mark.parametrize("text", ["", "Well done.", "1+1", "a=b", "'=1", "Ŵ", "“=1+1”", "5 – 3"])
def test_other_text_is_left_alone(text: str) -> None:
    assert not is_risky(text)


@pytest.mark.parametrize("text", ATTACKS)
@pytest.mark.parametrize("before", ["", "Fine.\n", "a;", 'a";', "a; "])
def test_no_part_of_a_csv_cell_begins_a_formula_whichever_sign_stands_between_cells(before: str, text: str) -> None:
    written = guarded(plain(before + text))
    assert not any(is_risky(part.strip(' "')) for part in re.split("[;\n]", written))


@given(st.text())
def test_what_was_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text("=+-@'\"; \n\t\ra＝", max_size=12))
def test_what_is_full_of_signs_comes_back_too(text: str) -> None:
    written = guarded(text)
    assert unguarded(written) == text
    assert not any(is_risky(part) for part in re.split("[;\n]", written))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_becomes_what_a_file_can_hold(text: str) -> None:
    kept = plain(text)
    assert kept.encode().decode() == kept
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff\ufffe\uffff]", kept)


def test_joined_emoji_and_joiners_of_other_scripts_are_kept() -> None:
    for text in ("👩🏽‍🏫", "می‌خواهم", "क्‍ष", HOSTILE["welsh"], HOSTILE["right to left"]):
        assert plain(text) == text


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut_to_cell("x" * CELL_LIMIT) == "x" * CELL_LIMIT


@pytest.mark.parametrize("text", ["x" * (CELL_LIMIT + 1), "🎉" * 16_384, "a" + "🎉" * 30_000])
def test_a_longer_text_is_cut_visibly_and_never_through_a_character(text: str) -> None:
    shown = cut_to_cell(text)
    assert shown.endswith(CUT)
    assert text.startswith(shown.removesuffix(CUT))
    assert CELL_LIMIT - 2 <= len(shown.encode("utf-16-le")) // 2 <= CELL_LIMIT
