"""A joint plan: each school's part of it, what is shared out, and what is suggested from what schools share."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.plans import changes, joint
from audit_app.plans.days import open_days
from audit_app.plans.joint import NoPartError, TooFewSchoolsError, named_in, part_named, part_of, parts, schools_in
from audit_app.plans.joint_suggestions import joint_suggestions
from audit_app.plans.model import Action, Milestone, Plan, Priority, plan_of
from audit_app.responses.model import School
from audit_app.results.model import QuestionnaireAsked
from audit_app.results.partnership_model import CommonIssue, ComparedSection, Comparison, SchoolScore, SharedItem
from tests.builders import a_clock, a_partnership_questionnaire, a_school

ASH, ELM, OAK = "Ash Primary", "Elm High", "Oak Special"
TODAY = date(2026, 11, 22)


def a_joint_plan() -> Plan:
    """Ash leads the first priority and Elm the second; Oak has one action, nobody has taken on the last."""
    reading = Priority(
        id="1",
        title="Read together",
        school=ASH,
        due="2027-07-02",
        milestones=(Milestone(text="Half of it", day="2027-03-01"),),
        actions=(
            Action(id="a", text="Choose a book.", school=ASH, due="2026-11-02"),
            Action(id="b", text="Open a lesson.", school=ELM, due="2027-01-11", state="done"),
            Action(id="c", text="Open a lesson.", school=" oak  special", due="2027-01-11"),
        ),
    )
    moving = Priority(id="2", title="Talk about movers", school=ELM, actions=(Action(id="d", text="Agree questions."),))
    return Plan(priorities=(reading, moving), schools=(ASH, ELM, OAK), next_review="2027-02-01")


def test_a_part_is_a_schools_actions_and_the_priorities_that_it_leads() -> None:
    found = part_of(a_joint_plan(), ASH)
    assert [(one.title, [each.text for each in one.actions]) for one in found.priorities] == [
        ("Read together", ["Choose a book."])
    ]
    assert [one.kind for one in open_days(found)] == ["action", "review", "milestone", "priority"]


def test_what_another_school_leads_is_not_its_own_to_watch() -> None:
    assert [(one.kind, one.text) for one in open_days(part_of(a_joint_plan(), OAK))] == [
        ("action", "Open a lesson."),
        ("review", ""),
    ]


def test_parts_are_counted_and_last_comes_what_nobody_has_taken_on() -> None:
    assert [(one.school, one.leads, one.actions, one.done, one.overdue) for one in parts(a_joint_plan(), TODAY)] == [
        (ASH, 1, 1, 0, 1),
        (ELM, 1, 1, 1, 0),
        (OAK, 0, 1, 0, 0),
        ("", 0, 1, 0, 0),
    ]


def test_nothing_of_a_priority_that_rests_is_overdue() -> None:
    plan = a_joint_plan()
    resting = plan.priorities[0].model_copy(update={"halt": "on hold"})
    assert [one.overdue for one in parts(Plan(priorities=(resting,), schools=(ASH,)), TODAY)] == [0, 0, 0]


def test_a_school_finds_itself_whatever_the_case_and_the_spaces() -> None:
    assert named_in(a_joint_plan(), a_school("ash  PRIMARY")) == ASH
    assert named_in(a_joint_plan(), a_school("Yew Infant")) == ""
    assert named_in(a_joint_plan(), None) == ""
    namesake = Plan(schools=("St Mary’s (100001)", "St Mary’s (100002)"))
    assert named_in(namesake, School(name="St Mary’s", urn="100002")) == "St Mary’s (100002)"


def test_a_name_that_takes_no_part_is_said_with_those_that_do() -> None:
    assert part_named(a_joint_plan(), "elm high")[0] == ELM
    with pytest.raises(NoPartError, match=r"Yew.*These do: Ash Primary, Elm High, Oak Special"):
        part_named(a_joint_plan(), "Yew")


def test_a_school_that_was_taken_off_the_list_still_has_what_it_was_left_with() -> None:
    plan = a_joint_plan().model_copy(update={"schools": (ELM,)})
    assert schools_in(plan) == (ELM, ASH, " oak  special")


def test_schools_are_named_once_in_the_order_given() -> None:
    entries = joint.begin((ASH, " ", f"  {ELM} ", "ASH primary", OAK), a_clock(), "Ann")
    assert plan_of(entries).schools == (ASH, ELM, OAK)
    with pytest.raises(TooFewSchoolsError):
        joint.begin((ASH, "ash primary"), a_clock(), "Ann")


def test_what_every_school_is_to_do_is_one_action_for_each() -> None:
    clock = a_clock()
    entries = joint.begin((ASH, ELM, OAK), clock, "Ann")
    entries += changes.add_priority(entries, "Read together", "", clock, "Ann")
    name = plan_of(entries).priorities[0].id
    entries += joint.share_out(entries, name, "Open a lesson.", "Ask a colleague.", (ASH, ELM, OAK), clock, "Ann")
    found = plan_of(entries).priorities[0].actions
    assert [(one.school, one.text, one.first_step) for one in found] == [
        (school, "Open a lesson.", "Ask a colleague.") for school in (ASH, ELM, OAK)
    ]
    entries += changes.set_action(entries, name, found[1].id, {"state": "done"}, clock, "Ben")
    assert [one.done for one in parts(plan_of(entries), TODAY) if one.school] == [0, 1, 0]


@given(st.lists(st.sampled_from((ASH, ELM, OAK, "")), max_size=12), st.sampled_from((ASH, ELM, OAK, "")))
def test_parts_together_are_the_whole_plan(owners: list[str], leads: str) -> None:
    actions = tuple(Action(id=f"{at:02d}", text="Do it.", school=one) for at, one in enumerate(owners))
    plan = Plan(priorities=(Priority(id="1", title="A", school=leads, actions=actions),), schools=(ASH, ELM, OAK))
    told = [action.id for one in (ASH, ELM, OAK) for each in part_of(plan, one).priorities for action in each.actions]
    unclaimed = [one.id for one in actions if not one.school]
    assert sorted([*told, *unclaimed]) == [one.id for one in actions]
    assert sum(one.actions for one in parts(plan, TODAY)) == len(actions)


def a_comparison(*issues: CommonIssue) -> Comparison:
    asked = a_partnership_questionnaire()
    scores = ((ASH, 1.75), (ELM, 2.25), (OAK, 3.5))
    section = ComparedSection(
        id="trust",
        title="Trust",
        n=3,
        median=2.25,
        schools=tuple(SchoolScore(school=name, score=score) for name, score in scores),
    )
    return Comparison(
        questionnaire=QuestionnaireAsked(id=asked.id, version=1, title=asked.title, fingerprint=asked.fingerprint),
        pseudonyms=False,
        schools=(),
        sections=(section,),
        common_issues=issues,
        items_compared=1,
        items_left_out={},
    )


def test_what_schools_share_is_suggested_with_who_reports_it_and_who_could_say_what_works() -> None:
    issue = CommonIssue(
        id="trust",
        title="Trust",
        schools=(ASH, ELM),
        of=3,
        items=(SharedItem(id="trust_b", text="This is true of trust_b.", schools=(ASH, ELM)),),
        sentence="2 of 3 schools score “Trust” below 2.5.",
    )
    (found,) = joint_suggestions(a_partnership_questionnaire(), a_comparison(issue))
    assert found.title == "Trust: this is true of trust_b"
    assert found.why == (
        "2 of 3 schools score “Trust” below 2.5. They are Ash Primary and Elm High. "
        "Oak Special stands highest (3.5) and could say what works there."
    )
    assert found.baseline == "Reported by 2 of 3 schools: Ash Primary and Elm High. The median is 2.3."
    assert [(one.text, one.first_step) for one in found.actions] == [("Do trust_b.", "Begin trust_b.")]
    assert found.criteria == ("trust_b at 3.",)


def test_at_most_five_are_suggested_and_none_where_nothing_is_shared() -> None:
    issues = [
        CommonIssue(id=f"a{at}", title=f"Area {at}", schools=(ASH, ELM), of=3, offers=(OAK,), sentence="They need it.")
        for at in range(7)
    ]
    found = joint_suggestions(a_partnership_questionnaire(), a_comparison(*issues))
    assert [one.title for one in found] == [f"Area {at}" for at in range(5)]
    assert joint_suggestions(a_partnership_questionnaire(), a_comparison()) == ()
