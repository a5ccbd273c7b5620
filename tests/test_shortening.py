"""Words on one line: cut where a word ends, and never longer than there is room for."""

import pytest

from audit_app.shortening import on_one_line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ask the head.", "Ask the head."),
        (" Ask \n the  head. ", "Ask the head."),
        ("Ask the head, then the board.", "Ask the head…"),
        ("Llanfairpwllgwyngyll", "Llanfairpwllgwy…"),
        ("", ""),
    ],
)
def test_what_is_too_long_is_cut_between_words(text: str, said: str) -> None:
    assert on_one_line(text, 15) == said
