"""Closing a survey: what it says is worked out once, under disclosure control, and kept beside the closing.

From then on the figures are these, on every device and in every bundle, also after the responses were erased. Figures
that were worked out twice, from other responses or by another version of the app, could be set against each other.
"""

from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from audit_app.files import sha256
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.changes import stamp_after
from audit_app.responses.clock import Clock
from audit_app.responses.model import Audit, Entry
from audit_app.responses.submission import submissions
from audit_app.responses.survey import SURVEY, Response, counting, terms_of
from audit_app.responses.surveying import close_survey
from audit_app.results.survey_model import SurveyResults
from audit_app.results.survey_results import survey_results_of

NOT_SHARED = _("Comments were not shared.")


def closing_entries(
    audit: Audit,
    questionnaire: Questionnaire,
    entries: Sequence[Entry],
    responses: Sequence[Response],
    clock: Clock,
    by: str,
) -> tuple[Entry, ...]:
    """The closing, and what the survey says. One that is closed stays as it is.

    Raises what `surveying.close_survey` raises.
    """
    closing = close_survey(entries, responses, clock, by)
    terms = terms_of(entries)
    if not closing or terms is None:
        return closing
    made = (*entries, *closing)
    results = survey_results_of(audit, questionnaire, terms, counting(made, responses), seed_of(audit))
    document = results.model_dump(mode="json", exclude={"comments", "comments_reason"})
    comments = [one.model_dump(mode="json", exclude_none=True) for one in results.comments]
    value = {
        "submission": closing[0].stamp,
        "results": document,
        "comments": {"said": comments, "reason": results.comments_reason},
    }
    kept = Entry.model_validate(
        {"stamp": stamp_after(made, clock), "by": by, "subject": SURVEY, "field": "results", "value": value}
    )
    return (*closing, kept)


def frozen_results(entries: Iterable[Entry]) -> SurveyResults | None:
    """What was worked out at the first closing; None for a survey that is open, or that can't be read."""
    made = tuple(entries)
    first = next((one.stamp for one in submissions(made)), None)
    for entry in made:
        if entry.subject == SURVEY and entry.field == "results" and isinstance(entry.value, dict):
            document, comments = entry.value.get("results"), entry.value.get("comments")
            if entry.value.get("submission") != first or not isinstance(document, dict):
                continue
            said = comments if isinstance(comments, dict) else {"said": (), "reason": NOT_SHARED}
            try:
                return SurveyResults.model_validate(
                    {**document, "comments": said.get("said", ()), "comments_reason": said.get("reason")}
                )
            except ValidationError:
                continue
    return None


def seed_of(audit: Audit) -> int:
    """The same for the same wave everywhere, so that resampling says the same everywhere."""
    return int(sha256(audit.id.encode())[:8], 16)
