"""Places that fsspec reaches: S3 through s3fs, and whatever else has a library that is installed."""

from typing import Any

from audit_app.language import _
from audit_app.sync.address import Address
from audit_app.sync.limits import BundleTooLargeError
from audit_app.sync.place import Listed
from audit_app.sync.place_errors import MissingLibraryError, UnknownKindOfPlaceError
from audit_app.sync.places.failures import reaching
from audit_app.sync.refusals import UnopenedFileError, printable

PATIENCE = 30
"""Seconds without a byte."""

NOT_PLACES = {"file", "local", "data", "dir", "generic", "http", "https", "github", "git", "jupyter", "jlab"} | {
    *("simplecache", "filecache", "blockcache", "cached", "reference", "async_wrapper"),
    *("zip", "tar", "libarchive", "dask", "dask_worker"),
}
"""fsspec's, that nothing can be shared in, or that lead to another place."""

BUCKETS = {"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss", "oci", "r2", "memory"}
"""Where a folder is there only while something is in it, and a file appears as a whole."""


class StoredPlace:
    """Fulfils `Place`."""

    def __init__(self, address: Address, files: Any) -> None:
        """`files` is a file system of fsspec."""
        self._address = address
        self._files = files
        self._root = files._strip_protocol(address.text)

    @property
    def address(self) -> str:
        return self._address.text

    def files(self) -> tuple[Listed, ...]:
        with reaching(self.address):
            return tuple(
                Listed(name=str(one["name"]).rstrip("/").rpartition("/")[2], size=one.get("size"))
                for one in self._listed()
                if one.get("type") == "file" and not one.get("islink")
            )

    def read(self, name: str, most: int) -> bytes:
        with reaching(self.address):
            try:
                content: bytes = self._files.cat_file(self._path(name), start=0, end=most + 1)
            except (FileNotFoundError, PermissionError) as problem:
                reason = (
                    _("it is not there any more") if isinstance(problem, FileNotFoundError) else _("it may not be read")
                )
                raise UnopenedFileError(printable(name), reason) from None
        if len(content) > most:
            raise BundleTooLargeError(printable(name))
        return content

    def write(self, name: str, content: bytes) -> None:
        with reaching(self.address):
            if self._address.scheme in BUCKETS:
                self._files.pipe_file(self._path(name), content)
                return
            self._files.pipe_file(self._path(f"{name}.tmp"), content)
            try:
                self._files.mv(self._path(f"{name}.tmp"), self._path(name))
            except FileExistsError:  # this place moves nothing over what is there
                self._files.rm_file(self._path(name))
                self._files.mv(self._path(f"{name}.tmp"), self._path(name))

    def close(self) -> None:
        """Of s3fs; the others hold nothing open."""
        client = getattr(self._files, "_s3", None)
        if client is not None:
            self._files.close_session(self._files.loop, client)
            self._files._s3 = None

    def _listed(self) -> list[dict[str, Any]]:
        try:
            found: list[dict[str, Any]] = self._files.ls(self._root, detail=True, refresh=True)
        except FileNotFoundError:
            bucket = self._root.partition("/")[0]
            if self._address.scheme not in BUCKETS or bucket == self._root:
                raise
            self._files.ls(bucket, detail=False, refresh=True)
            return []
        return found

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"


def open_stored(address: Address) -> StoredPlace:
    """Raises ImportError for S3 without its library, MissingLibraryError and UnknownKindOfPlaceError for the others."""
    if address.kind == "s3":
        return _s3(address)
    if address.scheme in NOT_PLACES:
        raise UnknownKindOfPlaceError(address.scheme)
    try:
        import fsspec

        family = fsspec.get_filesystem_class(address.scheme)
    except ValueError:
        raise UnknownKindOfPlaceError(address.scheme) from None
    except ImportError as problem:
        said = "fsspec" if problem.name == "fsspec" else str(problem)
        raise MissingLibraryError(address.scheme, said) from None
    with reaching(address.text):
        return StoredPlace(address, family(**family._get_kwargs_from_urls(address.text)))


def _s3(address: Address) -> StoredPlace:
    import s3fs

    patience = {
        "connect_timeout": PATIENCE,
        "read_timeout": PATIENCE,
        "retries": {"total_max_attempts": 2, "mode": "standard"},
    }
    with reaching(address.text):
        files = s3fs.S3FileSystem(config_kwargs=patience, use_listings_cache=False, skip_instance_cache=True)
        files.retries = 1  # botocore's own are enough
        return StoredPlace(address, files)
