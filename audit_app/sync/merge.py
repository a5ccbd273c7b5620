"""Merging: what importing bundles would do, as a value that can be shown first, then kept all or not at all.

Nothing here depends on the order of the files: copies of an audit are united (responses/union.py) before they are
compared with ours.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from types import MappingProxyType

from pydantic import Field

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.plans.coming import PlanChange, changes_coming
from audit_app.questionnaires.library import Library
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.asking import asked_by
from audit_app.responses.content import AuditContent
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Audit, Entry, Frozen
from audit_app.responses.standing import rivals
from audit_app.responses.survey import in_order, is_erased, new_responses
from audit_app.responses.union import united
from audit_app.steps import steps
from audit_app.sync.bundle import Bundle, contents_of
from audit_app.sync.hostile import collecting_later
from audit_app.sync.soundness import answered_questionnaire, check_answers, check_no_circle, check_responses
from audit_app.sync.trust import Sender

NOBODY: Mapping[str, str] = MappingProxyType({})


class AnotherAuditError(AuditError):
    def __init__(self, audit_id: str) -> None:
        super().__init__(
            _(
                "The audit “{audit_id}” is already known for another school, questionnaire or round. "
                "One of the two was altered: ask its sender for a new file."
            ).format(audit_id=audit_id)
        )


class ImportRefusedError(AuditError):
    def __init__(self, reasons: Iterable[str]) -> None:
        super().__init__(" ".join((_("Nothing was imported."), *dict.fromkeys(reasons))))


class PlannedAudit(Frozen):
    """What importing would do to one audit."""

    audit: str
    school: str
    questionnaire: str
    version: int
    wave: str
    new_entries: int = 0
    """Entries that are not here yet, or not as fully."""
    new_responses: int = 0
    """Anonymous responses to a survey that are not here yet."""
    conflicts: tuple[str, ...] = ()
    """Items for which different answers will stand side by side, until a person chooses."""
    plan_changes: tuple[PlanChange, ...] = ()
    """What the plan that is here will say otherwise."""
    erases: int = 0
    """Words and names that stand here, were erased where this comes from, and will be gone for good here too."""


class RefusedAudit(Frozen):
    """An audit that can't be imported, and so nothing is."""

    audit: str
    school: str
    questionnaire: str
    version: int
    wave: str
    reason: str


class ImportPlan(Frozen):
    """Each audit stands in one list, in the order of school, questionnaire, wave and id."""

    add: tuple[PlannedAudit, ...] = ()
    """Not here yet."""
    merge: tuple[PlannedAudit, ...] = ()
    """Here, and more of it comes."""
    conflict: tuple[PlannedAudit, ...] = ()
    """Here, and with what comes some answers will differ that did not before."""
    same: tuple[PlannedAudit, ...] = ()
    """Here, and nothing new comes."""
    erased: tuple[PlannedAudit, ...] = ()
    """Erased here for good, so left where they are."""
    refused: tuple[RefusedAudit, ...] = ()
    senders: tuple[Sender, ...] = ()
    """One for each file, in the order of their names: whose key signed it."""
    new_keys: tuple[KnownKey, ...] = Field(default=(), exclude=True, repr=False)
    """Those by which schools will be known from now on."""
    contents: tuple[AuditContent, ...] = Field(default=(), exclude=True, repr=False)
    """What there is to keep; not shown."""


