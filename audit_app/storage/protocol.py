"""Where it is kept, as everything above sees it: a store of audits, each a growing list of entries.

`memory.MemoryStore` and `folder.FolderStore` fulfil it under one contract suite (tests/storage/contract.py).
Whatever a method was given is on the disk, flushed, when it returns; when it raises, nothing of it was kept.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Protocol

from pydantic import AwareDatetime, Field

from audit_app.errors import AuditError, NothingThereError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.own import OwnItems
from audit_app.responses.content import AuditContent as AuditContent
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Audit, Entry, Frozen, School
from audit_app.responses.progress import Summary
from audit_app.responses.survey import Response
from audit_app.results.matching.model import Decision
from audit_app.results.matching.weights import Chosen
from audit_app.results.meetings import Meeting
from audit_app.storage.health import ErasedAudit, Health, Removed, Repair


class SharedPlace(Frozen):
    """A place that this installation syncs with. No password ever stands here."""

    address: str
    share: Literal["scores", "comments", "full"] = "scores"
    """How much of each audit this device writes there."""
    expected: tuple[str, ...] = ()
    """Names of the files that other devices had there last time."""
    synced: AwareDatetime | None = None
    """When all was last taken in and handed out."""


class Settings(Frozen):
    """What belongs to this installation and never travels."""

    school: School | None = None
    """The user's own school; None until the first start is done."""
    person: str = ""
    """Who is at the keyboard, as they call themselves; signs their entries."""
    whole_section: bool = False
    """Show a whole section at a time instead of one item."""
    keys: bool = True
    """While answering, 1 to 4 choose a level, N and P move. WCAG 2.1.4 asks that this can be turned off."""
    move_on: bool = False
    """Go to the next item as soon as a level is chosen and kept."""
    theme: Literal["system", "light", "dark", "contrast"] = "system"
    text_size: int = 100
    """Per cent."""
    language: str = ""
    """In which questionnaires are read, those that have it, and the app from its next start, if it can; never what is
    kept. Empty until somebody chooses: then it is the language that the app speaks."""
    own_items: tuple[OwnItems, ...] = ()
    """What this school asks beside shared questionnaires, in the audits that it starts from now on."""
    shared_places: tuple[SharedPlace, ...] = ()
    """Where `sync` was used, the last one first."""
    logo: Annotated[str, Field(max_length=90_000)] = ""
    """Of the user's own school, for its papers: a small PNG in base 64."""
    colour: Annotated[str, Field(pattern="^([0-9A-F]{6})?$")] = ""
    """The school's, for its papers: red, green and blue."""
    matching: Chosen = Chosen()
    """By what schools are matched here."""


class AuditNotFoundError(NothingThereError):
    def __init__(self, audit_id: str) -> None:
        super().__init__(
            _(
                "There is no audit “{audit_id}” in this data folder; it may have been removed or erased. “Audits”, or "
                "“audit-app audits list”, shows those that are here."
            ).format(audit_id=audit_id)
        )


class AuditExistsError(AuditError):
    def __init__(self, audit_id: str) -> None:
        super().__init__(
            _(
                "The audit “{audit_id}” already exists here, for another school or questionnaire. Nothing was changed."
            ).format(audit_id=audit_id)
        )


class QuestionnaireExistsError(AuditError):
    def __init__(self, questionnaire_id: str, version: int) -> None:
        super().__init__(
            _(
                "“{questionnaire}” version {version} is already here with other content, and a version never changes. "
                "Give the new one the version {next}, and import it again."
            ).format(questionnaire=questionnaire_id, version=version, next=version + 1)
        )


