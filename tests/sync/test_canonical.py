"""What a checksum covers is the canonical form (RFC 8785), by whichever way it is written."""

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from audit_app.sync.hostile import Form, canonical, document_of
from tests.sync.builders import a_signed_file, everything

NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-(2.0**53) + 1, 2.0**53 - 1)
VALUES = st.recursive(
    NUMBERS | st.booleans() | st.none() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text("abcäñ€😀é", max_size=4), inner, max_size=5),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["a", "b", "ä"]), VALUES, max_size=3), st.booleans())
def test_the_quick_way_and_the_thorough_way_write_the_same_bytes(document: dict[str, object], escaped: bool) -> None:
    for in_order in (False, True):
        text = json.dumps(document, ensure_ascii=escaped, sort_keys=in_order)
        read, form = document_of("a.json", text, "audit-app/bundle")
        assert canonical(read, form) == rfc8785.dumps(document)  # type: ignore[arg-type]  # JSON values


@pytest.mark.parametrize(
    ("number", "form"), [("3.0", "sorted"), ("2.75", "sorted"), ("1e-7", "other"), ("0.00001", "other")]
)
def test_numbers_that_python_writes_otherwise_take_the_thorough_way(number: str, form: Form) -> None:
    assert document_of("a.json", f'{{"a":{number}}}', "audit-app/bundle")[1] == form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('{"b":{"a":1,"b":2},"a":1}', "sorted"),  # the top is put in order anyway
        ('{"a":{"b":1,"a":2},"b":1}', "plain"),
        ('{"a":[{"a":{"b":1,"a":2}}]}', "plain"),
        ('{"a":{"é":1}}', "other"),
        ('{"a":{"\\u00e9":1}}', "other"),
    ],
)
def test_only_what_stands_in_its_order_is_taken_to_be_sorted(text: str, form: Form) -> None:
    read, found = document_of("a.json", text, "audit-app/bundle")
    assert found == form
    assert canonical(read, found) == rfc8785.dumps(json.loads(text))


def test_our_own_bundles_are_read_the_quick_way() -> None:
    written = a_signed_file(everything()).decode()
    assert document_of("a.json", written, "audit-app/bundle")[1] == "sorted"
    assert written.lstrip("{ \n").startswith('"format"')
