"""Words of the screen that shares audits through a folder."""

TITLE = "Shared folder"
INTRO = (
    "To work on the same audits from several devices, or with colleagues: a folder that all of you can reach, in a "
    "cloud, on the school’s network, on a stick or on a server. Each device writes its own files there and reads the "
    "others’. Nothing is sent anywhere else."
)
PLACE = "Folder or address"
PLACE_HINT = "Paste its path, or an address that begins with webdavs://, https://, sftp:// or s3://"
USE = "Use"  # a button beside a folder that was used before; its name is read aloud too
FORGET = "Forget"  # a button beside it: nothing in the folder is touched
BEFORE = "Used before"
SHARE = "What you put there"
SHARES = (  # code (not shown), label, explanation
    ("scores", "Scores", "For partner schools to compare with: the levels and how much evidence. No words, no names."),
    ("comments", "Scores and comments", "Also comments and evidence in words, without the names of who wrote them."),
    ("full", "Everything", "For people who work on the same audits: names, files, history and the plan too."),
)
HOW_TO_ASK = (
    "Ask the colleague or the school whose device it is, in person or by telephone: their “Shared folder” screen shows "
    "its fingerprint. Accept the key when it is the same, number for number."
)
SURVEYS_STAY = "Anonymous surveys never go there."
LOOK = "See what would happen"
LOOK_AGAIN = "Look again"
LOOKING = "Looking into the folder…"
SYNCING = "Syncing…"
STOP = "Stop"
STOPPED = "Stopped. Nothing was changed."
FEWER = "It is meant to be like this"
FEWER_TITLE = "Files of other devices are gone"
PROBLEM = "This place can’t be used now"
IN_DEMO = "The demo stays here"
IN_DEMO_TEXT = "You are looking at invented schools. Leave the demo to share your own audits."

# Logging in.
LOGIN = "Log in there"
LOGIN_MEANS = "Name and password are used until you leave this screen, and kept nowhere."
USER = "User name"
SECRET = "Password"  # noqa: S105  the name of a field
SHOW = "Show what I type"
LOG_IN = "Log in and look"

# The plan.
WOULD = "What syncing does"
COMES_NEW = "Comes, and is new here"
COMES_MERGE = "Comes, and is joined with what is here"
COMES_CONFLICT = "Comes, and some answers differ"
GOES = "Goes there"
STAYS = "Can’t go there"
SAME = "The same here and there"
PASSED_OVER = "Passed over"
PASSED_OVER_MEANS = "These stop nothing: the rest is taken in. A file that is still being copied is read next time."
NOTHING_TO_DO = "Everything is the same here and there. There is nothing to do."
APPLY = "Sync now"
CANCEL = "Not now"


def file_progress(done: int, of: int) -> str:
    return f"{done} of {of} files"


def puts(label: str) -> str:
    """Opens the choice of what goes to a folder that was used before."""
    return f"What you put there: {label}"


def use(address: str) -> str:
    """Read aloud for the button “Use”."""
    return f"Use {address}"


def forget(address: str) -> str:
    """Read aloud for the button “Forget”."""
    return f"Forget {address}"


def synced(when: str) -> str:
    return f"Last synced {when}."


def goes(audit: str, new: bool, size: str) -> str:
    return f"{audit} ({'new there' if new else 'changed'}, {size})"


def size(count: int) -> str:
    """Of a file, in bytes."""
    return f"{count / 1024 / 1024:.1f} MB" if count > 1024 * 1024 else f"{max(1, round(count / 1024))} KB"


def unsent(audit: str, reason: str) -> str:
    return f"{audit}: {reason}"


def done(came: int, went: int) -> str:
    taken = "Nothing new came" if not came else "1 audit came" if came == 1 else f"{came} audits came"
    sent = "nothing new went there" if not went else "1 file went there" if went == 1 else f"{went} files went there"
    return f"Synced. {taken}, {sent}."
