"""Who could help whom: worked out by hand; every match and every need without one says why."""

import gc
import re
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from audit_app.results.matching import small
from audit_app.results.matching.collecting import paused
from audit_app.results.matching.matching import match_partners
from audit_app.results.matching.model import Decision, Match, Matching, Unmatched, Verdict
from audit_app.results.matching.partners import Partner
from audit_app.results.matching.solving import NeedsSciPyError
from audit_app.results.matching.terms import Terms
from audit_app.results.matching.weights import CRITERIA, Limits, UnknownWeightError, Weights, weights_from
from tests.results.matching.schools import TODAY, a_partner, needs, offers, provision_audit, random_partner

MATHS, READING = "numeracy", "reading"


def matched(*partners: Partner, **terms: Any) -> Matching:
    ordered = sorted(partners, key=lambda one: one.name)
    return match_partners(ordered, provision_audit(), Terms(TODAY, **terms))


def only(found: Matching) -> Match:
    (one,) = found.matches
    return one


def lines(found: Matching) -> set[tuple[str, str, str]]:
    return {(one.helper, one.helped, one.area) for one in found.matches}


def left_out(found: Matching, school: str) -> Unmatched:
    (one,) = (one for one in found.unmatched if one.school == school)
    return one


def said(
    verdict: Verdict, helper: str, helped: str, area: str = READING, minute: int = 0, reason: str = ""
) -> Decision:
    when = datetime(2026, 11, 22, 9, minute, tzinfo=UTC)
    return Decision(helper=helper, helped=helped, area=area, verdict=verdict, reason=reason, by="Ann", when=when)


# What fits


def test_points_are_those_worked_out_by_hand() -> None:
    """Level 2: 1 - 3/4 × 1/3 = 3/4. A main aim, asked for this year, with evidence, certain: 1. Phase and authority not
    known: 1 - 2/4 × 1/2 = 3/4 each; type and size: 1 - 1/4 × 1/2 = 7/8 each. 1000 × (3/4)³ × (7/8)² = 323.0."""
    assert only(matched(a_partner("Alder", offers(READING)), a_partner("Birch", needs(READING)))).points == 323


@pytest.mark.parametrize(
    ("helper", "helped", "points"),
    [
        (offers(READING, evidence=False), needs(READING), 161),  # 1 - 2/4 = 1/2
        (offers(READING, conditions=True), needs(READING), 283),  # 1 - 1/4 × 1/2 = 7/8
        (offers(READING), needs(READING, importance=0), 81),  # 1 - 3/4 = 1/4
        (offers(READING, 3), needs(READING, 1), 431),  # level 1 takes nothing away: 323 / (3/4)
        (offers(READING), needs(READING, asks=False), 161),  # 1/2
    ],
)
def test_each_criterion_takes_its_part_away(helper: Any, helped: Any, points: int) -> None:
    assert only(matched(a_partner("Alder", helper), a_partner("Birch", helped))).points == points


def test_a_weight_of_nothing_takes_nothing_away() -> None:
    found = matched(
        a_partner("Alder", offers(READING, evidence=False)),
        a_partner("Birch", needs(READING)),
        weights=Weights(**dict.fromkeys(Weights.model_fields, 0)),
    )
    assert only(found).points == 1000


def test_the_table_of_criteria_is_that_of_the_weights() -> None:
    assert {one.name: one.weight for one in CRITERIA} == Weights().model_dump()


def test_the_user_s_weights_decide_who_helps() -> None:
    """Cedar is of the same phase, but has no evidence; Alder has evidence, and is of another phase."""
    schools = (
        a_partner("Alder", offers(READING), phase="secondary"),
        a_partner("Birch", needs(READING), phase="primary"),
        a_partner("Cedar", offers(READING, evidence=False), phase="primary"),
    )
    assert only(matched(*schools, weights=weights_from("phase=0,evidence=3"))).helper == "Alder"
    assert only(matched(*schools, weights=weights_from("phase=3,evidence=0"))).helper == "Cedar"


@pytest.mark.parametrize("text", ["phase", "phase=4", "colour=1", "phase=-1", "phase=two"])
def test_a_weight_that_is_none_is_refused_with_what_can_be_written(text: str) -> None:
    with pytest.raises(UnknownWeightError, match=r"phase=3,size=0.*near"):
        weights_from(text)


def test_without_anything_written_weights_are_the_defaults() -> None:
    assert weights_from("") == weights_from(" , ") == Weights()


