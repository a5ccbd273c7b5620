"""Small: the exact solution without any library, quick for some dozens of schools; as good as that of large.py."""

from collections import deque
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from audit_app.results.matching.blossoms import heaviest_pairs
from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.limiting import Limit
from audit_app.results.matching.room import Room
from audit_app.steps import step

if TYPE_CHECKING:
    from audit_app.results.matching.solving import Edge

MOST_SCHOOLS = 150
"""Above it the time grows beyond some seconds: two for 150 schools that could all help one another."""


def pairs(edges: "Sequence[Edge]") -> "Sequence[Edge]":
    """Of all ways to pair schools, one with the most pairs and of those the most weight."""
    partners = heaviest_pairs({(edge.one, edge.other): edge.weight for edge in edges})
    return [edge for edge in edges if partners.get(edge.one) == edge.other]


def directed(candidates: Sequence[Candidate], room: Room) -> Sequence[Candidate]:
    """A flow of greatest weight: as long as some path through the limits adds weight, the heaviest is taken.

    Source: successive shortest paths (Busacker & Gowen 1961) with prices that leave every arc a cost of nothing or more
    (Edmonds & Karp 1972, Journal of the ACM 19, 248–264), so that only what is near the best path is looked at.
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
_START, _GOAL = 0, 1


class _Flow:
    """A network; arc 2k + 1 takes back what arc 2k lets through."""

    def __init__(self) -> None:
        self.room: list[int] = []
        self._weight: list[int] = []
        self._to: list[int] = []
        self._from: list[list[int]] = [[], []]
        self._nodes: dict[Limit, int] = {_SOURCE: _START, _SINK: _GOAL}
        self._known: dict[tuple[int, int], int] = {}

    def arc(self, start: Limit, end: Limit, room: int, weight: int = 0, *, again: bool = False) -> int:
        """Its number; the same arc is made once, unless `again`."""
        one, other = self._node(start), self._node(end)
        if not again and (one, other) in self._known:
            return self._known[one, other]
        number = self._known[one, other] = len(self._to)
        self._from[one].append(number)
        self._from[other].append(number + 1)
        self._to += (other, one)
        self.room += (room, 0)
        self._weight += (weight, -weight)
        return number

    def _node(self, limit: Limit) -> int:
        if limit not in self._nodes:
            self._nodes[limit] = len(self._from)
            self._from.append([])
        return self._nodes[limit]

    def fill(self) -> None:
        height = self._heights()
        while (path := self._heaviest_path(height)) is not None:
            step()
            for arc in path:  # one unit: what leads through a match has room for no more
                self.room[arc] -= 1
                self.room[arc ^ 1] += 1

    def _heights(self) -> dict[int, int]:
        """Of each node that can be reached, the weight of the heaviest path to it (Bellman & Ford, with a queue)."""
        height = {_START: 0}
        queue, queued = deque([_START]), {_START}
        while queue:
            node = queue.popleft()
            queued.discard(node)
            for arc in self._from[node]:
                end, gain = self._to[arc], height[node] + self._weight[arc]
                if self.room[arc] > 0 and (end not in height or gain > height[end]):
                    height[end] = gain
                    if end not in queued:
                        queue.append(end)
                        queued.add(end)
        return height

    def _heaviest_path(self, height: dict[int, int]) -> list[int] | None:
        """From source to sink, of weight above nothing (Dijkstra). No arc with room climbs more than its weight below
        its end's height; the heights of the nodes that were looked at are moved so that this stays true."""
        below = {_START: 0}
        by: dict[int, int] = {}
        done: dict[int, int] = {}
        queue = [(0, _START)]
        while queue and _GOAL not in done:
            loss, node = heappop(queue)
            if node in done:
                continue
            done[node] = loss
            here = loss - height[node]
            for arc in self._from[node]:
                if self.room[arc] > 0:
                    end = self._to[arc]
                    away = here + height[end] - self._weight[arc]
                    if end not in below or away < below[end]:
                        below[end] = away
                        by[end] = arc
                        heappush(queue, (away, end))
        if _GOAL not in done:
            return None
        for node, loss in done.items():
            height[node] += done[_GOAL] - loss
        if height[_GOAL] - height[_START] <= 0:
            return None
        path, node = [], _GOAL
        while node != _START:
            path.append(by[node])
            node = self._to[by[node] ^ 1]
        return path
