"""Words of the history: who changed what, and when."""

from audit_app.responses.history import Change
from audit_app.ui.text.audit import by_whom

TITLE = "History"
INTRO = "Everything that was said here, newest first. Nothing in it is ever lost: putting something back adds to it."
BACK = "Back to the statement"
BACK_TO_AUDIT = "Back to the audit"
LINK = "History"  # leads here from a statement
WHOLE = "History of the whole audit"
ERASE = "Erase personal data"  # leads to where words and names are erased for good
NOTHING = "Nothing yet"
NOTHING_YET = "As soon as somebody answers, comments or adds evidence, it is told here."
STANDS = "Stands now"
PUT_BACK = "Put this back"
SHOW_MORE = "Show earlier changes"
TIMES = "Times are those of this device’s clock; what was said on another device has that one’s."
FIXED = "This audit is submitted, so nothing can be put back. Reopen it first."

# What happened, by kind of entry and what it did. {now} and {before} are what was said, in words.
SAID = {
    ("answer", "gave"): "Answered: {now}",
    ("answer", "changed"): "Answer changed from {before} to {now}",
    ("answer", "chose"): "Chosen among different answers: {now}, not {before}",
    ("answer", "took_back"): "Answer taken back: {before}",
    ("comment", "gave"): "Comment: {now}",
    ("comment", "changed"): "Comment changed from {before} to {now}",
    ("comment", "chose"): "Comments made one: {now}",
    ("comment", "took_back"): "Comment taken back: {before}",
    ("evidence", "gave"): "Evidence added: {now}",
    ("evidence", "changed"): "Evidence changed from {before} to {now}",
    ("evidence", "chose"): "Evidence changed from {before} to {now}",
    ("evidence", "took_back"): "Evidence removed: {before}",
    ("carried", "gave"): "Offered from an earlier round: {now}",
    ("carried", "changed"): "Offered from an earlier round: {now}",
    ("carried", "chose"): "Offered from an earlier round: {now}",
    ("carried", "took_back"): "No longer offered: {before}",
    ("submission", "gave"): "The audit was submitted.",
    ("reopening", "gave"): "The audit was reopened. Reason: {now}",
    ("moved", "gave"): "The audit moved to version {now} of its questionnaire.",
    ("own_items", "gave"): "Questions of the school’s own were added.",
}
QUOTE = "“{words}”"
SOMETHING = "something that is not known here"  # what was replaced is not in this copy
UNREADABLE = "something that this version of the app can’t read"
ERASED = "words that were erased for good"
ERASED_NAME = "Somebody whose name was erased"
PUT_BACK_DONE = "Put back. What stood before is still in the history."


def left_behind(version: int) -> str:
    """What was said about an earlier wording."""
    return f"Said about version {version} of the questionnaire; kept beside"


def who_when(change: Change, when: str) -> str:
    """Below what happened."""
    who = ERASED_NAME if "by" in change.entry.erased else by_whom(change.entry.by)
    return f"{who}, {when}{'' if change.here else ', on another device'}"


def put_back(what: str, by: str) -> str:
    """Read aloud for the button."""
    return f"Put back {what}, by {by_whom(by)}"


def undo(what: str) -> str:
    """Beside an answer that was just changed: back to the one before."""
    return f"Undo: back to {what}"
