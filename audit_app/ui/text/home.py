"""Words of the home screen and of audits in a list."""

from audit_app.language import _
from audit_app.shortening import titled

TITLE = _("Home")
BACK = _("Back to home")
START = _("Start an audit")
IMPORT = _("Import a file")
SHARED_FOLDER = _("Shared folder")
IN_PROGRESS = _("In progress")
DONE = _("Done")
OPEN_SURVEYS = _("Open surveys")
FROM_OTHERS = _("From other schools")
ALL = _("See all audits")
NOTHING_YET = _("No audits yet")
NOTHING_YET_TEXT = _(
    "A self-audit takes a leadership team about an hour. You needn’t do it in one go: every answer is kept, and you "
    "come back to where you stopped."
)
DRAFT = _("In progress")  # an audit's state
SUBMITTED = _("Submitted")  # an audit's state
RECEIVED = _("Scores only")  # an audit's state: a copy that another school sent
CONTINUE = _("Continue")
BEGIN = _("Begin")
CHECK = _("Check your answers")
SEE_RESULTS = _("See results")
PLAN = _("Plan")
ANSWERED = _("Answered")  # the name of a bar of progress
DAMAGED = _("Some audits can’t be read")

AUDITS_TITLE = _("Audits")
FIND = _("Find a school, a term or a questionnaire")
SHOW_MORE = _("Show more")
NONE_FOUND = _("No audit has these words. Try fewer, or another spelling.")


def next_step(text: str, audit: str) -> str:
    """Read aloud for a button, because several on the screen have the same text."""
    return f"{text}: {audit}"


def called(title: str, wave: str) -> str:
    """An audit's name in a list."""
    return f"{titled(title)}, {wave}"


def changed(when: str) -> str:
    return _("Last changed {when}.").format(when=when)


def and_more(count: int) -> str:
    return _("{count} more in all audits.").format(count=count)


def shown(count: int, total: int) -> str:
    return _("{count} of {total} audits").format(count=count, total=total)


def newest(count: int) -> str:
    return _("The {count} that were changed last").format(count=count)


DEMO = _("You are looking at a demo partnership. Its schools are invented, and nothing here touches your own data.")
LEAVE_DEMO = _("Leave the demo")
