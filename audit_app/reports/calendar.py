"""Days for a calendar: one file (iCalendar, RFC 5545) of all-day events, the same bytes for the same days."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from audit_app.files import sha256


class Day(NamedTuple):
    """Something that falls on a day."""

    day: date
    title: str
    notes: str = ""
    name: str = ""
    """Where it has one, moving the day or changing the title moves the event, and makes no second one."""


def calendar_of(days: Iterable[Day], made: datetime) -> bytes:
    """The file's bytes; a day that is in it keeps its identity when the file is made again and imported once more."""
    from icalendar import Calendar, Event  # only where a calendar is made

    calendar = Calendar()
    calendar.add("prodid", "-//School Audit//EN")
    calendar.add("version", "2.0")
    for one in sorted(set(days)):
        event = Event()
        event.add("uid", f"{sha256((one.name or f'{one.day} {one.title}').encode())[:32]}@school-audit")
        event.add("dtstamp", made)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", one.title)
        if one.notes:
            event.add("description", one.notes)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
