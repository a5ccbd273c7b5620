"""Two to five devices that do whatever comes, in any order, until all of it has reached everyone.

`uv run python -m tests.sync.devices --steps 20000` is the long profile; `test_devices.py` is the short one. Real
workspaces, half of them on a disk, with clocks that are years wrong. Beside them stands a model that knows for each
answer which others its giver had seen. In the end every device must say the same, what stands must be what nobody who
had seen it replaced, and everything that was ever said must be there, standing or in the history.
"""

import argparse
import itertools
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar, NamedTuple
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import seed as with_seed
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from audit_app.questionnaires.library import Library
from audit_app.responses.known_keys import KnownKey
from audit_app.responses.model import Answer, Entry, School
from audit_app.responses.refusals import NothingToSubmitError, ReceivedError, SubmittedError, UnsettledError
from audit_app.responses.standing import tips
from audit_app.storage.folder import FolderStore
from audit_app.storage.memory import MemoryStore
from audit_app.sync.bundle import Share
from audit_app.sync.places.folder import FolderPlace
from audit_app.sync.sharing import files_named
from audit_app.workspace import Workspace, summariser
from tests.builders import MORNING, a_questionnaire
from tests.storage.faults import quick_place

LIBRARY = Library({("small-audit", 1): a_questionnaire()})
ITEMS = ("purpose_a", "purpose_b")
"""Few, so that people meet at the same one."""
AUDITS = ("first", "second")
SCHOOL = School(name="Foxglove Lane Primary")
ALLOWED = (SubmittedError, UnsettledError, NothingToSubmitError, ReceivedError)
"""What may be refused to a person who does whatever comes; anything else is a fault."""
YEARS = (-30, -1, 0, 0, 1, 30)

devices = st.integers(0, 4)
audits = st.sampled_from(("first", "first", "first", "second"))
items = st.sampled_from(ITEMS)
picks = st.integers(0, 30)
levels = st.sampled_from("1234")
shares = st.sampled_from(("full", "full", "full", "comments", "scores"))
words = st.sampled_from(("", "Seen.", "Not yet.", "Ask Bob."))

Seen = frozenset[str]


class File(NamedTuple):
    """A bundle on its way, and what the model knows to be in it."""

    audit: str
    content: bytes
    holds: Seen
    """Nothing for a poorer copy: it may bring something, and nobody relies on it."""


class Device:
    """One installation, with a clock of its own."""

    def __init__(self, name: str, folder: Path | None, world: Iterator[int], years: int) -> None:
        self.name = name
        self.years = years
        self._folder = folder
        self._world = world
        self._memory = MemoryStore(summariser(LIBRARY), lambda: name)
        self.changed = False
        """Since it was opened."""
        self.seen: dict[str, set[str]] = {}
        """By audit: the stamps of what this device was told or said itself, as the model has it."""
        self.open()
        self.workspace.keep_settings(self.workspace.settings().model_copy(update={"person": name, "school": SCHOOL}))

    def now(self) -> datetime:
        return MORNING + timedelta(days=365 * self.years, seconds=next(self._world))

    def open(self) -> None:
        self.changed = False
        store = self._memory
        if self._folder is not None:
            store = FolderStore(self._folder, summariser(LIBRARY), lambda: self.name, self.now)  # type: ignore[assignment]
        self.store = store
        self.workspace = Workspace(store, LIBRARY, self.now, self.now, lambda: "unused")

    def entries(self, audit: str) -> tuple[Entry, ...]:
        return self.store.entries(audit) if audit in self.seen else ()


def known(one: Device) -> KnownKey:
    """What the others accepted this device's files by."""
    key = one.workspace.own_key()
    assert key is not None
    return KnownKey(school=SCHOOL.name, key=key, accepted=MORNING.date())


