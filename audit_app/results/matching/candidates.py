"""Candidates: every match that the schools' own answers and the broker's decisions allow, with its points."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from zlib import crc32

from audit_app.results.matching.fit import Apart, Stretch, context, giving, meeting, needing_it, profile_of, stretch
from audit_app.results.matching.limiting import Limit, Pairing, limits_on
from audit_app.results.matching.partners import Partner, Position
from audit_app.results.matching.weights import Weights
from audit_app.steps import step

MOST = 1000
"""Points of a match in which every criterion is met in full."""
TIES = 1024
"""A match's weight is its points times this, and a fingerprint of its names below it: of results that are equal to
within a point a match, always the same one is chosen, and no school is favoured for its place in the alphabet."""
UNSAID_CAPACITY = 1
"""A school that offers help and does not say to how many is taken to mean one."""


class Candidate(NamedTuple):
    """A possible match; schools are places in the list of partners."""

    helper: int
    helped: int
    area: str
    found: Stretch
    points: int
    weight: int
    facilitator: int = -1
    """Of a trio: the helped school of the match that it joins."""

    @property
    def pairing(self) -> Pairing:
        return self.helper, self.helped, self.area

    @property
    def limits(self) -> tuple[Limit, ...]:
        """What it takes one of, from the helper to the helped; the last but one is the need."""
        gives, capacity, need, gets = limits_on(self.pairing)
        if self.facilitator < 0:
            return gives, capacity, need, gets
        return gives, capacity, ("joins", self.facilitator, self.area), need, gets


def capacity(position: Position) -> int:
    """How many schools it could help in the area in a year."""
    return UNSAID_CAPACITY if position.answer.capacity is None else max(0, position.answer.capacity)


def candidates(
    partners: Sequence[Partner],
    members: Sequence[int],
    weights: Weights,
    today: date,
    rejected: Collection[Pairing] = (),
) -> tuple[Candidate, ...]:
    """Among the members, by area, helped and helper."""
    offering, needing = by_area(partners, members)
    profiles = {one: profile_of(partners[one], today) for one in members}
    contexts: dict[int, float] = {}
    """By both schools in one number: there may be millions, and Python looks through tuples again and again."""
    found = []
    for area in sorted(needing.keys() & offering.keys()):
        offers = [(one, offer := partners[one].positions[area], giving(offer, weights)) for one in offering[area]]
        for helped in needing[area]:
            step()
            need = partners[helped].positions[area]
            needed = needing_it(need, weights)
            for helper, offer, given in offers:
                met = stretch(offer, need)
                if isinstance(met, str) or helper == helped or (rejected and (helper, helped, area) in rejected):
                    continue
                pair = min(helper, helped) * len(partners) + max(helper, helped)
                if pair not in contexts:
                    contexts[pair] = context(profiles[helper], profiles[helped], weights)
                points = points_of(needed * given * meeting(met, offer, need, weights) * contexts[pair])
                weight = points * TIES + tie(partners[helper], partners[helped], area)
                found.append(Candidate(helper, helped, area, met, points, weight))
    return tuple(found)


def points_of(fit: float) -> int:
    """At least 1: whatever is possible is better than nothing."""
    return max(1, round(MOST * fit))


def tie(helper: Partner, helped: Partner, area: str) -> int:
    return crc32(f"{helper.key}\n{helped.key}\n{area}".encode()) % TIES


def by_area(
    partners: Sequence[Partner], members: Sequence[int]
) -> tuple[Mapping[str, Sequence[int]], Mapping[str, Sequence[int]]]:
    """Who offers and could help at least one school; and who needs."""
    offering: dict[str, list[int]] = {}
    needing: dict[str, list[int]] = {}
    for one in members:
        for area, position in partners[one].positions.items():
            if position.answer.offers and capacity(position) > 0:
                offering.setdefault(area, []).append(one)
            if position.needs:
                needing.setdefault(area, []).append(one)
    return offering, needing


def why_apart(helpers: Sequence[Position], helped: Position) -> Apart:
    """Why none of these can help: the reason that is nearest to a match."""
    found = {one for helper in helpers if isinstance(one := stretch(helper, helped), str)}
    return "chasm" if "chasm" in found else "not_ahead" if "not_ahead" in found else "not_placed"
