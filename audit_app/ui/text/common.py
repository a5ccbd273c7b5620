"""Words that more than one screen uses. Each constant is one text to translate; a comment says what it stands for.

A function makes a sentence with a number in it: translate the whole sentence, never its parts.
"""

from audit_app.language import _, ngettext
from audit_app.regional import number

APP_NAME = _("School Audit")

# The navigation at the top of every screen.
HOME = _("Home")
AUDITS = _("Audits")
SURVEYS = _("Surveys")
RESULTS = _("Results")
PLAN = _("Plan")
PARTNERSHIP = _("Partnership")
LIBRARY = _("Library")
SETTINGS = _("Settings")
MENU = _("Menu")  # the button that opens the navigation on a narrow screen

# Buttons.
TRY_AGAIN = _("Try again")
CANCEL = _("Cancel")
DISMISS = _("Dismiss this message")  # read aloud only: the cross at the end of a notice
CHOOSE = _("Choose…")  # a list from which nothing is chosen yet

# Beside work that takes a while.
STOP = _("Stop")
STOP_MEANS = _("If you stop, nothing is changed.")
STOPPED = _("Stopped. Nothing was changed.")

# When something in the app itself failed; nothing that the user did.
UNEXPECTED_ERROR = _(
    "Something went wrong. What was saved is safe. Try again; if it keeps happening, close the app and start it again."
)
UNEXPECTED_ERROR_HERE = _(
    "This part of the screen can’t be shown. What was saved is safe, and the rest works on. If trying again does not "
    "help, save the log file in the settings, under “Your data and backups”, and send it to whoever helps you."
)

# The word before a notice's text, so that its colour is never the only sign.
NOTICE_WORDS = {
    "info": _("Please note"),
    "success": _("Done"),
    "warning": _("Take care"),
    "error": _("There is a problem"),
}

# Under a date to type.
DATE_HINT = _("For example, 27/3/2026")
NOT_A_DATE = _("Type the date as day, month and year, for example 27/3/2026.")


def more(count: int) -> str:
    """Opens the rest of a list."""
    return ngettext("{count} more", "{count} more", count).format(count=number(f"{count:,}"))


def window_title(screen: str) -> str:
    """The browser tab; the screen comes first because tabs are narrow."""
    return f"{screen} – {APP_NAME}"


def out_of(done: int, total: int) -> str:
    """Beside a bar of progress."""
    return _("{done} of {total}").format(done=done, total=total)


def too_long(limit: int) -> str:
    """Under a field with more text than it can keep."""
    return _("Shorten this to {limit} characters or fewer.").format(limit=number(f"{limit:,}"))
