"""The radar chart's face: however many axes there are and however large the text is, no label covers another."""

from itertools import combinations
from math import cos, pi

import pytest

from audit_app.ui.components.radar import LINE, Face, least_radius
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
