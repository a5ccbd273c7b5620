"""Words that more than one screen uses. Each constant is one text to translate; a comment says what it stands for.

A function makes a sentence with a number in it: translate the whole sentence, never its parts.
"""

APP_NAME = "School Audit"

# The navigation at the top of every screen.
HOME = "Home"
AUDITS = "Audits"
SURVEYS = "Surveys"
PARTNERSHIP = "Partnership"
LIBRARY = "Library"
SETTINGS = "Settings"
MENU = "Menu"  # the button that opens the navigation on a narrow screen

# Buttons.
TRY_AGAIN = "Try again"
CANCEL = "Cancel"
DISMISS = "Dismiss this message"  # read aloud only: the cross at the end of a notice
CHOOSE = "Choose…"  # a list from which nothing is chosen yet

# When something in the app itself failed; nothing that the user did.
UNEXPECTED_ERROR = (
    "Something went wrong. What was saved is safe. Try again; if it keeps happening, close the app and start it again."
)
UNEXPECTED_ERROR_HERE = "This part of the screen can’t be shown. What was saved is safe."

# The word before a notice's text, so that its colour is never the only sign.
NOTICE_WORDS = {"info": "Please note", "success": "Done", "warning": "Take care", "error": "There is a problem"}

# Under a date to type.
DATE_HINT = "For example, 27/3/2026"
NOT_A_DATE = "Type the date as day, month and year, for example 27/3/2026."

# Above a table that is wider than the screen: two buttons that move it.
FURTHER_LEFT = "◀ Further left"
FURTHER_RIGHT = "Further right ▶"


def further_left(caption: str) -> str:
    """Read aloud: which table moves."""
    return f"Further left in “{caption}”"


def further_right(caption: str) -> str:
    """Read aloud: which table moves."""
    return f"Further right in “{caption}”"


def window_title(screen: str) -> str:
    """The browser tab; the screen comes first because tabs are narrow."""
    return f"{screen} – {APP_NAME}"


def out_of(done: int, total: int) -> str:
    """Beside a bar of progress."""
    return f"{done} of {total}"


def too_long(limit: int) -> str:
    """Under a field with more text than it can keep."""
    return f"Shorten this to {limit:,} characters or fewer."
