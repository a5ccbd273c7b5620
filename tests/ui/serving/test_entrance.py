"""Who gets in, asked of the real server over real sockets."""

import asyncio
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest
from starlette.types import Message, Receive, Scope, Send
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from audit_app.ui.serving.entrance import talking_to_a_window
from audit_app.ui.serving.running import ask_for_link, find
from tests.e2e.browser import RunningProcess

NOBODY = 65534


@pytest.fixture(scope="module")
def browser(app: RunningProcess) -> Iterator[httpx.Client]:
    """Holds the cookie; its page key is in `headers["x-key"]`, a header that the server does not know."""
    with httpx.Client(base_url=app.address) as client:
        page = client.get(app.link)
        key = re.search(r'data-key="([^"]+)"', page.text)
        assert page.status_code == 200
        assert key
        client.headers["x-key"] = key[1]
        yield client


def websocket_status(app: RunningProcess, path: str, origin: str | None, cookie: str = "", host: str = "") -> int:
    """101 when the handshake is accepted."""
    headers = {name: value for name, value in (("Cookie", cookie), ("Host", host)) if value}
    address = app.address.replace("http", "ws")
    try:
        with connect(address + path, origin=None if origin is None else Origin(origin), additional_headers=headers):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def cookie_of(browser: httpx.Client) -> str:
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


@pytest.mark.parametrize(
    "path", ["/", "/main.dart.js", "/audits/7", "/favicon.png", "/version.json", "/nothing.txt", "/docs"]
)
def test_without_the_cookie_everything_is_refused_with_a_page_that_says_what_to_do(
    app: RunningProcess, path: str
) -> None:
    answer = httpx.get(app.address + path)
    assert answer.status_code == 403
    assert "This page belongs to another start of School Audit" in answer.text


@pytest.mark.parametrize("cookie", ["", "audit_app=x", "{name}=", "{name}=wrong", "{name}1={value}"])
def test_a_made_up_cookie_is_refused(app: RunningProcess, browser: httpx.Client, cookie: str) -> None:
    [(name, value)] = browser.cookies.items()
    headers = {"Cookie": cookie.format(name=name, value=value)}
    assert httpx.get(app.address, headers=headers).status_code == 403


def test_the_cookie_opens_every_file_and_place(browser: httpx.Client) -> None:
    for path in ("/", "/audits/7", "/main.dart.js", "/canvaskit/chromium/canvaskit.wasm"):
        assert browser.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/audits/1.5", "/nothing.txt", "/main.dart.js"])
def test_who_opens_any_address_gets_the_app_which_says_what_is_there(browser: httpx.Client, path: str) -> None:
    opened = browser.get(path, headers={"Sec-Fetch-Mode": "navigate"})
    assert opened.status_code == 200
    assert "start.js" in opened.text


@pytest.mark.parametrize("path", ["//audits", "///audits", "/%2Faudits", "//\\audits"])
def test_one_slash_too_many_is_left_out(browser: httpx.Client, app: RunningProcess, path: str) -> None:
    answer = browser.get(app.address + path)
    assert (answer.status_code, answer.headers["location"]) == (307, "/audits")


@pytest.mark.usefixtures("browser")
def test_a_link_works_once(app: RunningProcess) -> None:
    again = httpx.get(app.link)  # the browser has used it
    assert again.status_code == 403
    assert "set-cookie" not in again.headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}"])
def test_another_host_name_is_misdirected_even_with_the_cookie(browser: httpx.Client, host: str) -> None:
    answer = browser.get("/", headers={"Host": host.format(port=browser.base_url.port)})
    assert answer.status_code == 421


def test_a_page_from_elsewhere_is_refused_even_with_the_cookie(browser: httpx.Client) -> None:
    for origin in ("http://evil.example", "http://127.0.0.1:1", "null"):
        assert browser.get("/version.json", headers={"Origin": origin}).status_code == 403
    own = str(browser.base_url).rstrip("/")
    assert browser.get("/version.json", headers={"Origin": own}).status_code == 200


