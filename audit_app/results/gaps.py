"""Gaps: where groups of colleagues see a section differently, and which of these gaps stand out of the noise."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from audit_app.language import _
from audit_app.results.comparing import Difference, believable, compare, exact_mean
from audit_app.results.figures import one_decimal
from audit_app.results.scores import to_two_decimals
from audit_app.results.survey_model import Interval, RoleGap

WORTH_TALKING_ABOUT = _("This is worth talking about.")
HOW = _(
    "Each pair of groups is compared on each section. While a group has fewer than twelve answers, its members are "
    "reassigned between the two groups in every way, or in 1,999 drawn ones, to see how often chance makes a gap as "
    "wide (Pitman 1937); larger groups are compared with Welch’s test (1947). Looking at many pairs finds gaps by "
    "chance, so those worth talking about are chosen such that on average at most one in twenty of them is chance "
    "(Benjamini & Hochberg 1995). The interval says between which values the gap lies, at 95% for one gap on its own."
)


def role_gaps(
    scores: Mapping[str, Mapping[str, Sequence[Fraction]]],
    sections: Mapping[str, str],
    groups: Mapping[str, str],
    widest: float,
    seed: int,
) -> tuple[RoleGap, ...]:
    """Every pair of groups that are both shown, section by section; those worth talking about first, widest first.

    `scores` are colleagues' section scores by section and group; `sections` and `groups` their titles; `widest` is the
    length of the scale.
    """
    found = {
        (section, *pair): _from_lower(pair, by_group, seed)
        for section, by_group in scores.items()
        for pair in combinations([group for group in groups if by_group.get(group)], 2)
    }
    worth = believable({key: gap.p for key, (_, _, gap) in found.items()})
    made = [
        _gap(key[0], sections[key[0]], lower, higher, gap, groups, widest, key in worth)
        for key, (lower, higher, gap) in found.items()
    ]
    return tuple(sorted(made, key=lambda gap: (not gap.worth_talking_about, -gap.difference)))


def _from_lower(
    pair: tuple[str, str], by_group: Mapping[str, Sequence[Fraction]], seed: int
) -> tuple[str, str, Difference]:
    """From the group with the lower mean to the other; at the same mean in their order."""
    lower, higher = sorted(pair, key=lambda group: exact_mean(by_group[group]))
    return lower, higher, compare(by_group[lower], by_group[higher], seed)


def _gap(
    section: str,
    title: str,
    lower: str,
    higher: str,
    gap: Difference,
    groups: Mapping[str, str],
    widest: float,
    worth: bool,
) -> RoleGap:
    difference = to_two_decimals(Fraction(gap.value))
    interval = Interval(
        low=to_two_decimals(Fraction(max(gap.low, -widest))), high=to_two_decimals(Fraction(min(gap.high, widest)))
    )
    if worth:
        words = _("{higher} see {section} {difference} higher than {lower} do (between {from_} and {to}).")
    else:
        words = _(
            "{higher} and {lower} are {difference} apart on {section}, which chance could have made (between {from_} "
            "and {to})."
        )
    said = words.format(
        higher=groups[higher],
        lower=groups[lower],
        section=title,
        difference=one_decimal(difference),
        from_=one_decimal(interval.low),
        to=one_decimal(interval.high),
    )
    if worth:
        said = f"{said} {WORTH_TALKING_ABOUT}"
    return RoleGap(
        section=section,
        title=title,
        higher=higher,
        lower=lower,
        difference=difference,
        interval=interval,
        p=round(gap.p, 4),
        worth_talking_about=worth,
        sentence=said,
    )
