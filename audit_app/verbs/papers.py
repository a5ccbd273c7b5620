"""The papers: what is handed out, each as a tagged PDF. ReportLab is loaded only where one is made."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Literal

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.plans.joint import is_joint, joint_plan_of, part_named
from audit_app.plans.model import Plan, plan_of
from audit_app.plans.reviews import last_review
from audit_app.plans.since import USUAL_DAYS, plan_before
from audit_app.questionnaires.own import core_of
from audit_app.responses.model import Audit, Entry
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted
from audit_app.responses.survey import terms_of
from audit_app.results.contributions import Contribution
from audit_app.results.matching.model import Match
from audit_app.results.momentum_model import Momentum
from audit_app.results.partnership_model import Comparison
from audit_app.results.provision import areas_of
from audit_app.sync.hostile import collecting_later
from audit_app.sync.reading import Source
from audit_app.sync.sealing import Passphrases
from audit_app.verbs.letterhead import LetterheadVerbs
from audit_app.verbs.matching import MatchingVerbs
from audit_app.verbs.momentum import MomentumVerbs
from audit_app.verbs.planning import PlanningVerbs
from audit_app.verbs.results import ResultsVerbs

Paper = Literal["plan", "full", "case", "staff", "joint"]
"""The action plan for governors; the whole audit with its evidence; the case for working with others; for staff; the
joint plan of several schools."""
READINESS = "readiness"
ACCEPTED = ("accept", "fix")


class NoSuchPaperError(AuditError):
    def __init__(self, audit: Audit, wanted: str, there: Sequence[Paper]) -> None:
        kind = _("a survey") if audit.mode == "survey" else _("an audit with “{id}”").format(id=audit.questionnaire.id)
        super().__init__(
            _("There is no paper “{wanted}” of {kind}. Choose one of these: {names}.").format(
                wanted=wanted, kind=kind, names=", ".join(there)
            )
        )


class PaperVerbs(LetterheadVerbs, MatchingVerbs, MomentumVerbs, PlanningVerbs, ResultsVerbs):
    """Verbs about papers."""

    def papers(self, audit_id: str) -> tuple[Paper, ...]:
        """Those that can be made of it, the usual one first."""
        return _papers_of(self._store.audit(audit_id))

    def paper(
        self, audit_id: str, paper: Paper | None = None, since: date | None = None, school: str | None = None
    ) -> bytes:
        """One paper; the usual one unless told. `since` is the day of the last meeting; `school` chooses one part of a
        joint plan.

        Raises NoSuchPaperError, NotAJointPlanError, NoPartError.
        """
        audit = self._store.audit(audit_id)
        if school is not None:
            joint_plan_of(audit, ())
        there = _papers_of(audit)
        wanted = paper or there[0]
        if wanted not in there:
            raise NoSuchPaperError(audit, wanted, there)
        match wanted:
            case "plan":
                return self.report(audit_id, since)
            case "full":
                return self._completed(audit_id)
            case "case":
                return self._case(audit_id)
            case "staff":
                return self._for_staff(audit_id)
            case "joint":
                return self._joint_paper(audit, since, school)

    def report(self, audit_id: str, since: date | None = None) -> bytes:
        """The governors' PDF, with what has changed since that day, else since the last review, else in thirty days."""
        from audit_app.reports.governors import Earlier, governors_pdf

        opened = self.audit(audit_id)
        made = self._paper_time()
        day = since or _usual_day(opened.entries, made.date())
        return governors_pdf(
            opened.audit.school,
            core_of(opened.questionnaire),
            self._results(opened),
            plan_of(opened.entries),
            self.settings().person,
            made,
            Earlier(day, plan_before(opened.entries, day)),
            self._letterhead(opened.audit.school),
        )

    def _joint_paper(self, audit: Audit, since: date | None, school: str | None) -> bytes:
        from audit_app.reports.dates import date_in_words
        from audit_app.reports.joint_plan import JointPlan, joint_plan_document
        from audit_app.reports.pdf import render
        from audit_app.reports.what_changed import what_changed

        entries, made = self._store.entries(audit.id), self._paper_time()
        plan = plan_of(entries)
        day = since or _usual_day(entries, made.date())
        said = JointPlan(
            partnership=audit.school.name,
            period=audit.wave,
            plan=plan,
            date=made.date(),
            changes=what_changed(plan_before(entries, day), plan),
            since=date_in_words(day),
            prepared_by=self.settings().person,
            school=part_named(plan, school)[0] if school is not None else "",
        )
        return render(joint_plan_document(said))

    def blank_paper(self, questionnaire_id: str, version: int | None = None) -> bytes:
        """The questionnaire to be filled in by hand, for a meeting."""
        from audit_app.reports.blank import blank_questionnaire_document
        from audit_app.reports.pdf import render

        made = blank_questionnaire_document(self._asked(questionnaire_id, version), self._paper_time().date())
        return render(self._headed(made, self.settings().school))

    def partnership_paper(
        self, found: Comparison, going: Momentum | None = None, matches: Sequence[Match] = ()
    ) -> bytes:
        """The partnership report: what was compared, with its momentum and the matches that were accepted, if given.

        Where the comparison withholds names, so does all of it.
        """
        from audit_app.reports.partnership import PartnershipReport, partnership_document
        from audit_app.reports.pdf import render
        from audit_app.reports.scale import scale_of_section

        asked = self._asked(found.questionnaire.id, found.questionnaire.version)
        report = PartnershipReport(
            comparison=found,
            scales={one.id: scale_of_section(asked, one.id) for one in found.sections},
            date=self._paper_time().date(),
            momentum=going,
            matches=tuple(one for one in matches if one.verdict in ACCEPTED),
            prepared_by=self.settings().person,
        )
        return render(partnership_document(report))

    @collecting_later()
    def partnership_in(
        self,
        sources: Sequence[Source] | None,
        questionnaire_id: str | None = None,
        *,
        pseudonyms: bool = False,
        schools: Collection[str] | None = None,
        passphrases: Passphrases = None,
    ) -> tuple[Comparison, bytes]:
        """What is compared, and its report: from these files, else from the data folder.

        Its momentum is that of all of them, so a choice of schools goes without.
        """
        if sources:
            contents, excluded = self.contents_in(sources, passphrases)
            contributions = tuple(self._contributions(contents))
            going = self._momentum_of(contents) if schools is None else None
        else:
            contributions, excluded = self.contributions_here()
            going = self.momentum_here() if schools is None else None
        found = self.compared(contributions, questionnaire_id, excluded, pseudonyms=pseudonyms, schools=schools)
        return found, self.partnership_paper(found, going, self._accepted(contributions, found))

    def paper_of_compared(
        self, found: Comparison, contributions: Sequence[Contribution], *, whole: bool = True
    ) -> bytes:
        """The report of what `compared` gave; with its momentum where all of it is in the data folder, and is shown."""
        here = {line.id for line in self.audits()}
        going = self.momentum_here() if whole and all(one.audit.id in here for one in contributions) else None
        return self.partnership_paper(found, going, self._accepted(contributions, found))

    def _accepted(self, contributions: Sequence[Contribution], found: Comparison) -> tuple[Match, ...]:
        """Matches that the broker accepted between schools of the comparison; of provision audits only."""
        if found.pseudonyms or not any(one.verdict in ACCEPTED for one in self._store.decisions()):
            return ()
        if not any(areas_of(one.questionnaire) for one in contributions):
            return ()
        shown = {one.id for one in found.schools}
        matching = self._matched(contributions, None, None, solve_afresh=False)
        return tuple(one for one in matching.matches if one.verdict in ACCEPTED and {one.helper, one.helped} <= shown)

    def _for_staff(self, audit_id: str) -> bytes:
        from audit_app.reports.pdf import render
        from audit_app.reports.staff import StaffReport, staff_document

        audit = self._store.audit(audit_id)
        report = StaffReport(
            results=self._survey_results(audit_id),
            questionnaire=self._core(audit),
            date=self._paper_time().date(),
            plan=self._plan_after(audit),
            terms=terms_of(self._store.entries(audit_id)),
        )
        return render(self._headed(staff_document(report), audit.school))

    def _plan_after(self, survey: Audit) -> Plan:
        """The survey's own plan, else that of the school's newest audit that has one."""
        others = sorted(self._same_school(survey), key=lambda one: (one.created, one.id), reverse=True)
        plans = (plan_of(self._store.entries(one.id)) for one in (survey, *others))
        return next((plan for plan in plans if plan.priorities), Plan())

    def _case(self, audit_id: str) -> bytes:
        from audit_app.reports.case import Case, case_document
        from audit_app.reports.pdf import render

        opened = self.audit(audit_id)
        case = Case(
            audit=opened.audit,
            questionnaire=opened.questionnaire,
            results=self._results(opened),
            stands=standings(counted(opened.entries)),
            date=self._paper_time().date(),
        )
        return render(self._headed(case_document(case), opened.audit.school))

    def _completed(self, audit_id: str) -> bytes:
        from audit_app.reports.completed import CompletedAudit, completed_document
        from audit_app.reports.pdf import render

        opened = self.audit(audit_id)
        made = CompletedAudit(
            audit=opened.audit,
            questionnaire=opened.questionnaire,
            results=self._results(opened),
            stands=standings(counted(opened.entries)),
            date=self._paper_time().date(),
            prepared_by=self.settings().person,
        )
        return render(self._headed(completed_document(made), opened.audit.school))


def _usual_day(entries: Sequence[Entry], today: date) -> date:
    """That of the last review before today."""
    held = last_review(entries, before=today)
    return held.day if held else today - timedelta(days=USUAL_DAYS)


def _papers_of(audit: Audit) -> tuple[Paper, ...]:
    if is_joint(audit):
        return ("joint",)
    if audit.mode == "survey":
        return ("staff",)
    return ("plan", "case", "full") if audit.questionnaire.id == READINESS else ("plan", "full")
