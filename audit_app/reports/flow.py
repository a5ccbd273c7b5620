"""Flow: boxes that know their height, can be split at a page's foot, and draw themselves; how pages are filled.

Every split keeps its promise to get on: with `must`, the head holds at least one line, so no text can stop a build.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, Self

from audit_app.reports.look import CALLOUT_PADDING, COLUMN_GAP, TINT, TextStyle
from audit_app.reports.paper import Paper
from audit_app.reports.structure import Element
from audit_app.reports.words import Line

MOST_KEPT_TOGETHER = 260.0
"""Taller blocks are split rather than leave a page with a hole of that size."""


class Box(Protocol):
    """A part of the page, laid out for a known width."""

    @property
    def height(self) -> float: ...

    @property
    def before(self) -> float:
        """The air it asks for above; the larger of two neighbours' wishes counts."""

    @property
    def after(self) -> float: ...

    @property
    def keeps(self) -> bool:
        """It never stands at the foot of a page without what follows it."""

    @property
    def least(self) -> float:
        """The height of the smallest part that may stand alone at a page's foot."""

    def split(self, room: float, must: bool) -> "tuple[Box | None, Box | None]":
        """What fits into the room, and the rest. With `must` the first is never None."""

    def draw(self, paper: Paper, left: float, top: float) -> None: ...


@dataclass(frozen=True)
class Label:
    """What stands before the first line of a list item."""

    element: Element
    line: Line


@dataclass(frozen=True)
class TextBox:
    """A paragraph, a heading or a list item."""

    element: Element
    lines: tuple[Line, ...]
    style: TextStyle
    indent: float = 0
    label: Label | None = None
    bookmark: tuple[str, int] | None = None
    """The text and level of its entry in the outline."""
    leads_on: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def before(self) -> float:
        return self.style.before

    @property
    def after(self) -> float:
        return self.style.after

    @property
    def keeps(self) -> bool:
        return self.leads_on or self.bookmark is not None

    @property
    def least(self) -> float:
        return (len(self.lines) if len(self.lines) < 4 else 2) * self.style.leading

    def split(self, room: float, must: bool) -> tuple["TextBox | None", "TextBox | None"]:
        """No single line is left alone on either side, unless it must."""
        fitting = min(int((room + 0.01) / self.style.leading), len(self.lines))
        if fitting == len(self.lines):
            return self, None
        if fitting == len(self.lines) - 1:
            fitting -= 1
        if fitting < 2 and not must:
            return None, self
        fitting = max(fitting, 1)
        head = replace(self, lines=self.lines[:fitting])
        return head, replace(self, lines=self.lines[fitting:], label=None, bookmark=None, leads_on=False)

    def draw(self, paper: Paper, left: float, top: float) -> None:
        if self.bookmark:
            paper.bookmark(*self.bookmark, top)
        if self.label:
            with paper.inside(self.label.element):
                paper.write([self.label.line], self.style, left, top)
        with paper.inside(self.element):
            paper.write(self.lines, self.style, left + self.indent, top)


@dataclass(frozen=True)
class BreakBox:
    """Ends the page, unless nothing stands on it yet."""

    past: float = 0
    """Or no more than this share of it."""
    height = before = after = least = 0.0
    keeps = False

    def split(self, room: float, must: bool) -> tuple[Self, None]:  # noqa: ARG002 # a Box is asked so
        return self, None

    def draw(self, paper: Paper, left: float, top: float) -> None:
        """A break leaves no ink."""


