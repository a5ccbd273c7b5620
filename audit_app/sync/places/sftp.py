"""A place on an SSH server. Its key must be known on this device already: an unknown or changed one is refused."""

import base64
import hashlib
import logging
import stat
from contextlib import suppress
from errno import EACCES, ENOENT
from pathlib import Path, PurePosixPath
from typing import NoReturn

import paramiko

from audit_app.language import _
from audit_app.sync.address import Address
from audit_app.sync.limits import BundleTooLargeError
from audit_app.sync.place import Listed
from audit_app.sync.place_errors import ChangedHostKeyError, LoginRefusedError, UnknownHostKeyError
from audit_app.sync.places.failures import reaching
from audit_app.sync.places.login import PASSWORD_VARIABLE, Login, find_login
from audit_app.sync.refusals import UnopenedFileError, printable

PATIENCE = 20
"""Seconds for the connection, and for each answer."""

EVERYBODYS_HOSTS = Path("/etc/ssh/ssh_known_hosts")

logging.getLogger("paramiko").setLevel(logging.CRITICAL + 1)  # it would print what our sentence says already

HOW = _(
    "Add your SSH key to the agent (ssh-add), or put your password into the file .netrc or {password_variable}."
).format(password_variable=PASSWORD_VARIABLE)


class SftpPlace:
    """Fulfils `Place`."""

    def __init__(self, address: Address, login: Login | None) -> None:
        self._address = address
        self._client = paramiko.SSHClient()
        try:
            with reaching(address.text):
                self._connect(login)
                self._files = self._client.open_sftp()
                self._files.get_channel().settimeout(PATIENCE)
        except BaseException:
            self._client.close()
            raise
        self._folder = PurePosixPath(_within_home(address.path))

    @property
    def address(self) -> str:
        return self._address.text

    def files(self) -> tuple[Listed, ...]:
        with reaching(self.address):
            return tuple(
                Listed(name=one.filename, size=one.st_size)
                for one in self._files.listdir_attr(str(self._folder))
                if stat.S_ISREG(one.st_mode or 0)
            )

    def read(self, name: str, most: int) -> bytes:
        with reaching(self.address):
            path = str(self._folder / name)
            try:
                state = self._files.lstat(path)
                if not stat.S_ISREG(state.st_mode or 0):
                    raise UnopenedFileError(printable(name), _("it is not a file"))
                with self._files.open(path, "rb") as file:
                    file.prefetch(min(state.st_size or 0, most + 1))
                    content: bytes = file.read(most + 1)
            except OSError as problem:
                reasons = {ENOENT: _("it is not there any more"), EACCES: _("it may not be read")}
                if problem.errno not in reasons:
                    raise
                raise UnopenedFileError(printable(name), reasons[problem.errno]) from None
        if len(content) > most:
            raise BundleTooLargeError(printable(name))
        return content

    def write(self, name: str, content: bytes) -> None:
        path, temporary = str(self._folder / name), str(self._folder / f"{name}.tmp")
        with reaching(self.address):
            with suppress(FileNotFoundError):
                self._files.remove(temporary)  # left by a broken connection, or a link that somebody laid there
            with self._files.open(temporary, "wxb") as file:
                file.set_pipelined(True)
                file.write(content)
            try:
                self._files.posix_rename(temporary, path)
            except OSError as problem:
                if problem.errno in (ENOENT, EACCES):
                    raise
                with suppress(FileNotFoundError):  # a server that moves nothing over what is there
                    self._files.remove(path)
                self._files.rename(temporary, path)

    def close(self) -> None:
        self._client.close()

    def _connect(self, login: Login | None) -> None:
        known = _configured(self._address.host)
        host = known.get("hostname", self._address.host)
        port = self._address.port or int(known.get("port", 22))
        found = login or find_login(self._address)
        hosts = paramiko.HostKeys()
        for file in (Path("~/.ssh/known_hosts").expanduser(), EVERYBODYS_HOSTS):
            if file.is_file():
                hosts.load(str(file))
                self._client.load_system_host_keys(str(file))
        self._client.set_missing_host_key_policy(_Refuse(host, port, hosts))
        try:
            self._client.connect(
                host,
                port,
                username=(found.user if found else "") or self._address.user or known.get("user") or None,
                password=found.password if found else None,
                key_filename=[one for one in known.get("identityfile", []) if Path(one).is_file()] or None,
                timeout=PATIENCE,
                banner_timeout=PATIENCE,
                auth_timeout=PATIENCE,
            )
        except paramiko.BadHostKeyException as problem:
            raise ChangedHostKeyError(host, port, _fingerprint(problem.key)) from None
        except paramiko.AuthenticationException:
            raise LoginRefusedError(self.address, HOW) from None
        except paramiko.SSHException as problem:
            if str(problem) == "No authentication methods available":
                raise LoginRefusedError(self.address, HOW) from None
            raise


class _Refuse:
    """A key that nobody on this device has accepted."""

    def __init__(self, host: str, port: int, known: paramiko.HostKeys) -> None:
        self._server = (host, port)
        self._known = known

    def missing_host_key(self, _client: object, hostname: str, key: paramiko.PKey) -> NoReturn:
        """Called for a key of a kind that is not known of this server: another kind of key may be."""
        error = UnknownHostKeyError if self._known.lookup(hostname) is None else ChangedHostKeyError
        raise error(*self._server, _fingerprint(key))


def _fingerprint(key: paramiko.PKey) -> str:
    """As OpenSSH shows it."""
    digest = base64.b64encode(hashlib.sha256(key.asbytes()).digest()).decode().rstrip("=")
    return f"SHA256:{digest}"


def _configured(host: str) -> paramiko.SSHConfigDict:
    """What the user's own `~/.ssh/config` says of a host; nothing when it can't be read."""
    try:
        return paramiko.SSHConfig.from_path(str(Path("~/.ssh/config").expanduser())).lookup(host)
    except (OSError, ValueError, paramiko.SSHException, ImportError):
        return paramiko.SSHConfigDict()


def _within_home(path: str) -> str:
    """As in other programs: `/~/x` is in the user's home folder there, everything else begins at the server's root."""
    return path.removeprefix("/~/") if path.startswith("/~/") else "." if path == "/~" else path or "/"
