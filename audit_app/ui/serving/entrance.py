"""Entrance: each request passes the guard, then goes to a file, to Flet, or nowhere.

Of Flet's app only the WebSocket is let through. Its uploads, sign-in callback, API pages and file server stay out of
reach: this app needs none of them, and what is not served cannot be attacked.
"""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator
from html import escape
from importlib import import_module
from pathlib import Path
from string import Template

from flet.app import AppCallable
from flet_web import get_package_web_dir
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from audit_app.files import assets_folder
from audit_app.ui.serving.client import OUR_FILES, ClientFiles
from audit_app.ui.serving.guard import BROWSER_LINK_SECONDS, Guard, Headers, asks_for_a_page, local_path, named_window
from audit_app.ui.serving.neighbours import is_of_another_user
from audit_app.ui.serving.windows import Windows

SESSION_SECONDS = 300
"""A window that comes back within five minutes (a laptop that slept) finds its session; then Flet forgets it."""

FLET_TIDIES_UP_SECONDS = 2.0
SLASHES = "/\\"

log = logging.getLogger(__name__)


class Entrance:
    """The whole ASGI app. Files are served at once; a window that connects waits until Flet's server is loaded."""

    def __init__(self, main: AppCallable, guard: Guard, windows: Windows) -> None:
        self._guard = guard
        self._windows = windows
        self._main = main
        self._flet: asyncio.Task[ASGIApp]
        self._files = ClientFiles(Path(get_package_web_dir()), assets_folder(), start=secrets.token_hex(8))
        self._refused = (OUR_FILES / "refused.html").read_text(encoding="utf-8")
        self._entry = Template((OUR_FILES / "entry.html").read_text(encoding="utf-8"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        match scope["type"]:
            case "websocket":
                await self._window(scope, receive, send)
            case _:
                response = await self._respond(scope)
                for name, value in self._headers().items():
                    response.headers.setdefault(name, value)
                await response(scope, receive, send)

    @contextlib.asynccontextmanager
    async def flet_at_work(self) -> AsyncIterator[None]:
        """Loads Flet's server, half a second of imports, while the browser loads the client; afterwards stops it."""
        self._flet = asyncio.create_task(self._load_flet())
        try:
            yield
        finally:
            await asyncio.wait({self._flet})
            if self._flet.exception() is None:
                await import_module("flet_web.fastapi").app_manager.shutdown()

    async def _load_flet(self) -> ASGIApp:
        flet = await asyncio.to_thread(import_module, "flet_web.fastapi")
        await flet.app_manager.start()
        app: ASGIApp = flet.app(self._main, no_cdn=True, session_timeout_seconds=SESSION_SECONDS)
        return app

    async def _respond(self, scope: Scope) -> Response:
        guard, headers, path, method = self._guard, scope["headers"], scope["path"], scope["method"]
        if not guard.addressed_to_us(headers):
            return Response("This address is not served here.", 421, media_type="text/plain")
        if not guard.from_our_page(headers, origin_needed=False):
            return self._refuse()
        if path == "/instance/open" and method == "POST":
            return (
                JSONResponse(guard.new_link(BROWSER_LINK_SECONDS)) if guard.is_second_start(headers) else self._refuse()
            )
        if path == "/goodbye" and method == "POST":
            return self._goodbye(headers, scope["query_string"])
        if method not in ("GET", "HEAD"):
            return Response("Only for reading.", 405, media_type="text/plain", headers={"Allow": "GET, HEAD"})
        if path == "/open" and method == "GET":
            return self._let_in(scope)
        if path == "/refused" or not guard.holds_cookie(headers):
            return self._refuse()
        if path.startswith("//"):  # the client program would take what follows for the name of a host, and stay blank
            return RedirectResponse(f"/{path.lstrip(SLASHES)}")
        if asks_for_a_page(headers):  # an address with a dot too: the app says that there is nothing
            path = "/"
        if self._files.is_page(path):
            self._windows.loading()
        known = next((value.decode("latin-1") for name, value in headers if name == b"if-none-match"), "")
        return await self._files.answer(path, known)

    def _goodbye(self, headers: Headers, query: bytes) -> Response:
        if not self._guard.holds_both(headers, query):
            return self._refuse()
        self._windows.said_goodbye(named_window(query))
        return Response(status_code=204)

    def _let_in(self, scope: Scope) -> Response:
        """A page that keeps its key and then goes on by itself; a redirect could not keep anything."""
        if is_of_another_user(tuple(scope["client"]), tuple(scope["server"])):
            log.warning("Another user of this computer tried to open a one-time link.")
            return self._refuse()
        query = scope["query_string"]
        if not self._guard.redeem(query):
            return self._refuse()
        nonce = secrets.token_urlsafe(16)
        page = self._entry.substitute(key=self._guard.page_key, to=escape(local_path(query)), nonce=nonce)
        policy = f"default-src 'none'; script-src 'nonce-{nonce}'; frame-ancestors 'none'; base-uri 'none'"
        return HTMLResponse(
            page,
            headers={
                "Set-Cookie": self._guard.set_cookie(),
                "Cache-Control": "no-store",
                "Content-Security-Policy": policy,
            },
        )

    def _refuse(self) -> Response:
        policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
        headers = {"Cache-Control": "no-store", "Content-Security-Policy": policy}
        return HTMLResponse(self._refused, 403, headers=headers)

    def _headers(self) -> dict[str, str]:
        sockets = f"ws://127.0.0.1:{self._guard.port} ws://localhost:{self._guard.port}"
        return {
            "Content-Security-Policy": (
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                f"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob: {sockets}; "
                "worker-src 'self' blob:; media-src 'self' data: blob:; base-uri 'self'; form-action 'none'; "
                "frame-ancestors 'none'"
            ),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    async def _window(self, scope: Scope, receive: Receive, send: Send) -> None:
        guard, headers = self._guard, scope["headers"]
        allowed = (
            scope["path"] == "/ws"
            and guard.addressed_to_us(headers)
            and guard.from_our_page(headers, origin_needed=True)
            and guard.holds_both(headers, scope["query_string"])
        )
        if not allowed:
            await send({"type": "websocket.close", "code": 1008})
            return
        async with talking_to_a_window(await self._flet, {**scope, "query_string": b""}, receive, send) as gone:
            window = named_window(scope["query_string"])
            self._windows.opened(window)
            try:
                await gone.wait()
            finally:
                self._windows.closed(window)


@contextlib.asynccontextmanager
async def talking_to_a_window(
    flet: ASGIApp, scope: Scope, receive: Receive, send: Send, patience: float = FLET_TIDIES_UP_SECONDS
) -> AsyncIterator[asyncio.Event]:
    """Flet talks to the window until it goes, then has a moment to put the session away.

    Flet forgets to do that when the window goes in the middle of a message, and waits for ever for one that never said
    hello: so what it sends to a window that has gone is dropped, and in the end it is stopped.
    """
    gone = asyncio.Event()

    async def receive_until_gone() -> Message:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            gone.set()
        return message

    async def send_until_gone(message: Message) -> None:
        if gone.is_set():
            return
        try:
            await send(message)
        except (OSError, RuntimeError):  # it went while this was on its way; receive() says so next
            log.debug("A message found its window closed.")

    talk = asyncio.ensure_future(flet(scope, receive_until_gone, send_until_gone))
    talk.add_done_callback(lambda _: gone.set())
    try:
        yield gone
        await asyncio.wait({talk}, timeout=patience)
    finally:
        talk.cancel()
        [outcome] = await asyncio.gather(talk, return_exceptions=True)
        if isinstance(outcome, Exception):
            log.error("A window's session failed.", exc_info=outcome)
