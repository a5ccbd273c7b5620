"""What syncing with a place would do, as a value that is shown first: what comes, what can't, what goes out.

One file that can't be taken stops nobody: it is named with its reason, and the rest is taken, all of it or nothing.
"""

from collections.abc import Callable, Iterable, Sequence

from pydantic import Field

from audit_app.responses.model import Audit, Frozen
from audit_app.sync.bundle import Bundle, Share
from audit_app.sync.exchange import Found, Outgoing, Unsent
from audit_app.sync.merge import ImportPlan

Planner = Callable[[Sequence[tuple[str, Bundle]]], ImportPlan]
"""What importing bundles would do, each with the name of its file."""


class RefusedFile(Frozen):
    """A file of the place, or one audit in it, that is not taken."""

    file: str | None
    """None where only several files together can't be."""
    audit: str | None = None
    """None where the file could not be read that far."""
    school: str | None = None
    wave: str | None = None
    reason: str


class Sending(Frozen):
    """One file that goes out."""

    file: str
    audit: str
    school: str
    questionnaire: str
    version: int
    wave: str
    new: bool
    """False when it replaces what this device wrote there earlier."""
    size: int
    """Bytes."""


class Kept(Frozen):
    """An audit that can't go out, and why."""

    audit: str
    school: str
    wave: str
    reason: str


class SyncPlan(Frozen):
    """What syncing would do; when it is done, what it did."""

    place: str
    share: Share
    incoming: ImportPlan
    """Nothing in it is refused; its senders are those of all files."""
    refused: tuple[RefusedFile, ...] = ()
    sent: tuple[Sending, ...] = ()
    unsent: tuple[Kept, ...] = ()
    found: Found = Field(default=Found(), exclude=True, repr=False)

    @property
    def changes_nothing(self) -> bool:
        return not (self.incoming.contents or self.sent)


def plan_incoming(found: Found, plan: Planner) -> tuple[ImportPlan, tuple[RefusedFile, ...]]:
    """What comes of all that was read, and what is passed over."""
    refused = [RefusedFile(file=one.name, reason=one.reason) for one in found.unread]
    files = [(one.name, one.bundle) for one in found.read]
    together = plan(files)
    senders = together.senders
    if together.refused:
        alone = {one: _refused(plan([(one, bundle)]), one) for one, bundle in files}
        refused += [line for lines in alone.values() for line in lines]
        files = [(one, bundle) for one, bundle in files if not alone[one]]
        together = plan(files)
    while together.refused:  # each is sound, and together they can't be
        left_out = {one.audit for one in together.refused}
        refused += _refused(together, None)
        files = [(one, bundle) for one, bundle in files if not left_out & {each.audit.id for each in bundle.audits}]
        together = plan(files)
    return together.model_copy(update={"senders": senders}), tuple(refused)


def sending(outgoing: Iterable[Outgoing | Unsent]) -> tuple[tuple[Sending, ...], tuple[Kept, ...]]:
    """The lines about what goes out and what can't; the contents are let go one by one."""
    sent, unsent = [], []
    for one in outgoing:
        match one:
            case Outgoing():
                sent.append(line_of(one))
            case Unsent():
                audit = one.audit
                unsent.append(Kept(audit=audit.id, school=audit.school.name, wave=audit.wave, reason=one.reason))
    return tuple(sent), tuple(unsent)


def line_of(one: Outgoing) -> Sending:
    audit: Audit = one.audit
    return Sending(
        file=one.name,
        audit=audit.id,
        school=audit.school.name,
        questionnaire=audit.questionnaire.id,
        version=audit.questionnaire.version,
        wave=audit.wave,
        new=one.new,
        size=len(one.content),
    )


def _refused(plan: ImportPlan, file: str | None) -> list[RefusedFile]:
    return [
        RefusedFile(file=file, audit=one.audit, school=one.school, wave=one.wave, reason=one.reason)
        for one in plan.refused
    ]
