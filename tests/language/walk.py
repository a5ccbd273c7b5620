"""Every screen in the language that nobody speaks: which words are still English?

`python -m tests.language.walk FOLDER` is a process of its own, because words are fixed when their modules are loaded.
It prints one JSON document: by address, the words on the screen that did not come through the catalogue.
"""

import asyncio
import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

from audit_app.language import speak

CATALOGUES = Path(sys.argv[1]) if __name__ == "__main__" else Path()
if __name__ == "__main__":
    speak("el", folder=CATALOGUES)

import flet as ft  # noqa: E402  what follows has words

from audit_app.questionnaires.library import shipped_file  # noqa: E402
from audit_app.ui.main import make_main  # noqa: E402
from audit_app.ui.routes import ROUTES  # noqa: E402
from audit_app.workspace import Workspace  # noqa: E402
from tests.e2e.fixed_day import ANSWERED, ASKED, BEGUN, CONTESTED, OFFERS, OPEN, PLANNED, workspace_on_the_day  # noqa: E402
from tests.ui.harness import Window, window_of  # noqa: E402

ENGLISH = re.compile(r"[A-Za-z]{2,}")


def strings(found: object) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for one in found.values():
            yield from strings(one)
    elif isinstance(found, list | tuple):
        for one in found:
            yield from strings(one)


def words_of_people(workspace: Workspace) -> set[str]:
    """What the questionnaires ask and what the demo's schools said: it is read as it was written."""
    found: set[str] = set()
    for one in workspace.questionnaires():
        found.update(strings(json.loads(shipped_file(one.id, one.version))))
    for line in workspace.audits():
        opened = workspace.audit(line.id)
        found.update(strings(opened.audit.model_dump(mode="json")))
        for entry in workspace._store.entries(line.id):  # type: ignore[attr-defined]
            found.update(strings(entry.model_dump(mode="json")))
    found.update(strings(workspace.settings().model_dump(mode="json")))
    return {" ".join(one.split()) for one in found if ENGLISH.search(one)}


def places(workspace: Workspace) -> Iterator[str]:
    """Each address of the app, with every audit that shows it differently."""
    values = {
        "audit": [BEGUN, PLANNED, CONTESTED, OFFERS, ASKED, OPEN, ANSWERED],
        "item": ["purpose_shared_audit", "purpose_clear_goals"],
        "questionnaire": ["partnership-health", "provision-audit", "staff-survey"],
        "part": ["1"],
        "version": ["1"],
        "priority": [one.id for one in workspace.plan(PLANNED).priorities][:1],
    }
    for path in _paths(ROUTES):
        names = re.findall(r":(\w+)", path)
        for chosen in product(*(values[name] for name in names)):
            place = path
            for name, value in zip(names, chosen, strict=True):
                place = place.replace(f":{name}", value, 1)
            yield f"/{place}"


def _paths(routes: Iterable[ft.Route]) -> Iterator[str]:
    for route in routes:
        if route.children:
            yield from _paths(route.children)
        elif not (route.path or "").endswith("*"):
            yield route.path or ""


def english(shown: Window, said: set[str], longest_first: list[str]) -> list[str]:
    left = []
    for node in shown.nodes():
        text = " ".join(node.name.split())
        if not ENGLISH.search(text) or text in said:
            continue
        rest = text
        for one in longest_first:
            if one in rest:
                rest = rest.replace(one, "")
                if not ENGLISH.search(rest):
                    break
        if ENGLISH.search(rest):
            left.append(f"{node.role}: {text[:160]}")
    return list(dict.fromkeys(left))


async def walk(data: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with closing(workspace_on_the_day(data)) as workspace:
        said = words_of_people(workspace)
        longest_first = sorted(said, key=len, reverse=True)
        async with window_of(make_main(workspace)) as shown:
            for place in places(workspace):
                await shown.go(place)
                await asyncio.sleep(0.05)
                await shown.settle()
                if left := english(shown, said, longest_first):
                    found[place] = left
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(walk(CATALOGUES / "data")), ensure_ascii=False, indent=1))
