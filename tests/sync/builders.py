"""Audits for the tests of what travels: two people's work on one self-audit, with all that can be in it."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from pydantic import JsonValue

from audit_app.files import sha256
from audit_app.questionnaires.library import Library, shipped
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Audit, Entry, QuestionnaireRef, School, item_subject
from audit_app.sync.bundle import Bundle, Share, write_bundle
from audit_app.sync.reading import read_bundle
from audit_app.sync.signing import signer

CREATED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OAKFIELD = School(name="Oakfield Primary", urn="123456", phase="primary", pupils=420)
MINUTES = b"%PDF-1.7 minutes of the governors' meeting"
LIBRARY: Library = shipped()
QUESTIONNAIRE: Questionnaire = LIBRARY.get("partnership-health")
ITEMS = tuple(item.id for item in QUESTIONNAIRE.items)


def a_stamp(second: int, device: str = "laptop") -> str:
    moment = (CREATED + timedelta(seconds=second)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return f"{moment}~0000~{device}"


def an_audit(audit_id: str = "oakfield-1", school: School = OAKFIELD, wave: str = "Autumn 2026") -> Audit:
    return Audit(
        id=audit_id,
        questionnaire=QuestionnaireRef.to(QUESTIONNAIRE),
        mode="self_audit",
        school=school,
        wave=wave,
        created=CREATED,
    )


def said(
    second: int,
    field: str,
    value: JsonValue,
    *,
    item: str = ITEMS[0],
    replaces: Iterable[str] = (),
    by: str = "Ann Ahmed",
    device: str = "laptop",
    subject: str | None = None,
) -> Entry:
    return Entry(
        stamp=a_stamp(second, device),
        by=by,
        subject=subject or item_subject(item),
        field=field,
        value=value,
        replaces=tuple(replaces),
    )


def level(
    second: int, option: str, item: str = ITEMS[0], replaces: Iterable[str] = (), device: str = "laptop"
) -> Entry:
    return said(second, "answer", {"option": option}, item=item, replaces=replaces, device=device)


def everything() -> AuditContent:
    """Corrected, taken back and rival answers, comments, evidence of each kind, a plan, a submission, a reopening."""
    first, second, third, fourth, fifth = ITEMS[:5]
    entries = (
        level(1, "1"),
        level(2, "3", replaces=[a_stamp(1)]),
        level(3, "4", replaces=[a_stamp(2)]),
        level(4, "2", second),
        said(5, "answer", {"reason": "not_applicable"}, item=second, by="Bob Byrne", device="tablet"),
        level(6, "2", third),
        said(7, "answer", None, item=third, replaces=[a_stamp(6)]),
        said(8, "comment", "R&D <b>x</b> Siân 🙂", item=first),
        said(9, "comment", "R&D <b>y</b> Siân 🙂", item=first, replaces=[a_stamp(8)]),
        said(10, "comment", "Taken back", item=second),
        said(11, "comment", None, item=second, replaces=[a_stamp(10)]),
        said(12, "evidence", {"kind": "text", "text": "Termly minutes"}, item=first),
        said(13, "evidence", {"kind": "link", "text": "https://example.org/policy"}, item=first),
        said(
            14,
            "evidence",
            {"kind": "file", "text": "minutes.pdf", "sha256": sha256(MINUTES), "size": len(MINUTES)},
            item=fourth,
        ),
        said(15, "evidence", {"kind": "text", "text": "Taken back"}, item=fourth),
        said(16, "evidence", None, item=fourth, replaces=[a_stamp(15)]),
        level(17, "3", fourth),
        said(18, "answer", {"reason": "prefer_not_to_say"}, item=fifth),
        said(20, "submission", {"entries": [a_stamp(3), a_stamp(17)]}, subject="audit"),
        said(21, "reopening", {"submission": a_stamp(20), "reason": "Bob was away"}, subject="audit"),
        said(30, "title", "Fix the trust", subject="plan/p1"),
        said(31, "owner", "Carol Clarke", subject="plan/p1"),
    )
    return AuditContent(audit=an_audit(), entries=entries, files=(MINUTES,))


def a_file(*contents: AuditContent, share: Share = "full") -> bytes:
    return write_bundle(contents or (everything(),), OAKFIELD, share, CREATED)


def a_bundle(*contents: AuditContent, share: Share = "full") -> Bundle:
    return read_bundle(("bundle.json", a_file(*contents, share=share)))


def a_secret(owner: str = "laptop") -> bytes:
    """An installation's 32 secret bytes; never the same for two owners."""
    return bytes.fromhex(sha256(owner.encode()))


def a_signed_file(
    *contents: AuditContent, share: Share = "full", by: str = "laptop", school: School = OAKFIELD
) -> bytes:
    return write_bundle(contents or (everything(),), school, share, CREATED, signer(a_secret(by)))


def a_signed_bundle(*contents: AuditContent, by: str = "laptop", school: School = OAKFIELD) -> Bundle:
    return read_bundle(("signed.json", a_signed_file(*contents, by=by, school=school)))


def here(*contents: AuditContent) -> Callable[[str], AuditContent | None]:
    return {one.audit.id: one for one in contents}.get
