"""The exchange: what every device reads in a place, and the files that each of them writes there.

Each device writes only its own files, one for each audit, so no file ever has two writers. All are read, a device's own
among them: that brings back what it lost, and two devices that were cloned from one disk still hear of each other.
Merging is a union: reading a file twice, late, or as the copy that an unsure cloud client made does no harm, and a file
that is not here (yet, or any more) takes nothing away.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime

from pydantic import Field

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Audit, Entry, Frozen, School
from audit_app.responses.union import IrreconcilableEntryError, united
from audit_app.steps import steps
from audit_app.sync.bundle import Bundle, Share, write_bundle
from audit_app.sync.limits import LARGEST_BUNDLE, BundleTooLargeError
from audit_app.sync.place import Listed, Place
from audit_app.sync.place_errors import FewerFilesError, PlaceError
from audit_app.sync.reading import read_bundle
from audit_app.sync.refusals import printable
from audit_app.sync.sharing import shared

BEGINNING, ENDING = "school-audit-", ".json"

MOST_AT_ONCE = 512 * 1024 * 1024
"""Bytes of others' files read in one go; they are in memory together, because all is taken or nothing."""


class CrowdedPlaceError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” was not read: the files in the place are more than fit into memory at once ({most} MB). Take "
                "old ones out."
            ).format(name=name, most=MOST_AT_ONCE // 1024 // 1024)
        )


class ReadFile(Frozen):
    """A file of the place that is a sound bundle."""

    name: str
    bundle: Bundle = Field(repr=False)
    sha256: str
    """Of its bytes."""


class Unread(Frozen):
    """A file that can't be read now: half copied as yet, from a newer app, or none of ours."""

    name: str
    reason: str


class Found(Frozen):
    """What is in the place, read once."""

    read: tuple[ReadFile, ...] = ()
    unread: tuple[Unread, ...] = ()
    expected: tuple[str, ...] = ()
    """Names of other devices' files, to be expected next time. Copies that a cloud client made are not among them."""

    @property
    def bundles(self) -> tuple[Bundle, ...]:
        return tuple(one.bundle for one in self.read)


class Outgoing(Frozen):
    """One file to be written."""

    name: str
    audit: Audit
    content: bytes = Field(repr=False)
    new: bool
    """False when it replaces what this device wrote earlier."""


class Unsent(Frozen):
    """An audit that no file can be written of."""

    audit: Audit
    reason: str


Write = Callable[[Sequence[AuditContent], School, Share, datetime], bytes]
"""How a bundle is written: `write_bundle`, or what also signs it; the same bytes for the same audits."""


def read_place(place: Place, device: str, expected: Collection[str]) -> Found:
    """Everything that was put there. `expected` are other devices' files of last time, none for a new place.

    Raises a PlaceError: FewerFilesError when some of them are gone.
    """
    listed = sorted((one for one in place.files() if _is_ours(one.name)), key=lambda one: one.name)
    here = {one.name for one in listed}
    gone = len(set(expected) - here)
    if gone:
        raise FewerFilesError(place.address, gone, len(set(expected) & here))
    read, unread, left = [], [], MOST_AT_ONCE
    for one in steps(listed):
        try:
            found = _read(place, one, left)
            left -= found[1]
            read.append(found[0])
        except PlaceError:
            raise
        except AuditError as problem:
            unread.append(Unread(name=printable(one.name), reason=str(problem)))
    others = (one.name for one in read if _is_anothers(one, device))
    still = set(expected) & {one.name for one in listed}
    return Found(read=tuple(read), unread=tuple(unread), expected=tuple(sorted({*others, *still})))


def to_write(
    found: Found, contents: Iterable[AuditContent], share: Share, device: str, write: Write = write_bundle
) -> Iterator[Outgoing | Unsent]:
    """The files of this device that are not yet as they must be; none when nothing changed since last time.

    A device writes of what it worked on, of what it wrote earlier, and of what the place would else lack.
    """
    own = {one.name: one.sha256 for one in found.read if one.name.startswith(_prefix(device))}
    others = _said_by_others(found, device)
    for one in sorted(contents, key=lambda content: content.audit.id):
        name = own_name(device, one.audit.id)
        needed = name in own or worked_on(one.entries, device)
        if not needed and _has_all(others.get(one.audit.id), shared(one, share)):
            continue
        try:
            content = _file(one, share, write)
        except AuditError as problem:
            yield Unsent(audit=one.audit, reason=str(problem))
            continue
        if own.get(name) != sha256(content):
            yield Outgoing(name=name, audit=one.audit, content=content, new=name not in own)


def own_name(device: str, audit_id: str) -> str:
    return f"{_prefix(device)}{audit_id}{ENDING}"


def _prefix(device: str) -> str:
    return f"{BEGINNING}{device}-"


def _is_ours(name: str) -> bool:
    """Named like a shared audit, by whatever device, and by whatever copied it."""
    lower = name.casefold()
    return lower.startswith(BEGINNING) and lower.endswith(ENDING) and not {"/", "\\", "\0"} & set(name)


def _is_anothers(one: ReadFile, device: str) -> bool:
    """Named as another device named it: what a cloud client calls a copy has no such name."""
    if one.name.startswith(_prefix(device)):
        return False
    wholes = [(one.name.removesuffix(f"-{audit.audit.id}{ENDING}"), audit) for audit in one.bundle.audits]
    return any(whole != one.name and whole.removeprefix(BEGINNING).isalnum() for whole, _ in wholes)


def _read(place: Place, listed: Listed, left: int) -> tuple[ReadFile, int]:
    name = listed.name
    if listed.size is not None and listed.size > LARGEST_BUNDLE:
        raise BundleTooLargeError(printable(name))
    if (listed.size or 0) > left:
        raise CrowdedPlaceError(printable(name))
    content = b"" if listed.size == 0 else place.read(name, LARGEST_BUNDLE)
    if len(content) > left:
        raise CrowdedPlaceError(printable(name))
    return ReadFile(name=name, bundle=read_bundle((name, content)), sha256=sha256(content)), len(content)


def _said_by_others(found: Found, device: str) -> dict[str, list[AuditContent]]:
    said: dict[str, list[AuditContent]] = {}
    for one in found.read:
        if not one.name.startswith(_prefix(device)):
            for audit in one.bundle.audits:
                said.setdefault(audit.audit.id, []).append(audit.as_content())
    return said


def _has_all(copies: list[AuditContent] | None, wanted: AuditContent) -> bool:
    """Whether these copies together say all that this one does."""
    if not copies:
        return False
    try:
        together = united(entry for one in copies for entry in one.entries)
        same = united([*together, *wanted.entries]) == together
    except IrreconcilableEntryError:
        return False
    return same and {*wanted.files} <= {file for one in copies for file in one.files}


def worked_on(entries: Iterable[Entry], device: str) -> bool:
    return any(entry.stamp.endswith(f"~{device}") for entry in entries)


def _file(one: AuditContent, share: Share, write: Write) -> bytes:
    """Dated by what is in it, so that the same audit is the same file."""
    latest = max((entry.at for entry in one.entries), default=one.audit.created)
    return write([one], one.audit.school, share, max(latest, one.audit.created))
