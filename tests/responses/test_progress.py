"""Progress: what is left to do, and the line about an audit in a list."""

from audit_app.responses.progress import next_unanswered, section_progress, summary, unanswered, without_evidence
from audit_app.responses.standing import standings
from tests.builders import NOT_APPLICABLE, a_questionnaire, a_section, an_audit, an_entry, answers, stands

QUESTIONNAIRE = a_questionnaire(a_section("purpose", 2), a_section("trust", 2))
RIVALS = [an_entry({"option": code}, device=f"d{code}", field="answer") for code in ("1", "2")]


def test_a_reason_for_no_level_is_an_answer() -> None:
    assert unanswered(QUESTIONNAIRE, stands({"purpose_a": NOT_APPLICABLE, "trust_b": 2})) == ("purpose_b", "trust_a")


def test_an_item_on_which_answers_differ_is_still_to_do() -> None:
    assert "purpose_a" in unanswered(QUESTIONNAIRE, standings(RIVALS))


def test_only_a_level_asks_for_evidence() -> None:
    found = stands({"purpose_a": NOT_APPLICABLE, "purpose_b": 3, "trust_a": 4}, evidence=["trust_a"])
    assert without_evidence(QUESTIONNAIRE, found) == ("purpose_b",)


def test_the_next_unanswered_item_comes_after_this_one_and_then_from_the_start() -> None:
    found = stands({"purpose_b": 3, "trust_b": 3})
    assert next_unanswered(QUESTIONNAIRE, found, None) == "purpose_a"
    assert next_unanswered(QUESTIONNAIRE, found, "purpose_a") == "trust_a"
    assert next_unanswered(QUESTIONNAIRE, found, "trust_b") == "purpose_a"
    assert next_unanswered(QUESTIONNAIRE, found, "gone") == "purpose_a"


def test_nothing_comes_after_the_last_answer() -> None:
    everything = stands({item.id: 3 for item in QUESTIONNAIRE.items})
    assert next_unanswered(QUESTIONNAIRE, everything, "purpose_a") is None


def test_a_section_counts_its_answers() -> None:
    found = section_progress(QUESTIONNAIRE, stands({"purpose_a": 3, "trust_a": 1}))["purpose"]
    assert (found.id, found.answered, found.items) == ("purpose", 1, 2)


def test_the_line_in_a_list_says_how_far_it_is_and_when_it_changed() -> None:
    line = summary(an_audit(QUESTIONNAIRE), QUESTIONNAIRE, answers({"purpose_a": 3, "trust_a": 1, "gone": 2}))
    assert (line.answered, line.items, line.status, line.received) == (2, 4, "draft", False)
    assert line.changed == "2026-11-22T09:02:00+00:00"


def test_an_audit_without_entries_changed_when_it_was_made() -> None:
    assert summary(an_audit(QUESTIONNAIRE), QUESTIONNAIRE, ()).changed == "2026-11-22T09:00:00+00:00"
