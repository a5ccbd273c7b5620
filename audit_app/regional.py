"""Regional: how dates, times and numbers are written in the language that the app speaks.

English is written out here, because that is what most people use and costs nothing. Any other language gets Babel's
data (CLDR), which is imported then. Files and JSON never come here: they are ISO throughout.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING

from audit_app.language import ENGLISH, _, spoken

if TYPE_CHECKING:
    from babel import Locale

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


def day_words(day: date) -> str:
    """“22 November 2026”, in the order of the language."""
    locale = _locale()
    if locale is None:
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    from babel.dates import format_date

    return format_date(day, "long", locale)


def short_day(day: date, *, year: bool) -> str:
    """“22 Nov”, or “22 Nov 2026”."""
    locale = _locale()
    if locale is None:
        return f"{day.day} {MONTHS[day.month - 1][:3]}{f' {day.year}' if year else ''}"
    from babel.dates import format_date, format_skeleton

    return format_date(day, "medium", locale) if year else format_skeleton("MMMd", day, locale=locale)


def clock_time(moment: datetime) -> str:
    """“14:32”, by the clock that `moment` is of."""
    locale = _locale()
    if locale is None:
        return f"{moment:%H:%M}"
    from babel.dates import format_time

    return format_time(moment.timetz().replace(tzinfo=None), "short", locale=locale)


def day_and_time(moment: datetime) -> str:
    """“22 November 2026 at 14:32”."""
    return _("{day} at {time}").format(day=day_words(moment), time=clock_time(moment))


def number(written: str) -> str:
    """A number that is written in English (“2.3”, “5,000”, “−0.4”) with the marks of the language."""
    locale = _locale()
    if locale is None:
        return written
    from babel.numbers import get_decimal_symbol, get_group_symbol

    marks = {".": get_decimal_symbol(locale), ",": get_group_symbol(locale)}
    return "".join(marks.get(one, one) for one in written)


def _locale() -> "Locale | None":
    """None for English, and for a language that Babel doesn't know."""
    if spoken() == ENGLISH:
        return None
    try:
        from babel import Locale, UnknownLocaleError
    except ImportError:
        return None
    try:
        return Locale.parse(spoken(), sep="-")
    except (ValueError, UnknownLocaleError):
        return None
