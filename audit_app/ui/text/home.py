"""Words of the home screen and of audits in a list."""

TITLE = "Home"
BACK = "Back to home"
START = "Start an audit"
IMPORT = "Import a file"
SHARED_FOLDER = "Shared folder"
IN_PROGRESS = "In progress"
DONE = "Done"
OPEN_SURVEYS = "Open surveys"
FROM_OTHERS = "From other schools"
ALL = "See all audits"
NOTHING_YET = "No audits yet"
NOTHING_YET_TEXT = (
    "A self-audit takes a leadership team about an hour. You needn’t do it in one go: every answer is kept, and you "
    "come back to where you stopped."
)
DRAFT = "In progress"  # an audit's state
SUBMITTED = "Submitted"  # an audit's state
RECEIVED = "Scores only"  # an audit's state: a copy that another school sent
CONTINUE = "Continue"
BEGIN = "Begin"
CHECK = "Check your answers"
SEE_RESULTS = "See results"
PLAN = "Plan"
ANSWERED = "Answered"  # the name of a bar of progress
DAMAGED = "Some audits can’t be read"

AUDITS_TITLE = "Audits"
FIND = "Find a school, a term or a questionnaire"
SHOW_MORE = "Show more"
NONE_FOUND = "No audit has these words. Try fewer, or another spelling."


def next_step(text: str, audit: str) -> str:
    """Read aloud for a button, because several on the screen have the same text."""
    return f"{text}: {audit}"


def called(title: str, wave: str) -> str:
    """An audit's name in a list."""
    return f"{title}, {wave}"


def changed(when: str) -> str:
    return f"Last changed {when}."


def and_more(count: int) -> str:
    return f"{count} more in all audits."


def shown(count: int, total: int) -> str:
    return f"{count} of {total} audits"


DEMO = "You are looking at a demo partnership. Its schools are invented, and nothing here touches your own data."
LEAVE_DEMO = "Leave the demo"
