"""The governors' action plan: what a governor finds in it, and where."""

from datetime import date

import pytest

from audit_app.reports.action_plan import ActionPlan, action_plan_document, overdue_actions
from audit_app.reports.pdf import render
from audit_app.reports.priority import PlannedAction, PlannedPriority
from audit_app.reports.scale import Level, Scale
from audit_app.reports.scores import ItemResult
from tests.reports.hostile import HOSTILE
from tests.reports.plans import PRIORITIES, a_plan, a_plan_full_of, a_section
from tests.reports.reading import Node, read
from tests.reports.soundness import assert_sound, nodes


def headings(plan: ActionPlan) -> list[tuple[str, int]]:
    """Every heading of level 1 and 2 with its page, from 1."""
    root = read(render(action_plan_document(plan))).root
    return [(node.text, node.pages[0] + 1) for node in nodes(root) if node.role in {"H1", "H2"}]


def words(plan: ActionPlan) -> str:
    return " ".join(text for _, text in read(render(action_plan_document(plan))).said())


def test_a_summary_then_a_page_for_each_priority_then_the_scores() -> None:
    assert headings(a_plan()) == [
        ("Partnership health: action plan", 1),
        ("Where we are", 1),
        ("What we will do", 1),
        ("What has changed", 1),
        ("Overdue", 1),
        ("Questions for governors", 1),
        ("Decisions asked for", 1),
        ("Priority 1: Give the partnership a gardener", 2),
        ("Priority 2: A structured conversation about every child who moves to Year 7", 3),
        ("Priority 3: Say what each school gains and gives", 4),
        ("The scores in full", 5),
        ("How balanced the partnership is", 5),
        ("Where the school is strongest", 6),
        ("Where it is lowest", 6),
        ("About these figures", 6),
    ]


def test_five_priorities_and_three_of_everything_still_fit_the_first_page() -> None:
    late = PlannedAction("Agree who talks with whom about each pupil", "Deputy head", "2026-10-01")
    priorities = tuple(
        PlannedPriority(
            title="A structured conversation about every child who moves to Year 7",
            owner="Joseph Baptiste, deputy head",
            due="2027-07-02",
            rag="amber",
            actions=(late,) * (number < 3),
        )
        for number in range(5)
    )
    asked = ("Who on the board will follow the work on transition?",) * 3
    plan = a_plan(priorities=priorities, questions=asked, decisions=asked, changes=asked)
    assert {page for text, page in headings(plan)[:7]} == {1}
    assert headings(plan)[7][1] == 2
    assert all(
        node.pages == (0,) for node in nodes(read(render(action_plan_document(plan))).root) if node.text in asked
    )


def test_scores_are_said_in_figures_and_words() -> None:
    said = words(a_plan())
    assert "Management 1.9 Starting" in said
    assert "Trust 3.4 Established" in said
    assert "Radar chart of the section scores out of 4. Purpose: 2.9; Format: 2.3" in said
    assert "Bars of how many answers each level got. Purpose: 0 “1 Not yet”, 2 “2 Starting”" in said


def test_a_section_without_a_score_says_why() -> None:
    assert "Trust – Too few answers for a score" in words(a_plan(sections=(a_section("Trust", None),)))


def test_a_scale_of_one_s_own_has_its_own_highest_level_and_its_own_figures() -> None:
    to_three = Scale(tuple(Level(str(score), f"L{score}", float(score)) for score in range(4)))
    said = words(a_plan(sections=(a_section("Trust", 2.0, scale=to_three),) * 3))
    assert "Score out of 3 Nearest level Trust 2.0 L2" in said
    assert "Radar chart of the section scores out of 3." in said
    assert "Trust: 1 “0 L0”, 2 “1 L1”, 3 “2 L2”, 1 “3 L3”" in said
    assert "Level 0 Level 1 Level 2 Level 3 Missing" in said


def test_sections_on_two_scales_each_say_what_they_are_out_of() -> None:
    per_cent = Scale((Level("no", "No", 0.0), Level("yes", "Yes", 100.0)))
    said = words(a_plan(sections=(a_section("Trust", 3.0), a_section("Time", 60.0, scale=per_cent))))
    assert "Section Score Nearest level Trust 3.0 out of 4 Established Time 60.0 out of 100 Yes" in said
    assert "Radar chart" not in said
    assert "Each statement was placed" not in said


