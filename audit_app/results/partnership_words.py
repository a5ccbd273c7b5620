"""A school beside its partnership, in words: where it stands above the median, where below, where about there.

It compares a school with the middle of its partnership, never with another school, and gives nobody a place in a row.
"""

from collections.abc import Iterable, Sequence

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
        said.append(f"Above the partnership’s median in {_named(above, 'above')}.")
    if below:
        said.append(f"{'Below it' if above else 'Below the partnership’s median'} in {_named(below, 'below')}.")
    if same == len(found):
        return "About the partnership’s median everywhere."
    if same:
        said.append(f"About the same in {same} of {len(found)}.")
    return " ".join(said)


def listed(names: Sequence[str]) -> str:
    """“A”, “A and B”, “A, B and C”."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _named(pairs: Sequence[tuple[str, SchoolScore]], side: str) -> str:
    first = sorted(pairs, key=lambda pair: -abs(_gap(pair)))[:MOST_NAMED]
    named = [f"{title} ({one_decimal(one.score)}, {one_decimal(abs(one.gap or 0))} {side})" for title, one in first]
    more = len(pairs) - len(first)
    return listed([*named, f"{more} more"] if more else named)


def _gap(pair: tuple[str, SchoolScore]) -> float:
    return pair[1].gap or 0.0
