"""Versions: what became of each item, and what may be compared."""

from audit_app.questionnaires.versions import (
    asked_again,
    check_versions,
    comparable_items,
    fates,
    new_items,
    notes_on,
)
from tests.questionnaires.making import a_questionnaire, an_item

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
