"""A plan through the year: ideas for it, reviews of it, what is due, and its days in a calendar."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.plans import changes as plan_changes
from audit_app.plans import reviews
from audit_app.plans.action_library import Effort, Idea, Leave
from audit_app.plans.days import PlanDay, open_days, overdue
from audit_app.plans.ideas import ideas_for
from audit_app.plans.joint import is_joint, joint_plan_of, named_in, part_named, part_of
from audit_app.plans.model import Plan, plan_of
from audit_app.plans.refusals import UnknownPriorityError
from audit_app.plans.reviews import Review, last_review
from audit_app.plans.since import plan_before
from audit_app.questionnaires.library import JOINT_PLAN
from audit_app.reports.calendar import Day, calendar_of
from audit_app.reports.what_changed import what_changed
from audit_app.responses.model import Audit
from audit_app.responses.progress import Summary
from audit_app.verbs.audits import AuditVerbs
from audit_app.verbs.planning import PlanningVerbs

LOOKED_THROUGH = 1000
"""Lines of the list in which plans are looked for, the last changed: what partners sent stands between them."""
OPENED = 24
"""Of the school's own plans that a newer one took the place of, the last changed."""
TITLES = {"action": _("Due"), "milestone": _("Milestone"), "priority": _("To be reached"), "review": _("Review")}


class Since(NamedTuple):
    """What has changed since a review."""

    review: Review
    changes: tuple[str, ...]


class DueHere(NamedTuple):
    """A day of one of the school's own plans, or of its part of a joint one."""

    audit: str
    title: str
    """Of the questionnaire; of a joint plan, the partnership."""
    day: PlanDay
    joint: bool = False
    """Of a joint plan."""


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

    def put_review_back(self, audit_id: str, review: Review) -> tuple[Review, ...]:
        """One that was taken back, as it was recorded."""
        self._keep(audit_id, reviews.put_review_back, review)
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
        """The same of the school's own plans and of its part of joint ones.

        With each questionnaire, and with each partnership, the newest plan that has priorities.
        """
        found = [DueHere(line.id, line.title, day) for line, plan in self._newest_own() for day in open_days(plan)] + [
            DueHere(line.id, line.school.name, day, joint=True)
            for line, plan in self._newest_joint()
            for day in open_days(self._own_part(plan))
        ]
        return tuple(sorted(found, key=lambda one: (one.day.day, one.title, one.day.name)))

    def others_are_late(self) -> bool:
        """Whether something is overdue in the joint plans that is for another school to do."""
        return any(
            set(overdue(open_days(plan), self.today())) - set(overdue(open_days(self._own_part(plan)), self.today()))
            for _, plan in self._newest_joint()
        )

    def replaced_plans(self) -> tuple[tuple[Summary, int], ...]:
        """The school's own plans that a newer one took the place of, each with how many of its days are still open."""
        newest = {line.id for line, _ in self._newest_own()}
        found = []
        for line in [one for one in self._own() if one.id not in newest][:OPENED]:
            with suppress(AuditError):
                found.append((line, len(open_days(self.plan(line.id)))))
        return tuple((line, days) for line, days in found if days)

    def plan_calendar(self, audit_id: str, school: str | None = None) -> bytes:
        """What is still to be met, as a calendar file; a day that was moved moves there too when it is made again.

        With `school` only its part of a joint plan. Raises NotAJointPlanError, NoPartError.
        """
        audit, plan = self._store.audit(audit_id), self.plan(audit_id)
        if school is not None:
            plan = part_named(joint_plan_of(audit, self._store.entries(audit_id)), school)[1]
        days = [_calendar_day(audit, one) for one in open_days(plan)]
        return calendar_of(days, self._paper_time())

    def _newest_joint(self) -> list[tuple[Summary, Plan]]:
        """Of each partnership."""
        found = [line for line in self._store.summaries(LOOKED_THROUGH) if line.questionnaire == JOINT_PLAN]
        return self._newest(found, lambda line: line.school.name)

    def _newest_own(self) -> list[tuple[Summary, Plan]]:
        """With each questionnaire."""
        return self._newest(self._own(), lambda line: line.questionnaire)

    def _newest(self, lines: Iterable[Summary], kind: Callable[[Summary], str]) -> list[tuple[Summary, Plan]]:
        """Of each kind the one that began last, among those that have priorities.

        One that can't be read says so elsewhere, and keeps nobody from the others.
        """
        found: dict[str, tuple[Summary, Plan]] = {}
        for line in sorted(lines, key=lambda one: (one.created, one.id), reverse=True):
            if line.plan is not None and line.plan.priorities and kind(line) not in found:
                with suppress(AuditError):
                    found[kind(line)] = line, self.plan(line.id)
        return [*found.values()]

    def _own_part(self, plan: Plan) -> Plan:
        """A school that takes part sees what it has to do; who takes none, as a gardener does, sees all of it."""
        name = named_in(plan, self.settings().school)
        return part_of(plan, name) if name else plan

    def _own(self) -> list[Summary]:
        school = self.settings().school
        planned = (line for line in self.audits(LOOKED_THROUGH) if line.planned and not line.received)
        return [line for line in planned if school is None or line.school.name == school.name]


def _calendar_day(audit: Audit, one: PlanDay) -> Day:
    whole = _("Joint plan") if is_joint(audit) else _("Action plan")
    what = one.text.strip() or (whole if one.kind == "review" else _("Action without a text"))
    who = ", ".join(filter(None, (one.owner, one.school)))
    owner = f" ({who})" if who else ""
    notes = f"{audit.school.name}, {audit.wave}" + (
        _(". Priority: {title}").format(title=one.title) if one.title else ""
    )
    return Day(one.day, f"{TITLES[one.kind]}: {what}{owner}", notes, f"{audit.id}/{one.name}")
