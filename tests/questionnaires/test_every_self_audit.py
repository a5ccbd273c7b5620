"""What every self-audit that ships keeps to: plain, whole, laid out alike, and its levels described and not graded."""

import json
import re
from collections.abc import Callable

import pytest

from audit_app.questionnaires.check import check
from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Item, Questionnaire
from tests.questionnaires.reading import JUDGEMENTS, shipped_file, words_read

AUDITS = {one.id: one for one in shipped().latest() if one.mode == "self_audit"}

every_audit = pytest.mark.parametrize("audit", AUDITS.values(), ids=AUDITS)


def levels_but_for(audit: Questionnaire, is_right: Callable[[Item], bool]) -> list[str]:
    """Ids of the items on levels that are not right."""
    return [item.id for item in audit.items if item.kind == "level" and not is_right(item)]


def test_there_are_five() -> None:
    assert len(AUDITS) == 5


@every_audit
def test_the_authors_check_finds_nothing(audit: Questionnaire) -> None:
    assert check(shipped_file(audit.id).read_bytes()) == ()


@every_audit
def test_the_file_is_laid_out_so_that_a_change_shows_as_a_few_lines(audit: Questionnaire) -> None:
    written = shipped_file(audit.id).read_text(encoding="utf-8")
    assert written == json.dumps(json.loads(written), indent=2, ensure_ascii=False) + "\n"


@every_audit
def test_its_quotation_marks_and_apostrophes_are_curly_outside_conditions(audit: Questionnaire) -> None:
    texts = [text for item in audit.items for text in (*words_read(item), item.why, item.idea, item.hint)]
    texts += [text for item in audit.items for action in item.actions for text in (action.text, action.first_step)]
    assert [text for text in texts if text and re.search("['\"]", text)] == []


@every_audit
def test_a_statement_is_a_sentence_that_says_one_thing(audit: Questionnaire) -> None:
    assert levels_but_for(audit, lambda item: item.text.endswith(".") and "?" not in item.text) == []
    assert levels_but_for(audit, lambda item: not re.search(r"\b(and|or)\b", item.text)) == []


@every_audit
def test_each_of_four_levels_is_described_in_a_sentence_or_two(audit: Questionnaire) -> None:
    assert levels_but_for(audit, lambda item: tuple(item.descriptors) == ("1", "2", "3", "4")) == []
    read = [text for item in audit.items if item.kind == "level" for text in item.descriptors.values()]
    assert [text for text in read if not 8 <= len(text.split()) <= 35] == []
    assert [text for text in read if not text.endswith((".", ".”"))] == []


@every_audit
def test_it_says_what_is_seen_and_does_not_grade(audit: Questionnaire) -> None:
    assert [word for item in audit.items for text in words_read(item) for word in JUDGEMENTS.findall(text)] == []


@every_audit
def test_a_statement_names_its_evidence_its_reason_and_its_idea(audit: Questionnaire) -> None:
    assert levels_but_for(audit, lambda item: bool(item.evidence_prompt and item.idea)) == []
    assert levels_but_for(audit, lambda item: item.why is not None and item.why.count(".") == 1) == []


@every_audit
def test_no_two_of_its_texts_are_the_same(audit: Questionnaire) -> None:
    on_levels = [item for item in audit.items if item.kind == "level"]
    texts = [text for item in audit.items for text in words_read(item)]
    texts += [text for item in on_levels for text in (item.evidence_prompt, item.why) if text]
    texts += [text for item in on_levels for action in item.actions for text in (action.text, action.first_step)]
    assert len(texts) == len(set(texts))
