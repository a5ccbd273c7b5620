"""What `audits show` says: every item with what stands for it, what waits for it, and what the checks say of it."""

from collections.abc import Collection, Iterator, Sequence

from audit_app import console
from audit_app.commands.finishing import remark_lines
from audit_app.console import Row
from audit_app.questionnaires.model import Grade
from audit_app.responses.fitting import Remark
from audit_app.workspace import OpenAudit

GRADES: tuple[tuple[Grade, str], ...] = (
    ("error", "TO PUT RIGHT BEFORE IT CAN BE SUBMITTED"),
    ("warning", "UNUSUAL: IF THEY ARE RIGHT, LEAVE THEM"),
    ("information", "GOOD TO KNOW"),
)


def shown_document(
    opened: OpenAudit, newer: int | None, hidden: Collection[str] = (), remarks: Sequence[Remark] = ()
) -> Row:
    """As `console.audit_document`, with what waits from earlier rounds and versions, and what the checks say."""
    place = opened.continues_as
    items = [
        {
            **console.item_document(opened, item.id),
            "carried": _carried(opened, item.id),
            "before": _before(opened, item.id),
            "hidden": item.id in hidden,
            "remarks": [{"grade": one.grade, "message": one.message} for one in remarks if one.item == item.id],
        }
        for item in opened.questionnaire.items
    ]
    return {
        **console.audit_document(opened),
        "items": items,
        "newer_version": newer,
        "continues_as": place.model_dump() if place else None,
    }


def shown_text(opened: OpenAudit, newer: int | None, hidden: Collection[str], remarks: Sequence[Remark]) -> str:
    return "\n".join([console.audit(opened, hidden), *_said(opened, remarks), *_notes(opened, newer)])


def _said(opened: OpenAudit, remarks: Sequence[Remark]) -> Iterator[str]:
    for grade, title in GRADES:
        if found := [one for one in remarks if one.grade == grade]:
            yield "\n".join([f"\n{title}", *remark_lines(opened, found)])


def _carried(opened: OpenAudit, item_id: str) -> Row | None:
    """What an earlier round offers, and nobody has given again."""
    standing = opened.standing(item_id)
    return standing.carried.model_dump(mode="json") if standing.carried and standing.answer is None else None


def _before(opened: OpenAudit, item_id: str) -> Row | None:
    """What was said when an earlier version asked it otherwise."""
    if item_id not in opened.before:
        return None
    asked, said = opened.before_asked[item_id], opened.before[item_id]
    return {
        "version": asked.questionnaire.version,
        "item": asked.item.id,
        "text": asked.item.text,
        "answer": said.answer.model_dump() if said.answer else None,
        "comments": [{"by": entry.by, "text": entry.value} for entry in said.comments],
        "evidence": [found.model_dump(exclude_none=True) for _, found in said.evidence],
    }


def _notes(opened: OpenAudit, newer: int | None) -> Iterator[str]:
    """What waits, in words, below the items."""
    waiting = [(item, one.carried) for item, one in opened.stands.items() if one.carried and one.answer is None]
    if waiting:
        yield "\nFROM EARLIER ROUNDS, TO BE CONFIRMED"
    for item, offer in waiting:
        old = ", more than a year old" if offer.stale else ""
        yield f"{item}: {console.answer_words(opened.questionnaire, item, offer.answer)} ({offer.wave}{old})"
    updated = [item for item in opened.before if opened.standing(item).answer is None]
    if updated:
        yield "\nUPDATED SINCE YOU LAST ANSWERED"
    for item in updated:
        asked, said = opened.before_asked[item], opened.before[item].answer
        words = console.answer_words(asked.questionnaire, asked.item.id, said) if said else "no answer"
        yield f"{item}: {words} in version {asked.questionnaire.version}, to “{asked.item.text}”"
    if newer is not None:
        yield f"\nVersion {newer} of its questionnaire is here: “audit-app audits move {opened.audit.id} --dry-run”."
    if (place := opened.continues_as) is not None:
        yield f"\nThis audit goes on with version {place.version}, as “{place.audit}”."
