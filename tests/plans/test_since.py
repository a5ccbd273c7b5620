"""The plan of an earlier day comes out of its history."""

from datetime import timedelta

from audit_app.plans.model import plan_of
from audit_app.plans.since import plan_before
from tests.builders import MORNING, an_entry

TODAY = MORNING.date()
TITLE = an_entry("Trust", subject="plan/p1", field="title")
DAY = 24 * 60
LATER = an_entry("More trust", minute=DAY, subject="plan/p1", field="title", replaces=[TITLE.stamp])


def test_what_was_said_before_the_day_stands() -> None:
    assert [one.title for one in plan_before([TITLE, LATER], TODAY + timedelta(days=1)).priorities] == ["Trust"]
    assert [one.title for one in plan_of([TITLE, LATER]).priorities] == ["More trust"]


def test_what_was_said_on_the_day_itself_counts_as_later() -> None:
    assert plan_before([TITLE, LATER], TODAY).priorities == ()