@collecting_later()
def plan_import(
    bundles: Sequence[Bundle],
    ours: Callable[[str], AuditContent | None],
    library: Library,
    refused_for: Mapping[str, str] = NOBODY,
    erased: Container[str] = (),
) -> ImportPlan:
    """What importing would do. `ours` gives an audit that is here by its id; only its entries are used.

    `refused_for` gives the reason of each audit, by its id, whose sender is not trusted; `erased` are ids too.
    """
    copies: dict[str, list[AuditContent]] = {}
    for content in contents_of(bundles):
        copies.setdefault(content.audit.id, []).append(content)
    lists: dict[str, list[PlannedAudit]] = {"add": [], "merge": [], "conflict": [], "same": [], "erased": []}
    refused, contents = [], []
    for one in copies.values():
        one.sort(key=lambda content: content.audit.model_dump_json())
    for copies_of_one in steps(sorted(copies.values(), key=_order)):
        audit = copies_of_one[0].audit
        if audit.id in erased:
            lists["erased"].append(PlannedAudit(**_line(audit)))
            continue
        if audit.id in refused_for:
            refused.append(RefusedAudit(**_line(audit), reason=refused_for[audit.id]))
            continue
        try:
            verb, planned, content = _plan_one(copies_of_one, ours(audit.id), answered_questionnaire(audit, library))
        except AuditError as problem:
            refused.append(RefusedAudit(**_line(audit), reason=str(problem)))
            continue
        lists[verb].append(planned)
        if content.entries or content.files or content.responses or verb == "add":
            contents.append(content)
    return ImportPlan(
        **{verb: tuple(found) for verb, found in lists.items()}, refused=tuple(refused), contents=tuple(contents)
    )


def contents_to_keep(plan: ImportPlan) -> tuple[AuditContent, ...]:
    """What the store must keep, in one step, for the plan to be carried out. Raises ImportRefusedError.

    Evidence files come along for audits that stay the same too: one that went missing here is here again.
    """
    if plan.refused:
        raise ImportRefusedError(one.reason for one in plan.refused)
    return plan.contents


def _plan_one(
    copies: Sequence[AuditContent], ours: AuditContent | None, questionnaire: Questionnaire
) -> tuple[str, PlannedAudit, AuditContent]:
    audit = copies[0].audit
    known = {entry.stamp: entry for entry in ours.entries} if ours else {}
    if any(one.audit != audit for one in copies) or (ours and ours.audit != audit):
        raise AnotherAuditError(audit.id)
    after = united([*known.values(), *(entry for one in copies for entry in one.entries)])
    new = tuple(entry for entry in after if entry.stamp not in known or known[entry.stamp] != entry)
    questionnaire = asked_by(questionnaire, after)
    check_answers(new, questionnaire)
    check_no_circle(audit.id, after)
    files = {sha256(file): file for one in copies for file in one.files}
    before, later = _rivals(known.values()), _rivals(after) if new else {}
    conflicts = tuple(item for item in questionnaire.items_by_id if item in later and later[item] != before.get(item))
    there = {one.id: one for one in ours.responses} if ours else {}
    given = [response for one in copies for response in one.responses]
    responses = () if is_erased(after) else in_order(new_responses(there, given))
    check_responses(responses, questionnaire)
    match ours, (*new, *responses):
        case None, _:
            verb = "add"
        case _, ():
            verb = "same"
        case _:
            verb = "conflict" if conflicts else "merge"
    content = AuditContent(
        audit=audit, entries=new, files=tuple(files[name] for name in sorted(files)), responses=responses
    )
    erases = sum(one.stamp in known and len(one.erased) > len(known[one.stamp].erased) for one in new)
    planned = PlannedAudit(
        **_line(audit),
        new_entries=len(new),
        new_responses=len(responses),
        conflicts=conflicts,
        plan_changes=changes_coming(known.values(), after) if ours and new else (),
        erases=erases,
    )
    return verb, planned, content


def _order(copies: Sequence[AuditContent]) -> tuple[str, str, str, str]:
    audit = copies[0].audit
    return audit.school.name, audit.questionnaire.id, audit.wave, audit.id


def _line(audit: Audit) -> dict[str, str | int]:
    return {
        "audit": audit.id,
        "school": audit.school.name,
        "questionnaire": audit.questionnaire.id,
        "version": audit.questionnaire.version,
        "wave": audit.wave,
    }


def _rivals(entries: Iterable[Entry]) -> Mapping[str, frozenset[str]]:
    """Item to the stamps of the answers that differ."""
    return {item: frozenset(entry.stamp for entry in different) for item, different in rivals(entries).items()}
