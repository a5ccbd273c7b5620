"""Starting from the last wave: its answers, offered in the new audit until somebody gives them again.

An offer is an entry of its own kind, so progress, scores, submissions and bundles know nothing of it; giving the
offered answer is answering, like any other.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.responses.asking import own_items_of
from audit_app.responses.changes import stamp_after
from audit_app.responses.clock import Clock
from audit_app.responses.model import Audit, Carried, Entry, item_subject
from audit_app.responses.moving import carry_forward
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, is_received

FIELD = "carried"


class CantCarryError(AuditError):
    def __init__(self, earlier: Audit, why: str) -> None:
        super().__init__(
            _("The answers of “{wave}” can't be taken as a start: {why} Start without them.").format(
                wave=earlier.wave, why=why
            )
        )


def carried_entries(
    earlier: Audit,
    entries: Sequence[Entry],
    versions: Sequence[Questionnaire],
    started: Sequence[Entry],
    today: date,
    clock: Clock,
    by: str,
) -> tuple[Entry, ...]:
    """An offer of each answer that is comparable; `versions` run from the earlier audit's to the new one's.

    `started` are the entries that the new audit has already. Raises CantCarryError.
    """
    if earlier.questionnaire.id != versions[-1].id:
        raise CantCarryError(
            earlier, _("they were given to another questionnaire than “{title}”.").format(title=versions[-1].title)
        )
    if is_received(entries):
        raise CantCarryError(earlier, _("they came from another school, to be compared."))
    own, own_before = _own_items(started), _own_items(entries)
    made = list(started)
    for item, one in carry_forward(tuple(versions), standings(counted(entries)), today).items():
        if own.get(item) != own_before.get(one.item):
            continue  # no version says what became of a school's own item, so only the very same one is comparable
        value = Carried(answer=one.answer, wave=earlier.wave, given=one.given, stale=one.stale)
        made.append(
            Entry(
                stamp=stamp_after(made[-1:], clock),
                by=by,
                subject=item_subject(item),
                field=FIELD,
                value=value.model_dump(mode="json", exclude_none=True),
            )
        )
    return tuple(made[len(started) :])


def _own_items(entries: Sequence[Entry]) -> Mapping[str, Item]:
    own = own_items_of(entries)
    return {item.id: item for item in own.items} if own else {}
