"""One audit, opened: what it asks, and what was said, as it stands now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.responses.continuing import AuditOnVersion, came_from, continues_as, stays_despite
from audit_app.responses.model import Audit, Entry
from audit_app.responses.progress import next_unanswered
from audit_app.responses.standing import NOTHING, Standing, standings
from audit_app.responses.submission import Status, Submission, is_received, status, submissions


@dataclass(frozen=True)
class AskedBefore:
    """An item as an earlier version asked it."""

    questionnaire: Questionnaire
    item: Item
    notes: tuple[str, ...]
    """What the authors say about what has changed since."""


@dataclass(frozen=True)
class OpenAudit:
    """One audit as it stands now."""

    audit: Audit
    questionnaire: Questionnaire
    entries: tuple[Entry, ...]
    place: str | None
    """The item where the user stopped on this device."""
    before: Mapping[str, Standing] = field(default_factory=dict)
    """Item, “updated since you last answered”, to what was said about it in an earlier version and counts no more."""
    before_asked: Mapping[str, AskedBefore] = field(default_factory=dict)
    """The same items, as they were asked when that was said."""
    stands: Mapping[str, Standing] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stands", standings(self.entries))

    @property
    def status(self) -> Status:
        return status(self.entries)

    @property
    def submissions(self) -> tuple[Submission, ...]:
        return submissions(self.entries)

    @property
    def received(self) -> bool:
        """A copy made to be compared; it can't be worked on."""
        return is_received(self.entries)

    @property
    def continues_as(self) -> AuditOnVersion | None:
        """The audit that goes on with its answers on another version; this one is only history then."""
        return continues_as(self.audit, self.entries)

    @property
    def came_from(self) -> AuditOnVersion | None:
        """The audit on another version that this one goes on with."""
        return came_from(self.audit, self.entries)

    @property
    def stays_despite(self) -> int:
        """The newest version to which the school decided not to move; 0 for none."""
        return stays_despite(self.entries)

    def standing(self, item_id: str) -> Standing:
        return self.stands.get(item_id, NOTHING)

    def resume_at(self) -> str:
        """The item to land on: where the user stopped, else the first without an answer, else the first."""
        if self.place in self.questionnaire.items_by_id:
            return str(self.place)
        return next_unanswered(self.questionnaire, self.stands, None) or next(self.questionnaire.items).id
