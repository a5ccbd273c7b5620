"""Joint plans: begun, shared out among schools, suggested from what they share; and where two wordings stand."""

from collections.abc import Sequence

from audit_app.plans import changes as plan_changes
from audit_app.plans import joint
from audit_app.plans.differences import Difference, differences
from audit_app.plans.joint import (
    LONGEST_NAME,
    LONGEST_PERIOD,
    Part,
    UnnamedPartnershipError,
    joint_plan_of,
    named_in,
    part_named,
    parts,
    schools_in,
)
from audit_app.plans.joint_suggestions import joint_suggestions
from audit_app.plans.model import Plan
from audit_app.plans.suggestions import Suggestion
from audit_app.questionnaires.library import JOINT_PLAN
from audit_app.responses.content import AuditContent
from audit_app.responses.known_keys import plain_name
from audit_app.responses.model import Audit, QuestionnaireRef, School
from audit_app.responses.progress import Summary
from audit_app.results.contributions import identity
from audit_app.results.partnership_model import Comparison
from audit_app.verbs.partnership import PartnershipVerbs
from audit_app.verbs.plan_life import PlanLifeVerbs


class JointPlanVerbs(PartnershipVerbs, PlanLifeVerbs):
    """Verbs about what several schools do together; everything else about a plan is as for one school's."""

    def joint_plans(self) -> tuple[Summary, ...]:
        """Those in this data folder, the most recently changed first; `school` is the partnership."""
        return tuple(one for one in self._store.summaries() if one.questionnaire == JOINT_PLAN)

    def start_joint_plan(self, partnership: str, period: str, schools: Sequence[str]) -> str:
        """Begin one; returns its id. Raises UnnamedPartnershipError, TooFewSchoolsError."""
        name, time = " ".join(partnership.split()), " ".join(period.split())
        if not 0 < len(name) <= LONGEST_NAME or not 0 < len(time) <= LONGEST_PERIOD:
            raise UnnamedPartnershipError
        with self._turn:
            entries = joint.begin(schools, self._clock, self.settings().person)
            audit = Audit(
                id=self._new_id(),
                questionnaire=QuestionnaireRef.to(self._library.get(JOINT_PLAN)),
                mode="self_audit",
                school=School(name=name),
                wave=time,
                created=self._now(),
            )
            self._store.merge([AuditContent(audit=audit, entries=entries)])
        return audit.id

    def schools_here(self) -> tuple[str, ...]:
        """Every school that this data folder knows, its own first; namesakes with their numbers."""
        own = self.settings().school
        found: dict[str, School] = {}
        for one in (*([own] if own else []), *(line.school for line in self.audits())):
            found.setdefault(identity(one), one)
        names = [plain_name(one.name) for one in found.values()]
        told = [
            f"{one.name} ({one.urn})" if one.urn and names.count(plain_name(one.name)) > 1 else one.name
            for one in found.values()
        ]
        first = 1 if own else 0
        return (*told[:first], *sorted(told[first:]))

    def name_schools(self, audit_id: str, schools: Sequence[str]) -> Plan:
        """Those that take part from now on. Raises NotAJointPlanError, TooFewSchoolsError, PlanValueError."""
        self._joint_plan(audit_id)
        return self._planned(audit_id, joint.name_schools, schools)

    def share_out(
        self, audit_id: str, priority_id: str, text: str, first_step: str = "", schools: Sequence[str] = ()
    ) -> Plan:
        """The same action for each of these schools; for every one that takes part, unless told."""
        wanted = schools or schools_in(self._joint_plan(audit_id))
        return self._planned(audit_id, joint.share_out, priority_id, text, first_step, wanted)

    def parts(self, audit_id: str) -> tuple[Part, ...]:
        """Each school's part in figures. Raises NotAJointPlanError."""
        return parts(self._joint_plan(audit_id), self.today())

    def part_of(self, audit_id: str, school: str) -> Plan:
        """One school's part. Raises NotAJointPlanError, NoPartError."""
        return part_named(self._joint_plan(audit_id), school)[1]

    def own_name_in(self, audit_id: str) -> str:
        """The name by which the own school takes part; blank when it does not."""
        return named_in(self._joint_plan(audit_id), self.settings().school)

    def joint_suggestions(self, questionnaire_id: str | None = None) -> tuple[Suggestion, ...]:
        """From what this data folder holds of the schools. Raises what `compare` raises."""
        return self.suggestions_from(self.compare_here(questionnaire_id))

    def suggestions_from(self, found: Comparison) -> tuple[Suggestion, ...]:
        asked = self._asked(found.questionnaire.id, found.questionnaire.version)
        return joint_suggestions(asked, found)

    def plan_differences(self, audit_id: str) -> tuple[Difference, ...]:
        """Fields of a plan for which two people's words stand side by side."""
        return differences(self._store.entries(audit_id))

    def choose_words(self, audit_id: str, stamp: str) -> Plan:
        """Let one of them stand."""
        return self._planned(audit_id, plan_changes.choose, stamp)

    def _joint_plan(self, audit_id: str) -> Plan:
        return joint_plan_of(self._store.audit(audit_id), self._store.entries(audit_id))
