"""Terms: the three that end with the one in which the latest round began."""

from datetime import date

import pytest

from audit_app.demo.terms import school_day, waves


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2026, 11, 22), ["Spring 2026", "Summer 2026", "Autumn 2026"]),
        (date(2026, 7, 10), ["Autumn 2025", "Spring 2026", "Summer 2026"]),
        (date(2026, 2, 1), ["Summer 2025", "Autumn 2025", "Spring 2026"]),
        (date(2026, 1, 5), ["Spring 2025", "Summer 2025", "Autumn 2025"]),  # begun twelve days ago, in December
    ],
)
def test_waves_are_terms_in_a_row(today: date, names: list[str]) -> None:
    found = waves(today)
    assert [wave.name for wave in found] == names
    assert [wave.begun for wave in found] == sorted(wave.begun for wave in found)
    assert found[-1].begun < today


def test_a_weekend_becomes_the_friday_before() -> None:
    assert school_day(date(2026, 11, 21)) == school_day(date(2026, 11, 22)) == date(2026, 11, 20)
    assert school_day(date(2026, 11, 20)) == date(2026, 11, 20)
