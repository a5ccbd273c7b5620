"""A plan through the year: ideas for it, reviews of it, what is due, and its days in a calendar."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from audit_app.errors import AuditError
from audit_app.plans import changes as plan_changes
from audit_app.plans import reviews
from audit_app.plans.action_library import Effort, Idea, Leave
from audit_app.plans.changes import UnknownPriorityError
from audit_app.plans.days import PlanDay, open_days
from audit_app.plans.ideas import ideas_for
from audit_app.plans.model import Plan, plan_of
from audit_app.plans.reviews import Review, last_review
from audit_app.plans.since import plan_before
from audit_app.reports.calendar import Day, calendar_of
from audit_app.reports.what_changed import what_changed
from audit_app.responses.model import Audit, Entry
from audit_app.responses.progress import Summary
from audit_app.verbs.audits import AuditVerbs
from audit_app.verbs.planning import PlanningVerbs

RECENT = 24
"""Audits looked at for what is due, the most recently changed: each is opened once."""
TITLES = {"action": "Due", "milestone": "Milestone", "priority": "To be reached", "review": "Review"}


class Since(NamedTuple):
    """What has changed since a review."""

    review: Review
    changes: tuple[str, ...]


class DueHere(NamedTuple):
    """A day of one of the school's own plans."""

    audit: str
    title: str
    """Of the questionnaire."""
    day: PlanDay


class PlanLifeVerbs(AuditVerbs, PlanningVerbs):
    """Verbs about a plan through the year."""

    def ideas(
        self, audit_id: str, priority_id: str, leave: Leave = "board", effort: Effort = "large"
    ) -> tuple[Idea, ...]:
        """For a priority; none that needs more leave or effort than this. Raises UnknownPriorityError."""
        opened = self.audit(audit_id)
        found = next((one for one in plan_of(opened.entries).priorities if one.id == priority_id), None)
        if found is None:
            raise UnknownPriorityError(priority_id)
        return ideas_for(found, opened.questionnaire, leave, effort)

    def take_up(self, audit_id: str, priority_id: str, idea: Idea) -> Plan:
        """Make an idea an action of the priority, with its first step."""
        return self._planned(audit_id, plan_changes.take_up, priority_id, idea.text, idea.first_step)

    def reviews(self, audit_id: str) -> tuple[Review, ...]:
        """Oldest first."""
        return reviews.reviews(self._store.entries(audit_id))

    def record_review(self, audit_id: str, day: date, note: str = "") -> tuple[Review, ...]:
        self._keep(audit_id, reviews.record_review, day, note, self.today())
        return self.reviews(audit_id)

    def take_back_review(self, audit_id: str, review: Review) -> tuple[Review, ...]:
        """One that was recorded by mistake."""
        self._keep(audit_id, reviews.take_back_review, review.stamp)
        return self.reviews(audit_id)

    def agree_next_review(self, audit_id: str, day: date | None) -> Plan:
        return self._planned(audit_id, plan_changes.agree_next_review, day.isoformat() if day else "")

    def since_last_review(self, audit_id: str) -> Since | None:
        """None before the first review. Changes of its own day count as made since: they come from it."""
        entries = self._store.entries(audit_id)
        review = last_review(entries)
        if review is None:
            return None
        return Since(review, what_changed(plan_before(entries, review.day), plan_of(entries)))

    def open_days(self, audit_id: str) -> tuple[PlanDay, ...]:
        """What is still to be met of one plan, the earliest first."""
        return open_days(self.plan(audit_id))

    def due_here(self) -> tuple[DueHere, ...]:
        """The same of the school's own plans: with each questionnaire the newest that has priorities."""
        newest: dict[str, tuple[Audit, Summary, Plan]] = {}
        for audit, line, entries in self._own():
            plan = plan_of(entries)
            known = newest.get(audit.questionnaire.id)
            if plan.priorities and (known is None or (known[0].created, known[0].id) < (audit.created, audit.id)):
                newest[audit.questionnaire.id] = audit, line, plan
        found = [DueHere(audit.id, line.title, day) for audit, line, plan in newest.values() for day in open_days(plan)]
        return tuple(sorted(found, key=lambda one: (one.day.day, one.title, one.day.name)))

    def plan_calendar(self, audit_id: str) -> bytes:
        """What is still to be met, as a calendar file; a day that was moved moves there too when it is made again."""
        audit = self._store.audit(audit_id)
        days = [_calendar_day(audit, one) for one in self.open_days(audit_id)]
        return calendar_of(days, self._paper_time())

    def _own(self) -> Iterator[tuple[Audit, Summary, tuple[Entry, ...]]]:
        """One that can't be read says so elsewhere, and keeps nobody from the others."""
        school = self.settings().school
        for line in self.audits(RECENT):
            if line.received or (school is not None and line.school.name != school.name):
                continue
            try:
                yield self._store.audit(line.id), line, self._store.entries(line.id)
            except AuditError:
                continue


def _calendar_day(audit: Audit, one: PlanDay) -> Day:
    what = one.text.strip() or ("Action plan" if one.kind == "review" else "Action without a text")
    owner = f" ({one.owner})" if one.owner else ""
    notes = f"{audit.school.name}, {audit.wave}" + (f". Priority: {one.title}" if one.title else "")
    return Day(one.day, f"{TITLES[one.kind]}: {what}{owner}", notes, f"{audit.id}/{one.name}")
