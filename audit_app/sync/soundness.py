"""Soundness: what may come to an audit: answers that its questionnaire offers, to the questionnaire that is here.

Whatever the app itself would not have written is refused before anything is merged.
"""

from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.library import Library, UnknownQuestionnaireError, UnknownVersionError
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.asking import asked_by
from audit_app.responses.fitting import misfit
from audit_app.responses.model import Answer, Audit, Carried, Entry
from audit_app.responses.survey import Response
from audit_app.responses.union import united


class DifferentQuestionnaireError(AuditError):
    def __init__(self, questionnaire_id: str, version: int) -> None:
        super().__init__(
            _(
                "This answers a “{questionnaire_id}” version {version} that is not the one in this app: its "
                "fingerprint differs, so the answers can't be compared. Ask its sender which app made it."
            ).format(questionnaire_id=questionnaire_id, version=version)
        )


class UnofferedAnswerError(AuditError):
    def __init__(self, item: str) -> None:
        super().__init__(
            _(
                "Its answer to “{item}” is not one of those that the questionnaire offers. Ask its sender for a new "
                "file."
            ).format(item=item)
        )


class CircularEntriesError(AuditError):
    def __init__(self, audit_id: str) -> None:
        super().__init__(
            _(
                "In the audit “{audit_id}” answers replace one another in a circle, so none would stand. "
                "The file was altered: ask its sender for a new one."
            ).format(audit_id=audit_id)
        )


def check_sound(questionnaire: Questionnaire, audit: Audit, known: Iterable[Entry], coming: Iterable[Entry]) -> None:
    """For what comes to an audit in another way than in a bundle: nothing that the app itself would not have written.

    Raises UnofferedAnswerError, CircularEntriesError, IrreconcilableEntryError.
    """
    new = tuple(coming)
    after = united([*known, *new])
    check_answers(new, asked_by(questionnaire, after))
    check_no_circle(audit.id, after)


def answered_questionnaire(audit: Audit, library: Library) -> Questionnaire:
    answered = audit.questionnaire
    try:
        found = library.get(answered.id, answered.version)
    except UnknownQuestionnaireError:
        raise UnknownVersionError(answered.id, answered.version) from None
    if found.fingerprint != answered.fingerprint:
        raise DifferentQuestionnaireError(answered.id, answered.version)
    return found


def check_answers(entries: Iterable[Entry], questionnaire: Questionnaire) -> None:
    """What another version of the app wrote and this one can't read stands for nothing, so it may come."""
    choices = questionnaire.single_choices
    for entry in entries:
        kind, _, name = entry.subject.partition("/")
        given = entry.value.get("option") if isinstance(entry.value, dict) and len(entry.value) == 1 else None
        if isinstance(given, str) and (name, given) in choices:
            continue  # as most are: no need to look further
        item = questionnaire.items_by_id.get(name)
        if kind == "item" and item is not None and entry.field in ("answer", "carried"):
            answer = _answer(entry)
            if answer is None:
                continue
            stayed_at_home = entry.redacted and item.kind == "text" and answer.value == ""
            if not stayed_at_home and misfit(questionnaire, item, answer) is not None:
                raise UnofferedAnswerError(name)


def check_responses(responses: Iterable[Response], questionnaire: Questionnaire) -> None:
    for response in responses:
        for name, answer in response.answers.items():
            item = questionnaire.items_by_id.get(name)
            if item is None or misfit(questionnaire, item, answer) is not None:
                raise UnofferedAnswerError(name)


def _answer(entry: Entry) -> Answer | None:
    try:
        if entry.field == "carried":
            return Carried.model_validate(entry.value).answer
        return Answer.model_validate(entry.value)
    except ValidationError:
        return None


def check_no_circle(audit_id: str, entries: Sequence[Entry]) -> None:
    """Entries can be laid out so that each comes after all that it replaces (Kahn's algorithm)."""
    replaced_by: dict[str, list[str]] = {}
    here = {entry.stamp for entry in entries}
    waits = {entry.stamp: len(here & set(entry.replaces)) for entry in entries}
    for entry in entries:
        for stamp in here & set(entry.replaces):
            replaced_by.setdefault(stamp, []).append(entry.stamp)
    ready = [stamp for stamp, number in waits.items() if not number]
    laid = 0
    while ready:
        laid += 1
        for stamp in replaced_by.get(ready.pop(), ()):
            waits[stamp] -= 1
            if not waits[stamp]:
                ready.append(stamp)
    if laid != len(entries):
        raise CircularEntriesError(audit_id)
