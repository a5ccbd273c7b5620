"""Charts as vector shapes with their labels beside them; each knows its height, and no label leaves its width."""

import itertools
import math
from dataclasses import dataclass
from typing import Protocol

from audit_app.language import _
from audit_app.regional import plain
from audit_app.reports.document import Distribution, Radar
from audit_app.reports.look import (
    ACCENT,
    CHART,
    HIGHEST_LEVEL,
    INK,
    LOWEST_LEVEL,
    QUIET,
    RULE,
    TINT,
    Colour,
    TextStyle,
    luminance,
    mixed,
)
from audit_app.reports.paper import Paper, Point
from audit_app.reports.words import Line, lines_of, shortened
from audit_app.results.figures import one_decimal

LABEL = CHART
VALUE = TextStyle(CHART.size, CHART.leading, "semibold")
RING = TextStyle(7.5, 9, colour=QUIET)

RADIUS = 88.0
RADAR_LABEL_WIDTH = 112.0
RADAR_LABEL_LINES = 2
MOST_RINGS = 6
RADAR_MARGIN = (RADAR_LABEL_LINES + 1) * CHART.leading + 10
"""Room for labels above and below the rim."""

ROW_HEIGHT, BAR_HEIGHT, LEGEND_HEIGHT = 24.0, 14.0, 24.0
ROW_LABEL_WIDTH = 128.0
SWATCH = 9.0
RAMP_CURVE = 1.5
"""Above 1 keeps the middle levels light enough for dark figures."""
EVEN_CONTRAST = 0.2
"""Lighter fills carry dark figures, darker ones white: each has the contrast of its better choice."""


class Chart(Protocol):
    """Something that can be drawn inside a figure."""

    @property
    def height(self) -> float: ...

    def draw(self, paper: Paper, left: float, top: float, width: float) -> None: ...


@dataclass(frozen=True)
class RadarChart:
    """Sections round a circle; further out is higher."""

    radar: Radar

    @property
    def height(self) -> float:
        return RADIUS * (1 + self._depth) + 2 * RADAR_MARGIN

    @property
    def _depth(self) -> float:
        """How far the lowest spoke reaches below the middle, as a share of the radius."""
        spokes = len(self.radar.spokes)
        return max(-math.cos(2 * math.pi * number / spokes) for number in range(spokes))

    def draw(self, paper: Paper, left: float, top: float, width: float) -> None:
        centre = (left + width / 2, top - RADAR_MARGIN - RADIUS)
        self._draw_area(paper, centre)
        self._draw_grid(paper, centre)
        self._draw_values(paper, centre)
        for number in range(len(self.radar.spokes)):
            self._draw_label(paper, centre, number)

    def _point(self, centre: Point, number: int, radius: float) -> Point:
        angle = 2 * math.pi * number / len(self.radar.spokes)
        return centre[0] + radius * math.sin(angle), centre[1] + radius * math.cos(angle)

    def _at(self, centre: Point, number: int) -> Point | None:
        value = self.radar.spokes[number].value
        if value is None:
            return None
        return self._point(centre, number, RADIUS * min(max(value / self.radar.highest, 0.0), 1.0))

    def _draw_area(self, paper: Paper, centre: Point) -> None:
        points = [self._at(centre, number) for number in range(len(self.radar.spokes))]
        known = [point for point in points if point]
        if len(known) == len(points):
            paper.shape(known, fill=TINT)

    def _draw_grid(self, paper: Paper, centre: Point) -> None:
        numbers = range(len(self.radar.spokes))
        for level in rings(self.radar.highest):
            radius = RADIUS * level / self.radar.highest
            paper.shape([self._point(centre, number, radius) for number in numbers], line=RULE, thickness=0.5)
            (ring,) = lines_of(plain(level), RING, 40)
            paper.write_line(ring, RING, centre[0] + 5.5, centre[1] + radius - 8)
        for number in numbers:
            paper.rule(centre, self._point(centre, number, RADIUS), RULE, 0.5)

    def _draw_values(self, paper: Paper, centre: Point) -> None:
        """A line joins neighbours that both have a value, so a missing one is a gap and not a zero."""
        points = [self._at(centre, number) for number in range(len(self.radar.spokes))]
        for start, end in zip(points, [*points[1:], points[0]], strict=True):
            if start and end:
                paper.rule(start, end, ACCENT, 1.6)
        for point in points:
            if point:
                paper.disc(point, 3, ACCENT)

    def _draw_label(self, paper: Paper, centre: Point, number: int) -> None:
        spoke = self.radar.spokes[number]
        x, y = self._point(centre, number, RADIUS + 9)
        words = shortened(spoke.label, LABEL, RADAR_LABEL_WIDTH, RADAR_LABEL_LINES)
        value = _("no score") if spoke.value is None else one_decimal(spoke.value)
        lines = [(line, LABEL) for line in words] + [(lines_of(value, VALUE, RADAR_LABEL_WIDTH)[0], VALUE)]
        rise = (y - centre[1]) / RADIUS  # 1 at the top: the label stands on the point; -1: it hangs below it
        top = y + len(lines) * LABEL.leading * (1 + rise) / 2
        for row, (line, style) in enumerate(lines):
            printed = line.width * style.size
            across = x - centre[0]
            start = x - printed / 2 if abs(across) < 2 else x if across > 0 else x - printed
            paper.write([line], style, start, top - row * LABEL.leading)


