"""The radar chart's face: however many axes there are and however large the text is, no label covers another."""

from itertools import combinations
from math import cos, pi

import flet as ft
import pytest

from audit_app.ui.components.radar import LINE, Axis, Face, least_radius, radar
from audit_app.ui.theme import TEXT_SIZES


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("axes", range(3, 13))
def test_no_label_covers_another_and_none_is_outside(axes: int, size: int) -> None:
    line = LINE * size / 100
    face = Face(max(130, least_radius(axes, line)), 124 * size / 100, line, axes)
    boxes = []
    for turn in (number / axes for number in range(axes)):
        left, y, _ = face.place_of_label(turn)
        boxes.append((left, y - line * (1 + cos(2 * pi * turn))))
    right, bottom = face.width - face.label, face.height - 2 * line
    assert all(-0.5 < left < right + 0.5 and -0.5 < top < bottom + 0.5 for left, top in boxes)
    for (left, top), (other_left, other_top) in combinations(boxes, 2):
        apart = max(abs(left - other_left) - face.label, abs(top - other_top) - 2 * line)
        assert apart > -0.5


def test_on_a_phone_that_is_narrower_than_the_chart_it_scrolls_and_no_label_is_cut() -> None:
    made = radar("Scores", [Axis(title, 2.0, "2.0") for title in ("Purpose", "Management", "Trust")], narrow=True)
    assert isinstance(made, ft.Semantics)
    assert isinstance(made.content, ft.Row)
    assert made.content.scroll == ft.ScrollMode.AUTO
