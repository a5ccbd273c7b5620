"""Entries and answers: what can't be one is refused, so that nothing after it need ask."""

import pytest
from pydantic import ValidationError

from audit_app.responses.model import Answer, Entry


@pytest.mark.parametrize(
    "stamp",
    [
        "------------------------~0000~laptop",
        "2026-13-01T09:00:00.000Z~0000~laptop",
        "2026-02-30T09:00:00.000Z~0000~laptop",
        "2026-11-22T09:00:00.000Z~0000~two words",
        "2026-11-22T09:00:00.000Z~0000~laptop\n",
        "2026-11-22T09:00:00.000~0000~laptop",
        "9999-12-31T23:59:59.999Z~ffff~laptop",
        "",
    ],
)
def test_a_stamp_names_a_real_moment(stamp: str) -> None:
    with pytest.raises(ValidationError):
        Entry(stamp=stamp, subject="audit", field="note")


def test_an_entry_knows_when_it_was_made() -> None:
    entry = Entry(stamp="2026-11-22T09:00:00.250Z~0000~laptop", subject="audit", field="note")
    assert entry.at.isoformat() == "2026-11-22T09:00:00.250000+00:00"


@pytest.mark.parametrize("given", [{}, {"option": "3", "reason": "not_applicable"}, {"option": "3", "value": 2.0}])
def test_an_answer_is_exactly_one_thing(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Answer.model_validate(given)
