"""Direction: where words that are read from right to left stand on a line, and how Arabic letters join.

What is printed stands in the order in which it is seen; what is written, for a screen reader and for copying, keeps
the order in which it is read. Without overrides (`clean` takes them out), this is the Unicode Bidirectional Algorithm
(UAX #9) but for its rule on pairs of brackets.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
STRONG = {"L": 0, "R": 1, "AL": 1}
"""Kinds of characters that have a direction of their own: the remainder of an embedding level."""
NEUTRAL = {"B", "S", "WS", "ON"}
MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
TATWEEL = "ـ"
LAM = "ل"


class Run(NamedTuple):
    """Neighbours that are read in one direction: the characters from `start` to before `end`."""

    start: int
    end: int
    level: int
    """Odd: from right to left."""


def leads_right_to_left(text: str) -> bool:
    """The first character with a direction has that one."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((STRONG[kind] for kind in kinds if kind in STRONG), 0) == 1


def runs_of(text: str, *, right_to_left: bool) -> tuple[Run, ...]:
    """In the order in which they are read. `right_to_left` is the direction of the whole paragraph."""
    start, found = 0, []
    for level, same in groupby(_levels(text, int(right_to_left))):
        end = start + len(list(same))
        found.append(Run(start, end, level))
        start = end
    return tuple(found)


def as_seen(runs: Sequence[Run]) -> list[int]:
    """Their positions in the order in which they stand on the line, from the left (rule L2)."""
    order = list(range(len(runs)))
    for level in range(max((run.level for run in runs), default=0), 0, -1):
        changed: list[int] = []
        for is_turned, some in groupby([(runs[at].level >= level, at) for at in order], itemgetter(0)):
            group = [at for _, at in some]
            changed += reversed(group) if is_turned else group
        order = changed
    return order


def turned(text: str) -> str:
    """From the left as it is seen; brackets open to the other side.

    Vowel signs of these letters are drawn from where their letter begins, so they come before it; accents are drawn
    back over what they follow.
    """
    clusters: list[str] = []
    for character in text.translate(MIRRORED):
        if clusters and unicodedata.combining(character) and not RIGHT_TO_LEFT.match(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return "".join(reversed(clusters))


def joined(text: str, has: Callable[[str], bool]) -> str:
    """Arabic letters in the forms that they have beside one another, those that a font has; lam and alef become one."""
    forms, letters = _forms(), [at for at, one in enumerate(text) if not unicodedata.combining(one)]
    said = list(text)
    for place, at in enumerate(letters):
        before = text[letters[place - 1]] if place else ""
        after = text[letters[place + 1]] if place + 1 < len(letters) else ""
        back = _joins(before, "initial") and _joins(text[at], "final")
        on = _joins(text[at], "initial") and _joins(after, "final")
        form = ("medial" if on else "final") if back else "initial" if on else ""
        pair = forms.get(LAM + after, {}).get("final" if back else "isolated", "") if after and text[at] == LAM else ""
        one = forms.get(text[at], {}).get(form, "")
        if pair and has(pair):
            said[at], said[letters[place + 1]] = pair, ""
        elif said[at] and one and has(one):
            said[at] = one
    return "".join(said)


def _joins(letter: str, form: str) -> bool:
    return letter == TATWEEL or form in _forms().get(letter, {})


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """One letter, or lam and an alef, to its forms, as Unicode has them for old programs."""
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        written = "".join(chr(int(letter, 16)) for letter in letters)
        if form[1:-1] in {"isolated", "initial", "medial", "final"} and (len(written) == 1 or code >= 0xFEF5):
            found.setdefault(written, {}).setdefault(form[1:-1], chr(code))
    return found


def _levels(text: str, base: int) -> Iterator[int]:
    """Rules W1 to I2, one character after the other."""
    edge = "R" if base else "L"
    kinds = _between(_numbers(_weak(text, edge), edge), edge)
    for kind in kinds:
        if kind in {"EN", "AN"}:
            yield 2
        else:
            yield base + (STRONG[kind] != base)


def _weak(text: str, edge: str) -> list[str]:
    """W1 to W3: marks are as their letter; digits after an Arabic letter are Arabic."""
    kinds: list[str] = []
    strong, before = edge, edge
    for character in text:
        kind = unicodedata.bidirectional(character) or "L"
        kind = before if kind in {"NSM", "BN"} else kind
        if kind in STRONG:
            strong = kind
        kinds.append("AN" if kind == "EN" and strong == "AL" else kind)
        before = kind
    return ["R" if kind == "AL" else kind for kind in kinds]


def _numbers(kinds: list[str], edge: str) -> list[str]:
    """W4 to W7: what stands within and beside numbers belongs to them; in Latin text they are Latin."""
    for at in range(1, len(kinds) - 1):
        around = {kinds[at - 1], kinds[at + 1]}
        if (kinds[at] in {"ES", "CS"} and around == {"EN"}) or (kinds[at] == "CS" and around == {"AN"}):
            kinds[at] = around.pop()
    at = 0
    for kind, same in groupby(list(kinds)):
        end = at + len(list(same))
        if kind == "ET" and "EN" in (*kinds[max(at - 1, 0) : at], *kinds[end : end + 1]):
            kinds[at:end] = ["EN"] * (end - at)
        at = end
    strong = edge
    for at, kind in enumerate(kinds):
        if kind in {"ES", "ET", "CS"}:
            kinds[at] = "ON"
        strong = kind if kind in STRONG else strong
        if kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _between(kinds: list[str], edge: str) -> list[str]:
    """N1 and N2: what has no direction has that of both its sides, else that of the paragraph."""
    at = 0
    for is_neutral, same in groupby(list(kinds), lambda kind: kind in NEUTRAL):
        end = at + len(list(same))
        if is_neutral:
            before = kinds[at - 1] if at else edge
            after = kinds[end] if end < len(kinds) else edge
            sides = {"L" if side == "L" else "R" for side in (before, after)}
            kinds[at:end] = [sides.pop() if len(sides) == 1 else edge] * (end - at)
        at = end
    return kinds
