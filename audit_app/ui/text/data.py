"""Words of “Your data”: is it sound, backups, bringing back, moving."""

from audit_app.storage.archive import Manifest

TITLE = "Your data"
BACK = "Back to settings"
LINK = "Your data and backups"  # leads here
PROBLEM_LINK = "See what can be repaired"  # leads here from home, when something is damaged
CHECKING = "Reading every file…"
CHECK_AGAIN = "Check again"

# Is it sound.
SOUND = "Everything is sound"
NOT_SOUND = "Something is damaged"
REPAIR = "Repair from backup"
REPAIR_TITLE = "What can be had back"
REPAIR_MEANS = (
    "Each damaged audit is put together again from its backups and from every line of its file that can still be read. "
    "The damaged file is kept beside it."
)
REPAIRING = "Repairing…"
REPAIRED = "Repaired. Look through the audits named below."
AUTOMATIC = "Each audit is also copied inside the data folder while you work; that helps when one file is damaged."

# A copy elsewhere.
BACKUP = "Make a backup"
BACKUP_MEANS = (
    "One file with all audits, surveys, plans, evidence files and your own questionnaires. Keep it on another disk: a "
    "stick, or a network drive. Whoever has the file can read it."
)
BACKUP_SURVEYS = (
    "Two backups of one day can show which anonymous response came in between, so keep one while a survey runs."
)
DOWNLOAD = "Download a backup"
FOLDER = "Or write it into a folder"
FOLDER_HINT = "For example E:\\Backups or /media/stick"
WRITE = "Write it there"
NO_FOLDER = "Type the folder in which the backup is to stand."
WORKING = "Copying and checking…"
LEFT_OUT = "Not in the backup, because it can’t be read:"

# Back from it.
RESTORE = "Restore from a backup"
RESTORE_MEANS = (
    "You see first what would come back. What is here is kept: audits that are in both are joined, and nothing is "
    "written over."
)
CHOOSE = "Choose a backup file"
READING = "Reading the file…"
WOULD = "What restoring does"
ADD = "Comes back"
REPLACE = "Damaged here beyond repair; comes back, and the damaged one is kept aside"
MERGE = "Is here; more of it comes back"
SAME = "Is here with everything"
ERASED = "Erased here for good, so left out"
REFUSED = "Can’t be restored, so nothing is"
QUESTIONNAIRES = "Questionnaires of your own"
SETTINGS = "Your school and your name are taken over from the backup."
NOTHING_NEW = "Everything in it is here already."
APPLY = "Restore"
CANCEL = "Cancel"
RESTORING = "Restoring…"

# What was taken out.
REMOVED = "Taken out of the list"
BRING_BACK = "Bring back"
BROUGHT_BACK = "The audit is in the list again."

# Where it is.
WHERE = "Where your data is"
NOWHERE = "Nothing is kept on a disk here: it lasts as long as this window."
MOVE = "Move my data"
MOVE_MEANS = (
    "Everything is copied to the new folder and read back. From the next start the app uses the new one; the folder "
    "here stays as it is and is no longer used, so that there are never two that both grow. The demo is not moved."
)
MOVE_TO = "New folder"
MOVE_TO_HINT = "An empty folder, or one that isn’t there yet"
MOVE_NOW = "Copy, check, and use the new folder"
MOVING = "Copying and checking…"


def backed_up(manifest: Manifest) -> str:
    """After a backup was written and read back."""
    audits = "1 audit" if manifest.audits == 1 else f"{manifest.audits} audits"
    files = "1 evidence file" if manifest.evidence == 1 else f"{manifest.evidence} evidence files"
    return f"The backup holds {audits} and {files}. It was read back and is sound."


def written_to(place: str) -> str:
    return f"It is in {place}"


def backup_of(when: str) -> str:
    """Which backup was chosen."""
    return f"A backup of {when}."


def audit(school: str, wave: str, title: str) -> str:
    return f"{title}, {school}, {wave}"


def counts(entries: int, responses: int, files: int, differ: int) -> str:
    """What comes with an audit."""
    parts = [f"{entries} change{'s' * (entries != 1)}"] if entries else []
    parts += [f"{responses} response{'s' * (responses != 1)}"] if responses else []
    parts += [f"{files} evidence file{'s' * (files != 1)}"] if files else []
    parts += [f"{differ} answer{'s' * (differ != 1)} to choose between"] if differ else []
    return f" ({', '.join(parts)})" if parts else ""


def restored(count: int) -> str:
    return "Restored. 1 audit came back." if count == 1 else f"Restored. {count} audits came back."


def removed_on(when: str) -> str:
    return f"Taken out on {when}."


def bring_back(audit_name: str) -> str:
    """Read aloud for the button."""
    return f"Bring back {audit_name}"


def moved(place: str) -> str:
    """After the data was moved."""
    return f"Your data is now in {place}. Close this window and start the app again: it opens the new folder by itself."
