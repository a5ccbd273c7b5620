"""Every screen and the papers in the language that nobody speaks: which words are still English?

`python -m tests.language.walk FOLDER` is a process of its own, because words are fixed when their modules are loaded.
It prints one JSON document: how many places and papers it looked at, and where words passed the catalogue by.
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
from tests.language.pseudo import CODE

FOLDER = Path(sys.argv[1]) if __name__ == "__main__" else Path()
if __name__ == "__main__":
    speak(CODE, folder=FOLDER)

import flet as ft  # noqa: E402  this and what follows has words, and a language is chosen before anything has

from audit_app.questionnaires.languages import NAMES, language_name  # noqa: E402
from audit_app.questionnaires.library import shipped_file  # noqa: E402
from audit_app.ui.main import make_main  # noqa: E402
from audit_app.ui.routes import ROUTES  # noqa: E402
from audit_app.ui.screens.library import first_sentence  # noqa: E402
from audit_app.workspace import Workspace  # noqa: E402
from tests.e2e import fixed_day as day  # noqa: E402
from tests.reports.reading import read  # noqa: E402
from tests.ui.harness import window_of  # noqa: E402

ENGLISH = re.compile(r"[A-Za-z]{2,}")
NO_WORDS = re.compile(r"\b[0-9a-f]{6,}\b|https?://\S*|\.(?:xlsx|csv|zip|json|ics)\b|\b[a-z]+_\w+\b|\bdemo-\S+\b")
"""Fingerprints, addresses, the endings of files, and ids."""
NOT_A_CODE = re.compile(r"[A-Z/]|.*\s")
CUT_SHORT = re.compile(r"([a-z][^\[\]·]*)…")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
AUDITS = [day.BEGUN, day.PLANNED, day.CONTESTED, day.OFFERS, day.ASKED, day.OPEN, day.ANSWERED]


def said_by_people(data: Path, workspace: Workspace) -> list[str]:
    """What questionnaires ask and what the demo's schools said is read as it was written. The longest first."""
    documents = [path.read_text("utf-8") for path in data.rglob("*.json*")]
    documents += [json.dumps(json.loads(shipped_file(one.id, one.version))) for one in workspace.questionnaires()]
    found = {json.loads(f'"{raw}"') for text in documents for raw in STRING.findall(text)}
    found.update(language_name(code) for code in NAMES)
    found.update(first_sentence(one.summary) for one in workspace.questionnaires())
    words = {" ".join(one.split()).rstrip(". ") for one in found if ENGLISH.search(one) and NOT_A_CODE.match(one)}
    words.update((str(data), str(data.resolve())), (one.id for one in workspace.questionnaires()))
    return sorted({one.lower() for one in words}, key=len, reverse=True)


def places(workspace: Workspace) -> Iterator[str]:
    """Each address of the app, with every audit that shows it differently."""
    values = {
        "audit": AUDITS,
        "item": ["purpose_shared_audit", "purpose_clear_goals"],
        "questionnaire": ["partnership-health", "provision-audit", "partnership-pulse"],
        "part": ["1"],
        "version": ["1"],
        "priority": [one.id for one in workspace.plan(day.PLANNED).priorities][:1],
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


class Said:
    """What people said, and which texts have words beside it: most stand on every screen, so they are kept."""

    def __init__(self, said: list[str]) -> None:
        self._said = said
        self._known: dict[str, bool] = {}

    def english(self, texts: Iterable[str]) -> list[str]:
        """What nobody said."""
        found = dict.fromkeys(" ".join(written.split()) for written in texts)
        return list(dict.fromkeys(text[:200] for text in found if self._has_more(text)))

    def _has_more(self, text: str) -> bool:
        if text not in self._known:
            self._known[text] = self._is_left_of(text.lower())
        return self._known[text]

    def _is_left_of(self, rest: str) -> bool:
        """A text that was cut short is known by its beginning."""
        said = self._said
        rest = CUT_SHORT.sub(lambda cut: "" if any(one.startswith(cut[1].strip()) for one in said) else cut[0], rest)
        for one in said:
            if not ENGLISH.search(rest):
                break  # nothing is left
            if one in rest:
                rest = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", "", rest)
        return bool(ENGLISH.search(NO_WORDS.sub("", rest))) and rest != CODE


async def walk(data: Path) -> dict[str, object]:
    found: dict[str, list[str]] = {}
    with closing(day.workspace_on_the_day(data)) as workspace:
        said = Said(said_by_people(data, workspace))
        there = list(places(workspace))
        async with window_of(make_main(workspace)) as shown:
            for place in there:
                await shown.go(place)
                await asyncio.sleep(0.05)
                await shown.settle()
                if left := said.english([shown.title, *(node.name for node in shown.nodes())]):
                    found[place] = left
        made = dict(papers(workspace))
        for name, content in made.items():
            if left := said.english(text for _role, text in read(content).said()):
                found[name] = left
    return {"places": len(there), "papers": len(made), "english": found}


def papers(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    for audit in (day.PLANNED, day.ASKED):
        for paper in workspace.papers(audit):
            yield f"{paper} of {audit}", workspace.paper(audit, paper)
    for plan in workspace.joint_plans():
        yield f"joint plan {plan.id}", workspace.paper(plan.id, "joint")
    yield "blank", workspace.blank_paper("partnership-health")
    yield "partnership", workspace.partnership_in(None)[1]
    yield "partnership without names", workspace.partnership_in(None, pseudonyms=True)[1]


if __name__ == "__main__":
    print(json.dumps(asyncio.run(walk(FOLDER / "data")), ensure_ascii=False, indent=1))
