"""Moments and days, as people say them, in the time of this computer."""

from datetime import date, datetime

from audit_app import regional
from audit_app.language import _


def clock_time(moment: datetime) -> str:
    """For example “14:32”."""
    return regional.clock_time(moment.astimezone())


def day(one: date) -> str:
    """For example “22 November 2026”."""
    return regional.day_words(one)


def when(moment: datetime, today: date) -> str:
    """For example “today at 14:32” or “22 November 2026”."""
    local = moment.astimezone()
    match (today - local.date()).days:
        case 0:
            return _("today at {time}").format(time=clock_time(moment))
        case 1:
            return _("yesterday at {time}").format(time=clock_time(moment))
        case _:
            return day(local.date())
