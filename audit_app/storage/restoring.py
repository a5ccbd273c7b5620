"""Restoring: what an archive would bring to a store, decided as a value before anything is written.

What is here is united with what comes, entry by entry, as in every merge: nothing that is here is written over.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from pydantic import AwareDatetime, Field

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Audit, Entry, Frozen
from audit_app.responses.standing import standings
from audit_app.responses.survey import is_erased, new_responses
from audit_app.results.matching.model import Decision
from audit_app.results.meetings import Meeting
from audit_app.steps import steps
from audit_app.storage.archive import Archive
from audit_app.storage.arrivals import to_write
from audit_app.storage.own_questionnaires import opened, sealed
from audit_app.storage.protocol import (
    AuditExistsError,
    AuditNotFoundError,
    DamagedAuditError,
    QuestionnaireExistsError,
    Store,
)

Check = Callable[[Audit, Sequence[Entry], Sequence[Entry]], None]
"""Raises an AuditError for what the app itself would not have written: the audit, what is here, what comes."""


class RestoreRefusedError(AuditError):
    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(" ".join((_("Nothing was restored."), *dict.fromkeys(reasons))))


class DamagedHereError(AuditError):
    def __init__(self, audit: Audit) -> None:
        super().__init__(
            _(
                "The audit of {name}, {wave}, is damaged here and can be repaired. Repair it first, then restore."
            ).format(name=audit.school.name, wave=audit.wave)
        )


class RestoredAudit(Frozen):
    """What restoring would do to one audit."""

    audit: str
    school: str
    questionnaire: str
    version: int
    wave: str
    title: str = ""
    """The questionnaire's, where that comes along."""
    entries: int = 0
    """That are not here."""
    responses: int = 0
    """Of a survey, that are not here."""
    files: int = 0
    """Of evidence, that are not here."""
    conflicts: tuple[str, ...] = ()
    """Items for which different answers will stand side by side, until a person chooses."""


class RefusedRestore(Frozen):
    """An audit that can't be restored, and so nothing is."""

    audit: str
    school: str
    wave: str
    reason: str


class RestorePlan(Frozen):
    """Each audit stands in one list, in the order of school, wave and id."""

    made: AwareDatetime
    """When the backup was."""
    add: tuple[RestoredAudit, ...] = ()
    """Not here."""
    replace: tuple[RestoredAudit, ...] = ()
    """Here, but damaged beyond repair: the damaged one is taken out of the list, and kept."""
    merge: tuple[RestoredAudit, ...] = ()
    """Here, and more of it comes."""
    same: tuple[RestoredAudit, ...] = ()
    """Here, with all that is in the backup."""
    erased: tuple[RestoredAudit, ...] = ()
    """Erased here for good, and left where they are."""
    refused: tuple[RefusedRestore, ...] = ()
    questionnaires: tuple[str, ...] = ()
    """Titles of the school's own that are not here."""
    settings: bool = False
    """The school and the person would be taken over, because none is given here."""
    decisions: int = 0
    """About matches, that are not here."""
    meetings: int = 0
    """That are not here."""
    left_out: tuple[str, ...] = ()
    """What could not be read when the backup was made, in sentences."""
    archive: Archive = Field(exclude=True, repr=False)

    @property
    def brings_something(self) -> bool:
        return bool(self.add or self.replace or self.merge or self.questionnaires or self.settings or self.lists)

    @property
    def lists(self) -> int:
        """What would come to the gardener's lists."""
        return self.decisions + self.meetings


def plan_restore(archive: Archive, store: Store, check: Check) -> RestorePlan:
    """What restoring would do; changes nothing."""
    audits: dict[str, list[RestoredAudit]] = {"add": [], "replace": [], "merge": [], "same": [], "erased": []}
    refused: list[RefusedRestore] = []
    erased = {one.audit for one in store.erased()}
    irreparable = {one.audit for one in store.plan_repair() if not one.repaired}
    in_order = sorted(archive.contents, key=lambda one: (one.audit.school.name, one.audit.wave, one.audit.id))
    for content in steps(in_order):
        audit = content.audit
        try:
            if audit.id in erased:
                audits["erased"].append(_line(audit))
                continue
            verb, line = _plan_one(store, content, check, irreparable)
            audits[verb].append(line)
        except AuditError as problem:
            refused.append(
                RefusedRestore(audit=audit.id, school=audit.school.name, wave=audit.wave, reason=str(problem))
            )
    coming = [opened(sealed(document), _("The backup")).questionnaire for document in archive.questionnaires]
    new, wrong = _questionnaires(coming, store)
    lists = _GardenersLists()
    try:
        lists = _new_in(archive, store)
    except AuditError as problem:  # repaired first, then restored
        wrong.append(RefusedRestore(audit="", school=_("The gardener’s lists"), wave="", reason=str(problem)))
    return RestorePlan(
        made=archive.manifest.made,
        **{verb: _with_titles(found, coming) for verb, found in audits.items()},
        refused=(*refused, *wrong),
        questionnaires=tuple(one.title for one in new),
        settings=archive.settings is not None and archive.settings.school is not None and _has_no_school(store),
        left_out=archive.manifest.left_out,
        decisions=len(lists.decisions),
        meetings=len(lists.meetings),
        archive=archive,
    )


