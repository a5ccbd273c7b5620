"""Signatures: of everything in a bundle, the same each time, and refused after any change."""

import json
import sys
from contextlib import suppress
from itertools import product
from typing import Any

import jsonschema
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from audit_app.errors import AuditError
from audit_app.files import canonical_json, sha256
from audit_app.sync import signing
from audit_app.sync.bundle import UNHASHED, bundle_schema
from audit_app.sync.reading import read_bundle
from audit_app.sync.refusals import MalformedBundleError, UnknownPartError, WrongChecksumError, WrongSignatureError
from tests.sync.builders import a_file, a_secret, a_signed_bundle, a_signed_file

SIGNED = a_signed_file(share="scores")
READ = read_bundle(("signed.json", SIGNED))


def changed(**keys: object) -> bytes:
    return json.dumps({**json.loads(SIGNED), **keys}).encode()


def with_signature(**keys: object) -> bytes:
    return changed(signature={**json.loads(SIGNED)["signature"], **keys})


def test_any_program_can_check_it_with_what_the_documentation_says() -> None:
    document: dict[str, Any] = json.loads(SIGNED)
    hashed = sha256(canonical_json({name: value for name, value in document.items() if name not in UNHASHED}))
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(document["signature"]["key"]))
    key.verify(bytes.fromhex(document["signature"]["value"]), f"audit-app/bundle:sha256:{hashed}".encode())


def test_the_same_key_and_audits_give_the_same_bytes() -> None:
    assert a_signed_file() == a_signed_file() != a_signed_file(by="tablet")


def test_the_signature_changes_nothing_else() -> None:
    signed, plain = json.loads(a_signed_file()), json.loads(a_file())
    assert {**signed, "signature": None} == plain


def test_what_is_signed_fits_the_published_schema() -> None:
    jsonschema.validate(json.loads(SIGNED), bundle_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(with_signature(algorithm="rsa")), bundle_schema())


def test_a_bundle_without_a_signature_is_read_as_before() -> None:
    assert read_bundle(("old.json", a_file())).signature is None


@given(st.data())
def test_any_one_byte_changed_is_refused_or_reads_the_same(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SIGNED) - 1))
    byte = data.draw(st.integers(0, 255))
    mutant = SIGNED[:at] + bytes([byte]) + SIGNED[at + 1 :]
    with suppress(AuditError):
        assert read_bundle(("signed.json", mutant)) == READ


def test_no_byte_of_the_signature_itself_can_be_another() -> None:
    for at, change in product(range(SIGNED.index(b'"signature"'), len(SIGNED)), (1, 0x20)):
        byte = SIGNED[at] ^ change
        mutant = SIGNED[:at] + bytes([byte]) + SIGNED[at + 1 :]
        with suppress(AuditError):
            assert read_bundle(("signed.json", mutant)) == READ


def test_what_was_changed_with_its_checksum_made_right_is_refused() -> None:
    document = json.loads(SIGNED)
    document["school"]["name"] = "Ashfield Primary"
    body = {name: value for name, value in document.items() if name not in UNHASHED}
    document["sha256"] = sha256(canonical_json(body))
    with pytest.raises(WrongSignatureError, match=r"“x\.json” was altered"):
        read_bundle(("x.json", json.dumps(document).encode()))


def test_another_key_beside_the_signature_is_refused() -> None:
    with pytest.raises(WrongSignatureError):
        read_bundle(("x.json", with_signature(key=signing.public_key(a_secret("tablet")))))


@pytest.mark.parametrize("key", ["0" * 64, "f" * 64, "ed" + "f" * 60 + "7f", "01" + "0" * 62])
def test_a_key_that_is_no_honest_one_signs_nothing(key: str) -> None:
    with pytest.raises(WrongSignatureError):
        read_bundle(("x.json", with_signature(key=key, value="0" * 128)))


@pytest.mark.parametrize(
    "signature",
    [
        "",
        {},
        [],
        1,
        {"algorithm": "none", "key": "0" * 64, "value": "0" * 128},
        {"algorithm": "ed25519", "key": "0" * 63, "value": "0" * 128},
        {"algorithm": "ed25519", "key": "A" * 64, "value": "0" * 128},
        {"algorithm": "ed25519", "key": "0" * 64, "value": "0" * 127 + "\n"},
    ],
)
def test_a_signature_of_another_shape_is_refused(signature: object) -> None:
    with pytest.raises(MalformedBundleError, match="signature"):
        read_bundle(("x.json", changed(signature=signature)))


def test_a_signature_with_more_to_it_is_taken_for_a_newer_apps() -> None:
    more = {"algorithm": "ed25519", "key": "0" * 64, "value": "0" * 128, "more": 1}
    with pytest.raises(UnknownPartError, match="signature"):
        read_bundle(("x.json", changed(signature=more)))


def test_the_checksum_is_looked_at_first() -> None:
    with pytest.raises(WrongChecksumError):
        read_bundle(("x.json", changed(share="full")))


def test_a_fingerprint_is_thirty_digits_in_groups_and_each_key_has_its_own() -> None:
    found = {signing.fingerprint(signing.public_key(a_secret(str(number)))) for number in range(50)}
    assert len(found) == 50
    assert all([len(group) for group in one.split()] == [5] * 6 and one.replace(" ", "").isdigit() for one in found)
    assert signing.fingerprint("00" * 32) == "68066 44534 77343 91873 47465 53888"


def test_without_the_library_nothing_is_signed_and_what_is_signed_is_still_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.asymmetric.ed25519", None)
    assert not signing.can_sign()
    assert read_bundle(("signed.json", SIGNED)) == READ


def test_the_key_is_read_with_the_bundle() -> None:
    signature = a_signed_bundle().signature
    assert signature is not None
    assert signature.key == signing.public_key(a_secret())
