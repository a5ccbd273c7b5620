"""Differences: fields of the plan for which two people's words stand side by side, so that a person can choose.

The plan shows the later words (model.py); this says where there are others, so that nothing is passed over unseen.
"""

from collections.abc import Iterable

from audit_app.plans import reviews
from audit_app.responses.model import Entry, Frozen
from audit_app.responses.standing import heads


class Difference(Frozen):
    """One field that was given different values without knowledge of each other."""

    subject: str
    field: str
    said: tuple[Entry, ...]
    """Oldest first; the plan shows the last."""


def differences(entries: Iterable[Entry]) -> tuple[Difference, ...]:
    """In the order of the plan; the same words said twice are no difference, and nor are two reviews."""
    return tuple(
        Difference(subject=subject, field=field, said=group)
        for (subject, field), group in sorted(heads(entries).items())
        if (subject == "plan" or subject.startswith("plan/"))
        and field != reviews.FIELD
        and any(one.value != group[0].value for one in group)
    )
