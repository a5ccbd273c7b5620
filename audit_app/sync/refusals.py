"""Refusals: every reason why a file is not taken for a sound bundle, each as the sentence that its receiver reads."""

from audit_app.errors import AuditError

ASK = "Ask its sender for a new one."


def printable(text: str) -> str:
    """A name, key or place from elsewhere, so that it can stand in a sentence on any screen."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in text[:120])
    return shown if len(text) <= 120 else f"{shown}…"


class UnopenedFileError(AuditError):
    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"“{name}” can't be opened: {reason}. Check where it is, then try again.")


class NotABundleError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is not a file that School Audit exported. Choose the one that “Export” made.")


class NewerFormatError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” was made by a newer School Audit. Update the app, then import it again.")


class EncodingError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” was saved again by another program, in an encoding that bundles don't have. "
            "Take the file as it was sent, without opening it elsewhere first."
        )


class DamagedJsonError(AuditError):
    def __init__(self, name: str, line: int) -> None:
        super().__init__(f"“{name}” is damaged at line {line}, so nothing was taken from it. {ASK}")


class RepeatedKeyError(AuditError):
    def __init__(self, name: str, key: str) -> None:
        super().__init__(f"“{name}” says “{key}” twice in one place, so it was altered outside the app. {ASK}")


class ImpossibleResponseError(AuditError):
    def __init__(self, name: str, audit_id: str) -> None:
        super().__init__(
            f"“{name}” brings responses to “{printable(audit_id)}” that no colleague can have handed in, so nothing "
            f"was taken from it. {ASK}"
        )


class TooManyKeysError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” holds an object with more keys than any that School Audit writes. {ASK}")


class UnusableNumberError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” holds a number that is too large, or none at all (NaN, Infinity). {ASK}")


class BrokenTextError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” holds half a character (a lone surrogate), which can't be kept or shown. {ASK}")


class MalformedBundleError(AuditError):
    def __init__(self, name: str, place: str, what: str) -> None:
        super().__init__(f"“{name}” is not as a bundle must be: {what} at {place}. {ASK}")


class WrongChecksumError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” was changed after it was exported: its checksum doesn't match. {ASK}")


class WrongSignatureError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” was altered: its signature is not one of what it holds, so it was not read. {ASK}")


class WrongEvidenceError(AuditError):
    def __init__(self, name: str, sha256: str) -> None:
        super().__init__(f"In “{name}” the evidence file {sha256[:12]}… is not the one that was sent. {ASK}")


class UnnamedEvidenceError(AuditError):
    def __init__(self, name: str, sha256: str) -> None:
        super().__init__(f"“{name}” carries a file ({sha256[:12]}…) that no evidence in it speaks of. {ASK}")


class RepeatedStampError(AuditError):
    def __init__(self, name: str, stamp: str) -> None:
        super().__init__(f"“{name}” holds two entries of one stamp ({stamp}), so it was altered outside the app. {ASK}")


class RepeatedAuditError(AuditError):
    def __init__(self, name: str, audit: str) -> None:
        super().__init__(f"“{name}” holds the audit “{audit}” twice, so it was altered outside the app. {ASK}")


class ImpossibleDateError(AuditError):
    def __init__(self, name: str, place: str) -> None:
        super().__init__(f"“{name}” holds a date that can't be, at {place}. {ASK}")


class UnlistedQuestionnaireError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” doesn't list the questionnaires that its audits answer. {ASK}")


class MoreThanSharedError(AuditError):
    def __init__(self, name: str, share: str) -> None:
        super().__init__(f"“{name}” says that it shares “{share}” but holds more than that. {ASK}")


class UnreadableEntryError(AuditError):
    def __init__(self, name: str, subject: str, field: str) -> None:
        about = f"a {printable(field)} about “{printable(subject)}”"
        super().__init__(f"“{name}” holds {about} that can't be shown as one. {ASK}")
