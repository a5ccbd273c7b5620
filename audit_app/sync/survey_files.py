"""Invitation and response: the two small files by which a colleague answers a survey on another device.

The leader's device writes an invitation, which says what is asked and what becomes of the answers. The colleague's
device writes a response file with nothing in it about its writer, and keeps nothing. Both are canonical JSON (RFC 8785)
with a checksum, so that a file that was cut off or altered on its way is noticed.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, JsonValue, ValidationError

from audit_app.errors import AuditError
from audit_app.files import canonical_json, sha256
from audit_app.language import _
from audit_app.questionnaires.check import check
from audit_app.questionnaires.library import (
    Library,
    UnknownQuestionnaireError,
    UnknownVersionError,
    questionnaire_of,
)
from audit_app.questionnaires.model import FALLBACK_LANGUAGE, Questionnaire
from audit_app.responses.model import Audit, Frozen, Identifier, QuestionnaireRef
from audit_app.responses.survey import Response, Terms
from audit_app.sync import refusals
from audit_app.sync.handed_in import HandedIn
from audit_app.sync.hostile import bytes_of, canonical, document_of, text_of
from audit_app.sync.limits import LARGEST_BUNDLE, BundleTooLargeError
from audit_app.sync.reading import place_in
from audit_app.sync.refusals import printable

INVITATION = "audit-app/invitation"
RESPONSE = "audit-app/response"
FORMAT_VERSION = 1
LOOKED_AT = 400
_FORMAT = re.compile(rb'"format"\s*:\s*"audit-app/(invitation|response)"')
Source = Path | tuple[str, bytes]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class OtherInvitationError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” is not an invitation to a survey. Ask whoever sent it for the invitation file.").format(
                name=name
            )
        )


class OtherResponseError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” is not a response to a survey. Choose the file that “Hand in” made.").format(name=name)
        )


class AlteredSurveyFileError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{name}” was damaged or altered on its way, so nothing was taken from it. Ask for it again.").format(
                name=name
            )
        )


class UnknownSurveyError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "“{name}” answers a survey that was not opened in this data folder. Take it in on the device that did."
            ).format(name=name)
        )


class AnotherQuestionnaireError(AuditError):
    def __init__(self, name: str, title: str) -> None:
        super().__init__(
            _(
                "“{name}” asks a “{title}” other than the one of that name and version in this app, so it can’t be "
                "answered here. Ask its sender which app made it."
            ).format(name=name, title=title)
        )


class Invitation(Frozen):
    """What a colleague's device needs to know."""

    format: Literal["audit-app/invitation"]
    format_version: Literal[1]
    wave: Audit
    terms: Terms
    questionnaire: dict[str, JsonValue]
    """The whole document, in all its languages: the other device may not have it."""
    sha256: Sha256


class ResponseFile(Frozen):
    """One colleague's answers, and to which survey they are given."""

    format: Literal["audit-app/response"]
    format_version: Literal[1]
    wave: Identifier
    """The id of the wave that it answers."""
    questionnaire: QuestionnaireRef
    response: HandedIn
    sha256: Sha256


def write_invitation(wave: Audit, terms: Terms, document: Mapping[str, object]) -> bytes:
    """The same bytes for the same wave."""
    return _written(
        {
            "format": INVITATION,
            "format_version": FORMAT_VERSION,
            "wave": wave.model_dump(mode="json"),
            "terms": terms.model_dump(mode="json"),
            "questionnaire": dict(document),
        }
    )


def write_response(wave: Audit, response: Response) -> bytes:
    """A file that says nothing about who made it, where, or at what time of the day."""
    return _written(
        {
            "format": RESPONSE,
            "format_version": FORMAT_VERSION,
            "wave": wave.id,
            "questionnaire": wave.questionnaire.model_dump(mode="json"),
            "response": HandedIn.of(response).model_dump(mode="json", exclude_none=True),
        }
    )


def kind_of(data: bytes) -> Literal["invitation", "response"] | None:
    """What a file says that it is, at its beginning; only for leading people to where it can be read."""
    match _FORMAT.search(data[:LOOKED_AT]):
        case None:
            return None
        case found:
            return "invitation" if found[1] == b"invitation" else "response"


def read_invitation(source: Source) -> Invitation:
    """Raises OtherInvitationError, AlteredSurveyFileError and what hostile.py refuses."""
    name, document = _read(source, INVITATION, OtherInvitationError)
    return _shaped(Invitation, name, document)


def read_response(source: Source) -> tuple[ResponseFile, Response]:
    """The file, and the response in it.

    Raises OtherResponseError, AlteredSurveyFileError and what hostile.py refuses.
    """
    name, document = _read(source, RESPONSE, OtherResponseError)
    found = _shaped(ResponseFile, name, document)
    try:
        return found, found.response.as_response()
    except ValidationError:
        raise AlteredSurveyFileError(name) from None


def invited_questionnaire(
    invitation: Invitation, library: Library, name: str, language: str = FALLBACK_LANGUAGE
) -> Questionnaire:
    """What the invitation asks: from this app where it has it, else from the file.

    Raises AnotherQuestionnaireError, AlteredSurveyFileError.
    """
    wanted = invitation.wave.questionnaire
    try:
        found = library.get(wanted.id, wanted.version)
    except (UnknownQuestionnaireError, UnknownVersionError):
        if any(one.grade == "error" for one in check(json.dumps(invitation.questionnaire).encode())):
            raise AlteredSurveyFileError(printable(name)) from None
        found = questionnaire_of(invitation.questionnaire, printable(name), language)
    if QuestionnaireRef.to(found) != wanted:
        raise AnotherQuestionnaireError(printable(name), found.title)
    return found


Shaped = TypeVar("Shaped", Invitation, ResponseFile)


def _written(body: dict[str, Any]) -> bytes:
    document = {**body, "sha256": sha256(canonical_json(body))}
    return json.dumps(document, indent=1, ensure_ascii=True).encode() + b"\n"


def _read(source: Source, file_format: str, other: type[AuditError]) -> tuple[str, dict[str, Any]]:
    if isinstance(source, Path):
        name, data = printable(source.name), bytes_of(source)
    else:
        name, data = printable(source[0]), source[1]
    if len(data) > LARGEST_BUNDLE:
        raise BundleTooLargeError(name)
    document, form = document_of(name, text_of(name, data), file_format)
    if document.get("format") != file_format:
        raise other(name)
    version = document.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise refusals.NewerFormatError(name)
    try:
        body = canonical({key: value for key, value in document.items() if key != "sha256"}, form)
    except ValueError:
        raise AlteredSurveyFileError(name) from None
    if document.get("sha256") != sha256(body):
        raise AlteredSurveyFileError(name)
    return name, document


def _shaped(model: type[Shaped], name: str, document: dict[str, Any]) -> Shaped:
    try:
        return model.model_validate_json(json.dumps(document), strict=True)
    except ValidationError as problem:
        error = problem.errors(include_url=False, include_context=False, include_input=False)[0]
        if error["type"] == "extra_forbidden":
            raise refusals.UnknownPartError(name, place_in(error["loc"])) from None
        raise AlteredSurveyFileError(name) from None
