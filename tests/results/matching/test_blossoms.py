"""The heaviest pairs are the best there are: by hand, against every way there is, and against HiGHS among fifty."""

from functools import cache
from itertools import combinations
from random import Random

import pytest

from audit_app.results.matching import large
from audit_app.results.matching.blossoms import heaviest_pairs
from audit_app.results.matching.solving import Edge

Weighted = dict[tuple[int, int], int]


def pairs_of(weights: Weighted, *, most: bool = True) -> list[tuple[int, int]]:
    return sorted(pair for pair in heaviest_pairs(weights, most=most).items() if pair[0] < pair[1])


def worth(weights: Weighted, *, most: bool = True) -> tuple[int, int]:
    found = pairs_of(weights, most=most)
    return len(found), sum(weights[pair] for pair in found)


def every_way(weights: Weighted) -> tuple[tuple[int, int], int]:
    """Most pairs and of those the most weight; and the most weight of any number of pairs."""

    @cache
    def best(left: frozenset[int]) -> tuple[tuple[int, int], int]:
        if not left:
            return (0, 0), 0
        first = min(left)
        counted, heaviest = best(left - {first})
        for other in left - {first}:
            weight = weights.get((first, other), 0)
            if weight:
                (count, so_far), free = best(left - {first, other})
                counted, heaviest = max(counted, (count + 1, so_far + weight)), max(heaviest, free + weight)
        return counted, heaviest

    return best(frozenset(end for pair in weights for end in pair))


def at_random(random: Random, ends: int, heaviest: int, density: float) -> Weighted:
    return {pair: random.randint(1, heaviest) for pair in combinations(range(ends), 2) if random.random() < density}


def test_an_odd_ring_leaves_one_out() -> None:
    """Five in a ring of weights 8, 9, 10, 7, 9: the best two that do not touch are 10 and the last 9."""
    ring = {(0, 1): 8, (1, 2): 9, (2, 3): 10, (3, 4): 7, (0, 4): 9}
    assert pairs_of(ring) == [(0, 4), (2, 3)]


def test_most_pairs_or_most_weight() -> None:
    row = {(0, 1): 5, (1, 2): 11, (2, 3): 5}
    assert pairs_of(row) == [(0, 1), (2, 3)]
    assert pairs_of(row, most=False) == [(1, 2)]


def test_a_blossom_within_a_blossom_is_opened_again() -> None:
    """Van Rantwijk's case of nested blossoms that expand (mwmatching.py, test 34)."""
    nested = {(1, 2): 40, (1, 3): 40, (2, 3): 60, (2, 4): 55, (3, 5): 55, (4, 5): 50, (1, 8): 15, (5, 7): 30}
    nested |= {(6, 7): 10, (8, 10): 10, (4, 9): 30}
    assert pairs_of(nested, most=False) == [(1, 2), (3, 5), (4, 9), (6, 7), (8, 10)]


def test_nobody_and_two() -> None:
    assert heaviest_pairs({}) == {}
    assert heaviest_pairs({(3, 70): 1}) == {3: 70, 70: 3}


@pytest.mark.parametrize("cases", [range(300), pytest.param(range(300, 5_000), marks=pytest.mark.slow)])
def test_they_equal_every_way_there_is(cases: range) -> None:
    for seed in cases:
        random = Random(seed)
        weights = at_random(random, random.randint(2, 9), random.choice((1, 3, 10, 10**6)), random.random())
        counted, heaviest = every_way(weights)
        assert worth(weights) == counted, seed
        assert worth(weights, most=False)[1] == heaviest, seed


def test_among_fifty_they_are_what_the_linear_solver_finds() -> None:
    for seed in range(12):
        random = Random(seed)
        weights = at_random(random, random.randint(20, 50), random.choice((5, 10**6)), random.choice((0.1, 0.3, 0.9)))
        found = large.pairs([Edge(*pair, weight, ()) for pair, weight in sorted(weights.items())])
        assert worth(weights) == (len(found), sum(edge.weight for edge in found)), seed
