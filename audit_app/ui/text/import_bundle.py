"""Words of the screen that imports files."""

from collections.abc import Sequence

from audit_app.language import _, ngettext
from audit_app.regional import listed

MOST_NAMED = 5
"""Of many files."""

TITLE = _("Import")
INTRO = _("Choose files that School Audit exported. You see first what would happen.")
CHOOSE = _("Choose files")
INSTEAD = _("Do you work together all the time? Then use a folder that all of you reach.")
READING = _("The files are being read…")
KEEPING = _("What comes with the files is being kept…")
SURVEY_FILE = {
    "invitation": _("That file is an invitation to a survey. Choose it here to answer."),
    "response": _("Among those files are answers to a survey. Choose them here to take them in."),
}
WOULD = _("What importing does")
ADD = _("New here")
MERGE = _("Known, and more of it comes")
CONFLICT = _("Known, and some answers differ")
ERASED = _("Erased here for good, so left out")
SAME = _("Nothing new")
REFUSED = _("Can’t be imported")
APPLY = _("Import")
CANCEL = _("Don’t import")
NOTHING_NEW = _("Everything in these files is here already. There is nothing to import.")
ALL_OR_NOTHING = _("Because of this, nothing can be imported. Take the file out and choose the others again.")
CONFLICT_MEANS = _("Both answers are kept side by side until you choose one. Until then neither counts in a score.")

# A sealed file.
SEALED_MEANS = _("Only the passphrase opens it. Ask whoever sent it, by telephone or in person.")
SEAL_FIELD = _("Passphrase")
SHOW = _("Show what I type")
OPEN = _("Open it")

# Whose signature a file carries.
SENT_BY = _("Who signed it")
SIGNED = {  # by what is known of the key; “new” says more, below
    "own": _("signed on this device"),
    "known": _("signed with a key that you know from earlier files"),
    "accepted": _("signed with the key that you just accepted"),
    "unsigned": _("not signed, so nothing shows who made it"),
    "unchecked": _("signed, but this device can’t check signatures"),
}
NAMESAKE = _("Take care: another school of this name is known here, with another number (URN).")
ANOTHER_KEY = _(
    "It is signed with a key that is not known for this school. That is so when a school exports from another device, "
    "or installed the app anew. A forged file would look like this, too."
)
NO_SIGNATURE = _(
    "It carries no signature that can be checked, though this school has signed its files before. A forged file would "
    "look like this, too."
)
THIS_KEY = _("Fingerprint of the key of this file")
KNOWN_KEYS = _("Known for this school so far")
HOW_TO_ASK = _(
    "Ask the school by telephone, not in an answer to the message that the file came with: their “Export” screen shows "
    "their fingerprint. Accept the key when it is the same, number for number."
)
HOW_TO_ASK_WITHOUT = _("Ask the school by telephone whether they made this file and sent it to you.")
KEEP_KEY = _("Remember the key")  # instead of “Import”, when the files hold nothing new
ACCEPT_KEY = _("They confirmed it: accept this key")
ACCEPT_UNSIGNED = _("They confirmed it: accept it this once")


def audit(school: str, title: str, wave: str) -> str:
    return f"{school}: {title}, {wave}"


def sealed(name: str) -> str:
    return _("“{name}” is sealed").format(name=name)


def also_sealed(names: Sequence[str]) -> str:
    """Under the first of several; what is typed is tried on each, and those that stay shut are asked about next."""
    said = listed([f"“{one}”" for one in names[:MOST_NAMED]])
    if len(names) > MOST_NAMED:
        more = len(names) - MOST_NAMED
        said = ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=said, count=more)
    return _("Sealed too: {names}. The passphrase is tried on all of them, and what it opens stays open.").format(
        names=said
    )


def is_it_from(name: str, school: str) -> str:
    return _("Is “{name}” really from {school}?").format(name=name, school=school)


def sent(name: str, signed: str) -> str:
    return f"{name}: {signed}"


def signed(trust: str, fingerprint: str | None, namesake: bool) -> str:
    """What stands after a file's name."""
    if trust != "new":
        return SIGNED[trust]
    said = _("signed with a key that is new here, and known from now on. Its fingerprint: {fingerprint}").format(
        fingerprint=fingerprint
    )
    return f"{said}. {NAMESAKE}" if namesake else said


def entries(count: int) -> str:
    return ngettext("1 change comes", "{count} changes come", count).format(count=count)


def differ(count: int) -> str:
    return ngettext("1 answer differs", "{count} answers differ", count).format(count=count)


def erases(count: int) -> str:
    """Words or names of ours that were erased on the device that sends this."""
    return ngettext(
        "1 comment, piece of evidence or name will be erased for good, as on the other device",
        "{count} comments, pieces of evidence or names will be erased for good, as on the other device",
        count,
    ).format(count=count)


def done(count: int) -> str:
    if not count:
        return _("The key is remembered. There was nothing to import.")
    return ngettext("1 audit was imported.", "{count} audits were imported.", count).format(count=count)
