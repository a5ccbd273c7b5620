"""Anonymous surveys: a wave opened, answered by one colleague after another, closed, and erased when its time is up."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses import surveying
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Answer, Audit, QuestionnaireRef, School
from audit_app.responses.survey import GroupCount, Response, Terms, closed_with, group_counts, is_erased, terms_of
from audit_app.results.frozen import closing_entries
from audit_app.results.survey_model import SurveyResults
from audit_app.verbs.opened_folder import OpenedFolder


@dataclass(frozen=True)
class OpenSurvey:
    """One wave as it stands: how many have answered, never what."""

    audit: Audit
    questionnaire: Questionnaire
    terms: Terms
    groups: tuple[GroupCount, ...]
    closed: bool
    erased: bool
    over: bool
    """Its last day is past."""
    to_erase: bool
    """The day until which responses may be kept is past, and they are still there."""

    @property
    def responses(self) -> int:
        return sum(one.responses for one in self.groups)


class SurveyVerbs(OpenedFolder):
    """Verbs about surveys."""

    def open_survey(self, questionnaire_id: str, wave: str, school: School, terms: Terms) -> str:
        """Begin a wave of the newest version; returns its id. Raises NotASurveyError."""
        questionnaire = self._library.get(questionnaire_id)
        audit = Audit(
            id=self._new_id(),
            questionnaire=QuestionnaireRef.to(questionnaire),
            mode=questionnaire.mode,
            school=school,
            wave=wave.strip(),
            created=self._now(),
        )
        with self._turn:
            entries = surveying.open_survey(audit, terms, self._clock, self.settings().person)
            self._store.merge([AuditContent(audit=audit, entries=entries)])
        return audit.id

    def survey(self, audit_id: str) -> OpenSurvey:
        """Raises NotASurveyError."""
        audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
        terms = terms_of(entries)
        if audit.mode != "survey" or terms is None:
            raise surveying.NotASurveyError(audit)
        responses = self._store.responses(audit_id)
        erased = is_erased(entries)
        return OpenSurvey(
            audit=audit,
            questionnaire=self._asked(audit.questionnaire.id, audit.questionnaire.version),
            terms=terms,
            groups=group_counts(terms, responses),
            closed=closed_with(entries) is not None,
            erased=erased,
            over=self.today() > terms.closes,
            to_erase=bool(responses) and not erased and self.today() > terms.erase_after,
        )

    def change_terms(self, audit_id: str, terms: Terms) -> OpenSurvey:
        """Put right a wave that runs: its last day, how many were invited. Raises what change_terms raises."""
        self._keep(audit_id, partial(surveying.change_terms, self._store.audit(audit_id)), terms)
        return self.survey(audit_id)

    def hand_in(
        self, audit_id: str, group: str, answers: Mapping[str, Answer], comments: Mapping[str, str]
    ) -> OpenSurvey:
        """Keep one colleague's response, under a new random id and today's date. Raises what check_response raises."""
        response = surveying.a_response(secrets.token_hex(16), group, self.today(), answers, comments)
        with self._turn:
            self._check_response(audit_id, response)
            self._store.keep_responses(audit_id, [response])
        return self.survey(audit_id)

    def close_survey(self, audit_id: str) -> OpenSurvey:
        """No more responses are taken; what was handed in counts, and what it says is worked out once for all."""
        self.survey(audit_id)
        with self._turn:
            audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
            asked = self._library.get(audit.questionnaire.id, audit.questionnaire.version)
            responses, by = self._store.responses(audit_id), self.settings().person
            self._store.keep(audit_id, closing_entries(audit, asked, entries, responses, self._clock, by))
        return self.survey(audit_id)

    def survey_results(self, audit_id: str) -> SurveyResults:
        """What a closed survey says, everything that could give somebody away withheld. Raises NotASurveyError."""
        return self._survey_results(audit_id)

    def erase_survey(self, audit_id: str) -> OpenSurvey:
        """Remove every response for good, from this device and its backups. Raises ReceivedError."""
        self.survey(audit_id)
        with self._turn:
            entries = self._store.entries(audit_id)
            said = surveying.erase_survey(entries, self.today(), self._clock, self.settings().person)
            self._store.erase_responses(audit_id, said)
        return self.survey(audit_id)

    def _check_response(self, audit_id: str, response: Response) -> None:
        audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
        questionnaire = self._library.get(audit.questionnaire.id, audit.questionnaire.version)
        surveying.check_response(audit, questionnaire, entries, response, self.today())
