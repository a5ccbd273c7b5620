"""Which language the app begins in: what the environment says, else the settings, else the device, else English."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from audit_app import start
from audit_app.app import open_workspace


def wanted(*arguments: str, **environment: str) -> list[str]:
    return list(start.languages(arguments, {"AUDIT_APP_DATA": "/nowhere", **environment}))


def with_settings(folder: Path, language: str) -> Path:
    workspace = open_workspace(folder)
    workspace.keep_settings(workspace.settings().model_copy(update={"language": language}))
    workspace.close()
    return folder


def test_the_device_speaks_where_nothing_was_chosen() -> None:
    assert wanted(LANG="cy_GB.UTF-8") == ["cy_GB.UTF-8"]
    assert wanted(LANG="en_GB.UTF-8", LC_ALL="cy_GB", LANGUAGE="cy:en") == ["cy", "en"]
    assert wanted() == []


def test_what_was_chosen_in_the_settings_comes_before_the_device(tmp_path: Path) -> None:
    data = str(with_settings(tmp_path / "data", "cy"))
    assert wanted("--data", data, LANG="pl_PL") == ["cy", "pl_PL"]
    assert wanted(f"--data={data}", "audits", "list") == ["cy"]
    assert wanted(AUDIT_APP_DATA=data) == ["cy"]


def test_the_environment_comes_before_everything(tmp_path: Path) -> None:
    data = str(with_settings(tmp_path / "data", "cy"))
    assert wanted("--data", data, AUDIT_APP_LANGUAGE="pl")[0] == "pl"


def test_nothing_is_chosen_in_a_new_data_folder(tmp_path: Path) -> None:
    open_workspace(tmp_path / "data").close()
    assert wanted("--data", str(tmp_path / "data"), LANG="cy") == ["cy"]


def test_a_data_folder_that_was_moved_is_followed(tmp_path: Path) -> None:
    here = with_settings(tmp_path / "new", "cy")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "moved.json").write_text(json.dumps({"to": str(here)}))
    assert start.kept_language(tmp_path / "old") == "cy"
    (tmp_path / "round").mkdir()
    (tmp_path / "round" / "moved.json").write_text(json.dumps({"to": str(tmp_path / "round")}))
    assert start.kept_language(tmp_path / "round") == ""


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"settings": 3}', b'{"settings": {"language": 3}}', b"\xff"])
def test_settings_that_cannot_be_read_keep_nobody_from_starting(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert start.kept_language(tmp_path) in ("", "3")


@pytest.mark.parametrize("arguments", [["--data"], ["--data="], ["--data", "\0"], ["--data", "x" * 5000]])
def test_whatever_is_typed_leaves_the_answer_to_the_command_line(arguments: list[str]) -> None:
    assert list(start.languages(arguments, {"AUDIT_APP_DATA": "/nowhere"})) == []


def test_the_language_is_chosen_before_anything_has_words() -> None:
    """Modules with words would have them in English for good."""
    early = "import sys, audit_app.start; print(*(name for name in sys.modules if name.startswith('audit_app.')))"
    said = subprocess.run([sys.executable, "-c", early], capture_output=True, text=True, check=True).stdout
    assert sorted(said.split()) == ["audit_app.language", "audit_app.start"]


def test_english_never_imports_what_other_languages_need(tmp_path: Path) -> None:
    program = (
        "import sys; sys.argv = ['audit-app', '--data', sys.argv[1], 'audits', 'list']; from audit_app import start\n"
        "try: start.main()\n"
        "finally: print('babel' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False)
    assert said.stdout.split()[-1] == "False", said
