"""What can go wrong with a data folder, each in one sentence for the person who must act."""

import errno
from pathlib import Path
from typing import Literal

from audit_app.errors import AuditError
from audit_app.language import _

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
    "full": (_("the disk is full"), _("Free some space, then try again")),
    "not allowed": (
        _("the data folder may not be written to"),
        _("Check that it is not set to read-only and belongs to you, then try again"),
    ),
    "gone": (
        _("the data folder is no longer there"),
        _("If it is on a stick or a network drive, connect it again, then try again"),
    ),
    "other": (
        _("the disk reported an error"),
        _("Try again; if it happens again, copy your data folder to another disk"),
    ),
}


def cause_of(problem: OSError) -> Cause:
    return _CAUSES.get(problem.errno or 0, "other")


class KeepError(AuditError):
    """Something could not be written; nothing of it was kept, and everything before it is as it was."""

    def __init__(self, problem: OSError, what: str = _("What you did last")) -> None:
        self.cause: Cause = cause_of(problem)
        happened, remedy = _WORDS[self.cause]
        detail = f" ({problem.strerror})" if self.cause == "other" and problem.strerror else ""
        super().__init__(
            _("{what} could not be saved: {happened}{detail}. {remedy}. Everything saved before it is safe.").format(
                what=what, happened=happened, detail=detail, remedy=remedy
            )
        )


class UnreadableFolderError(AuditError):
    def __init__(self, problem: OSError) -> None:
        self.cause: Cause = cause_of(problem)
        happened, remedy = _WORDS[self.cause]
        if self.cause == "not allowed":
            happened, remedy = _("the data folder may not be read"), _("Check that it belongs to you, then try again")
        detail = f" ({problem.strerror})" if problem.strerror else ""
        super().__init__(
            _("Your data could not be read: {happened}{detail}. {remedy}. Nothing was changed.").format(
                happened=happened, detail=detail, remedy=remedy
            )
        )


class UnopenableFolderError(AuditError):
    def __init__(self, folder: Path, problem: OSError) -> None:
        self.cause: Cause = cause_of(problem)
        happened, remedy = _WORDS[self.cause]
        detail = f" ({problem.strerror})" if problem.strerror else ""
        super().__init__(
            _("The data folder {folder} can't be opened: {happened}{detail}. {remedy}. Nothing was changed.").format(
                folder=folder, happened=happened, detail=detail, remedy=remedy
            )
        )


class ChangedElsewhereError(AuditError):
    """The file is not as this process left it, so adding to it could do harm."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "What you did last could not be saved: another program changed {name}/{path_name} in the data "
                "folder. Open the audit again, look whether it is complete, and answer again."
            ).format(name=path.parent.name, path_name=path.name)
        )


class UnkeepableValueError(AuditError):
    def __init__(self, what: str) -> None:
        super().__init__(
            _(
                "This can't be saved because {what}. Nothing was changed. Shorten it or leave it out, then try again."
            ).format(what=what)
        )


class FolderInUseError(AuditError):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            _(
                "The data folder {folder} is open in another window or command. Use that one, or close it and try "
                "again."
            ).format(folder=folder)
        )


class ReadOnlyStoreError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("The data folder was opened for reading only, so nothing was changed."))


class NewerFormatError(AuditError):
    def __init__(self, what: str, version: int, known: int) -> None:
        super().__init__(
            _(
                "{what} was written by a newer version of this app (format {version}; this one knows {known}). "
                "Update the app to open it. The file was not touched."
            ).format(what=what, version=version, known=known)
        )


class DamagedSettingsError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            _(
                "The settings can't be read: {where} in the data folder is damaged. Your audits are not affected. "
                "Open “Your data” in the settings, or run “audit-app doctor --repair”, to set it aside and start with "
                "fresh settings."
            ).format(where=where)
        )


class DamagedKnownKeysError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            _(
                "The keys by which other schools’ files are known can't be read: {where} in the data folder is "
                "damaged. Your audits are not affected. Open “Your data” in the settings, or run “audit-app doctor "
                "--repair”, to set it aside; each school’s key is then asked about anew."
            ).format(where=where)
        )


class DamagedDecisionsError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            _(
                "What you decided about matches can't be read: {where} in the data folder is damaged. Your audits are "
                "not affected. Open “Your data” in the settings, or run “audit-app doctor --repair”, to set it aside; "
                "matches are then suggested as if nothing had been decided."
            ).format(where=where)
        )


class DamagedMeetingsError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            _(
                "The list of meetings can't be read: {where} in the data folder is damaged. Your audits are not "
                "affected. Open “Your data” in the settings, or run “audit-app doctor --repair”, to set it aside and "
                "begin a new list."
            ).format(where=where)
        )


class DamagedAttachmentError(AuditError):
    def __init__(self, sha256: str) -> None:
        super().__init__(
            _("The evidence file {sha256}… is damaged: it is not what was added. Add the file again.").format(
                sha256=sha256[:12]
            )
        )
