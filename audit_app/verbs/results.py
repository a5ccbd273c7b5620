"""What the answers mean beyond one audit: its evidence, its trend over waves, and leaders' view beside colleagues'."""

from collections.abc import Iterator

from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.own import core_of
from audit_app.questionnaires.versions import comparable_items
from audit_app.responses.model import Audit
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, is_received
from audit_app.results.evidence import AuditEvidence, evidence_of
from audit_app.results.model import AuditResults
from audit_app.results.survey_model import SurveyResults
from audit_app.results.trend import Trend, Wave, trend_of
from audit_app.results.views import Views, views_of
from audit_app.verbs.opened_folder import OpenedFolder


class ResultsVerbs(OpenedFolder):
    """Verbs about what results rest on, and how they compare."""

    def any_results(self, audit_id: str) -> AuditResults | SurveyResults:
        """Of a self-audit or of a survey."""
        if self._store.audit(audit_id).mode == "survey":
            return self._survey_results(audit_id)
        return self._results(self.audit(audit_id))

    def evidence(self, audit_id: str) -> AuditEvidence | None:
        """What a self-audit's scores rest on; None for a survey."""
        if self._store.audit(audit_id).mode == "survey":
            return None
        opened = self.audit(audit_id)
        stands = standings(counted(opened.entries))
        return evidence_of(core_of(opened.questionnaire), self._results(opened), stands, self.today())

    def trend(self, audit_id: str) -> Trend | None:
        """The school's earlier waves of the same questionnaire and this one; None while there is none to compare."""
        latest = self._store.audit(audit_id)
        rounds = [one for one in self._same_school(latest) if one.questionnaire.id == latest.questionnaire.id]
        waves = sorted((one for one in rounds if one.created <= latest.created), key=lambda one: (one.created, one.id))
        made = [wave for one in waves if (wave := self._wave(one, latest)) is not None]
        return trend_of(made) if made and made[-1].results.audit == audit_id else None

    def views(self, audit_id: str) -> Views | None:
        """The school's latest self-audit beside its latest survey with items of the same ids, one of them this one.

        None while there is no other that shares its items.
        """
        this = self._store.audit(audit_id)
        others = [one for one in self._same_school(this) if one.mode != this.mode and self._shares(one, this)]
        for other in sorted(others, key=lambda one: (one.wave == this.wave, one.created), reverse=True):
            audit, survey = (this, other) if this.mode == "self_audit" else (other, this)
            said = self._survey_results(survey.id)
            if said.reason is None:
                agreed = self._results(self.audit(audit.id))
                return views_of(self._core(audit), agreed, self._core(survey), said)
        return None

    def _same_school(self, audit: Audit) -> Iterator[Audit]:
        """Its own, those that can be read and go on as no other."""
        for line in self._store.summaries():
            same = line.school.urn == audit.school.urn if audit.school.urn else line.school.name == audit.school.name
            if same and line.continued_as is None:
                yield self._store.audit(line.id)

    def _wave(self, audit: Audit, latest: Audit) -> Wave | None:
        """A wave with results; versions that this installation doesn't know can't be compared."""
        name, first, last = latest.questionnaire.id, audit.questionnaire.version, latest.questionnaire.version
        if first > last or is_received(self._store.entries(audit.id)) != is_received(self._store.entries(latest.id)):
            return None
        versions = [self._library.get(name, step) for step in range(first, last + 1)]
        found = self.any_results(audit.id)
        silent = found.reason is not None if isinstance(found, SurveyResults) else not found.n
        return None if silent else Wave(found, self._core(audit), comparable_items(versions))

    def _shares(self, one: Audit, other: Audit) -> bool:
        return bool(self._core(one).items_by_id.keys() & self._core(other).items_by_id.keys())

    def _core(self, audit: Audit) -> Questionnaire:
        return core_of(self._library.get(audit.questionnaire.id, audit.questionnaire.version))
