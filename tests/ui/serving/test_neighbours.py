import os
import socket
import sys
from pathlib import Path

import pytest

from audit_app.ui.serving.neighbours import is_of_another_user

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says whose a connection is")

CLIENT, SERVER = ("127.0.0.1", 0xABCD), ("127.0.0.1", 0x1F90)
US = os.getuid()
SOMEBODY = 65534

little_endian = pytest.mark.skipif(sys.byteorder != "little", reason="the tables below are written for it")


def a_table(folder: Path, owner: int, *, state: str = "01", mapped: bool = False) -> Path:
    word = "0000000000000000FFFF00000100007F" if mapped else "0100007F"
    table = folder / "tcp"
    table.write_text(
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        f"   0: {word}:1F90 {word}:ABCD {state} 00000000:00000000 00:00000000 00000000  4242  0 1\n"
        f"   1: {word}:ABCD {word}:1F90 {state} 00000000:00000000 00:00000000 00000000 {owner}  0 2\n"
    )
    return table


@little_endian
@pytest.mark.parametrize("mapped", [False, True])
def test_the_owner_of_the_clients_end_counts(tmp_path: Path, mapped: bool) -> None:
    assert not is_of_another_user(CLIENT, SERVER, [a_table(tmp_path, US, mapped=mapped)])
    assert is_of_another_user(CLIENT, SERVER, [a_table(tmp_path, SOMEBODY, mapped=mapped)])


@little_endian
def test_a_connection_that_is_already_closed_again_is_nobodys(tmp_path: Path) -> None:
    assert is_of_another_user(CLIENT, SERVER, [a_table(tmp_path, 0, state="06")])


def test_a_system_that_hides_its_connections_hides_command_lines_too(tmp_path: Path) -> None:
    assert not is_of_another_user(CLIENT, SERVER, [tmp_path])  # reading a folder is an OSError


def test_our_own_connection_is_recognised_by_the_real_kernel() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        server_end, _ = server.accept()
        with server_end:
            assert not is_of_another_user(client.getsockname(), server.getsockname())
            assert is_of_another_user(("127.0.0.1", 1), server.getsockname())
