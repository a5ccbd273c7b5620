"""Terms: the three rounds of collection that end today, and the school days on which people answered."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from audit_app.responses.wave import term_of

WAVES = 3
MIDDLE_OF_TERM = ((2, 9), (6, 8), (11, 9))
"""Month and day, spring, summer and autumn."""

DAYS_OF_LATEST = 12
"""The latest wave began so many days ago, and goes on until yesterday."""

SATURDAY = 5


class Wave(NamedTuple):
    """One round of collection."""

    name: str
    begun: date


def waves(today: date) -> tuple[Wave, ...]:
    """The two terms before this one, then the one in which the latest round began; oldest first."""
    latest = today - timedelta(days=DAYS_OF_LATEST)
    middles = [date(year, month, day) for year in (latest.year - 1, latest.year) for month, day in MIDDLE_OF_TERM]
    before = [day for day in middles if day < latest and term_of(day) != term_of(latest)]
    return tuple(Wave(term_of(day), day) for day in (*before[-(WAVES - 1) :], latest))


def school_day(day: date) -> date:
    """The day itself, or the Friday before when it is at a weekend."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def after_lessons(day: date) -> datetime:
    return datetime.combine(school_day(day), time(15, 35), UTC)
