"""What has changed in a plan between two days, in a few sentences for governors, the most telling first."""

from collections.abc import Iterator, Mapping, Sequence

from audit_app.plans.model import Action, Plan, Priority
from audit_app.reports.dates import text_in_words
from audit_app.reports.priority import RAG_WORDS

MOST = 5
"""On the first page; what is left out is counted."""
LONGEST = 60
"""Characters of an action, a criterion or a name."""
NEW = "The plan is new: nothing was in it before."
NOTHING = "Nothing in the plan has changed."


def what_changed(before: Plan, now: Plan) -> tuple[str, ...]:
    """Sentences; one that says so when nothing did. Empty for a plan that never had a priority."""
    if not before.priorities and not now.priorities:
        return ()
    if not before.priorities:
        return (NEW,)
    said = list(_said(before, now))
    if len(said) > MOST:
        said = [*said[: MOST - 1], f"{len(said) - MOST + 1} more changes, on the pages of their priorities"]
    return tuple(said) or (NOTHING,)


def _said(before: Plan, now: Plan) -> Iterator[str]:
    """Priorities by their numbers: their titles stand right above."""
    earlier = {one.id: one for one in before.priorities}
    numbered = [(f"Priority {number}", one) for number, one in enumerate(now.priorities, start=1)]
    both = [(name, earlier[one.id], one) for name, one in numbered if one.id in earlier]
    kept = {one.id for one in now.priorities}
    yield from (f"{name} is new" for name, one in numbered if one.id not in earlier)
    yield from (f"No longer a priority: {_short(one.title)}" for one in before.priorities if one.id not in kept)
    for tell in (_halted, _rated, _done, _reached, _criteria, _moved):
        for name, old, new in both:
            yield from tell(name, old, new)


def _halted(name: str, old: Priority, new: Priority) -> Iterator[str]:
    if old.halt != new.halt:
        yield f"{name}: {new.halt}" if new.halt else f"{name}: taken up again, before {old.halt}"


def _reached(name: str, old: Priority, new: Priority) -> Iterator[str]:  # noqa: ARG001  a milestone tells for itself
    earlier = {one.text for one in old.milestones if one.reached}
    yield from (f"Reached: {_short(one.text)}" for one in new.milestones if one.reached and one.text not in earlier)


def _rated(name: str, old: Priority, new: Priority) -> Iterator[str]:
    if old.rag != new.rag:
        was = "" if old.rag is None else f", before {RAG_WORDS[old.rag][0].lower()}"
        yield f"{name} is {RAG_WORDS[new.rag][0].lower()}{was}"


def _done(name: str, old: Priority, new: Priority) -> Iterator[str]:
    earlier = _by_id(old.actions)
    for action in new.actions:
        if action.state == "done" and (action.id not in earlier or earlier[action.id].state != "done"):
            yield f"{name}, done: {_short(action.text)}"


def _criteria(name: str, old: Priority, new: Priority) -> Iterator[str]:
    earlier = {one.text: one.state for one in old.criteria}
    for one in new.criteria:
        if one.state != earlier.get(one.text, "not started"):
            yield f"{name}, {one.state}: {_short(one.text)}"


def _moved(name: str, old: Priority, new: Priority) -> Iterator[str]:
    """Dates, people, and how many actions came and went."""
    if old.due != new.due and new.due:
        was = f", not {text_in_words(old.due)}" if old.due else ""
        yield f"{name}: due {text_in_words(new.due)}{was}"
    if old.owner.strip() != new.owner.strip() and new.owner.strip():
        was = f", not {_short(old.owner)}" if old.owner.strip() else ""
        yield f"{name}: led by {_short(new.owner)}{was}"
    earlier, later = _by_id(old.actions), _by_id(new.actions)
    counts = (
        (len(later.keys() - earlier.keys()), "added"),
        (len(earlier.keys() - later.keys()), "taken out"),
        (sum(one.id in earlier and earlier[one.id].due != one.due for one in new.actions), "given another day"),
    )
    if told := [f"{count} {'action' if count == 1 else 'actions'} {what}" for count, what in counts if count]:
        yield f"{name}: {', '.join(told)}"


def _by_id(actions: Sequence[Action]) -> Mapping[str, Action]:
    return {one.id: one for one in actions}


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
