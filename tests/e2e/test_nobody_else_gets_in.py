"""One browser is let in, and stays in for as long as the app runs; another web page is not."""

import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.browser import RunningProcess, Window, a_window, started
from tests.ui.serving.tiny_app import HEADING

pytestmark = pytest.mark.browser

TINY_APP = (sys.executable, "-m", "tests.ui.serving.tiny_app")

TRY_EVERYTHING = """async (app) => {
    const fetched = await fetch(app + "/version.json", { credentials: "include" }).then(() => "read", () => "refused");
    const socket = await new Promise((done) => {
        const ws = new WebSocket(app.replace("http", "ws") + "/ws");
        ws.onopen = () => done("open");
        ws.onerror = () => done("refused");
    });
    const frame = document.createElement("iframe");
    frame.src = app;
    const loaded = new Promise((done) => { frame.onload = done; });
    document.body.append(frame);
    await loaded;
    return [fetched, socket];
}"""

REFUSED = "This page belongs to another start of School Audit"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningProcess]:
    with started(tmp_path_factory.mktemp("served"), "--grace", "3600", command=TINY_APP) as app:
        yield app


@pytest.fixture(scope="module")
def let_in(app: RunningProcess, chromium: Browser) -> Iterator[BrowserContext]:
    """The profile of the browser that used the link."""
    context = chromium.new_context()
    a_window(context).open(app.link)
    yield context
    context.close()


@contextmanager
def another_site(page: bytes) -> Iterator[tuple[str, list[str]]]:
    """A server of somebody else on another port of this computer: its address, and the Cookie headers that it saw."""
    cookies: list[str] = []

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            cookies.append(self.headers.get("Cookie", ""))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", cookies
        server.shutdown()


def test_the_link_is_gone_from_the_address_bar_and_the_history(let_in: BrowserContext, app: RunningProcess) -> None:
    page = let_in.pages[0]
    assert page.url == f"{app.address}/"
    assert page.evaluate("history.length") <= 2  # the blank page, and the app


def test_reload_and_back_and_forward_and_a_deep_link_and_a_second_tab_work(
    let_in: BrowserContext, app: RunningProcess
) -> None:
    window = a_window(let_in)
    window.open(app.address)
    window.page.reload()
    window.wait_for(HEADING)
    window.open(f"{app.address}/audits/7")
    window.press("Tap")
    window.wait_for("Tapped, at /audits/7")
    window.page.go_back()
    window.wait_for(HEADING)
    window.page.go_forward()
    window.wait_for(HEADING)
    assert window.page.url.endswith("/audits/7")
    assert window.problems == []


def test_another_browser_sees_a_page_that_says_what_to_do(window: Window, app: RunningProcess) -> None:
    for address in (app.link, app.address, f"{app.address}/audits/7"):
        window.page.goto(address)
        expect(window.page.get_by_role("heading", name=REFUSED)).to_be_visible()
        assert "start School Audit again" in window.page.inner_text("body")


def test_the_cookie_alone_does_not_open_the_app(let_in: BrowserContext, app: RunningProcess, window: Window) -> None:
    """Browsers send a cookie to every port, so a server of another user on 127.0.0.1 could have read it."""
    window.page.context.add_cookies(let_in.cookies())  # type: ignore[arg-type] # what it gives, it takes
    window.page.goto(app.address)
    expect(window.page.get_by_role("heading", name=REFUSED)).to_be_visible()


def test_a_foreign_page_in_the_same_browser_reaches_neither_page_nor_websocket(
    let_in: BrowserContext, app: RunningProcess
) -> None:
    port = app.address.rpartition(":")[2]
    with another_site(b"<title>elsewhere</title>") as (address, cookies):
        page = let_in.new_page()
        page.goto(address)
        assert f"audit_app_{port}=" in cookies[0]  # why the cookie alone must not be enough
        outcome = page.evaluate(TRY_EVERYTHING, app.address)
        assert outcome == ["refused", "refused"]
        assert "School Audit" not in page.frames[1].content()
        page.close()


def test_after_the_end_the_page_says_so(chromium: Browser, tmp_path: Path) -> None:
    context = chromium.new_context()
    window = a_window(context)
    with started(tmp_path, command=TINY_APP) as app:
        window.open(app.link)
        assert app.end() == 0
        expect(window.page.get_by_role("alert")).to_contain_text("School Audit has ended.")
    context.close()


def test_closing_the_last_window_ends_the_app_and_a_reload_does_not(chromium: Browser, tmp_path: Path) -> None:
    context = chromium.new_context()
    window = a_window(context)
    with started(tmp_path, "--grace", "0.5", command=TINY_APP) as app:
        window.open(app.link)
        window.page.reload()
        window.wait_for(HEADING)
        assert app.process.poll() is None
        window.page.close()
        assert app.process.wait(20) == 0
    context.close()
