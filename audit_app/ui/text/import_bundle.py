"""Words of the screen that imports files."""

TITLE = "Import"
INTRO = "Choose files that School Audit exported. You see what would happen before anything is changed."
CHOOSE = "Choose files"
READING = "The files are being read…"
SURVEY_FILE = {
    "invitation": "That file is an invitation to a survey. Choose it here to answer.",
    "response": "Among those files are answers to a survey. Choose them here to take them in.",
}
WOULD = "What importing does"
ADD = "New here"
MERGE = "Known, and more of it comes"
CONFLICT = "Known, and some answers differ"
ERASED = "Erased here for good, so left out"
SAME = "Nothing new"
REFUSED = "Can’t be imported"
APPLY = "Import"
CANCEL = "Don’t import"
NOTHING_NEW = "Everything in these files is here already. There is nothing to import."
ALL_OR_NOTHING = "Because of this, nothing can be imported. Take the file out and choose the others again."
CONFLICT_MEANS = "Both answers are kept side by side until you choose one. Until then neither counts in a score."

# A sealed file.
SEALED_MEANS = "Only the passphrase opens it. Ask whoever sent it, by telephone or in person."
SEAL_FIELD = "Passphrase"
SHOW = "Show what I type"
OPEN = "Open it"

# Whose signature a file carries.
SENT_BY = "Who signed it"
SIGNED = {  # by what is known of the key; “new” says more, below
    "own": "signed on this device",
    "known": "signed with a key that you know from earlier files",
    "accepted": "signed with the key that you just accepted",
    "unsigned": "not signed, so nothing shows who made it",
    "unchecked": "signed, but this device can’t check signatures",
}
NAMESAKE = "Take care: another school of this name is known here, with another number (URN)."
ANOTHER_KEY = (
    "It is signed with a key that is not known for this school. That is so when a school exports from another device, "
    "or installed the app anew. A forged file would look like this, too."
)
NO_SIGNATURE = (
    "It carries no signature that can be checked, though this school has signed its files before. A forged file would "
    "look like this, too."
)
THIS_KEY = "Fingerprint of the key of this file"
KNOWN_KEYS = "Known for this school so far"
HOW_TO_ASK = (
    "Ask the school by telephone, not in an answer to the message that the file came with: their “Export” screen shows "
    "their fingerprint. Accept the key when it is the same, number for number."
)
HOW_TO_ASK_WITHOUT = "Ask the school by telephone whether they made this file and sent it to you."
KEEP_KEY = "Remember the key"  # instead of “Import”, when the files hold nothing new
ACCEPT_KEY = "They confirmed it: accept this key"
ACCEPT_UNSIGNED = "They confirmed it: accept it this once"


def audit(school: str, title: str, wave: str) -> str:
    return f"{school}: {title}, {wave}"


def sealed(name: str) -> str:
    return f"“{name}” is sealed"


def is_it_from(name: str, school: str) -> str:
    return f"Is “{name}” really from {school}?"


def sent(name: str, signed: str) -> str:
    return f"{name}: {signed}"


def signed(trust: str, fingerprint: str | None, namesake: bool) -> str:
    """What stands after a file's name."""
    if trust != "new":
        return SIGNED[trust]
    said = f"signed with a key that is new here, and known from now on. Its fingerprint: {fingerprint}"
    return f"{said}. {NAMESAKE}" if namesake else said


def entries(count: int) -> str:
    return "1 change comes" if count == 1 else f"{count} changes come"


def differ(count: int) -> str:
    return "1 answer differs" if count == 1 else f"{count} answers differ"


def erases(count: int) -> str:
    """Words or names of ours that were erased on the device that sends this."""
    things = "1 comment, piece of evidence or name" if count == 1 else f"{count} comments, pieces of evidence or names"
    return f"{things} will be erased for good, as on the other device"


def done(count: int) -> str:
    if not count:
        return "The key is remembered. There was nothing to import."
    return "1 audit was imported." if count == 1 else f"{count} audits were imported."
