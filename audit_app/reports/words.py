"""Words: from anybody's text to lines that fit, in fonts that have the characters. No markup is read, here or later."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from audit_app.reports.direction import RIGHT_TO_LEFT, Run, as_seen, joined, leads_right_to_left, runs_of, turned
from audit_app.reports.fonts import NO_BREAK_SPACE, REPLACEMENT, Font, font, second_font
from audit_app.reports.look import TextStyle, Weight

LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
NO_BREAK_SPACES = re.compile("[\u2007\u202f]")
EMPTY_LINES = re.compile("\n{3,}")
BREAK_INSIDE_A_WORD = re.compile(r"(?<=\w[-–/])(?=\w)")
PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u024f‐-\u2027‰-\u205e€]*")
"""Text of these characters alone is clean but for spaces at its ends; most of what people write is."""
ELLIPSIS = "…"


class Piece(NamedTuple):
    """A stretch of text in one font."""

    font: Font
    text: str
    meaning: str = ""
    """What was written, where something else is printed: a replacement, or letters as they are seen."""

    def between(self, start: int, end: int) -> "tuple[Piece, ...]":
        """The part from one character to another; nothing where that has none."""
        return (Piece(self.font, self.text[start:end], self.meaning[start:end]),) if start < end else ()


class Line(NamedTuple):
    """One line as it will be printed; its width is for a size of 1."""

    pieces: tuple[Piece, ...]
    width: float
    spaced: bool = False
    """A space follows, for readers that go by the tags: they would hear two words as one, or one word as two."""
    places: tuple[float, ...] = ()
    """Where each piece begins, for a size of 1, on a line that is not read from left to right alone; pieces stand in
    the order in which they are read."""


EMPTY_LINE = Line((), 0.0)


class _Atom(NamedTuple):
    """What is not broken unless it must: a word, or the part of one up to a hyphen or a slash."""

    pieces: tuple[Piece, ...]
    width: float
    after_space: bool


def clean(text: str) -> str:
    """The text without what no page can hold: control and invisible formatting characters; line breaks become “\\n”."""
    if PLAIN.fullmatch(text):
        return text.strip(" ")
    unbroken = NO_BREAK_SPACES.sub(NO_BREAK_SPACE, LINE_BREAKS.sub("\n", text))
    spaced = "".join(map(_kept, unicodedata.normalize("NFC", unbroken)))
    return EMPTY_LINES.sub("\n\n", "\n".join(line.strip(" ") for line in spaced.split("\n"))).strip("\n")


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    """What stays of a character. Bidirectional overrides and variation selectors go: with them a page could read
    otherwise than it looks."""
    code, category = ord(character), unicodedata.category(character)
    if character in (NO_BREAK_SPACE, "\n"):
        return character
    if character == "\t" or category == "Zs":
        return " "
    if category in {"Cc", "Cf"} or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return ""
    is_no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return REPLACEMENT if category == "Cs" or is_no_character else character


def lines_of(text: str, style: TextStyle, room: float, lead: str = "", first_indent: float = 0) -> tuple[Line, ...]:
    """Break the text into lines of at most `room` points; no line at all for blank text.

    The lead is set semibold before it. The first line may start further in, behind something drawn there.
    """
    lead, text = clean(lead), clean(text)
    if not (lead + text).strip():
        return ()
    room_left = (room - first_indent) / style.size
    lines: list[Line] = []
    for atoms in _paragraphs(lead, text, style.weight):
        broken = tuple(_fill(atoms, room_left, room / style.size, _space(style.weight)))
        lines.extend(_directed(broken) or (EMPTY_LINE,) * bool(lines))
        room_left = room / style.size
    if lines:
        lines[-1] = lines[-1]._replace(spaced=False)
    return tuple(lines)


def _directed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """One paragraph's, put in the order in which they are seen; nothing changes where all is read left to right."""
    written = "".join(_written(line) for line in lines)
    if not RIGHT_TO_LEFT.search(written):
        return tuple(lines)
    right_to_left = leads_right_to_left(written)
    return tuple(_seen(line, right_to_left=right_to_left) for line in lines)


def _written(line: Line) -> str:
    return "".join(piece.meaning or piece.text for piece in line.pieces)


def _seen(line: Line, *, right_to_left: bool) -> Line:
    written = _written(line)
    each = [piece.between(at, at + 1)[0] for piece in line.pieces for at in range(len(piece.text))]
    runs = [part for run in runs_of(written, right_to_left=right_to_left) for part in _in_one_font(run, each)]
    parts = [
        _turned(each[run.start].font, written[run.start : run.end])
        if run.level % 2
        else next(_joined(each[run.start : run.end]))
        for run in runs
    ]
    places, used = [0.0] * len(runs), 0.0
    for at in as_seen(runs):
        places[at], used = used, used + _width([parts[at]])
    return Line(tuple(parts), used, line.spaced, tuple(places))