class Devices(RuleBasedStateMachine):
    """What people may do, and what must be true in the end."""

    steps: ClassVar[Counter[str]] = Counter()
    """What was done, for the figures."""
    place: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.place))
        self.shared = self.folder / "shared"
        self.shared.mkdir()
        self.world = itertools.count()
        self.said: dict[tuple[str, str], Entry] = {}
        """By audit and stamp: everything that was ever kept on any device."""
        self.knew: dict[tuple[str, str], Seen] = {}
        """What the one who said it had seen."""
        self.files: list[File] = []
        self.placed: dict[str, File] = {}
        """In the shared folder, by name."""
        self.cut_off: set[str] = set()
        """Those of them that are half copied."""

    @initialize(
        number=st.integers(2, 5),
        years=st.lists(st.sampled_from(YEARS), min_size=5, max_size=5),
        apart=st.lists(levels, min_size=5, max_size=5),
    )
    def begin(self, number: int, years: list[int], apart: list[str]) -> None:
        self.devices = [
            Device(name, self.folder / name if at % 2 else None, self.world, years[at])
            for at, name in enumerate(("Ann", "Bob", "Cat", "Dan", "Eve")[:number])
        ]
        keys = [known(one) for one in self.devices]
        for one in self.devices:
            one.store.keep_known_keys(keys)  # one school, and its people accepted each other's
        for one, audit in zip((self.devices[0], self.devices[-1]), AUDITS, strict=True):
            one.workspace._new_id = lambda audit=audit: audit  # type: ignore[misc]
            one.workspace.start_audit("small-audit", "Autumn 2026", SCHOOL)
            one.seen[audit] = set()
        self.export(0, "first", "full")
        for one in self.devices[1:]:  # the second one they hear of later
            self._import(one, self.files)
        for at, option in enumerate(apart[:number]):
            self.answer(at, "first", ITEMS[0], option)
            self.export(at, "first", "full")

    # What people do with one audit

    @rule(device=devices, audit=audits, item=items, option=levels)
    def answer(self, device: int, audit: str, item: str, option: str) -> None:
        with self._saying(device, audit, "answer") as one:
            if one:
                one.workspace.answer(audit, item, Answer(option=option))
                self._stands_alone(one, audit, item, Answer(option=option))

    @rule(device=devices, audit=audits, item=items)
    def take_back(self, device: int, audit: str, item: str) -> None:
        with self._saying(device, audit, "take back") as one:
            if one:
                one.workspace.answer(audit, item, None)
                self._stands_alone(one, audit, item, None)

    @rule(device=devices, audit=audits, item=items, pick=picks)
    def choose(self, device: int, audit: str, item: str, pick: int) -> None:
        with self._saying(device, audit, "choose") as one:
            if one and (rivals := one.workspace.audit(audit).standing(item).rivals):
                chosen = rivals[pick % len(rivals)]
                one.workspace.choose(audit, item, chosen.stamp)
                self._stands_alone(one, audit, item, Answer.model_validate(chosen.value))
                self.count("rivals settled")

    @rule(device=devices, audit=audits, item=items, text=words)
    def comment(self, device: int, audit: str, item: str, text: str) -> None:
        with self._saying(device, audit, "comment") as one:
            if one:
                one.workspace.comment(audit, item, text)
                own = [made.value for made in one.workspace.audit(audit).standing(item).comments if made.by == one.name]
                assert own == ([text] if text else [])

    @rule(device=devices, audit=audits, item=items, pick=picks)
    def remove_comment(self, device: int, audit: str, item: str, pick: int) -> None:
        with self._saying(device, audit, "remove a comment") as one:
            if one and (comments := one.workspace.audit(audit).standing(item).comments):
                one.workspace.remove_comment(audit, item, comments[pick % len(comments)].stamp)

    @rule(device=devices, audit=audits, item=items, text=words.filter(bool), as_file=st.booleans())
    def add_evidence(self, device: int, audit: str, item: str, text: str, as_file: bool) -> None:
        with self._saying(device, audit, "evidence") as one:
            if one and as_file:
                one.workspace.add_file(audit, item, "note.txt", text.encode())
            elif one:
                one.workspace.add_words(audit, item, text)

    @rule(device=devices, audit=audits, item=items, pick=picks)
    def remove_evidence(self, device: int, audit: str, item: str, pick: int) -> None:
        with self._saying(device, audit, "remove evidence") as one:
            if one and (pieces := one.workspace.audit(audit).standing(item).evidence):
                one.workspace.remove_evidence(audit, item, pieces[pick % len(pieces)][0].stamp)

    @rule(device=devices, audit=audits)
    def submit(self, device: int, audit: str) -> None:
        with self._saying(device, audit, "submit") as one:
            if one:
                assert one.workspace.submit(audit).status == "submitted"

    @rule(device=devices, audit=audits)
    def reopen(self, device: int, audit: str) -> None:
        with self._saying(device, audit, "reopen") as one:
            if one and one.workspace.audit(audit).status == "submitted":
                assert one.workspace.reopen(audit, "Bob was away").status == "draft"

    @rule(device=devices, audit=audits, pick=picks, text=words.filter(bool))
    def plan(self, device: int, audit: str, pick: int, text: str) -> None:
        with self._saying(device, audit, "plan") as one:
            if one:
                priorities = one.workspace.plan(audit).priorities
                match pick % 3 if priorities else 0:
                    case 0:
                        one.workspace.add_priority(audit, text)
                    case 1:
                        one.workspace.set_priority(audit, priorities[pick % len(priorities)].id, {"owner": text})
                    case _:
                        one.workspace.remove_priority(audit, priorities[pick % len(priorities)].id)

    # What happens to devices

    @rule(device=devices, years=st.sampled_from(YEARS))
    def set_clock(self, device: int, years: int) -> None:
        one = self._device(device)
        if one.years != years:
            one.years = years
            self.count("clock set")

    @rule(device=devices)
    def close_and_open(self, device: int) -> None:
        one = self._device(device)
        if one.changed:
            one.workspace.close()
            one.open()
            self.count("closed and opened")

    @rule(device=devices, audit=audits)
    def lose_an_audit(self, device: int, audit: str) -> None:
        """Removed from one device, when another one has all of it: what nobody else has, nobody can give back."""
        one = self._device(device)
        rest = [other for other in self.devices if other is not one and self._whole(other, audit)]
        if audit in one.seen and any(one.seen[audit] <= other.seen.get(audit, set()) for other in rest):
            one.workspace.remove_audit(audit)
            del one.seen[audit]
            self.count("audit removed")

    # How it travels

    @rule(device=devices, audit=audits, share=shares)
    def export(self, device: int, audit: str, share: Share) -> None:
        one = self._device(device)
        if audit in one.seen:
            content = one.workspace.export(audit, share)
            self.files.append(File(audit, content, frozenset(one.seen[audit]) if share == "full" else frozenset()))
            self.count(f"export {share}")

    @precondition(lambda self: self.files)
    @rule(device=devices, order=st.lists(picks, min_size=1, max_size=3))
    def bring_in(self, device: int, order: list[int]) -> None:
        """Any of the files that are left, again or for the first time, several at once."""
        self._import(self._device(device), [self.files[pick % len(self.files)] for pick in order])
        self.count("import")

    @precondition(lambda self: self.files)
    @rule(pick=picks)
    def lose_a_file(self, pick: int) -> None:
        self.files.pop(pick % len(self.files))
        self.count("file lost")

    @rule(device=devices, share=shares)
    def sync(self, device: int, share: Share) -> None:
        one = self._device(device)
        place = FolderPlace(self.shared)
        done = one.workspace.apply_sync(place, one.workspace.plan_sync(place, share, accept_fewer=True))
        assert not done.unsent
        refused = {said.file for said in done.refused}
        assert refused == self.cut_off & self.placed.keys(), done.refused
        for name, file in self.placed.items():
            if name not in refused:
                one.seen.setdefault(file.audit, set()).update(file.holds)
        for sent in done.sent:
            self.cut_off.discard(sent.file)
            holds = frozenset(one.seen[sent.audit]) if share == "full" else frozenset()
            self.placed[sent.file] = File(sent.audit, b"", holds)
        again = one.workspace.plan_sync(place, share, accept_fewer=True)
        assert again.sent == (), "syncing twice wrote something"
        come = (again.incoming.add, again.incoming.merge, again.incoming.conflict)
        assert come == ((), (), ()), "syncing twice brought something"
        self.count("sync")

    @precondition(lambda self: self.placed)
    @rule(pick=picks, what=st.sampled_from(("lost", "half copied", "copied")))
    def trouble_in_the_place(self, pick: int, what: str) -> None:
        """A cloud client loses a file, copies half of it, or makes a copy under another name."""
        name = sorted(self.placed)[pick % len(self.placed)]
        path = self.shared / name
        match what:
            case "lost":
                path.unlink()
                del self.placed[name]
                self.cut_off.discard(name)
            case "half copied":
                path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
                self.cut_off.add(name)
            case _ if name not in self.cut_off:
                copy = name.replace(".json", " (1).json")
                path.with_name(copy).write_bytes(path.read_bytes())
                self.placed[copy] = self.placed[name]
                self.cut_off.discard(copy)
        self.count(f"{what} in the place")

    # What must be true

    @invariant()
    def nothing_that_was_said_is_gone(self) -> None:
        for one in getattr(self, "devices", ()):
            for audit in one.seen:
                found = {entry.stamp: entry for entry in one.entries(audit)}
                for stamp in one.seen[audit]:
                    assert found[stamp] == self.said[audit, stamp], f"{one.name} lost {stamp}"

    def teardown(self) -> None:
        try:
            if hasattr(self, "devices"):
                self._tell_everyone()
                self._all_say_the_same()
        finally:
            for one in getattr(self, "devices", ()):
                one.workspace.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _tell_everyone(self) -> None:
        """Each gives everything to each."""
        for one in self.devices:
            for audit in sorted(one.seen):
                file = File(audit, one.workspace.export(audit, "full"), frozenset(one.seen[audit]))
                for other in self.devices:
                    self._import(other, [file])

    def _all_say_the_same(self) -> None:
        for audit in AUDITS:
            everything = {stamp: entry for (name, stamp), entry in self.said.items() if name == audit}
            for one in self.devices:
                if audit not in one.seen:
                    assert not everything, f"{one.name} never heard of it"
                    continue
                assert {entry.stamp: entry for entry in one.entries(audit)} == everything
                opened, first = one.workspace.audit(audit), self.devices[0].workspace.audit(audit)
                assert (opened.stands, opened.status) == (first.stands, first.status)
                assert one.workspace.plan(audit) == self.devices[0].workspace.plan(audit)
                assert one.workspace.results(audit) == self.devices[0].workspace.results(audit)
                self._stands_what_nobody_replaced(one, audit)
                for name in files_named(one.entries(audit)):
                    one.workspace.evidence_file(audit, name)

    def _stands_what_nobody_replaced(self, one: Device, audit: str) -> None:
        answers = {key: entry for key, entry in self.said.items() if key[0] == audit and entry.field == "answer"}
        for item in ITEMS:
            about = {stamp for (_, stamp), entry in answers.items() if entry.subject == f"item/{item}"}
            replaced = {seen for stamp in about for seen in self.knew[audit, stamp] & about}
            found = tips(one.entries(audit)).get((f"item/{item}", "answer"), ())
            assert {entry.stamp for entry in found} == about - replaced

    # Shared by the rules

    def _device(self, number: int) -> Device:
        return self.devices[number % len(self.devices)]

    def _whole(self, one: Device, audit: str) -> bool:
        return audit in one.seen and not any(entry.redacted for entry in one.entries(audit))

    @contextmanager
    def _saying(self, device: int, audit: str, what: str) -> Iterator[Device | None]:
        """The device, or None where the audit is not; then what was said is noted, or that it was refused."""
        one = self._device(device)
        if audit not in one.seen:
            yield None
            return
        before = {entry.stamp for entry in one.entries(audit)}
        knew = frozenset(before | one.seen[audit])  # a poorer copy tells of an answer too
        one.changed = True
        try:
            yield one
        except ALLOWED as refusal:
            note(str(refusal))
            self.count(f"refused: {type(refusal).__name__}")
            assert {entry.stamp for entry in one.entries(audit)} == before
            return
        for entry in one.entries(audit):
            if entry.stamp not in before:
                assert (audit, entry.stamp) not in self.said, f"{entry.stamp} was made twice"
                self.said[audit, entry.stamp] = entry
                self.knew[audit, entry.stamp] = knew
                one.seen[audit].add(entry.stamp)
        made = len(one.entries(audit)) > len(before)
        self.count(what if made else "nothing to say")

    def _stands_alone(self, one: Device, audit: str, item: str, given: Answer | None) -> None:
        standing = one.workspace.audit(audit).standing(item)
        assert (standing.answer, standing.rivals) == (given, ())

    def _import(self, one: Device, files: list[File]) -> None:
        workspace = one.workspace
        sources = [(f"{at}.json", file.content) for at, file in enumerate(files)]
        planned = workspace.plan_import(sources)
        assert not planned.refused, planned.refused
        workspace.apply_import(planned)
        one.changed = True
        for file in files:
            one.seen.setdefault(file.audit, set()).update(file.holds)
        again = workspace.plan_import(sources)
        assert len(again.same) == len({file.audit for file in files}), "bringing it in twice changed something"

    def count(self, what: str) -> None:
        self.steps[what] += 1


def run(examples: int, length: int, seed: int | None = None, *, shrink: bool = True) -> Counter[str]:
    """So many histories of at most so many steps; returns what was done."""
    with quick_place() as place, patch("os.fsync", lambda _: None):  # the power stays on here
        counted: Counter[str] = Counter()
        made = type("DevicesTest", (Devices,), {"place": place, "steps": counted})
        profile = settings(
            max_examples=examples,
            stateful_step_count=length,
            deadline=None,
            database=None,
            derandomize=seed is None,
            phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate],
            suppress_health_check=[*HealthCheck],
        )
        factory = with_seed(seed)(made) if seed is not None else made
        run_state_machine_as_test(factory, settings=profile)
        return counted


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--steps", type=int, default=20_000)
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--shrink", action="store_true", help="look for the shortest history that fails; takes minutes")
    asked = given.parse_args()
    done: Counter[str] = Counter()
    seed = asked.seed
    while done.total() < asked.steps:
        done += run(max(10, asked.steps // 50), 100, seed, shrink=asked.shrink)
        seed += 1
    for what, number in sorted(done.items()):
        print(f"{number:>7,}  {what}")
    print(f"{done.total():,} steps: all devices said the same in the end, and nothing that was said was lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
