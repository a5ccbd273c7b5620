"""What a submission waits for, item by item: answers of colleagues that differ, and what the checks call wrong."""

from collections.abc import Mapping
from datetime import date

from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.fitting import Remark, remarks
from audit_app.responses.standing import NOTHING, Standing
from audit_app.responses.visibility import answers_of, hidden_items


def in_the_way(questionnaire: Questionnaire, stands: Mapping[str, Standing], today: date) -> tuple[Remark, ...]:
    """In the order asked. An item whose answers differ waits for a choice, whatever else is wrong with it."""
    answers = answers_of(stands)
    hidden = hidden_items(questionnaire, answers)
    shown = [item.id for item in questionnaire.items if item.id not in hidden]
    found = {item: [_differ(item)] for item in shown if stands.get(item, NOTHING).rivals}
    contested = frozenset(found)
    for one in remarks(questionnaire, answers, today, hidden):
        if one.grade == "error" and one.item not in contested:
            found.setdefault(one.item, []).append(one)
    return tuple(one for item in shown for one in found.get(item, ()))


def _differ(item: str) -> Remark:
    return Remark(item=item, grade="error", message=_("Colleagues gave different answers: choose one of them."))
