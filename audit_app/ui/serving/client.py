"""Client: the files of Flet's web client, answered from this computer alone.

They are read from the installed `flet_web`; nothing is copied. A few are answered differently: our own page and start
script (no service worker, accessibility tree on, local fonts), the client program (`mended`), and the font list without
the 20 fonts of a maths control that no screen uses. What is not on the list made at the start does not exist, so no
path can lead out of the folders.
"""

import asyncio
import json
import mimetypes
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from starlette.responses import Response

from audit_app.regional import language_tag
from audit_app.ui.serving.mending import mended

OUR_FILES = Path(__file__).parent / "web"

PARTS_USED = ("assets", "canvaskit", "flutter.js", "main.dart.js", "favicon.png", "version.json")
"""The rest of Flet's web folder is Python for the browser, the WebAssembly build, and a page that ours replaces."""

SCRIPTS = ("start.js", "focus.js", "keys.js", "options.js", "ring.js")
"""Ours, which the page loads."""

NEVER_NEEDED = (".symbols", ".map")

MEDIA_TYPES = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}
"""Said here because on Windows the registry, which any program may change, answers instead."""


FALLBACK_FONT = re.compile(r"assets/fonts/noto[a-z0-9]*/.+\.woff2")
STAND_IN_FONT = "assets/fonts/roboto.woff2"
"""For a glyph that no font has, Flutter fetches one of 150 Noto fonts, and tries again at every frame until it gets
one. Roboto in its place ends that; the glyph stays a box."""


class ClientFile(NamedTuple):
    """How to get a file's content, and what it is."""

    content: Callable[[], bytes]
    media_type: str


class ClientFiles:
    """Everything that the browser may fetch, by path without the leading slash."""

    def __init__(self, flet_web: Path, assets: Path, start: str) -> None:
        """`start` is every ETag, so that what another server on this port once left in a cache is never believed."""
        self._tag = f'"{start}"'
        self._files = {
            name: ClientFile(path.read_bytes, _media_type(name))
            for folder in (flet_web, assets)  # the app's own assets win
            for name, path in _files_in(folder)
            if folder == assets or (name.split("/")[0] in PARTS_USED and path.suffix not in NEVER_NEEDED)
        }
        for script in SCRIPTS:
            self._replace(script, (OUR_FILES / script).read_bytes)
        self._replace("rive/wasm/rive_native.js", (OUR_FILES / "rive_native.js").read_bytes)
        self._replace("main.dart.js", lambda: mended((flet_web / "main.dart.js").read_bytes()))
        self._replace(
            "assets/FontManifest.json", lambda: fonts_used((flet_web / "assets/FontManifest.json").read_bytes())
        )
        if "icon.png" in self._files:
            self._replace("favicon.png", (assets / "icon.png").read_bytes)
        self._page = (OUR_FILES / "index.html").read_bytes().replace(b"en-GB", language_tag().encode())

    @staticmethod
    def is_page(path: str) -> bool:
        """Whether the path is a place in the app (`/audits/7`), which our one page shows, not a file."""
        return PurePosixPath(path).suffix in ("", ".html")

    async def answer(self, path: str, known_tag: str) -> Response:
        """The file, or 304 when the browser has it already, or 404."""
        if self.is_page(path):
            return Response(self._page, media_type="text/html", headers={"Cache-Control": "no-store"})
        name = path.removeprefix("/")
        file = self._files.get(name) or (self._files.get(STAND_IN_FONT) if FALLBACK_FONT.fullmatch(name) else None)
        if file is None:
            return Response("Not found", 404, media_type="text/plain")
        headers = {"ETag": self._tag, "Cache-Control": "private, no-cache"}
        if known_tag == self._tag:
            return Response(status_code=304, headers=headers)
        return Response(await asyncio.to_thread(file.content), media_type=file.media_type, headers=headers)

    def _replace(self, name: str, content: Callable[[], bytes]) -> None:
        self._files[name] = ClientFile(content, _media_type(name))


def fonts_used(manifest: bytes) -> bytes:
    """Flutter's font list: Roboto, which Flet's wheel carries, added; the fonts of the maths control left out."""
    fonts = [font for font in json.loads(manifest) if "KaTeX" not in font["family"]]
    return json.dumps([*fonts, {"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]}]).encode()


def _files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    return ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())


def _media_type(name: str) -> str:
    known = MEDIA_TYPES.get(PurePosixPath(name).suffix)
    return known or mimetypes.guess_type(name)[0] or "application/octet-stream"
