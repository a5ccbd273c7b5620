"""Small: the exact solution for few schools, without any library; as good as that of large.py."""

from collections import deque
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.limiting import Limit
from audit_app.results.matching.room import Room

if TYPE_CHECKING:
    from audit_app.results.matching.solving import Edge

MOST_SCHOOLS = 20
"""Every other school doubles the time: half a second here, where each could be the partner of each."""


def pairs(edges: "Sequence[Edge]") -> "Sequence[Edge]":
    """Of all ways to pair schools, one with the most pairs and of those the most weight."""
    schools = sorted({school for edge in edges for school in (edge.one, edge.other)})
    of = {school: [edge for edge in edges if edge.one == school] for school in schools}

    @cache
    def best(left: frozenset[int]) -> "tuple[int, int, tuple[Edge, ...]]":
        if not left:
            return 0, 0, ()
        first = min(left)
        choices = [best(left - {first})]
        for edge in of[first]:
            if edge.other in left:
                count, weight, rest = best(left - {first, edge.other})
                choices.append((count + 1, weight + edge.weight, (edge, *rest)))
        return max(choices, key=lambda choice: choice[:2])

    return best(frozenset(schools))[2]


def directed(candidates: Sequence[Candidate], room: Room) -> Sequence[Candidate]:
    """A flow of greatest weight: as long as some path through the limits adds weight, the heaviest is taken.

    Source: successive shortest paths (Busacker & Gowen 1961; Ahuja, Magnanti & Orlin 1993, “Network flows”, 9.7).
    """
    flow = _Flow()
    arcs = []
    for one in candidates:
        *giving, need, gets = one.limits
        at = _SOURCE
        for limit in giving:
            flow.arc(at, limit, room.left(limit))
            at = limit
        arcs.append(flow.arc(at, need, 1, one.weight, again=True))
        flow.arc(need, gets, room.left(need))
        flow.arc(gets, _SINK, room.left(gets))
    flow.fill()
    return [one for one, arc in zip(candidates, arcs, strict=True) if flow.room[arc] == 0]


_SOURCE: Limit = ("source", -1, "")
_SINK: Limit = ("sink", -1, "")


class _Flow:
    """A network; arc 2k + 1 takes back what arc 2k lets through."""

    def __init__(self) -> None:
        self.room: list[int] = []
        self._weight: list[int] = []
        self._to: list[Limit] = []
        self._from: dict[Limit, list[int]] = {_SOURCE: [], _SINK: []}
        self._known: dict[tuple[Limit, Limit], int] = {}

    def arc(self, start: Limit, end: Limit, room: int, weight: int = 0, *, again: bool = False) -> int:
        """Its number; the same arc is made once, unless `again`."""
        if not again and (start, end) in self._known:
            return self._known[start, end]
        number = self._known[start, end] = len(self._to)
        for one, other, left, gain in ((start, end, room, weight), (end, start, 0, -weight)):
            self._from.setdefault(one, []).append(len(self._to))
            self._from.setdefault(other, [])
            self._to.append(other)
            self.room.append(left)
            self._weight.append(gain)
        return number

    def fill(self) -> None:
        while (path := self._heaviest_path()) is not None:
            for arc in path:  # one unit: what leads through a match has room for no more
                self.room[arc] -= 1
                self.room[arc ^ 1] += 1

    def _heaviest_path(self) -> list[int] | None:
        """From source to sink, of weight above nothing (Bellman & Ford, with a queue)."""
        weight = {_SOURCE: 0}
        by: dict[Limit, int] = {}
        queue, queued = deque([_SOURCE]), {_SOURCE}
        while queue:
            node = queue.popleft()
            queued.discard(node)
            for arc in self._from[node]:
                end, gain = self._to[arc], weight[node] + self._weight[arc]
                if self.room[arc] > 0 and (end not in weight or gain > weight[end]):
                    weight[end] = gain
                    by[end] = arc
                    if end not in queued:
                        queue.append(end)
                        queued.add(end)
        if weight.get(_SINK, 0) <= 0:
            return None
        path, node = [], _SINK
        while node != _SOURCE:
            path.append(by[node])
            node = self._to[by[node] ^ 1]
        return path
