"""Dates as people write them; text that is no date is passed on as it is, because it is somebody's words."""

from datetime import date

from audit_app.regional import day_words


def date_in_words(day: date) -> str:
    """“2 November 2026”, in the language of the app, whatever that of the machine is."""
    return day_words(day)


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
