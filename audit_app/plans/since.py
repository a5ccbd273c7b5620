"""Since: the plan as it stood on an earlier day, worked out from its history, so that the two can be compared."""

from collections.abc import Iterable
from datetime import date

from audit_app.plans.model import Plan, plan_of
from audit_app.responses.model import Entry

USUAL_DAYS = 30
"""The last month stands for the time since governors met, where no day is named and no review is recorded."""


def plan_before(entries: Iterable[Entry], day: date) -> Plan:
    """What stood when the day began, by the clocks of the devices on which it was said (UTC)."""
    return plan_of(entry for entry in entries if entry.at.date() < day)
