"""Meetings: how often there are usually, when the next is due, gaps that grow, schools that stay away; by hand."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.results.meetings import Meeting, rhythm
from audit_app.results.momentum import momentum
from audit_app.results.momentum_model import Activity, Momentum, Rhythm, Signal

TODAY = date(2026, 11, 22)
LONG_AGO = date(2025, 9, 1)
THREE = {"Alder": LONG_AGO, "Birch": LONG_AGO, "Cedar": LONG_AGO}


def ago(days: int, *schools: str, note: str = "") -> Meeting:
    """Of all schools unless told; a day to come when the number is negative."""
    return Meeting(id=f"m{days}", day=TODAY - timedelta(days=days), schools=schools, note=note)


def found(*meetings: Meeting, known: Mapping[str, date] | None = None, done: Sequence[Activity] = ()) -> Momentum:
    return momentum((), done, (), TODAY, meetings, THREE if known is None else known)


def of(one: Momentum, kind: str) -> list[Signal]:
    return [signal for signal in one.signals if signal.kind == kind]


# The rhythm


def test_the_usual_interval_is_the_gap_in_the_middle() -> None:
    """On days 0, 28, 63 and 133 gaps are 28, 35 and 70: usually 35. The last was 20 days ago, so the next in 15."""
    assert rhythm([ago(20), ago(90), ago(125), ago(153)], TODAY) == Rhythm(
        meetings=4, last=date(2026, 11, 2), usual_days=35, next_by=date(2026, 12, 7)
    )


def test_of_two_gaps_in_the_middle_the_longer_is_usual() -> None:
    """28 and 42: nobody is reminded after 28 days who met after 42 once."""
    meets = rhythm([ago(0), ago(28), ago(70)], TODAY)
    assert meets is not None
    assert meets.usual_days == 42


def test_one_gap_is_no_habit_and_no_meeting_no_rhythm() -> None:
    meets = rhythm([ago(3), ago(30)], TODAY)
    assert meets is not None
    assert (meets.usual_days, meets.next_by, meets.meetings) == (None, None, 2)
    assert rhythm([], TODAY) is None


def test_two_meetings_on_one_day_are_one_day_of_meeting() -> None:
    meets = rhythm([ago(3, "Alder"), ago(3, "Birch").model_copy(update={"id": "other"}), ago(30), ago(50)], TODAY)
    assert meets is not None
    assert (meets.meetings, meets.usual_days) == (3, 27)


def test_a_planned_meeting_needs_no_reminder_and_is_no_contact_yet() -> None:
    one = found(ago(-9), ago(100), ago(130), ago(160))
    assert one.meetings is not None
    assert (one.meetings.planned, one.meetings.next_by) == (date(2026, 12, 1), None)
    assert of(one, "meetings") == []
    assert of(one, "contact")[0].sentence == "The last sign of work together was a meeting, 100 days ago."


# Late


@pytest.mark.parametrize(("since", "expected"), [(45, []), (46, ["watch"]), (90, ["watch"]), (91, ["fading"])])
def test_a_meeting_is_late_after_one_and_a_half_usual_intervals(since: int, expected: list[str]) -> None:
    """Usually 30 days: late after 45, and after 90 two were left out."""
    one = found(ago(since), ago(since + 30), ago(since + 60))
    assert [signal.sign for signal in of(one, "meetings")] == expected


def test_the_sentence_names_both_figures() -> None:
    one = found(ago(50), ago(80), ago(110))
    assert of(one, "meetings")[0].sentence == (
        "The last meeting was 50 days ago; usually there are 30 days from one to the next."
    )


@pytest.mark.parametrize(("since", "asked"), [(30, False), (31, True)])
def test_the_next_meeting_is_on_the_list_once_the_usual_interval_has_passed(since: int, asked: bool) -> None:
    one = found(ago(since), ago(since + 30), ago(since + 60))
    tasks = [task for task in one.tasks if task.title == "Fix the day of the next meeting"]
    assert [(task.care, task.due - TODAY) for task in tasks] == [("connect", timedelta(days=7))] * asked
    assert all(f"{since} days ago" in task.reason for task in tasks)


def test_where_partners_are_to_be_called_about_the_next_meeting_it_is_asked_for_once() -> None:
    """57 days without any contact."""
    one = found(ago(57), ago(87), ago(117))
    titles = [task.title for task in one.tasks if "meeting" in task.title.lower()]
    assert titles == ["Call two partners, and fix the next meeting"]


# Gaps that grow


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ((28, 42, 70), True),
        ((28, 35, 42), True),
        ((28, 35, 41), False),
        ((28, 28, 70), False),
        ((70, 42, 28), False),
        ((28, 70), False),
        ((70, 28, 42, 70), True),
    ],
    ids=["2.5 times", "just 1.5 times", "less", "not each longer", "shorter", "only two", "the last three count"],
)
def test_three_gaps_each_longer_than_the_one_before_are_a_sign(gaps: Sequence[int], expected: bool) -> None:
    days = [sum(gaps[at:]) for at in range(len(gaps) + 1)]
    assert bool(of(found(*map(ago, days)), "gaps")) is expected


def test_growing_gaps_are_said_in_days_and_ask_for_meetings_fixed_ahead() -> None:
    one = found(ago(0), ago(70), ago(112), ago(140))
    assert of(one, "gaps")[0].sentence == "The gaps between meetings grow: 28, 42 and 70 days."
    (task,) = [task for task in one.tasks if task.title == "Fix the days of several meetings ahead"]
    assert (task.care, task.due, task.reason) == ("connect", date(2026, 12, 6), of(one, "gaps")[0].sentence)


# Schools that stay away


def test_a_school_that_was_at_neither_of_the_last_two_meetings_is_named_with_their_days() -> None:
    one = found(ago(5, "Alder", "Birch"), ago(40, "Alder", "Birch"), ago(75))
    assert of(one, "absent") == [
        Signal(
            kind="absent",
            sign="watch",
            schools=("Cedar",),
            sentence="Not at the last 2 meetings, on 13 October 2026 and 17 November 2026: Cedar.",
        )
    ]
    (task,) = [task for task in one.tasks if task.schools == ("Cedar",)]
    assert (task.care, task.title) == ("connect", "Ask Cedar what would make it worth coming again")


def test_half_of_the_schools_away_is_more_than_something_to_watch() -> None:
    assert [one.sign for one in of(found(ago(5, "Alder"), ago(40, "Alder")), "absent")] == ["fading"]


@pytest.mark.parametrize(
    "meetings",
    [
        (ago(5, "Alder", "Birch"), ago(40)),
        (ago(5), ago(40, "Alder")),
        (ago(5, "Alder", "Birch"), ago(40, "alder", "CEDAR")),
        (ago(5, "Alder"),),
    ],
    ids=["all were at one", "all were at the last", "each at one, however it is written", "only one meeting"],
)
def test_who_was_at_one_of_the_last_two_is_not_away(meetings: Sequence[Meeting]) -> None:
    known = {name: day for name, day in THREE.items() if len(meetings) > 1 or name == "Alder"}
    assert of(found(*meetings, known=known), "absent") == []


def test_a_school_that_came_later_missed_nothing() -> None:
    new = {"Alder": LONG_AGO, "Birch": TODAY - timedelta(days=20)}
    assert of(found(ago(5, "Alder"), ago(40, "Alder"), known=new), "absent") == []


def test_a_school_known_from_meetings_alone_is_missed_too() -> None:
    one = found(ago(5, "Alder"), ago(40, "Alder"), ago(75, "Alder", "Dale"), known={"Alder": LONG_AGO})
    assert of(one, "absent")[0].schools == ("Dale",)


# Together with the rest


def test_a_meeting_is_contact_for_those_who_were_there() -> None:
    silent = [Activity(name, TODAY - timedelta(days=200), "an answer") for name in THREE]
    one = found(ago(10, "Alder", "Birch"), done=silent)
    assert of(one, "contact")[0].sign == "steady"
    assert of(one, "one school")[0].schools == ("Cedar",)
    assert of(found(ago(10), done=silent), "one school") == []


def test_a_school_that_is_silent_and_away_is_asked_once_for_both_reasons() -> None:
    silent = [Activity("Cedar", TODAY - timedelta(days=200), "an answer")]
    one = found(ago(5, "Alder", "Birch"), ago(40, "Alder", "Birch"), done=silent)
    (task,) = [task for task in one.tasks if task.schools == ("Cedar",)]
    assert "more than 120 days" in task.reason
    assert "Not at the last 2 meetings" in task.reason


def test_meetings_alone_say_how_it_goes() -> None:
    one = found(ago(10), known={})
    assert (one.state, of(one, "contact")[0].sentence) == (
        "steady",
        "The last sign of work together was a meeting, 10 days ago.",
    )


MEETINGS = (ago(5, "Alder"), ago(40, "Alder", "Birch"), ago(75), ago(90, "Dale"), ago(-20), ago(75, "Cedar"))


@given(st.permutations([one.model_copy(update={"id": f"m{at}"}) for at, one in enumerate(MEETINGS)]))
def test_the_order_of_what_is_given_changes_nothing(meetings: list[Meeting]) -> None:
    assert found(*meetings) == found(*sorted(meetings, key=lambda one: one.id))
