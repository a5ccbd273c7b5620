"""Every kind of place, against real servers: whatever it is, the devices that share it come to the same."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path

import pytest

from audit_app.storage.protocol import SharedPlace
from audit_app.sync.address import read_address
from audit_app.sync.limits import BundleTooLargeError
from audit_app.sync.place import Place
from audit_app.sync.place_errors import FewerFilesError, PlaceNotFoundError
from audit_app.sync.places.login import PASSWORD_VARIABLE, USER_VARIABLE
from audit_app.sync.places.opening import open_place
from audit_app.sync.refusals import UnopenedFileError
from tests.sync.builders import ITEMS, a_file, everything
from tests.sync.servers import PASSWORD, s3_server, ssh_server, webdav_server
from tests.sync.sharing_devices import Device

KINDS = ("folder", "s3", "webdav", "sftp", "memory")
MakePlace = Callable[[], str]


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pytest.MonkeyPatch]:
    """A home folder of our own, and where each server's credentials are looked for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("SSH_AUTH_SOCK", raising=False)
        patch.delenv("NETRC", raising=False)
        yield patch


@pytest.fixture(scope="module", params=KINDS)
def new_place(
    request: pytest.FixtureRequest, surroundings: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MakePlace]:
    """Makes another empty place at each call, on one server."""
    root = tmp_path_factory.mktemp(request.param)
    numbers = (str(number) for number in count(1))

    def folder() -> Path:
        made = root / next(numbers)
        made.mkdir()
        return made

    with ExitStack() as running:
        match request.param:
            case "folder":
                yield lambda: str(folder())
            case "memory":
                yield lambda: f"memory://{root.name}/{next(numbers)}"
            case "s3":
                import boto3

                surroundings.setenv("AWS_ENDPOINT_URL", running.enter_context(s3_server()))
                for name, value in (
                    ("ACCESS_KEY_ID", "key"),
                    ("SECRET_ACCESS_KEY", "x"),
                    ("DEFAULT_REGION", "us-east-1"),
                ):
                    surroundings.setenv(f"AWS_{name}", value)
                with closing(boto3.client("s3")) as client:
                    client.create_bucket(Bucket="audits")
                yield lambda: f"s3://audits/{root.name}/{next(numbers)}"
            case "webdav":
                surroundings.setenv(USER_VARIABLE, "ann")
                surroundings.setenv(PASSWORD_VARIABLE, PASSWORD)
                server = running.enter_context(webdav_server(root))
                yield lambda: f"{server}/{folder().name}"
                surroundings.delenv(USER_VARIABLE)
                surroundings.delenv(PASSWORD_VARIABLE)
            case "sftp":
                home = root / "home"
                surroundings.setenv("HOME", str(home))
                ssh = running.enter_context(ssh_server(home))
                yield lambda: ssh.address(folder())


@pytest.fixture
def address(new_place: MakePlace) -> str:
    return new_place()


@pytest.fixture
def place(address: str) -> Iterator[Place]:
    with closing(open_place(read_address(address))) as opened:
        yield opened


# What every place does


def test_it_begins_empty_and_gives_back_what_was_written(place: Place) -> None:
    assert place.files() == ()
    place.write("school-audit-a-b.json", b"one")
    place.write("school-audit-a-b.json", b"two")
    assert [(one.name, one.size) for one in place.files()] == [("school-audit-a-b.json", 3)]
    assert place.read("school-audit-a-b.json", 3) == b"two"


def test_nothing_larger_than_allowed_is_read(place: Place) -> None:
    place.write("large.json", b"x" * 3_000_000)
    with pytest.raises(BundleTooLargeError):
        place.read("large.json", 2_999_999)


def test_a_file_that_vanished_is_only_that_file_s_trouble(place: Place) -> None:
    with pytest.raises(UnopenedFileError, match="can't be opened"):
        place.read("gone.json", 10)


def test_an_address_without_a_place_is_said(address: str) -> None:
    elsewhere = address.replace("://audits/", "://nowhere/") + ("" if address.startswith("s3") else "/nowhere")
    if address.startswith("memory"):
        return  # there, every address is a place
    with (
        closing(open_place(read_address(elsewhere))) as opened,
        pytest.raises(PlaceNotFoundError, match="is not there"),
    ):
        opened.files()


