"""Waves: the school term that a day belongs to, offered as the name of a round of collection."""

from datetime import date

SUMMER_STARTS = 4
AUTUMN_STARTS = 8
"""Months: schools set autumn's work up in August, before the pupils are back."""


def term_of(day: date) -> str:
    """For example “Autumn 2026”."""
    if day.month >= AUTUMN_STARTS:
        return f"Autumn {day.year}"
    return f"{'Summer' if day.month >= SUMMER_STARTS else 'Spring'} {day.year}"
