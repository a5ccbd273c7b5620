"""Refusals: every reason why a file is not taken for a sound bundle, each as the sentence that its receiver reads."""

from collections.abc import Sequence

from audit_app.errors import AuditError
from audit_app.language import _, ngettext

ASK = _("Ask its sender for a new one.")


def printable(text: str) -> str:
    """A name, key or place from elsewhere, so that it can stand in a sentence on any screen."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in text[:120])
    return shown if len(text) <= 120 else f"{shown}…"


class UnopenedFileError(AuditError):
    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _("“{name}” can't be opened: {reason}. Check where it is, then try again.").format(name=name, reason=reason)
        )


class UnusableFilesError(AuditError):
    """Several of the files that were given; each in a line, with its reason."""

    def __init__(self, reasons: Sequence[str], bad: int, of: int) -> None:
        said = ngettext(
            "{bad} of {of} files can't be used, so none of them was.",
            "{bad} of {of} files can't be used, so none of them was.",
            bad,
        ).format(bad=bad, of=of)
        super().__init__("\n".join([said, *reasons]))


class NotABundleError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” is not a file that School Audit exported. Choose the one that “Export” made.").format(name=name)
        )


class ArchiveError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” holds no answers that can be imported here. A backup is brought back under “Your data”, a "
                "spreadsheet with questions under “Library”."
            ).format(name=name)
        )


class QuestionnaireInsteadError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(_("“{name}” holds questions, not answers. Import it under “Library”.").format(name=name))


class NewerFormatError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” was made by a newer School Audit. Update the app, then import it again.").format(name=name)
        )


class EncodingError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” was saved again by another program, in an encoding that bundles don't have. "
                "Take the file as it was sent, without opening it elsewhere first."
            ).format(name=name)
        )


class DamagedJsonError(AuditError):
    def __init__(self, name: str, line: int) -> None:
        super().__init__(
            _("“{name}” is damaged at line {line}, so nothing was taken from it. {ask}").format(
                name=name, line=line, ask=ASK
            )
        )


class RepeatedKeyError(AuditError):
    def __init__(self, name: str, key: str) -> None:
        super().__init__(
            _("“{name}” says “{key}” twice in one place, so it was altered outside the app. {ask}").format(
                name=name, key=key, ask=ASK
            )
        )


class ImpossibleResponseError(AuditError):
    def __init__(self, name: str, audit_id: str) -> None:
        super().__init__(
            _(
                "“{name}” brings responses to “{audit_id}” that no colleague can have handed in, so nothing "
                "was taken from it. {ask}"
            ).format(name=name, audit_id=printable(audit_id), ask=ASK)
        )


class TooManyKeysError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” holds an object with more keys than any that School Audit writes. {ask}").format(
                name=name, ask=ASK
            )
        )


class UnusableNumberError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” holds a number that is too large, or none at all (NaN, Infinity). {ask}").format(
                name=name, ask=ASK
            )
        )


class BrokenTextError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” holds half a character (a lone surrogate), which can't be kept or shown. {ask}").format(
                name=name, ask=ASK
            )
        )


class MalformedBundleError(AuditError):
    def __init__(self, name: str, place: str, what: str) -> None:
        super().__init__(
            # Translators: at the end, for whoever looks for the cause: “a wrong value stands at audits[0].by”.
            _("“{name}” is damaged, or was not made by School Audit. {ask} The cause: {what} at {place}.").format(
                name=name, what=what, place=place, ask=ASK
            )
        )


class UnknownPartError(AuditError):
    def __init__(self, name: str, place: str) -> None:
        super().__init__(
            _(
                "“{name}” holds something that this School Audit does not know, at {place}: a newer one may have made "
                "it. Update the app, then import it again. If that does not help, ask its sender for a new one."
            ).format(name=name, place=place)
        )


class WrongChecksumError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” was changed after it was exported: its checksum doesn't match. {ask}").format(
                name=name, ask=ASK
            )
        )


class WrongSignatureError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” was altered: its signature is not one of what it holds, so it was not read. {ask}").format(
                name=name, ask=ASK
            )
        )


class WrongEvidenceError(AuditError):
    def __init__(self, name: str, sha256: str) -> None:
        super().__init__(
            _("In “{name}” the evidence file {sha256}… is not the one that was sent. {ask}").format(
                name=name, sha256=sha256[:12], ask=ASK
            )
        )


class UnnamedEvidenceError(AuditError):
    def __init__(self, name: str, sha256: str) -> None:
        super().__init__(
            _("“{name}” carries a file ({sha256}…) that no evidence in it speaks of. {ask}").format(
                name=name, sha256=sha256[:12], ask=ASK
            )
        )


class RepeatedStampError(AuditError):
    def __init__(self, name: str, stamp: str) -> None:
        super().__init__(
            _("“{name}” holds two entries of one stamp ({stamp}), so it was altered outside the app. {ask}").format(
                name=name, stamp=stamp, ask=ASK
            )
        )


class RepeatedAuditError(AuditError):
    def __init__(self, name: str, audit: str) -> None:
        super().__init__(
            _("“{name}” holds the audit “{audit}” twice, so it was altered outside the app. {ask}").format(
                name=name, audit=audit, ask=ASK
            )
        )


class ImpossibleDateError(AuditError):
    def __init__(self, name: str, place: str) -> None:
        super().__init__(
            _("“{name}” holds a date that can't be, at {place}. {ask}").format(name=name, place=place, ask=ASK)
        )


class UnlistedQuestionnaireError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” doesn't list the questionnaires that its audits answer. {ask}").format(name=name, ask=ASK)
        )


class MoreThanSharedError(AuditError):
    def __init__(self, name: str, share: str) -> None:
        super().__init__(
            _("“{name}” says that it shares “{share}” but holds more than that. {ask}").format(
                name=name, share=share, ask=ASK
            )
        )


class UnreadableEntryError(AuditError):
    def __init__(self, name: str, subject: str, field: str) -> None:
        about = _("a {field} about “{subject}”").format(field=printable(field), subject=printable(subject))
        super().__init__(
            _("“{name}” holds {about} that can't be shown as one. {ask}").format(name=name, about=about, ask=ASK)
        )
