"""The bundle: the JSON file that travels between devices and schools, and writing one.

The file is plain ASCII, indented, with its keys in one order, so the same audits always give the same bytes and no mail
program or editor that guesses at encodings can damage it. `sha256` is that of the canonical JSON (RFC 8785) of
everything but itself and `signature`; what the signature covers, says `signing.py`. docs/bundle.md is the format for
programmers of other apps.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BeforeValidator, FailFast, Field, PlainSerializer, WithJsonSchema

from audit_app.errors import AuditError
from audit_app.files import canonical_json, sha256
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Audit, Entry, Frozen, QuestionnaireRef, School
from audit_app.sync.handed_in import HandedIn
from audit_app.sync.limits import BundleTooLargeToWriteError, check_limits
from audit_app.sync.sharing import Share as Share
from audit_app.sync.sharing import shared
from audit_app.sync.signing import Sign, Signature

FORMAT = "audit-app/bundle"
FORMAT_VERSION = 1
UNHASHED = ("sha256", "signature")

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def _from_base64(value: object) -> object:
    if isinstance(value, str):
        try:
            return base64.b64decode(value, validate=True)
        except (binascii.Error, ValueError):
            raise ValueError("not base64") from None
    return value


Content = Annotated[
    bytes,
    BeforeValidator(_from_base64),
    PlainSerializer(lambda content: base64.b64encode(content).decode(), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "contentEncoding": "base64"}),
]
"""Bytes; in JSON as base64."""


class BundledFile(Frozen):
    """An evidence file; it has no name of its own here, so none can point anywhere."""

    sha256: Sha256
    size: Annotated[int, Field(ge=1)]
    """Bytes."""
    content: Content


class BundledAudit(Frozen):
    """One audit, as much of it as is shared."""

    audit: Audit
    entries: Annotated[tuple[Entry, ...], FailFast()]
    files: Annotated[tuple[BundledFile, ...], FailFast()] = ()
    responses: Annotated[tuple[HandedIn, ...], FailFast()] = ()
    """Anonymous responses to a survey, in the order of their random ids; only in `full`."""

    def as_content(self) -> AuditContent:
        """Raises pydantic.ValidationError where a response is none."""
        return AuditContent(
            audit=self.audit,
            entries=self.entries,
            files=tuple(file.content for file in self.files),
            responses=tuple(one.as_response() for one in self.responses),
        )


class Bundle(Frozen):
    """The JSON file that travels."""

    format: Literal["audit-app/bundle"]
    format_version: Literal[1]
    created: AwareDatetime
    school: School
    """Who made it."""
    share: Share
    questionnaires: Annotated[tuple[QuestionnaireRef, ...], FailFast()]
    """Those that its audits answer."""
    audits: Annotated[tuple[BundledAudit, ...], FailFast()]
    sha256: Sha256
    """Of the canonical JSON (RFC 8785) of everything but this and the signature."""
    signature: Signature | None
    """The sender's; None where its device could not sign."""


def write_bundle(
    contents: Sequence[AuditContent], school: School, share: Share, created: datetime, sign: Sign | None = None
) -> bytes:
    """The file's bytes: the same for the same audits and the same key, in whatever order they come.

    Raises BundleTooLargeToWriteError, because what no app would read back is not written.
    """
    travelling = sorted((shared(one, share) for one in contents), key=lambda one: one.audit.id)
    answered = {one.audit.questionnaire for one in travelling}
    body: dict[str, Any] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "created": created.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "school": school.model_dump(mode="json"),
        "share": share,
        "questionnaires": [one.model_dump() for one in sorted(answered, key=lambda one: (one.id, one.version))],
        "audits": [_document(one) for one in travelling],
    }
    hashed = sha256(canonical_json(body))
    document = {**body, "sha256": hashed, "signature": sign(hashed).model_dump() if sign else None}
    ordered = {key: _in_order(value) for key, value in document.items()}
    written = json.dumps(ordered, indent=1, ensure_ascii=True).encode() + b"\n"
    try:
        check_limits(FORMAT, written)
    except AuditError:
        raise BundleTooLargeToWriteError from None
    return written


def bundle_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:audit-app:bundle:{FORMAT_VERSION}",
        **Bundle.model_json_schema(mode="validation"),
        "title": "School Audit bundle",
    }


def digest(document: Mapping[str, object]) -> str:
    """What `sha256` must be in a bundle that was read as JSON."""
    return sha256(canonical_json({name: value for name, value in document.items() if name not in UNHASHED}))


def contents_of(bundles: Iterable[Bundle]) -> tuple[AuditContent, ...]:
    """Every audit in them, in the order given."""
    return tuple(one.as_content() for bundle in bundles for one in bundle.audits)


def _in_order(value: Any) -> Any:
    """With sorted keys, which makes its canonical form quick to write again; at the top the format comes first."""
    match value:
        case dict():
            return {key: _in_order(value[key]) for key in sorted(value)}
        case list():
            return [_in_order(one) for one in value]
        case _:
            return value


def _entry(entry: Entry) -> dict[str, Any]:
    """Without what goes without saying: a third less to write and to read; and older apps read what they can know."""
    return {"value": None, **entry.model_dump(mode="json", exclude_defaults=True)}


def _document(content: AuditContent) -> dict[str, Any]:
    files = [BundledFile(sha256=sha256(one), size=len(one), content=one) for one in content.files]
    responses = [HandedIn.of(one).model_dump(mode="json", exclude_none=True) for one in content.responses]
    return {
        "audit": content.audit.model_dump(mode="json"),
        "entries": [_entry(entry) for entry in content.entries],
        "files": [file.model_dump(mode="json") for file in files],
        **({"responses": responses} if responses else {}),
    }
