"""The governors' PDF of one audit: what the results and the plan say, put into the action plan's own values."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from audit_app.language import _, ngettext
from audit_app.plans.model import Plan, Priority
from audit_app.questionnaires.model import Questionnaire
from audit_app.reports import action_plan, scores
from audit_app.reports.about import SHORT_FINGERPRINT
from audit_app.reports.action_plan import ActionPlan
from audit_app.reports.dates import date_in_words, text_in_words
from audit_app.reports.document import Letterhead
from audit_app.reports.pdf import render
from audit_app.reports.priority import PlannedAction, PlannedMilestone, PlannedPriority, SuccessCriterion
from audit_app.reports.scale import Scale, scale_of_section
from audit_app.reports.what_changed import what_changed
from audit_app.responses.model import School
from audit_app.results.model import AuditResults, ItemResult, SectionResult

CHOSEN = {
    True: _("Suggested by the results of the audit, and taken up by the school."),
    False: _("The school’s own choice, beside what the results suggest."),
}


class Earlier(NamedTuple):
    """The plan as it stood on the day of the last meeting, or on another one to compare with."""

    day: date
    plan: Plan


def governors_pdf(
    school: School,
    questionnaire: Questionnaire,
    results: AuditResults,
    plan: Plan,
    prepared_by: str,
    made: datetime,
    earlier: Earlier | None = None,
    letterhead: Letterhead | None = None,
) -> bytes:
    """The tagged PDF; the same values and the same day give the same bytes."""
    said = plan_values(school, questionnaire, results, plan, prepared_by, made, earlier)
    document = action_plan.action_plan_document(said)
    return render(replace(document, letterhead=letterhead) if letterhead else document)


def plan_values(
    school: School,
    questionnaire: Questionnaire,
    results: AuditResults,
    plan: Plan,
    prepared_by: str,
    made: datetime,
    earlier: Earlier | None = None,
) -> ActionPlan:
    """What the report says."""
    balance = results.balance
    titles = {section.id: section.title for section in questionnaire.sections}
    return ActionPlan(
        school=school.name,
        title=_("{title}: action plan").format(title=questionnaire.title),
        questionnaire=questionnaire.title,
        version=questionnaire.version,
        fingerprint=questionnaire.fingerprint[:SHORT_FINGERPRINT],
        wave=results.wave,
        date=made.date(),
        sections=tuple(_section(section, scale_of_section(questionnaire, section.id)) for section in results.sections),
        priorities=tuple(planned(one, CHOSEN[one.suggested]) for one in plan.priorities),
        prepared_by=prepared_by,
        questions=plan.questions,
        decisions=plan.decisions,
        next_review=plan.next_review,
        changes=what_changed(earlier.plan, plan) if earlier else (),
        since=date_in_words(earlier.day) if earlier else "",
        balance=" ".join(filter(None, (balance.sentence, balance.advice))) if balance else "",
        balance_method=balance.how if balance else "",
        strengths=tuple(_items(results.strengths, titles)),
        lowest=tuple(_items(results.lowest, titles)),
        method=_method(results),
    )


def _section(section: SectionResult, scale: Scale) -> scores.SectionResult:
    return scores.SectionResult(
        title=section.title,
        score=section.score,
        answers=section.n,
        missing=section.missing + section.prefer_not_to_say + section.contested,
        not_applicable=section.not_applicable,
        distribution=tuple(section.distribution.get(level.code, 0) for level in scale.levels),
        scale=scale,
    )


def _method(results: AuditResults) -> str:
    said = [ngettext("1 answer counts.", "{count} answers count.", results.n).format(count=results.n)]
    if results.status == "draft":
        said.append(_("The audit had not been submitted when this was made, so its answers may still change."))
    if unsaid := sum(section.prefer_not_to_say for section in results.sections):
        said.append(
            ngettext(
                "Under “missing”, 1 is a statement on which the school preferred not to say.",
                "Under “missing”, {count} are statements on which the school preferred not to say.",
                unsaid,
            ).format(count=unsaid)
        )
    if results.contested:
        said.append(
            ngettext(
                "On 1 statement colleagues’ answers differ; it counts in no score.",
                "On {count} statements colleagues’ answers differ; these count in no score.",
                results.contested,
            ).format(count=results.contested)
        )
    return " ".join(said)


def _items(items: Iterable[ItemResult], titles: Mapping[str, str]) -> Iterable[scores.ItemResult]:
    for item in items:
        yield scores.ItemResult(text=item.text, section=titles[item.section], level=f"{item.option}: {item.label}")


def planned(priority: Priority, chosen: str = "", *, joint: bool = False) -> PlannedPriority:
    """A priority of the plan as papers have it; `chosen` says who chose it."""
    return PlannedPriority(
        title=priority.title,
        why=priority.why,
        chosen=chosen,
        objective=priority.objective,
        baseline=priority.baseline,
        target=priority.target,
        rag=priority.rag,
        rag_reason=priority.rag_reason,
        actions=tuple(
            PlannedAction(
                text=one.text,
                owner=one.owner,
                due=one.due,
                state=one.state,
                first_step=one.first_step,
                school=one.school,
            )
            for one in priority.actions
        ),
        owner=priority.owner,
        supporter=priority.supporter,
        link_governor=priority.link_governor,
        start=priority.start,
        due=priority.due,
        cost=priority.cost,
        criteria=tuple(SuccessCriterion(text=one.text, state=one.state) for one in priority.criteria),
        monitoring=priority.monitoring,
        impact=priority.impact,
        risks=priority.risks,
        cost_actual=priority.cost_actual,
        milestones=tuple(
            PlannedMilestone(one.text, ", ".join(filter(None, (one.term.strip(), text_in_words(one.day)))), one.reached)
            for one in priority.milestones
        ),
        monitored_by=priority.monitored_by,
        monitored_when=priority.monitored_when,
        halt=priority.halt,
        halt_reason=priority.halt_reason,
        joint=joint,
        school=priority.school,
    )