# What devices do with it


def test_three_devices_come_to_the_same(place: Place) -> None:
    head, deputy, bursar = Device("head"), Device("deputy", 1000), Device("bursar", 2000)
    audit = head.starts()
    head.answers(audit, 0, "3")
    head.syncs(place)
    deputy.syncs(place)
    deputy.answers(audit, 1, "2")
    deputy.workspace.add_file(audit, ITEMS[1], "minutes.pdf", b"%PDF-1.7 minutes")
    deputy.syncs(place)
    bursar.syncs(place, accepting=bursar.knows(head, deputy))
    bursar.answers(audit, 2, "1")
    bursar.syncs(place)
    head.syncs(place, accepting=head.knows(deputy, bursar))
    deputy.syncs(place, accepting=deputy.knows(head, bursar))
    assert len(head.entries(audit)) == 4
    assert head.entries(audit) == deputy.entries(audit) == bursar.entries(audit)
    file = next(entry.value for entry in head.entries(audit) if entry.field == "evidence")
    assert isinstance(file, dict)
    assert head.workspace.evidence_file(audit, str(file["sha256"])) == b"%PDF-1.7 minutes"


def test_syncing_again_changes_and_writes_nothing(place: Place) -> None:
    head, deputy = Device("head"), Device("deputy", 1000)
    head.answers(head.starts(), 0, "3")
    for one in (head, deputy):
        one.syncs(place)
    for one in (head, deputy):
        again = one.syncs(place)
        assert again.changes_nothing
        assert [line.audit for line in again.incoming.same] == ["byhead"]


def test_looking_first_changes_nothing_here_or_there(place: Place) -> None:
    head, deputy = Device("head"), Device("deputy", 1000)
    head.answers(head.starts(), 0, "3")
    plan = head.looks(place)
    assert [line.audit for line in plan.sent] == ["byhead"]
    assert place.files() == ()
    head.syncs(place)
    assert [line.audit for line in deputy.looks(place).incoming.add] == ["byhead"]
    assert not deputy.workspace.audits()
    assert not deputy.workspace.shared_places()


def test_what_can_t_be_read_is_named_and_stops_nobody(place: Place) -> None:
    whole = a_file(everything())
    place.write("school-audit-tablet-half.json", whole[: len(whole) // 2])
    place.write("school-audit-tablet-newer.json", whole.replace(b'"format_version": 1', b'"format_version": 99'))
    place.write("school-audit-tablet-foreign.json", b'{"minutes": []}')
    place.write("minutes.txt", b"not ours")
    place.write("school-audit-tablet-oakfield-1 (1).json", whole)
    deputy = Device("deputy")
    done = deputy.syncs(place)
    assert [line.audit for line in done.incoming.add] == ["oakfield-1"]
    said = {str(line.file): line.reason for line in done.refused}
    assert "not copied or downloaded completely" in said["school-audit-tablet-half.json"]
    assert "newer School Audit" in said["school-audit-tablet-newer.json"]
    assert "not a file that School Audit exported" in said["school-audit-tablet-foreign.json"]
    assert len(said) == 3


def test_the_copies_of_an_unsure_cloud_client_are_read_and_not_missed(place: Place) -> None:
    place.write("school-audit-tablet-oakfield-1-PC7's conflicted copy.json", a_file(everything()))
    head = Device("head")
    assert [line.audit for line in head.syncs(place).incoming.add] == ["oakfield-1"]
    assert head.workspace.shared_places()[0].expected == ()


def test_a_place_that_lost_others_files_is_refused_until_somebody_accepts_it(place: Place) -> None:
    head = Device("head")
    head.workspace.keep_settings(
        head.workspace.settings().model_copy(
            update={"shared_places": (SharedPlace(address=place.address, expected=("school-audit-deputy-x.json",)),)}
        )
    )
    audit = head.starts()
    with pytest.raises(FewerFilesError, match="nothing was changed"):
        head.syncs(place)
    assert place.files() == ()
    assert [line.audit for line in head.syncs(place, accept_fewer=True).sent] == [audit]
    assert head.workspace.shared_places()[0].expected == ()