def _in_one_font(run: Run, each: Sequence[Piece]) -> Iterator[Run]:
    """Its parts; what stands for something else is kept apart from what doesn't."""
    start = run.start
    for _, same in groupby(each[run.start : run.end], lambda one: (one.font.name, bool(one.meaning))):
        end = start + len(list(same))
        yield Run(start, end, run.level)
        start = end


def _turned(face: Font, written: str) -> Piece:
    """Letters as they are seen, and what is read in their place."""
    printed = joined(written, face.has)
    seen = turned("".join(one if face.has(one) else REPLACEMENT for one in printed))
    return Piece(face, seen, meaning="" if seen == written else written)


@lru_cache(maxsize=512)  # furniture asks on every page
def shortened(text: str, style: TextStyle, room: float, lines: int = 1) -> tuple[Line, ...]:
    """The first lines of the text; what does not fit ends in “…”. Only for what stands in full elsewhere."""
    broken = lines_of(text, style, room)
    if len(broken) <= lines:
        return broken
    kept = broken[: lines - 1]
    last = _written(broken[lines - 1])
    while last and _width(measured(last + ELLIPSIS, style.weight)) > room / style.size:
        last = last[:-1]
    end = measured(last.rstrip() + ELLIPSIS, style.weight)
    return (*kept, *_directed([Line(end, _width(end))]))


def _paragraphs(lead: str, text: str, weight: Weight) -> Iterator[list[_Atom]]:
    strong = list(_atoms(lead, "semibold"))
    for line in text.split("\n"):
        yield strong + list(_atoms(line, weight))
        strong = []


def _atoms(line: str, weight: Weight) -> Iterator[_Atom]:
    for word in line.split(" "):
        yield from _atoms_of(word, weight)


@lru_cache(maxsize=8192)  # people use few words, and those again and again
def _atoms_of(word: str, weight: Weight) -> tuple[_Atom, ...]:
    laid = [
        (number == 0, measured(part, weight)) for number, part in enumerate(BREAK_INSIDE_A_WORD.split(word)) if part
    ]
    return tuple(_Atom(pieces, _width(pieces), is_first) for is_first, pieces in laid)


def measured(text: str, weight: Weight) -> tuple[Piece, ...]:
    """The text in the fonts that have its characters."""
    main = font(weight)
    if main.widths.keys() >= set(map(ord, text)):
        return (Piece(main, text),)
    return tuple(_joined(_piece(character, main) for character in text))


def _piece(character: str, main: Font) -> Piece:
    if main.has(character):
        return Piece(main, character)
    if second_font().has(character):
        return Piece(second_font(), character)
    return Piece(second_font(), REPLACEMENT, meaning=character)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours in one font become one piece, unless one of them stands for something else."""
    last: Piece | None = None
    for piece in pieces:
        if last and last.font is piece.font and bool(last.meaning) == bool(piece.meaning):
            last = Piece(piece.font, last.text + piece.text, last.meaning + piece.meaning)
        else:
            if last:
                yield last
            last = piece
    if last:
        yield last


def _width(pieces: Sequence[Piece]) -> float:
    return sum(piece.font.width(piece.text) for piece in pieces) / 1000


def _space(weight: Weight) -> Piece:
    return Piece(font(weight), " ")


def _fill(atoms: Sequence[_Atom], room: float, next_room: float, space: Piece) -> Iterator[Line]:
    """Greedy: a word that does not fit starts a new line; one that fits no line at all is cut where the line ends."""
    space_width = _width([space])
    pieces: list[Piece] = []
    used = 0.0
    for atom in atoms:
        gap = space_width if pieces and atom.after_space else 0.0
        if pieces and used + gap + atom.width > room:
            yield _line(pieces, used, spaced=atom.after_space)
            pieces, used, gap, room = [], 0.0, 0.0, next_room
        if gap:
            pieces.append(space)
        *full, last = _cut(atom, room, next_room) if atom.width > room else [atom]
        for part in full:
            yield _line(part.pieces, part.width, spaced=False)
            room = next_room
        pieces.extend(last.pieces)
        used += gap + last.width
    if pieces:
        yield _line(pieces, used, spaced=True)


def _line(pieces: Sequence[Piece], width: float, spaced: bool) -> Line:
    main = pieces[0].font
    if all(piece.font is main and not piece.meaning for piece in pieces):
        return Line((Piece(main, "".join([piece.text for piece in pieces])),), width, spaced)
    return Line(tuple(_joined(pieces)), width, spaced)


def _cut(atom: _Atom, room: float, next_room: float) -> Iterator[_Atom]:
    """Parts that fit a line each: at least one character, together with the marks printed over it."""
    part: list[Piece] = []
    used = 0.0
    for piece in atom.pieces:
        start = 0
        for position, character in enumerate(piece.text):
            width = piece.font.widths[ord(character)] / 1000
            is_full = used + width > room and (part or position > start)
            stays = piece.meaning == "" and unicodedata.combining(character) and not width
            if is_full and not stays:
                yield _Atom((*part, *piece.between(start, position)), used, after_space=False)
                part, used, room, start = [], 0.0, next_room, position
            used += width
        part.extend(piece.between(start, len(piece.text)))
    yield _Atom(tuple(part), used, after_space=False)
