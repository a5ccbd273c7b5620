"""A school's own items: beside the shared ones, their ids, a file of them, and what is wrong with them."""

import pytest

from audit_app.questionnaires.own import (
    MOST_OWN,
    OwnItems,
    OwnItemsError,
    check_own_items,
    core_of,
    own_id,
    read_own_items,
    with_own_items,
)
from tests.questionnaires.making import Document, a_choice, a_document, a_questionnaire, an_item, as_file

CORE = a_document(an_item("one"))
SHARED = a_questionnaire(an_item("kept"), an_item("old"))


def places(*items: Document) -> list[str]:
    return [one.place for one in check_own_items(CORE, items) if one.grade == "error"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How is the breakfast club?", "own_how_is_the_breakfast_club"),
        ("Ydych chi’n hapus â’r ŵyl?", "own_ydych_chin_hapus_ar_wyl"),
        ("早餐", "own_item"),
        ("", "own_item"),
        ("_ __ 1", "own_1"),
        ("a" * 300, "own_" + "a" * 40),
    ],
)
def test_an_id_comes_from_the_words(text: str, expected: str) -> None:
    assert own_id(text, ()) == expected
    assert places(an_item(expected)) == []


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert own_id("Breakfast", ["own_breakfast", "own_breakfast_2"]) == "own_breakfast_3"


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_file_of_items_is_a_list_or_an_object_with_one(wrapped: bool) -> None:
    items = [an_item("own_a")]
    content = as_file({"items": items}) if wrapped else as_file(items)  # type: ignore[arg-type]  # a list is a document too
    assert read_own_items(content) == (tuple(items), ())


@pytest.mark.parametrize("content", [b"", b"{", b"5", b'{"items": 5}', b"null", b"\xff", b"[" * 99, b'"own_a"'])
def test_a_file_that_holds_no_items_says_so(content: bytes) -> None:
    items, findings = read_own_items(content)
    assert items == ()
    assert findings
    assert all(one.grade == "error" for one in findings)


def test_what_is_no_item_keeps_its_place_in_the_list() -> None:
    items, findings = read_own_items(as_file([5, an_item("own_a", text="")]))  # type: ignore[arg-type]  # a list is a document too
    assert [one.place for one in findings] == ["items[0]"]
    assert {"items[0].id", "items[1].text"} <= set(places(*(dict(one) for one in items)))


def test_findings_have_their_places() -> None:
    assert places(an_item("breakfast")) == ["items[0].id"]
    assert places(an_item("own_a"), an_item("own_b", text={"en": "One", "cy": "Un"})) == ["items[1].text"]
    alike = a_choice("own_c", "a", "b")
    alike["options"] = [{"code": "a", "label": "Good"}, {"code": "b", "label": " good"}]
    assert places(alike) == ["items[0].options[1].label"]
    assert places(an_item("own_d", descriptors={"1": "a", "2": "b", "3": "c"})) == ["items[0].descriptors"]
    assert "items" in places(*(an_item(f"own_{number}") for number in range(11)))


def test_no_action_is_asked_for_because_none_is_suggested() -> None:
    assert check_own_items(CORE, (an_item("own_a", actions=[]),)) == ()


# Beside the shared ones


def own(count: int = 1, **fields: object) -> OwnItems:
    items = [an_item(f"own_{number}", **fields) for number in range(count)]
    return OwnItems.model_validate({"questionnaire": "a-form", "items": items})


def test_own_items_leave_the_shared_fingerprint_and_sections_as_they_are() -> None:
    both = with_own_items(SHARED, own(2))
    assert both.fingerprint == SHARED.fingerprint
    assert both.sections[:-1] == SHARED.sections
    assert [item.id for item in both.sections[-1].items] == ["own_0", "own_1"]
    assert "own_1" in both.items_by_id
    assert core_of(both) == SHARED


def test_no_own_items_make_no_section() -> None:
    assert with_own_items(SHARED, own(0)) is SHARED
    assert core_of(SHARED) is SHARED


def test_an_own_item_may_look_at_a_shared_one() -> None:
    assert with_own_items(SHARED, own(1, visible_if="${kept} = '1'")).items_by_id["own_0"].visible_if


def test_own_items_that_do_not_fit_are_refused() -> None:
    for wrong in (
        OwnItems.model_validate({"questionnaire": "another", "items": [an_item("own_a")]}),
        OwnItems.model_validate({"questionnaire": "a-form", "items": [an_item("kept")]}),
        own(1, descriptors={"1": "Only one."}),
        own(1, kind="single", scale="nowhere"),
    ):
        with pytest.raises(OwnItemsError, match="can’t be added"):
            with_own_items(SHARED, wrong)


def test_mistakes_in_own_items_are_found_beside_the_shared_ones() -> None:
    core = a_document(an_item("aim"))
    assert check_own_items(core, (an_item("own_a", visible_if="${aim} = '1'"),)) == ()
    found = check_own_items(core, (an_item("mine"), an_item("own_b", visible_if="${nowhere} = 1")))
    assert [one.place for one in found] == ["items[0].id", "items[1].visible_if"]
    many = tuple(an_item(f"own_{number}") for number in range(MOST_OWN + 1))
    assert [one.place for one in check_own_items(core, many)][:1] == ["items"]
