"""Guard: who may talk to the local server, and how the person's own browser gets in.

Being on 127.0.0.1 keeps other machines out, but not other pages in the same browser, nor other users of the same
computer. So every request must name us as its Host (no DNS rebinding), must not come from a foreign Origin, and must
hold a secret of this start, which the browser gets by opening a one-time link:

- A link works once. It may stand on the browser's command line, which other users can read on Linux; there the link
  is only honoured for a process of the same user (see `neighbours`). A private file that redirects would hide the link
  too, but browsers from snap and flatpak, the default on Ubuntu, cannot read files in hidden folders.
- The link sets a cookie (HttpOnly, SameSite=Strict) for everything that is fetched, and leaves a key in the page's own
  storage for the WebSocket. Two secrets, because browsers send a cookie to every port of a host: another user's server
  on 127.0.0.1 could read it. Page storage belongs to one port, and only the WebSocket leads to anybody's answers.
"""

from collections.abc import Callable, Iterable
from hmac import compare_digest
from math import inf
from urllib.parse import parse_qs

Headers = Iterable[tuple[bytes, bytes]]

BROWSER_LINK_SECONDS = 120.0
"""Long enough for a slow laptop to start its browser."""


class Guard:
    """The secrets of one start, and the questions to ask of a request."""

    def __init__(self, port: int, new_secret: Callable[[], str], clock: Callable[[], float]) -> None:
        self.port = port
        self.cookie_name = f"audit_app_{port}"
        self.cookie = new_secret()
        self.page_key = new_secret()
        self.instance_secret = new_secret()
        self._new_secret = new_secret
        self._clock = clock
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self._links: dict[str, float] = {}

    def new_link(self, seconds: float = inf) -> str:
        """An address that lets one browser in, once."""
        code = self._new_secret()
        self._links[code] = self._clock() + seconds
        return f"http://127.0.0.1:{self.port}/open?once={code}"

    def redeem(self, query: bytes) -> bool:
        """Whether the query names a link that is still good; it is not good again."""
        given = _parameter(query, "once")
        code = next((code for code in self._links if _same(code, given)), None)
        return code is not None and self._links.pop(code) >= self._clock()

    def addressed_to_us(self, headers: Headers) -> bool:
        """One Host header, naming this port on this computer."""
        hosts = _values(headers, b"host")
        return len(hosts) == 1 and hosts[0] in self._hosts

    def from_our_page(self, headers: Headers, *, origin_needed: bool) -> bool:
        """The Origin, where there is one, is the address that was asked. Browsers send it with every WebSocket."""
        headers = list(headers)
        origins = _values(headers, b"origin")
        if not origins:
            return not origin_needed
        return origins == [f"http://{host}" for host in _values(headers, b"host")]

    def holds_cookie(self, headers: Headers) -> bool:
        """Whether the browser was let in by a link of this start."""
        pairs = (pair.strip().partition("=") for value in _values(headers, b"cookie") for pair in value.split(";"))
        return any(name == self.cookie_name and _same(self.cookie, value) for name, _, value in pairs)

    def holds_page_key(self, query: bytes) -> bool:
        """Whether the WebSocket was opened by a page of ours."""
        return _same(self.page_key, _parameter(query, "key"))

    def is_second_start(self, headers: Headers) -> bool:
        """Whether this is the same person's second start, which read the secret in the data folder; never a browser."""
        headers = list(headers)
        given = _values(headers, b"authorization")
        return not _values(headers, b"origin") and len(given) == 1 and _same(f"Bearer {self.instance_secret}", given[0])

    def holds_both(self, headers: Headers, query: bytes) -> bool:
        """Whether this is a page of ours, in a browser that was let in."""
        return self.holds_cookie(headers) and self.holds_page_key(query)

    def set_cookie(self) -> str:
        """The value of the Set-Cookie header: gone with the browser, unreadable for scripts, never sent cross-site."""
        return f"{self.cookie_name}={self.cookie}; Path=/; HttpOnly; SameSite=Strict"


def local_path(query: bytes) -> str:
    """Where in the app a link leads (`to=/audits/1`): a path on this server, or the start page."""
    path = _parameter(query, "to")
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else "/"


def asks_for_a_page(headers: Headers) -> bool:
    """Somebody opens an address, rather than a page that loads a part of itself."""
    return _values(headers, b"sec-fetch-mode") == ["navigate"]


def named_window(query: bytes) -> str:
    """Which window it is (`window=…`), by the name that its page made up."""
    return _parameter(query, "window")


def _values(headers: Headers, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in headers if key.lower() == name]


def _parameter(query: bytes, name: str) -> str:
    values = parse_qs(query.decode("latin-1")).get(name, [])
    return values[0] if len(values) == 1 else ""


def _same(secret: str, given: str) -> bool:
    return compare_digest(secret.encode(), given.encode("utf-8", "replace"))
