"""Words: what stays of anybody's text, and how it is broken into lines."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit_app.reports.fonts import FILES, font
from audit_app.reports.look import BODY
from audit_app.reports.words import PLAIN, Line, clean, lines_of, shortened

ROOM = 120.0


def text_of(lines: tuple[Line, ...]) -> str:
    """What a reader of the tags hears."""
    return "".join(
        "".join(piece.meaning or piece.text for piece in line.pieces) + (" " if line.spaced else "") for line in lines
    )


def words(text: str) -> list[str]:
    """Parted by plain spaces alone."""
    return [word for word in text.split(" ") if word]


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n\n\n\nb\n", "a\n\nb"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\u202eb\u200b\ufeff\u00ad", "ab"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("e\u0301", "é"),
        ("\ta\u2003b ", "a b"),
        ("5\u202f000", "5\u00a0000"),
        ("✓\ufe0f", "✓"),
        ("R&D <b>", "R&D <b>"),
    ],
)
def test_clean_text(given_text: str, kept: str) -> None:
    assert clean(given_text) == kept


@pytest.mark.parametrize("weight", FILES)
def test_every_weight_has_the_letters_of_welsh(weight: str) -> None:
    letters = "âêîôûŵŷÂÊÎÔÛŴŶáéíóúẃýàèìòùẁỳäëïöüẅÿ’–“”£…•"
    assert all(map(font(weight).has, letters))


def test_a_line_is_broken_between_words_and_after_a_hyphen() -> None:
    lines = lines_of("school-to-school work", BODY, 50)
    assert [text_of((line,)).strip() for line in lines] == ["school-to-", "school", "work"]
    assert text_of(lines) == "school-to-school work"


def test_a_minus_sign_stays_with_its_figure() -> None:
    assert all(text_of((line,)) != "-" for line in lines_of("a -5 b", BODY, 14))


def test_a_no_break_space_holds_words_together() -> None:
    assert [text_of((line,)).strip(" ") for line in lines_of("walk 5\u00a0km", BODY, 44)] == ["walk", "5\u00a0km"]


def test_a_lead_is_set_strong_before_the_text() -> None:
    (line,) = lines_of("Half a day a week.", BODY, 400, lead="Time.")
    assert [piece.font.name.rsplit("-")[-1] for piece in line.pieces] == ["SemiBold", "Regular"]
    assert text_of((line,)) == "Time. Half a day a week."


def test_shortened_text_says_that_it_goes_on() -> None:
    assert text_of(shortened("Trust and solidarity between schools", BODY, ROOM)).endswith("…")
    assert text_of(shortened("Trust", BODY, ROOM)) == "Trust"
    assert len(shortened("x" * 5000, BODY, ROOM, lines=2)) == 2


@example("\xa0", 12.0)
@given(st.text(max_size=300), st.floats(min_value=12, max_value=300))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(text: str, room: float) -> None:
    lines = lines_of(text, BODY, room)
    said = clean(text) if clean(text).strip() else ""  # blank text is no line, whatever it is blank with
    assert "".join(text_of(lines).split()) == "".join(said.split())
    assert words(text_of(lines)) == words(said.replace("\n", " "))
    for line in lines:
        is_one_character = sum(len(piece.text) for piece in line.pieces) < 2
        assert line.width * BODY.size <= room + 0.01 or is_one_character


def test_what_is_taken_as_clean_is_what_cleaning_leaves_as_it_is() -> None:
    plain = "".join(filter(PLAIN.fullmatch, map(chr, range(0x11000))))
    assert len(plain) > 590
    assert clean(plain) == clean(plain + "\x00") == plain.strip(" ")
