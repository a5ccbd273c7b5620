"""Is the partnership going quiet? From files alone, or from what the data folder holds of several schools."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from fractions import Fraction
from math import hypot
from pathlib import Path

from audit_app.language import _
from audit_app.plans.model import plan_of
from audit_app.reports.calendar import Day, calendar_of
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Entry
from audit_app.responses.submission import submissions
from audit_app.results.frozen import frozen_results
from audit_app.results.momentum import momentum
from audit_app.results.momentum_model import Activity, Momentum, PlannedAction, PulseRound
from audit_app.results.scores import to_two_decimals
from audit_app.results.survey_model import SurveyResults
from audit_app.verbs.meetings import MeetingVerbs
from audit_app.verbs.partnership import PartnershipVerbs

PULSE = "partnership-pulse"
LOW = 2.0


class MomentumVerbs(PartnershipVerbs, MeetingVerbs):
    """Verbs about how a partnership is going."""

    def momentum_in(self, sources: Sequence[Path | tuple[str, bytes]], passphrase: str | None = None) -> Momentum:
        """From bundles, and the meetings that were recorded here. Their order makes no difference."""
        return self._momentum(self.contents_in(sources, passphrase)[0])

    def momentum_here(self) -> Momentum:
        """From everything that this data folder holds."""
        found = (self._ours(line.id) for line in self.audits())
        return self._momentum(one for one in found if one is not None)

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

    def _momentum(self, contents: Iterable[AuditContent]) -> Momentum:
        pulses, activities, actions = [], list[Activity](), list[PlannedAction]()
        latest: dict[str, AuditContent] = {}
        known: dict[str, date] = {}
        for one in contents:
            school = one.audit.school.name
            known[school] = min(known.get(school, date.max), one.audit.created.date())
            activities += _activities(school, one.entries)
            if one.audit.questionnaire.id == PULSE and (results := frozen_results(one.entries)) is not None:
                pulses.append(_pulse(school, one, results))
            if plan_of(one.entries).priorities and (
                school not in latest or latest[school].audit.created < one.audit.created
            ):
                latest[school] = one
        for school, content in latest.items():
            actions += _actions(school, content.entries)
        return momentum(pulses, activities, actions, self.today(), self._store.meetings(), known)


def _activities(school: str, entries: Sequence[Entry]) -> Iterator[Activity]:
    """The newest of each kind: that is what the time since the last contact is counted from."""
    kinds = {
        "plan": _("a change of the plan"),
        "item": _("an answer"),
        "survey": _("a survey"),
        "audit": _("a submission"),
    }
    newest: dict[str, Entry] = {}
    for entry in entries:
        kind = entry.subject.partition("/")[0]
        if kind in kinds and (kind not in newest or newest[kind].stamp < entry.stamp):
            newest[kind] = entry
    return (Activity(school, entry.at.date(), kinds[kind]) for kind, entry in newest.items())


def _pulse(school: str, content: AuditContent, results: SurveyResults) -> PulseRound:
    shown = [one for one in results.sections if one.score is not None]
    scores = [Fraction(str(one.score)) for one in shown]
    margins = [one.margin for one in shown if one.margin is not None]
    closed = submissions(content.entries)
    return PulseRound(
        school=school,
        wave=results.wave,
        day=closed[0].at.date() if closed else content.audit.created.date(),
        score=to_two_decimals(sum(scores, Fraction()) / len(scores)) if scores else None,
        margin=hypot(*margins) / len(margins) if margins and len(margins) == len(shown) else None,
        n=results.n,
        invited=results.invited,
        low_items=tuple(one.id for one in results.items if one.score is not None and one.score < LOW),
    )


def _actions(school: str, entries: Sequence[Entry]) -> Iterator[PlannedAction]:
    for priority in plan_of(entries).priorities:
        for action in priority.actions:
            due = None
            with suppress(ValueError):
                due = date.fromisoformat(action.due)
            yield PlannedAction(school, action.text, action.owner, due, action.state == "done")
