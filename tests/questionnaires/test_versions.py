"""Versions: what became of each item, what may be compared; and a school's own items beside the shared ones."""

import pytest

from audit_app.questionnaires.own import (
    MOST_OWN,
    OwnItems,
    OwnItemsError,
    check_own_items,
    core_of,
    with_own_items,
)
from audit_app.questionnaires.versions import (
    asked_again,
    check_versions,
    comparable_items,
    fates,
    new_items,
    notes_on,
)
from tests.questionnaires.making import a_document, a_questionnaire, an_item

FIRST = a_questionnaire(*(an_item(name) for name in ("kept", "polished", "moved", "other_now", "two", "old")))
SECOND = a_questionnaire(
    *(an_item(name) for name in ("kept", "polished", "renamed", "other_now", "two_a", "two_b", "fresh")),
    version=2,
    changes={
        "polished": {"became": "reworded", "note": "Shorter."},
        "moved": {"became": "reworded", "items": ["renamed"]},
        "other_now": {"became": "changed"},
        "two": {"became": "split", "items": ["two_a", "two_b"]},
        "old": {"became": "dropped"},
    },
)
THIRD = a_questionnaire(
    *(an_item(name) for name in ("kept", "polished", "renamed", "fresh", "other_now", "two_a", "two_b")),
    version=3,
    changes={"polished": {"became": "changed"}},
)


def test_each_item_has_a_fate() -> None:
    assert {name: (fate.became, fate.items) for name, fate in fates(FIRST, SECOND).items()} == {
        "kept": ("same", ("kept",)),
        "polished": ("reworded", ("polished",)),
        "moved": ("reworded", ("renamed",)),
        "other_now": ("changed", ("other_now",)),
        "two": ("split", ("two_a", "two_b")),
        "old": ("dropped", ()),
    }


def test_only_what_stayed_the_same_or_was_reworded_is_compared() -> None:
    assert comparable_items((FIRST, SECOND)) == {"kept": "kept", "polished": "polished", "moved": "renamed"}


def test_an_item_is_compared_across_versions_while_every_one_between_says_so() -> None:
    assert comparable_items((FIRST, SECOND, THIRD)) == {"kept": "kept", "moved": "renamed"}


def test_within_one_version_everything_is_compared() -> None:
    assert comparable_items((FIRST,)) == {item.id: item.id for item in FIRST.items}
    assert comparable_items(()) == {}


def test_what_changed_or_was_split_is_asked_again() -> None:
    assert asked_again(FIRST, SECOND) == {"other_now": "other_now", "two_a": "two", "two_b": "two"}


def test_what_nothing_became_is_new_and_going_back_what_was_dropped_is() -> None:
    assert new_items((FIRST, SECOND)) == new_items((FIRST, SECOND, THIRD)) == ("fresh",)
    assert new_items((THIRD, SECOND, FIRST)) == ("old",)
    assert new_items((FIRST,)) == ()


def test_what_the_authors_say_about_a_change_is_found() -> None:
    assert notes_on("polished", (FIRST, SECOND, THIRD)) == ("Shorter.",)
    assert notes_on("kept", (FIRST, SECOND, THIRD)) == ()


def test_a_new_version_that_says_all_has_no_findings() -> None:
    assert check_versions(FIRST, SECOND) == ()


def test_what_a_new_version_forgets_is_found() -> None:
    forgetful = a_questionnaire(
        an_item("kept", text="Other words."), version=2, changes={"nobody": {"became": "dropped"}}
    )
    said = {(one.grade, one.place) for one in check_versions(FIRST, forgetful)}
    assert said == {("error", "changes.nobody"), ("error", "changes"), ("warning", "changes.kept")}


def test_an_item_with_other_scores_is_not_comparable_whatever_the_author_says() -> None:
    turned = a_questionnaire(*(an_item(item.id, reverse=item.id == "kept") for item in FIRST.items), version=2)
    assert [(one.grade, one.place) for one in check_versions(FIRST, turned)] == [("error", "changes.kept")]


def test_two_items_can_not_both_be_comparable_with_one() -> None:
    merged = a_questionnaire(
        *(an_item(item.id) for item in FIRST.items if item.id != "old"),
        version=2,
        changes={"old": {"became": "reworded", "items": ["kept"]}},
    )
    assert ("error", "changes.old") in {(one.grade, one.place) for one in check_versions(FIRST, merged)}


def test_a_version_follows_the_one_before() -> None:
    assert [one.place for one in check_versions(FIRST, THIRD)] == ["version"]


# A school's own items


def own(count: int = 1, **fields: object) -> OwnItems:
    items = [an_item(f"own_{number}", **fields) for number in range(count)]
    return OwnItems.model_validate({"questionnaire": "a-form", "items": items})


def test_own_items_leave_the_shared_fingerprint_and_sections_as_they_are() -> None:
    both = with_own_items(FIRST, own(2))
    assert both.fingerprint == FIRST.fingerprint
    assert both.sections[:-1] == FIRST.sections
    assert [item.id for item in both.sections[-1].items] == ["own_0", "own_1"]
    assert "own_1" in both.items_by_id
    assert core_of(both) == FIRST


def test_no_own_items_make_no_section() -> None:
    assert with_own_items(FIRST, own(0)) is FIRST
    assert core_of(FIRST) is FIRST


def test_an_own_item_may_look_at_a_shared_one() -> None:
    assert with_own_items(FIRST, own(1, visible_if="${kept} = '1'")).items_by_id["own_0"].visible_if


def test_own_items_that_do_not_fit_are_refused() -> None:
    for wrong in (
        OwnItems.model_validate({"questionnaire": "another", "items": [an_item("own_a")]}),
        OwnItems.model_validate({"questionnaire": "a-form", "items": [an_item("kept")]}),
        own(1, descriptors={"1": "Only one."}),
        own(1, kind="single", scale="nowhere"),
    ):
        with pytest.raises(OwnItemsError, match="can’t be added"):
            with_own_items(FIRST, wrong)


def test_mistakes_in_own_items_are_found_beside_the_shared_ones() -> None:
    core = a_document(an_item("aim"))
    assert check_own_items(core, (an_item("own_a", visible_if="${aim} = '1'"),)) == ()
    found = check_own_items(core, (an_item("mine"), an_item("own_b", visible_if="${nowhere} = 1")))
    assert [one.place for one in found] == ["items[0].id", "items[1].visible_if"]
    many = tuple(an_item(f"own_{number}") for number in range(MOST_OWN + 1))
    assert [one.place for one in check_own_items(core, many)][:1] == ["items"]
