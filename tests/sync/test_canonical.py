"""What a checksum covers is the canonical form (RFC 8785), by whichever way it is written."""

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from audit_app.sync.hostile import canonical, document_of

NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-(2.0**53) + 1, 2.0**53 - 1)
VALUES = st.recursive(
    NUMBERS | st.booleans() | st.none() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text("abcäñ€😀é", max_size=4), inner, max_size=5),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["a", "b", "ä"]), VALUES, max_size=3), st.booleans())
def test_the_quick_way_and_the_thorough_way_write_the_same_bytes(document: dict[str, object], escaped: bool) -> None:
    text = json.dumps(document, ensure_ascii=escaped)
    read, plain = document_of("a.json", text, "audit-app/bundle")
    assert canonical(read, plain=plain) == rfc8785.dumps(document)  # type: ignore[arg-type]  # JSON values


@pytest.mark.parametrize(("number", "plain"), [("3.0", True), ("2.75", True), ("1e-7", False), ("0.00001", False)])
def test_numbers_that_python_writes_otherwise_take_the_thorough_way(number: str, plain: bool) -> None:
    assert document_of("a.json", f'{{"a":{number}}}', "audit-app/bundle")[1] is plain
