"""The address of a place, as it was typed: the path of a folder, or a URL."""

from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import url2pathname

from audit_app.responses.model import Frozen
from audit_app.sync.place_errors import (
    BadAddressError,
    NoAddressError,
    PasswordInAddressError,
    UnencryptedPlaceError,
)

Kind = Literal["folder", "s3", "webdav", "sftp", "other"]

KINDS: dict[str, Kind] = {
    "file": "folder",
    "s3": "s3",
    "s3a": "s3",
    "webdav": "webdav",
    "webdavs": "webdav",
    "dav": "webdav",
    "davs": "webdav",
    "http": "webdav",
    "https": "webdav",
    "sftp": "sftp",
    "ssh": "sftp",
}
ENCRYPTED_NOT = {"http", "webdav", "dav", "ftp"}
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
"""Nobody listens in between two programs on one machine."""


class Address(Frozen):
    """Where a place is; it never holds a password."""

    text: str
    """One spelling for one place: to be remembered by, and shown."""
    kind: Kind
    scheme: str = ""
    host: str = ""
    port: int | None = None
    user: str = ""
    path: str = ""
    """Of a folder on this machine, or on the server: decoded, without a slash at its end."""


def read_address(typed: str) -> Address:
    """Raises NoAddressError, BadAddressError, PasswordInAddressError, UnencryptedPlaceError."""
    text = typed.strip()
    if not text:
        raise NoAddressError
    if "\0" in text or not text.isprintable():
        raise BadAddressError(text)
    if "://" not in text:
        return _folder(Path(text))
    parts = _split(text)
    if "@" in parts.netloc and ":" in parts.netloc.rpartition("@")[0]:
        raise PasswordInAddressError
    if parts.query or parts.fragment or "::" in text:  # several addresses in one are fsspec's, and lead anywhere
        raise BadAddressError(f"{parts.scheme}://…")
    scheme = parts.scheme.lower()
    if scheme == "file":
        return _folder(Path(url2pathname(parts.path)))
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise BadAddressError(text) from None
    kind = KINDS.get(scheme, "other")
    if not host:
        raise BadAddressError(text)
    if scheme in ENCRYPTED_NOT and host not in LOOPBACK:
        raise UnencryptedPlaceError(text)
    rest = text.partition("://")[2].rstrip("/")
    path = parts.path if kind in ("s3", "other") else unquote(parts.path)
    return Address(
        text=f"{scheme}://{rest}",
        kind=kind,
        scheme=scheme,
        host=host if kind in ("webdav", "sftp") else parts.netloc,
        port=port,
        user=unquote(parts.username or ""),
        path=path.rstrip("/"),
    )


def _folder(path: Path) -> Address:
    try:
        whole = path.expanduser().absolute()
    except RuntimeError:  # no home folder of that name
        raise BadAddressError(str(path)) from None
    return Address(text=str(whole), kind="folder", path=str(whole))


def _split(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError:
        raise BadAddressError(text) from None
