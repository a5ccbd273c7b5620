"""Reading an archive back: hostile until it is checked.

Only the names that `archive.py` writes, each once, as large as the manifest says and no larger; nothing is ever
unpacked to a path.
"""

import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable
from typing import BinaryIO, ParamSpec, TypeVar

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.responses.content import AuditContent
from audit_app.responses.evidence import LARGEST_FILE
from audit_app.results.matching.model import Decision
from audit_app.results.meetings import Meeting
from audit_app.steps import steps
from audit_app.storage.archive import (
    FORMAT,
    FORMAT_VERSION,
    LARGEST_JOURNAL,
    LARGEST_LISTING,
    MANIFEST,
    MOST_BYTES,
    MOST_FILES,
    SHORT,
    Archive,
    Manifest,
    NewerArchiveError,
    UnsoundArchiveError,
)
from audit_app.storage.audit_file import FILES, JOURNAL, content_in
from audit_app.storage.decisions import DECISIONS
from audit_app.storage.decisions import KEPT as DECISIONS_FILE
from audit_app.storage.errors import NewerFormatError
from audit_app.storage.installation import SETTINGS, settings_in
from audit_app.storage.meetings import KEPT as MEETINGS_FILE
from audit_app.storage.meetings import MEETINGS
from audit_app.storage.own_questionnaires import FOLDER, Document, opened
from audit_app.storage.protocol import Settings

MOST_PACKED = 200
"""So many times smaller than its content is nothing that we write: what packs better stands in it as it is."""
END = b"PK\x05\x06"

P = ParamSpec("P")
T = TypeVar("T")

_NAMES = re.compile(
    r"(?:settings|decisions|meetings)\.json"
    r"|questionnaires/[a-z0-9][a-z0-9_-]{0,80}-[0-9]{1,6}\.json"
    r"|audits/[A-Za-z0-9][A-Za-z0-9_-]{0,63}/(?:journal\.jsonl|files/[0-9a-f]{64})"
)
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,  # zipfile's word for a way of packing that it does not know
    EOFError,
    RuntimeError,
    ValueError,
    OverflowError,
    MemoryError,
    KeyError,
    IndexError,
)


def check_archive(source: BinaryIO) -> Manifest:
    """Read all of it again, as it would be to bring it back. Raises UnsoundArchiveError, NewerArchiveError."""
    return read_archive(source, files=False).manifest


def read_archive(source: BinaryIO, *, files: bool = True) -> Archive:
    """Without `files` the evidence is read and checked, but not kept. Raises as `check_archive`."""
    try:
        _check_listing(source)
        with zipfile.ZipFile(source, allowZip64=False) as archive:
            return _read(archive, files=files)
    except _UNREADABLE:
        raise UnsoundArchiveError(_("it is damaged, or no .zip file")) from None


def _check_listing(source: BinaryIO) -> None:
    """The list of files is read into memory as a whole, so its size is looked at first."""
    size = source.seek(0, 2)
    if size > MOST_BYTES:
        raise UnsoundArchiveError(_("it is larger than any that this app writes"))
    source.seek(max(0, size - 65_557))
    tail = source.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + 22:
        raise UnsoundArchiveError(_("it is damaged, or no .zip file"))
    if int.from_bytes(tail[at + 12 : at + 16], "little") > LARGEST_LISTING:
        raise UnsoundArchiveError(_("it holds more files than any that this app writes"))
    source.seek(0)


def _read(archive: zipfile.ZipFile, *, files: bool) -> Archive:
    infos = {info.filename: info for info in archive.infolist()}
    if len(infos) != len(archive.infolist()) or MANIFEST not in infos or len(infos) > MOST_FILES + 1:
        raise UnsoundArchiveError(_("it has no list of what it holds, or a file twice"))
    manifest = _manifest(_content(archive, infos[MANIFEST], LARGEST_LISTING))
    listed = {one.name: one for one in manifest.files}
    if len(listed) != len(manifest.files) or {*listed, MANIFEST} != {*infos}:
        raise UnsoundArchiveError(_("it does not hold what its list says"))
    if sum(one.size for one in manifest.files) > MOST_BYTES:
        raise UnsoundArchiveError(_("unpacked it would be larger than any that this app writes"))

    def content(name: str) -> bytes:
        expected = listed[name]
        if expected.size > (LARGEST_FILE if f"/{FILES}/" in name else LARGEST_JOURNAL):
            raise UnsoundArchiveError(_("its “{name}” is larger than it may be").format(name=name[:120]))
        found = _content(archive, infos[name], expected.size)
        if len(found) != expected.size or sha256(found) != expected.sha256:
            raise UnsoundArchiveError(_("its “{name}” is not as it was when it was written").format(name=name[:120]))
        return found

    return _archive(manifest, content, files=files)