def apply_restore(plan: RestorePlan, store: Store) -> None:
    """All of it or nothing of any audit. Raises RestoreRefusedError."""
    if plan.refused:
        raise RestoreRefusedError([one.reason for one in plan.refused])
    for document in plan.archive.questionnaires:
        store.keep_questionnaire(document)
    coming = {one.audit for one in (*plan.add, *plan.replace, *plan.merge)}
    replaced: list[str] = []
    try:
        for one in plan.replace:
            store.remove(one.audit)
            replaced.append(one.audit)
        store.merge([one for one in plan.archive.contents if one.audit.id in coming])
    except AuditError:
        for audit_id in replaced:
            store.restore(audit_id)
        raise
    for one in (*plan.add, *plan.replace):
        if one.audit in plan.archive.places:
            store.keep_place(one.audit, plan.archive.places[one.audit])
    new = _new_in(plan.archive, store)
    if new.decisions:
        store.keep_decisions((*store.decisions(), *new.decisions))
    if new.meetings:
        store.keep_meetings((*store.meetings(), *new.meetings))
    if plan.settings and plan.archive.settings is not None:
        then = plan.archive.settings
        taken_over = {
            "school": then.school,
            "person": then.person,
            "own_items": then.own_items,
            "logo": then.logo,
            "colour": then.colour,
            "matching": then.matching,
        }
        store.keep_settings(store.settings().model_copy(update=taken_over))


def _plan_one(store: Store, content: AuditContent, check: Check, irreparable: set[str]) -> tuple[str, RestoredAudit]:
    audit = content.audit
    try:
        ours, here = store.audit(audit.id), store.entries(audit.id)
    except AuditNotFoundError:
        verb = "add"
    except DamagedAuditError:
        if audit.id not in irreparable:
            raise DamagedHereError(audit) from None
        verb = "replace"
    else:
        return _plan_known(store, content, check, ours, here)
    check(audit, (), content.entries)
    line = _line(audit).model_copy(
        update={"entries": len(content.entries), "responses": len(content.responses), "files": len(content.files)}
    )
    return verb, line


def _plan_known(
    store: Store, content: AuditContent, check: Check, ours: Audit, here: Sequence[Entry]
) -> tuple[str, RestoredAudit]:
    audit = content.audit
    if ours != audit:
        raise AuditExistsError(audit.id)
    check(audit, here, content.entries)
    known = {one.stamp: one for one in here}
    new = to_write(known, content.entries)
    after = (*(one for one in here if one.stamp not in {other.stamp for other in new}), *new)
    handed_in = {one.id: one for one in store.responses(audit.id)}
    responses = () if is_erased(after) else new_responses(handed_in, content.responses)
    files = [one for one in content.files if not _has_file(store, audit.id, one)]
    before, rivals = _rivals(here), _rivals(after)
    line = _line(audit).model_copy(
        update={
            "entries": len(new),
            "responses": len(responses),
            "files": len(files),
            "conflicts": tuple(item for item, stamps in rivals.items() if before.get(item) != stamps),
        }
    )
    return ("merge" if new or responses or files else "same"), line


def _with_titles(audits: Sequence[RestoredAudit], coming: Sequence[Questionnaire]) -> tuple[RestoredAudit, ...]:
    titles = {(one.id, one.version): one.title for one in coming}
    return tuple(one.model_copy(update={"title": titles.get((one.questionnaire, one.version), "")}) for one in audits)


def _questionnaires(coming: Sequence[Questionnaire], store: Store) -> tuple[list[Questionnaire], list[RefusedRestore]]:
    """The new ones, and those that are here under the same version with other content."""
    here = {(one.id, one.version): one.fingerprint for one in store.questionnaires()}
    new, wrong = [], []
    for one in coming:
        known = here.get((one.id, one.version))
        if known is None:
            new.append(one)
        elif known != one.fingerprint:
            reason = str(QuestionnaireExistsError(one.id, one.version))
            wrong.append(RefusedRestore(audit="", school=one.title, wave="", reason=reason))
    return new, wrong


class _GardenersLists(NamedTuple):
    """What of them comes."""

    decisions: tuple[Decision, ...] = ()
    meetings: tuple[Meeting, ...] = ()


def _new_in(archive: Archive, store: Store) -> _GardenersLists:
    """Raises what the store raises for a damaged list."""
    said, ids = store.decisions(), {one.id for one in store.meetings()}
    return _GardenersLists(
        tuple(one for one in archive.decisions if one not in said),
        tuple(one for one in archive.meetings if one.id not in ids),
    )


def _line(audit: Audit) -> RestoredAudit:
    return RestoredAudit(
        audit=audit.id,
        school=audit.school.name,
        questionnaire=audit.questionnaire.id,
        version=audit.questionnaire.version,
        wave=audit.wave,
    )


def _rivals(entries: Sequence[Entry]) -> dict[str, frozenset[str]]:
    found = standings(entries).items()
    return {item: frozenset(one.stamp for one in standing.rivals) for item, standing in found if standing.rivals}


def _has_file(store: Store, audit_id: str, content: bytes) -> bool:
    with suppress(AuditError):
        store.attachment(audit_id, sha256(content))
        return True
    return False


def _has_no_school(store: Store) -> bool:
    try:
        return store.settings().school is None
    except AuditError:
        return False  # damaged ones are for the doctor
