"""Is the partnership going quiet? From files alone, or from what the data folder holds of several schools."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from fractions import Fraction
from math import hypot
from typing import NamedTuple

from audit_app.language import _
from audit_app.plans.model import plan_of
from audit_app.reports.calendar import Day, calendar_of
from audit_app.responses.content import AuditContent
from audit_app.responses.progress import About, last_about
from audit_app.responses.submission import submissions
from audit_app.results.frozen import frozen_results
from audit_app.results.momentum import momentum
from audit_app.results.momentum_model import Activity, Momentum, PlannedAction, PulseRound
from audit_app.results.scores import to_two_decimals
from audit_app.sync.reading import Source
from audit_app.sync.sealing import Passphrases
from audit_app.verbs.meetings import MeetingVerbs
from audit_app.verbs.partnership import PartnershipVerbs

PULSE = "partnership-pulse"
LOW = 2.0
DONE: Mapping[About, str] = {
    "plan": _("a change of the plan"),
    "item": _("an answer"),
    "survey": _("a survey"),
    "audit": _("a submission"),
}


class Known(NamedTuple):
    """One audit, as a sign that a school takes part."""

    school: str
    created: datetime
    changed: datetime
    last: About | None
    """What was done in it last; None where nothing was."""


class MomentumVerbs(PartnershipVerbs, MeetingVerbs):
    """Verbs about how a partnership is going."""

    def momentum_in(self, sources: Sequence[Source], passphrases: Passphrases = None) -> Momentum:
        """From bundles, and the meetings that were recorded here. Their order makes no difference."""
        return self._momentum_of(self.contents_in(sources, passphrases)[0])

    def momentum_here(self) -> Momentum:
        """From everything that this data folder holds: its list is enough, but for pulses and each school's plan."""
        lines = self.audits()
        known = [Known(one.school.name, one.created, datetime.fromisoformat(one.changed), one.last) for one in lines]
        pulses = [one.id for one in lines if one.questionnaire == PULSE and one.status != "draft"]
        planned = (one for one in lines if one.plan is not None and one.plan.priorities)
        newest = {one.school.name: one.id for one in sorted(planned, key=lambda one: (one.created, one.id))}
        return self._momentum(known, self._all_said(pulses), self._all_said(newest.values()))

    def reminders(self, found: Momentum) -> bytes:
        """The gardener's list as a calendar file."""
        days = [Day(one.due, one.title, one.reason) for one in found.tasks]
        return calendar_of([*days, *self._next_meetings(found)], self._paper_time())

    def _next_meetings(self, found: Momentum) -> Iterator[Day]:
        """Those that are planned; without one, the day on which the usual interval has passed."""
        for one in self.meetings():
            if one.day > found.as_of:
                yield Day(one.day, _("Meeting of the partnership"), one.note, f"meeting/{one.id}")
        meets = found.meetings
        if meets is not None and meets.next_by is not None and meets.next_by >= found.as_of:
            notes = _(
                "There are usually {usual_days} days from one meeting to the next, and as many have passed. Fix "
                "the day with the schools, and record it."
            ).format(usual_days=meets.usual_days)
            yield Day(meets.next_by, _("Fix the day of the next meeting"), notes, f"next-meeting/{meets.last}")

    def _momentum_of(self, contents: Sequence[AuditContent]) -> Momentum:
        known = [
            Known(one.audit.school.name, one.audit.created, _changed(one), last_about(one.entries)) for one in contents
        ]
        planned = (one for one in contents if plan_of(one.entries).priorities)
        begun = sorted(planned, key=lambda one: (one.audit.created, one.audit.id))
        newest = {one.audit.school.name: one for one in begun}
        return self._momentum(known, (one for one in contents if one.audit.questionnaire.id == PULSE), newest.values())

    def _momentum(
        self, known: Sequence[Known], pulses: Iterable[AuditContent], plans: Iterable[AuditContent]
    ) -> Momentum:
        """`known` is every audit; `plans` have the newest plan of each school."""
        begun: dict[str, date] = {}
        for one in known:
            begun[one.school] = min(begun.get(one.school, date.max), one.created.date())
        activities = [Activity(one.school, one.changed.date(), DONE[one.last]) for one in known if one.last is not None]
        rounds = [found for one in pulses if (found := _pulse(one)) is not None]
        actions = [action for one in plans for action in _actions(one)]
        return momentum(rounds, activities, actions, self.today(), self._store.meetings(), begun)

    def _all_said(self, audit_ids: Iterable[str]) -> Iterator[AuditContent]:
        return (found for one in audit_ids if (found := self._said(one)) is not None)


def _changed(content: AuditContent) -> datetime:
    return max((content.audit.created, *(entry.at for entry in content.entries)))


def _pulse(content: AuditContent) -> PulseRound | None:
    """None for one that is open."""
    results = frozen_results(content.entries)
    if results is None:
        return None
    shown = [one for one in results.sections if one.score is not None]
    scores = [Fraction(str(one.score)) for one in shown]
    margins = [one.margin for one in shown if one.margin is not None]
    closed = submissions(content.entries)
    return PulseRound(
        school=content.audit.school.name,
        wave=results.wave,
        day=closed[0].at.date() if closed else content.audit.created.date(),
        score=to_two_decimals(sum(scores, Fraction()) / len(scores)) if scores else None,
        margin=hypot(*margins) / len(margins) if margins and len(margins) == len(shown) else None,
        n=results.n,
        invited=results.invited,
        low_items=tuple(one.id for one in results.items if one.score is not None and one.score < LOW),
    )


def _actions(content: AuditContent) -> Iterator[PlannedAction]:
    for priority in plan_of(content.entries).priorities:
        for action in priority.actions:
            due = None
            with suppress(ValueError):
                due = date.fromisoformat(action.due)
            yield PlannedAction(content.audit.school.name, action.text, action.owner, due, action.state == "done")
