"""A store in memory: the twin of the data folder for tests, and for the browser where there is no disk."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from audit_app.files import sha256
from audit_app.questionnaires.library import UnknownVersionError
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Audit, Entry
from audit_app.responses.progress import Summary, with_responses
from audit_app.responses.survey import Response, in_order, new_responses
from audit_app.storage.arrivals import Known, arrivals, to_write
from audit_app.storage.own_questionnaires import opened, sealed
from audit_app.storage.protocol import (
    AttachmentNotFoundError,
    AuditContent,
    AuditExistsError,
    AuditNotFoundError,
    QuestionnaireExistsError,
    Settings,
)


class MemoryStore:
    """Fulfils `protocol.Store`."""

    def __init__(self, summarise: Callable[[Audit, Sequence[Entry]], Summary], new_device: Callable[[], str]) -> None:
        self._summarise = summarise
        self._device = new_device()
        self._settings = Settings()
        self._secret = b""
        self._known_keys: tuple[KnownKey, ...] = ()
        self._audits: dict[str, Audit] = {}
        self._entries: dict[str, dict[str, Entry]] = {}
        self._responses: dict[str, dict[str, Response]] = {}
        self._places: dict[str, str] = {}
        self._files: dict[tuple[str, str], bytes] = {}
        self._questionnaires: dict[tuple[str, int], bytes] = {}

    def settings(self) -> Settings:
        return self._settings

    def keep_settings(self, settings: Settings) -> None:
        self._settings = settings

    def device(self) -> str:
        return self._device

    def secret(self, new: Callable[[], bytes]) -> bytes | None:
        self._secret = self._secret or new()
        return self._secret

    def known_keys(self) -> tuple[KnownKey, ...]:
        return self._known_keys

    def keep_known_keys(self, keys: Sequence[KnownKey]) -> None:
        self._known_keys = tuple(keys)

    def questionnaires(self) -> tuple[Questionnaire, ...]:
        kept = self._questionnaires
        return tuple(opened(kept[key], key[0]).questionnaire for key in sorted(kept))

    def unreadable_questionnaires(self) -> tuple[tuple[str, str], ...]:
        return ()

    def questionnaire_document(self, questionnaire_id: str, version: int) -> Mapping[str, object]:
        if (questionnaire_id, version) not in self._questionnaires:
            raise UnknownVersionError(questionnaire_id, version)
        return opened(self._questionnaires[questionnaire_id, version], questionnaire_id).document

    def keep_questionnaire(self, document: Mapping[str, object]) -> Questionnaire:
        content = sealed(document)
        one = opened(content, "The file").questionnaire
        there = self._questionnaires.setdefault((one.id, one.version), content)
        if opened(there, one.id).questionnaire.fingerprint != one.fingerprint:
            raise QuestionnaireExistsError(one.id, one.version)
        return one

    def summaries(self, first: int | None = None) -> tuple[Summary, ...]:
        found = [
            with_responses(self._summarise(audit, self.entries(audit_id)), self.responses(audit_id))
            for audit_id, audit in self._audits.items()
        ]
        return tuple(sorted(found, key=lambda one: (one.changed, one.id), reverse=True)[:first])

    def damaged(self) -> tuple[tuple[str, str], ...]:
        return ()

    def audit(self, audit_id: str) -> Audit:
        if audit_id not in self._audits:
            raise AuditNotFoundError(audit_id)
        return self._audits[audit_id]

    def entries(self, audit_id: str) -> tuple[Entry, ...]:
        known = self._known(audit_id).entries
        return tuple(known[stamp] for stamp in sorted(known))

    def create(self, audit: Audit) -> None:
        if audit.id in self._audits:
            raise AuditExistsError(audit.id)
        self.merge([AuditContent(audit=audit, entries=())])

    def keep(self, audit_id: str, entries: Sequence[Entry]) -> None:
        self._add(audit_id, to_write(self._known(audit_id).entries, entries))

    def responses(self, audit_id: str) -> tuple[Response, ...]:
        return in_order(self._known(audit_id).responses)

    def keep_responses(self, audit_id: str, responses: Iterable[Response]) -> None:
        new = new_responses(self._known(audit_id).responses, responses)
        self._responses.setdefault(audit_id, {}).update({one.id: one for one in new})

    def erase_responses(self, audit_id: str, said: Sequence[Entry]) -> None:
        self.keep(audit_id, said)
        self._responses.pop(audit_id, None)

    def place(self, audit_id: str) -> str | None:
        self.audit(audit_id)
        return self._places.get(audit_id)

    def keep_place(self, audit_id: str, item_id: str) -> None:
        self.audit(audit_id)
        self._places[audit_id] = item_id

    def attach(self, audit_id: str, content: bytes) -> str:
        self.audit(audit_id)
        name = sha256(content)
        self._files[audit_id, name] = content
        return name

    def attachment(self, audit_id: str, sha256: str) -> bytes:
        self.audit(audit_id)
        if (audit_id, sha256) not in self._files:
            raise AttachmentNotFoundError(sha256)
        return self._files[audit_id, sha256]

    def merge(self, contents: Iterable[AuditContent]) -> None:
        for one in arrivals(contents, lambda name: self._known(name) if name in self._audits else None):
            self._audits.setdefault(one.audit.id, one.audit)
            self._add(one.audit.id, one.entries)
            self._responses.setdefault(one.audit.id, {}).update({new.id: new for new in one.responses})
            self._files.update({(one.audit.id, name): content for name, content in one.files.items()})

    def remove(self, audit_id: str) -> None:
        self.audit(audit_id)
        del self._audits[audit_id]
        self._entries.pop(audit_id, None)
        self._places.pop(audit_id, None)
        self._responses.pop(audit_id, None)
        self._files = {key: content for key, content in self._files.items() if key[0] != audit_id}

    def close(self) -> None:
        pass

    def _known(self, audit_id: str) -> Known:
        return Known(self.audit(audit_id), self._entries.get(audit_id, {}), self._responses.get(audit_id, {}))

    def _add(self, audit_id: str, entries: Iterable[Entry]) -> None:
        # read anew, because an entry's value could still be changed by whoever made it
        copies = {entry.stamp: Entry.model_validate(entry.model_dump()) for entry in entries}
        self._entries[audit_id] = {**self._entries.get(audit_id, {}), **copies}
