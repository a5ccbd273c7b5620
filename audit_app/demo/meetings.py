"""Meetings of the demo partnership: once a month at first, then further and further apart, and without one school."""

from datetime import date, timedelta

from audit_app.demo.partnership import DEMO, stories
from audit_app.demo.terms import school_day
from audit_app.results.meetings import Meeting

MET = (
    (300, "Heads, at Foxglove Lane. What we want to do together"),
    (262, "Reading: lessons watched and talked about"),
    (225, "What the first audit says"),
    (176, "Moderation of writing, Years 5 to 8"),
    (120, "Plans for next year. Who has time?"),
    (38, "Back to the plans"),
)
"""Days ago, and what it was about."""
AWAY = "St Wenlow"
"""Its head had no cover for the last two."""
LAST_AWAY = 2


def demo_meetings(schools: int, today: date) -> tuple[Meeting, ...]:
    """The same for the same day; oldest first."""
    names = sorted(story.name for story in stories(schools))
    came = tuple(name for name in names if not name.startswith(AWAY))
    return tuple(
        Meeting(
            id=f"{DEMO}meeting-{number}",
            day=school_day(today - timedelta(days=days)),
            schools=came if number > len(MET) - LAST_AWAY and len(came) < len(names) else (),
            note=note,
        )
        for number, (days, note) in enumerate(MET, 1)
    )
