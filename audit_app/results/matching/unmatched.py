"""Unmatched: why a need found nobody, and what would have to be different."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from audit_app.language import _, ngettext
from audit_app.regional import listed
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
            _("{name} is low here and says that it matters, but wants no help.").format(name=name),
            _("If the school said that it would like help, it would be matched."),
        )
    if not need.helpers:
        return _nobody(need, partners)
    if need.possible:
        best = partners[need.possible[0].helper].name
        if room.left(("gets", need.school, "")) == 0:
            return (
                "enough_help",
                _("{name} is helped in as many areas as one school should take on at once.").format(name=name),
                _if_it_took_on_one_more(need, partners, room),
            )
        return "offers_used", _used(need, partners), _one_more(need.possible[0], name, best, would_be_matched)
    refused = [one for one in need.helpers if (one, need.school, need.area) in rejected]
    stretched = [one for one in refused if not isinstance(stretch(partners[one].positions[need.area], position), str)]
    if stretched:
        names = listed([partners[one].name for one in stretched])
        return (
            "rejected",
            _("You rejected {schools}, and nobody else could help {name} with it.").format(schools=names, name=name),
            _("If you took that back, it could be matched."),
        )
    return _apart(need, partners)


def _if_it_took_on_one_more(need: Need, partners: Sequence[Partner], room: Room) -> str:
    for one in need.possible:
        if room.left(("capacity", one.helper, one.area)) and room.left(("gives", one.helper, "")):
            return _("If it took on one more, {name} could help.").format(name=partners[one.helper].name)
    first = partners[need.possible[0].helper].name
    return _("If it took on one more, and {first} could help one more school, they could be matched.").format(
        first=first
    )


def _nobody(need: Need, partners: Sequence[Partner]) -> tuple[Why, str, str]:
    together = ""
    if need.others:
        few = [partners[one].name for one in need.others[:3]]
        together = ngettext(
            "{schools} needs it too: they could work at it together, or look for a course.",
            "{schools} need it too: they could work at it together, or look for a course.",
            len(few),
        ).format(schools=listed(few))
    if need.elsewhere:
        return (
            "far",
            _("Only schools in other local authorities offer help with it."),
            together or _("A visit further away."),
        )
    return (
        "nobody_offers",
        _("No other school offers help with it."),
        together or _("It needs help from outside this group."),
    )


def _used(need: Need, partners: Sequence[Partner]) -> str:
    names = [partners[one.helper].name for one in need.possible[:3]]
    return _("{names} could help, but what they offer is used where it does more.").format(names=listed(names))


def _one_more(best: Candidate, name: str, helper: str, would_be_matched: WouldBeMatched) -> str:
    match would_be_matched(best):
        case True:
            return _("If {helper} could help one more school with it, {name} would be matched too.").format(
                helper=helper, name=name
            )
        case False:
            return _("Even if {helper} could help one more school with it, another school would come first.").format(
                helper=helper
            )
        case None:
            return _("The first to ask whether it could help one more school is {helper}.").format(helper=helper)


def _apart(need: Need, partners: Sequence[Partner]) -> tuple[Why, str, str]:
    position = partners[need.school].positions[need.area]
    name = partners[need.school].name
    helpers = [partners[one] for one in need.helpers]
    match why_apart([one.positions[need.area] for one in helpers], position):
        case "chasm":
            ahead = [one.name for one in helpers if stretch(one.positions[need.area], position) == "chasm"]
            return (
                "chasm",
                _("Three levels ahead, too far to learn from one another: {names}.").format(names=listed(ahead[:3])),
                _("A school in between that is helped itself could take it along, or a first step of its own."),
            )
        case "not_ahead":
            return (
                "not_ahead",
                _("Of those that offer help, none is ahead of {name} in what it has answered.").format(name=name),
                _("A school at a higher level would have to offer help."),
            )
        case "not_placed":
            return (
                "not_placed",
                _("{name} and those that offer help have no level in common: it was not given, or is withheld.").format(
                    name=name
                ),
                _("If both said where they stand, it could be judged."),
            )
