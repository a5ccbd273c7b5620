"""The gardener's list: from signs of slowing to what somebody could do about them, each with its reason and day.

“Every network needs a gardener to feed, fertilise, cross-pollinate and weed it” (field notes, article 3).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from audit_app.language import _
from audit_app.results.meetings import since_the_last
from audit_app.results.momentum_model import PlannedAction, PulseRound, Rhythm, Signal, Task

THIS_WEEK, FORTNIGHT, MONTH = timedelta(days=7), timedelta(days=14), timedelta(days=28)
CALL_AND_MEET = _("Call two partners, and fix the next meeting")
LONG_OVERDUE = timedelta(days=60)
"""What nobody did for two months after its day is rather ended than asked for again."""


def tasks_of(
    signals: Sequence[Signal],
    planned: Sequence[PlannedAction],
    rounds: Sequence[PulseRound],
    today: date,
    meetings: Rhythm | None = None,
) -> tuple[Task, ...]:
    """The earliest first; each sign that asks for something gives one line."""
    found = [task for signal in signals if signal.sign in ("watch", "fading") for task in _for(signal, today)]
    old = [one for one in planned if not one.done and one.due is not None and today - one.due > LONG_OVERDUE]
    for school in sorted({one.school for one in old}):
        own = [one for one in old if one.school == school]
        more, days = len(own) - 1, LONG_OVERDUE.days
        if more:
            reason = _("“{action}”, and {more} more: more than {days} days past its day.").format(
                action=own[0].text.rstrip("."), more=more, days=days
            )
        else:
            reason = _("“{action}”: more than {days} days past its day.").format(
                action=own[0].text.rstrip("."), days=days
            )
        found.append(
            _task(
                "weed",
                _("Decide with {school} what to end").format(school=school),
                reason,
                today + FORTNIGHT,
                (school,),
            )
        )
    if not rounds:
        reason = _("Ten items, three minutes: the earliest sign that a partnership is tailing off.")
        found.append(_task("feed", _("Ask every school for a pulse this term"), reason, today + MONTH))
    if not any(one.title == CALL_AND_MEET for one in found):
        found += _next_meeting(meetings, today)
    return tuple(sorted(_each_once(found), key=lambda one: (one.due, one.care, one.title)))


def _next_meeting(found: Rhythm | None, today: date) -> list[Task]:
    """Once as many days have passed as there usually are between meetings."""
    if found is None or found.last is None or found.usual_days is None or found.next_by is None:
        return []
    if found.next_by >= today:
        return []
    reason = since_the_last((today - found.last).days, found.usual_days)
    return [_task("connect", _("Fix the day of the next meeting"), reason, today + THIS_WEEK)]


def _each_once(found: Sequence[Task]) -> list[Task]:
    """What two signs ask for stands once, with both reasons."""
    by_title: dict[str, Task] = {}
    for one in found:
        known = by_title.get(one.title)
        reason = f"{known.reason} {one.reason}" if known else one.reason
        by_title[one.title] = one.model_copy(update={"reason": reason})
    return [*by_title.values()]


def _for(signal: Signal, today: date) -> list[Task]:
    names = ", ".join(signal.schools)
    match signal.kind:
        case "contact":
            title, care, due = CALL_AND_MEET, "connect", today + THIS_WEEK
        case "meetings":
            return []  # what `_next_meeting` says, once the usual interval has passed
        case "gaps":
            title, care, due = _("Fix the days of several meetings ahead"), "connect", today + FORTNIGHT
        case "one school" | "absent":
            title, care, due = (
                _("Ask {schools} what would make it worth coming again").format(schools=names),
                "connect",
                today + THIS_WEEK,
            )
        case "pulse":
            title, care, due = _("Open the next meeting with what colleagues miss"), "feed", today + FORTNIGHT
        case "response rate":
            title, care, due = _("Tell colleagues what became of their answers"), "feed", today + FORTNIGHT
            if names:
                title = _("Tell colleagues in {schools} what became of their answers").format(schools=names)
        case "overdue actions":
            title, care, due = (
                _("Go through the overdue actions: a new day, another owner, or an end"),
                "weed",
                today + FORTNIGHT,
            )
        case "key person":
            title, care, due = _("Find a second person who can run it"), "feed", today + MONTH
            if names:
                title = _("Find a second person who can run it in {schools}").format(schools=names)
    return [_task(care, title, signal.sentence, due, signal.schools)]


def _task(care: str, title: str, reason: str, due: date, schools: tuple[str, ...] = ()) -> Task:
    return Task.model_validate({"care": care, "title": title, "reason": reason, "due": due, "schools": schools})
