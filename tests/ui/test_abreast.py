"""Two abreast: beside each other where there is room, and each half is read as a whole, as it stands."""

import flet as ft

from audit_app.ui.components.abreast import two_abreast


def shown(*, wide: bool) -> list[list[str]]:
    """The words of each line."""
    texts = [ft.Text(word) for word in ("Alder", "Beech", "Cedar")]
    made = two_abreast(texts, wide=wide)
    assert isinstance(made, ft.Column)
    return [words_of(line) for line in made.controls]


def words_of(line: ft.Control) -> list[str]:
    if isinstance(line, ft.Text):
        return [line.value]
    assert isinstance(line, ft.Row)
    halves = [one.content for one in line.controls if isinstance(one, ft.Container)]
    return [read_as_a_whole(half) for half in halves]


def read_as_a_whole(half: object) -> str:
    """Nothing where a line has only one text. The card keeps a container's words from becoming its name."""
    if not isinstance(half, ft.Semantics):
        return ""
    assert half.container
    card = half.content
    assert isinstance(card, ft.Card)
    assert not card.semantic_container
    assert isinstance(card.content, ft.Text)
    return str(card.content.value)


def test_on_a_wide_screen_two_stand_in_a_line_and_an_odd_one_keeps_its_half() -> None:
    assert shown(wide=True) == [["Alder", "Beech"], ["Cedar", ""]]


def test_elsewhere_they_stand_below_each_other() -> None:
    assert shown(wide=False) == [["Alder"], ["Beech"], ["Cedar"]]
