"""Momentum: each sign worked out by hand, the order of what is given without meaning, and something to do about it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.results.momentum import momentum
from audit_app.results.momentum_model import Activity, Momentum, PlannedAction, PulseRound

TODAY = date(2026, 11, 22)


def a_pulse(school: str = "Alder", wave: int = 0, score: float = 3.0, n: int = 16, **more: Any) -> PulseRound:
    """Waves are a term apart; of twenty invited."""
    names = ("Spring 2026", "Summer 2026", "Autumn 2026")
    day = TODAY - timedelta(days=10 + 110 * (2 - wave))
    return PulseRound(school, names[wave], day, score, 0.2, n, 20)._replace(**more)


def an_action(owner: str = "Ann", due_in: int | None = 10, *, done: bool = False, text: str = "Meet") -> PlannedAction:
    return PlannedAction("Alder", text, owner, TODAY + timedelta(days=due_in) if due_in is not None else None, done)


def contact(days: int, school: str = "Alder") -> Activity:
    return Activity(school, TODAY - timedelta(days=days), "an answer")


def found(
    *, pulses: Sequence[PulseRound] = (), done: Sequence[Activity] = (), actions: Sequence[PlannedAction] = ()
) -> Momentum:
    return momentum(pulses, done, actions, TODAY)


def signs(one: Momentum, kind: str) -> list[str]:
    return [signal.sign for signal in one.signals if signal.kind == kind]


@pytest.mark.parametrize(
    ("days", "sign", "state"),
    [(0, "steady", "steady"), (56, "steady", "steady"), (57, "watch", "steady"), (121, "fading", "gone quiet")],
)
def test_time_without_contact_is_counted_from_the_last_sign_of_work(days: int, sign: str, state: str) -> None:
    one = found(done=[contact(days), contact(300)])
    assert (signs(one, "contact"), one.state) == ([sign], state)


def test_a_school_that_fell_silent_while_others_go_on_is_named() -> None:
    (signal,) = [one for one in found(done=[contact(3), contact(200, "Birch")]).signals if one.kind == "one school"]
    assert signal.schools == ("Birch",)


def test_a_pulse_that_fell_by_more_than_its_margins_is_a_fall() -> None:
    """Margins of 0.2 each leave √(0.04 + 0.04) = 0.283 open: 3.0 to 2.71 is a change, 3.0 to 2.72 is none."""
    assert signs(found(pulses=[a_pulse(), a_pulse(wave=2, score=2.71)]), "pulse") == ["fading"]
    assert signs(found(pulses=[a_pulse(), a_pulse(wave=2, score=2.72)]), "pulse") == []
    one = found(pulses=[a_pulse(), a_pulse(wave=2, score=3.5)], done=[contact(2)])
    assert (signs(one, "pulse"), one.state) == (["good"], "growing")


def test_a_wave_counts_each_school_once_and_each_colleague_once() -> None:
    """Scores 3.0 and 2.0 make 2.5; 16 of 20 and 5 of 20 are 21 of 40, 0.53 (0.525 upwards)."""
    (wave,) = found(pulses=[a_pulse(), a_pulse("Birch", score=2.0, n=5)]).waves
    assert (wave.schools, wave.score, wave.rate) == (2, 2.5, 0.53)


@pytest.mark.parametrize(("n", "expected"), [(14, []), (13, ["watch", "watch"]), (9, ["fading", "watch"])])
def test_falling_response_rates_are_noticed(n: int, expected: list[str]) -> None:
    """Of twenty: 16 first (80%); 14 is 10 points less, 13 is 15, 9 is below a half."""
    assert signs(found(pulses=[a_pulse(), a_pulse(wave=2, n=n)]), "response rate") == expected


@pytest.mark.parametrize(("late", "expected"), [(0, []), (1, ["steady"]), (2, ["watch"]), (4, ["fading"])])
def test_overdue_actions_are_set_against_those_under_way(late: int, expected: list[str]) -> None:
    """Of eight with a date: one is an eighth, two a quarter, four a half."""
    actions = [an_action(due_in=-1, text=f"late {at}", owner="") for at in range(late)]
    actions += [an_action(text=f"to come {at}", owner="") for at in range(8 - late)]
    actions += [an_action(due_in=-9, done=True), an_action(due_in=None, owner="")]
    assert signs(found(actions=actions), "overdue actions") == expected


def test_work_that_rests_on_one_person_is_said() -> None:
    assert signs(found(pulses=[a_pulse(low_items=("pulse_many_hands",))]), "key person") == ["fading"]
    three_of_four = [an_action(text=str(at)) for at in range(3)] + [an_action("Ben")]
    assert signs(found(actions=three_of_four), "key person") == ["watch"]
    assert signs(found(actions=[*three_of_four, an_action("Ben", text="more"), an_action("Cath")]), "key person") == []


def test_without_anything_to_read_it_says_so_and_asks_for_a_pulse() -> None:
    one = found()
    assert one.state == "too little known"
    assert [(task.care, task.title) for task in one.tasks] == [("feed", "Ask every school for a pulse this term")]


def test_what_stands_out_is_on_the_gardeners_list_with_its_reason_and_day() -> None:
    one = found(pulses=[a_pulse()], done=[contact(130)], actions=[an_action(due_in=-90, text="Old idea")])
    assert [(task.care, task.due - TODAY) for task in one.tasks] == [
        ("connect", timedelta(days=7)),
        ("weed", timedelta(days=14)),
        ("weed", timedelta(days=14)),
    ]
    assert all(task.reason for task in one.tasks)


PULSES = [a_pulse(school, wave, 3 - wave / 2, 18 - 3 * wave) for school in ("Alder", "Birch") for wave in range(3)]
DONE = [contact(days, school) for days, school in ((3, "Alder"), (200, "Birch"), (40, "Cedar"))]
ACTIONS = [an_action(text=str(at), due_in=at - 3) for at in range(6)]


@given(st.permutations(PULSES), st.permutations(DONE), st.permutations(ACTIONS))
def test_the_order_of_what_is_given_changes_nothing(
    pulses: list[PulseRound], done: list[Activity], actions: list[PlannedAction]
) -> None:
    assert found(pulses=pulses, done=done, actions=actions) == found(pulses=PULSES, done=DONE, actions=ACTIONS)
