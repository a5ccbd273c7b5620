"""Words of “Your data”: is it sound, backups, bringing back, moving."""

from audit_app.language import _, ngettext
from audit_app.regional import listed
from audit_app.storage.archive import Manifest

TITLE = _("Your data")
BACK = _("Back to settings")
LINK = _("Your data and backups")  # leads here
PROBLEM_LINK = _("See what can be repaired")  # leads here from home, when something is damaged
CHECKING = _("Reading every file…")
CHECK_AGAIN = _("Check again")

# Is it sound.
SOUND = _("Everything is sound")
NOT_SOUND = _("Something is damaged")
REPAIR = _("Repair from backup")
LIST_OLD = _("The list of audits is out of date")
LIST_MEANS = _("Only the list is: it is made again from the audits, now or when the app starts next.")
RENEW_LIST = _("Renew the list")
REPAIR_TITLE = _("What can be had back")
REPAIR_MEANS = _(
    "Each damaged audit is put together again from its backups and from every line of its file that can still be read. "
    "The damaged file is kept beside it."
)
REPAIRING = _("Repairing…")
REPAIRED = _("Repaired. Look through the audits named below.")
AUTOMATIC = _("Each audit is also copied inside the data folder while you work; that helps when one file is damaged.")

# A copy elsewhere.
BACKUP = _("Make a backup")
BACKUP_MEANS = _(
    "One file with all audits, surveys, plans, evidence files and your own questionnaires. Keep it on another disk: a "
    "stick, or a network drive. Whoever has the file can read it."
)
BACKUP_SURVEYS = _("While a survey runs, keep only one backup: two can show which response came in between.")
DOWNLOAD = _("Download a backup")
FOLDER = _("Or write it into a folder")
FOLDER_HINT = _("For example E:\\Backups or /media/stick")
WRITE = _("Write it there")
NO_FOLDER = _("Type the folder in which the backup is to stand.")
WORKING = _("Copying and checking…")
LEFT_OUT = _("Not in the backup, because it can’t be read:")

# Back from it.
RESTORE = _("Restore from a backup")
RESTORE_MEANS = _(
    "You see first what would come back. What is here is kept: audits that are in both are joined, and nothing is "
    "written over."
)
CHOOSE = _("Choose a backup file")
READING = _("Reading the file…")
WOULD = _("What restoring does")
ADD = _("Comes back")
REPLACE = _("Damaged here beyond repair; comes back, and the damaged one is kept aside")
MERGE = _("Is here; more of it comes back")
SAME = _("Is here with everything")
ERASED = _("Erased here for good, so left out")
REFUSED = _("Can’t be restored, so nothing is")
QUESTIONNAIRES = _("Questionnaires of your own")
UNKNOWN_QUESTIONNAIRE = _("A questionnaire that isn’t here")  # in place of its title
SETTINGS = _("Your school and your name are taken over from the backup.")
NOTHING_NEW = _("Everything in it is here already.")
APPLY = _("Restore")
CANCEL = _("Cancel")
RESTORING = _("Restoring…")
SEE_AUDITS = _("See the audits")

# What was taken out.
REMOVED = _("Taken out of the list")
BRING_BACK = _("Bring back")
BROUGHT_BACK = _("The audit is in the list again.")
OPEN = _("Open it")

# Where it is.
WHERE = _("Where your data is")
NOWHERE = _("Nothing is kept on a disk here: it lasts as long as this window.")
MOVE = _("Move my data")
MOVE_MEANS = _(
    "Everything is copied to the new folder and read back. From the next start the app uses the new one; the folder "
    "here stays as it is and is no longer used, so that there are never two that both grow. The demo is not moved."
)
MOVE_TO = _("New folder")
MOVE_TO_HINT = _("An empty folder, or one that isn’t there yet")
NO_NEW_FOLDER = _("Type the folder to which your data is to move.")
MOVE_NOW = _("Copy, check, and use the new folder")
MOVING = _("Copying and checking…")

# If something goes wrong.
LOG = _("If something goes wrong")
LOG_MEANS = _(
    "The app writes down what went wrong in it, and when. Send this file to whoever helps you: it holds no answers, no "
    "comments and no names."
)
SAVE_LOG = _("Save the log file")
NO_LOG = _("There is no log file: the app can’t write one in this data folder.")


def backed_up(manifest: Manifest) -> str:
    """After a backup was written and read back."""
    audits = ngettext("1 audit", "{count} audits", manifest.audits).format(count=manifest.audits)
    files = ngettext("1 evidence file", "{count} evidence files", manifest.evidence).format(count=manifest.evidence)
    return _("The backup holds {audits} and {files}. It was read back and is sound.").format(audits=audits, files=files)


def written_to(place: str) -> str:
    return _("It is in {place}").format(place=place)


def backup_of(when: str) -> str:
    """Which backup was chosen."""
    return _("A backup of {when}.").format(when=when)


def audit(school: str, wave: str, title: str) -> str:
    return f"{title}, {school}, {wave}"


def counts(entries: int, responses: int, files: int, differ: int) -> str:
    """What comes with an audit."""
    parts = [
        (entries, ngettext("1 change", "{count} changes", entries)),
        (responses, ngettext("1 response", "{count} responses", responses)),
        (files, ngettext("1 evidence file", "{count} evidence files", files)),
        (differ, ngettext("1 answer to choose between", "{count} answers to choose between", differ)),
    ]
    said = ", ".join(words.format(count=count) for count, words in parts if count)
    return f" ({said})" if said else ""


def lists(meetings: int, decisions: int) -> str:
    """What comes back of the gardener's lists."""
    parts = [ngettext("1 meeting", "{count} meetings", meetings).format(count=meetings)] if meetings else []
    if decisions:
        about = ngettext("1 decision about matches", "{count} decisions about matches", decisions)
        parts.append(about.format(count=decisions))
    return _("Comes along: {what}.").format(what=listed(parts))


def restored(count: int) -> str:
    return ngettext("Restored. 1 audit came back.", "Restored. {count} audits came back.", count).format(count=count)


def removed_on(when: str) -> str:
    return _("Taken out on {when}.").format(when=when)


def open_again(audit_name: str) -> str:
    """Read aloud for the button that opens what was brought back."""
    return _("Open {audit_name}").format(audit_name=audit_name)


def bring_back(audit_name: str) -> str:
    """Read aloud for the button."""
    return _("Bring back {audit_name}").format(audit_name=audit_name)


def moved(place: str) -> str:
    """After the data was moved."""
    return _(
        "Your data is now in {place}. Close this window and start the app again: it opens the new folder by itself."
    ).format(place=place)