# A stretch, not a chasm


@pytest.mark.parametrize(("helper", "helped", "why"), [(4, 1, "chasm"), (3, 3, "not_ahead"), (4, 4, "not_ahead")])
def test_only_one_or_two_levels_apart_are_matched(helper: float, helped: float, why: str) -> None:
    found = matched(a_partner("Alder", offers(READING, helper)), a_partner("Birch", needs(READING, helped)))
    assert found.matches == ()
    assert left_out(found, "Birch").why == why


@pytest.mark.parametrize(("helper", "helped"), [(4, 3), (4, 2), (3, 2), (3, 1)])
def test_a_stretch_is_matched(helper: float, helped: float) -> None:
    found = only(matched(a_partner("Alder", offers(READING, helper)), a_partner("Birch", needs(READING, helped))))
    assert (found.helper_level, found.helped_level) == (helper, helped)


def test_a_chasm_is_bridged_by_a_school_in_between_which_passes_on_what_it_learns() -> None:
    schools = (
        a_partner("Alder", offers(READING, 4, capacity=2)),
        a_partner("Birch", needs(READING, 2)),
        a_partner("Cedar", needs(READING, 1)),
    )
    trio = next(one for one in matched(*schools).matches if one.kind == "trio")
    assert (trio.helper, trio.facilitator, trio.helped) == ("Alder", "Birch", "Cedar")
    assert "nobody has asked Birch to pass it on" in trio.weak
    assert "it joins Birch" in trio.why


def test_a_trio_takes_no_more_than_the_helper_offers() -> None:
    schools = (
        a_partner("Alder", offers(READING, 4, capacity=1)),
        a_partner("Birch", needs(READING, 2)),
        a_partner("Cedar", needs(READING, 1)),
    )
    assert only(matched(*schools)).helped == "Birch"


def test_a_rejected_trio_is_not_suggested_again() -> None:
    schools = (
        a_partner("Alder", offers(READING, 4, capacity=2)),
        a_partner("Birch", needs(READING, 2)),
        a_partner("Cedar", needs(READING, 1)),
    )
    assert only(matched(*schools, decisions=(said("reject", "alder", "cedar"),))).helped == "Birch"


# Explained


def test_a_match_is_explained_in_two_sentences() -> None:
    alder = a_partner("Alder", offers(READING, 4, 2, conditions=True), phase="primary", pupils=200)
    birch = a_partner("Birch", needs(READING, 2), phase="primary", pupils=210, said=TODAY - timedelta(days=400))
    one = only(matched(alder, birch))
    first, second = re.split(r"(?<=\.) ", one.why)
    assert first.startswith("Birch is at “Started” (2) in “")
    assert first.endswith(
        "”, calls it one of its main aims and would like help this year; Alder is at “Part of how we work” (4), with "
        "evidence of it, and offers to help 2 schools on conditions."
    )
    assert second == (
        "They suit one another because both are primary schools and they are of similar size; but Alder sets "
        "conditions and what Birch said is more than a year old."
    )
    assert one.otherwise == "Nobody else here could."


def test_what_is_weak_is_always_said() -> None:
    alder = a_partner(
        "Alder", offers(READING, 4, None, evidence=False), phase="primary", pupils=90, local_authority="X"
    )
    birch = a_partner("Birch", needs(READING, asks=False), phase="secondary", pupils=900, local_authority="Y")
    draft = alder._replace(finished=False, said=date(2025, 1, 1))
    assert set(only(matched(draft, birch)).weak) == {
        "Alder shows no evidence for its level",
        "Alder does not say how many schools it can help, so one is assumed",
        "Birch did not ask for it",
        "what Alder said is more than a year old",
        "Alder has not finished its audit",
        "one is a primary school and the other a secondary school",
        "Birch is much larger than Alder",
        "they are in different local authorities",
    }


def test_a_year_ago_to_the_day_is_not_old() -> None:
    def weak(days: int) -> bool:
        birch = a_partner("Birch", needs(READING), said=TODAY - timedelta(days=days))
        return any("a year old" in one for one in only(matched(a_partner("Alder", offers(READING)), birch)).weak)

    assert (weak(365), weak(366)) == (False, True)


def test_who_else_could_is_said() -> None:
    found = matched(
        a_partner("Alder", offers(READING)),
        a_partner("Birch", needs(READING)),
        a_partner("Cedar", offers(READING, evidence=False)),
    )
    assert (only(found).helper, only(found).otherwise) == ("Alder", "Otherwise Cedar could.")


