import asyncio
import json
import re
from pathlib import Path

import pytest
from flet_web import get_package_web_dir

from audit_app.ui.serving.client import OUR_FILES, ClientFiles
from audit_app.ui.serving.mending import MENDS, Mend, mended

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


@pytest.mark.parametrize("mend", MENDS)
def test_what_is_changed_in_flets_program_stands_there_exactly_once(mend: Mend) -> None:
    """In one version of Flet; whether it works, the browser's tests see (`test_accessibility.py`)."""
    program = (FLET_WEB / "main.dart.js").read_bytes()
    assert program.count(mend.found) == 1
    assert mend.instead in mended(program)


@pytest.mark.parametrize("unwanted", [b"cdn.jsdelivr.net", b"user-scalable"])
def test_nothing_of_it_asks_a_cdn_or_forbids_to_enlarge(unwanted: bytes) -> None:
    program = (FLET_WEB / "main.dart.js").read_bytes()
    assert program.count(unwanted) == 1
    assert unwanted not in mended(program)


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
