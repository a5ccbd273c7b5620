"""One audit, opened: its folder on the disk, and what its journal says as models, read once."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from audit_app.files import sha256, write_safely
from audit_app.language import _
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Audit, Entry
from audit_app.responses.survey import Response, in_order, new_responses
from audit_app.storage.arrivals import Known, to_write
from audit_app.storage.disk import make_private, sweep
from audit_app.storage.errors import DamagedAttachmentError
from audit_app.storage.journal import Journal, State, replay
from audit_app.storage.packed import Stored, held
from audit_app.storage.protocol import AttachmentNotFoundError, AuditNotFoundError, DamagedAuditError
from audit_app.storage.tables import AuditDatabase

JOURNAL = "journal.jsonl"
FILES = "files"
_ENTRIES = TypeAdapter(list[Entry])
_RESPONSES = TypeAdapter(list[Response])
_HERE = "here"
"""The id of the one document in the table `place`."""


def is_name(audit_id: str) -> bool:
    """Nothing but an audit's id is ever part of a path."""
    return re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", audit_id) is not None


def audit_names(folder: Path) -> list[str]:
    """The ids of the audits in a data folder, whether they can be read or not. Raises OSError."""
    try:
        with os.scandir(folder / "audits") as found:
            return sorted(one.name for one in found if is_name(one.name) and one.is_dir())
    except FileNotFoundError:
        return []


class AuditFile:
    """Raises AuditNotFoundError, DamagedAuditError, NewerFormatError and OSError when it is opened."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.folder = folder
        self.id = folder.name
        self.written = False
        """Something was added since it was opened."""
        path = folder / JOURNAL
        if not path.exists():
            if not folder.is_dir():
                raise AuditNotFoundError(self.id)
            raise DamagedAuditError(self.id, _("its file is missing"))
        if not read_only:
            sweep(folder)
        self._database = AuditDatabase(path, self.id, read_only=read_only)
        self.audit = _audit(self._database.rows("audit").raw(), self.id)
        self._entries = read_entries(self._database.rows("entries").raw(), self.id)
        self._responses = read_responses(self._database.rows("responses").raw(), self.id)
        self._in_order: tuple[Entry, ...] | None = None

    @property
    def journal(self) -> Journal:
        return self._database.journal

    @property
    def known(self) -> Known:
        return Known(self.audit, self._entries, self._responses)

    def entries(self) -> tuple[Entry, ...]:
        if self._in_order is None:
            self._in_order = tuple(self._entries[stamp] for stamp in sorted(self._entries))
        return self._in_order

    def keep(self, given: Sequence[Entry]) -> bool:
        """Add entries as one line; False when all of them are there already."""
        new = to_write(self._entries, given)
        if not new:
            return False
        documents = documents_of(new)
        self._database.rows("entries").put(documents)
        self._entries.update(read_entries(documents, self.id))
        self._in_order = None
        self.written = True
        return True

    def responses(self) -> tuple[Response, ...]:
        return in_order(self._responses)

    def keep_responses(self, given: Iterable[Response]) -> bool:
        """Add responses by writing the whole file anew: a line that is appended would tell who came after whom."""
        new = new_responses(self._responses, given)
        if not new:
            return False
        together = {**self._responses, **{one.id: one for one in new}}
        self.journal.replace({"responses": response_documents(together.values())})
        self._responses = together
        self.written = True
        return True

    def erase_responses(self, said: Sequence[Entry]) -> None:
        """Write the file anew without any response, and with the entries that say so."""
        together = {**self._entries, **{entry.stamp: entry for entry in to_write(self._entries, said)}}
        self.journal.replace({"entries": documents_of(together.values()), "responses": {}})
        self._entries, self._in_order = together, None
        self._responses = {}
        self.written = True

    def place(self) -> str | None:
        found = self._database.rows("place").raw().get(_HERE)
        return str(found["item"]) if found else None

    def keep_place(self, item_id: str) -> None:
        if self.place() != item_id:
            self._database.rows("place").put({_HERE: {"item": item_id}})
            self.written = True

    def attach(self, content: bytes) -> str:
        name = sha256(content)
        folder = self.folder / FILES
        with suppress(AttachmentNotFoundError, DamagedAttachmentError):
            self.attachment(name)
            return name
        make_private(folder)
        sweep(folder)
        write_safely(folder / name, content, private=True)
        return name

    def attachment(self, name: str) -> bytes:
        """Raises AttachmentNotFoundError, DamagedAttachmentError."""
        if not re.fullmatch(r"[0-9a-f]{64}", name):
            raise AttachmentNotFoundError(name)
        try:
            content = (self.folder / FILES / name).read_bytes()
        except FileNotFoundError:
            raise AttachmentNotFoundError(name) from None
        if sha256(content) != name:
            raise DamagedAttachmentError(name)
        return content

    def tidy(self) -> None:
        """Rewrite the journal when most of it no longer counts; not being able to is no loss."""
        if self.journal.is_worth_compacting:
            with suppress(OSError):
                self.journal.compact()

    def close(self) -> None:
        self._database.close()


def write_audit(
    folder: Path,
    audit: Audit,
    entries: Iterable[Entry],
    files: Mapping[str, bytes],
    responses: Iterable[Response] = (),
) -> None:
    """Write the folder of an audit that isn't there yet."""
    make_private(folder)
    database = AuditDatabase(folder / JOURNAL, folder.name)
    database.journal.write(state_of(audit, entries, responses=responses))
    database.close()
    if files:
        make_private(folder / FILES)
    for name, content in files.items():
        write_safely(folder / FILES / name, content, private=True)


