"""What has changed in a plan between two days, in a few sentences for governors, the most telling first."""

from collections.abc import Iterator, Mapping, Sequence

from audit_app.language import _, ngettext
from audit_app.plans.model import Action, Plan, Priority
from audit_app.reports.dates import text_in_words
from audit_app.reports.priority import HALTS, RAG_WORDS, STATES
from audit_app.shortening import on_one_line

MOST = 5
"""On the first page; what is left out is counted."""
LONGEST = 60
"""Characters of an action, a criterion or a name."""
NEW = _("The plan is new: nothing was in it before.")
NOTHING = _("Nothing in the plan has changed.")
DETAILS = _("Only wording and details have changed.")


def what_changed(before: Plan, now: Plan) -> tuple[str, ...]:
    """Sentences; one that says so when nothing did. Empty for a plan that never had a priority."""
    if not before.priorities and not now.priorities:
        return ()
    if not before.priorities:
        return (NEW,)
    said = list(_said(before, now))
    if len(said) > MOST:
        more = len(said) - MOST + 1
        said = [*said[: MOST - 1], _("{count} more changes, on the pages of their priorities").format(count=more)]
    return tuple(said) or ((NOTHING,) if before == now else (DETAILS,))


def _said(before: Plan, now: Plan) -> Iterator[str]:
    """Priorities by their numbers: their titles stand right above."""
    earlier = {one.id: one for one in before.priorities}
    numbered = [
        (_("Priority {number}").format(number=number), one) for number, one in enumerate(now.priorities, start=1)
    ]
    both = [(name, earlier[one.id], one) for name, one in numbered if one.id in earlier]
    kept = {one.id for one in now.priorities}
    yield from (_("{name} is new").format(name=name) for name, one in numbered if one.id not in earlier)
    yield from (
        _("No longer a priority: {text}").format(text=on_one_line(one.title, LONGEST))
        for one in before.priorities
        if one.id not in kept
    )
    for tell in (_halted, _rated, _done, _reached, _criteria, _moved):
        for name, old, new in both:
            yield from tell(name, old, new)


def _halted(name: str, old: Priority, new: Priority) -> Iterator[str]:
    if old.halt != new.halt:
        if new.halt:
            yield f"{name}: {HALTS[new.halt].lower()}"
        elif old.halt:
            yield _("{name}: taken up again, before {halt}").format(name=name, halt=HALTS[old.halt].lower())


def _reached(name: str, old: Priority, new: Priority) -> Iterator[str]:  # noqa: ARG001  a milestone tells for itself
    earlier = {one.text for one in old.milestones if one.reached}
    yield from (
        _("Reached: {text}").format(text=on_one_line(one.text, LONGEST))
        for one in new.milestones
        if one.reached and one.text not in earlier
    )


def _rated(name: str, old: Priority, new: Priority) -> Iterator[str]:
    if old.rag != new.rag:
        rating = RAG_WORDS[new.rag][0].lower()
        if old.rag is None:
            yield _("{name} is {rating}").format(name=name, rating=rating)
        else:
            before = RAG_WORDS[old.rag][0].lower()
            yield _("{name} is {rating}, before {before}").format(name=name, rating=rating, before=before)


def _done(name: str, old: Priority, new: Priority) -> Iterator[str]:
    earlier = _by_id(old.actions)
    for action in new.actions:
        if action.state == "done" and (action.id not in earlier or earlier[action.id].state != "done"):
            yield _("{name}, done: {text}").format(name=name, text=on_one_line(action.text, LONGEST))


def _criteria(name: str, old: Priority, new: Priority) -> Iterator[str]:
    earlier = {one.text: one.state for one in old.criteria}
    for one in new.criteria:
        if one.state != earlier.get(one.text, "not started"):
            yield f"{name}, {STATES[one.state].lower()}: {on_one_line(one.text, LONGEST)}"


def _moved(name: str, old: Priority, new: Priority) -> Iterator[str]:
    """Dates, people, and how many actions came and went."""
    if old.due != new.due:
        if new.due:
            words = _("{name}: due {day}, not {before}") if old.due else _("{name}: due {day}")
        else:
            words = _("{name}: without a day now, before due {before}")
        yield words.format(name=name, day=text_in_words(new.due), before=text_in_words(old.due))
    if old.owner.strip() != new.owner.strip():
        if new.owner.strip():
            words = _("{name}: led by {owner}, not {before}") if old.owner.strip() else _("{name}: led by {owner}")
        else:
            words = _("{name}: led by nobody now, before by {before}")
        yield words.format(name=name, owner=on_one_line(new.owner, LONGEST), before=on_one_line(old.owner, LONGEST))
    earlier, later = _by_id(old.actions), _by_id(new.actions)
    added, gone = len(later.keys() - earlier.keys()), len(earlier.keys() - later.keys())
    moved = sum(one.id in earlier and earlier[one.id].due != one.due for one in new.actions)
    counts = (
        (added, ngettext("1 action added", "{count} actions added", added)),
        (gone, ngettext("1 action taken out", "{count} actions taken out", gone)),
        (moved, ngettext("1 action given another day", "{count} actions given another day", moved)),
    )
    if told := [words.format(count=count) for count, words in counts if count]:
        yield f"{name}: {', '.join(told)}"


def _by_id(actions: Sequence[Action]) -> Mapping[str, Action]:
    return {one.id: one for one in actions}
