"""Packed: what is held in memory while an audit is open."""

from typing import Any

from audit_app.responses.model import Entry
from audit_app.storage.packed import Packed, held
from tests.builders import an_entry


def test_what_is_packed_reads_as_it_was() -> None:
    documents: dict[str, dict[str, Any]] = {
        "b": {"n": [1, 2.5, None, True]},
        "a": {"words": "“Yes” – \ud800", "deep": {"x": {}}},
    }
    packed = Packed(documents)
    assert dict(packed) == documents
    assert [*packed] == ["b", "a"]
    assert packed == documents


def test_a_document_that_was_looked_at_may_be_changed_without_changing_what_is_held() -> None:
    given = {"n": [1]}
    packed = Packed({"a": given})
    given["n"].append(2)
    packed["a"]["n"].append(3)
    assert packed["a"] == {"n": [1]}


def test_models_that_are_held_share_what_says_which_fields_were_given() -> None:
    one, other = held([an_entry("One"), an_entry("Two")])
    assert one.model_fields_set is other.model_fields_set
    assert one.model_dump(exclude_unset=True) == an_entry("One").model_dump(exclude_unset=True)


def test_a_changed_copy_of_a_held_model_leaves_the_others_as_they_were() -> None:
    one, other = held(
        [Entry.model_validate(an_entry(said).model_dump(exclude={"redacted"})) for said in ("One", "Two")]
    )
    poorer = one.model_copy(update={"redacted": True})
    assert "redacted" in poorer.model_fields_set
    assert "redacted" not in other.model_fields_set
