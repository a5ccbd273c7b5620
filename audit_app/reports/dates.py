"""Dates as people write them; text that is no date is passed on as it is, because it is somebody's words."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_in_words(day: date) -> str:
    """“2 November 2026”, whatever the language of the machine."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_date(text: str) -> date | None:
    """The date of an ISO text such as “2026-11-02”, or None."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def text_in_words(text: str) -> str:
    """An ISO date in words; anything else as it was given."""
    day = read_date(text)
    return date_in_words(day) if day else text
