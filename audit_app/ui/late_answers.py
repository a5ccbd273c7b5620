"""Late answers: the window tells how a call to a control ended (to focus it, to scroll it) when the control has gone.

Flet takes that for a fault of the connection and drops it. The window comes back by itself, but what was pressed
meanwhile is lost: quick keys met this at every few statements. Here it means that nobody needs the answer any more.
"""

from typing import Any

import flet as ft


def let_answers_come_late(page: ft.Page) -> None:
    """For this window, from now on."""
    session: Any = page.session
    take = session.handle_invoke_method_results

    def taken(control_id: int, call_id: str, result: object, error: str | None) -> None:
        try:
            take(control_id, call_id, result, error)
        except RuntimeError:
            waiting = session._Session__method_calls.pop(call_id, None)  # Flet is pinned
            if waiting is not None:  # else who called would wait for ever
                session._Session__method_call_results[waiting] = (None, None)
                waiting.set()

    session.handle_invoke_method_results = taken
