"""Checking an author's file: every mistake at once, each with its place and a remedy; errors and warnings apart."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_app.questionnaires.check import MOST_FINDINGS, MOST_FOUND, MOST_VALUES, Finding, check, check_document
from audit_app.questionnaires.checking import logic
from audit_app.questionnaires.checking.file import LONGEST_FILE
from audit_app.questionnaires.library import UnreadableQuestionnaireError, read_questionnaire
from audit_app.shortening import LONGEST_TITLE
from tests.examples import examples
from tests.questionnaires.making import LEVELS, Document, a_choice, a_document, an_item, as_file
from tests.questionnaires.reading import shipped_file

DO = [{"id": "do_it", "text": "Write it down.", "first_step": "Take a pen."}]


def found(*items: Mapping[str, object], **fields: object) -> tuple[Finding, ...]:
    return check(as_file(a_document(*items, **fields)))


def places(findings: tuple[Finding, ...], grade: str = "error") -> list[str]:
    return [one.place for one in findings if one.grade == grade]


@pytest.mark.parametrize("name", ["partnership-health", "partnership-health-staff", "partnership-pulse"])
def test_what_ships_has_nothing_to_mend(name: str) -> None:
    assert check(shipped_file(name).read_bytes()) == ()


def test_a_sound_file_has_no_findings() -> None:
    assert found(an_item("aim"), a_choice("who", "head", "board"), an_item("why", kind="text")) == ()


def test_every_mistake_is_found_at_once_errors_first() -> None:
    document = a_document(
        an_item("aim", visible_if="${who} = 'nobody'"),
        an_item("aim", descriptors={"1": "Nothing.", "5": "More."}),
        an_item("Why", kind="essay", colour="red"),
        a_choice("who", "head", "board", checks=[{"condition": "${whom} = 1", "message": "Leverage synergies."}]),
        scale=list(reversed(LEVELS)),
        mode="exam",
        version=0,
    )
    del document["summary"]
    findings = check(as_file(document))
    assert sorted(set(places(findings))) == [
        "mode",
        "sections[0].items[0].visible_if",
        "sections[0].items[1].descriptors",
        "sections[0].items[1].descriptors.5",
        "sections[0].items[1].id",
        "sections[0].items[2].colour",
        "sections[0].items[2].id",
        "sections[0].items[2].kind",
        "sections[0].items[3].checks[0].condition",
        "summary",
        "version",
    ]
    assert places(findings, "warning") == ["scale", *["sections[0].items[3].checks[0].message"] * 2]
    assert [one.grade for one in findings] == sorted(one.grade for one in findings)
    assert all(one.what.endswith(".") and one.remedy.endswith((".", "?")) for one in findings)


@pytest.mark.parametrize(
    ("item", "place"),
    [
        (an_item("b", kind="single", scale="nowhere"), ".scale"),
        (a_choice("b", "same", "same"), ".options[1].code"),
        (a_choice("b", "two words", "one"), ".options[0].code"),
        (a_choice("b", "alone"), ""),
        (an_item("b", follow_up={"prompt": "Why?", "for_options": ["0"]}), ".follow_up.for_options"),
        (a_choice("b", "few", "many", follow_up={"prompt": "Who?"}), ".follow_up"),
        (an_item("b", actions=[{"id": "do_a", "text": "Do.", "first_step": "Begin."}]), ".actions[0].id"),
        (an_item("b", visible_if="((("), ".visible_if"),
        (an_item("b", visible_if="${aa} = 1"), ".visible_if"),
        (an_item("b", visible_if=". = 1"), ".visible_if"),
        (an_item("b", visible_if="today() > 1"), ".visible_if"),
        (an_item("b", visible_if="${b} = '1'"), ".visible_if"),
        (an_item("b", visible_if="false()"), ".visible_if"),
        (an_item("b", visible_if="${a} = '1' and ${a} = '2'"), ".visible_if"),
        (an_item("b", visible_if="selected(${a}, '7')"), ".visible_if"),
        (an_item("b", weight=-1), ".weight"),
    ],
)
def test_a_mistake_in_an_item_is_found_at_its_place(item: Document, place: str) -> None:
    assert places(found(an_item("a"), item)) == [f"sections[0].items[1]{place}"]


def test_levels_without_descriptors_are_said_once_for_the_item() -> None:
    (none,) = found(an_item("aim", descriptors={}, actions=DO))
    assert (none.place, none.remedy) == ("sections[0].items[0].descriptors", "Add a descriptor for each.")
    assert none.what == "“aim” does not say what the levels “1”, “2”, “3”, “4” look like."
    (one,) = found(an_item("aim", descriptors={"1": "a", "2": "b", "3": "c"}, actions=DO))
    assert one.what == "“aim” does not say what the level “4” looks like."


def test_an_action_that_names_no_levels_fits_every_scale() -> None:
    scale = [{"code": code, "label": code.upper(), "score": score} for score, code in enumerate("abc")]
    descriptors = {code: f"At {code}." for code in "abc"}
    assert found(an_item("aim", descriptors=descriptors, actions=DO), scale=scale) == ()
    named = [{**DO[0], "for_levels": ["1"]}]
    wrong = found(an_item("aim", descriptors=descriptors, actions=named), scale=scale)
    assert places(wrong) == ["sections[0].items[0].actions[0].for_levels"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"balance": {"hierarchy": [], "solidarity": ["al-of-it"], "individualism": []}}, "balance.solidarity"),
        ({"changes": {"a": {"became": "same"}}}, "changes"),
        ({"version": 2, "changes": {"old": {"became": "reworded"}}}, "changes.old"),
        ({"version": 2, "changes": {"a": {"became": "split", "items": ["a"]}}}, "changes.a.items"),
        ({"version": 2, "changes": {"x": {"became": "changed", "items": ["nowhere"]}}}, "changes.x.items"),
        ({"version": 2, "changes": {"x": {"became": "dropped", "items": ["a"]}}}, "changes.x.items"),
        ({"languages": ["en", "Welsh!"]}, "languages[1]"),
        ({"languages": ["en"] * 41}, "languages"),
        ({"title": {"cy": "Ffurflen"}}, "title"),
        ({"scale": []}, "sections[0].items[0]"),
        ({"scale": LEVELS * 251}, "scale"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_questionnaire_is_found_at_its_place(fields: Document, place: str) -> None:
    assert place in places(found(an_item("a"), **fields))


@pytest.mark.parametrize(
    ("item", "place"),
    [
        (an_item("b", actions=[]), "sections[0].items[0].actions"),
        (an_item("b", kind="text", options=[{"code": "x", "label": "X"}]), "sections[0].items[0].options"),
        (
            an_item("b", kind="level", actions=DO, descriptors=dict.fromkeys("1234", "The same.")),
            "sections[0].items[0].descriptors",
        ),
        (an_item("b", why="We utilise it."), "sections[0].items[0].why"),
    ],
)
def test_what_an_author_may_want_to_change_is_a_warning(item: Document, place: str) -> None:
    findings = found(item)
    assert (places(findings), places(findings, "warning")) == ([], [place])


@pytest.mark.parametrize(("length", "places_warned"), [(LONGEST_TITLE, []), (LONGEST_TITLE + 1, ["title"])])
def test_a_title_that_lists_would_cut_is_said(length: int, places_warned: list[str]) -> None:
    assert places(found(an_item("a"), title="x" * length), "warning") == places_warned


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "There is nothing in it."),
        (b" \n", "There is nothing in it."),
        (b"\0" * 9, "There is nothing in it."),
        (b'{"format": "audit-app/bundle"}', "It is another file of School Audit, not a questionnaire."),
        (b"[]", "It is not a questionnaire: the outermost brackets are { and }."),
    ],
)
def test_what_is_no_questionnaire_at_all_gets_one_finding(content: bytes, said: str) -> None:
    assert [one.what for one in check(content)] == [said]


def test_a_stated_time_that_is_too_short_is_said() -> None:
    (one,) = found(*(an_item(f"a{n}") for n in range(7)), minutes=1)
    assert (one.grade, one.place) == ("warning", "minutes")
    assert one.what == "7 items in a minute is faster than people read."


def test_each_missing_translation_is_said() -> None:
    findings = found(an_item("a", text={"en": "Yes.", "cy": "Ie."}, kind="text"), languages=["en", "cy"])
    said = places(findings, "warning")
    assert "title" in said
    assert "scale[3].label" in said
    assert "sections[0].items[0].text" not in said


def test_a_translation_in_a_language_that_is_not_listed_is_said() -> None:
    assert places(found(an_item("a", text={"en": "Yes.", "cy": "Ie."})), "warning") == ["sections[0].items[0].text"]


def test_a_circle_is_shown_as_one() -> None:
    findings = found(
        *(an_item(one, visible_if=f"${{{other}}} = '1'") for one, other in ("ab", "bc", "ca")),
    )
    assert len(findings) == 1
    assert findings[0].what.count("→") == 3


def test_two_circles_are_both_shown() -> None:
    findings = found(
        *(an_item(one, visible_if=f"${{{other}}} = '1'") for one, other in ("ab", "ba", "cd", "dc")), an_item("e")
    )
    assert len(findings) == 2


def test_what_depends_on_an_item_that_nobody_sees_is_unreachable_too() -> None:
    findings = found(an_item("a", visible_if="false()"), an_item("b", visible_if="${a} = '1'"), an_item("c"))
    assert places(findings) == ["sections[0].items[0].visible_if", "sections[0].items[1].visible_if"]


def test_an_item_is_reachable_by_leaving_another_unanswered() -> None:
    assert found(an_item("a"), an_item("b", visible_if="${a} = ''")) == ()


def test_conditions_that_need_long_to_be_tried_out_do_not_hold_a_file_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logic, "MOST_TRIED_IN_ALL", 100)
    asked = [a_choice(f"q{number}", *"abc") for number in range(4)]
    never = " and ".join(["${q0} = 'a' and ${q0} = 'b'", *(f"${{q{number}}} != ''" for number in range(4))])
    hidden = [an_item(f"h{number}", kind="text", visible_if=never) for number in range(9)]
    assert [one.place for one in found(*asked, *hidden)] == ["sections[0].items[4].visible_if"]


def test_a_near_name_is_suggested() -> None:
    findings = found(an_item("purpose_aim"), an_item("b", visible_if="${purpose_aims} = '1'"))
    assert "Did you mean “purpose_aim”?" in findings[0].remedy


HOSTILE = {
    "nothing": b"",
    "not text": b"\xff\xfe\x00{",
    "cut off": as_file(a_document(an_item("a")))[:-5],
    "nested 100,000 deep": b"[" * 100_000,
    "closed as deep": b"[" * 5_000 + b"]" * 5_000,
    "objects as deep": b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    "too large": b" " * (LONGEST_FILE + 1),
    "a key twice": as_file(a_document(an_item("a"))).replace(b'"version": 1', b'"version": 1, "version": 2'),
    "NaN": as_file(a_document(an_item("a"))).replace(b'"minutes": 1', b'"minutes": NaN'),
    "infinity by exponent": as_file(a_document(an_item("a"))).replace(b'"minutes": 1', b'"minutes": 1e999'),
    "a number of 5,000 digits": as_file(a_document(an_item("a"))).replace(
        b'"minutes": 1', b'"minutes": ' + b"9" * 5000
    ),
    "half a character": as_file(a_document(an_item("a"))).replace(b"A form", b"A \\ud800 form"),
    "a bell": as_file(a_document(an_item("a"))).replace(b"A form", b"A \\u0007 form"),
    "a list": b"[]",
    "a word": b'"questionnaire"',
    "null": b"null",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_gets_a_finding(content: bytes) -> None:
    findings = check(content)
    assert findings[0].grade == "error"


def test_more_values_than_any_questionnaire_has_are_not_looked_at_one_by_one() -> None:
    document = a_document()
    document["sections"] = [{"id": "many", "title": "Many", "items": [{}] * MOST_VALUES}]
    (one,) = check_document(document)
    assert (one.grade, one.place) == ("error", "the file")


def test_findings_that_nobody_would_read_are_not_collected() -> None:
    wrong = [an_item(f"a{number}", kind="text", reverse=True) for number in range(MOST_FOUND + 1)]
    findings = check_document(a_document(*wrong, minutes=240))
    assert len(findings) == MOST_FINDINGS + 1
    assert findings[-1].what == "There are more findings."


def test_a_key_that_stands_twice_is_found_at_its_object() -> None:
    content = as_file(a_document(an_item("a", why="x"))).replace(b'"why": "x"', b'"why": "x", "why": "y"')
    assert places(check(content)) == ["sections[0].items[0]"]


KEYS = (
    *("id", "kind", "text", "options", "scale", "scales", "items", "sections", "visible_if", "checks", "changes"),
    *("descriptors", "actions", "languages", "balance", "follow_up", "code", "score", "minutes", "version"),
)
leaves = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 9), st.sampled_from(["", "a", "1", "${a} = '1'", "en", "single"])
)
junk = st.recursive(
    leaves,
    lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(st.sampled_from(KEYS), below, max_size=4)),
    max_leaves=8,
)


@settings(max_examples=examples(200), deadline=None)
@given(st.data())
def test_a_file_that_can_not_be_read_has_an_error_whatever_is_in_it(data: st.DataObject) -> None:
    document: Document = json.loads(
        as_file(a_document(an_item("a"), a_choice("b", "x", "y"), an_item("c", kind="text")))
    )
    target: object = document
    while isinstance(target, dict | list) and target:
        key = data.draw(st.sampled_from(sorted(target) if isinstance(target, dict) else range(len(target))))
        if data.draw(st.booleans()) or not isinstance(target[key], dict | list):
            target[key] = data.draw(junk)
            break
        target = target[key]
    findings = check_document(document)
    try:
        read_questionnaire(json.dumps(document).encode(), "the file")
    except UnreadableQuestionnaireError:
        assert places(findings)


@pytest.mark.parametrize(
    ("condition", "warned"),
    [
        ("${words} != ''", False),
        ('"" = ${words}', False),
        ("contains(${words}, 'x')", True),
        ("${words} != '' and ${words} = 'yes'", True),
    ],
)
def test_skip_logic_may_ask_whether_there_are_words_and_not_which(condition: str, warned: bool) -> None:
    document = a_document(an_item("words", kind="text"), an_item("more", visible_if=condition))
    about = [one for one in check(as_file(document)) if one.place == "sections[0].items[1].visible_if"]
    assert [one.grade for one in about] == ["warning"] * warned
