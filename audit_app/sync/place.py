"""A place as sync sees it: a handful of flat files that can be listed, read and written, wherever they are."""

from typing import Protocol

from audit_app.responses.model import Frozen


class Listed(Frozen):
    """A file in a place. Links and folders are not listed: a link could lead anywhere."""

    name: str
    size: int | None = None
    """Bytes, as the place says; None where it doesn't."""


class Place(Protocol):
    """A folder, here or elsewhere. Every method raises a PlaceError (place_errors.py) when the place can't be used."""

    @property
    def address(self) -> str:
        """As the user may read it."""

    def files(self) -> tuple[Listed, ...]:
        """What lies in it directly. Raises PlaceNotFoundError."""

    def read(self, name: str, most: int) -> bytes:
        """The whole file, unless it has more bytes than `most`.

        Raises BundleTooLargeError, and UnopenedFileError where only this file can't be read.
        """

    def write(self, name: str, content: bytes) -> None:
        """The whole file or, when it fails, what was there before; where the place can't promise that, a part of it,
        which readers pass over."""

    def close(self) -> None: ...