def _manifest(content: bytes) -> Manifest:
    try:
        document = json.loads(content)
        if isinstance(document, dict) and document.get("format") == FORMAT:
            version = document.get("format_version")
            if isinstance(version, int) and version > FORMAT_VERSION:
                raise NewerArchiveError
        manifest = Manifest.model_validate_json(content)
    except (ValueError, ValidationError, RecursionError):
        raise UnsoundArchiveError(_("its list of what it holds can't be read")) from None
    if strange := next((one.name for one in manifest.files if not _NAMES.fullmatch(one.name)), None):
        raise UnsoundArchiveError(_("it holds “{strange}”, which is no part of a backup").format(strange=strange[:120]))
    return manifest


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Never more than expected comes into memory, whatever the file says about itself."""
    is_plain = info.external_attr >> 28 in (0, 0o10)  # not a link, a folder or a device
    if not is_plain or info.is_dir() or info.flag_bits & 0x1:
        raise UnsoundArchiveError(_("its “{filename}” is not a plain file").format(filename=info.filename[:120]))
    packed_too_well = info.file_size > SHORT and info.compress_size * MOST_PACKED < info.file_size
    if info.file_size > most or packed_too_well:
        raise UnsoundArchiveError(_("its “{filename}” is larger than it may be").format(filename=info.filename[:120]))
    with archive.open(info) as file:
        return file.read(most + 1)


def _archive(manifest: Manifest, content: Callable[[str], bytes], *, files: bool) -> Archive:
    settings: Settings | None = None
    questionnaires: list[Document] = []
    journals: dict[str, tuple[AuditContent, str | None]] = {}
    evidence: dict[str, list[bytes]] = {}
    decisions: tuple[Decision, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    for name in steps(_in_order(one.name for one in manifest.files)):
        parts = name.split("/")
        if parts == [SETTINGS]:
            settings = _sound(name, settings_in, content(name))
        elif parts == [DECISIONS]:
            decisions = _sound(name, DECISIONS_FILE.opened, content(name))
        elif parts == [MEETINGS]:
            meetings = _sound(name, MEETINGS_FILE.opened, content(name))
        elif parts[0] == FOLDER:
            questionnaires.append(_sound(name, opened, content(name), parts[1]).document)
        elif parts[2] == JOURNAL:
            journals[parts[1]] = _sound(name, content_in, content(name), parts[1])
        elif parts[1] not in journals or sha256(found := content(name)) != parts[3]:
            raise UnsoundArchiveError(_("it holds evidence that belongs to nothing"))
        elif files:
            evidence.setdefault(parts[1], []).append(found)
    return Archive(
        manifest=manifest,
        settings=settings,
        questionnaires=tuple(questionnaires),
        contents=tuple(
            one.model_copy(update={"files": tuple(evidence.get(audit_id, ()))})
            for audit_id, (one, _) in journals.items()
        ),
        places={audit_id: here for audit_id, (_, here) in journals.items() if here},
        decisions=decisions,
        meetings=meetings,
    )


def _sound(name: str, read: Callable[P, T], *given: P.args, **more: P.kwargs) -> T:
    """Damage has a sentence of its own, about a data folder; here it is about this file."""
    try:
        return read(*given, **more)
    except NewerFormatError:
        raise
    except AuditError:
        raise UnsoundArchiveError(_("its “{name}” can't be read").format(name=name[:120])) from None


def _in_order(names: Iterable[str]) -> list[str]:
    """An audit's journal before its evidence."""
    return sorted(names, key=lambda name: (f"/{FILES}/" in name, name))