@pytest.mark.parametrize(
    ("rag", "said"),
    [("green", "Green: on track"), ("amber", "Amber: at risk"), ("red", "Red: off track"), (None, "Not yet rated")],
)
def test_the_rating_is_said_in_words(rag: str | None, said: str) -> None:
    priority = PlannedPriority("Trust", rag=rag, rag_reason="Because.")  # type: ignore[arg-type] # from a parameter
    assert words(a_plan(priorities=(priority,))).count(said) == 2


def test_overdue_is_what_was_due_before_the_report_and_is_not_done_oldest_first() -> None:
    actions = (
        PlannedAction("later", due="2026-11-02"),
        PlannedAction("second", due="2026-11-01", state="in progress"),
        PlannedAction("first", due="2026-09-30"),
        PlannedAction("done", due="2026-01-01", state="done"),
        PlannedAction("some day", due="when we can"),
        PlannedAction("no day"),
    )
    plan = a_plan(priorities=(PlannedPriority("A"), PlannedPriority("B", actions=actions)), date=date(2026, 11, 2))
    assert [(number, action.text) for number, action in overdue_actions(plan)] == [(2, "first"), (2, "second")]
    assert "Overdue • first (nobody named, due 30 September 2026, priority 2)" in words(plan)


def test_nothing_overdue_is_said_too() -> None:
    assert "Nothing is overdue." in words(a_plan(priorities=(PlannedPriority("A"),)))


def test_what_is_not_agreed_is_said_and_what_is_optional_is_left_out() -> None:
    said = words(a_plan(priorities=(PlannedPriority("Trust"),)))
    assert "Who leads Not yet agreed Link governor Not yet agreed Due Not yet agreed Cost Not yet agreed" in said
    assert "No actions are agreed yet." in said
    assert "No success criteria are agreed yet." in said
    for absent in ("Who supports", "Starts", "Risks", "Impact so far", "How it is monitored", "Why this is"):
        assert absent not in said


def test_dates_are_in_words_and_other_words_stay() -> None:
    priority = PlannedPriority("Trust", due="2027-07-09", start="after Easter")
    assert "Starts after Easter Due 9 July 2027" in words(a_plan(priorities=(priority,)))


def test_a_long_passage_keeps_the_whole_width() -> None:
    long = "The head reports to the committee. " * 20
    root = read(
        render(action_plan_document(a_plan(priorities=(PlannedPriority("A", monitoring=long, risks="None"),))))
    ).root
    texts = [node.text for node in nodes(root)]
    assert texts.index("How it is monitored") < texts.index("Risks")


def test_a_plan_without_anything_is_a_report() -> None:
    plan = ActionPlan("", "", "", 1, "", "", date(2026, 1, 1), sections=(), priorities=(), data_note="")
    document = action_plan_document(plan)
    assert "No priorities have been chosen yet." in words(plan)
    assert_sound(render(document), document.blocks)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_in_every_field_is_said_as_it_is(text: str) -> None:
    document = action_plan_document(a_plan_full_of(text, actions=1))
    assert_sound(render(document), document.blocks)


def test_the_whole_plan_is_said_in_order() -> None:
    document = action_plan_document(a_plan())
    assert_sound(render(document), document.blocks)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert render(action_plan_document(a_plan())) == render(action_plan_document(a_plan()))


def test_sixty_actions_and_thirty_sections_are_printed() -> None:
    section = a_section("A section with a long name", 2.0)
    priority = PlannedPriority("A", actions=(PlannedAction("Do this", "Ann", "2027-01-01"),) * 60)
    plan = a_plan(sections=(section,) * 30, priorities=(priority,) * 5, lowest=(ItemResult("t", "s", "l"),) * 40)
    document = action_plan_document(plan)
    assert_sound(render(document), document.blocks)


def test_every_action_of_a_priority_is_in_its_own_row() -> None:
    root: Node = read(render(action_plan_document(a_plan()))).root
    rows = [[cell.text for cell in node.children] for node in nodes(root) if node.role == "TR"]
    for action in PRIORITIES[0].actions:
        assert any(row[0] == action.text and row[1] == action.owner for row in rows)
