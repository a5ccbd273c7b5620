"""What `audit-app surveys` prints: for people, and as JSON."""

from audit_app import console
from audit_app.regional import day_words
from audit_app.workspace import OpenSurvey, ResponsePlan


def survey_document(opened: OpenSurvey) -> dict[str, object]:
    return {
        "id": opened.audit.id,
        "questionnaire": opened.audit.questionnaire.model_dump(),
        "school": opened.audit.school.name,
        "wave": opened.audit.wave,
        "status": "closed" if opened.closed else "open",
        "erased": opened.erased,
        "responses": opened.responses,
        "invited": opened.terms.invited,
        "groups": [{**one.group.model_dump(), "responses": one.responses} for one in opened.groups],
        "minimum": opened.terms.minimum,
        "closes": opened.terms.closes.isoformat(),
        "erase_after": opened.terms.erase_after.isoformat(),
    }


def survey_text(opened: OpenSurvey) -> str:
    terms = opened.terms
    state = "closed" if opened.closed else f"open until {day_words(terms.closes)}"
    rows = [
        ("GROUP", "ANSWERED"),
        *((one.group.title, f"{one.responses} of {one.group.invited}") for one in opened.groups),
    ]
    lines = [
        f"{opened.audit.id}  {opened.questionnaire.title}, {opened.audit.wave}: {state}",
        console.columns(rows),
        f"Results are shown for groups of {terms.minimum} answers or more, once the survey is closed.",
    ]
    if opened.erased:
        lines.append("The responses were erased.")
    elif opened.to_erase:
        lines.append(
            f"Responses were to be kept until {day_words(terms.erase_after)}: “audit-app surveys erase” removes them."
        )
    return "\n".join(lines)


def responses_text(planned: ResponsePlan, dry_run: bool) -> str:
    would = "would be taken in" if dry_run or planned.refused else "taken in"
    lines = [f"{planned.add} {would}, {planned.same} here already, {len(planned.refused)} refused."]
    lines += [f"  {one.file}: {one.reason}" for one in planned.refused]
    if planned.refused and not dry_run:
        lines.append("Nothing was taken in: all of the files, or none.")
    return "\n".join(lines)
