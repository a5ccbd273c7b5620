"""A school beside its partnership, in words: where it stands above the median, where below, where about there.

It compares a school with the middle of its partnership, never with another school, and gives nobody a place in a row.
"""

from collections.abc import Iterable, Sequence

from audit_app.language import _
from audit_app.regional import listed
from audit_app.results.figures import one_decimal
from audit_app.results.partnership_model import ComparedSection, SchoolScore

ABOUT = 0.25
"""Levels within which a score counts as about the median: in a section of six items, one and a half answers."""
MOST_NAMED = 3
"""Sections on either side, the furthest from the median first; all stand in the table."""


def beside_the_median(scores: Iterable[tuple[ComparedSection, SchoolScore]]) -> str:
    """Of one school's scores: “Above the median in Trust (3.4, 0.6 above). Below it in Format (1.8, 0.7 below).”"""
    found = [(one.title, score) for one, score in scores if one.n > 1 and score.gap is not None]
    if not found:
        return ""
    above = [pair for pair in found if _gap(pair) > ABOUT]
    below = [pair for pair in found if _gap(pair) < -ABOUT]
    same = len(found) - len(above) - len(below)
    said = []
    if above:
        # Translators: “Above the partnership’s median in Trust (3.4, 0.6 above).”
        where = _named(above, _("{section} ({score}, {difference} above)"))
        said.append(_("Above the partnership’s median in {sections}.").format(sections=where))
    if below:
        where = _named(below, _("{section} ({score}, {difference} below)"))
        words = _("Below it in {sections}.") if above else _("Below the partnership’s median in {sections}.")
        said.append(words.format(sections=where))
    if same == len(found):
        return _("About the partnership’s median everywhere.")
    if same:
        said.append(_("About the same in {same} of {count}.").format(same=same, count=len(found)))
    return " ".join(said)


def _named(pairs: Sequence[tuple[str, SchoolScore]], pattern: str) -> str:
    first = sorted(pairs, key=lambda pair: -abs(_gap(pair)))[:MOST_NAMED]
    named = [
        pattern.format(section=title, score=one_decimal(one.score), difference=one_decimal(abs(one.gap or 0)))
        for title, one in first
    ]
    more = len(pairs) - len(first)
    return listed([*named, _("{more} more").format(more=more)] if more else named)


def _gap(pair: tuple[str, SchoolScore]) -> float:
    return pair[1].gap or 0.0
