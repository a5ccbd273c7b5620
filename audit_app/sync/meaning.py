"""What a bundle means must hold together: the checks that its shape alone can't make."""

from collections.abc import Iterable
from datetime import datetime
from itertools import zip_longest

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.responses.evidence import LARGEST_FILE, check_link
from audit_app.responses.model import Entry
from audit_app.responses.refusals import LONGEST_COMMENT
from audit_app.responses.survey import terms_of
from audit_app.sync import refusals
from audit_app.sync.bundle import Bundle, BundledAudit
from audit_app.sync.sharing import Share, files_named, redacted

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""As in the stamps of entries; nearer to the ends of the calendar a time zone is enough to fall off it."""


def check_meaning(name: str, bundle: Bundle) -> None:
    """Raises an error of refusals.py."""
    _check_year(name, bundle.created, "created")
    listed = set(bundle.questionnaires)
    if len(listed) != len(bundle.questionnaires) or listed != {one.audit.questionnaire for one in bundle.audits}:
        raise refusals.UnlistedQuestionnaireError(name)
    seen: set[str] = set()
    for one in bundle.audits:
        if one.audit.id in seen:
            raise refusals.RepeatedAuditError(name, one.audit.id)
        seen.add(one.audit.id)
        _check_year(name, one.audit.created, _("the start of “{id}”").format(id=one.audit.id))
        _check_share(name, bundle.share, one)
        _check_entries(name, one.entries)
        _check_files(name, one)
        _check_responses(name, bundle.share, one)


def _check_year(name: str, moment: datetime, place: str) -> None:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise refusals.ImpossibleDateError(name, place)


def _check_share(name: str, share: Share, one: BundledAudit) -> None:
    """A file that says “scores” must not bring a name or a comment with it, on purpose or by mistake."""
    if share == "full":
        return
    in_order = tuple(sorted(one.entries, key=lambda entry: entry.stamp))
    if one.files or any(sent != kept for sent, kept in zip_longest(in_order, redacted(in_order, share))):
        raise refusals.MoreThanSharedError(name, share)


def _check_entries(name: str, entries: Iterable[Entry]) -> None:
    stamps: set[str] = set()
    for entry in entries:
        if entry.stamp in stamps:
            raise refusals.RepeatedStampError(name, entry.stamp)
        stamps.add(entry.stamp)
        if not _can_be_shown(entry):
            raise refusals.UnreadableEntryError(name, entry.subject, entry.field)


def _can_be_shown(entry: Entry) -> bool:
    """Comments and links go to screens and papers as they are; all else is read again where it is used."""
    match entry.field, entry.value:
        case "comment", str(text):
            return len(text) <= LONGEST_COMMENT
        case "evidence", {"kind": "link", "text": str(text)} if text:
            return _is_link(text)
        case _:
            return True


def _is_link(text: str) -> bool:
    try:
        check_link(text)
    except AuditError:
        return False
    return True


def _check_files(name: str, one: BundledAudit) -> None:
    named = files_named(one.entries)
    seen: set[str] = set()
    for file in one.files:
        if file.sha256 not in named or file.sha256 in seen:
            raise refusals.UnnamedEvidenceError(name, file.sha256)
        seen.add(file.sha256)
        if file.size != len(file.content) or file.size > LARGEST_FILE or sha256(file.content) != file.sha256:
            raise refusals.WrongEvidenceError(name, file.sha256)


def _check_responses(name: str, share: Share, one: BundledAudit) -> None:
    if not one.responses:
        return
    if share != "full":
        raise refusals.MoreThanSharedError(name, share)
    ids = [response.id for response in one.responses]
    try:
        groups = {response.group for response in one.as_content().responses}
    except ValidationError:
        raise refusals.ImpossibleResponseError(name, one.audit.id) from None
    terms = terms_of(one.entries)
    if one.audit.mode != "survey" or terms is None or len(set(ids)) < len(ids):
        raise refusals.ImpossibleResponseError(name, one.audit.id)
    if any(terms.group(group) is None for group in groups):
        raise refusals.ImpossibleResponseError(name, one.audit.id)
