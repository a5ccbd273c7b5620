"""The format: the same audits give the same bytes, as the published schema says."""

import hashlib
import json
from typing import Any

import jsonschema
import pytest
import rfc8785

from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.content import AuditContent
from audit_app.sync.bundle import Share, bundle_schema, digest
from audit_app.sync.limits import BundleTooLargeToWriteError
from audit_app.sync.reading import read_bundle
from tests.sync.builders import OAKFIELD, a_bundle, a_file, an_audit, everything, said

SHARES: tuple[Share, ...] = ("scores", "comments", "full")


def another() -> AuditContent:
    return everything().model_copy(update={"audit": an_audit("another-1", wave="Spring 2027")})


def test_the_top_level_is_as_designed() -> None:
    document = json.loads(a_file(share="scores"))
    assert list(document) == [
        "format",
        "format_version",
        "created",
        "school",
        "share",
        "questionnaires",
        "audits",
        "sha256",
        "signature",
    ]
    assert document["created"] == "2026-11-22T09:00:00Z"
    assert document["signature"] is None


def test_the_hash_covers_everything_but_itself_and_the_signature() -> None:
    document: dict[str, Any] = json.loads(a_file())
    claimed = document.pop("sha256")
    document.pop("signature")
    assert hashlib.sha256(rfc8785.dumps(document)).hexdigest() == claimed == digest(json.loads(a_file()))


@pytest.mark.parametrize("share", SHARES)
def test_the_same_audits_give_the_same_bytes_in_whatever_order_they_come(share: Share) -> None:
    shuffled = everything().model_copy(update={"entries": everything().entries[::-1]})
    assert a_file(everything(), another(), share=share) == a_file(another(), shuffled, share=share)


def test_the_file_is_plain_ascii() -> None:
    assert a_file().isascii()


@pytest.mark.parametrize("share", SHARES)
def test_what_is_written_fits_the_published_schema(share: Share) -> None:
    schema = bundle_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(a_file(everything(), another(), share=share)), schema)


@pytest.mark.parametrize(("key", "value"), [("share", "all"), ("format_version", 2), ("extra", 1), ("audits", {})])
def test_the_published_schema_refuses_what_is_not_a_bundle(key: str, value: object) -> None:
    document = {**json.loads(a_file()), key: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, bundle_schema())


def test_the_schema_names_itself() -> None:
    assert bundle_schema()["$id"] == "urn:audit-app:bundle:1"
    assert bundle_schema()["title"] == "School Audit bundle"


def test_the_shipped_questionnaires_fit_the_schema_of_questionnaires() -> None:
    from importlib import resources

    content = (resources.files("audit_app.questionnaires") / "data" / "partnership-health.json").read_text("utf-8")
    jsonschema.validate(json.loads(content), Questionnaire.model_json_schema(mode="validation"))


def test_several_audits_travel_in_one_file() -> None:
    bundle = a_bundle(everything(), another())
    assert [one.audit.id for one in bundle.audits] == ["another-1", "oakfield-1"]
    assert len(bundle.questionnaires) == 1
    assert bundle.school == OAKFIELD


def test_no_audit_at_all_is_a_bundle_too() -> None:
    from audit_app.sync.bundle import write_bundle
    from tests.sync.builders import CREATED

    assert read_bundle(("empty.json", write_bundle([], OAKFIELD, "full", CREATED))).audits == ()


def test_more_than_any_app_would_read_back_is_not_written() -> None:
    many = AuditContent(audit=an_audit(), entries=tuple(said(second, "comment", "x") for second in range(45_000)))
    with pytest.raises(BundleTooLargeToWriteError, match="more than a bundle can hold"):
        a_file(many)
