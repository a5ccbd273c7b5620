"""What one audit asks: the shared questionnaire, and the items of the school's own that were added when it began.

The own items stand in an entry of the audit itself. So they travel with its whole history and with nothing less, and
what the audit asks does not change when the school writes other items for its next one.
"""

from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.own import OwnItems, OwnItemsError, with_own_items
from audit_app.responses.changes import about_audit
from audit_app.responses.clock import Clock
from audit_app.responses.model import Entry

FIELD = "own_items"


def add_own_items(entries: Sequence[Entry], own: OwnItems, clock: Clock, by: str) -> tuple[Entry, ...]:
    """Add them to an audit that begins."""
    return (about_audit(entries, FIELD, own.model_dump(mode="json", exclude_defaults=True), clock, by),)


def own_items_of(entries: Iterable[Entry]) -> OwnItems | None:
    """The items that were added, None where there are none. Raises OwnItemsError for what can't be read."""
    found = min((one for one in entries if (one.subject, one.field) == ("audit", FIELD)), key=_stamp, default=None)
    if found is None:
        return None
    try:
        return OwnItems.model_validate(found.value)
    except ValidationError:
        raise OwnItemsError(_("they were written by another version of this app.")) from None


def asked_by(core: Questionnaire, entries: Iterable[Entry]) -> Questionnaire:
    """The shared questionnaire with the audit's own items after it. Raises OwnItemsError."""
    own = own_items_of(entries)
    return core if own is None else with_own_items(core, own)


def _stamp(entry: Entry) -> str:
    return entry.stamp
