"""Regional: how dates, times and numbers are written in the language that the app speaks.

English is written out here, because that is what most people use and costs nothing. Any other language gets Babel's
data (CLDR), which is imported then. Files and JSON never come here: they are ISO throughout.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from audit_app.language import ENGLISH, _, spoken

if TYPE_CHECKING:
    from babel import Locale

MEGABYTE = 1024 * 1024
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


def language_tag() -> str:
    """What a page or a paper tells screen readers about its language: English is read as in Britain."""
    return "en-GB" if spoken() == ENGLISH else spoken()


def months_in_english(text: str) -> str:
    """A date as somebody typed it, with the month's name in English: “5 Ionawr 2027” is “5 January 2027”."""
    locale = _locale()
    if locale is None:
        return text
    words = text.split()
    for names in (locale.months["format"]["wide"], locale.months["format"]["abbreviated"]):
        known = {name.rstrip(".").lower(): MONTHS[number - 1] for number, name in names.items()}
        words = [known.get(word.rstrip(".,").lower(), word) for word in words]
    return " ".join(words)


def listed(words: Sequence[str]) -> str:
    """“A”, “A and B”, “A, B and C”."""
    return _joined(words, _("{all_but_the_last} and {the_last}"))


def either(words: Sequence[str]) -> str:
    """“A”, “A or B”, “A, B or C”."""
    return _joined(words, _("{all_but_the_last} or {the_last}"))


def file_size(count: int) -> str:
    """Of so many bytes: “2.4 MB”, “13 KB”; never less than 1 KB."""
    if count >= MEGABYTE:
        return _("{size} MB").format(size=number(f"{count / MEGABYTE:.1f}"))
    return _("{size} KB").format(size=max(1, round(count / 1024)))


def plain(value: float) -> str:
    """A number with all its figures and no needless ones: “4”, “2.5”, “1234567.25”."""
    return number(f"{Decimal(repr(float(value))).normalize():f}")


def number(written: str) -> str:
    """A number that is written in English (“2.3”, “5,000”, “−0.4”) with the marks of the language."""
    locale = _locale()
    if locale is None:
        return written
    from babel.numbers import get_decimal_symbol, get_group_symbol

    marks = {".": get_decimal_symbol(locale), ",": get_group_symbol(locale)}
    return "".join(marks.get(one, one) for one in written)


def _joined(words: Sequence[str], pattern: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return pattern.format(all_but_the_last=", ".join(words[:-1]), the_last=words[-1])


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
