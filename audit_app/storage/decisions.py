"""Decisions: what the broker said of suggested matches, with the reasons; it belongs to this installation, and stays.

Nothing in `decisions.json` is ever taken out: a later decision stands instead.
"""

from pydantic import TypeAdapter

from audit_app.language import _
from audit_app.results.matching.model import Decision
from audit_app.storage.errors import DamagedDecisionsError
from audit_app.storage.kept_list import KeptList

DECISIONS = "decisions.json"

KEPT = KeptList(
    name=DECISIONS,
    format="audit-app/decisions",
    version=1,
    key="decisions",
    called=_("The file of decisions"),
    adapter=TypeAdapter(tuple[Decision, ...]),
    damaged=DamagedDecisionsError,
)
read_decisions, keep_decisions, set_aside_decisions = KEPT.read, KEPT.keep, KEPT.set_aside
