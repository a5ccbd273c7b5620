"""Direction: words that are read from right to left stand as they are seen, and are said as they are read."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.reports.direction import as_seen, joined, leads_right_to_left, runs_of, turned
from audit_app.reports.look import BODY
from audit_app.reports.words import clean, lines_of, measured


def seen(text: str) -> str:
    """From the left, with capitals for Hebrew letters, as the Unicode standard writes its examples."""
    hebrew = {chr(ord("A") + number): chr(0x05D0 + number) for number in range(26)}
    written = "".join(hebrew.get(character, character) for character in text)
    runs = runs_of(written, right_to_left=leads_right_to_left(written))
    parts = [written[run.start : run.end] for run in runs]
    back = {letter: capital for capital, letter in hebrew.items()}
    shown = [turned(part) if run.level % 2 else part for run, part in zip(runs, parts, strict=True)]
    return "".join(back.get(character, character) for at in as_seen(runs) for character in shown[at])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("car means CAR.", "car means RAC."),
        ("CAR MEANS car.", ".car SNAEM RAC"),
        ("they said CAR MEANS car", "they said SNAEM RAC car"),
        ("ABC 123 DEF", "FED 123 CBA"),
        ("ABC (def) GHI", "IHG (def) CBA"),
        ("ABC 1,234.50 kg", "kg 1,234.50 CBA"),
        ("12% ABC", "CBA 12%"),
        ("all in English, 50%", "all in English, 50%"),
        ("٣-1", "٣-1"),
    ],
)
def test_a_line_stands_as_it_is_seen(written: str, shown: str) -> None:
    assert seen(written) == shown


def test_arabic_letters_join_and_lam_and_alef_become_one() -> None:
    def forms(text: str) -> list[str]:
        return [unicodedata.name(one).removeprefix("ARABIC ").removesuffix(" FORM") for one in joined(text, bool)]

    assert forms("مدر") == ["LETTER MEEM INITIAL", "LETTER DAL FINAL", "LETTER REH"]
    assert forms("مَد") == ["LETTER MEEM INITIAL", "FATHA", "LETTER DAL FINAL"]
    assert forms("بلا") == ["LETTER BEH INITIAL", "LIGATURE LAM WITH ALEF FINAL"]
    assert joined("مدر", lambda _: False) == "مدر"


WORDS = st.text(st.sampled_from("abc אבשםمدرسةلاک ،؟()[]1٢٣.,%-/ ּَ中"), max_size=80)


@given(WORDS)
def test_everything_is_said_once_in_the_order_in_which_it_is_read(text: str) -> None:
    lines = lines_of(text, BODY, 120)
    said = "".join("".join(one.meaning or one.text for one in line.pieces) + " " * line.spaced for line in lines)
    assert said.split() == clean(text).split() or said.replace(" ", "") == clean(text).replace(" ", "")


@given(WORDS)
def test_no_two_pieces_stand_in_one_place_and_a_line_has_room(text: str) -> None:
    for line in lines_of(text, BODY, 120):
        assert line.width <= 120 / BODY.size + 0.001
        if not line.places:
            continue
        widths = [sum(piece.font.width(one) for one in piece.text) / 1000 for piece in line.pieces]
        ends = sorted(zip(line.places, widths, strict=True))
        assert ends[-1][0] + ends[-1][1] == pytest.approx(line.width)
        for (start, width), (following, _) in pairwise(ends):
            assert start + width == pytest.approx(following)


def test_text_without_such_letters_is_laid_out_as_before() -> None:
    (line,) = lines_of("We meet – twice a term, 50%.", BODY, 400)
    assert (line.places, line.pieces) == ((), measured("We meet – twice a term, 50%.", BODY.weight))
