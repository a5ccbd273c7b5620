"""Listing a questionnaire as shipped is honest: nothing that was released is ever listed anew."""

import pytest

from audit_app.files import sha256
from tests.questionnaires.making import a_document, an_item, as_file
from tests.questionnaires.release import NotListedError, listed_with

FILE = as_file(a_document(an_item("one")))
CHANGED = as_file(a_document(an_item("one", text="Other words.")))


def test_a_new_file_is_listed_beside_the_others() -> None:
    assert listed_with({"b-form/1": "x"}, {}, FILE) == {"b-form/1": "x", "a-form/1": sha256(FILE)}


def test_a_file_may_change_until_it_is_released() -> None:
    before = listed_with({}, {}, FILE)
    assert listed_with(before, {}, CHANGED) == {"a-form/1": sha256(CHANGED)}
    assert listed_with(before, before, FILE) == before
    with pytest.raises(NotListedError, match="make the next version"):
        listed_with(before, before, CHANGED)


def test_a_file_with_anything_to_mend_is_not_listed() -> None:
    with pytest.raises(NotListedError, match="Mend them first"):
        listed_with({}, {}, as_file(a_document(an_item("one", text=""))))
