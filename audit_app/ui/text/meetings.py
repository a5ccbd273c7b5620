"""Words of the list of meetings on “Is it going quiet?”."""

from collections.abc import Sequence

from audit_app.language import _, ngettext
from audit_app.regional import listed
from audit_app.results.meetings import Meeting
from audit_app.results.momentum_model import Rhythm
from audit_app.ui.text.moments import day

TITLE = _("Meetings")
EXPLAINED = _(
    "Write down when all schools were invited to meet, and who came. Then this page notices when the gaps grow, and "
    "when a school stays away. The list stays on this device."
)
NONE = _("No meeting is written down yet. With three, this page knows how often you usually meet.")
RECORD = _("Record a meeting")  # opens and closes the form
DAY = _("Day of the meeting")
DAY_HINT = _("For example 9/10/2026. A day to come is a meeting that is planned.")
DAY_NEEDED = _("Enter the day of the meeting.")
EVERYONE = _("All schools were there")
WHO = _("Which schools were there?")
OTHERS = _("Other schools that were there")
OTHERS_HINT = _("One in each line, for schools of which nothing is here yet. You may leave it empty.")
WHO_NEEDED = _("Tick the schools that were there, or “All schools were there”.")
NOTE = _("Note")
NOTE_HINT = _("One line: what it was about. You may leave it empty.")
KEEP = _("Keep the meeting")
REMOVE = _("Remove")
MORE = _("Show earlier meetings")


def recorded(one: Meeting) -> str:
    """After a meeting was kept."""
    return _("The meeting of {day} is kept.").format(day=day(one.day))


def removed(one: Meeting) -> str:
    """What was removed, before “was removed”."""
    return _("The meeting of {day}").format(day=day(one.day))


def when(one: Meeting, *, planned: bool) -> str:
    """Above a meeting in the list."""
    return _("Planned: {day}").format(day=day(one.day)) if planned else day(one.day)


def remove(one: Meeting) -> str:
    """Read aloud for the button."""
    return _("Remove the meeting of {day}").format(day=day(one.day))


def who(schools: Sequence[str]) -> str:
    """Who was at a meeting."""
    return listed(schools) if schools else _("All schools")


def rhythm(found: Rhythm) -> str:
    """How often they meet, and when the next is due."""
    said = [ngettext("1 meeting so far.", "{count} meetings so far.", found.meetings).format(count=found.meetings)]
    if found.usual_days is not None:
        days = ngettext(
            "There is usually 1 day from one to the next.",
            "There are usually {count} days from one to the next.",
            found.usual_days,
        )
        said.append(days.format(count=found.usual_days))
    if found.planned is not None:
        said.append(_("The next is planned for {day}.").format(day=day(found.planned)))
    elif found.next_by is not None:
        said.append(_("By that, the next would be on {day}.").format(day=day(found.next_by)))
    return " ".join(said)
