"""Missing: every need that found nobody, in the order of names and of what was asked."""

from collections.abc import Mapping, Sequence

from audit_app.results.matching.candidates import Candidate, by_area
from audit_app.results.matching.deciding import Decided
from audit_app.results.matching.grouping import Group
from audit_app.results.matching.model import Unmatched
from audit_app.results.matching.partners import Partner
from audit_app.results.matching.solving import components, solve
from audit_app.results.matching.terms import Terms
from audit_app.results.matching.unmatched import Need, reason

MOST_TRIED = 12
"""So many times it is worked out anew what helping one more school would change: as much work as the matching."""


def unmatched_in(
    partners: Sequence[Partner],
    found: Sequence[Group],
    met: set[tuple[int, str]],
    titles: Mapping[str, str],
    said: Decided,
    terms: Terms,
) -> tuple[Unmatched, ...]:
    everywhere, _ = by_area(partners, range(len(partners)))
    rejected = said.of("reject")
    lines = []
    for group in found:
        offering, needing = by_area(partners, group.members)
        trial = _Trial(group, terms)
        for area in titles:
            open_needs = [one for one in needing.get(area, ()) if (one, area) not in met]
            declining = [one for one in group.members if _declines(partners[one], area) and (one, area) not in met]
            for school in (*open_needs, *declining):
                helpers = [one for one in offering.get(area, ()) if one != school]
                need = Need(
                    school,
                    area,
                    helpers,
                    len([*everywhere.get(area, ())]) - len(offering.get(area, ())),
                    [one for one in open_needs if one != school][:3],
                    group.best.get((school, area), ()),
                )
                why, sentence, change = reason(need, partners, group.left, rejected, trial.would_be_matched)
                lines.append((school, area, why, sentence, change))
    order = {area: number for number, area in enumerate(titles)}
    return tuple(
        Unmatched(
            school=partners[school].name,
            area=area,
            title=titles[area],
            why=why,
            sentence=sentence,
            change=change,
        )
        for school, area, why, sentence, change in sorted(lines, key=lambda line: (line[0], order[line[1]]))
    )


def _declines(partner: Partner, area: str) -> bool:
    """It is weak in what matters to it, and said that it wants no help."""
    position = partner.positions.get(area)
    return position is not None and position.declines and position.answer.needs


class _Trial:
    """Solves again with room for one more."""

    def __init__(self, group: Group, terms: Terms) -> None:
        self._group, self._terms = group, terms
        self._tried = 0 if group.found else MOST_TRIED

    def would_be_matched(self, one: Candidate) -> bool | None:
        if self._tried >= MOST_TRIED:
            return None
        self._tried += 1
        part = next(part for part in components(self._group.found) if one in part)
        room = self._group.room.with_one_more(one.helper, one.area)
        again = solve(part, room, self._group.standing, self._terms.solver)
        return any((match.helped, match.area) == (one.helped, one.area) for match in again.all)
