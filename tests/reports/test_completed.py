"""A completed audit on paper: every statement, every answer, everything that shows it."""

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.reports.completed import CompletedAudit, completed_document
from audit_app.reports.pdf import render
from audit_app.responses.model import Answer, item_subject
from tests.builders import an_entry
from tests.reports.hostile import HOSTILE
from tests.reports.papers import READINESS, a_completed_audit, chosen, given
from tests.reports.reading import read
from tests.reports.soundness import assert_sound

HEALTH = shipped().get("partnership-health")


def words(made: CompletedAudit) -> str:
    return " ".join(text for _, text in read(render(completed_document(made))).said())


def test_every_statement_stands_with_its_level_and_what_that_looks_like() -> None:
    said = words(a_completed_audit(HEALTH, given(HEALTH, "2")))
    for item in HEALTH.items:
        assert f"{item.text} 2: Started. {item.descriptors['2']}" in said


def test_comments_stand_with_who_wrote_them() -> None:
    entry = an_entry("We asked in May.", subject=item_subject("permission_case"), by="Tom Ashdown")
    assert "Tom Ashdown: We asked in May." in words(a_completed_audit(entries=(entry,)))


@pytest.mark.parametrize(
    ("item", "answer", "printed"),
    [
        ("permission_answer", Answer(option="head_no"), "The head says no"),
        ("distance_minutes", Answer(value=25.0), "nearest school that you could learn from? 25"),
        ("distance_minutes", Answer(value=123456.75), "nearest school that you could learn from? 123456.75"),
        ("permission_case", Answer(reason="prefer_not_to_say"), "Prefer not to say"),
        ("permission_case", Answer(reason="not_applicable"), "Not applicable to our school"),
    ],
)
def test_every_kind_of_answer_is_printed_as_people_read_it(item: str, answer: Answer, printed: str) -> None:
    assert printed in words(a_completed_audit(entries=(chosen(item, answer),)))


def test_answers_that_differ_are_both_printed() -> None:
    ours = chosen("permission_case", Answer(option="1"))
    theirs = an_entry({"option": "3"}, device="tablet", subject=ours.subject, field="answer", by="Bo")
    said = words(a_completed_audit(entries=(ours, theirs)))
    assert "Colleagues’ answers differ" in said
    assert "Ann: 1: It stops us" in said
    assert "Bo: 3: We have a way" in said


def test_what_is_not_asked_is_not_printed() -> None:
    said = words(a_completed_audit(entries=(chosen("permission_answer", Answer(option="yes")),)))
    assert "Which reasons were given?" not in said


def test_the_evidence_stands_in_one_list_with_where_it_belongs_and_a_file_s_checksum() -> None:
    said = words(a_completed_audit(entries=given(READINESS, "3", "The page.", pieces=3)))
    assert "1 1.1 In words The page. –" in said
    assert "3 1.1 File The page. 1 KB, checksum aaaaaaaaaaaa" in said


def test_without_evidence_the_list_says_so() -> None:
    assert "Nothing has been put down as evidence yet." in words(
        a_completed_audit(entries=given(READINESS, "3", pieces=0))
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_only_text(text: str) -> None:
    safe = text.encode(errors="replace").decode()
    made = a_completed_audit(entries=given(READINESS, "1", safe, pieces=3)[:12], school=safe[:200] or "x")
    document = completed_document(made)
    assert_sound(render(document), document.blocks)
