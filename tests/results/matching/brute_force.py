"""Every matching there is, tried one by one: what the solvers are held against."""

from collections import Counter
from collections.abc import Iterator, Sequence

from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.room import Room


def best_pairs(found: Sequence[Candidate]) -> tuple[int, int]:
    """Most pairs of schools that each give and get, a school in one of them at most; and their most weight."""
    heaviest: dict[tuple[int, int], int] = {}
    for one in found:
        direction = one.helper, one.helped
        heaviest[direction] = max(heaviest.get(direction, 0), one.weight)
    possible = [(one, other) for one, other in sorted(heaviest) if one < other and (other, one) in heaviest]

    def ways(left: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        yield 0, 0
        for at, (one, other) in enumerate(left):
            rest = [pair for pair in left[at + 1 :] if not {*pair} & {one, other}]
            for count, weight in ways(rest):
                yield count + 1, weight + heaviest[one, other] + heaviest[other, one]

    return max(ways(possible))


def best_directed(found: Sequence[Candidate], room: Room) -> int:
    """Most weight of any choice that keeps every limit."""
    best = 0

    def choose(at: int, taken: Counter[object], weight: int) -> None:
        nonlocal best
        best = max(best, weight)
        for further in range(at, len(found)):
            limits = found[further].limits
            if all(taken[limit] < room.left(limit) for limit in limits):
                choose(further + 1, taken + Counter(limits), weight + found[further].weight)

    choose(0, Counter(), 0)
    return best
