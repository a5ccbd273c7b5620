"""A store in memory: the twin of the data folder for tests, and for the browser where there is no disk."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from audit_app.files import sha256
from audit_app.language import _
from audit_app.questionnaires.library import UnknownVersionError
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.evidence import files_named
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Audit, Entry
from audit_app.responses.progress import Summary, with_responses
from audit_app.responses.survey import Response, in_order, new_responses
from audit_app.results.matching.model import Decision
from audit_app.results.meetings import Meeting
from audit_app.storage.arrivals import Known, arrivals, to_write
from audit_app.storage.erasing import refuse_erased
from audit_app.storage.health import AuditHealth, ErasedAudit, Health, Removed, Repair
from audit_app.storage.own_questionnaires import opened, sealed
from audit_app.storage.protocol import (
    AttachmentNotFoundError,
    AuditContent,
    AuditExistsError,
    AuditNotFoundError,
    QuestionnaireExistsError,
    Settings,
)
from audit_app.storage.relocating import NowhereError


class _Removed(NamedTuple):
    removed: Removed
    content: AuditContent
    place: str | None


class _Line(NamedTuple):
    """Of an audit in the list, and what it was made from."""

    audit: Audit
    entries: tuple[Entry, ...]
    summary: Summary


class MemoryStore:
    """Fulfils `protocol.Store`."""

    def __init__(self, summarise: Callable[[Audit, Sequence[Entry]], Summary], new_device: Callable[[], str]) -> None:
        self._summarise = summarise
        self._device = new_device()
        self._settings = Settings()
        self._secret = b""
        self._known_keys: tuple[KnownKey, ...] = ()
        self._decisions: tuple[Decision, ...] = ()
        self._meetings: tuple[Meeting, ...] = ()
        self._audits: dict[str, Audit] = {}
        self._entries: dict[str, dict[str, Entry]] = {}
        self._lines: dict[str, _Line] = {}
        self._responses: dict[str, dict[str, Response]] = {}
        self._places: dict[str, str] = {}
        self._files: dict[tuple[str, str], bytes] = {}
        self._questionnaires: dict[tuple[str, int], bytes] = {}
        self._removed: dict[str, _Removed] = {}
        """The last one taken out last."""
        self._erased: tuple[ErasedAudit, ...] = ()

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

    def decisions(self) -> tuple[Decision, ...]:
        return self._decisions

    def keep_decisions(self, decisions: Sequence[Decision]) -> None:
        self._decisions = tuple(decisions)

    def meetings(self) -> tuple[Meeting, ...]:
        return self._meetings

    def keep_meetings(self, meetings: Sequence[Meeting]) -> None:
        self._meetings = tuple(meetings)

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
        one = opened(content, _("The file")).questionnaire
        there = self._questionnaires.setdefault((one.id, one.version), content)
        if opened(there, one.id).questionnaire.fingerprint != one.fingerprint:
            raise QuestionnaireExistsError(one.id, one.version)
        return one

    def summaries(
        self, first: int | None = None, wanted: Callable[[Summary], bool] | None = None
    ) -> tuple[Summary, ...]:
        found = [
            with_responses(self._line(audit, self.entries(audit_id)), self.responses(audit_id))
            for audit_id, audit in self._audits.items()
        ]
        return tuple(sorted(filter(wanted, found), key=lambda one: (one.changed, one.id), reverse=True)[:first])

    def _line(self, audit: Audit, entries: tuple[Entry, ...]) -> Summary:
        """The one from before, unless something was said since."""
        kept = self._lines.get(audit.id)
        if kept is None or kept.audit is not audit or kept.entries != entries:
            kept = self._lines[audit.id] = _Line(audit, entries, self._summarise(audit, entries))
        return kept.summary

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
        self._forget_erased(audit_id, entries)

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
        coming = refuse_erased(contents, self._erased)
        for one in arrivals(coming, lambda name: self._known(name) if name in self._audits else None):
            self._audits.setdefault(one.audit.id, one.audit)
            self._add(one.audit.id, one.entries)
            self._responses.setdefault(one.audit.id, {}).update({new.id: new for new in one.responses})
            self._files.update({(one.audit.id, name): content for name, content in one.files.items()})
            self._forget_erased(one.audit.id, one.entries)

    def remove(self, audit_id: str) -> None:
        files = tuple(content for key, content in self._files.items() if key[0] == audit_id)
        content = AuditContent(
            audit=self.audit(audit_id),
            entries=self.entries(audit_id),
            files=files,
            responses=self.responses(audit_id),
        )
        self._removed.pop(audit_id, None)
        at = max((one.at for one in content.entries), default=content.audit.created)  # there is no clock here
        self._removed[audit_id] = _Removed(Removed(audit=content.audit, at=at), content, self.place(audit_id))
        del self._audits[audit_id]
        self._entries.pop(audit_id, None)
        self._lines.pop(audit_id, None)
        self._places.pop(audit_id, None)
        self._responses.pop(audit_id, None)
        self._files = {key: content for key, content in self._files.items() if key[0] != audit_id}

    def removed(self) -> tuple[Removed, ...]:
        gone = [one for audit_id, one in self._removed.items() if audit_id not in self._audits]
        return tuple(one.removed for one in reversed(gone))

    def restore(self, audit_id: str) -> None:
        if audit_id in self._audits:
            raise AuditExistsError(audit_id)
        one = self._removed.pop(audit_id, None)
        if one is None:
            raise AuditNotFoundError(audit_id)
        self.merge([one.content])
        if one.place:
            self._places[audit_id] = one.place

    def erase(self, audit_id: str, day: date) -> None:
        if audit_id not in self._removed:
            self.audit(audit_id)
        if audit_id in self._audits:
            self.remove(audit_id)
        self._removed.pop(audit_id, None)
        self._erased = (*self._erased, ErasedAudit(audit=audit_id, day=day))

    def erased(self) -> tuple[ErasedAudit, ...]:
        return self._erased

    def where(self) -> None:
        return None

    def move_to(self, place: Path) -> None:  # noqa: ARG002 # there is nothing to move
        raise NowhereError

    def health(self) -> Health:
        found = (AuditHealth(audit=name, sound=True, entries=len(self.entries(name))) for name in sorted(self._audits))
        return Health(audits=tuple(found))

    def plan_repair(self) -> tuple[Repair, ...]:
        return ()

    def repair(self) -> tuple[Repair, ...]:
        return ()

    def close(self) -> None:
        pass

    def _forget_erased(self, audit_id: str, entries: Iterable[Entry]) -> None:
        if not any(entry.erased for entry in entries):
            return
        self._removed.pop(audit_id, None)
        named = files_named(self._entries[audit_id].values())
        self._files = {key: one for key, one in self._files.items() if key[0] != audit_id or key[1] in named}

    def _known(self, audit_id: str) -> Known:
        return Known(self.audit(audit_id), self._entries.get(audit_id, {}), self._responses.get(audit_id, {}))

    def _add(self, audit_id: str, entries: Iterable[Entry]) -> None:
        # read anew, because an entry's value could still be changed by whoever made it
        copies = {entry.stamp: Entry.model_validate(entry.model_dump()) for entry in entries}
        self._entries[audit_id] = {**self._entries.get(audit_id, {}), **copies}
