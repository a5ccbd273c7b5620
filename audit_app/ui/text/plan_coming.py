"""Words about what a plan will say otherwise once a file is taken in."""

from audit_app.language import _
from audit_app.ui.text import plan

UNTITLED = plan.UNTITLED
REVIEW = _("A review comes: {day}")


def title(audit: str) -> str:
    """Above the list, with the name of the audit or the joint plan."""
    return _("What changes in the plan – {audit}").format(audit=audit)


def where(priority: str, action: str) -> str:
    """Of which part; both are somebody's words."""
    named = f"“{priority}”" if priority else UNTITLED
    return _("{priority}, action “{action}”").format(priority=named, action=action) if action else named


def new(where: str) -> str:
    return _("{where} is new").format(where=where)


def gone(where: str) -> str:
    return _("{where} is taken out").format(where=where)


def back(where: str) -> str:
    return _("{where} comes back").format(where=where)


def changed(place: str, before: str, after: str) -> str:
    """`place` is a part of the plan and its field."""
    return _("{place}: {after} (until now: {before})").format(place=place, before=before, after=after)


def differs(place: str, before: str, after: str) -> str:
    return _("{place}: {after} stands beside {before} until one is chosen").format(
        place=place, before=before, after=after
    )
