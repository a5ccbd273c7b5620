"""Results of one self-audit: every part of what it says, put together."""

from collections.abc import Mapping

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Audit
from audit_app.responses.standing import NOTHING, Standing
from audit_app.responses.submission import Status
from audit_app.responses.visibility import answers_of, hidden_items
from audit_app.results.balance import balance_result
from audit_app.results.highlights import lowest_items, strongest_items
from audit_app.results.model import AuditResults, QuestionnaireAsked
from audit_app.results.scores import is_scored, item_result, section_from


class SurveyResultsError(AuditError):
    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "“{title}” is an anonymous survey. One person’s answers are never shown on their own, "
                "so there are no results of a single response."
            ).format(title=title)
        )


def results_of(
    audit: Audit, questionnaire: Questionnaire, stands: Mapping[str, Standing], status: Status
) -> AuditResults:
    """What a self-audit says; `stands` are the standings of the entries that count (submission.counted).

    Raises SurveyResultsError.
    """
    if audit.mode != "self_audit":
        raise SurveyResultsError(questionnaire.title)
    hidden = hidden_items(questionnaire, answers_of(stands))
    found = {
        item.id: item_result(questionnaire, item, stands.get(item.id, NOTHING))
        for item in questionnaire.items
        if is_scored(questionnaire, item) and item.id not in hidden
    }
    items = tuple(found.values())
    sections = tuple(section_from(questionnaire, section, found) for section in questionnaire.sections)
    lowest = lowest_items(questionnaire, items, sections)
    asked = audit.questionnaire
    return AuditResults(
        audit=audit.id,
        questionnaire=QuestionnaireAsked(**asked.model_dump(), title=questionnaire.title),
        school=audit.school.name,
        wave=audit.wave,
        mode=audit.mode,
        status=status,
        n=sum(section.n for section in sections),
        contested=sum(section.contested for section in sections),
        sections=sections,
        items=items,
        strengths=strongest_items(questionnaire, items, lowest),
        lowest=lowest,
        balance=balance_result(questionnaire, sections),
    )
