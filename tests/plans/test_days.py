"""Days of a plan: what is due and overdue, and what is no longer either."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from audit_app.plans.days import SOON, due_soon, open_days, overdue
from audit_app.plans.model import Action, Criterion, Milestone, Plan, Priority

TODAY = date(2026, 11, 22)


def a_plan(**fields: object) -> Plan:
    values: dict[str, object] = {"id": "one", "title": "Read together", "owner": "Ms Hill", **fields}
    return Plan(priorities=(Priority.model_validate(values),))


def kinds(plan: Plan) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, one.day.isoformat()) for one in open_days(plan)]


def test_actions_milestones_the_end_and_the_review_are_days() -> None:
    plan = a_plan(
        due="2027-07-02",
        actions=(Action(id="a", text="Choose a book.", due="2026-12-01", owner="Mr Dale"),),
        milestones=(Milestone(text="Two classes read it", day="2027-03-26"), Milestone(text="All", term="Summer")),
    ).model_copy(update={"next_review": "2027-01-11"})
    assert kinds(plan) == [
        ("action", "Choose a book.", "2026-12-01"),
        ("review", "", "2027-01-11"),
        ("milestone", "Two classes read it", "2027-03-26"),
        ("priority", "Read together", "2027-07-02"),
    ]
    assert [one.owner for one in open_days(plan)] == ["Mr Dale", "", "Ms Hill", "Ms Hill"]


def test_what_is_done_or_reached_is_due_no_more() -> None:
    plan = a_plan(
        due="2026-12-01",
        criteria=(Criterion(text="Staff read it.", state="met"),),
        actions=(Action(id="a", text="Choose.", due="2026-12-01", state="done"),),
        milestones=(Milestone(text="Two", day="2026-12-01", reached=True),),
    )
    assert open_days(plan) == ()


def test_the_end_stays_due_until_every_criterion_is_met() -> None:
    criteria = (Criterion(text="Staff.", state="met"), Criterion(text="Pupils.", state="partially met"))
    assert kinds(a_plan(due="2026-12-01", criteria=criteria)) == [("priority", "Read together", "2026-12-01")]


def test_nothing_is_due_of_what_is_on_hold_or_stopped() -> None:
    for halt in ("on hold", "stopped"):
        assert open_days(a_plan(due="2026-12-01", halt=halt)) == ()


@given(st.lists(st.integers(-40, 40), max_size=12))
def test_a_day_is_overdue_or_due_soon_or_later_and_never_two_of_them(away: list[int]) -> None:
    actions = tuple(
        Action(id=f"a{at:02}", text="Do.", due=(TODAY + timedelta(days=days)).isoformat())
        for at, days in enumerate(away)
    )
    days = open_days(a_plan(actions=actions))
    late, soon = overdue(days, TODAY), due_soon(days, TODAY)
    assert sorted((one.day - TODAY).days for one in late) == sorted(one for one in away if one < 0)
    assert sorted((one.day - TODAY).days for one in soon) == sorted(one for one in away if 0 <= one <= SOON.days)
    assert list(days) == sorted(days, key=lambda one: one.day)
