"""A partnership side by side: figures worked out by hand, nobody ranked, and every exclusion said."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from audit_app.questionnaires.model import Change, Questionnaire
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, status
from audit_app.results.audit_results import results_of
from audit_app.results.comparable import NothingToCompareError
from audit_app.results.contributions import Contribution, SchoolNotThereError
from audit_app.results.contributions import answered as answered_by
from audit_app.results.partnership import compare, median, quantile
from tests.builders import MORNING, a_questionnaire, a_school, a_section, an_audit, an_entry

ASKED = a_questionnaire(a_section("purpose", 2), a_section("trust", 2))


def a_contribution(
    school: str,
    levels: str,
    asked: Questionnaire = ASKED,
    *,
    wave: str = "Autumn 2026",
    days: int = 0,
    draft: bool = False,
) -> Contribution:
    """Levels in the order asked, `.` for none."""
    audit = an_audit(
        asked,
        id=f"{school[:4].lower()}-{wave[:6].lower()}-{asked.version}".replace(" ", ""),
        school=a_school(school),
        wave=wave,
        created=MORNING + timedelta(days=days),
    )
    entries = [
        an_entry({"option": level}, minute=minute, subject=f"item/{item.id}", field="answer")
        for minute, (item, level) in enumerate(zip(asked.items, levels, strict=True))
        if level != "."
    ]
    if not draft:
        fixed: list[JsonValue] = [entry.stamp for entry in entries]
        entries.append(an_entry({"entries": fixed}, minute=99, subject="audit", field="submission"))
    stands = standings(counted(entries))
    return Contribution(audit, asked, results_of(audit, asked, stands, status(entries)), audit.created, stands)


FOUR = (
    a_contribution("Alder", "1122"),
    a_contribution("Birch", "2244"),
    a_contribution("Cedar", "3311"),
    a_contribution("Dove", "4442"),
)
VERSIONS = {ASKED.id: (ASKED,)}


def test_each_section_has_the_median_and_the_quartiles_of_the_schools() -> None:
    """Purpose is 1, 2, 3, 4: the median lies halfway between 2 and 3, the quartiles at 1.75 and 3.25 (type 7)."""
    purpose, trust = compare(FOUR, VERSIONS).sections
    assert (purpose.lower_quartile, purpose.median, purpose.upper_quartile) == (1.75, 2.5, 3.25)
    assert [(one.school, one.score, one.gap) for one in purpose.schools] == [
        ("Alder", 1.0, -1.5),
        ("Birch", 2.0, -0.5),
        ("Cedar", 3.0, 0.5),
        ("Dove", 4.0, 1.5),
    ]
    assert (trust.lowest, trust.median, trust.highest, trust.n) == (1.0, 2.5, 4.0, 4)


def test_three_schools_have_no_quartiles() -> None:
    purpose = compare(FOUR[:3], VERSIONS).sections[0]
    assert (purpose.lower_quartile, purpose.median, purpose.upper_quartile) == (None, 2.0, None)


@given(st.lists(st.integers(100, 400), min_size=1, max_size=40))
def test_quantiles_lie_between_the_ends_and_in_order(hundredths: list[int]) -> None:
    values = [value / 100 for value in hundredths]
    found = [quantile(values, Fraction(part, 4)) for part in range(5)]
    assert found == sorted(found)
    assert (found[0], found[2], found[4]) == (min(values), median(values), max(values))


def test_schools_stand_in_the_order_of_their_names() -> None:
    assert [one.id for one in compare(FOUR[::-1], VERSIONS).schools] == ["Alder", "Birch", "Cedar", "Dove"]


@given(st.permutations(FOUR))
def test_the_order_of_the_files_changes_nothing(given_order: Sequence[Contribution]) -> None:
    assert compare(given_order, VERSIONS) == compare(FOUR, VERSIONS)


@pytest.mark.parametrize("others", range(4))
def test_who_else_is_there_never_changes_a_schools_own_scores(others: int) -> None:
    for section in compare(FOUR[: 1 + others], VERSIONS).sections:
        alone = {one.id: one.schools[0].score for one in compare(FOUR[:1], VERSIONS).sections}
        assert section.schools[0].score == alone[section.id]


def test_a_third_of_the_schools_makes_an_issue_common_but_never_one_school_alone() -> None:
    """Below 2.5 in trust: Alder (2.0) and Cedar (1.0) of four; in purpose Alder and Birch."""
    found = {one.id: one for one in compare(FOUR, VERSIONS).common_issues}
    assert found["trust"].schools == ("Alder", "Cedar")
    assert found["purpose"].schools == ("Alder", "Birch")
    assert compare(FOUR[2:], VERSIONS).common_issues == ()
    assert (
        compare((*FOUR[1:], a_contribution("Elm", "4444"), a_contribution("Fir", "4444")), VERSIONS).common_issues == ()
    )


def test_an_item_two_levels_apart_is_seen_very_differently() -> None:
    gaps = compare(FOUR, VERSIONS).perception_gaps
    assert [(one.item, one.difference, one.higher, one.lower) for one in gaps] == [
        ("purpose_a", 3.0, ("Dove",), ("Alder",)),
        ("purpose_b", 3.0, ("Dove",), ("Alder",)),
        ("trust_a", 3.0, ("Birch", "Dove"), ("Cedar",)),
        ("trust_b", 3.0, ("Birch",), ("Cedar",)),
    ]


def test_pseudonyms_tell_no_name_anywhere() -> None:
    found = compare(FOUR, VERSIONS, pseudonyms=True)
    said = found.model_dump_json()
    for contribution in FOUR:
        assert contribution.school not in said
        assert contribution.audit.id not in said
    assert sorted(one.id for one in found.schools) == ["School A", "School B", "School C", "School D"]
    assert [one.score for one in found.sections[0].schools] != [1.0, 2.0, 3.0, 4.0]


# What is used, and what is left out


def test_of_each_school_the_newest_finished_round_is_compared() -> None:
    rounds = (
        a_contribution("Alder", "1111", wave="Spring 2026", days=-200),
        a_contribution("Alder", "2222", wave="Summer 2026", days=-100),
        a_contribution("Alder", "3333", draft=True),
    )
    found = compare((*rounds, FOUR[1]), VERSIONS)
    assert [one.wave for one in found.schools] == ["Summer 2026", "Autumn 2026"]
    assert found.schools[0].notes == ("From Summer 2026, not from Autumn 2026.",)
    assert [(one.wave, one.reason) for one in found.excluded] == [
        ("Autumn 2026", "It is not finished; what the school finished for Summer 2026 is compared."),
        ("Spring 2026", "An earlier round. The school’s round of Summer 2026 is compared."),
    ]


def test_a_school_that_finished_nothing_is_compared_with_its_draft_and_a_note() -> None:
    found = compare((a_contribution("Alder", "33..", draft=True), *FOUR[1:]), VERSIONS)
    assert found.schools[0].notes == ("Not finished: its answers may still change.",)
    assert found.sections[1].schools[0].score is None
    assert found.sections[1].n == 3


def test_what_answers_another_questionnaire_is_said_to_be_left_out() -> None:
    other = a_questionnaire(a_section("purpose", 2), id="other-audit")
    found = compare((*FOUR, a_contribution("Elm", "33", other)), VERSIONS)
    assert (found.questionnaire.id, found.excluded[0].school) == (ASKED.id, "Elm")
    assert compare((*FOUR, a_contribution("Elm", "33", other)), VERSIONS, "other-audit").schools[0].id == "Elm"


def test_nothing_to_compare_is_said() -> None:
    with pytest.raises(NothingToCompareError):
        compare((), VERSIONS)
    with pytest.raises(NothingToCompareError, match="unheard-of"):
        compare(FOUR, VERSIONS, "unheard-of")


def second_version(changes: Mapping[str, Change]) -> Questionnaire:
    return ASKED.model_copy(update={"version": 2, "changes": dict(changes), "fingerprint": "e" * 64})


def test_versions_are_compared_over_the_items_that_stayed_comparable() -> None:
    """Of trust only `trust_a` is left: Birch is at 4 there, Dove's new audit at 2."""
    newer = second_version({"trust_b": Change(became="changed")})
    found = compare((FOUR[1], a_contribution("Dove", "4421", newer)), {ASKED.id: (ASKED, newer)})
    assert found.items_compared == 3
    assert list(found.items_left_out) == ["trust_b"]
    assert [(one.school, one.score) for one in found.sections[1].schools] == [("Birch", 4.0), ("Dove", 2.0)]
    assert "version 1" in found.schools[0].notes[0]


