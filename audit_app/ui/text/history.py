"""Words of the history: who changed what, and when."""

from audit_app.language import _
from audit_app.responses.history import Change
from audit_app.ui.text.audit import by_whom

TITLE = _("History")
INTRO = _("Everything that was said here, newest first. Nothing in it is ever lost: putting something back adds to it.")
BACK = _("Back to the statement")
BACK_TO_AUDIT = _("Back to the audit")
LINK = _("History")  # leads here from a statement
WHOLE = _("History of the whole audit")
ERASE = _("Erase personal data")  # leads to where words and names are erased for good
NOTHING = _("Nothing yet")
NOTHING_YET = _("As soon as somebody answers, comments or adds evidence, it is told here.")
STANDS = _("Stands now")
PUT_BACK = _("Put this back")
SHOW_MORE = _("Show earlier changes")
TIMES = _("Times are those of this device’s clock; what was said on another device has that one’s.")
FIXED = _("This audit is submitted, so nothing can be put back. Reopen it first.")

# What happened, by kind of entry and what it did. {now} and {before} are what was said, in words.
SAID = {
    ("answer", "gave"): _("Answered: {now}"),
    ("answer", "changed"): _("Answer changed from {before} to {now}"),
    ("answer", "chose"): _("Chosen among different answers: {now}, not {before}"),
    ("answer", "took_back"): _("Answer taken back: {before}"),
    ("comment", "gave"): _("Comment: {now}"),
    ("comment", "changed"): _("Comment changed from {before} to {now}"),
    ("comment", "chose"): _("Comments made one: {now}"),
    ("comment", "took_back"): _("Comment taken back: {before}"),
    ("evidence", "gave"): _("Evidence added: {now}"),
    ("evidence", "changed"): _("Evidence changed from {before} to {now}"),
    ("evidence", "chose"): _("Evidence changed from {before} to {now}"),
    ("evidence", "took_back"): _("Evidence removed: {before}"),
    ("carried", "gave"): _("Offered from an earlier round: {now}"),
    ("carried", "changed"): _("Offered from an earlier round: {now}"),
    ("carried", "chose"): _("Offered from an earlier round: {now}"),
    ("carried", "took_back"): _("No longer offered: {before}"),
    ("submission", "gave"): _("The audit was submitted."),
    ("reopening", "gave"): _("The audit was reopened. Reason: {now}"),
    ("moved", "gave"): _("The audit moved to version {now} of its questionnaire."),
    ("own_items", "gave"): _("Questions of the school’s own were added."),
}
QUOTE = _("“{words}”")
SOMETHING = _("something that is not known here")  # what was replaced is not in this copy
UNREADABLE = _("something that this version of the app can’t read")
ERASED = _("words that were erased for good")
ERASED_NAME = _("Somebody whose name was erased")
PUT_BACK_DONE = _("Put back. What stood before is still in the history.")


def left_behind(version: int) -> str:
    """What was said about an earlier wording."""
    return _("Said about version {version} of the questionnaire; kept beside").format(version=version)


def who_when(change: Change, when: str) -> str:
    """Below what happened."""
    who = ERASED_NAME if "by" in change.entry.erased else by_whom(change.entry.by)
    words = _("{name}, {when}") if change.here else _("{name}, {when}, on another device")
    return words.format(name=who, when=when)


def told_apart(statement: str, said_when: str) -> str:
    """Read aloud for a link to a statement that stands there several times."""
    return f"{statement} ({said_when})"


def put_back(what: str, said_when: str, statement: str, time: int) -> str:
    """Read aloud for the button, which shows “Put this back”. `statement` is empty where the screen says it; `time`
    tells apart what the same person said twice in one minute."""
    said = f"{said_when}; {statement}" if statement else said_when
    name = _("Put this back: {what} ({said})").format(what=what, said=said)
    return name if time == 1 else _("{name}, number {n}").format(name=name, n=time)


def undo(what: str) -> str:
    """Beside an answer that was just changed: back to the one before."""
    return _("Undo: back to {what}").format(what=what)
