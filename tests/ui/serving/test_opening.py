"""One start after another, and how each ends."""

import json
import re
import signal
import socket
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import httpx
import msgpack
import pytest
from flet.messaging.protocol import MessageAction
from websockets.sync.client import connect
from websockets.typing import Origin

from audit_app.ui.serving.running import RUNNING_FILE
from tests.e2e.browser import LINK, RunningProcess
from tests.ui.serving.conftest import TINY_APP

pytestmark = pytest.mark.slow  # each test starts a process or two

Start = Callable[..., AbstractContextManager[RunningProcess]]


@contextmanager
def a_window(link: str, *, says_goodbye: bool = True) -> Iterator[None]:
    """What a browser window is to the server: a page that was let in, and a WebSocket that has shown a screen.

    Without a goodbye it is one that the browser put away.
    """
    page = httpx.get(link)
    key = re.search(r'data-key="([^"]+)"', page.text)
    assert key
    cookie = page.headers["set-cookie"].partition(";")[0]
    origin = link.partition("/open")[0]
    hello = msgpack.packb(
        [MessageAction.REGISTER_CLIENT.value, {"session_id": None, "page_name": "", "page": {"route": "/"}}]
    )
    with connect(
        f"{origin.replace('http', 'ws')}/ws?key={key[1]}&window=tab",
        origin=Origin(origin),
        additional_headers={"Cookie": cookie},
    ) as window:
        window.send(b"\0" + hello)
        window.recv(20)
        yield
        with suppress(httpx.ConnectError):  # the app ended first
            if says_goodbye:
                httpx.post(f"{origin}/goodbye?key={key[1]}&window=tab", headers={"Cookie": cookie}).raise_for_status()


def run(data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [*TINY_APP, "--data", str(data), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def access(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_app_cleanly(start: Start, data: Path, number: signal.Signals) -> None:
    with start(data) as app, a_window(app.link):
        assert app.end(number) == 0
        assert app.rest_of_output() == ""
        assert not (data / RUNNING_FILE).exists()
        assert [line.split()[1] for line in (data / "log.txt").read_text().splitlines()] == ["INFO", "INFO"]


def test_closing_the_last_window_ends_the_app_after_the_grace_period(start: Start, data: Path) -> None:
    with start(data, "--grace", "0.7") as app:
        with a_window(app.link):
            pass
        begin = time.monotonic()
        assert app.process.wait(20) == 0
        assert time.monotonic() - begin > 0.6
        assert app.rest_of_output() == ""
        assert not (data / RUNNING_FILE).exists()


def test_a_window_that_goes_without_a_goodbye_does_not_end_the_app(start: Start, data: Path) -> None:
    with start(data, "--grace", "0.2") as app:
        with a_window(app.link, says_goodbye=False):
            next_link = second_link(data)
        with pytest.raises(subprocess.TimeoutExpired):
            app.process.wait(1)
        with a_window(next_link):
            pass
        assert app.process.wait(20) == 0


def test_a_reload_within_the_grace_period_keeps_the_app(start: Start, data: Path) -> None:
    with start(data, "--grace", "0.7") as app:
        with a_window(app.link):
            next_link = second_link(data)
        with a_window(next_link), pytest.raises(subprocess.TimeoutExpired):
            app.process.wait(1.5)


def second_link(data: Path) -> str:
    found = LINK.search(run(data, "--no-open").stdout)
    assert found
    return found.group()


def test_a_second_start_opens_the_running_app(start: Start, data: Path, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    with start(data) as app:
        second = run(data, "--browser-log", str(opened))
        assert second.returncode == 0
        assert second.stdout.startswith("School Audit is already open for this data folder: ")
        [link] = opened.read_text().split()
        assert link.startswith(app.address)
        assert httpx.get(link).status_code == 200
        assert httpx.get(LINK.findall(second.stdout)[0]).status_code == 200


def test_the_browser_is_opened_with_a_link_of_its_own(data: Path, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    with subprocess.Popen(
        [*TINY_APP, "--data", str(data), "--browser-log", str(opened)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        printed = LINK.findall(process.stdout.readline())
        for _ in range(100):
            if opened.exists() and opened.read_text().endswith("\n"):
                break
            time.sleep(0.05)
        assert opened.read_text().split() != printed
        assert [httpx.get(link).status_code for link in (*opened.read_text().split(), *printed)] == [200, 200]
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def test_after_a_kill_the_next_start_runs(start: Start, data: Path) -> None:
    with start(data) as app:
        app.end(signal.SIGKILL)
        assert (data / RUNNING_FILE).exists()  # nobody could tidy up
    with start(data) as app:
        assert httpx.get(app.link).status_code == 200
        assert app.end(signal.SIGHUP) == 0  # its terminal was closed


def test_of_starts_at_the_same_moment_one_runs_and_the_others_open_it(data: Path) -> None:
    starts = [
        subprocess.Popen([*TINY_APP, "--data", str(data), "--no-open"], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    lines = [process.stdout.readline() for process in starts if process.stdout]
    ports = {line.partition("127.0.0.1:")[2].partition("/")[0] for line in lines}
    runs = [process for process, line in zip(starts, lines, strict=True) if line.startswith("School Audit is open.")]
    assert len(runs) == 1
    assert len(ports) == 1
    runs[0].send_signal(signal.SIGINT)
    assert [process.wait(20) for process in starts] == [0, 0, 0]
    for process in starts:
        process.communicate()


def test_only_the_owner_can_read_what_leads_into_the_app(start: Start, data: Path) -> None:
    with start(data) as app:
        assert access(data) == 0o700
        assert {path.name: access(path) for path in data.iterdir()} == {
            "running.json": 0o600,
            "running.lock": 0o600,
            "log.txt": 0o600,
        }
        announced = json.loads((data / RUNNING_FILE).read_text())
        assert announced["pid"] == app.process.pid
        assert app.address.endswith(f":{announced['port']}")


def test_a_taken_port_is_one_sentence(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        tried = run(data, "--port", str(port), "--no-open")
    assert tried.returncode == 1
    assert tried.stdout.startswith(f"Port {port} cannot be used")
    assert "Traceback" not in tried.stderr


def test_a_named_port_is_used_and_free_again_at_once(start: Start, data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    for _ in range(2):
        with start(data, "--port", str(port)) as app, a_window(app.link):
            assert app.address == f"http://127.0.0.1:{port}"
            assert app.end() == 0


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    tried = run(tmp_path / "file" / "data", "--no-open")
    assert tried.returncode == 1
    assert "cannot be used" in tried.stdout
    assert "Traceback" not in tried.stderr
