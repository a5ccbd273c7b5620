"""What goes wrong between a device and its place: one sentence each, nothing lost, nothing half done."""

import logging
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from audit_app.steps import StoppedError, told_to
from audit_app.sync.address import Address, read_address
from audit_app.sync.place import Listed, Place
from audit_app.sync.place_errors import (
    BadAddressError,
    ChangedHostKeyError,
    HostNotFoundError,
    LeadsElsewhereError,
    LoginRefusedError,
    MissingExtraError,
    MissingLibraryError,
    NoAddressError,
    PasswordInAddressError,
    PlaceError,
    PlaceForbiddenError,
    PlaceFullError,
    PlaceNotFoundError,
    PlaceTimeoutError,
    PlaceUnreachableError,
    PlaceUnusableError,
    UnencryptedPlaceError,
    UnknownHostKeyError,
    UnknownKindOfPlaceError,
    UntrustedCertificateError,
)
from audit_app.sync.places import sftp, stored, webdav
from audit_app.sync.places.failures import said
from audit_app.sync.places.folder import FolderPlace
from audit_app.sync.places.opening import open_place
from audit_app.verbs.syncing import HalfSyncedError
from tests.sync.servers import PASSWORD, free_port, make_key, s3_server, serving, ssh_server, webdav_server
from tests.sync.sharing_devices import Device

SECRET = "hunter2"  # noqa: S105  nobody's


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's keys and passwords but the test's."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("SSH_AUTH_SOCK", "NETRC", "AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


def looked_at(address: str) -> tuple[Listed, ...]:
    with closing(open_place(read_address(address))) as place:
        return place.files()


# Addresses


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", NoAddressError),
        (f"sftp://ann:{SECRET}@server.example/folder", PasswordInAddressError),
        (f"webdavs://ann:{SECRET}@cloud.example/dav", PasswordInAddressError),
        (f"s3://key:{SECRET}@bucket/x", PasswordInAddressError),
        (f"https://cloud.example/dav?token={SECRET}", BadAddressError),
        (f"https://cloud.example/dav#{SECRET}", BadAddressError),
        (f"simplecache::s3://bucket/{SECRET}", BadAddressError),
        ("https://", BadAddressError),
        ("https://[::1/dav", BadAddressError),
        ("sftp://server.example:port/x", BadAddressError),
        ("a\0b", BadAddressError),
        ("http://cloud.example/dav", UnencryptedPlaceError),
        ("webdav://192.168.1.4/share", UnencryptedPlaceError),
        ("ftp://server.example/x", UnencryptedPlaceError),
    ],
)
def test_an_address_that_can_t_be_is_refused_without_repeating_a_secret(typed: str, error: type[PlaceError]) -> None:
    with pytest.raises(error) as refused:
        read_address(typed)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize("scheme", ["frob", "github", "reference", "zip", "jupyter"])
def test_what_is_no_place_is_refused(scheme: str) -> None:
    with pytest.raises(UnknownKindOfPlaceError):
        open_place(read_address(f"{scheme}://x/y"))


def test_one_folder_is_one_place_however_it_is_spelt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    spelt = {
        read_address(one).text for one in ("shared", str(tmp_path / "shared"), "~/shared", f"file://{tmp_path}/shared/")
    }
    assert spelt == {str(tmp_path / "shared")}


@pytest.mark.parametrize(
    ("address", "library", "extra"),
    [("sftp://a/b", "paramiko", "sftp"), ("webdavs://a/b", "webdav4.client", "webdav"), ("s3://a/b", "s3fs", "s3")],
)
def test_a_missing_library_is_said_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, address: str, library: str, extra: str
) -> None:
    monkeypatch.delitem(sys.modules, f"audit_app.sync.places.{extra}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"school-audit\[{extra}\]"):
        open_place(read_address(address))


def test_a_library_that_fsspec_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingLibraryError, match="gcsfs"):
        open_place(read_address("gs://bucket/x"))
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MissingLibraryError, match="fsspec"):
        open_place(read_address("gs://bucket/x"))


# Servers


@pytest.mark.parametrize("scheme", ["sftp", "webdavs", "https"])
def test_a_name_that_no_server_has_is_said(scheme: str) -> None:
    with pytest.raises(HostNotFoundError, match="can’t be found"):
        looked_at(f"{scheme}://nowhere.invalid/audits")


