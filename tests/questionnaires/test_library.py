"""The library that ships: several versions of one questionnaire side by side, and none changed unnoticed."""

import json
from pathlib import Path

import pytest

from audit_app.files import sha256
from audit_app.questionnaires.library import ChangedQuestionnaireError, shipped
from tests.questionnaires.making import a_document, an_item, as_file


def released(folder: Path) -> Path:
    """Version 2 of a form, and version 1 beside it."""
    files = {
        ("a-form.json", "a-form/2"): as_file(a_document(an_item("b"), version=2)),
        ("a-form-1.json", "a-form/1"): as_file(a_document(an_item("a"))),
    }
    for (name, _), content in files.items():
        (folder / name).write_bytes(content)
    listed = {key: sha256(content) for (_, key), content in files.items()}
    (folder / "fingerprints.json").write_text(json.dumps(listed), encoding="utf-8")
    return folder


def test_an_older_version_stays_beside_the_newest(tmp_path: Path) -> None:
    library = shipped(folder=released(tmp_path))
    assert [one.version for one in library.versions("a-form")] == [1, 2]
    assert library.get("a-form").version == 2
    assert list(library.get("a-form", 1).items_by_id) == ["a"]


@pytest.mark.parametrize("name", ["a-form.json", "a-form-1.json"])
def test_a_changed_byte_in_any_version_is_noticed(tmp_path: Path, name: str) -> None:
    file = released(tmp_path) / name
    file.write_bytes(file.read_bytes().replace(b"A form", b"A farm"))
    with pytest.raises(ChangedQuestionnaireError, match="is not the one that was released"):
        shipped(folder=tmp_path)


def test_a_version_that_is_missing_is_noticed(tmp_path: Path) -> None:
    (released(tmp_path) / "a-form-1.json").unlink()
    with pytest.raises(ChangedQuestionnaireError, match="version 1"):
        shipped(folder=tmp_path)
