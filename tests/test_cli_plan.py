"""A plan made and changed on the command line: priorities, actions, reviews, what governors are asked."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli import Terminal, terminal

__all__ = ["terminal"]

DRAFT, PLANNED, JOINT = "demo-01-autumn-2026", "demo-01-summer-2026", "demo-joint-plan"


@pytest.fixture
def demo(terminal: Terminal) -> Terminal:
    terminal.fill(2)
    return terminal


def titles(terminal: Terminal, audit: str) -> list[str]:
    return [one["title"] for one in terminal.json("priorities", "list", audit)]


def action(terminal: Terminal, audit: str, number: str) -> Mapping[str, Any]:
    return next(one for one in terminal.json("actions", "list", audit) if one["number"] == number)


# Priorities


def test_what_the_results_speak_for_is_taken_into_the_plan(demo: Terminal) -> None:
    found = demo.json("priorities", "suggest", DRAFT)
    assert len(found["suggestions"]) == 3
    assert not any(one["in_plan"] for one in found["suggestions"])
    after = demo.json("priorities", "suggest", DRAFT, "--take", "2")
    assert [one["in_plan"] for one in after["suggestions"]] == [False, True, False]
    assert titles(demo, DRAFT) == [found["suggestions"][1]["title"]]
    assert "(in the plan)\n   " in demo.run("priorities", "suggest", DRAFT)[1]
    assert demo.json("actions", "list", DRAFT)[0]["number"] == "1.1"
    assert demo.run("priorities", "suggest", DRAFT, "--take", "4")[0] == 2
    assert demo.run("priorities", "suggest", DRAFT, "--take", "0")[0] == 2


def test_a_priority_of_ones_own_is_added_and_filled_in(demo: Terminal) -> None:
    demo.json("priorities", "add", DRAFT, "Visit one another", "--why", "Nobody has yet.")
    fields = ("owner=Sam Reed", "due=2027-03-26", "rag=amber", "link-governor=Jo Hale", "target=a=b")
    (one,) = demo.json("priorities", "set", DRAFT, "1", *fields)
    assert (one["owner"], one["due"], one["rag"], one["link_governor"], one["target"], one["why"]) == (
        *("Sam Reed", "2027-03-26", "amber", "Jo Hale", "a=b", "Nobody has yet."),
    )
    milestones = 'milestones=[{"text": "Three visits", "day": "2027-01-20"}]'
    (one,) = demo.json("priorities", "set", DRAFT, one["id"], "owner=", "rag=", milestones)
    assert (one["owner"], one["rag"], one["milestones"][0]["text"]) == ("", None, "Three visits")


def test_how_one_knows_and_what_to_reach_on_the_way_are_given_in_words(demo: Terminal) -> None:
    demo.json("priorities", "add", DRAFT, "Visit one another")
    assert "no success criteria" in demo.run("priorities", "criterion", DRAFT, "1")[1]
    demo.json("priorities", "criterion", DRAFT, "1", "Every school was visited", "--state", "in progress")
    demo.json("priorities", "criterion", DRAFT, "1", "Staff name what they saw")
    found = demo.json("priorities", "criterion", DRAFT, "1", "--number", "1", "--state", "met")["criteria"]
    assert [(one["number"], one["text"], one["state"]) for one in found] == [
        (1, "Every school was visited", "met"),
        (2, "Staff name what they saw", "not started"),
    ]
    shown = demo.run("priorities", "criterion", DRAFT, "1", "--number", "1", "--remove")[1]
    assert shown == "1. Staff name what they saw (not started)\n"
    demo.json("priorities", "milestone", DRAFT, "1", "Three visits", "--day", "2027-01-20", "--term", "Spring 2027")
    demo.json("priorities", "milestone", DRAFT, "1", "All visits")
    shown = demo.run("priorities", "milestone", DRAFT, "1", "Four visits", "--number", "1", "--reached")[1]
    assert shown == "1. Four visits (Spring 2027, 2027-01-20, reached)\n2. All visits\n"
    (one,) = demo.json("priorities", "list", DRAFT)
    assert [each["text"] for each in (*one["criteria"], *one["milestones"])] == [
        *("Staff name what they saw", "Four visits", "All visits"),
    ]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("criterion", "--number", "9", "--state", "met"), 1, "There is no number 9"),
        (("criterion", "--number", "0", "--remove"), 1, "There is no number 0"),
        (("milestone", "x" * 20_001), 1, "too long"),
        (("criterion", "  "), 2, "Say it in words"),
        (("criterion", "--state", "met"), 2, "--number"),
        (("milestone", "--remove"), 2, "--number"),
        (("milestone", "Visits", "--day", "soon"), 2, "soon"),
    ],
)
def test_a_criterion_that_can_not_be_kept_is_said(demo: Terminal, words: tuple[str, ...], code: int, said: str) -> None:
    before = demo.run("priorities", "list", PLANNED)[1]
    ended, out, err = demo.run("priorities", words[0], PLANNED, "1", *words[1:])
    assert (ended, out) == (code, "")
    assert re.search(said, err)
    assert demo.run("priorities", "list", PLANNED)[1] == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("1", "owner"), "Write a field and its words"),
        (("9", "owner=Sam"), "no priority “9”"),
        (("1", "colour=red"), "“colour” is not a part of it"),
        (("1", "suggested=false"), "“suggested” is not a part of it"),
        (("1", "rag=blue"), "Choose red, amber or green"),
        (("1", "due=tomorrow"), "Write the day as"),
        (("1", "title="), "needs a title"),
        (("1", "criteria=met"), "written as JSON"),
        (("1", 'criteria={"text": "met"}'), "written as JSON"),
        (("1", "criteria=" + "[" * 100_000), "written as JSON"),
        (("1", "criteria=[1]"), "Each needs a text"),
    ],
)
def test_what_can_not_be_filled_in_is_said_and_nothing_changes(
    demo: Terminal, words: tuple[str, str], said: str
) -> None:
    before = demo.run("priorities", "list", PLANNED)[1]
    assert said in demo.refused("priorities", "set", PLANNED, *words)
    assert demo.run("priorities", "list", PLANNED)[1] == before


def test_a_priority_is_taken_out_and_brought_back(demo: Terminal) -> None:
    before = titles(demo, PLANNED)
    gone = demo.json("priorities", "remove", PLANNED, "2")
    assert [one["title"] for one in gone["priorities"]] == [before[0], *before[2:]]
    assert demo.run("priorities", "bring-back", PLANNED, gone["removed"])[0] == 0
    assert titles(demo, PLANNED) == before
    assert "no priority “nothing”" in demo.refused("priorities", "bring-back", PLANNED, "nothing")
    assert "“priorities bring-back " in demo.run("priorities", "remove", PLANNED, "1")[1]


def test_whose_words_stand_is_chosen(demo: Terminal, tmp_path: Path) -> None:
    sent, came, here = tmp_path / "sent.json", tmp_path / "came.json", demo.data
    demo.run("export", PLANNED, "--to", sent, "--share", "full")
    demo.data = tmp_path / "there"
    demo.run("import", sent)
    demo.run("priorities", "set", PLANNED, "1", "cost=£200")
    demo.run("export", PLANNED, "--to", came, "--share", "full")
    demo.data = here
    assert demo.run("priorities", "differ", PLANNED)[1] == "Nothing differs.\n"
    demo.run("priorities", "set", PLANNED, "1", "cost=£300")
    assert demo.run("import", came, "--accept-unsigned")[0] == 0
    (found,) = demo.json("priorities", "differ", PLANNED)
    assert (found["field"], {one["value"] for one in found["said"]}) == ("cost", {"£200", "£300"})
    told, title = demo.run("priorities", "differ", PLANNED)[1], demo.json("priorities", "list", PLANNED)[0]["title"]
    assert told.startswith(f"“{title}”, cost (the last stands until one is chosen)\n")
    assert "£200  [" in told
    assert "no longer there" in demo.refused("priorities", "differ", PLANNED, "--choose", "nothing")
    stamp = next(one["stamp"] for one in found["said"] if one["value"] == "£200")
    assert demo.json("priorities", "differ", PLANNED, "--choose", stamp) == []
    assert demo.json("priorities", "list", PLANNED)[0]["cost"] == "£200"


def test_an_action_about_which_two_differ_is_called_by_its_words(demo: Terminal, tmp_path: Path) -> None:
    sent, came, here = tmp_path / "sent.json", tmp_path / "came.json", demo.data
    demo.run("export", PLANNED, "--to", sent, "--share", "full")
    demo.data = tmp_path / "there"
    demo.run("import", sent)
    demo.run("actions", "set", PLANNED, "1.1", "owner=Sam Reed")
    demo.run("export", PLANNED, "--to", came, "--share", "full")
    demo.data = here
    demo.run("actions", "set", PLANNED, "1.1", "owner=Jo Hale")
    planned = demo.run("import", came, "--accept-unsigned", "--dry-run")[1]
    assert "owner: Sam Reed beside Jo Hale; “priorities differ” has them" in planned
    (change,) = demo.json("import", came, "--accept-unsigned", "--dry-run")["merge"][0]["plan_changes"]
    assert (change["deed"], change["field"], change["after"]) == ("differs", "owner", "Sam Reed")
    demo.run("import", came, "--accept-unsigned")
    priority, done = demo.json("priorities", "list", PLANNED)[0], action(demo, PLANNED, "1.1")
    said = demo.run("priorities", "differ", PLANNED)[1].splitlines()[0]
    assert said.startswith(f"“{priority['title']}”, action “{done['text'][:20]}")
    assert "plan/" not in said
    assert demo.json("priorities", "differ", PLANNED)[0]["subject"].startswith(f"plan/{priority['id']}/")
    demo.run("priorities", "remove", PLANNED, "1")
    assert demo.run("priorities", "differ", PLANNED)[0] == 0


def test_what_governors_are_asked_is_set_and_shown(demo: Terminal) -> None:
    assert demo.run("ask-governors", DRAFT)[1] == "The plan asks nothing of governors.\n"
    demo.json("ask-governors", DRAFT, "--question", "Is it the right amount?", "--question", "Who follows it?")
    asked = demo.json("ask-governors", DRAFT, "--decision", "Release the money.")
    assert (len(asked["questions"]), asked["decisions"]) == (2, ["Release the money."])
    assert demo.json("ask-governors", DRAFT, "--question", "")["questions"] == []


# Actions


def test_an_action_is_added_changed_taken_out_and_brought_back(demo: Terminal) -> None:
    demo.json("priorities", "add", DRAFT, "Visit one another")
    words = ("Go to Elm High", "--first-step", "Ring them", "--owner", "Sam Reed", "--due", "2027-01-20")
    (made,) = demo.json("actions", "add", DRAFT, "1", *words)
    assert (made["number"], made["text"], made["first_step"], made["owner"], made["due"]) == (
        *("1.1", "Go to Elm High", "Ring them", "Sam Reed", "2027-01-20"),
    )
    demo.json("actions", "set", DRAFT, "1.1", "state=done", "owner=")
    assert demo.run("actions", "list", DRAFT)[1] == "1.1 Go to Elm High (nobody yet, 2027-01-20, done)\n"
    gone = demo.json("actions", "remove", DRAFT, "1.1")
    assert gone["actions"] == []
    assert [one["state"] for one in demo.json("actions", "bring-back", DRAFT, gone["removed"])] == ["done"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "1", "state=done"), "no action “1”"),
        (("set", "1.9", "state=done"), "no action “9”"),
        (("set", "9.1", "state=done"), "no priority “9”"),
        (("set", "1.1", "state=maybe"), "Choose not started"),
        (("set", "1.1", "text="), "needs a text"),
        (("add", "1", "Do it", "--due", "soon"), "Write the day as"),
        (("add", "1", " "), "needs a text"),
        (("add", "1", "Do it", "--every-school"), "joint plan"),
        (("bring-back", "nothing"), "no action “nothing”"),
        (("bring-back", "1.nothing"), "no action “nothing”"),
    ],
)
def test_what_no_action_can_be_is_said_and_nothing_changes(demo: Terminal, words: tuple[str, ...], said: str) -> None:
    before = demo.run("actions", "list", PLANNED)[1]
    verb, *rest = words
    assert said in demo.refused("actions", verb, PLANNED, *rest)
    assert demo.run("actions", "list", PLANNED)[1] == before


def test_ideas_are_chosen_by_whose_leave_they_need_and_taken_up(demo: Terminal) -> None:
    every = demo.json("actions", "ideas", PLANNED, "1")
    few = demo.json("actions", "ideas", PLANNED, "1", "--leave", "none", "--effort", "small")
    assert 0 < len(few) < len(every)
    assert {(one["leave"], one["effort"]) for one in few} == {("none", "small")}
    fresh = next(one for one in every if not one["in_plan"])
    after = demo.json("actions", "ideas", PLANNED, "1", "--take", fresh["number"])
    assert after[fresh["number"] - 1]["in_plan"]
    assert fresh["text"] in {one["text"] for one in demo.json("actions", "list", PLANNED)}
    assert "First step: " in demo.run("actions", "ideas", PLANNED, "1")[1]


def test_in_a_joint_plan_each_school_gets_its_own(demo: Terminal) -> None:
    schools = demo.json("plan", JOINT)["schools"]
    demo.json("actions", "add", JOINT, "1", "Send two teachers", "--every-school", "--due", "2027-02-01")
    made = [one for one in demo.json("actions", "list", JOINT) if one["text"] == "Send two teachers"]
    assert {one["school"] for one in made} == set(schools)
    assert {one["due"] for one in made} == {"2027-02-01"}
    demo.json("actions", "add", JOINT, "1", "Ring the host", "--school", schools[0])
    rung = [one for one in demo.json("actions", "list", JOINT) if one["text"] == "Ring the host"]
    assert [one["school"] for one in rung] == schools[:1]


# Reviews


def test_a_review_is_recorded_and_taken_back_and_the_next_is_agreed(demo: Terminal) -> None:
    held = demo.json("reviews", "add", DRAFT, "20/11/2026", "--note", "All on time.")["reviews"]
    assert [(one["day"], one["note"]) for one in held] == [("2026-11-20", "All on time.")]
    assert demo.json("reviews", "next", DRAFT, "2027-03-26")["next_review"] == "2027-03-26"
    said = demo.run("reviews", "list", DRAFT)[1]
    assert said == f"2026-11-20: All on time.  [{held[0]['stamp']}]\nNext review: 2027-03-26\n"
    assert demo.json("reviews", "take-back", DRAFT, held[0]["stamp"])["reviews"] == []
    assert "no day is agreed" in demo.run("reviews", "next", DRAFT)[1]
    assert "no longer there" in demo.refused("reviews", "take-back", DRAFT, "nothing")
    assert "still to come" in demo.refused("reviews", "add", DRAFT, "2030-01-01")
    assert demo.run("reviews", "add", DRAFT, "31/31/2027")[0] == 2


def test_another_schools_plan_can_not_be_changed(demo: Terminal, tmp_path: Path) -> None:
    demo.run("export", PLANNED, "--to", tmp_path / "scores.json")
    demo.data = tmp_path / "there"
    demo.run("import", tmp_path / "scores.json")
    for words in (
        ("priorities", "add", PLANNED, "Visit"),
        ("ask-governors", PLANNED, "--question", "Why?"),
        ("reviews", "add", PLANNED, "2026-11-20"),
        ("reviews", "next", PLANNED),
        ("evidence", "add", PLANNED, "purpose_clear_goals", "--words", "Notes"),
        ("comment", PLANNED, "purpose_clear_goals", "Seen."),
        ("audits", "submit", PLANNED),
    ):
        assert "another school's audit" in demo.refused(*words)
