"""Surveys answered on other devices: invitations out, response files in."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses import surveying
from audit_app.responses.content import AuditContent
from audit_app.responses.model import Answer, Frozen
from audit_app.responses.survey import Response
from audit_app.storage.protocol import AuditNotFoundError
from audit_app.sync.survey_files import (
    Invitation,
    UnknownSurveyError,
    invited_questionnaire,
    kind_of,
    read_invitation,
    read_response,
    write_invitation,
    write_response,
)
from audit_app.verbs.surveys import SurveyVerbs


@dataclass(frozen=True)
class OpenInvitation:
    """An invitation from somebody else's device, and what it asks."""

    invitation: Invitation
    questionnaire: Questionnaire


class RefusedResponse(Frozen):
    """A file that can't be taken in, and why."""

    file: str
    reason: str


class ResponsePlan(Frozen):
    """What taking in response files would do. Nothing in it tells one response from another."""

    add: int
    same: int
    """Responses that are here already, or come twice."""
    refused: tuple[RefusedResponse, ...] = ()
    waves: tuple[str, ...] = ()
    """Ids of the surveys that get responses."""


class ResponsesRefusedError(AuditError):
    def __init__(self, refused: Sequence[RefusedResponse]) -> None:
        reasons = (f"“{one.file}”: {one.reason}" for one in refused)
        super().__init__(" ".join((_("Nothing was taken in."), *reasons)))


class RespondingVerbs(SurveyVerbs):
    """Verbs about surveys that are answered elsewhere."""

    def invite(self, audit_id: str) -> bytes:
        """The invitation file of a wave that runs. Raises what surveying.running_terms raises."""
        audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
        terms = surveying.running_terms(audit, entries)
        asked = self._library.get(audit.questionnaire.id, audit.questionnaire.version)
        return write_invitation(audit, terms, self._questionnaire_document(asked))

    def read_invitation(self, name: str, content: bytes) -> OpenInvitation:
        """What a colleague is invited to; nothing is kept. Raises what survey_files.py raises."""
        invitation = read_invitation((name, content))
        asked = invited_questionnaire(invitation, self._library, name, self._language())
        return OpenInvitation(invitation, asked)

    def survey_file(self, content: bytes) -> Literal["invitation", "response"] | None:
        """Whether a file that somebody wants to import belongs to a survey, by what it says of itself."""
        return kind_of(content)

    def respond(
        self, opened: OpenInvitation, group: str, answers: Mapping[str, Answer], comments: Mapping[str, str]
    ) -> bytes:
        """The response file; nothing of it is kept here. Raises what check_response raises."""
        wave, terms = opened.invitation.wave, opened.invitation.terms
        response = surveying.a_response(secrets.token_hex(16), group, self.today(), answers, comments)
        surveying.check_against(terms, opened.questionnaire, response, self.today())
        return write_response(wave, response)

    def plan_responses(self, sources: Sequence[Path | tuple[str, bytes]]) -> ResponsePlan:
        """What taking these files in would do; nothing is changed."""
        return self._plan_responses(sources)[0]

    def take_in_responses(self, sources: Sequence[Path | tuple[str, bytes]]) -> ResponsePlan:
        """All of them or none. Raises ResponsesRefusedError."""
        with self._turn:
            planned, by_wave = self._plan_responses(sources)
            if planned.refused:
                raise ResponsesRefusedError(planned.refused)
            self._store.merge(
                AuditContent(audit=self._store.audit(wave), entries=(), responses=tuple(new))
                for wave, new in by_wave.items()
            )
        return planned

    def _plan_responses(
        self, sources: Sequence[Path | tuple[str, bytes]]
    ) -> tuple[ResponsePlan, Mapping[str, Sequence[Response]]]:
        new: dict[str, dict[str, Response]] = {}
        same, refused = 0, []
        for source in sources:
            name = source.name if isinstance(source, Path) else source[0]
            try:
                wave, response = self._incoming_response(name, source)
            except AuditError as problem:
                refused.append(RefusedResponse(file=name, reason=str(problem)))
                continue
            known = {one.id: one for one in self._store.responses(wave)} | new.get(wave, {})
            if response.id in known:
                same += 1
            else:
                new.setdefault(wave, {})[response.id] = response
        planned = ResponsePlan(
            add=sum(map(len, new.values())), same=same, refused=tuple(refused), waves=tuple(sorted(new))
        )
        return planned, {wave: tuple(found.values()) for wave, found in new.items()}

    def _incoming_response(self, name: str, source: Path | tuple[str, bytes]) -> tuple[str, Response]:
        file, response = read_response(source)
        try:
            audit = self._store.audit(file.wave)
        except AuditNotFoundError:
            raise UnknownSurveyError(name) from None
        if audit.questionnaire != file.questionnaire:
            raise UnknownSurveyError(name)
        if response not in self._store.responses(audit.id):
            self._check_response(audit.id, response)
        return audit.id, response