def test_two_that_help_one_another_give_and_get() -> None:
    found = matched(
        a_partner("Alder", offers(READING) | needs(MATHS)), a_partner("Birch", needs(READING) | offers(MATHS))
    )
    assert [one.kind for one in found.matches] == ["reciprocal", "reciprocal"]
    assert all("each gives and gets" in one.why for one in found.matches)
    assert {one.id: (one.gives, one.gets) for one in found.schools} == {"Alder": (1, 1), "Birch": (1, 1)}


# Left out, and why


def test_each_need_without_a_match_says_why_and_what_would_change_it() -> None:
    found = matched(a_partner("Alder", needs(READING)), a_partner("Birch", needs(READING)))
    for one in found.unmatched:
        assert one.why == "nobody_offers"
        assert one.sentence == "No other school offers help with it."
        assert "they could work at it together" in one.change


def test_what_one_more_school_helped_would_change_is_worked_out_anew() -> None:
    alder, birch = a_partner("Alder", offers(READING)), a_partner("Birch", needs(READING, 2))
    found = matched(alder, birch, a_partner("Cedar", needs(READING, 2, importance=2)))
    assert left_out(found, "Cedar").why == "offers_used"
    assert left_out(found, "Cedar").change == (
        "If Alder could help one more school with it, Cedar would be matched too."
    )


def test_where_one_more_would_help_another_school_that_is_said() -> None:
    schools = [
        a_partner(name, needs(READING, 2, importance=at)) for at, name in enumerate(("Dove", "Cedar", "Birch"), 1)
    ]
    found = matched(a_partner("Alder", offers(READING)), *schools)
    assert only(found).helped == "Birch"
    assert left_out(found, "Cedar").change.startswith("If Alder could help one more")
    assert left_out(found, "Dove").change.startswith("Even if Alder could help one more")


def test_nobody_is_helped_in_more_areas_than_one_school_should_take_on() -> None:
    helpers = [a_partner(f"Helper {area}", offers(area)) for area in (READING, MATHS)]
    birch = a_partner("Birch", needs(READING, 2) | needs(MATHS, 2, importance=1))
    found = matched(*helpers, birch, limits=Limits(gets=1))
    assert only(found).area == READING
    assert left_out(found, "Birch").why == "enough_help"


def test_who_could_help_if_a_school_took_on_more_has_room_for_it() -> None:
    """Both could help Birch with numeracy, and Alder fits better, but helps Cedar already."""
    schools = (
        a_partner("Alder", offers(MATHS)),
        a_partner("Birch", needs(READING) | needs(MATHS, importance=1)),
        a_partner("Cedar", needs(MATHS)),
        a_partner("Dove", offers(READING)),
        a_partner("Elm", offers(MATHS, evidence=False)),
    )
    found = matched(*schools, limits=Limits(gets=1))
    assert left_out(found, "Birch").change == "If it took on one more, Elm could help."
    without = matched(*schools[:4], limits=Limits(gets=1))
    assert left_out(without, "Birch").change.startswith("If it took on one more, and Alder could help one more")


def test_nobody_helps_more_schools_than_the_limit_over_all_areas() -> None:
    helper = a_partner("Alder", offers(READING, capacity=9) | offers(MATHS, capacity=9))
    others = [a_partner(f"School {at}", needs(READING if at % 2 else MATHS)) for at in range(6)]
    assert len(matched(helper, *others).matches) == 3
    assert len(matched(helper, *others, limits=Limits(gives=5)).matches) == 5


def test_a_school_that_says_no_is_left_alone_and_listed() -> None:
    found = matched(a_partner("Alder", offers(READING)), a_partner("Birch", needs(READING, asks=False, declines=True)))
    assert found.matches == ()
    assert left_out(found, "Birch").why == "declined"


def test_what_nobody_placed_cannot_be_matched() -> None:
    birch = needs(READING)
    found = matched(
        a_partner("Alder", offers(READING)), a_partner("Birch", {READING: birch[READING]._replace(levels={})})
    )
    assert left_out(found, "Birch").why == "not_placed"


