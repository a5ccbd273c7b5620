from itertools import count

import pytest

from audit_app.ui.serving.guard import Guard, local_path

OURS = (b"host", b"127.0.0.1:4000")


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def a_guard(clock: Clock | None = None) -> Guard:
    numbers = count()
    return Guard(4000, lambda: f"secret-{next(numbers)}", clock or Clock())


def code_of(link: str) -> bytes:
    return link.partition("?")[2].encode()


@pytest.mark.parametrize("host", [b"127.0.0.1:4000", b"localhost:4000"])
def test_this_port_on_this_computer_is_us(host: bytes) -> None:
    assert a_guard().addressed_to_us([(b"host", host)])


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(b"host", b"evil.example:4000")],
        [(b"host", b"127.0.0.1")],
        [(b"host", b"127.0.0.1:4001")],
        [(b"host", b"127.0.0.1:4000.evil.example")],
        [(b"host", b"0.0.0.0:4000")],
        [(b"host", b"\xff")],
        [OURS, (b"host", b"evil.example")],
    ],
)
def test_any_other_name_or_port_is_not_us(headers: list[tuple[bytes, bytes]]) -> None:
    assert not a_guard().addressed_to_us(headers)


def test_a_fetch_without_an_origin_is_let_through_and_a_websocket_is_not() -> None:
    assert a_guard().from_our_page([OURS], origin_needed=False)
    assert not a_guard().from_our_page([OURS], origin_needed=True)


def test_the_origin_must_be_the_address_that_was_asked() -> None:
    assert a_guard().from_our_page([OURS, (b"origin", b"http://127.0.0.1:4000")], origin_needed=True)
    for origin in (b"http://127.0.0.1:4001", b"http://localhost:4000", b"https://127.0.0.1:4000", b"null", b""):
        assert not a_guard().from_our_page([OURS, (b"origin", origin)], origin_needed=False)


def test_a_link_lets_in_once() -> None:
    guard = a_guard()
    link = guard.new_link()
    assert guard.redeem(code_of(link))
    assert not guard.redeem(code_of(link))


def test_a_link_for_a_command_line_is_good_for_its_time_only() -> None:
    clock = Clock()
    guard = a_guard(clock)
    early, late = guard.new_link(120), guard.new_link(120)
    clock.seconds = 119
    assert guard.redeem(code_of(early))
    clock.seconds = 121
    assert not guard.redeem(code_of(late))


@pytest.mark.parametrize("query", [b"", b"once=", b"once=secret-3&once=secret-3", b"once=%FF", b"twice=secret-3"])
def test_anything_but_a_code_lets_nobody_in(query: bytes) -> None:
    guard = a_guard()
    guard.new_link()
    assert not guard.redeem(query)


def test_the_cookie_is_found_among_those_of_other_servers_on_this_computer() -> None:
    guard = a_guard()
    other = b'csrf={"a": 1}; audit_app_4001=secret-0; '
    assert guard.holds_cookie([(b"cookie", other + f"audit_app_4000={guard.cookie}; x".encode())])
    assert not guard.holds_cookie([(b"cookie", other + b"audit_app_4000=wrong")])
    assert not guard.holds_cookie([])


def test_scripts_cannot_read_the_cookie_and_other_sites_do_not_send_it() -> None:
    assert a_guard().set_cookie() == "audit_app_4000=secret-0; Path=/; HttpOnly; SameSite=Strict"


def test_the_cookie_does_not_open_the_websocket() -> None:
    guard = a_guard()
    assert guard.holds_page_key(f"key={guard.page_key}".encode())
    assert not guard.holds_page_key(f"key={guard.cookie}".encode())


def test_a_browser_never_passes_for_a_second_start() -> None:
    guard = a_guard()
    secret = (b"authorization", f"Bearer {guard.instance_secret}".encode())
    assert guard.is_second_start([secret])
    assert not guard.is_second_start([secret, (b"origin", b"http://127.0.0.1:4000")])
    assert not guard.is_second_start([(b"authorization", b"Bearer wrong")])
    assert not guard.is_second_start([])


@pytest.mark.parametrize(
    ("query", "path"),
    [
        (b"to=/audits/7", "/audits/7"),
        (b"", "/"),
        (b"to=https://evil.example", "/"),
        (b"to=//evil.example", "/"),
        (b"to=/%5Cevil.example", "/"),
        (b"to=javascript:alert(1)", "/"),
    ],
)
def test_a_link_leads_only_to_places_in_the_app(query: bytes, path: str) -> None:
    assert local_path(query) == path
