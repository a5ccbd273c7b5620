"""The library: what ships, what a data folder adds, and that neither can change what was answered."""

import json

import pytest

from audit_app.files import sha256
from audit_app.questionnaires.check import check
from audit_app.questionnaires.library import (
    DATA,
    FIRST,
    Library,
    UnknownQuestionnaireError,
    UnknownVersionError,
    shipped,
    shipped_file,
)
from audit_app.questionnaires.model import Questionnaire
from tests.questionnaires.making import a_questionnaire, an_item

RELEASED = [name.rsplit("/", 1) for name in json.loads((DATA / "fingerprints.json").read_bytes())]


def a_form(name: str = "a-form", version: int = 1, title: str = "A form") -> Questionnaire:
    return a_questionnaire(an_item("one"), id=name, version=version, title=title)


def a_library(*ships: Questionnaire) -> Library:
    return Library({(one.id, one.version): one for one in ships})


@pytest.mark.parametrize(("name", "version"), RELEASED)
def test_a_released_file_is_as_it_was_released_and_has_no_mistakes(name: str, version: str) -> None:
    content = shipped_file(name, int(version))
    listed = json.loads((DATA / "fingerprints.json").read_bytes())
    assert sha256(content) == listed[f"{name}/{version}"]
    assert check(content) == ()
    one = shipped().get(name, int(version))
    assert (one.id, one.version) == (name, int(version))


def test_the_newest_version_of_each_is_offered_the_one_to_begin_with_first_and_own_last() -> None:
    library = a_library(*(a_form(version=version) for version in (1, 10, 2)), a_form(FIRST, title="Z"))
    library.add([a_form("b-form", title="B"), a_form("y-form", title="A")])
    offered = [(one.id, one.version) for one in library.latest()]
    assert offered == [(FIRST, 1), ("a-form", 10), ("y-form", 1), ("b-form", 1)]
    assert [one.version for one in library.versions("a-form")] == [1, 2, 10]


def test_a_data_folders_own_stand_beside_those_that_ship() -> None:
    library = a_library(a_form())
    library.add([a_form("own-form", 1), a_form("own-form", 2)])
    assert {one.id for one in library.latest()} == {"a-form", "own-form"}
    assert library.get("own-form").version == 2
    assert library.get("own-form", 1).version == 1
    assert library.is_shipped("a-form")
    assert not library.is_shipped("own-form")


def test_what_ships_is_never_replaced_by_a_data_folders_own() -> None:
    library = a_library(a_form(title="Ours"))
    library.add([a_form(title="Theirs"), a_form(version=2, title="Theirs")])
    assert library.get("a-form").title == library.get("a-form", 1).title == "Ours"
    assert [one.title for one in library.latest()] == ["Ours"]
    assert library.get("a-form", 2).title == "Theirs"  # answered before it shipped


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(UnknownQuestionnaireError, match=r"“b-form”. These there are: a-form"):
        a_library(a_form()).get("b-form")
    with pytest.raises(UnknownVersionError, match="import that questionnaire first"):
        a_library(a_form()).get("a-form", 2)
    with pytest.raises(UnknownVersionError):
        shipped_file("partnership-health", 99)
