"""Trios: where the only schools that could show something are too far ahead, a school between the two takes part.

A trio grows from a match: the helper shows the school in between, which is helped itself, and a third school, one or
two levels below that one, joins them. The school in between facilitates: it has just learnt what it passes on. The
third school counts against the helper's limits like any other.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from audit_app.results.matching.candidates import TIES, Candidate, by_area, points_of, tie
from audit_app.results.matching.fit import STRETCH, context, need_and_offer, profile_of, stretch
from audit_app.results.matching.limiting import Pairing
from audit_app.results.matching.partners import Partner
from audit_app.results.matching.weights import Weights


def joining(
    partners: Sequence[Partner],
    members: Sequence[int],
    matched: Sequence[Candidate],
    weights: Weights,
    today: date,
    rejected: Collection[Pairing] = (),
) -> Iterator[Candidate]:
    """Who could join which match, for the needs that nobody within a stretch offers help with."""
    offering, needing = by_area(partners, members)
    done = {(one.helped, one.area) for one in matched}
    bases: dict[str, list[Candidate]] = {}
    for one in matched:
        bases.setdefault(one.area, []).append(one)
    for area in sorted(bases):
        for third in needing.get(area, ()):
            position = partners[third].positions[area]
            helpers = (partners[one].positions[area] for one in offering.get(area, ()) if one != third)
            if (third, area) in done or any(not isinstance(stretch(one, position), str) for one in helpers):
                continue
            for base in bases[area]:
                level = position.levels.get(base.found.item)
                pairings = (base.helper, third, area), (base.helped, third, area)
                if level is None or third == base.helper or any(one in rejected for one in pairings):
                    continue
                if base.found.helper_level - level > STRETCH and 0 < base.found.helped_level - level <= STRETCH:
                    found = base.found._replace(helped_level=level)
                    fit = need_and_offer(found, partners[base.helper].positions[area], position, weights)
                    alike = context(
                        profile_of(partners[base.helped], today), profile_of(partners[third], today), weights
                    )
                    points = points_of(fit * alike)
                    weight = points * TIES + tie(partners[base.helped], partners[third], area)
                    yield Candidate(base.helper, third, area, found, points, weight, base.helped)