def test_a_server_that_is_off_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    for address in (f"sftp://127.0.0.1:{port}/x", f"https://127.0.0.1:{port}/x", "s3://bucket/x"):
        with pytest.raises(PlaceUnreachableError) as problem:
            looked_at(address)
        assert SECRET not in str(problem.value)


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (sftp, webdav, stored):
        monkeypatch.setattr(module, "PATIENCE", 0.2)
    with silent_server() as port:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
        for address in (f"webdav://127.0.0.1:{port}/x", f"sftp://127.0.0.1:{port}/x", "s3://bucket/x"):
            with pytest.raises((PlaceTimeoutError, PlaceUnreachableError)):
                looked_at(address)


def test_a_server_that_speaks_something_else_is_said() -> None:
    from cheroot.wsgi import Server

    def page(_: object, begin: Callable[..., object]) -> list[bytes]:
        begin("200 OK", [("Content-Type", "text/html")])
        return [b"<html>Welcome</html>"]

    with serving(page, Server) as port, pytest.raises(PlaceUnusableError, match="WebDAV"):
        looked_at(f"webdav://127.0.0.1:{port}/x")


def test_a_server_that_leads_elsewhere_is_not_followed() -> None:
    from cheroot.wsgi import Server

    asked: list[str] = []

    def other(request: dict[str, Any], begin: Callable[..., object]) -> list[bytes]:
        asked.append(str(request.get("HTTP_AUTHORIZATION")))
        begin("403 Forbidden", [])
        return [b""]

    with serving(other, Server) as elsewhere:

        def page(_: object, begin: Callable[..., object]) -> list[bytes]:
            begin("302 Found", [("Location", f"http://127.0.0.1:{elsewhere}/x")])
            return [b""]

        with serving(page, Server) as port, pytest.raises(LeadsElsewhereError, match=str(elsewhere)):
            looked_at(f"webdav://127.0.0.1:{port}/x")
    assert not asked


def test_s3_without_a_key_says_where_it_belongs(monkeypatch: pytest.MonkeyPatch) -> None:
    with s3_server() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL", server)
        monkeypatch.delenv("AWS_SECRET_ACCESS_KEY", raising=False)
        with pytest.raises(LoginRefusedError, match="access key") as refused:
            looked_at("s3://bucket/x")
    assert not refused.value.takes_password


def test_webdav_without_or_with_a_wrong_password_says_where_it_belongs(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    with webdav_server(tmp_path / "shared") as server:
        with pytest.raises(LoginRefusedError, match="netrc"):
            looked_at(server)
        wrong = tmp_path / ".netrc"
        wrong.write_text(f"machine 127.0.0.1 login ann password {SECRET}\n")
        wrong.chmod(0o600)
        with pytest.raises(LoginRefusedError) as refused:
            looked_at(server)
        assert SECRET not in str(refused.value)
        wrong.write_text(f'machine 127.0.0.1 login ann password "{PASSWORD}"\n')
        assert looked_at(server) == ()


def test_a_netrc_that_is_broken_is_said(tmp_path: Path) -> None:
    (tmp_path / ".netrc").write_text(f"machin 127.0.0.1 {SECRET}\n")
    with pytest.raises(PlaceUnusableError, match="netrc") as refused:
        open_place(read_address("webdavs://127.0.0.1/x"))
    assert SECRET not in str(refused.value)


def test_a_server_whose_key_nobody_accepted_or_that_changed_gets_nothing(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    with ssh_server(tmp_path / "at-home") as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(server.home))
        address = server.address(tmp_path / "shared")
        assert looked_at(address) == ()
        server.knows(make_key(tmp_path / "another"))
        with pytest.raises(ChangedHostKeyError, match="SHA256:"):
            looked_at(address)
        server.known_hosts.unlink()
        with pytest.raises(UnknownHostKeyError, match=rf"ssh -p {server.port} 127\.0\.0\.1"):
            looked_at(address)
        server.knows(make_key(tmp_path / "of-another-kind", "ecdsa"))
        with pytest.raises(ChangedHostKeyError):
            looked_at(address)


def test_ssh_without_a_key_that_fits_says_what_to_do(tmp_path: Path) -> None:
    with ssh_server(tmp_path / "at-home") as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(server.home))
        (server.home / ".ssh" / "id_ed25519").unlink()
        with pytest.raises(LoginRefusedError, match="ssh-add"):
            looked_at(server.address(tmp_path))


@pytest.mark.parametrize(
    ("problem", "error"),
    [
        (PermissionError(), PlaceForbiddenError),
        (OSError(28, "No space left on device"), PlaceFullError),
        (ssl.SSLCertVerificationError("self-signed certificate"), UntrustedCertificateError),
        (ConnectionResetError(), PlaceUnreachableError),
        (TimeoutError(), PlaceTimeoutError),
        (RuntimeError(f"Authorization: Basic {SECRET}"), PlaceUnusableError),
    ],
)
def test_whatever_a_library_raises_becomes_a_sentence(problem: Exception, error: type[PlaceError]) -> None:
    sentence = said("webdavs://cloud.example/dav", problem)
    assert type(sentence) is error
    assert SECRET not in str(sentence)


