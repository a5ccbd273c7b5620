"""Why a place can’t be used: each reason as the sentence that its user reads. None of them ever holds a password."""

from audit_app.errors import AuditError
from audit_app.language import _, ngettext
from audit_app.sync.refusals import printable

SAFE = _("Your audits are safe here.")


class PlaceError(AuditError):
    """The place as a whole can’t be used; nothing was changed here."""


class NoAddressError(PlaceError):
    def __init__(self) -> None:
        super().__init__(_("Say which folder to share: type its path, or an address such as sftp://server/folder."))


class BadAddressError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            _(
                "“{address}” is not an address that sync understands. Type the path of a folder, or an address "
                "that begins with s3://, webdavs://, https:// or sftp://, without “?” and “#”."
            ).format(address=printable(address))
        )


class PasswordInAddressError(PlaceError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The address holds a password, which others could read on the screen or in lists of commands, so it "
                "was not used. Take it out; passwords belong in the file .netrc in your home folder, or use an SSH key."
            )
        )


class UnencryptedPlaceError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            _(
                "“{address}” is not encrypted: anyone on the way could read your audits and your password. "
                "Use an address that begins with https://, webdavs:// or sftp://."
            ).format(address=printable(address))
        )


class UnknownKindOfPlaceError(PlaceError):
    def __init__(self, scheme: str) -> None:
        super().__init__(
            _(
                "Sync doesn’t know places that begin with “{scheme}://”. It knows folders, s3://, webdavs://, "
                "https:// (WebDAV) and sftp://, and what else the library fsspec can write to once it is installed."
            ).format(scheme=printable(scheme))
        )


class MissingExtraError(PlaceError):
    def __init__(self, scheme: str, extra: str) -> None:
        super().__init__(
            _(
                "Places that begin with “{scheme}://” need a part that is not installed here. "
                "Install it with: pip install “school-audit[{extra}]”"
            ).format(scheme=scheme, extra=extra)
        )


class MissingLibraryError(PlaceError):
    def __init__(self, scheme: str, said: str) -> None:
        super().__init__(
            _("Places that begin with “{scheme}://” need a library that is not installed here: {said}.").format(
                scheme=printable(scheme), said=printable(said)
            )
        )


class PlaceNotFoundError(PlaceError):
    def __init__(self, address: str) -> None:
        question = (
            _("Check the spelling; a folder on a server has to be made there first.")
            if "://" in address
            else _("Is the stick plugged in, or the network connected?")
        )
        super().__init__(
            _("The folder “{address}” is not there. {question}").format(address=printable(address), question=question)
        )


class PlaceForbiddenError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            _(
                "You have no permission to use “{address}”. {safe} "
                "Ask whoever looks after it to let you read and write there."
            ).format(address=printable(address), safe=SAFE)
        )


class LoginRefusedError(PlaceError):
    """`where` is for the command line; a screen asks for name and password instead, if `takes_password`."""

    def __init__(self, address: str, where: str, *, takes_password: bool = True) -> None:
        self.takes_password = takes_password
        super().__init__(_("“{address}” didn’t let you in. {where}").format(address=printable(address), where=where))


class HostNotFoundError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            _("The server of “{address}” can’t be found. {safe} Check the spelling, and that you are online.").format(
                address=printable(address), safe=SAFE
            )
        )


class PlaceUnreachableError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            _(
                "The server of “{address}” doesn’t take the connection, or broke it off. "
                "{safe} Check the address, and try again later."
            ).format(address=printable(address), safe=SAFE)
        )


class PlaceTimeoutError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            _("“{address}” took too long to answer. {safe} Try again when the network is better.").format(
                address=printable(address), safe=SAFE
            )
        )


class PlaceFullError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            _("“{address}” is full. {safe} Make room there, then sync again.").format(
                address=printable(address), safe=SAFE
            )
        )


class UntrustedCertificateError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            _(
                "The server of “{address}” could not prove who it is (its certificate is not trusted), so "
                "nothing was sent. Ask whoever looks after it."
            ).format(address=printable(address))
        )


class LeadsElsewhereError(PlaceError):
    def __init__(self, address: str, elsewhere: str) -> None:
        super().__init__(
            _(
                "“{address}” sends everyone on to “{elsewhere}”. Sync talks only to the place that "
                "you name: if you trust that one, use its address instead."
            ).format(address=printable(address), elsewhere=printable(elsewhere))
        )


class UnknownHostKeyError(PlaceError):
    def __init__(self, host: str, port: int, fingerprint: str) -> None:
        there = printable(host) if port == 22 else f"-p {port} {printable(host)}"
        super().__init__(
            _(
                "The server “{host}” is not known on this device yet, so nothing was sent. Its key is {fingerprint}. "
                "Ask whoever looks after it whether that is right, then accept it by connecting once with “ssh "
                "{there}”."
            ).format(host=printable(host), fingerprint=fingerprint, there=there)
        )


class ChangedHostKeyError(PlaceError):
    def __init__(self, host: str, _port: int, fingerprint: str) -> None:
        super().__init__(
            _(
                "The server “{host}” shows another key ({fingerprint}) than the one that this device knows. "
                "Somebody may be listening in, so nothing was sent. Ask whoever looks after the server."
            ).format(host=printable(host), fingerprint=fingerprint)
        )


class PlaceUnusableError(PlaceError):
    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            _("“{address}” can’t be used: {reason}. {safe} Try again when it can.").format(
                address=printable(address), reason=printable(reason), safe=SAFE
            )
        )


class FewerFilesError(PlaceError):
    """Raised before anything is changed; passing it over is the user's to decide."""

    def __init__(self, address: str, gone: int, left: int) -> None:
        if left:
            what = ngettext(
                "“{address}” held files from other devices last time, and 1 file of them is no longer there, so "
                "nothing was changed.",
                "“{address}” held files from other devices last time, and {count} files of them are no longer there, "
                "so nothing was changed.",
                gone,
            )
        else:
            what = _(
                "“{address}” held files from other devices last time, and now none is there, so nothing was changed."
            )
        remedy = _(
            "Check that it is the right folder and that all is downloaded. If they were taken out on purpose, nothing "
            "is lost here: say so, and go on."
        )
        self.question = f"{what.format(address=printable(address), count=gone)} {remedy}"
        """Without how to say so, which the screen shows as a button."""
        super().__init__(_("{question} On the command line: --accept-empty").format(question=self.question))
