"""Conditions in words, as an author reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_app.questionnaires.condition_words import in_words
from tests.questionnaires.making import a_choice, a_questionnaire, an_item

ASKED = a_questionnaire(
    an_item("trust"),
    a_choice("sixth_form", "yes", "no", text="Do you have a sixth form?"),
    a_choice("partners", "near", "far", kind="multiple", text="Who are your partners?"),
    an_item("pupils", kind="number", text="How many?"),
    an_item("began", kind="date", text="When did it begin?"),
    an_item("why", kind="text", text="Why is that? " * 9),
)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("${sixth_form} = 'yes'", "“Do you have a sixth form?” is “The one called yes”"),
        ("'yes' != ${sixth_form}", "“Do you have a sixth form?” is not “The one called yes”"),
        ("not(${sixth_form} = 'yes')", "“Do you have a sixth form?” is not “The one called yes”"),
        ("${trust} = 2", "“We say what trust is” is “Started”"),
        ("${trust} <= 2", "“We say what trust is” is at most 2"),
        ("2 > ${trust}", "“We say what trust is” is less than 2"),
        ("selected(${partners}, 'far')", "“Who are your partners?” includes “The one called far”"),
        ("not(selected(${partners}, 'far'))", "“Who are your partners?” does not include “The one called far”"),
        ("selected(${sixth_form}, 'no')", "“Do you have a sixth form?” is “The one called no”"),
        ("count-selected(${partners}) >= 2", "the number chosen for “Who are your partners?” is at least 2"),
        ("${pupils} = ''", "“How many?” is not answered"),
        ("${pupils} != ''", "“How many?” is answered"),
        ("${pupils}", "“How many?” is answered"),
        ("not(${pupils})", "“How many?” is not answered"),
        ("${pupils} * 2 > 10 + 5", "“How many?” times 2 is more than 10 plus 5"),
        ("${began} >= date('2026-09-01')", "“When did it begin?” is no earlier than 1 September 2026"),
        (". <= today()", "the answer is no later than today"),
        ("string-length(${pupils}) > 3", "the number of characters in “How many?” is more than 3"),
        (
            "${pupils} > 3 and (${trust} = 1 or ${pupils})",
            "“How many?” is more than 3, and (“We say what trust is” is “Not yet”, or “How many?” is answered)",
        ),
        (
            "contains(${why}, 'x')",
            "“Why is that? Why is that? Why is that? Why is that? Why is that? Why is that? Why is…” contains “x”",
        ),
        ("${nobody} = 'x'", "“nobody” is “x”"),
        ("(1 = 1", "(1 = 1"),
        ("position() = 1", "position() = 1"),
    ],
)
def test_a_condition_reads_as_a_sentence(condition: str, words: str) -> None:
    assert in_words(condition, ASKED) == words


@given(st.text(alphabet="${}().'\" =<>!+-*andorselected_sixth_form19,", max_size=60))
def test_whatever_an_author_wrote_has_words(condition: str) -> None:
    assert isinstance(in_words(condition, ASKED), str)
