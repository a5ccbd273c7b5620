"""Large: the exact solution for many schools, with SciPy: its HiGHS for pairs (Huangfu & Hall 2018, Mathematical
Programming Computation 10, 119–142), its sparse assignment for directed help. Imported only where it is used."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.room import Room
from audit_app.steps import step

if TYPE_CHECKING:
    from audit_app.results.matching.solving import Edge

FEW = 1e-6
"""Less than this is nothing: ten times HiGHS's own tolerance."""
AT_FIRST = 4
"""Pairs of each school that the first round considers."""

Numbers = NDArray[Any]


class UnsolvedError(AuditError):
    def __init__(self, what: str) -> None:
        super().__init__(
            _("No matching was found: the solver gave up ({what}). Match fewer schools at a time.").format(what=what)
        )


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
    """The most weight within all limits, as an assignment: each visit that a helper could make in an area to at most
    one need. Visits beyond what a helper gives in all, and needs beyond what a school gets, are taken up by idle
    partners of their own that weigh more than all matches together, so that none of them stays free.

    Source: Jonker & Volgenant 1987, Computing 38, 325–340, for sparse problems, as SciPy has it. All weights are whole
    numbers below 2⁵³, so nothing is rounded.
    """
    if not candidates:
        return ()
    visits = _Numbered()
    needs = _Numbered()
    for one in candidates:
        if (one.helper, one.area) not in visits.places:
            most = min(room.left(("capacity", one.helper, one.area)), room.left(("gives", one.helper, "")))
            visits.add(one.helper, one.area, most)
        if (one.helped, one.area) not in needs.places:
            needs.add(one.helped, one.area, 1)
    idle = float((needs.size + 1) * max(one.weight for one in candidates))
    arcs = [
        (visit, needs.places[one.helped, one.area][0], float(one.weight))
        for one in candidates
        for visit in visits.places[one.helper, one.area]
    ]
    right = needs.size
    for school, places in visits.of_school.items():
        for _place in range(len(places) - room.left(("gives", school, ""))):
            arcs += [(visit, right, idle) for visit in places]
            right += 1
    left = visits.size
    for school, places in needs.of_school.items():
        for _place in range(len(places) - room.left(("gets", school, ""))):
            arcs += [(left, need, idle) for need in places]
            left += 1
    arcs += [(one, right + one, 0.0) for one in range(left)]  # nobody
    rows, columns, weights = zip(*arcs, strict=True)
    costs = idle + 1 - np.array(weights)  # above nothing, because an arc of no cost would count as none
    chosen = min_weight_full_bipartite_matching(csr_matrix((costs, (rows, columns)), (left, right + left)))
    taken = {*zip(*(map(int, ends) for ends in chosen), strict=True)}
    return [
        one
        for one in candidates
        if any((visit, needs.places[one.helped, one.area][0]) in taken for visit in visits.places[one.helper, one.area])
    ]


class _Numbered:
    """Places in a row for what schools could do in areas."""

    def __init__(self) -> None:
        self.size = 0
        self.places: dict[tuple[int, str], range] = {}
        self.of_school: dict[int, list[int]] = {}

    def add(self, school: int, area: str, number: int) -> None:
        self.places[school, area] = range(self.size, self.size + number)
        self.of_school.setdefault(school, []).extend(self.places[school, area])
        self.size += number


def _priced(worth: Numbers, rows: Any, most: Numbers, tried: Numbers) -> Numbers:
    """The best parts of pairs. Those that were not tried yet are added to `tried` while they could improve the result,
    by the prices of the schools and sets that they take part in."""
    while True:
        step()
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


def _rows(among: Sequence[Sequence[int]], columns: int) -> Any:
    places = [at for row in among for at in row]
    numbers = [number for number, row in enumerate(among) for _ in row]
    return csr_matrix((np.ones(len(places)), (numbers, places)), (len(among), columns))
