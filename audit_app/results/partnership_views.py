"""Leaders beside colleagues, school by school: where a self-audit and a survey of the same items are both there."""

from collections.abc import Iterable, Mapping

from audit_app.results.contributions import Contribution, identity
from audit_app.results.model import AuditResults
from audit_app.results.partnership_model import SchoolViews
from audit_app.results.survey_model import SurveyResults
from audit_app.results.views import views_of


def views_by_school(
    chosen: Iterable[Contribution], everything: Iterable[Contribution], names: Mapping[str, str]
) -> tuple[SchoolViews, ...]:
    """Each chosen contribution beside the same school's latest of the other kind: of the same round if there is one.

    `names` gives the name of an audit's school; the views stand in the order of those.
    """
    others: dict[str, list[Contribution]] = {}
    for one in everything:
        others.setdefault(identity(one.audit.school), []).append(one)
    found = (
        _views(names[one.audit.id], one, other)
        for one in chosen
        if (other := _counterpart(one, others[identity(one.audit.school)])) is not None
    )
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.school))


def _counterpart(one: Contribution, others: Iterable[Contribution]) -> Contribution | None:
    items = one.questionnaire.items_by_id.keys()
    possible = [
        other
        for other in others
        if other.results.mode != one.results.mode
        and other.finished
        and other.withheld is None
        and items & other.questionnaire.items_by_id.keys()
    ]
    return max(
        possible,
        key=lambda other: (other.audit.wave == one.audit.wave, other.audit.created, other.audit.id),
        default=None,
    )


def _views(school: str, one: Contribution, other: Contribution) -> SchoolViews | None:
    audit, survey = (one, other) if isinstance(one.results, AuditResults) else (other, one)
    if not isinstance(audit.results, AuditResults) or not isinstance(survey.results, SurveyResults):
        return None
    found = views_of(audit.questionnaire, audit.results, survey.questionnaire, survey.results)
    if not found.sections:
        return None
    return SchoolViews(
        school=school,
        self_audit_wave=audit.audit.wave,
        survey_wave=survey.audit.wave,
        sections=found.sections,
    )
