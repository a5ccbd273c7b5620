"""The governors' paper of an audit: what its results say, whatever scale they are on."""

from datetime import UTC, datetime

import pytest

from audit_app.plans.model import Plan
from audit_app.questionnaires.model import Questionnaire, ResponseOption
from audit_app.reports.action_plan import ActionPlan, action_plan_document
from audit_app.reports.governors import plan_values
from audit_app.reports.pdf import render
from audit_app.responses.model import item_subject
from audit_app.responses.standing import standings
from audit_app.results.audit_results import results_of
from tests.builders import a_questionnaire, a_section, an_audit, an_entry
from tests.reports.reading import read

FROM_NOUGHT = tuple(
    ResponseOption(code=code, label=label, score=score)
    for code, label, score in (("a", "None", 0), ("b", "Some", 1), ("c", "Much", 2), ("d", "All", 3))
)


def values(asked: Questionnaire, code: str, items: int = 4) -> ActionPlan:
    """With this option for so many of the items."""
    audit = an_audit(asked)
    chosen = [
        an_entry({"option": code}, minute=number, subject=item_subject(item.id), field="answer")
        for number, item in enumerate([*asked.items][:items])
    ]
    found = results_of(audit, asked, standings(chosen), "submitted")
    return plan_values(audit.school, asked, found, Plan(), "", datetime(2026, 11, 22, tzinfo=UTC))


def words(plan: ActionPlan) -> str:
    return " ".join(text for _, text in read(render(action_plan_document(plan))).said())


@pytest.mark.parametrize("shared", [False, True])
def test_a_scale_of_one_s_own_is_read_by_its_scores(shared: bool) -> None:
    if shared:  # no scale for all items, and one that its items name
        section = a_section(scale=FROM_NOUGHT)
        items = tuple(item.model_copy(update={"scale": "amounts"}) for item in section.items)
        section = section.model_copy(update={"items": items})
        asked = a_questionnaire(section, scale=(), scales={"amounts": FROM_NOUGHT})
    else:
        asked = a_questionnaire(a_section(scale=FROM_NOUGHT), scale=FROM_NOUGHT)
    said = words(values(asked, "c"))
    assert "Score out of 3 Nearest level Purpose 2.0 Much" in said
    assert "Purpose: 0 “0 None”, 0 “1 Some”, 4 “2 Much”, 0 “3 All”" in said


def test_one_answer_is_said_as_one() -> None:
    assert values(a_questionnaire(), "3", items=1).method == "1 answer counts."
    assert values(a_questionnaire(), "3", items=2).method == "2 answers count."
