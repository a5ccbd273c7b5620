"""The blank questionnaire: all that is asked, on paper."""

from datetime import date

import pytest

from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Questionnaire
from audit_app.reports.blank import blank_questionnaire_document
from audit_app.reports.pdf import render
from tests.reports.reading import read
from tests.reports.soundness import assert_sound, nodes

SHIPPED = shipped().latest()


@pytest.mark.parametrize("questionnaire", SHIPPED, ids=[one.id for one in SHIPPED])
def test_every_statement_and_every_descriptor_is_printed(questionnaire: Questionnaire) -> None:
    document = blank_questionnaire_document(questionnaire, date(2026, 11, 2))
    reading = assert_sound(render(document), document.blocks)
    texts = {text for _, text in reading.said()}
    for item in questionnaire.items:
        assert any(text.endswith(item.text) for text in texts)
        assert set(item.descriptors.values()) <= texts


def test_a_statement_stands_on_one_page_with_its_levels() -> None:
    document = blank_questionnaire_document(shipped().get("partnership-health"), date(2026, 11, 2))
    page: int | None = None
    for node in nodes(assert_sound(render(document), document.blocks).root):
        if node.role == "H3":
            page = node.pages[0]
        elif node.role == "TD" and page is not None:
            assert set(node.pages) <= {page}
    assert page


def test_a_minute_is_said_as_one() -> None:
    quick = shipped().get("partnership-pulse").model_copy(update={"minutes": 1})
    document = blank_questionnaire_document(quick, date(2026, 11, 2))
    assert any("about a minute. " in text for _, text in read(render(document)).said())
