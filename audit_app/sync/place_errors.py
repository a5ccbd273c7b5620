"""Why a place can’t be used: each reason as the sentence that its user reads. None of them ever holds a password."""

from audit_app.errors import AuditError
from audit_app.sync.refusals import printable

SAFE = "Your audits are safe here."


class PlaceError(AuditError):
    """The place as a whole can’t be used; nothing was changed here."""


class NoAddressError(PlaceError):
    def __init__(self) -> None:
        super().__init__("Say which folder to share: type its path, or an address such as sftp://server/folder.")


class BadAddressError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            f"“{printable(address)}” is not an address that sync understands. Type the path of a folder, or an address "
            "that begins with s3://, webdavs://, https:// or sftp://, without “?” and “#”."
        )


class PasswordInAddressError(PlaceError):
    def __init__(self) -> None:
        super().__init__(
            "The address holds a password, which others could read on the screen or in lists of commands, so it was "
            "not used. Take it out; passwords belong in the file .netrc in your home folder, or use an SSH key."
        )


class UnencryptedPlaceError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            f"“{printable(address)}” is not encrypted: anyone on the way could read your audits and your password. "
            "Use an address that begins with https://, webdavs:// or sftp://."
        )


class UnknownKindOfPlaceError(PlaceError):
    def __init__(self, scheme: str) -> None:
        super().__init__(
            f"Sync doesn’t know places that begin with “{printable(scheme)}://”. It knows folders, s3://, webdavs://, "
            "https:// (WebDAV) and sftp://, and what else the library fsspec can write to once it is installed."
        )


class MissingExtraError(PlaceError):
    def __init__(self, scheme: str, extra: str) -> None:
        super().__init__(
            f"Places that begin with “{scheme}://” need a part that is not installed here. "
            f"Install it with: pip install “school-audit[{extra}]”"
        )


class MissingLibraryError(PlaceError):
    def __init__(self, scheme: str, said: str) -> None:
        super().__init__(
            f"Places that begin with “{printable(scheme)}://” need a library that is not installed here: "
            f"{printable(said)}."
        )


class PlaceNotFoundError(PlaceError):
    def __init__(self, address: str) -> None:
        question = (
            "Check the spelling; a folder on a server has to be made there first."
            if "://" in address
            else "Is the stick plugged in, or the network connected?"
        )
        super().__init__(f"The folder “{printable(address)}” is not there. {question}")


class PlaceForbiddenError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            f"You have no permission to use “{printable(address)}”. {SAFE} "
            "Ask whoever looks after it to let you read and write there."
        )


class LoginRefusedError(PlaceError):
    def __init__(self, address: str, where: str) -> None:
        super().__init__(f"“{printable(address)}” didn’t let you in. {where}")


class HostNotFoundError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            f"The server of “{printable(address)}” can’t be found. {SAFE} Check the spelling, and that you are online."
        )


class PlaceUnreachableError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            f"The server of “{printable(address)}” doesn’t take the connection, or broke it off. "
            f"{SAFE} Check the address, and try again later."
        )


class PlaceTimeoutError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            f"“{printable(address)}” took too long to answer. {SAFE} Try again when the network is better."
        )


class PlaceFullError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(f"“{printable(address)}” is full. {SAFE} Make room there, then sync again.")


class UntrustedCertificateError(PlaceError):
    def __init__(self, address: str) -> None:
        super().__init__(
            f"The server of “{printable(address)}” could not prove who it is (its certificate is not trusted), so "
            "nothing was sent. Ask whoever looks after it."
        )


class LeadsElsewhereError(PlaceError):
    def __init__(self, address: str, elsewhere: str) -> None:
        super().__init__(
            f"“{printable(address)}” sends everyone on to “{printable(elsewhere)}”. Sync talks only to the place that "
            "you name: if you trust that one, use its address instead."
        )


class UnknownHostKeyError(PlaceError):
    def __init__(self, host: str, port: int, fingerprint: str) -> None:
        there = printable(host) if port == 22 else f"-p {port} {printable(host)}"
        super().__init__(
            f"The server “{printable(host)}” is not known on this device yet, so nothing was sent. Its key is "
            f"{fingerprint}. Ask whoever looks after it whether that is right, then accept it by connecting once with "
            f"“ssh {there}”."
        )


class ChangedHostKeyError(PlaceError):
    def __init__(self, host: str, _: int, fingerprint: str) -> None:
        super().__init__(
            f"The server “{printable(host)}” shows another key ({fingerprint}) than the one that this device knows. "
            "Somebody may be listening in, so nothing was sent. Ask whoever looks after the server."
        )


class PlaceUnusableError(PlaceError):
    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"“{printable(address)}” can’t be used: {printable(reason)}. {SAFE} Try again when it can.")


class FewerFilesError(PlaceError):
    """Raised before anything is changed; passing it over is the user's to decide."""

    def __init__(self, address: str, gone: int, left: int) -> None:
        files = "1 file of them is" if gone == 1 else f"{gone} files of them are"
        now = f"and {files} no longer" if left else "and now none is"
        self.question = (
            f"“{printable(address)}” held files from other devices last time, {now} there, so nothing was changed. "
            "Check that it is the right folder and that all is downloaded. If they were taken out on purpose, nothing "
            "is lost here: say so, and go on."
        )
        """Without how to say so, which the screen shows as a button."""
        super().__init__(f"{self.question} On the command line: --accept-empty")
