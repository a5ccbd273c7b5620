"""Server: uvicorn with the entrance, on 127.0.0.1, until a signal or the last closed window ends it."""

import asyncio
import contextlib
import signal
import socket
import threading
from collections.abc import Iterator

import uvicorn
from flet.app import AppCallable

from audit_app.ui.serving.entrance import Entrance
from audit_app.ui.serving.guard import Guard
from audit_app.ui.serving.resting import give_back_now_and_then
from audit_app.ui.serving.windows import Windows

LARGEST_MESSAGE = 64 * 1024 * 1024
"""Bytes from the browser in one piece: a picked file travels as one message."""

LOOK_SECONDS = 0.25

ENDING_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
]
"""Ctrl-C, a polite kill, a closed terminal; the last is Windows' own."""


def run(main: AppCallable, listener: socket.socket, guard: Guard, windows: Windows) -> None:
    """Serve until Ctrl-C, a request to terminate, or the last closed window."""
    entrance = Entrance(main, guard, windows)
    config = uvicorn.Config(
        entrance,
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE,
        ws_ping_interval=None,  # within one computer a lost peer is noticed anyway; a laptop that slept is not lost
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,  # nobody may say for a client who it is
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    server = uvicorn.Server(config)
    with _ended_by_signals(server):
        asyncio.run(_serve(server, entrance, listener, windows))


async def _serve(server: uvicorn.Server, entrance: Entrance, listener: socket.socket, windows: Windows) -> None:
    beside = (_end_after_the_last_window(server, windows), give_back_now_and_then())
    tasks = [asyncio.create_task(one) for one in beside]
    async with entrance.flet_at_work():
        await server.serve(sockets=[listener])
    for task in tasks:
        task.cancel()


async def _end_after_the_last_window(server: uvicorn.Server, windows: Windows) -> None:
    while not windows.all_closed():
        await asyncio.sleep(LOOK_SECONDS)
    server.should_exit = True


@contextlib.contextmanager
def _ended_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """Signals end the server in good order. uvicorn repeats each afterwards, which must not kill the process."""
    if threading.current_thread() is not threading.main_thread():  # the system allows handlers only there
        yield
        return

    def end(*_: object) -> None:
        server.should_exit = True

    before = {number: signal.signal(number, end) for number in ENDING_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