@dataclass(frozen=True)
class Stack:
    """Boxes under one another: a page, a column, or what stands on a tint."""

    boxes: tuple[Box, ...]
    padding: float = 0
    tint_width: float = 0
    """The tint behind it; none when 0."""
    before: float = 0
    after: float = 0
    most_kept: float = MOST_KEPT_TOGETHER
    keeps = False

    @property
    def height(self) -> float:
        return self._up_to(len(self.boxes)) + 2 * self.padding

    @property
    def least(self) -> float:
        if self.height <= self.most_kept or not self.boxes:
            return self.height
        return self.boxes[0].least + 2 * self.padding

    def _up_to(self, end: int) -> float:
        return sum(box.height for box in self.boxes[:end]) + sum(self._gap(number) for number in range(1, end))

    def _gap(self, number: int) -> float:
        """Between a box and the one before it."""
        return max(self.boxes[number - 1].after, self.boxes[number].before) if number else 0.0

    def _needed_at(self, number: int) -> float:
        """What a box needs to start here: a heading needs all that it must not be parted from."""
        needed = 0.0
        for following in range(number, len(self.boxes)):
            gap = self._gap(following) if following > number else 0.0
            box = self.boxes[following]
            if not box.keeps:
                return needed + gap + box.least
            needed += gap + box.height
        return needed

    def split(self, room: float, must: bool) -> "tuple[Stack | None, Stack | None]":
        used = 2 * self.padding
        placed: list[Box] = []
        for number, box in enumerate(self.boxes):
            rest = self.boxes[number:]
            if isinstance(box, BreakBox):
                if placed and used > box.past * room:
                    return self._with(placed), self._with(rest[1:])
                continue
            gap = self._gap(number) if placed else 0.0
            must_place = must and not placed
            if not must_place and self._needed_at(number) > room - used - gap + 0.01:
                return self._with(placed), self._with(rest)
            head, tail = box.split(room - used - gap, must_place)
            if head is None:
                return self._with(placed), self._with(rest)
            placed.append(head)
            used += gap + head.height
            if tail is not None:
                return self._with(placed), self._with((tail, *rest[1:]))
        return self._with(placed), None

    def _with(self, boxes: Sequence[Box]) -> "Stack | None":
        return replace(self, boxes=tuple(boxes)) if boxes else None

    def draw(self, paper: Paper, left: float, top: float) -> None:
        if self.tint_width:
            with paper.artifact():
                paper.box(left, top - self.height, self.tint_width, self.height, TINT)
        left, top = left + self.padding, top - self.padding
        for number, box in enumerate(self.boxes):
            top -= self._gap(number)
            box.draw(paper, left, top)
            top -= box.height


@dataclass(frozen=True)
class SideBySide:
    """Stacks beside one another, of equal width."""

    stacks: tuple[Stack, ...]
    width: float
    """Of one column."""
    before: float = 0
    after: float = 0
    keeps = False

    @property
    def height(self) -> float:
        return max(stack.height for stack in self.stacks)

    @property
    def least(self) -> float:
        return self.height if self.height <= MOST_KEPT_TOGETHER else max(stack.least for stack in self.stacks)

    def split(self, room: float, must: bool) -> "tuple[SideBySide | None, SideBySide | None]":
        if self.height <= room + 0.01:
            return self, None
        if not must and self.least > room:
            return None, self
        halves = [stack.split(room, must) if stack.boxes else (stack, None) for stack in self.stacks]
        heads = tuple(head or Stack(()) for head, _ in halves)
        tails = tuple(tail or Stack(()) for _, tail in halves)
        rest = replace(self, stacks=tails) if any(tail.boxes for tail in tails) else None
        return replace(self, stacks=heads), rest

    def draw(self, paper: Paper, left: float, top: float) -> None:
        for number, stack in enumerate(self.stacks):
            stack.draw(paper, left + number * (self.width + COLUMN_GAP), top)


def tinted(boxes: Sequence[Box], width: float) -> Stack:
    """What is set apart, on a tint."""
    return Stack(tuple(boxes), padding=CALLOUT_PADDING, tint_width=width, before=9, after=11)


def kept_together(boxes: Sequence[Box], page_height: float) -> Stack:
    """What moves to the next page as a whole, unless it would fill most of that."""
    return Stack(tuple(boxes), before=boxes[0].before, after=boxes[-1].after, most_kept=page_height * 0.7)


def pages_of(boxes: Sequence[Box], height: float) -> Iterator[Stack]:
    """Fill pages of that height, one after the other."""
    rest: Stack | None = Stack(tuple(boxes))
    while rest is not None:
        page, rest = rest.split(height, must=True)
        if page is not None:
            yield page