@dataclass(frozen=True)
class DistributionChart:
    """One bar a row, as long as the others, parted by how many answers each level got."""

    distribution: Distribution

    @property
    def height(self) -> float:
        return LEGEND_HEIGHT + len(self.distribution.rows) * ROW_HEIGHT

    def draw(self, paper: Paper, left: float, top: float, width: float) -> None:
        fills = ramp(len(self.distribution.levels))
        bar_left, bar_width = left + ROW_LABEL_WIDTH, width - ROW_LABEL_WIDTH
        self._draw_legend(paper, fills, left, top, width)
        for number, (label, counts) in enumerate(self.distribution.rows):
            middle = top - LEGEND_HEIGHT - (number + 0.5) * ROW_HEIGHT
            for line in shortened(label, LABEL, ROW_LABEL_WIDTH - 12):
                paper.write([line], LABEL, left, middle + LABEL.leading / 2)
            if sum(counts):
                _draw_segments(paper, counts, fills, (bar_left, middle), bar_width)
            else:
                paper.write(lines_of(_("no answers"), LABEL, bar_width), LABEL, bar_left, middle + LABEL.leading / 2)

    def _draw_legend(self, paper: Paper, fills: tuple[Colour, ...], left: float, top: float, width: float) -> None:
        share = width / max(len(fills), 1)
        for number, (level, fill) in enumerate(zip(self.distribution.levels, fills, strict=True)):
            start, middle = left + number * share, top - LABEL.leading / 2
            _draw_segment(paper, start, middle, SWATCH, SWATCH, fill)
            words: tuple[Line, ...] = shortened(level, LABEL, share - SWATCH - 12)
            paper.write(words, LABEL, start + SWATCH + 5, top)


def _draw_segments(
    paper: Paper, counts: tuple[int, ...], fills: tuple[Colour, ...], start: Point, width: float
) -> None:
    left, middle = start
    for count, fill in zip(counts, fills, strict=True):
        share = width * count / sum(counts)
        if count:
            _draw_segment(paper, left, middle, share, BAR_HEIGHT, fill)
            _draw_count(paper, count, fill, (left + share / 2, middle), share)
        left += share


def _draw_segment(paper: Paper, left: float, middle: float, width: float, height: float, fill: Colour) -> None:
    bottom, top = middle - height / 2, middle + height / 2
    corners = [(left, bottom), (left + width, bottom), (left + width, top), (left, top)]
    paper.shape(corners, fill=fill, line=ACCENT, thickness=0.6)


def _draw_count(paper: Paper, count: int, fill: Colour, centre: Point, room: float) -> None:
    """Left out where the segment is too narrow: the table under the chart has every figure."""
    style = TextStyle(8.5, 11, "semibold", INK if luminance(fill) > EVEN_CONTRAST else "FFFFFF")
    (line,) = lines_of(str(count), style, 60)
    printed = line.width * style.size
    if printed + 4 <= room:
        paper.write([line], style, centre[0] - printed / 2, centre[1] + style.leading / 2)


def rings(highest: float) -> tuple[float, ...]:
    """The levels of a radar that have a line: 1, 2, 5, 10 … apart, and the highest itself."""
    steps = (part * 10**power for power in itertools.count() for part in (1, 2, 5))
    step = next(step for step in steps if highest <= MOST_RINGS * step)
    return (*(float(level) for level in range(step, math.ceil(highest), step)), highest)


def ramp(levels: int) -> tuple[Colour, ...]:
    """Fills from the lowest level to the highest, each darker than the one before."""
    steps = [(number / max(levels - 1, 1)) ** RAMP_CURVE for number in range(levels)]
    return tuple(mixed(LOWEST_LEVEL, HIGHEST_LEVEL, step) for step in steps)
