"""Room: how much help each school can still give and get. Every limit of a matching, in one value."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.limiting import Limit, Pairing, limits_on


@dataclass(frozen=True)
class Room:
    """What is left of each limit."""

    capacity: Mapping[tuple[int, str], int]
    gives: int
    gets: int
    taken: Mapping[Limit, int]

    def left(self, limit: Limit) -> int:
        what, school, area = limit
        match what:
            case "need" | "joins":
                whole = 1
            case "capacity":
                whole = self.capacity.get((school, area), 0)
            case "gives":
                whole = self.gives
            case _:
                whole = self.gets
        return max(0, whole - self.taken.get(limit, 0))

    def open_for(self, found: Iterable[Candidate]) -> list[Candidate]:
        """Those that there is room for."""
        gives, gets, capacity, needs = (
            {
                (school, area)
                for kind, school, area in self.taken
                if kind == what and not self.left((what, school, area))
            }
            for what in ("gives", "gets", "capacity", "need")
        )
        busy, helped = {school for school, _ in gives}, {school for school, _ in gets}
        return [
            one
            for one in found
            if one.helper not in busy
            and one.helped not in helped
            and (one.helper, one.area) not in capacity
            and (one.helped, one.area) not in needs
            and self.capacity.get((one.helper, one.area), 0) > 0
        ]

    def without(self, pairings: Iterable[Pairing]) -> "Room":
        """What is left once these are matched."""
        taken = Counter(self.taken)
        for pairing in pairings:
            taken.update(limits_on(pairing))
        return Room(self.capacity, self.gives, self.gets, taken)

    def with_one_more(self, helper: int, area: str) -> "Room":
        """Could this school help one more with this, what would be left?"""
        taken = Counter(self.taken)
        taken["capacity", helper, area] -= 1
        taken["gives", helper, ""] -= 1
        return Room(self.capacity, self.gives, self.gets, taken)
