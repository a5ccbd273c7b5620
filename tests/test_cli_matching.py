"""`audit-app match` and `decide`: from the bundles of three schools, around what a person decided."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from audit_app.app import open_workspace
from audit_app.questionnaires.library import shipped
from audit_app.responses.model import Answer, School
from audit_app.results.matching.weights import Chosen, Limits, Weights
from audit_app.storage.memory import MemoryStore
from audit_app.workspace import Workspace, summariser
from tests.test_cli import Terminal
from tests.test_cli import terminal as terminal

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
GIVES = {"level": "4", "importance": "1", "offer": "yes", "capacity": 1.0}
NEEDS = {"level": "2", "importance": "3", "want": "this_year"}


def a_bundle(
    folder: Path, name: str, said: dict[str, dict[str, Any]], *, evidence: bool = True, **place: float
) -> Path:
    """What a school answered by area, as it would send it: scores alone."""
    library = shipped()
    store = MemoryStore(summariser(library), lambda: name[:1].lower())
    school = School(name=name, phase="primary", pupils=200, local_authority="Powys", **place)
    workspace = Workspace(store, library, lambda: NOW, lambda: NOW, lambda: f"of-{name.lower()}")
    audit = workspace.start_audit("provision-audit", "Autumn 2026", school)
    for area, answers in said.items():
        for what, given in answers.items():
            answer = Answer(value=given) if isinstance(given, float) else Answer(option=given)
            workspace.answer(audit, f"{area}_{what}", answer)
            if evidence and (what, given) == ("level", "4"):
                workspace.add_words(audit, f"{area}_{what}", "Seen by visitors.")
    workspace.submit(audit)
    file = folder / f"{name}.json"
    file.write_bytes(workspace.export(audit, "scores"))
    return file


@pytest.fixture
def bundles(tmp_path: Path) -> list[Path]:
    """Alder and Birch can help one another; Cedar offers and needs what Alder does, with less to show for it."""
    return [
        a_bundle(tmp_path, "Alder", {"numeracy": GIVES, "reading": NEEDS}),
        a_bundle(tmp_path, "Birch", {"numeracy": NEEDS, "reading": GIVES}),
        a_bundle(tmp_path, "Cedar", {"numeracy": GIVES, "reading": NEEDS | {"importance": "2"}}, evidence=False),
    ]


def matched(terminal: Terminal, *words: object) -> dict[str, Any]:
    found = terminal.json("match", *words)
    assert isinstance(found, dict)
    return found


def lines(found: dict[str, Any]) -> set[tuple[str, str, str]]:
    return {(one["helper"], one["helped"], one["area"]) for one in found["matches"]}


def test_the_document_says_who_could_help_whom_with_what_and_why(terminal: Terminal, bundles: list[Path]) -> None:
    """All known of the three, but Alder has evidence, and finds reading more important."""
    found = matched(terminal, *bundles)
    assert lines(found) == {("Alder", "Birch", "numeracy"), ("Birch", "Alder", "reading")}
    first = found["matches"][0]
    assert (first["kind"], first["helper_level"], first["helped_level"]) == ("reciprocal", 4, 2)
    assert "with evidence of it" in first["why"]
    assert [(one["school"], one["area"], one["why"]) for one in found["unmatched"]] == [
        ("Cedar", "reading", "offers_used")
    ]
    assert found["unmatched"][0]["change"].startswith("If Birch could help one more school with it, Cedar would be")
    assert {"id": "Cedar", "key": "cedar", "gives": 0, "gets": 0} in found["schools"]


def test_the_order_of_the_files_changes_nothing(terminal: Terminal, bundles: list[Path]) -> None:
    assert terminal.run("match", *bundles, "--json") == terminal.run("match", *reversed(bundles), "--json")


def test_for_people_it_is_told_in_words(terminal: Terminal, bundles: list[Path]) -> None:
    code, out, err = terminal.run("match", *bundles)
    assert (code, err) == (0, "")
    assert "Provision audit, 3 schools: 2 matches, of 4 possible." in out
    assert "Alder → Birch: " in out
    assert "No match yet\n  Cedar: " in out


def test_a_decision_is_kept_with_its_reason_and_the_rest_is_solved_around_it(
    terminal: Terminal, bundles: list[Path]
) -> None:
    files = [part for file in bundles for part in ("--file", file)]
    said = terminal.json("decide", "Alder", "birch", "numeracy", "reject", "--reason", "Too far by bus.", *files)
    assert isinstance(said, dict)
    assert (said["helper"], said["helped"], said["verdict"], said["reason"]) == (
        "alder",
        "birch",
        "reject",
        "Too far by bus.",
    )
    found = matched(terminal, *bundles)
    assert lines(found) == {("Cedar", "Birch", "numeracy"), ("Birch", "Cedar", "reading")}
    assert [(one["verdict"], one["reason"], one["in_force"]) for one in found["decisions"]] == [
        ("reject", "Too far by bus.", True)
    ]
    assert ("Alder", "Birch", "numeracy") in lines(matched(terminal, *bundles, "--afresh"))
    terminal.json("decide", "Alder", "Birch", "numeracy", "undo", *files)
    assert ("Alder", "Birch", "numeracy") in lines(matched(terminal, *bundles))


def test_what_the_data_folder_holds_is_matched_without_files(terminal: Terminal, bundles: list[Path]) -> None:
    assert terminal.run("import", *bundles)[0] == 0
    assert matched(terminal) == matched(terminal, *bundles)


def test_weights_and_limits_are_said_back(terminal: Terminal, bundles: list[Path]) -> None:
    found = matched(terminal, *bundles, "--weights", "phase=3,size=0", "--gives", "1", "--near")
    assert (found["weights"]["phase"], found["weights"]["size"], found["weights"]["near"]) == (3, 0, 2)
    assert found["limits"] == {"gives": 1, "gets": 3, "only_near": True}


def test_what_can_not_be_done_gets_one_sentence(terminal: Terminal, bundles: list[Path]) -> None:
    assert "There is nothing to match" in terminal.refused("match")
    assert "is no weight" in terminal.refused("match", *bundles, "--weights", "colour=3")
    words = ["--file", bundles[0], "--file", bundles[1]]
    assert "no school “Zebra”" in terminal.refused("decide", "Zebra", "Birch", "reading", "fix", *words)
    assert "no area “cooking”" in terminal.refused("decide", "Alder", "Birch", "cooking", "fix", *words)
    assert "matched with itself" in terminal.refused("decide", "Alder", "alder", "reading", "fix", *words)
    assert terminal.run("decide", "Alder", "Birch", "reading", "sing", *words)[0] == 2


def test_what_was_chosen_on_the_screen_is_the_default_and_is_said(terminal: Terminal, bundles: list[Path]) -> None:
    """What is said on the command line counts before it, for this run alone."""
    terminal.run("demo", "--schools", 1)
    with closing(open_workspace(terminal.data)) as workspace:
        chosen = Chosen(weights=Weights(near=3, size=0), limits=Limits(gives=2))
        workspace.keep_settings(workspace.settings().model_copy(update={"matching": chosen}))
    found = matched(terminal, *bundles, "--weights", "phase=1")
    assert found["chosen_here"] == "size=0, near=3, gives=2"
    assert [found["weights"][name] for name in ("near", "size", "phase")] == [3, 0, 1]
    assert (found["limits"]["gives"], found["limits"]["gets"]) == (2, 3)
    assert terminal.run("match", *bundles)[1].startswith("As chosen in this data folder: size=0, near=3, gives=2 (")
    usual = matched(terminal, *bundles, "--usual")
    assert (usual["chosen_here"], usual["weights"]["near"], usual["limits"]["gives"]) == (None, 2, 3)
    assert matched(terminal, *bundles, "--gives", "5")["limits"]["gives"] == 5