def test_only_within_a_local_authority_when_that_is_asked_for() -> None:
    schools = (
        a_partner("Alder", offers(READING), local_authority="Powys"),
        a_partner("Birch", needs(READING), local_authority="Gwynedd"),
    )
    assert only(matched(*schools)).helper == "Alder"
    near = matched(*schools, limits=Limits(only_near=True))
    assert left_out(near, "Birch").why == "far"
    assert "Only schools of the same local authority were matched with one another." in near.notes


# What the broker decided


def three() -> tuple[Partner, ...]:
    return (
        a_partner("Alder", offers(READING)),
        a_partner("Birch", needs(READING)),
        a_partner("Cedar", offers(READING, evidence=False)),
    )


def test_what_was_rejected_is_not_suggested_again_and_the_rest_is_solved_around_it() -> None:
    found = matched(*three(), decisions=(said("reject", "alder", "birch"),))
    assert lines(found) == {("Cedar", "Birch", READING)}
    nobody = matched(*three(), decisions=(said("reject", "alder", "birch"), said("reject", "cedar", "birch")))
    assert left_out(nobody, "Birch").why == "rejected"
    assert left_out(nobody, "Birch").sentence.startswith("You rejected Alder and Cedar")


def test_what_was_accepted_stays_though_another_would_fit_better_now() -> None:
    found = matched(*three(), decisions=(said("accept", "cedar", "birch", reason="They know each other."),))
    assert lines(found) == {("Cedar", "Birch", READING)}
    assert (only(found).verdict, only(found).reason) == ("accept", "They know each other.")


def test_what_was_accepted_goes_when_the_school_no_longer_offers_it() -> None:
    schools = (three()[0], three()[1], a_partner("Cedar", needs(MATHS)))
    found = matched(*schools, decisions=(said("accept", "cedar", "birch"),))
    assert lines(found) == {("Alder", "Birch", READING)}
    assert [one.in_force for one in found.decisions] == [False]


def test_what_was_fixed_stays_whatever_the_schools_say_and_takes_its_room() -> None:
    schools = (a_partner("Alder", offers(READING)), a_partner("Birch", needs(READING)), a_partner("Cedar", {}))
    found = matched(*schools, decisions=(said("fix", "alder", "cedar", reason="Agreed in May."),))
    assert lines(found) == {("Alder", "Cedar", READING)}
    assert "You decided that Alder helps Cedar" in only(found).why
    assert "“Agreed in May”" in only(found).why
    assert left_out(found, "Birch").why == "offers_used"


def test_the_last_decision_stands_and_undo_takes_it_back() -> None:
    rejected, undone = said("reject", "alder", "birch"), said("undo", "alder", "birch", minute=5)
    assert only(matched(*three(), decisions=(undone, rejected))).helper == "Alder"
    again = said("reject", "alder", "birch", minute=6)
    assert only(matched(*three(), decisions=(again, undone, rejected))).helper == "Cedar"


def test_decisions_about_schools_that_are_not_here_are_counted_and_change_nothing() -> None:
    found = matched(*three(), decisions=(said("fix", "zebra", "birch"),))
    assert lines(found) == {("Alder", "Birch", READING)}
    assert any("not here: 1" in note for note in found.notes)


# The whole


def test_the_same_schools_give_the_same_document() -> None:
    random = Random(5)
    schools = [random_partner(at, random) for at in range(12)]
    first = matched(*schools)
    random.shuffle(schools)
    assert matched(*schools) == first
    assert Matching.model_validate_json(first.model_dump_json()) == first
    assert all(one.why == " ".join(one.sentences) and len(one.sentences) == 2 for one in first.matches)


def test_every_need_is_either_matched_or_left_with_a_reason() -> None:
    random = Random(11)
    schools = [random_partner(at, random) for at in range(20)]
    found = matched(*schools)
    needed = {(one.name, area) for one in schools for area, position in one.positions.items() if position.needs}
    answered = {(one.helped, one.area) for one in found.matches} | {
        (one.school, one.area) for one in found.unmatched if one.why != "declined"
    }
    assert answered == needed


def test_without_scipy_few_schools_are_matched_and_many_get_one_sentence() -> None:
    random = Random(2)
    schools = [random_partner(at, random) for at in range(10)]
    assert matched(*schools, solver=small) == matched(*schools)
    assert "pip install scipy" in str(NeedsSciPyError(60))


def test_python_s_own_tidying_goes_on_after_a_large_matching_whatever_happens() -> None:
    def fails() -> None:
        with paused(when=True):
            assert not gc.isenabled()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert gc.isenabled()
    with paused(when=False):
        assert gc.isenabled()
