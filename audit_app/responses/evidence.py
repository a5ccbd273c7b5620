"""Evidence files: which may be copied in, and how large."""

from collections.abc import Iterable
from pathlib import PurePath

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.regional import file_size
from audit_app.responses.model import Entry

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes: a scanned policy or a phone's photograph fits, and eight schools' evidence still travels on a stick."""

KINDS = {
    "pdf": b"%PDF",
    "png": b"\x89PNG",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "gif": b"GIF8",
    "webp": b"RIFF",
    "docx": b"PK",
    "xlsx": b"PK",
    "pptx": b"PK",
    "odt": b"PK",
    "ods": b"PK",
    "odp": b"PK",
    "txt": b"",
    "csv": b"",
    "md": b"",
}
"""File name ending to the bytes that such a file begins with: documents and pictures, nothing that runs."""


class EvidenceTooLargeError(AuditError):
    def __init__(self, name: str, size: int) -> None:
        super().__init__(
            _(
                "“{name}” is {size}; evidence files may have {most} MB. Make it smaller, or say in words where it is "
                "kept."
            ).format(name=name, size=file_size(size), most=LARGEST_FILE // 1024 // 1024)
        )


class EvidenceTypeError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” is not a kind of file that can be added. Documents and pictures can: {names}.").format(
                name=name, names=", ".join(KINDS)
            )
        )


class EvidenceContentError(AuditError):
    def __init__(self, name: str, ending: str) -> None:
        super().__init__(
            _(
                "“{name}” ends in “.{ending}”, but what is in it is something else, or damaged. Open it and save it "
                "again as what it is, then add it."
            ).format(name=name, ending=ending)
        )


class EmptyEvidenceError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(_("“{name}” is empty, so there is nothing to keep. Choose another file.").format(name=name))


class EvidenceLinkError(AuditError):
    def __init__(self, link: str) -> None:
        super().__init__(
            _("“{link}” is not a web address. Start it with https://, or add it as words.").format(link=link[:80])
        )


def files_named(entries: Iterable[Entry]) -> frozenset[str]:
    """SHA-256 of every evidence file that an entry speaks of, those taken back included."""
    return frozenset(
        name
        for entry in entries
        if isinstance(entry.value, dict) and entry.field == "evidence"
        if isinstance(name := entry.value.get("sha256"), str)
    )


def check_file(name: str, content: bytes) -> str:
    """The name to keep for the file: its last part, at most 120 characters, none of them one that hides or turns
    others. Raises when it may not be copied in."""
    seen = "".join(one for one in " ".join(name.replace("\\", "/").split()) if one.isprintable())
    shown = PurePath(seen).name.strip()[-120:] or "file"
    ending = PurePath(shown).suffix.removeprefix(".").lower()
    if not content:
        raise EmptyEvidenceError(shown)
    if len(content) > LARGEST_FILE:
        raise EvidenceTooLargeError(shown, len(content))
    if ending not in KINDS:
        raise EvidenceTypeError(shown)
    if not content.startswith(KINDS[ending]):
        raise EvidenceContentError(shown, ending)
    return shown


def check_link(link: str) -> str:
    """The address, trimmed. Raises EvidenceLinkError for anything but http and https."""
    address = link.strip()
    if not address.startswith(("https://", "http://")) or any(character.isspace() for character in address):
        raise EvidenceLinkError(link)
    return address
