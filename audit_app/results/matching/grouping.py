"""Grouping: schools that are matched with one another, and what is found among them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from audit_app.results.matching import small
from audit_app.results.matching.candidates import Candidate, candidates, capacity, points_of
from audit_app.results.matching.deciding import Decided
from audit_app.results.matching.fit import Stretch, area_of, context, need_and_offer, profile_of, stretch
from audit_app.results.matching.limiting import Pairing
from audit_app.results.matching.partners import Partner
from audit_app.results.matching.room import Room
from audit_app.results.matching.solving import Direction, solve
from audit_app.results.matching.terms import Terms
from audit_app.results.matching.trios import joining
from audit_app.steps import steps

MOST_TOGETHER = 1000
"""More schools than this are matched within their local authorities: nobody travels across a country to help."""

MOST_POSSIBLE = 600
"""Among more possible matches it is not worked out anew what one more school helped would change."""
FIRST = 3


@dataclass(frozen=True)
class Group:
    """Schools that were matched with one another; they are places in the list of partners."""

    members: tuple[int, ...]
    considered: int
    """How many matches were possible."""
    best: Mapping[tuple[int, str], Sequence[Candidate]]
    """The first few that were possible for each school and area."""
    found: tuple[Candidate, ...]
    """All that were possible, unless there were very many."""
    chosen: tuple[Candidate, ...]
    """Those that the broker fixed or accepted among them."""
    room: Room
    """Before anything was matched but what the broker fixed or accepted."""
    left: Room
    standing: frozenset[Direction]


def groups(partners: Sequence[Partner], terms: Terms, said: Decided) -> Iterator[Group]:
    """One, or one of each local authority."""
    room = Room(
        {
            (at, area): capacity(position)
            for at, partner in enumerate(partners)
            for area, position in partner.positions.items()
            if position.answer.offers
        },
        terms.limits.gives,
        terms.limits.gets,
        {},
    ).without(sorted(said.of("fix")))
    if is_split(partners, terms):
        together: dict[str, list[int]] = {}
        for at, partner in enumerate(partners):
            together.setdefault(area_of(partner.school) or "", []).append(at)
        for name in steps(sorted(together)):
            yield _group(partners, tuple(together[name]), terms, said, room)
    else:
        yield _group(partners, tuple(range(len(partners))), terms, said, room)


def is_split(partners: Sequence[Partner], terms: Terms) -> bool:
    return terms.limits.only_near or len(partners) > MOST_TOGETHER


def supported(partners: Sequence[Partner], pairing: Pairing, terms: Terms) -> Candidate | None:
    """A match of these two, if what they say themselves supports it."""
    helper, helped = partners[pairing[0]], partners[pairing[1]]
    offer, need = helper.positions.get(pairing[2]), helped.positions.get(pairing[2])
    if offer is None or need is None or not offer.answer.offers or not need.needs:
        return None
    found = stretch(offer, need)
    if not isinstance(found, Stretch):
        return None
    alike = context(profile_of(helper, terms.today), profile_of(helped, terms.today), terms.weights)
    return Candidate(*pairing, found, points_of(need_and_offer(found, offer, need, terms.weights) * alike), 0)


def _group(partners: Sequence[Partner], members: tuple[int, ...], terms: Terms, said: Decided, room: Room) -> Group:
    rejected, fixed = said.of("reject"), said.of("fix")
    found = candidates(partners, members, terms.weights, terms.today, rejected)
    accepted = said.of("accept")
    kept = tuple(one for one in found if one.pairing in accepted)
    room = room.without(one.pairing for one in kept)
    standing = frozenset((helper, helped) for helper, helped, _ in (*fixed, *(one.pairing for one in kept)))
    solved = solve(found, room, standing, terms.solver)
    chosen = kept + solved.all
    left = room.without(one.pairing for one in solved.all)
    joined = _joined(partners, members, chosen, left, terms, rejected)
    left = left.without(one.pairing for one in joined)
    kept_back = found if len(found) <= MOST_POSSIBLE else ()
    return Group(members, len(found), best_of_each(found), kept_back, chosen + joined, room, left, standing)


def best_of_each(found: Sequence[Candidate]) -> Mapping[tuple[int, str], Sequence[Candidate]]:
    """The first few possible matches of each school and area, the best first."""
    needs: dict[tuple[int, str], list[Candidate]] = {}
    for one in found:
        needs.setdefault((one.helped, one.area), []).append(one)
    return {need: nlargest(FIRST, several, key=_goodness) for need, several in needs.items()}


def _goodness(one: Candidate) -> tuple[int, int]:
    return one.weight, -one.helper


def _joined(
    partners: Sequence[Partner],
    members: Sequence[int],
    matched: Sequence[Candidate],
    left: Room,
    terms: Terms,
    rejected: Collection[Pairing],
) -> tuple[Candidate, ...]:
    possible = left.open_for(joining(partners, members, matched, terms.weights, terms.today, rejected))
    return tuple(sorted(small.directed(possible, left)))  # always few
