"""The audits themselves: listed, started, moved to a new version of what they ask, removed."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.plans.joint import AsksNothingError
from audit_app.questionnaires.library import JOINT_PLAN
from audit_app.questionnaires.own import OwnItemsError, UnfitOwnItemsError
from audit_app.responses.asking import add_own_items, asked_by
from audit_app.responses.carrying import CantCarryError, carried_entries
from audit_app.responses.content import AuditContent
from audit_app.responses.continuing import (
    audit_on,
    continue_on,
    continues_as,
    not_yet_there,
    refuse_to_move,
    stay,
)
from audit_app.responses.model import Audit, Entry, QuestionnaireRef, School
from audit_app.responses.moving import Moves, moved_through, what_moves
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.responses.progress import Summary
from audit_app.responses.surveying import UnopenedSurveyError
from audit_app.sync.sharing import files_named
from audit_app.verbs.opened_folder import OpenedFolder


class AuditVerbs(OpenedFolder):
    """Verbs about audits as wholes."""

    def audits(
        self, first: int | None = None, wanted: Callable[[Summary], bool] = lambda _: True
    ) -> tuple[Summary, ...]:
        """All, or the first of those that are wanted; most recently changed first.

        What is continued on another version is left out, unless that one is not here; and so are joint plans.
        """

        def is_listed(one: Summary) -> bool:
            answered = one.questionnaire != JOINT_PLAN
            return answered and wanted(one) and (one.continued_as is None or not self._is_here(one.continued_as))

        return self._with_titles(self._store.summaries(first, is_listed))

    def damaged(self) -> tuple[tuple[str, str], ...]:
        """Audits that can't be read: id, and the sentence that says what to do."""
        return self._store.damaged()

    def earlier_audits(self, questionnaire_id: str, school: School) -> tuple[Summary, ...]:
        """Those that `start_audit` can carry answers from, the most recently changed first."""
        return tuple(
            one
            for one in self.audits()
            if one.questionnaire == questionnaire_id and one.school.name == school.name and not one.received
        )

    def start_audit(self, questionnaire_id: str, wave: str, school: School, carry_from: str | None = None) -> str:
        """Begin an audit of the newest version, with the school's own items; returns its id.

        With the id of an earlier one, that one's answers are offered (`Standing.carried`): each is given once somebody
        gives it. Raises CantCarryError, AsksNothingError, and UnopenedSurveyError for what colleagues answer without
        their names.
        """
        questionnaire = self._library.get(questionnaire_id)
        if questionnaire_id == JOINT_PLAN:
            raise AsksNothingError
        if questionnaire.mode == "survey":
            raise UnopenedSurveyError(questionnaire.title)
        own = next((one for one in self.settings().own_items if one.questionnaire == questionnaire_id), None)
        audit = Audit(
            id=self._new_id(),
            questionnaire=QuestionnaireRef.to(questionnaire),
            mode=questionnaire.mode,
            school=school,
            wave=wave.strip(),
            created=self._now(),
        )
        with self._turn:
            by = self.settings().person
            entries = add_own_items((), own, self._clock, by) if own else ()
            try:
                asked = asked_by(questionnaire, entries)
            except OwnItemsError:
                raise UnfitOwnItemsError(questionnaire.title) from None
            if carry_from is not None:
                earlier, said = self._store.audit(carry_from), self._store.entries(carry_from)
                if earlier.school.name != school.name:
                    raise CantCarryError(earlier, _("they are those of “{name}”.").format(name=earlier.school.name))
                versions = (*self._versions(earlier, said)[:-1], asked)
                entries += carried_entries(earlier, said, versions, entries, self.today(), self._clock, by)
            self._store.merge([AuditContent(audit=audit, entries=entries)])
        return audit.id

    def newer_version(self, audit_id: str) -> int | None:
        """The newest version of its questionnaire, when an unfinished audit answers an older one."""
        return self.newer_version_than(self.audit(audit_id))

    def newer_version_than(self, opened: OpenAudit) -> int | None:
        """The same for an audit that is open already."""
        newest = self._library.get(opened.audit.questionnaire.id).version
        is_open = opened.status == "draft" and not opened.received and opened.continues_as is None
        return newest if is_open and newest > opened.audit.questionnaire.version else None

    def what_moves(self, audit_id: str, version: int | None = None) -> Moves:
        """What moving to the newest version, or to this one, would carry over, ask again and keep beside.

        Raises what `move_to_version` raises.
        """
        audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
        refuse_to_move(audit, entries)
        return what_moves(self._versions(audit, entries, version), entries)

    def move_to_version(self, audit_id: str, version: int | None = None) -> OpenAudit:
        """Continue an unfinished audit on the newest version, or on this one: the audit that is worked on from now.

        Nothing that was said is lost, and moving back brings it back. Raises what `continue_on` raises.
        """
        with self._turn:
            audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
            versions = self._versions(audit, entries, version)
            if len(versions) == 1:
                return self.audit(audit_id)
            done = continue_on(audit, entries, versions, self._clock, self.settings().person)
            history = AuditContent(audit=audit, entries=(done.moved,))
            self._store.merge([self._taking_in(done.audit, done.entries, audit_id), history])
        return self.audit(done.audit.id)

    def stay_on_version(self, audit_id: str) -> OpenAudit:
        """Somebody has seen the newest version, and decided against moving: it is only mentioned from now on."""
        newest = self._library.get(self._store.audit(audit_id).questionnaire.id).version
        self._keep(audit_id, stay, newest)
        return self.audit(audit_id)

    def remove_audit(self, audit_id: str) -> None:
        self._store.remove(audit_id)

    def _with_titles(self, found: tuple[Summary, ...]) -> tuple[Summary, ...]:
        """The lists are kept in English, whatever language they are read in."""
        titles = {}
        for name, version in {(one.questionnaire, one.version) for one in found}:
            with suppress(AuditError):
                titles[name, version] = self._asked(name, version).title
        return tuple(
            one
            if (title := titles.get((one.questionnaire, one.version), one.title)) == one.title
            else one.model_copy(update={"title": title})
            for one in found
        )

    def _is_here(self, audit_id: str) -> bool:
        try:
            self._store.audit(audit_id)
        except AuditError:
            return False
        return True

    def _taking_in(self, audit: Audit, entries: Sequence[Entry], source: str) -> AuditContent:
        """What this audit lacks of what another of its line says, with the files that are still there."""
        ours = self._ours(audit.id)
        new = not_yet_there(entries, ours.entries if ours else ())
        files = []
        for name in sorted(files_named(new)):
            with suppress(AuditError):
                files.append(self._store.attachment(source, name))
        return AuditContent(audit=audit, entries=new, files=tuple(files))

    def _follow(self, audit: Audit) -> None:
        """What came to an audit that is continued elsewhere goes on to where the work is.

        Where it can't, it stays where it came, and goes along at the next import.
        """
        entries = self._store.entries(audit.id)
        place = continues_as(audit, entries)
        if place is None:
            return
        with suppress(AuditError):
            versions = self._versions(audit, entries, place.version)
            target = audit_on(audit, entries, versions[-1])
            if target.id == place.audit:
                self._store.merge([self._taking_in(target, moved_through(versions, entries), audit.id)])