def state_of(
    audit: Audit, entries: Iterable[Entry], place: str | None = None, responses: Iterable[Response] = ()
) -> State:
    """What a journal holds."""
    state = {"audit": {audit.id: audit.model_dump(mode="json")}, "entries": documents_of(entries)}
    if handed_in := response_documents(responses):
        state["responses"] = handed_in
    return {**state, "place": {_HERE: {"item": place}}} if place else state


def documents_of(entries: Iterable[Entry]) -> dict[str, Stored]:
    return {entry.stamp: entry.model_dump(mode="json", exclude={"stamp"}, exclude_defaults=True) for entry in entries}


def response_documents(responses: Iterable[Response]) -> dict[str, Stored]:
    """In the order of their random ids."""
    return {
        one.id: one.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
        for one in in_order({one.id: one for one in responses})
    }


def read_responses(documents: Mapping[str, Stored], audit_id: str) -> dict[str, Response]:
    """By their ids. Raises DamagedAuditError."""
    try:
        found = _RESPONSES.validate_python([{"id": key, **document} for key, document in documents.items()])
    except (ValidationError, TypeError):
        raise DamagedAuditError(audit_id, _("it holds a response that this version of the app doesn't know")) from None
    return {one.id: one for one in found}


def read_entries(documents: Mapping[str, Stored], audit_id: str) -> dict[str, Entry]:
    """By their stamps. Raises DamagedAuditError."""
    try:
        found = _ENTRIES.validate_python([{"stamp": stamp, **document} for stamp, document in documents.items()])
    except (ValidationError, TypeError):
        raise DamagedAuditError(audit_id, _("it holds an entry that this version of the app doesn't know")) from None
    return {entry.stamp: entry for entry in held(found)}


def content_in(journal: bytes, audit_id: str) -> tuple[AuditContent, str | None]:
    """What a journal's bytes hold, and where the user stopped. Raises DamagedAuditError, NewerFormatError."""
    state = replay(journal, audit_id).state
    content = AuditContent(
        audit=_audit(state.get("audit", {}), audit_id),
        entries=tuple(one for _, one in sorted(read_entries(state.get("entries", {}), audit_id).items())),
        responses=in_order(read_responses(state.get("responses", {}), audit_id)),
    )
    here = state.get("place", {}).get(_HERE, {}).get("item")
    return content, here if isinstance(here, str) else None


def _audit(documents: Mapping[str, Stored], audit_id: str) -> Audit:
    try:
        audit = Audit.model_validate(documents[audit_id])
    except KeyError:
        raise DamagedAuditError(audit_id, _("its folder holds another audit, or none")) from None
    except ValidationError:
        raise DamagedAuditError(audit_id, _("it doesn't say which school and questionnaire it is about")) from None
    if audit.id != audit_id:
        raise DamagedAuditError(audit_id, _("its folder holds another audit"))
    return audit
