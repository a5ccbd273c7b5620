"""The matching is the best there is: it equals brute force, whichever solver finds it."""

from collections import Counter
from random import Random

import pytest

from audit_app.results.matching import large, small
from audit_app.results.matching.candidates import Candidate, candidates, capacity
from audit_app.results.matching.fit import Stretch
from audit_app.results.matching.room import Room
from audit_app.results.matching.solving import Solver, components, edges, solve
from audit_app.results.matching.weights import Weights
from tests.results.matching.brute_force import best_directed, best_pairs
from tests.results.matching.schools import AREAS, TODAY, random_partner

SOLVERS: dict[str, Solver] = {"SciPy": large, "pure Python": small}
both = pytest.mark.parametrize("solver", SOLVERS.values(), ids=SOLVERS)
A = "curriculum"


def a_candidate(helper: int, helped: int, weight: int, area: str = A, facilitator: int = -1) -> Candidate:
    return Candidate(helper, helped, area, Stretch("item", 4, 2, True), weight, weight, facilitator)


def a_room(found: list[Candidate], each: int = 1, gives: int = 3, gets: int = 3) -> Room:
    return Room({(one.helper, one.area): each for one in found}, gives, gets, {})


def a_random_case(seed: int) -> tuple[list[Candidate], Room]:
    """Three to six schools, two to four areas; few possible matches, so that all ways can be tried."""
    random = Random(seed)
    areas = AREAS[: random.randint(2, 4)]
    partners = [random_partner(at, random, areas, spoken=0.8) for at in range(random.randint(3, 6))]
    found = [*candidates(partners, range(len(partners)), Weights(), TODAY)]
    random.shuffle(found)
    capacities = {
        (at, area): capacity(position)
        for at, partner in enumerate(partners)
        for area, position in partner.positions.items()
    }
    return sorted(found[:12]), Room(capacities, random.randint(1, 3), random.randint(1, 3), {})


@pytest.mark.parametrize("cases", [range(200), pytest.param(range(200, 2_000), marks=pytest.mark.slow)])
@both
def test_it_equals_brute_force_on_random_cases(solver: Solver, cases: range) -> None:
    pairs_found = 0
    for seed in cases:
        found, room = a_random_case(seed)
        solved = solve(found, room, solver=solver)
        usable = room.open_for(found)
        assert (len(solved.pairs) // 2, sum(one.weight for one in solved.pairs)) == best_pairs(usable), seed
        left = room.without(one.pairing for one in solved.pairs)
        assert sum(one.weight for one in solved.directed) == best_directed(usable, left), seed
        pairs_found += len(solved.pairs) // 2
    assert pairs_found > len(cases) / 4  # they are worth comparing


def test_both_solvers_choose_the_same_matches() -> None:
    for seed in range(200):
        found, room = a_random_case(seed)
        assert solve(found, room, solver=large) == solve(found, room, solver=small), seed


@both
def test_the_order_of_candidates_changes_nothing(solver: Solver) -> None:
    found, room = a_random_case(7)
    assert solve(found[::-1], room, solver=solver) == solve(found, room, solver=solver)


@both
def test_greedy_would_be_worse(solver: Solver) -> None:
    """School 0 fits school 2 best (10), but then 1, which only 0 can help, gets nothing: 9 + 8 are more than 10."""
    found = [a_candidate(0, 2, 10), a_candidate(0, 1, 9), a_candidate(3, 2, 8)]
    assert [one.pairing[:2] for one in solve(found, a_room(found), solver=solver).all] == [(0, 1), (3, 2)]


@both
def test_a_pair_that_gives_and_gets_comes_before_any_amount_of_directed_help(solver: Solver) -> None:
    found = [a_candidate(0, 1, 1), a_candidate(1, 0, 1, "leadership"), a_candidate(2, 1, 500)]
    solved = solve(found, a_room(found), solver=solver)
    assert {one.pairing[:2] for one in solved.pairs} == {(0, 1), (1, 0)}
    assert solved.directed == ()


@both
def test_more_pairs_come_before_better_ones(solver: Solver) -> None:
    """Four schools in a row: the middle two fit best, but the outer pairs are two."""
    found = [
        match
        for one, other, weight in ((0, 1, 1), (1, 2, 100), (2, 3, 1))
        for match in (a_candidate(one, other, weight), a_candidate(other, one, weight, "leadership"))
    ]
    solved = solve(found, a_room(found, gives=1, gets=1), solver=solver)
    assert {one.pairing[:2] for one in solved.pairs} == {(0, 1), (1, 0), (2, 3), (3, 2)}


@both
def test_three_that_could_all_be_partners_are_one_pair_and_not_three_halves(solver: Solver) -> None:
    found = [
        a_candidate(one, other, 5 + one + other, area)
        for one, other, area in ((0, 1, A), (1, 0, A), (1, 2, A), (2, 1, A), (0, 2, A), (2, 0, A))
    ]
    solved = solve(found, a_room(found, gives=1, gets=1), solver=solver)
    assert {one.pairing[:2] for one in solved.pairs} == {(1, 2), (2, 1)}


@both
def test_two_triangles_that_hang_together_are_solved_whole(solver: Solver) -> None:
    """Halves all round each triangle would weigh more (2 × 15) than any whole pairs; the best whole is 10 + 10 + 1."""
    ties = [(0, 1, 5), (1, 2, 5), (0, 2, 5), (3, 4, 5), (4, 5, 5), (3, 5, 5), (2, 3, 1)]
    found = [
        match
        for one, other, weight in ties
        for match in (a_candidate(one, other, weight), a_candidate(other, one, weight))
    ]
    chosen = solver.pairs(edges(found))
    assert (len(chosen), sum(edge.weight for edge in chosen)) == (3, 22)


@both
def test_no_limit_is_ever_broken(solver: Solver) -> None:
    random = Random(3)
    partners = [random_partner(at, random) for at in range(14)]
    found = candidates(partners, range(14), Weights(), TODAY)
    room = Room({(at, area): 2 for at in range(14) for area in AREAS}, 3, 2, {})
    solved = solve(found, room, solver=solver)
    taken = Counter(limit for one in solved.all for limit in one.limits)
    assert taken
    assert all(number <= room.left(limit) for limit, number in taken.items())


@both
def test_a_direction_that_stands_already_makes_its_return_a_pair(solver: Solver) -> None:
    found = [a_candidate(1, 0, 1), a_candidate(2, 0, 500)]
    solved = solve(found, a_room(found), frozenset({(0, 1)}), solver)
    assert [one.pairing[:2] for one in solved.pairs] == [(1, 0)]


@both
def test_a_school_with_a_partner_needs_no_other(solver: Solver) -> None:
    found = [a_candidate(2, 0, 5), a_candidate(0, 2, 5, "leadership")]
    solved = solve(found, a_room(found), frozenset({(0, 1), (1, 0)}), solver)
    assert solved.pairs == ()
    assert len(solved.directed) == 2


def test_a_match_is_joined_once_and_within_the_helpers_limits() -> None:
    joined = [a_candidate(0, 2, 5, facilitator=1), a_candidate(0, 3, 6, facilitator=1)]
    assert [one.helped for one in small.directed(joined, a_room(joined, 2))] == [3]
    assert not [*small.directed(joined, a_room(joined, 0))]


def test_schools_that_no_match_connects_are_apart() -> None:
    found = [a_candidate(0, 1, 5), a_candidate(4, 3, 5), a_candidate(1, 2, 5)]
    assert [[one.pairing[:2] for one in part] for part in components(found)] == [[(0, 1), (1, 2)], [(4, 3)]]
