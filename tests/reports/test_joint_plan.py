"""The joint plan on paper: what the schools find in it together, and what each school's governors get."""

from audit_app.plans.model import Action, Priority
from audit_app.reports.joint_plan import JointPlan, joint_plan_document
from audit_app.reports.pdf import render
from tests.reports.hostile import HOSTILE
from tests.reports.joint_plans import a_joint_plan
from tests.reports.reading import read
from tests.reports.soundness import assert_sound, nodes


def headings(made: JointPlan) -> list[tuple[str, int]]:
    """Of level 1 and 2, each with its page, from 1."""
    root = read(render(joint_plan_document(made))).root
    return [(node.text, node.pages[0] + 1) for node in nodes(root) if node.role in {"H1", "H2"}]


def words(made: JointPlan) -> str:
    return " ".join(" ".join(text.split()) for _, text in read(render(joint_plan_document(made))).said())


def test_a_summary_then_a_page_for_each_priority_then_one_for_each_school() -> None:
    assert headings(a_joint_plan()) == [
        ("Joint plan: Wenlow Partnership", 1),
        ("What we will do together", 1),
        ("Who does what", 1),
        ("What has changed", 1),
        ("Questions", 1),
        ("Decisions asked for", 1),
        ("Priority 1: Read together", 2),
        ("Priority 2: Talk about movers", 3),
        ("The part of Ash Primary", 4),
        ("The part of Elm High", 5),
        ("The part of Oak Special", 6),
        ("Not yet taken on", 7),
    ]


def test_the_first_page_says_who_leads_what_is_late_and_when_it_is_looked_at_next() -> None:
    said = words(a_joint_plan())
    assert "1. Read together Ash Primary, A. Lime 2 July 2027 Amber: at risk" in said
    assert "2. Talk about movers Not yet agreed Not yet agreed Not yet rated" in said
    assert "Next review: 1 February 2027" in said
    assert "Ash Primary 1 1 0 1 Elm High 0 1 1 None Oak Special 0 1 0 None Not yet taken on 1 1 0 None" in said


def test_each_action_names_its_school_and_where_to_begin() -> None:
    said = words(a_joint_plan())
    assert "Action School Who By when State Action 1. First step: Ring on Monday. Ash Primary Person 1" in said
    assert "Leading school Ash Primary Who leads A. Lime" in said
    assert "Suggested by what the schools share" in said


def test_one_schools_governors_get_the_summary_and_its_part_alone() -> None:
    made = a_joint_plan(school="Elm High")
    said = words(made)
    assert [text for text, _ in headings(made)] == [
        "Joint plan: Wenlow Partnership",
        "What we will do together",
        "The part of Elm High",
        "Questions",
        "Decisions asked for",
    ]
    assert "1 action, 1 done." in said
    assert "Action 2. 1 Person 2 11 January 2027 Done" in said
    assert "Action 1." not in said
    assert {page for _, page in headings(made)} == {1}


def test_a_school_with_nothing_to_do_is_told_so() -> None:
    made = a_joint_plan(school="Oak Special", priorities=())
    assert "No action yet. It does No action of the plan is this school’s yet." in words(made)
    assert "No priorities have been agreed yet." in words(made)


def test_eight_schools_and_five_priorities_fit_the_first_page() -> None:
    schools = tuple(f"{name} Church of England Primary School" for name in "ABCDEFGH")
    priorities = tuple(
        Priority(
            id=str(at),
            title="A structured conversation about every child who moves to Year 7",
            school=schools[at],
            owner="Joseph Baptiste, deputy head",
            due="2027-07-02",
            actions=tuple(Action(id=one, text="Do it.", school=one) for one in schools),
        )
        for at in range(5)
    )
    found = headings(a_joint_plan(schools=schools, priorities=priorities))
    assert {page for _, page in found[:6]} == {1}
    assert found[6] == ("Priority 1: A structured conversation about every child who moves to Year 7", 2)


def test_any_words_leave_it_sound_whole_and_in_part() -> None:
    for text in (one.encode(errors="replace").decode() for one in HOSTILE.values()):
        name = text[:190] or "x"
        for school in ("", f"{name}0"):
            document = joint_plan_document(a_joint_plan(text, schools=(f"{name}0", f"{name}1"), school=school))
            assert_sound(render(document), document.blocks)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert render(joint_plan_document(a_joint_plan())) == render(joint_plan_document(a_joint_plan()))


def test_an_empty_plan_is_a_paper_too() -> None:
    document = joint_plan_document(a_joint_plan(schools=(), actions=0, priorities=(), questions=(), decisions=()))
    assert_sound(render(document), document.blocks)
