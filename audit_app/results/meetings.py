"""Meetings: the gardener's own record of when schools met, and what its rhythm says.

It belongs to the data folder and never travels. Meetings to which every school was invited are meant: a visit of one
school at another says nothing about those that were not asked.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from statistics import median_high
from typing import Annotated

from pydantic import Field

from audit_app.language import _
from audit_app.regional import day_words, listed
from audit_app.responses.model import Frozen, Identifier, ShortText
from audit_app.results.momentum_model import Activity, Rhythm, Sign, Signal

MEETING = _("a meeting")
"""As an activity."""
FEWEST_GAPS = 2
"""One gap alone is no habit."""
GROWING = 3
"""Gaps in a row, each longer than the one before it: two may be a holiday."""
WIDER = Fraction(3, 2)
"""The last of them by the first: below it they are about as long as they were."""
LATE, LEFT_OUT = Fraction(3, 2), Fraction(3)
"""Of the usual interval: somewhat late; and as long as if two meetings had been left out."""
MISSED = 2
"""Meetings in a row: one may be missed for a cold."""
HALF = Fraction(1, 2)

SchoolName = Annotated[str, Field(min_length=1, max_length=200)]


class Meeting(Frozen):
    """A day on which schools of the partnership met, or are going to."""

    id: Identifier
    day: date
    schools: Annotated[tuple[SchoolName, ...], Field(max_length=1000)] = ()
    """Which were there, by name; empty means all."""
    note: ShortText = ""
    """One line."""


def same_name(name: str) -> str:
    """A school's name without what people write differently."""
    return " ".join(name.casefold().split())


def in_order(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The latest day first."""
    return tuple(sorted(meetings, key=lambda one: (one.day, one.id), reverse=True))


def rhythm(meetings: Iterable[Meeting], today: date) -> Rhythm | None:
    """None where no meeting is known.

    The usual interval is the median of the gaps between days on which schools met, of two in the middle the longer, so
    that one summer holiday does not stretch it and nobody is reminded too early.
    """
    days = sorted({one.day for one in meetings})
    if not days:
        return None
    met = [day for day in days if day <= today]
    planned = next((day for day in days if day > today), None)
    gaps = gaps_between(met)
    usual = median_high(gaps) if len(gaps) >= FEWEST_GAPS else None
    due = met[-1] + timedelta(days=usual) if usual is not None and planned is None else None
    return Rhythm(meetings=len(met), last=met[-1] if met else None, planned=planned, usual_days=usual, next_by=due)


def gaps_between(days: Sequence[date]) -> list[int]:
    """Days from each to the next; oldest first."""
    return [(later - earlier).days for earlier, later in pairwise(days)]


def contacts(meetings: Iterable[Meeting], known: Iterable[str], today: date) -> list[Activity]:
    """What each school did by being there; a meeting of all counts for every known school."""
    everyone = sorted(known) or [""]
    return [
        Activity(school, one.day, MEETING)
        for one in meetings
        if one.day <= today
        for school in (one.schools or everyone)
    ]


def meeting_signals(meetings: Iterable[Meeting], known: Mapping[str, date], today: date) -> list[Signal]:
    """Meetings that are late, further and further apart, or without the same schools again.

    `known` are the schools' names and since when each is known: it missed nothing before that.
    """
    past = [one for one in meetings if one.day <= today]
    return [*_late(rhythm(meetings, today), today), *_widening(past), *_absent(past, known)]


def _late(found: Rhythm | None, today: date) -> list[Signal]:
    if found is None or found.last is None or found.usual_days is None or found.next_by is None:
        return []
    since, usual = (today - found.last).days, found.usual_days
    if since <= usual * LATE:
        return []
    sign: Sign = "fading" if since > usual * LEFT_OUT else "watch"
    return [Signal(kind="meetings", sign=sign, sentence=since_the_last(since, usual))]


def since_the_last(since: int, usual: int) -> str:
    return _("The last meeting was {since} days ago; usually there are {usual} days from one to the next.").format(
        since=since, usual=usual
    )


def _widening(past: Sequence[Meeting]) -> list[Signal]:
    last = gaps_between(sorted({one.day for one in past}))[-GROWING:]
    if len(last) < GROWING or sorted({*last}) != last or Fraction(last[-1], last[0]) < WIDER:
        return []
    sentence = _("The gaps between meetings grow: {gaps} days.").format(gaps=listed([*map(str, last)]))
    return [Signal(kind="gaps", sign="watch", sentence=sentence)]


def _absent(past: Sequence[Meeting], known: Mapping[str, date]) -> list[Signal]:
    days = sorted({one.day for one in past})[-MISSED:]
    if len(days) < MISSED:
        return []
    last = [one for one in past if one.day in days]
    if any(not one.schools for one in last):
        return []
    there = {same_name(school) for one in last for school in one.schools}
    names = {same_name(name): name for name, since in known.items() if since <= days[0]}
    for one in sorted(past, key=lambda one: (one.day, one.id)):
        names.update({same_name(name): name for name in one.schools if same_name(name) not in names})
    absent = tuple(sorted(name for plain, name in names.items() if plain not in there))
    if not absent:
        return []
    sign: Sign = "fading" if Fraction(len(absent), len(names)) >= HALF else "watch"
    on = listed([day_words(day) for day in days])
    sentence = _("Not at the last {count} meetings, on {on}: {names}.").format(
        count=len(days), on=on, names=", ".join(absent)
    )
    return [Signal(kind="absent", sign=sign, schools=absent, sentence=sentence)]
