"""Changes to a survey wave: opened, its terms put right, answered, closed, erased; as the entries that say it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.regional import day_words
from audit_app.responses.changes import about_audit, stamp_after
from audit_app.responses.clock import Clock
from audit_app.responses.fitting import misfit, remarks
from audit_app.responses.model import Answer, Audit, Entry
from audit_app.responses.refusals import ReceivedError
from audit_app.responses.standing import heads
from audit_app.responses.submission import SubmissionValue, is_received
from audit_app.responses.survey import SURVEY, Response, Terms, closed_with, is_erased, terms_of


class NotASurveyError(AuditError):
    def __init__(self, audit: Audit) -> None:
        super().__init__(
            _("“{id}” is a self-audit, which a team answers together. It has no respondent groups.").format(id=audit.id)
        )


class AnonymousSurveyError(AuditError):
    def __init__(self, audit: Audit) -> None:
        super().__init__(
            _(
                "“{id}” is an anonymous survey: colleagues answer it one by one, from its own page. "
                "Nobody’s answers can be opened or changed."
            ).format(id=audit.id)
        )


class UnopenedSurveyError(AuditError):
    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "“{title}” is an anonymous survey, not a self-audit. Open it as a survey: it needs respondent groups "
                "and a notice for colleagues."
            ).format(title=title)
        )


class SurveyClosedError(AuditError):
    def __init__(self, audit: Audit) -> None:
        super().__init__(
            _(
                "The survey of {wave} is closed, and its results have been worked out. A response that is added now "
                "could be told from the difference. Open a new round to ask again."
            ).format(wave=audit.wave)
        )


class SurveyOverError(AuditError):
    def __init__(self, closes: date) -> None:
        super().__init__(
            _(
                "The last day of this survey was {day}, so no more responses are taken. Put its last day later to go "
                "on, or close it to see its results."
            ).format(day=day_words(closes))
        )


class SurveyErasedError(AuditError):
    def __init__(self, audit: Audit) -> None:
        super().__init__(
            _("The responses of the survey of {wave} were erased, and none is taken in again.").format(wave=audit.wave)
        )


class StillOpenError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The survey is still open. Close it first: results that change with one more response would show what "
                "that colleague said."
            )
        )


class GroupGoneError(AuditError):
    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__(
            _(
                "The groups {names} are on the invitations already and can’t be taken away. "
                "You can add groups, and correct how many were invited."
            ).format(names=", ".join(titles))
        )


class TermsChangedError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "What colleagues were told about the smallest group, about who reads their answers and until when they "
                "are kept can’t be made weaker after the survey was opened. Open a new round to tell them something "
                "else."
            )
        )


class ResponseRefusedError(AuditError):
    def __init__(self, why: str) -> None:
        super().__init__(_("This response can’t be taken in: {why}").format(why=why))


def open_survey(audit: Audit, terms: Terms, clock: Clock, by: str) -> tuple[Entry, ...]:
    """The first entry of a wave. Raises NotASurveyError."""
    if audit.mode != "survey":
        raise NotASurveyError(audit)
    return (_about_survey((), "terms", terms.model_dump(mode="json"), (), clock, by),)


def change_terms(audit: Audit, entries: Sequence[Entry], terms: Terms, clock: Clock, by: str) -> tuple[Entry, ...]:
    """Put right the terms of a wave that runs: its last day, how many were invited, a further group.

    Raises GroupGoneError, TermsChangedError, and what `running_terms` raises.
    """
    before = running_terms(audit, entries)
    if before == terms:
        return ()
    _check_change(before, terms)
    replaced = heads(entry for entry in entries if entry.subject == SURVEY).get((SURVEY, "terms"), ())
    return (_about_survey(entries, "terms", terms.model_dump(mode="json"), replaced, clock, by),)


def close_survey(entries: Sequence[Entry], responses: Iterable[Response], clock: Clock, by: str) -> tuple[Entry, ...]:
    """Fix the responses that count. One that is closed stays as it is. Raises ReceivedError."""
    if is_received(entries):
        raise ReceivedError
    if closed_with(entries) is not None:
        return ()
    counted = SubmissionValue(entries=tuple(sorted(one.id for one in responses)))
    return (about_audit(entries, "submission", counted.model_dump(mode="json"), clock, by),)


def erase_survey(entries: Sequence[Entry], today: date, clock: Clock, by: str) -> tuple[Entry, ...]:
    """Say that the responses were erased; the store erases them. Raises ReceivedError."""
    if is_received(entries):
        raise ReceivedError
    if is_erased(entries):
        return ()
    return (_about_survey(entries, "erased", {"day": today.isoformat()}, (), clock, by),)


def check_response(
    audit: Audit, questionnaire: Questionnaire, entries: Sequence[Entry], response: Response, today: date
) -> None:
    """Whether the wave can take it.

    Raises what `running_terms` and `check_against` raise.
    """
    check_against(running_terms(audit, entries), questionnaire, response, today)


def check_against(terms: Terms, questionnaire: Questionnaire, response: Response, today: date) -> None:
    """Whether it answers what was asked, in time. Raises SurveyOverError, ResponseRefusedError."""
    if response.given > terms.closes or today < response.given:
        raise SurveyOverError(terms.closes) if today > terms.closes else ResponseRefusedError(_("its day is to come."))
    if terms.group(response.group) is None:
        raise ResponseRefusedError(
            _("it names the group “{group}”, which was not invited.").format(group=response.group)
        )
    for item_id, answer in response.answers.items():
        item = questionnaire.items_by_id.get(item_id)
        if item is None:
            raise ResponseRefusedError(
                _("it answers “{item_id}”, which this questionnaire doesn’t ask.").format(item_id=item_id)
            )
        if (why := misfit(questionnaire, item, answer)) is not None:
            raise ResponseRefusedError(_("its answer to “{text}” doesn’t fit. {why}").format(text=item.text, why=why))
    if unknown := [item_id for item_id in response.comments if item_id not in questionnaire.items_by_id]:
        raise ResponseRefusedError(
            _("it comments on “{unknown}”, which this questionnaire doesn’t ask.").format(unknown=unknown[0])
        )
    if errors := [one for one in remarks(questionnaire, response.answers, response.given) if one.grade == "error"]:
        raise ResponseRefusedError(f"“{questionnaire.items_by_id[errors[0].item].text}”: {errors[0].message}")


def running_terms(audit: Audit, entries: Sequence[Entry]) -> Terms:
    """The terms of a wave that still takes responses.

    Raises NotASurveyError, SurveyClosedError, SurveyErasedError, ReceivedError.
    """
    if audit.mode != "survey":
        raise NotASurveyError(audit)
    if is_received(entries):
        raise ReceivedError
    if is_erased(entries):
        raise SurveyErasedError(audit)
    if closed_with(entries) is not None:
        raise SurveyClosedError(audit)
    terms = terms_of(entries)
    if terms is None:
        raise NotASurveyError(audit)
    return terms


def a_response(
    response_id: str, group: str, today: date, answers: Mapping[str, Answer], comments: Mapping[str, str]
) -> Response:
    """What a colleague hands in; blank comments are none."""
    said = {item: text.strip() for item, text in comments.items() if text.strip()}
    return Response(id=response_id, group=group, given=today, answers=dict(sorted(answers.items())), comments=said)


def _check_change(before: Terms, after: Terms) -> None:
    if gone := [group.title for group in before.groups if after.group(group.id) is None]:
        raise GroupGoneError(gone)
    weaker = after.minimum < before.minimum or after.erase_after > before.erase_after
    if weaker or after.readers != before.readers or after.purpose != before.purpose:
        raise TermsChangedError


def _about_survey(
    entries: Sequence[Entry], field: str, value: dict[str, object], replaced: Sequence[Entry], clock: Clock, by: str
) -> Entry:
    return Entry.model_validate(
        {
            "stamp": stamp_after(entries, clock),
            "by": by,
            "subject": SURVEY,
            "field": field,
            "value": value,
            "replaces": tuple(entry.stamp for entry in replaced),
        }
    )
