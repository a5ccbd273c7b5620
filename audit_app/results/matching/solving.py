"""Solving: the best matching there is, not a good guess. What is better is said by a list, from the most important on:

1. as many schools as possible in pairs in which each gives and gets; a school has one such partner at most, because a
   partnership takes time on both sides, and many with one partner are worth more than few with several;
2. of those, the pairs with the most weight;
3. with what room is left, directed help with the most weight;
4. with what is left then, trios (trios.py).

1 and 2 are a maximum matching of greatest weight in a graph (Edmonds 1965, Journal of Research of the National Bureau
of Standards 69B, 125–130); 3 is a flow of greatest weight, because all its limits are nested (Ford & Fulkerson 1962).
Both are solved exactly: with SciPy in large.py, and without it, for up to some dozens of schools, in small.py. Schools
that no possible match connects are solved apart, which changes nothing.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import NamedTuple, Protocol

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.results.matching import small
from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.room import Room

WITHOUT_SCIPY = 8_000
"""Possible matches, about what 50 schools have: up to here small.py is done before SciPy would be loaded."""

Direction = tuple[int, int]
"""Helper, helped."""


class Edge(NamedTuple):
    """Two schools that could be partners."""

    one: int
    other: int
    weight: int
    matches: tuple[Candidate, ...]
    """The heaviest match in each direction; only one where the other direction stands already."""


class Solver(Protocol):
    def pairs(self, edges: Sequence[Edge]) -> Sequence[Edge]: ...

    def directed(self, candidates: Sequence[Candidate], room: Room) -> Sequence[Candidate]: ...


class NeedsSciPyError(AuditError):
    def __init__(self, schools: int) -> None:
        super().__init__(
            _(
                "{schools} schools that could help one another are too many to match without SciPy, which is not "
                "installed. Install it (pip install scipy) and try again, or match at most "
                "{most_schools} schools at a time."
            ).format(schools=schools, most_schools=small.MOST_SCHOOLS)
        )


@dataclass(frozen=True)
class Solved:
    """The matches of each step."""

    pairs: tuple[Candidate, ...]
    directed: tuple[Candidate, ...]

    @property
    def all(self) -> tuple[Candidate, ...]:
        return self.pairs + self.directed


def solve(
    found: Sequence[Candidate],
    room: Room,
    standing: Collection[Direction] = frozenset(),
    solver: Solver | None = None,
) -> Solved:
    """`standing` are directions in which help stands already; the room has no longer what that takes. Raises
    NeedsSciPyError."""
    pairs: list[Candidate] = []
    directed: list[Candidate] = []
    for part in components(room.open_for(found)):
        chosen = solver or solver_for(part)
        partners = chosen.pairs(edges(part, standing))
        together = [one for edge in partners for one in edge.matches]
        left = room.without(one.pairing for one in together)
        pairs += together
        directed += chosen.directed(left.open_for(part), left)
    return Solved(tuple(sorted(pairs)), tuple(sorted(directed)))


def solver_for(part: Sequence[Candidate]) -> Solver:
    """SciPy where it is installed, unless there is so little to do that loading it would take longer."""
    if len(part) <= WITHOUT_SCIPY:
        return small
    if find_spec("scipy") is not None:
        from audit_app.results.matching import large

        return large
    schools = len({school for one in part for school in (one.helper, one.helped)})
    if schools > small.MOST_SCHOOLS:
        raise NeedsSciPyError(schools)
    return small


def edges(part: Iterable[Candidate], standing: Collection[Direction] = frozenset()) -> tuple[Edge, ...]:
    """Between schools that could help one another; not of those that have such a partner already."""
    settled = {school for one, other in standing if (other, one) in standing for school in (one, other)}
    best: dict[Direction, Candidate] = {}
    for one in part:
        known = best.get((one.helper, one.helped))
        if known is None or (one.weight, one.area) > (known.weight, known.area):
            best[one.helper, one.helped] = one
    found = []
    for pair in sorted({(min(direction), max(direction)) for direction in best}):
        both = pair, (pair[1], pair[0])
        if not settled & {*pair} and all(direction in best or direction in standing for direction in both):
            new = tuple(best[direction] for direction in both if direction not in standing)
            found.append(Edge(*pair, sum(one.weight for one in new), new))
    return tuple(found)


def components(found: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
    """Parts that share no school, in the order of their first school; each in its own order."""
    parent: dict[int, int] = {}

    def root(school: int) -> int:
        while parent.setdefault(school, school) != school:
            parent[school] = parent[parent[school]]
            school = parent[school]
        return school

    for helper, helped in {(one.helper, one.helped) for one in found}:
        first, second = sorted((root(helper), root(helped)))
        parent[second] = first
    parts: dict[int, list[Candidate]] = {}
    for one in found:
        parts.setdefault(root(one.helper), []).append(one)
    return tuple(tuple(parts[school]) for school in sorted(parts))
