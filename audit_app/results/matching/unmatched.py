"""Unmatched: why a need found nobody, and what would have to be different."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from audit_app.results.matching.candidates import Candidate, why_apart
from audit_app.results.matching.fit import stretch
from audit_app.results.matching.limiting import Pairing
from audit_app.results.matching.model import Why
from audit_app.results.matching.partners import Partner
from audit_app.results.matching.room import Room


class Need(NamedTuple):
    """A school, an area, and what is around them."""

    school: int
    area: str
    helpers: Sequence[int]
    """Who offers help with it and is not too far away."""
    elsewhere: int
    """How many offer it further away."""
    others: Sequence[int]
    """Who else needs it and found nobody."""
    possible: Sequence[Candidate]
    """Matches that would have been possible, the best first."""


WouldBeMatched = Callable[[Candidate], bool | None]
"""Whether the need would be met if that helper could help one school more; None when that was not worked out."""


def reason(
    need: Need,
    partners: Sequence[Partner],
    room: Room,
    rejected: frozenset[Pairing],
    would_be_matched: WouldBeMatched,
) -> tuple[Why, str, str]:
    """Code, sentence, and what would have to change."""
    school, name = partners[need.school], partners[need.school].name
    position = school.positions[need.area]
    if position.declines:
        return (
            "declined",
            f"{name} is low here and says that it matters, but wants no help.",
            "If the school said that it would like help, it would be matched.",
        )
    if not need.helpers:
        return _nobody(need, partners)
    if need.possible:
        best = partners[need.possible[0].helper].name
        if room.left(("gets", need.school, "")) == 0:
            return (
                "enough_help",
                f"{name} is helped in as many areas as one school should take on at once.",
                _if_it_took_on_one_more(need, partners, room),
            )
        return "offers_used", _used(need, partners), _one_more(need.possible[0], name, best, would_be_matched)
    refused = [one for one in need.helpers if (one, need.school, need.area) in rejected]
    stretched = [one for one in refused if not isinstance(stretch(partners[one].positions[need.area], position), str)]
    if stretched:
        names = _listed([partners[one].name for one in stretched])
        return (
            "rejected",
            f"You rejected {names}, and nobody else could help {name} with it.",
            "If you took that back, it could be matched.",
        )
    return _apart(need, partners)


def _if_it_took_on_one_more(need: Need, partners: Sequence[Partner], room: Room) -> str:
    for one in need.possible:
        if room.left(("capacity", one.helper, one.area)) and room.left(("gives", one.helper, "")):
            return f"If it took on one more, {partners[one.helper].name} could help."
    first = partners[need.possible[0].helper].name
    return f"If it took on one more, and {first} could help one more school, they could be matched."


def _nobody(need: Need, partners: Sequence[Partner]) -> tuple[Why, str, str]:
    together = ""
    if need.others:
        few = [partners[one].name for one in need.others[:3]]
        needs = "needs" if len(few) == 1 else "need"
        together = f"{_listed(few)} {needs} it too: they could work at it together, or look for a course."
    if need.elsewhere:
        return "far", "Only schools in other local authorities offer help with it.", together or "A visit further away."
    return "nobody_offers", "No other school offers help with it.", together or "It needs help from outside this group."


def _used(need: Need, partners: Sequence[Partner]) -> str:
    names = [partners[one.helper].name for one in need.possible[:3]]
    return f"{_listed(names)} could help, but what they offer is used where it does more."


def _one_more(best: Candidate, name: str, helper: str, would_be_matched: WouldBeMatched) -> str:
    match would_be_matched(best):
        case True:
            return f"If {helper} could help one more school with it, {name} would be matched too."
        case False:
            return f"Even if {helper} could help one more school with it, another school would come first."
        case None:
            return f"The first to ask whether it could help one more school is {helper}."


def _apart(need: Need, partners: Sequence[Partner]) -> tuple[Why, str, str]:
    position = partners[need.school].positions[need.area]
    name = partners[need.school].name
    helpers = [partners[one] for one in need.helpers]
    match why_apart([one.positions[need.area] for one in helpers], position):
        case "chasm":
            ahead = [one.name for one in helpers if stretch(one.positions[need.area], position) == "chasm"]
            return (
                "chasm",
                f"Three levels ahead, too far to learn from one another: {_listed(ahead[:3])}.",
                "A school in between that is helped itself could take it along, or a first step of its own.",
            )
        case "not_ahead":
            return (
                "not_ahead",
                f"Of those that offer help, none is ahead of {name} in what it has answered.",
                "A school at a higher level would have to offer help.",
            )
        case "not_placed":
            return (
                "not_placed",
                f"{name} and those that offer help have no level in common: it was not given, or is withheld.",
                "If both said where they stand, it could be judged.",
            )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