class Store(Protocol):
    """A data folder."""

    def settings(self) -> Settings: ...

    def keep_settings(self, settings: Settings) -> None: ...

    def device(self) -> str:
        """This installation's random name, made once: letters and digits."""

    def secret(self, new: Callable[[], bytes]) -> bytes | None:
        """32 bytes that only this installation knows, made once with `new`; None where they can't be kept.

        Its bundles are signed with them. They never leave the data folder, in no backup either.
        """

    def known_keys(self) -> tuple[KnownKey, ...]:
        """By which other schools' files are known here; in the order in which they were accepted."""

    def keep_known_keys(self, keys: Sequence[KnownKey]) -> None: ...

    def decisions(self) -> tuple[Decision, ...]:
        """What was decided here about who helps whom; in the order in which it was kept."""

    def keep_decisions(self, decisions: Sequence[Decision]) -> None:
        """All of them, the known ones too."""

    def meetings(self) -> tuple[Meeting, ...]:
        """When schools met, as it was written down here; in the order in which it was kept."""

    def keep_meetings(self, meetings: Sequence[Meeting]) -> None:
        """All of them: what is not among them is gone."""

    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """Its own, those that can be read, by id and version."""

    def unreadable_questionnaires(self) -> tuple[tuple[str, str], ...]:
        """The others: the file's name, and the sentence that says why and what to do."""

    def questionnaire_document(self, questionnaire_id: str, version: int) -> Mapping[str, object]:
        """One of its own as it was kept, in all its languages. Raises UnknownVersionError."""

    def keep_questionnaire(self, document: Mapping[str, object]) -> Questionnaire:
        """Add one for good; one that is here with the same fingerprint stays as it is.

        Raises QuestionnaireExistsError, UnreadableQuestionnaireError.
        """

    def summaries(
        self, first: int | None = None, wanted: Callable[[Summary], bool] | None = None
    ) -> tuple[Summary, ...]:
        """Every audit that can be read, or the first of those that are wanted, most recently changed first.

        From an index that can always be rebuilt; the first of them cost the same however many there are.
        """

    def damaged(self) -> tuple[tuple[str, str], ...]:
        """Every audit that can't be read: its id, and the sentence that says why and what to do."""

    def audit(self, audit_id: str) -> Audit:
        """Raises AuditNotFoundError, and DamagedAuditError for one that can't be read."""

    def entries(self, audit_id: str) -> tuple[Entry, ...]:
        """In the order of their stamps."""

    def create(self, audit: Audit) -> None:
        """Raises AuditExistsError."""

    def keep(self, audit_id: str, entries: Sequence[Entry]) -> None:
        """Add entries; one whose stamp is there already is united with it (responses/union.py).

        What comes erased is erased in everything that is kept of the audit, backups too. Raises
        IrreconcilableEntryError.
        """

    def responses(self, audit_id: str) -> tuple[Response, ...]:
        """What was handed in to a survey, by its random ids."""

    def keep_responses(self, audit_id: str, responses: Iterable[Response]) -> None:
        """Add responses. Where they stand says nothing about when they came; copies of one are kept once.

        Raises IrreconcilableResponseError.
        """

    def erase_responses(self, audit_id: str, said: Sequence[Entry]) -> None:
        """Remove every response for good, from backups too, and keep the entries that say so."""

    def place(self, audit_id: str) -> str | None:
        """The id of the item where the user stopped, on this device."""

    def keep_place(self, audit_id: str, item_id: str) -> None: ...

    def attach(self, audit_id: str, content: bytes) -> str:
        """Keep a copy of a file; returns its SHA-256."""

    def attachment(self, audit_id: str, sha256: str) -> bytes:
        """Raises AttachmentNotFoundError."""

    def merge(self, contents: Iterable[AuditContent]) -> None:
        """All of it or nothing, whatever happens in between: new audits are made, the entries of known ones united.

        Raises AuditExistsError, AuditErasedError, IrreconcilableEntryError, IrreconcilableResponseError.
        """

    def remove(self, audit_id: str) -> None:
        """Take an audit out of the list; `restore` brings it back."""

    def removed(self) -> tuple[Removed, ...]:
        """What can be brought back, the last one taken out first; an audit that is in the list again is not in it."""

    def restore(self, audit_id: str) -> None:
        """Bring a removed audit back, as it was when it was last removed.

        Raises AuditNotFoundError, AuditExistsError.
        """

    def erase(self, audit_id: str, day: date) -> None:
        """Erase an audit for good, with its backups; no copy of it is taken in again. Raises AuditNotFoundError."""

    def erased(self) -> tuple[ErasedAudit, ...]:
        """The audits that were erased here."""

    def where(self) -> Path | None:
        """The data folder, where there is one."""

    def move_to(self, place: Path) -> None:
        """Copy everything to another folder, check it there, and keep nothing more here.

        Raises UnfitPlaceError, NowhereError.
        """

    def health(self) -> Health:
        """Read everything that is kept; changes nothing."""

    def plan_repair(self) -> tuple[Repair, ...]:
        """What `repair` would have back; changes nothing."""

    def repair(self) -> tuple[Repair, ...]:
        """Have back what can be had of whatever is damaged."""

    def close(self) -> None: ...


class AttachmentNotFoundError(AuditError):
    def __init__(self, sha256: str) -> None:
        super().__init__(
            _("The evidence file {sha256}… is not in this data folder. Add it again, or restore a backup.").format(
                sha256=sha256[:12]
            )
        )


class DamagedAuditError(AuditError):
    def __init__(self, audit_id: str, what: str) -> None:
        super().__init__(
            _(
                "The audit “{audit_id}” can't be read: {what}. Open “Your data” in the settings, or run “audit-app "
                "doctor --repair”, to restore its last backup."
            ).format(audit_id=audit_id, what=what)
        )
