"""The whole app on a day that never changes: so its pictures change only when the app does.

Started as a process of its own: `python -m tests.e2e.fixed_day --data DIR --no-open`, on a folder as it stands.
"""

import argparse
import os
import sys
import time
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

from audit_app.app import DEMO_FOLDER, new_id
from audit_app.demo.fill import fill
from audit_app.questionnaires.library import shipped
from audit_app.storage.folder import FolderStore
from audit_app.ui.main import make_main
from audit_app.ui.serving.opening import open_app
from audit_app.workspace import Workspace, summariser

DAY = datetime(2026, 11, 23, 15, 40, tzinfo=UTC)
JOINT = "demo-joint-plan"
"""Of all its schools."""
PLANNED = "demo-01-summer-2026"
"""Of the user's own school: submitted, with a plan under way."""
BEGUN = "demo-01-autumn-2026"
"""Of the user's own school: half answered."""
CONTESTED = "demo-06-autumn-2026"
"""Two colleagues answered differently."""
OFFERS = "demo-01-provision-autumn-2026"
"""What the school needs and could give."""
OPEN = "demo-01-pulse-autumn-2026"
"""A survey that takes answers."""
ASKED = "demo-01-staff-summer-2026"
"""A closed survey of all staff."""
ANSWERED = "demo-01-pulse-summer-2026"
"""A closed pulse."""

COMMAND = (sys.executable, "-m", "tests.e2e.fixed_day")


def workspace_on_the_day(data: Path, schools: int = 8) -> Workspace:
    """A data folder in which it is always DAY, filled with so many schools of the demo unless it has audits already."""
    library = shipped()
    store = FolderStore(data, summariser(library), new_id, lambda: DAY)
    library.add(store.questionnaires())
    workspace = Workspace(store, library, lambda: DAY, lambda: DAY, new_id)
    if schools and not workspace.audits(1):
        fill(workspace, schools)
    return workspace


def main() -> None:
    os.environ["TZ"] = "Europe/London"
    time.tzset()
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--no-open", action="store_true")
    arguments = parser.parse_args()
    with ExitStack() as opened:
        workspace = opened.enter_context(closing(workspace_on_the_day(arguments.data, schools=0)))

        def open_demo() -> Workspace:
            return opened.enter_context(closing(workspace_on_the_day(arguments.data / DEMO_FOLDER)))

        open_app(
            lambda: make_main(workspace, open_demo),
            arguments.data,
            lambda line: print(line, flush=True),
            open_page=not arguments.no_open,
        )


if __name__ == "__main__":
    main()
