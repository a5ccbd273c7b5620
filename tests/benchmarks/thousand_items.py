"""A questionnaire of 50 items against one of 1,000: reading it, checking it, its first screen, and an answer.

`uv run python -m tests.benchmarks.thousand_items`. “From nothing” is what somebody waits for: a process is started that
reads the file, checks it, begins an audit and draws its first screen. The other lines are the parts of it in a process
that runs already; reading and checking look at every item, so they grow with their number.

The first screen is drawn and encoded for the browser by Flet's own session, without a browser: from the address to the
last byte. Half of the items are levels, the others of every kind; each tenth has a condition, each tenth a check. Exit
code 1 when what somebody waits for takes 1.5 times as long or longer.
"""

import asyncio
import itertools
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

from audit_app.questionnaires.check import check
from audit_app.questionnaires.conditions import compiled
from audit_app.questionnaires.library import Library, questionnaire_of, read_questionnaire
from audit_app.responses.model import Answer, School
from audit_app.storage.memory import MemoryStore
from audit_app.ui import places
from audit_app.ui.main import make_main
from audit_app.workspace import Workspace, summariser
from tests.builders import LEVELS, MORNING
from tests.ui.harness import window_of

SIZES = (50, 1000)
ROUNDS = {
    "from nothing to the first screen": 7,
    "load": 15,
    "check": 5,
    "first screen, one at a time": 25,
    "first screen, whole sections": 25,
    "an answer, kept and read again": 25,
}
MOST = 1.5
HELD = ("from nothing to the first screen", "first screen, one at a time", "first screen, whole sections")
KINDS = ("level", "single", "level", "number", "level", "text", "level", "multiple", "level", "date")
IN_A_SECTION = 25
ENOUGH = 5_000
"""Bytes to the browser, so that the figure is not that of an error panel."""
SCHOOL = School(name="Foxglove Lane Primary")


def main() -> int:
    compiled("true()")  # elementpath is imported once a process, not once a questionnaire
    ready = {size: _actions(size) for size in SIZES}
    small, large = SIZES
    slow = []
    print(f"{'':36}{small:>10,}{large:>10,}   ratio")
    for name, rounds in ROUNDS.items():
        few, many = _medians(ready[small][name], ready[large][name], rounds)
        print(f"{name:36}{few * 1e3:7.1f} ms{many * 1e3:7.1f} ms   {many / few:.2f}")
        slow += [name] if name in HELD and many / few >= MOST else []
    print(f"{', '.join(slow) or 'from nothing, and the first screens'}: {'over' if slow else 'under'} {MOST}")
    return 1 if slow else 0


def _actions(size: int) -> Mapping[str, Callable[[], object]]:
    content = json.dumps(_document(size)).encode()
    one, whole = _begun(content, whole=False), _begun(content, whole=True)
    actions = (
        lambda: _from_nothing(size),
        lambda: read_questionnaire(content, "x"),
        lambda: check(content),
        lambda: _screen(*one),
        lambda: _screen(*whole),
        lambda: _answer(*one),
    )
    return dict(zip(ROUNDS, actions, strict=True))


def _medians(few: Callable[[], object], many: Callable[[], object], rounds: int) -> tuple[float, float]:
    """In turns, so that whatever else the machine does slows both."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for action, times in zip((few, many), taken, strict=True):
            start = time.perf_counter()
            action()
            times.append(time.perf_counter() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])


def _from_nothing(size: int) -> None:
    subprocess.run([sys.executable, "-m", "tests.benchmarks.thousand_items", "--once", str(size)], check=True)


def _once(size: int) -> None:
    content = json.dumps(_document(size)).encode()
    assert not [one for one in check(content) if one.grade == "error"]
    _screen(*_begun(content, whole=False))


def _screen(workspace: Workspace, audit: str) -> None:
    async def shown() -> None:
        async with window_of(make_main(workspace), places.item(audit, "item_20")) as window:
            assert window.sent > ENOUGH

    asyncio.run(shown())


def _answer(workspace: Workspace, audit: str) -> None:
    options = itertools.cycle("1234")
    for option in (next(options), next(options)):
        workspace.answer(audit, "item_20", Answer(option=option))


def _begun(content: bytes, *, whole: bool) -> tuple[Workspace, str]:
    questionnaire = questionnaire_of(json.loads(content), "x")
    library = Library({(questionnaire.id, 1): questionnaire})
    numbers = itertools.count(1)
    store = MemoryStore(summariser(library), lambda: "laptop")
    workspace = Workspace(store, library, lambda: MORNING, lambda: MORNING, lambda: f"id{next(numbers)}")
    workspace.keep_settings(workspace.settings().model_copy(update={"school": SCHOOL, "whole_section": whole}))
    return workspace, workspace.start_audit(questionnaire.id, "Autumn 2026", SCHOOL)


def _document(size: int) -> Mapping[str, object]:
    items = [_item(number) for number in range(size)]
    sections = [
        {"id": f"section-{start}", "title": f"Section {start}", "items": items[start : start + IN_A_SECTION]}
        for start in range(0, size, IN_A_SECTION)
    ]
    return {
        "id": "many-items",
        "version": 1,
        "title": "Many items",
        "summary": "To measure with.",
        "audience": "Nobody.",
        "mode": "self_audit",
        "minutes": 240,
        "scale": [{"code": code, "label": label, "score": score} for code, label, score in LEVELS],
        "sections": sections,
    }


def _item(number: int) -> dict[str, object]:
    kind = KINDS[number % len(KINDS)]
    item: dict[str, object] = {"id": f"item_{number}", "kind": kind, "text": f"Item {number} is as it is."}
    if kind == "level":
        item["descriptors"] = {code: f"How {number} looks at {code}." for code, _, _ in LEVELS}
    if kind in ("single", "multiple"):
        item["options"] = [{"code": code, "label": code.upper()} for code in "abc"]
    if number % 10 == 5:
        item["visible_if"] = f"${{item_{number - 5}}} != '1'"
    if kind == "number":
        item["checks"] = [{"condition": ". >= 0", "message": "It can’t be below zero."}]
    return item


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        _once(int(sys.argv[2]))
    else:
        sys.exit(main())
