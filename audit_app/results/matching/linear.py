"""Linear: the exact solution for many schools, with SciPy's HiGHS (Huangfu & Hall 2018, Mathematical Programming
Computation 10, 119–142). Needs SciPy; imported only where it is used."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix

from audit_app.errors import AuditError
from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.limiting import Limit
from audit_app.results.matching.room import Room

if TYPE_CHECKING:
    from audit_app.results.matching.solving import Edge

FEW = 1e-6
"""Less than this is nothing: ten times HiGHS's own tolerance."""
AT_FIRST, MORE = 4, 2
"""Candidates of each need and helper that the first round considers, and each further round adds."""

Numbers = NDArray[Any]


class UnsolvedError(AuditError):
    def __init__(self, what: str) -> None:
        super().__init__(f"No matching was found: the solver gave up ({what}). Match fewer schools at a time.")


def pairs(edges: "Sequence[Edge]") -> "Sequence[Edge]":
    """As many pairs as possible, and of those the most weight.

    Without limits on odd sets of schools the linear problem would choose halves of pairs; those that it breaks are
    added until it does no longer (Edmonds 1965). Where that does not end in whole pairs, branching decides the rest.
    """
    if not edges:
        return ()
    schools = sorted({school for edge in edges for school in (edge.one, edge.other)})
    ends = [(edge.one, edge.other) for edge in edges]
    limits = _of_each(ends, schools)
    heaviest = max(edge.weight for edge in edges)
    worth = np.array([edge.weight for edge in edges], float) + (len(schools) // 2 + 1) * float(heaviest)
    if len(schools) % 2:
        limits.append((list(range(len(edges))), float(len(schools) // 2)))
    tried = _heaviest(worth, ends)
    while True:
        rows = _rows([among for among, _ in limits], len(edges))
        most = np.array([most for _, most in limits])
        x = _priced(worth, rows, most, tried)
        halves = [at for at, part in enumerate(x) if FEW < part < 1 - FEW]
        if not halves:
            return [edge for edge, part in zip(edges, x, strict=True) if part > 0.5]
        broken = _broken(ends, halves, x)
        if not broken:
            return _branched(edges, worth, rows, most)
        limits += broken


def directed(candidates: Sequence[Candidate], room: Room) -> Sequence[Candidate]:
    """The most weight within all limits.

    The best candidates of each need and helper are tried first; then those are added that could still improve the
    result by the prices of what they take, until there are none: so it is the best of all (Gilmore & Gomory 1961).
    """
    if not candidates:
        return ()
    numbers: dict[Limit, int] = {}
    takes = np.array([[numbers.setdefault(limit, len(numbers)) for limit in one.limits] for one in candidates])
    left = np.array([room.left(limit) for limit in numbers], float)
    worth = np.array([one.weight for one in candidates], float)
    tried = _best(worth, np.ones(len(worth), bool), takes, AT_FIRST)
    while True:
        at = np.flatnonzero(tried)
        found = linprog(-worth[at], A_ub=_taken(takes[at], left.size), b_ub=left, bounds=(0, None), method="highs-ipm")
        if found.x is None:
            raise UnsolvedError(found.message)
        gain = worth + found.ineqlin.marginals[takes].sum(axis=1)
        better = (gain > FEW) & ~tried
        if not better.any():
            break
        tried |= _best(gain, better, takes, MORE)
    if ((found.x > FEW) & (found.x < 1 - FEW)).any():
        return _in_whole(candidates, worth, takes, left)
    return [candidates[int(place)] for place, x in zip(at, found.x, strict=True) if x > 0.5]


def _priced(worth: Numbers, rows: Any, most: Numbers, tried: Numbers) -> Numbers:
    """The best parts of pairs. Those that were not tried yet are added to `tried` while they could improve the result,
    by the prices of the schools and sets that they take part in."""
    while True:
        at = np.flatnonzero(tried)
        found = linprog(-worth[at], A_ub=rows[:, at], b_ub=most, bounds=(0, None), method="highs")
        if found.x is None:
            raise UnsolvedError(found.message)
        gain = worth + rows.T @ found.ineqlin.marginals
        better = (gain > FEW) & ~tried
        if not better.any():
            x = np.zeros(len(worth))
            x[at] = found.x
            return x
        tried |= better


def _heaviest(worth: Numbers, ends: Sequence[tuple[int, int]]) -> Numbers:
    """The heaviest few pairs of each school."""
    left: dict[int, int] = {}
    tried = np.zeros(len(worth), bool)
    for at in np.argsort(-worth, kind="stable"):
        for school in ends[at]:
            if left.setdefault(school, AT_FIRST) > 0:
                left[school] -= 1
                tried[at] = True
    return tried


def _of_each(ends: Sequence[tuple[int, int]], schools: Sequence[int]) -> list[tuple[list[int], float]]:
    among: dict[int, list[int]] = {school: [] for school in schools}
    for at, pair in enumerate(ends):
        for school in pair:
            among[school].append(at)
    return [(places, 1.0) for places in among.values()]


def _broken(ends: Sequence[tuple[int, int]], halves: Sequence[int], x: Numbers) -> list[tuple[list[int], float]]:
    """Odd sets of schools, joined by parts of pairs, in which there are more pairs than there can be."""
    sets: list[set[int]] = []
    for at in halves:
        joined = [one for one in sets if one & {*ends[at]}]
        sets = [one for one in sets if one not in joined] + [{*ends[at]}.union(*joined)]
    found = []
    for one in sets:
        among = [at for at, pair in enumerate(ends) if pair[0] in one and pair[1] in one]
        if len(one) % 2 and x[among].sum() > len(one) // 2 + FEW:
            found.append((among, float(len(one) // 2)))
    return found


def _branched(edges: "Sequence[Edge]", worth: Numbers, rows: Any, most: Numbers) -> "Sequence[Edge]":
    found = _whole(worth, rows, most)
    return [edge for edge, x in zip(edges, found, strict=True) if x > 0.5]


def _in_whole(candidates: Sequence[Candidate], worth: Numbers, takes: Numbers, left: Numbers) -> Sequence[Candidate]:
    """Only should the linear solution stop between two equally good ones."""
    found = _whole(worth, _taken(takes, left.size), left)
    return [one for one, x in zip(candidates, found, strict=True) if x > 0.5]


def _whole(worth: Numbers, rows: Any, most: Numbers) -> Numbers:
    found = milp(
        -worth,
        constraints=LinearConstraint(rows, -np.inf, most),
        integrality=np.ones(len(worth)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    if found.x is None or found.status != 0:
        raise UnsolvedError(found.message)
    solution: Numbers = found.x
    return solution


def _taken(takes: Numbers, limits: int) -> Any:
    """A row a limit, a column a candidate."""
    size, each = takes.shape
    return csr_matrix((np.ones(size * each), (takes.T.ravel(), np.tile(np.arange(size), each))), (limits, size))


def _rows(among: Sequence[Sequence[int]], columns: int) -> Any:
    places = [at for row in among for at in row]
    numbers = [number for number, row in enumerate(among) for _ in row]
    return csr_matrix((np.ones(len(places)), (numbers, places)), (len(among), columns))


def _best(value: Numbers, among: Numbers, takes: Numbers, most: int) -> Numbers:
    """The heaviest few of each need and of each helper's capacity, of those among which."""
    found = np.zeros(len(value), bool)
    for column in (-2, 1):
        at = np.flatnonzero(among)
        order = at[np.lexsort((-value[at], takes[at, column]))]
        group = takes[order, column]
        begins = np.concatenate(([True], group[1:] != group[:-1]))
        first = np.maximum.accumulate(np.where(begins, np.arange(order.size), 0))
        found[order[np.arange(order.size) - first < most]] = True
    return found
