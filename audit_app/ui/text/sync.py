"""Words of the screen that shares audits through a folder."""

from audit_app.language import _, ngettext
from audit_app.regional import file_size

TITLE = _("Shared folder")
INTRO = _(
    "To work on the same audits from several devices, or with colleagues: a folder that all of you can reach, in a "
    "cloud, on the school’s network, on a stick or on a server. Each device writes its own files there and reads the "
    "others’. Nothing is sent anywhere else."
)
PLACE = _("Folder or address")
PLACE_HINT = _("Paste its path, or an address that begins with webdavs://, https://, sftp:// or s3://")
USE = _("Use")  # a button beside a folder that was used before; its name is read aloud too
FORGET = _("Forget")  # a button beside it: nothing in the folder is touched
BEFORE = _("Used before")
SHARE = _("What you put there")
SHARES = (  # code (not shown), label, explanation
    (
        "scores",
        _("Scores"),
        _("For partner schools to compare with: levels and how much evidence. No words."),
    ),
    (
        "comments",
        _("Scores and comments"),
        _("Also comments and evidence in words, without the names of who wrote them."),
    ),
    ("full", _("Everything"), _("For people who work on the same audits: names, files, history and the plan too.")),
)
HOW_TO_ASK = _(
    "Ask the colleague or the school whose device it is, in person or by telephone: their “Shared folder” screen shows "
    "its fingerprint. Accept the key when it is the same, number for number."
)
SURVEYS_STAY = _("Anonymous surveys never go there.")
LOOK = _("See what would happen")
LOOK_AGAIN = _("Look again")
LOOKING = _("Looking into the folder…")
SYNCING = _("Syncing…")
FEWER = _("It is meant to be like this")
FEWER_TITLE = _("Files of other devices are gone")
PROBLEM = _("This place can’t be used now")
IN_DEMO = _("The demo stays here")
IN_DEMO_TEXT = _("You are looking at invented schools. Leave the demo to share your own audits.")

# Logging in.
LOGIN = _("Log in there")
LOGIN_MEANS = _("Name and password are used until you leave this screen, and kept nowhere.")
USER = _("User name")
SECRET = _("Password")
SHOW = _("Show what I type")
LOG_IN = _("Log in and look")
LOGIN_WANTED = _("It wants a name and a password. Give them below.")
LOGIN_REFUSED = _("It didn’t let you in. Check the name and password below.")

# The plan.
WOULD = _("What syncing does")
COMES_NEW = _("Comes, and is new here")
COMES_MERGE = _("Comes, and is joined with what is here")
COMES_CONFLICT = _("Comes, and some answers differ")
GOES = _("Goes there")
STAYS = _("Can’t go there")
SAME = _("The same here and there")
PASSED_OVER = _("Passed over")
PASSED_OVER_MEANS = _("These stop nothing: the rest is taken in. A file that is still being copied is read next time.")
NOTHING_TO_DO = _("Everything is the same here and there. There is nothing to do.")
APPLY = _("Sync now")
CANCEL = _("Not now")


def file_progress(done: int, of: int) -> str:
    return _("{done} of {of} files").format(done=done, of=of)


def puts(label: str) -> str:
    """Opens the choice of what goes to a folder that was used before."""
    return _("What you put there: {label}").format(label=label)


def use(address: str) -> str:
    """Read aloud for the button “Use”."""
    return _("Use {address}").format(address=address)


def forget(address: str) -> str:
    """Read aloud for the button “Forget”."""
    return _("Forget {address}").format(address=address)


def forgotten(address: str) -> str:
    return _("{address} is forgotten here. Nothing in it was touched.").format(address=address)


def synced(when: str) -> str:
    return _("Last synced {when}.").format(when=when)


def goes(audit: str, new: bool, size: int) -> str:
    """A file of so many bytes, and what it holds."""
    return f"{audit} ({_('new there') if new else _('changed')}, {file_size(size)})"


def unsent(audit: str, reason: str) -> str:
    return f"{audit}: {reason}"


def done(came: int, went: int) -> str:
    taken, sent = _("Nothing new came"), _("nothing new went there")
    if came:
        taken = ngettext("1 audit came", "{count} audits came", came).format(count=came)
    if went:
        sent = ngettext("1 file went there", "{count} files went there", went).format(count=went)
    # Translators: “Synced. 2 audits came, 1 file went there.”
    return _("Synced. {taken}, {sent}.").format(taken=taken, sent=sent)
