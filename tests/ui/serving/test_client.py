import asyncio
import json
import re
from pathlib import Path

import pytest
from flet_web import get_package_web_dir

from audit_app.ui.serving.client import (
    FORCED_COLOURS,
    NO_PINCHING,
    NO_VALUE_YET,
    OR_MORE_CONTRAST,
    OUR_FILES,
    RIVE_ON_A_CDN,
    ClientFiles,
    mended,
)

FLET_WEB = Path(get_package_web_dir())


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/ours.ttf").write_bytes(b"a font")
    (tmp_path / "icon.png").write_bytes(b"our icon")
    return tmp_path


@pytest.fixture
def files(assets: Path) -> ClientFiles:
    return ClientFiles(FLET_WEB, assets, start="this start")


def get(files: ClientFiles, path: str, tag: str = "") -> tuple[int, bytes]:
    response = asyncio.run(files.answer(path, tag))
    return response.status_code, bytes(response.body)


def test_the_installed_client_names_the_cdn_exactly_once_and_what_is_served_never() -> None:
    program = (FLET_WEB / "main.dart.js").read_bytes()
    assert program.count(b"cdn.jsdelivr.net") == program.count(RIVE_ON_A_CDN) == 1
    assert b"cdn.jsdelivr.net" not in mended(program)


def test_people_may_enlarge_the_page_with_two_fingers() -> None:
    program = (FLET_WEB / "main.dart.js").read_bytes()
    assert program.count(b"user-scalable") == program.count(NO_PINCHING) == 1
    assert b"user-scalable" not in mended(program)


def test_the_place_where_text_fields_get_their_text_for_screen_readers_is_found() -> None:
    """Of one version of Flet: the names were made by a machine. `test_accessibility.py` sees whether it works."""
    assert (FLET_WEB / "main.dart.js").read_bytes().count(NO_VALUE_YET) == 1


def test_the_wish_for_more_contrast_is_heard_as_forced_colours_are() -> None:
    program = (FLET_WEB / "main.dart.js").read_bytes()
    assert program.count(b"forced-colors") == program.count(FORCED_COLOURS) == 1
    assert mended(program).count(OR_MORE_CONTRAST) == 1


def test_nothing_of_ours_names_another_host() -> None:
    for file in OUR_FILES.iterdir():
        assert not re.search(r"(https?:)?//[\w-]+\.\w", file.read_text(encoding="utf-8").replace("// ", "")), file


def test_the_start_script_sets_every_name_that_flets_own_page_sets() -> None:
    """Flet may want a new one when its version changes; these three are for Python in the browser."""
    block = re.search(r"var flet = \{(.*?)\n    \}", (FLET_WEB / "index.html").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    names = set(re.findall(r"^ +(\w+):", block[1], re.MULTILINE))
    ours = (OUR_FILES / "start.js").read_text(encoding="utf-8")
    assert {name for name in names if f"  {name}:" not in ours} == {"pyodideUrl", "appPackageUrl"}


@pytest.mark.parametrize("path", ["/", "/audits/7", "/welcome.html", "/assets/fonts", "/.."])
def test_every_place_in_the_app_is_our_page(files: ClientFiles, path: str) -> None:
    status, page = get(files, path)
    assert status == 200
    assert b'<html lang="en-GB">' in page
    assert b"<title>School Audit</title>" in page


@pytest.mark.parametrize(
    "path",
    [
        "/flutter_service_worker.js",
        "/flutter_bootstrap.js",
        "/python.js",
        "/pyodide/pyodide.mjs",
        "/main.dart.wasm",
        "/../pyproject.toml",
        "/assets/../../__init__.py",
        "//etc/hosts.txt",
        "/fonts/../../x.txt",
        "/no\0thing.txt",
    ],
)
def test_what_is_not_needed_does_not_exist(files: ClientFiles, path: str) -> None:
    assert get(files, path)[0] == 404


def test_our_assets_are_served_and_win(files: ClientFiles) -> None:
    assert get(files, "/fonts/ours.ttf") == (200, b"a font")
    assert get(files, "/favicon.png") == (200, b"our icon")


def test_roboto_is_bundled_and_the_fonts_of_the_maths_control_are_not_loaded(files: ClientFiles) -> None:
    families = [font["family"] for font in json.loads(get(files, "/assets/FontManifest.json")[1])]
    assert families == ["MaterialIcons", "packages/cupertino_icons/CupertinoIcons", "Roboto"]


def test_a_font_for_missing_glyphs_is_answered_or_the_client_asks_at_every_frame(files: ClientFiles) -> None:
    status, font = get(files, "/assets/fonts/notosansarabic/v28/nwpxt.woff2")
    assert (status, font) == get(files, "/assets/fonts/roboto.woff2") == (200, font)
    assert font.startswith(b"wOF2")


def test_what_the_browser_has_is_not_sent_again_and_another_starts_cache_is_not_believed(files: ClientFiles) -> None:
    assert get(files, "/version.json", '"this start"') == (304, b"")
    assert get(files, "/version.json", '"another start"')[0] == 200
