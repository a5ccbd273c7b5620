"""What can go wrong with a data folder, each in one sentence for the person who must act."""

import errno
from pathlib import Path
from typing import Literal

from audit_app.errors import AuditError

Cause = Literal["full", "not allowed", "gone", "other"]

_CAUSES: dict[int, Cause] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "not allowed",
    errno.EACCES: "not allowed",
    errno.EPERM: "not allowed",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.ENODEV: "gone",
    errno.ENXIO: "gone",
    errno.ESTALE: "gone",
    errno.EBADF: "gone",
}
_WORDS: dict[Cause, tuple[str, str]] = {
    "full": ("the disk is full", "Free some space, then try again"),
    "not allowed": (
        "the data folder may not be written to",
        "Check that it is not set to read-only and belongs to you, then try again",
    ),
    "gone": (
        "the data folder is no longer there",
        "If it is on a stick or a network drive, connect it again, then try again",
    ),
    "other": ("the disk reported an error", "Try again; if it happens again, copy your data folder to another disk"),
}


def cause_of(problem: OSError) -> Cause:
    return _CAUSES.get(problem.errno or 0, "other")


class KeepError(AuditError):
    """Something could not be written; nothing of it was kept, and everything before it is as it was."""

    def __init__(self, problem: OSError, what: str = "Your last answer") -> None:
        self.cause: Cause = cause_of(problem)
        happened, remedy = _WORDS[self.cause]
        detail = f" ({problem.strerror})" if self.cause == "other" and problem.strerror else ""
        super().__init__(
            f"{what} could not be saved: {happened}{detail}. {remedy}. Everything saved before it is safe."
        )


class UnreadableFolderError(AuditError):
    def __init__(self, problem: OSError) -> None:
        self.cause: Cause = cause_of(problem)
        happened, remedy = _WORDS[self.cause]
        if self.cause == "not allowed":
            happened, remedy = "the data folder may not be read", "Check that it belongs to you, then try again"
        detail = f" ({problem.strerror})" if problem.strerror else ""
        super().__init__(f"Your data could not be read: {happened}{detail}. {remedy}. Nothing was changed.")


class UnopenableFolderError(AuditError):
    def __init__(self, folder: Path, problem: OSError) -> None:
        self.cause: Cause = cause_of(problem)
        happened, remedy = _WORDS[self.cause]
        detail = f" ({problem.strerror})" if problem.strerror else ""
        super().__init__(
            f"The data folder {folder} can't be opened: {happened}{detail}. {remedy}. Nothing was changed."
        )


class ChangedElsewhereError(AuditError):
    """The file is not as this process left it, so adding to it could do harm."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Your last answer could not be saved: another program changed {path.parent.name}/{path.name} in the data "
            "folder. Open the audit again, look whether it is complete, and answer again."
        )


class UnkeepableValueError(AuditError):
    def __init__(self, what: str) -> None:
        super().__init__(
            f"This can't be saved because {what}. Nothing was changed. Shorten it or leave it out, then try again."
        )


class FolderInUseError(AuditError):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The data folder {folder} is open in another window or command. Use that one, or close it and try again."
        )


class ReadOnlyStoreError(AuditError):
    def __init__(self) -> None:
        super().__init__("The data folder was opened for reading only, so nothing was changed.")


class NewerFormatError(AuditError):
    def __init__(self, what: str, version: int, known: int) -> None:
        super().__init__(
            f"{what} was written by a newer version of this app (format {version}; this one knows {known}). "
            "Update the app to open it. The file was not touched."
        )


class DamagedSettingsError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"The settings can't be read: {where} in the data folder is damaged. Your audits are not affected. "
            "Run “audit-app doctor --repair” to set it aside and start with fresh settings."
        )


class DamagedKnownKeysError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"The keys by which other schools’ files are known can't be read: {where} in the data folder is damaged. "
            "Your audits are not affected. Run “audit-app doctor --repair” to set it aside; each school’s key is then "
            "asked about anew."
        )


class DamagedDecisionsError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"What you decided about matches can't be read: {where} in the data folder is damaged. Your audits are not "
            "affected. Run “audit-app doctor --repair” to set it aside; matches are then suggested as if nothing had "
            "been decided."
        )


class DamagedMeetingsError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"The list of meetings can't be read: {where} in the data folder is damaged. Your audits are not affected. "
            "Run “audit-app doctor --repair” to set it aside and begin a new list."
        )


class DamagedAttachmentError(AuditError):
    def __init__(self, sha256: str) -> None:
        super().__init__(f"The evidence file {sha256[:12]}… is damaged: it is not what was added. Add the file again.")
