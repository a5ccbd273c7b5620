"""Opening a place: which kind it is, and the library that reaches it, imported only when it is used."""

from pathlib import Path

from audit_app.sync.address import Address
from audit_app.sync.place import Place
from audit_app.sync.place_errors import MissingExtraError
from audit_app.sync.places.folder import FolderPlace
from audit_app.sync.places.login import Login as Login


def open_place(address: Address, login: Login | None = None) -> Place:
    """Close it afterwards. Raises a PlaceError.

    `login` is for this once; without it the usual places are asked: the environment, `.netrc`, SSH's agent and keys.
    """
    if address.kind == "folder":
        return FolderPlace(Path(address.path))
    try:
        match address.kind:
            case "sftp":
                from audit_app.sync.places.sftp import SftpPlace

                return SftpPlace(address, login)
            case "webdav":
                from audit_app.sync.places.webdav import WebdavPlace

                return WebdavPlace(address, login)
            case _:
                from audit_app.sync.places.stored import open_stored

                return open_stored(address)
    except ImportError:
        raise MissingExtraError(address.scheme, address.kind) from None
