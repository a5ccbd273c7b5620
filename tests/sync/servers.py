"""Real servers on 127.0.0.1 for the tests of `sync`: S3 (moto), WebDAV (wsgidav) and SSH (Debian's openssh-server)."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PASSWORD = "correct horse"  # noqa: S105  of a server that lives for one test
SSHD = Path("/usr/sbin/sshd")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def s3_server() -> Iterator[str]:
    """The address of an S3 server without buckets."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@contextmanager
def webdav_server(folder: Path, user: str = "ann") -> Iterator[str]:
    """The address of a WebDAV server for a folder; one user with PASSWORD may come in."""
    from cheroot.wsgi import Server
    from wsgidav.wsgidav_app import WsgiDAVApp

    settings: dict[str, Any] = {
        "provider_mapping": {"/": str(folder)},
        "simple_dc": {"user_mapping": {"*": {user: {"password": PASSWORD}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
        "verbose": 0,
        "logging": {"enable": False, "enable_loggers": []},
    }
    with serving(WsgiDAVApp(settings), Server) as port:
        yield f"webdav://127.0.0.1:{port}"


@contextmanager
def serving(application: Callable[..., Any], server_type: type[Any]) -> Iterator[int]:
    """A WSGI application; gives its port."""
    server = server_type(("127.0.0.1", 0), application, numthreads=2)
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    yield int(server.bind_addr[1])
    server.stop()
    thread.join(10)


class SshServer:
    """An sshd of our own, on a high port, that lets this user in with a key or not at all."""

    def __init__(self, home: Path, port: int) -> None:
        self.home = home
        self.port = port
        self.known_hosts = home / ".ssh" / "known_hosts"

    def address(self, folder: Path) -> str:
        return f"sftp://{getpass.getuser()}@127.0.0.1:{self.port}{folder}"

    def knows(self, key: str) -> None:
        """This device has accepted a host key, as OpenSSH writes it."""
        kind, content = key.split()[:2]
        self.known_hosts.write_text(f"[127.0.0.1]:{self.port} {kind} {content}\n")


@contextmanager
def ssh_server(home: Path) -> Iterator[SshServer]:
    """`home` becomes a home folder with `.ssh`; point HOME there."""
    if not SSHD.is_file():
        if os.environ.get("AUDIT_APP_REQUIRE_SSHD") == "1":
            pytest.fail("No sshd found, but AUDIT_APP_REQUIRE_SSHD=1 says there must be one.")
        pytest.skip("No sshd found: install Debian's openssh-server.")
    keys, own = home / "server", home / ".ssh"
    keys.mkdir(parents=True)
    own.mkdir()
    make_key(keys / "host_key")
    make_key(own / "id_ed25519")
    shutil.copy(own / "id_ed25519.pub", keys / "authorized_keys")
    server = SshServer(home, free_port())
    settings: Mapping[str, object] = {
        "Port": server.port,
        "ListenAddress": "127.0.0.1",
        "HostKey": keys / "host_key",
        "AuthorizedKeysFile": keys / "authorized_keys",
        "PidFile": "none",
        "StrictModes": "no",
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "KbdInteractiveAuthentication": "no",
        "PermitRootLogin": "yes",
        "Subsystem": "sftp internal-sftp",
    }
    file = keys / "sshd_config"
    file.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where root's sshd wants an empty folder
    process = subprocess.Popen([SSHD, "-D", "-e", "-f", file], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        _wait_for(server.port, process)
        server.knows((keys / "host_key.pub").read_text())
        yield server
    finally:
        process.terminate()
        process.wait(10)


def make_key(file: Path, kind: str = "ed25519") -> str:
    """An SSH key without a passphrase; gives its public part."""
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-f", file], check=True)
    return file.with_name(f"{file.name}.pub").read_text()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        if process.poll() is not None:
            sys.exit(f"sshd ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError
