"""A place on a WebDAV server: Nextcloud, ownCloud, many school servers and network disks."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from io import BytesIO
from typing import Any

import httpx
from webdav4.client import (
    Client,
    ClientError,
    HTTPError,
    InsufficientStorage,
    IsAResourceError,
    ResourceLocked,
    ResourceNotFound,
)

from audit_app.language import _
from audit_app.sync.address import LOOPBACK, Address
from audit_app.sync.limits import BundleTooLargeError
from audit_app.sync.place import Listed
from audit_app.sync.place_errors import (
    LeadsElsewhereError,
    LoginRefusedError,
    PlaceError,
    PlaceForbiddenError,
    PlaceFullError,
    PlaceNotFoundError,
    PlaceTimeoutError,
    PlaceUnusableError,
)
from audit_app.sync.places.failures import reaching
from audit_app.sync.places.login import PASSWORD_VARIABLE, USER_VARIABLE, Login, find_login
from audit_app.sync.refusals import UnopenedFileError, printable

PATIENCE = 30
"""Seconds without a byte."""

HOW = _(
    "Put your name and password for it into the file .netrc in your home folder, "
    "or into {user_variable} and {password_variable}."
).format(user_variable=USER_VARIABLE, password_variable=PASSWORD_VARIABLE)


class WebdavPlace:
    """Fulfils `Place`."""

    def __init__(self, address: Address, login: Login | None) -> None:
        self._address = address
        self._url = httpx.URL(_http(address))
        known = login or find_login(address)
        self._client = Client(
            str(self._url),
            auth=(known.user, known.password) if known else None,
            retry=False,
            timeout=httpx.Timeout(PATIENCE),
            event_hooks={"request": [self._stay_there]},
            trust_env=address.host not in LOOPBACK,
        )

    @property
    def address(self) -> str:
        return self._address.text

    def files(self) -> tuple[Listed, ...]:
        with self._reaching():
            found: list[Any] = self._client.ls("", detail=True, allow_listing_resource=False)
            return tuple(
                Listed(name=str(one["name"]).rstrip("/").rpartition("/")[2], size=one.get("content_length"))
                for one in found
                if one.get("type") == "file"
            )

    def read(self, name: str, most: int) -> bytes:
        content = bytearray()
        with self._reaching(), self._client.http.stream("GET", self._client.join_url(name)) as answer:
            if answer.status_code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
                raise UnopenedFileError(printable(name), _("it is not there any more"))
            if answer.status_code in (HTTPStatus.FORBIDDEN, HTTPStatus.LOCKED):
                raise UnopenedFileError(printable(name), _("it may not be read now"))
            if not answer.is_success:
                raise self._said(answer.status_code)
            for part in answer.iter_bytes():
                content += part
                if len(content) > most:
                    raise BundleTooLargeError(printable(name))
        return bytes(content)

    def write(self, name: str, content: bytes) -> None:
        temporary = f"{name}.tmp"
        with self._reaching():
            self._client.upload_fileobj(BytesIO(content), temporary, overwrite=True, size=len(content))
            self._client.move(temporary, name, overwrite=True)

    def close(self) -> None:
        self._client.http.close()

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        with reaching(self.address):
            try:
                yield
            except (ResourceNotFound, IsAResourceError):
                raise PlaceNotFoundError(self.address) from None
            except ClientError as problem:
                raise self._said(_status(problem)) from None
            except ValueError:  # an answer, but none that WebDAV gives
                raise self._said(HTTPStatus.NOT_IMPLEMENTED) from None

    def _said(self, status: int) -> PlaceError:
        match status:
            case HTTPStatus.UNAUTHORIZED | HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
                return LoginRefusedError(self.address, HOW)
            case HTTPStatus.FORBIDDEN | HTTPStatus.LOCKED:
                return PlaceForbiddenError(self.address)
            case HTTPStatus.NOT_FOUND | HTTPStatus.GONE | HTTPStatus.CONFLICT:
                return PlaceNotFoundError(self.address)
            case HTTPStatus.INSUFFICIENT_STORAGE | HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
                return PlaceFullError(self.address)
            case HTTPStatus.REQUEST_TIMEOUT | HTTPStatus.GATEWAY_TIMEOUT:
                return PlaceTimeoutError(self.address)
            case HTTPStatus.METHOD_NOT_ALLOWED | HTTPStatus.NOT_IMPLEMENTED:
                return PlaceUnusableError(self.address, _("its server doesn't speak WebDAV there"))
            case _:
                return PlaceUnusableError(self.address, _("its server said {status}").format(status=status))

    def _stay_there(self, request: httpx.Request) -> None:
        """Before every request, those among them that a redirect asks for."""
        asked = request.url
        if (asked.scheme, asked.host, asked.port) != (self._url.scheme, self._url.host, self._url.port):
            raise LeadsElsewhereError(self.address, f"{asked.scheme}://{asked.netloc.decode('ascii', 'replace')}")


def _status(problem: ClientError) -> int:
    """What the server answered, found again behind the library's families of errors."""
    for one in (problem, problem.__cause__):
        match one:
            case HTTPError():
                return int(one.status_code)
            case InsufficientStorage():
                return HTTPStatus.INSUFFICIENT_STORAGE
            case ResourceLocked():
                return HTTPStatus.LOCKED
    return HTTPStatus.BAD_GATEWAY


def _http(address: Address) -> str:
    scheme = "https" if address.scheme in ("https", "webdavs", "davs") else "http"
    rest = address.text.partition("://")[2]
    return f"{scheme}://{rest.rpartition('@')[2] if '@' in rest.partition('/')[0] else rest}"