def test_ssh_s_own_log_stays_off_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("paramiko.transport").error("Traceback (most recent call last): …")
    assert capfd.readouterr().err == ""


# In the middle


class Breaking:
    """A folder whose connection breaks at the n-th thing that is asked of it."""

    def __init__(self, folder: Path, at: int) -> None:
        self._place: Place = FolderPlace(folder)
        self._left = at

    @property
    def address(self) -> str:
        return self._place.address

    def files(self) -> tuple[Listed, ...]:
        self._step()
        return self._place.files()

    def read(self, name: str, most: int) -> bytes:
        self._step()
        return self._place.read(name, most)

    def write(self, name: str, content: bytes) -> None:
        self._step()
        self._place.write(name, content)

    def close(self) -> None: ...

    def _step(self) -> None:
        if not self._left:
            raise PlaceUnreachableError(self.address)
        self._left -= 1


def test_a_connection_that_breaks_anywhere_leaves_old_or_new_and_the_next_sync_goes_on(tmp_path: Path) -> None:
    """Breaks at each step in turn, until a sync gets through."""
    for at in range(20):
        folder = tmp_path / str(at)
        folder.mkdir()
        head, deputy = Device("head"), Device("deputy", 1000)
        theirs = [deputy.starts()]
        deputy.answers(theirs[0], 0, "3")
        deputy.syncs(FolderPlace(folder))
        mine = head.starts()
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        try:
            head.syncs(Breaking(folder, at))
        except HalfSyncedError:
            assert {one.id for one in head.workspace.audits()} == {mine, *theirs}
        except PlaceError:
            assert [one.id for one in head.workspace.audits()] == [mine]
            assert head.workspace.shared_places() == ()
        else:
            assert at >= 3
            break
        for name, content in before.items():
            assert (folder / name).read_bytes() == content
        head.syncs(FolderPlace(folder))
        deputy.syncs(FolderPlace(folder), accepting=deputy.knows(head))
        assert head.entries(mine) == deputy.entries(mine)
        assert head.entries(theirs[0]) == deputy.entries(theirs[0])
        assert len(deputy.workspace.audits()) == 2
    else:
        pytest.fail("It never got through.")


def test_whoever_waits_is_told_how_far_it_is_and_can_stop_it(tmp_path: Path) -> None:
    deputy = Device("deputy")
    deputy.answers(deputy.starts(), 0, "3")
    deputy.syncs(FolderPlace(tmp_path))
    head = Device("head")
    told: list[tuple[int, int]] = []
    with closing(head.workspace.open_place(str(tmp_path))) as place:
        with told_to(lambda done, of: told.append((done, of))):
            head.workspace.plan_sync(place, "full")

        def stop(_done: int, _of: int) -> None:
            raise StoppedError

        with told_to(stop), pytest.raises(StoppedError):
            head.workspace.plan_sync(place, "full")
    assert told == [(0, 1), (1, 1)] * 2, "its file is read, and then looked at for what it would do"
    assert not head.workspace.audits()


@contextmanager
def silent_server() -> Iterator[int]:
    """It takes every connection and says nothing."""
    taken: list[socket.socket] = []
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def take() -> None:
            while True:
                try:
                    taken.append(listening.accept()[0])
                except OSError:
                    return

        thread = threading.Thread(target=take, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)
        for one in taken:
            one.close()


def test_where_fsspec_has_real_folders_a_file_is_moved_into_its_place(tmp_path: Path) -> None:
    """As with SMB and others: here over fsspec's own local files."""
    from fsspec.implementations.local import LocalFileSystem

    place = stored.StoredPlace(Address(text=str(tmp_path), kind="other", scheme="smb"), LocalFileSystem())
    for content in (b"one", b"two"):
        place.write("a.json", content)
    (tmp_path / "link.json").symlink_to(tmp_path / "a.json")
    (tmp_path / "folder.json").mkdir()
    assert [(one.name, one.size) for one in place.files()] == [("a.json", 3)]
    assert place.read("a.json", 10) == b"two"
    with pytest.raises(PlaceNotFoundError):
        stored.StoredPlace(Address(text=str(tmp_path / "no"), kind="other", scheme="smb"), LocalFileSystem()).files()
