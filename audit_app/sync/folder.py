"""A sync place that is a folder: a stick, a network share, or what a cloud client copies to and fro.

Each device writes only its own files, one for each audit, so no file ever has two writers. All are read, a device's own
among them: that brings back what it lost, and two devices that were cloned from one disk still hear of each other.
Merging is a union: reading a file twice, late, or as the copy that an unsure cloud client made does no harm, and a file
that is not here (yet, or any more) takes nothing away.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from stat import S_ISREG

from audit_app.errors import AuditError
from audit_app.files import sha256, write_safely
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Frozen, School
from audit_app.sync.bundle import Bundle, Share, write_bundle
from audit_app.sync.reading import read_bundle
from audit_app.sync.refusals import printable

BEGINNING, ENDING = "school-audit-", ".json"


class PlaceNotFoundError(AuditError):
    def __init__(self, place: Path) -> None:
        super().__init__(
            f"The folder “{printable(str(place))}” is not there. Is the stick plugged in, or the network connected?"
        )


class EmptyPlaceError(AuditError):
    def __init__(self, place: Path) -> None:
        super().__init__(
            f"“{printable(str(place))}” held shared audits last time, and now none, so nothing was changed. Check that "
            "it is the right folder and that all is downloaded; if it was emptied on purpose, choose the folder anew."
        )


class PlaceUnusableError(AuditError):
    def __init__(self, place: Path, reason: str) -> None:
        super().__init__(
            f"“{printable(str(place))}” can't be used: {reason}. Your audits are safe here; try again when it can."
        )


class Unread(Frozen):
    """A file that can't be read now: half copied as yet, from a newer app, or none of ours."""

    name: str
    reason: str


class Found(Frozen):
    """What is in the place, read once."""

    bundles: tuple[Bundle, ...]
    own: Mapping[str, str]
    """Name to SHA-256 of the files that this device wrote."""
    unread: tuple[Unread, ...]
    names: tuple[str, ...]
    """All that are named like a shared audit: what to expect at least some of next time."""


class Outgoing(Frozen):
    """One file to be written."""

    name: str
    content: bytes


def read_place(place: Path, device: str, seen: Collection[str]) -> Found:
    """Everything that was put there. `seen` are the names of last time, none for a place that was chosen anew.

    Raises PlaceNotFoundError, EmptyPlaceError, PlaceUnusableError.
    """
    try:
        names = sorted(path.name for path in place.iterdir() if _is_shared(path.name))
    except (FileNotFoundError, NotADirectoryError):
        raise PlaceNotFoundError(place) from None
    except OSError as problem:
        raise PlaceUnusableError(place, problem.strerror or "it can't be read") from None
    if seen and not names:
        raise EmptyPlaceError(place)
    bundles, own, unread = [], {}, []
    for name in names:
        path = place / name
        try:
            if not S_ISREG(path.lstat().st_mode):
                continue  # a link could lead anywhere
            bundles.append(read_bundle(path))
            if name.startswith(own_name(device, "").removesuffix(ENDING)):
                own[name] = sha256(path.read_bytes())
        except AuditError as problem:
            unread.append(Unread(name=printable(name), reason=str(problem)))
        except OSError as problem:
            unread.append(Unread(name=printable(name), reason=problem.strerror or "It can't be read now."))
    return Found(bundles=tuple(bundles), own=own, unread=tuple(unread), names=tuple(names))


def to_write(
    found: Found, contents: Iterable[AuditContent], school: School, share: Share, device: str
) -> tuple[Outgoing, ...]:
    """The files of this device that are not yet as they must be; none when nothing changed since last time."""
    wanted = (
        Outgoing(name=own_name(device, one.audit.id), content=_file(one, school, share))
        for one in sorted(contents, key=lambda one: one.audit.id)
    )
    return tuple(one for one in wanted if found.own.get(one.name) != sha256(one.content))


def write_place(place: Path, outgoing: Iterable[Outgoing]) -> None:
    """Each file as a whole or not at all. Raises PlaceUnusableError."""
    for one in outgoing:
        try:
            write_safely(place / one.name, one.content)
        except OSError as problem:
            raise PlaceUnusableError(place, problem.strerror or "it can't be written to") from None


def own_name(device: str, audit_id: str) -> str:
    return f"{BEGINNING}{device}-{audit_id}{ENDING}"


def _file(content: AuditContent, school: School, share: Share) -> bytes:
    """Dated by what is in it, so that the same audit is the same file."""
    latest = max((entry.at for entry in content.entries), default=content.audit.created)
    return write_bundle([content], school, share, max(latest, content.audit.created))


def _is_shared(name: str) -> bool:
    return name.casefold().startswith(BEGINNING) and name.casefold().endswith(ENDING)
