"""What a library says when a place can't be reached, as the sentence that its user reads.

Libraries raise errors of many families, wrapped in one another; what they are called and what they wrap tells enough.
Their own words are not shown: they may hold what was sent.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from socket import gaierror

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.sync.place_errors import (
    HostNotFoundError,
    LoginRefusedError,
    PlaceError,
    PlaceForbiddenError,
    PlaceFullError,
    PlaceNotFoundError,
    PlaceTimeoutError,
    PlaceUnreachableError,
    PlaceUnusableError,
    UntrustedCertificateError,
)

AWS = _("Give your access key to this device as the AWS programs do: in the environment or the file .aws/credentials.")

NO_NAME = {"ClientConnectorDNSError"}
TIMEOUTS = {"ConnectTimeoutError", "ReadTimeoutError", "ServerTimeoutError", "ConnectTimeout", "ReadTimeout"} | {
    "WriteTimeout",
    "PoolTimeout",
}
BROKEN_OFF = {"ConnectError", "ReadError", "WriteError", "CloseError", "RemoteProtocolError"} | {
    "EndpointConnectionError",
    "ConnectionClosedError",
    "HTTPClientError",
    "SSHException",
    "IncompleteReadError",
    "NoValidConnectionsError",
}
NO_KEY = {"NoCredentialsError", "PartialCredentialsError", "CredentialRetrievalError", "ProfileNotFound"} | {
    "TokenRetrievalError",
    "SSOTokenLoadError",
    "UnauthorizedSSOTokenError",
}


@contextmanager
def reaching(address: str) -> Iterator[None]:
    """Whatever fails within becomes one of place_errors.py."""
    try:
        yield
    except AuditError:
        raise
    except Exception as problem:
        raise said(address, problem) from None


def said(address: str, problem: Exception) -> PlaceError:
    chain = tuple(_chain(problem))
    names = {type(one).__name__ for one in chain}
    codes = {one.errno for one in chain if isinstance(one, OSError)}
    if _any(chain, gaierror) or names & NO_NAME:
        return HostNotFoundError(address)
    if _any(chain, ssl.SSLCertVerificationError):
        return UntrustedCertificateError(address)
    if names & NO_KEY:
        return LoginRefusedError(address, AWS, takes_password=False)
    if codes & {ENOSPC, EDQUOT}:
        return PlaceFullError(address)
    if _any(chain, TimeoutError) or names & TIMEOUTS:
        return PlaceTimeoutError(address)
    if _any(chain, ConnectionError) or _any(chain, EOFError) or names & BROKEN_OFF:
        return PlaceUnreachableError(address)
    if isinstance(problem, PermissionError):
        return PlaceForbiddenError(address)
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return PlaceNotFoundError(address)
    return PlaceUnusableError(
        address,
        _("its server answers in a way that was not expected ({problem})").format(problem=type(problem).__name__),
    )


def _any(chain: tuple[BaseException, ...], family: type[BaseException]) -> bool:
    return any(isinstance(one, family) for one in chain)


def _chain(problem: BaseException) -> Iterator[BaseException]:
    """The error, and what it came from."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [problem]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__, getattr(one, "os_error", None)]