# What hypothesis tries

LEVELS = st.text("1234.", min_size=4, max_size=4)


@given(st.lists(LEVELS, min_size=1, max_size=6), LEVELS)
def test_another_school_changes_nobodys_own_scores(answered: Sequence[str], joining: str) -> None:
    """Nor the words about what it is, only where it stands beside the others."""
    there = [a_contribution(f"{'ABCDEF'[at]}lder", levels) for at, levels in enumerate(answered)]
    before = compare(there, VERSIONS)
    after = compare([*there, a_contribution("Zinnia", joining)], VERSIONS)
    for earlier, later in zip(before.sections, after.sections, strict=True):
        mine = [(one.school, one.score, one.reason) for one in later.schools if one.school != "Zinnia"]
        assert mine == [(one.school, one.score, one.reason) for one in earlier.schools]
    about = {"sentence": ""}
    own = [one.model_copy(update=about) for one in after.schools if one.id != "Zinnia"]
    assert own == [one.model_copy(update=about) for one in before.schools]


@given(st.lists(LEVELS, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_no_order_changes_anything_with_names_or_without(answered: Sequence[str], random: Random) -> None:
    there = [a_contribution(f"{'ABCDEF'[at]}lder", levels) for at, levels in enumerate(answered)]
    shuffled = random.sample(there, len(there))
    for hidden in (False, True):
        assert compare(shuffled, VERSIONS, pseudonyms=hidden) == compare(there, VERSIONS, pseudonyms=hidden)
    said = compare(there, VERSIONS, pseudonyms=True).model_dump_json()
    assert not [one.school for one in there if one.school in said or one.audit.id in said]


# Each beside the median, and only those that are meant


def test_a_school_is_told_where_it_stands_beside_the_median_and_never_beside_another() -> None:
    """Purpose: 1, 2, 3, 4 with the median 2.5. Trust: 2, 4, 1, 3 likewise."""
    said = {one.id: one.sentence for one in compare(FOUR, VERSIONS).schools}
    assert said["Alder"] == "Below the partnership’s median in Purpose (1.0, 1.5 below) and Trust (2.0, 0.5 below)."
    assert said["Birch"] == (
        "Above the partnership’s median in Trust (4.0, 1.5 above). Below it in Purpose (2.0, 0.5 below)."
    )
    assert not [name for name, words in said.items() for other in said if other in words]


def test_a_quarter_of_a_level_is_about_the_same() -> None:
    asked = a_questionnaire(a_section("purpose", 4))
    two = a_contribution("Alder", "2222", asked), a_contribution("Birch", "2332", asked)
    assert {one.sentence for one in compare(two, {asked.id: (asked,)}).schools} == {
        "About the partnership’s median everywhere."
    }
    alone = compare(two[:1], {asked.id: (asked,)}).schools
    assert [one.sentence for one in alone] == [""]


def test_only_the_schools_that_are_meant_are_compared_and_the_others_are_said_to_be_left_out() -> None:
    found = compare(FOUR, VERSIONS, schools=["ALDER", "cedar  "])
    assert [one.id for one in found.schools] == ["Alder", "Cedar"]
    assert found.sections[0].median == 2.0
    assert [(one.school, one.reason) for one in found.excluded] == [
        ("Birch", "The school was left out of this comparison on purpose."),
        ("Dove", "The school was left out of this comparison on purpose."),
    ]
    with pytest.raises(SchoolNotThereError, match="Alder, Birch, Cedar, Dove"):
        compare(FOUR, VERSIONS, schools=["Alder", "Elm"])


def test_what_two_schools_or_more_answered_can_be_compared() -> None:
    other = a_questionnaire(a_section("purpose", 2), id="other-audit")
    alone = a_contribution("Elm", "33", other)
    assert [(one.questionnaire.id, [*one.schools.values()]) for one in answered_by((*FOUR, alone))] == [
        (ASKED.id, ["Alder", "Birch", "Cedar", "Dove"])
    ]
    both = answered_by((*FOUR, alone, a_contribution("Fir", "33", other)))
    assert [one.questionnaire.id for one in both] == [ASKED.id, "other-audit"]
