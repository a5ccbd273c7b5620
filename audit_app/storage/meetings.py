"""Meetings: when schools of the partnership met, as its gardener wrote down; it belongs to this installation."""

from pydantic import TypeAdapter

from audit_app.language import _
from audit_app.results.meetings import Meeting
from audit_app.storage.errors import DamagedMeetingsError
from audit_app.storage.kept_list import KeptList

MEETINGS = "meetings.json"

KEPT = KeptList(
    name=MEETINGS,
    format="audit-app/meetings",
    version=1,
    key="meetings",
    called=_("The file of meetings"),
    adapter=TypeAdapter(tuple[Meeting, ...]),
    damaged=DamagedMeetingsError,
)
read_meetings, keep_meetings, set_aside_meetings = KEPT.read, KEPT.keep, KEPT.set_aside
