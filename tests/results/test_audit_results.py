"""Results as a whole: the document, the highlights, and what they do not depend on."""

import json

import pytest
from pydantic import JsonValue

from audit_app.responses.content import AuditContent
from audit_app.responses.model import Entry
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, status
from audit_app.results.audit_results import SurveyResultsError, results_of
from audit_app.results.model import AuditResults
from tests.builders import (
    NOT_APPLICABLE,
    a_partnership_questionnaire,
    a_questionnaire,
    a_section,
    an_audit,
    an_entry,
    answers,
    stands,
    whole_section,
)

QUESTIONNAIRE = a_partnership_questionnaire()
GIVEN = {
    **whole_section("purpose", [4, 3, 2, 1]),
    **whole_section("format", [2, 2, NOT_APPLICABLE, 2]),
    **whole_section("management", [1, 1, 2, 2]),
    **whole_section("trust", [4, 4, 4, 3]),
    **whole_section("self-interest", [3, 3]),
}


def results(evidence: tuple[str, ...] = ()) -> AuditResults:
    return results_of(an_audit(QUESTIONNAIRE), QUESTIONNAIRE, stands(GIVEN, evidence=evidence), "draft")


def ids(items: tuple[object, ...]) -> list[str]:
    return [getattr(item, "id", "") for item in items]


def test_the_document_has_the_keys_that_others_read() -> None:
    document = results().model_dump(mode="json")
    assert {"audit", "questionnaire", "school", "wave", "status", "mode", "n", "sections", "balance"} <= document.keys()
    assert document["audit"] == "audit-1"
    assert document["questionnaire"] == {
        "id": "small-audit",
        "version": 1,
        "fingerprint": "f" * 64,
        "title": "Small audit",
    }
    first = document["sections"][0]
    assert (first["id"], first["score"], first["n"], first["missing"], first["not_applicable"]) == (
        "purpose",
        2.5,
        4,
        0,
        0,
    )
    assert document["sections"][1]["score"] == 2
    assert document["n"] == 4 + 3 + 4 + 4 + 2


def test_the_document_is_plain_json_without_nan() -> None:
    text = json.dumps(results().model_dump(mode="json"), allow_nan=False)
    assert json.loads(text)["balance"]["name"] == "friendship"  # 3.75 against 3 and 1.75


def test_every_item_says_where_the_school_placed_itself() -> None:
    item = results(evidence=("purpose_a",)).items[0]
    assert (item.id, item.section, item.option, item.label, item.score, item.evidence) == (
        "purpose_a",
        "purpose",
        "4",
        "How we work",
        4,
        1,
    )
    assert results().items[6].reason == "not_applicable"


def test_the_lowest_come_first_and_those_of_a_low_section_before_others() -> None:
    # level 1: management (1.5) before purpose (2.5); level 2: management, then format (2), then purpose
    assert ids(results().lowest) == ["management_a", "management_b", "purpose_d", "management_c", "management_d"]


def test_the_strongest_come_first_and_those_with_evidence_before_others() -> None:
    assert ids(results(evidence=("trust_b", "trust_d")).strengths) == [
        "trust_b",
        "purpose_a",
        "trust_a",
        "trust_c",
        "trust_d",
    ]


def test_no_item_is_both_a_strength_and_among_the_lowest() -> None:
    given = {f"{name}_{letter}": 3 for name in ("purpose", "format", "management", "trust") for letter in "abcd"}
    found = results_of(an_audit(QUESTIONNAIRE), QUESTIONNAIRE, stands(given), "draft")
    assert len(found.lowest) == len(found.strengths) == 5
    assert not set(ids(found.lowest)) & set(ids(found.strengths))


def test_an_item_at_the_top_is_never_among_the_lowest() -> None:
    questionnaire = a_questionnaire(a_section(items=2))
    found = results_of(an_audit(questionnaire), questionnaire, stands({"purpose_a": 4, "purpose_b": 4}), "draft")
    assert (found.lowest, ids(found.strengths)) == ((), ["purpose_a", "purpose_b"])


def test_an_audit_without_answers_has_results_that_say_so() -> None:
    found = results_of(an_audit(QUESTIONNAIRE), QUESTIONNAIRE, {}, "draft")
    assert (found.n, found.strengths, found.lowest) == (0, (), ())
    assert all(section.score is None and section.reason for section in found.sections)


def test_words_authors_and_times_change_nothing() -> None:
    full = (*answers(GIVEN, evidence=("purpose_a", "purpose_a")), an_entry("Nadia keeps it going.", minute=2000))
    redacted = tuple(
        entry.model_copy(update={"by": "", "redacted": True, "value": _without_words(entry.value), "replaces": ()})
        for entry in full
        if entry.field != "comment"
    )
    assert json_of(full) == json_of(redacted)


def _without_words(value: JsonValue) -> JsonValue:
    return {"kind": value["kind"]} if isinstance(value, dict) and "kind" in value else value


def json_of(entries: tuple[Entry, ...]) -> str:
    content = AuditContent(audit=an_audit(QUESTIONNAIRE), entries=entries)
    stands_ = standings(counted(content.entries))
    return results_of(content.audit, QUESTIONNAIRE, stands_, status(entries)).model_dump_json()


def test_the_order_of_entries_changes_nothing() -> None:
    entries = answers(GIVEN, evidence=("trust_a",))
    assert json_of(entries) == json_of(tuple(reversed(entries)))


def test_a_single_anonymous_answer_is_never_shown() -> None:
    survey = a_questionnaire(mode="survey")
    with pytest.raises(SurveyResultsError, match="anonymous survey"):
        results_of(an_audit(survey), survey, {}, "draft")
