"""Neighbours: which user of this computer is at the other end of a local connection.

Only Linux shows a process's command line, and with it a one-time link, to every other user, and only there does the
kernel also tell whose socket it is. On Windows and macOS the link never stands where another user could read it.
"""

import os
import socket
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
ESTABLISHED = "01"
ROOT = 0
"""Root can read everything anyway, and the Windows browser of a WSL user arrives as root."""


def is_of_another_user(client: tuple[str, int], server: tuple[str, int], tables: Iterable[Path] = TABLES) -> bool:
    """Whether the connection's client end belongs to somebody else. False where the system does not say."""
    if sys.platform != "linux":
        return False
    try:
        owners = list(_owners(client, server, tables))
    except OSError:  # hidden, as on Android; then command lines are hidden too
        return False
    return not owners or any(owner not in (os.getuid(), ROOT) for owner in owners)


def _owners(client: tuple[str, int], server: tuple[str, int], tables: Iterable[Path]) -> Iterator[int]:
    ends = {(_hexadecimal(client, mapped), _hexadecimal(server, mapped)) for mapped in (False, True)}
    for table in tables:
        if not table.exists():  # a kernel without IPv6
            continue
        for line in table.read_text().splitlines()[1:]:
            row = line.split()
            if (row[1], row[2]) in ends and row[3] == ESTABLISHED:
                yield int(row[7])


def _hexadecimal(end: tuple[str, int], mapped: bool) -> str:
    """An address as the kernel prints it: each 32-bit word in the machine's byte order."""
    address = socket.inet_aton(end[0])
    words = [bytes(4), bytes(4), b"\0\0\xff\xff", address] if mapped else [address]
    return "".join(f"{int.from_bytes(word, sys.byteorder):08X}" for word in words) + f":{end[1]:04X}"
