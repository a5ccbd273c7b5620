"""What the answers mean, and what we will do about it."""

from collections.abc import Callable, Mapping, Sequence

from pydantic import JsonValue

from audit_app.plans import changes as plan_changes
from audit_app.plans.model import Plan, plan_of
from audit_app.plans.suggestions import Suggestion, suggestions
from audit_app.plans.survey_suggestions import survey_suggestions
from audit_app.questionnaires.own import core_of
from audit_app.responses.model import Entry
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.results.model import AuditResults
from audit_app.verbs.opened_folder import OpenedFolder


class PlanningVerbs(OpenedFolder):
    """Verbs about results and plans."""

    def results(self, audit_id: str) -> AuditResults:
        return self._results(self.audit(audit_id))

    def plan(self, audit_id: str) -> Plan:
        return plan_of(self._store.entries(audit_id))

    def suggestions(self, audit_id: str) -> tuple[Suggestion, ...]:
        opened = self.audit(audit_id)
        if opened.audit.mode == "survey":
            return survey_suggestions(core_of(opened.questionnaire), self._survey_results(audit_id))
        return suggestions(core_of(opened.questionnaire), self._results(opened))

    def adopt(self, audit_id: str, suggestion: Suggestion) -> Plan:
        """Make a suggestion a priority of the plan."""
        return self._planned(audit_id, plan_changes.adopt, suggestion)

    def add_priority(self, audit_id: str, title: str, why: str = "") -> Plan:
        """A priority of the user's own."""
        return self._planned(audit_id, plan_changes.add_priority, title, why)

    def set_priority(self, audit_id: str, priority_id: str, fields: Mapping[str, JsonValue]) -> Plan:
        return self._planned(audit_id, plan_changes.set_priority, priority_id, fields)

    def remove_priority(self, audit_id: str, priority_id: str) -> Plan:
        return self._planned(audit_id, plan_changes.remove_priority, priority_id)

    def add_action(self, audit_id: str, priority_id: str, text: str) -> Plan:
        return self._planned(audit_id, plan_changes.add_action, priority_id, text)

    def set_action(self, audit_id: str, priority_id: str, action_id: str, fields: Mapping[str, JsonValue]) -> Plan:
        return self._planned(audit_id, plan_changes.set_action, priority_id, action_id, fields)

    def remove_action(self, audit_id: str, priority_id: str, action_id: str) -> Plan:
        return self._planned(audit_id, plan_changes.remove_action, priority_id, action_id)

    def restore(self, audit_id: str, priority_id: str, action_id: str | None = None) -> Plan:
        """Put back a priority, or an action, that was removed."""
        return self._planned(audit_id, plan_changes.restore, priority_id, action_id)

    def ask_governors(self, audit_id: str, questions: Sequence[str], decisions: Sequence[str]) -> Plan:
        return self._planned(audit_id, plan_changes.ask_governors, questions, decisions)

    def _planned(self, audit_id: str, make: Callable[..., Sequence[Entry]], *given: object) -> Plan:
        self._keep(audit_id, make, *given)
        return self.plan(audit_id)
