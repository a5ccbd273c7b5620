"""A data folder opened for use: what every verb works with, and what several of them share."""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from secrets import token_bytes

from audit_app.errors import AuditError
from audit_app.language import spoken
from audit_app.questionnaires.languages import in_language
from audit_app.questionnaires.library import Library, UnknownVersionError, shipped_file
from audit_app.questionnaires.model import FALLBACK_LANGUAGE, Questionnaire
from audit_app.questionnaires.own import core_of
from audit_app.questionnaires.versions import notes_on
from audit_app.responses.asking import asked_by
from audit_app.responses.clock import Clock
from audit_app.responses.content import AuditContent
from audit_app.responses.continuing import (
    MovedError,
    continues_as,
)
from audit_app.responses.model import Audit, Entry
from audit_app.responses.moving import updated_from, updated_since
from audit_app.responses.opened import AskedBefore
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted
from audit_app.responses.survey import closed_with, counting, is_erased, terms_of
from audit_app.responses.surveying import NotASurveyError
from audit_app.results.audit_results import results_of
from audit_app.results.frozen import frozen_results, seed_of
from audit_app.results.model import AuditResults
from audit_app.results.survey_model import SurveyResults, SurveyStatus
from audit_app.results.survey_results import survey_results_of
from audit_app.storage.protocol import AuditNotFoundError, Settings, Store


class OpenedFolder:
    """A data folder opened for use, without its verbs."""

    def __init__(
        self,
        store: Store,
        library: Library,
        now: Callable[[], datetime],
        paper_time: Callable[[], datetime],
        new_id: Callable[[], str],
        random: Callable[[int], bytes] = token_bytes,
    ) -> None:
        """`now` stamps what people do; `paper_time` dates papers and exports; `random` gives unguessable bytes."""
        self._store = store
        self._library = library
        self._now = now
        self._paper_time = paper_time
        self._new_id = new_id
        self._random = random
        self._clock = Clock(store.device(), now)
        self._readings: dict[tuple[str, str], Questionnaire] = {}
        """By fingerprint and language: what was read in another one than English."""
        self._turn = threading.Lock()
        """One change at a time: screens hand theirs to threads, and the clock knows only one."""
        self._settings_turn = threading.Lock()
        """The same for settings, which a screen changes without waiting for a long import."""

    def settings(self) -> Settings:
        return self._store.settings()

    def keep_settings(self, settings: Settings) -> Settings:
        self._store.keep_settings(settings)
        return self._store.settings()

    def change_settings(self, change: Callable[[Settings], Mapping[str, object]]) -> Settings:
        """Some of them, from what they are: of two changes at once, from the screen and from a sync, both stay."""
        with self._settings_turn:
            settings = self.settings()
            return self.keep_settings(settings.model_copy(update={**change(settings)}))

    def today(self) -> date:
        return self._now().astimezone().date()

    def close(self) -> None:
        self._store.close()

    def _asked(self, questionnaire_id: str, version: int | None = None) -> Questionnaire:
        """What people are to read, in the language that they chose. None of its words is ever kept."""
        return self._as_read(self._library.get(questionnaire_id, version))

    def _as_read(self, one: Questionnaire) -> Questionnaire:
        return one if one.languages == (FALLBACK_LANGUAGE,) else self._reading(one, self._language())

    def _reading(self, one: Questionnaire, language: str) -> Questionnaire:
        if language == FALLBACK_LANGUAGE or language not in one.languages:
            return one
        key = one.fingerprint, language
        if key not in self._readings:
            self._readings[key] = in_language(one, self._questionnaire_document(one), language)
        return self._readings[key]

    def _language(self) -> str:
        try:
            return self.settings().language or spoken()
        except AuditError:
            return spoken()  # settings that can't be read say so themselves, and keep nobody from reading

    def _questionnaire_document(self, one: Questionnaire) -> Mapping[str, object]:
        """Its file, in all its languages."""
        try:
            document: Mapping[str, object] = json.loads(shipped_file(one.id, one.version))
        except UnknownVersionError:
            return self._store.questionnaire_document(one.id, one.version)
        return document

    def _versions(
        self, audit: Audit, entries: Sequence[Entry], version: int | None = None
    ) -> tuple[Questionnaire, ...]:
        """What it asks, from the version that it answers, up or down to another one or the newest."""
        name, first = audit.questionnaire.id, audit.questionnaire.version
        last = self._library.get(name, version).version
        steps = range(first, last + 1) if first <= last else range(first, last - 1, -1)
        return tuple(asked_by(self._asked(name, step), entries) for step in steps)

    def _results(self, opened: OpenAudit) -> AuditResults:
        """Of what every school is asked: its own items stay out, here as in every copy that travels."""
        stands = standings(counted(opened.entries))
        return results_of(opened.audit, core_of(opened.questionnaire), stands, opened.status)

    def _survey_results(self, audit_id: str) -> SurveyResults:
        """As they were worked out at the closing; how many answered while it is open. Raises NotASurveyError."""
        audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
        if (found := frozen_results(entries)) is not None:
            return found
        terms = terms_of(entries)
        if audit.mode != "survey" or terms is None:
            raise NotASurveyError(audit)
        responses = self._store.responses(audit_id)
        counted_ids = closed_with(entries)
        here = responses if counted_ids is None else counting(entries, responses)
        state: SurveyStatus = "erased" if is_erased(entries) else "open" if counted_ids is None else "closed"
        absent = 0 if counted_ids is None else len(counted_ids) - len(here)
        asked = self._asked(audit.questionnaire.id, audit.questionnaire.version)
        return survey_results_of(audit, asked, terms, here, seed_of(audit), state, absent)

    def _ours(self, audit_id: str) -> AuditContent | None:
        try:
            audit = self._store.audit(audit_id)
        except AuditNotFoundError:
            return None
        entries, responses = self._store.entries(audit_id), self._store.responses(audit_id)
        return AuditContent(audit=audit, entries=entries, responses=responses)

    def _keep(self, audit_id: str, make: Callable[..., Sequence[Entry]], *given: object) -> None:
        """Keep the entries that a function of changes.py makes from those that are there."""
        with self._turn:
            entries = self._store.entries(audit_id)
            if (place := continues_as(self._store.audit(audit_id), entries)) is not None:
                raise MovedError(place)
            self._store.keep(audit_id, make(entries, *given, self._clock, self.settings().person))

    def audit(self, audit_id: str) -> OpenAudit:
        audit = self._store.audit(audit_id)
        entries = self._store.entries(audit_id)
        asked = asked_by(self._asked(audit.questionnaire.id, audit.questionnaire.version), entries)
        known = [self._as_read(one) for one in self._library.versions(asked.id) if one.version <= asked.version]
        before = updated_since(known, entries)
        earlier = self._asked_before(known, entries) if before else {}
        return OpenAudit(audit, asked, entries, self._store.place(audit_id), before, earlier)

    def _asked_before(self, known: Sequence[Questionnaire], entries: Sequence[Entry]) -> dict[str, AskedBefore]:
        by_version = {one.version: one for one in known}
        return {
            name: AskedBefore(
                one := by_version[version],
                one.items_by_id[item],
                notes_on(item, [later for later in known if later.version >= version]),
            )
            for name, (version, item) in updated_from(known, entries).items()
        }