def test_the_websocket_wants_our_origin_the_cookie_and_the_page_key(app: RunningProcess, browser: httpx.Client) -> None:
    good = f"/ws?key={browser.headers['x-key']}"
    ours, cookie, foreign = app.address, cookie_of(browser), "http://evil.example"
    assert websocket_status(app, good, ours, cookie) == 101
    assert websocket_status(app, good, foreign, cookie) == 403
    assert websocket_status(app, good, None, cookie) == 403
    assert websocket_status(app, good, ours) == 403
    assert websocket_status(app, "/ws", ours, cookie) == 403
    assert websocket_status(app, "/ws?key=wrong", ours, cookie) == 403
    assert websocket_status(app, good.replace("/ws", "/other"), ours, cookie) == 403


def test_a_websocket_to_another_host_name_is_refused(browser: httpx.Client) -> None:
    port = browser.base_url.port
    handshake = (
        f"GET /ws?key={browser.headers['x-key']} HTTP/1.1\r\nHost: evil.example:{port}\r\n"
        f"Origin: http://evil.example:{port}\r\nCookie: {cookie_of(browser)}\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with closing(socket.create_connection(("127.0.0.1", port or 0))) as connection:
        connection.sendall(handshake.encode())
        assert connection.recv(1000).startswith(b"HTTP/1.1 403 ")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/upload", "/open"])
def test_flets_uploads_and_whatever_else_writes_are_not_there(browser: httpx.Client, method: str, path: str) -> None:
    assert browser.request(method, path).status_code == 405


def test_a_goodbye_is_taken_from_our_own_page_alone(app: RunningProcess, browser: httpx.Client) -> None:
    good = f"/goodbye?key={browser.headers['x-key']}&window=somebody"
    assert browser.post(good).status_code == 204
    assert browser.post("/goodbye?window=somebody").status_code == 403
    assert browser.post(good, headers={"Origin": "http://evil.example"}).status_code == 403
    assert httpx.post(app.address + good).status_code == 403
    assert browser.get("/goodbye").status_code == 200  # a place like any other, for the app to say that it is none


@pytest.mark.parametrize("path", ["/openapi.json", "/oauth_callback", "/redoc", "/docs"])
def test_flets_other_pages_are_not_there(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404 or "Opening School Audit" in answer.text


def test_the_way_in_for_a_second_start_is_closed_to_the_browser(app: RunningProcess, browser: httpx.Client) -> None:
    assert browser.post("/instance/open").status_code == 403
    assert httpx.post(f"{app.address}/instance/open", headers={"Authorization": "Bearer wrong"}).status_code == 403


def test_the_page_may_load_from_its_own_server_only(browser: httpx.Client) -> None:
    headers = browser.get("/").headers
    policy = headers["content-security-policy"]
    assert not re.search(r"https?:|\*|'unsafe-eval'", policy)
    assert "default-src 'none'" in policy
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in headers


def test_a_reload_fetches_the_client_once_only(browser: httpx.Client) -> None:
    first = browser.get("/main.dart.js")
    again = browser.get("/main.dart.js", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root can act as another user")
def test_another_user_who_reads_the_link_off_a_command_line_is_refused(app: RunningProcess) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("needs curl")
    announced = find(app.data)
    link = announced and ask_for_link(announced)
    assert link
    command = [curl, "-s", "-o", "/dev/null", "-w", "%{http_code}", link]
    theirs = subprocess.run(command, user=NOBODY, cwd="/", capture_output=True, text=True, check=True)
    mine = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (theirs.stdout, mine.stdout) == ("403", "200")


def test_a_session_ends_with_its_window_even_when_flet_waits_for_ever() -> None:
    ended: list[str] = []

    async def waits_for_ever(_scope: Scope, receive: Receive, send: Send) -> None:
        try:
            while (await receive())["type"] != "websocket.disconnect":
                pass
            await send({"type": "websocket.send", "bytes": b"too late"})
            await asyncio.Event().wait()
        finally:
            ended.append("session")

    async def window_goes() -> Message:
        return {"type": "websocket.disconnect", "code": 1001}

    async def nobody_listens(_message: Message) -> None:
        raise OSError

    async def visit() -> None:
        async with talking_to_a_window(waits_for_ever, {}, window_goes, nobody_listens, patience=0.01) as gone:
            await gone.wait()
        await asyncio.sleep(0)

    asyncio.run(visit())
    assert ended == ["session"]
