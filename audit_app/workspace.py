"""The one door for screens and commands: every use case as a verb. It decides nothing; it reads, asks the parts, keeps.

What a verb returns is read afresh after the write, so whoever called shows what is on the disk.
"""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path

from pydantic import JsonValue

from audit_app.errors import AuditError
from audit_app.plans import changes as plan_changes
from audit_app.plans.model import Plan, plan_of
from audit_app.plans.suggestions import Suggestion, suggestions
from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.incoming import IncomingQuestionnaire, UnsoundQuestionnaireError, read_incoming
from audit_app.questionnaires.library import Library, UnknownVersionError, shipped_file
from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.questionnaires.own import OwnItems, OwnItemsError, check_own_items, core_of
from audit_app.responses import changes
from audit_app.responses.asking import add_own_items, asked_by
from audit_app.responses.carrying import carried_entries
from audit_app.responses.clock import Clock
from audit_app.responses.content import AuditContent
from audit_app.responses.continuing import (
    MovedError,
    audit_on,
    continue_on,
    continues_as,
    not_yet_there,
)
from audit_app.responses.evidence import check_file, check_link
from audit_app.responses.fitting import Remark, remarks
from audit_app.responses.model import Answer, Audit, Entry, Evidence, QuestionnaireRef, School
from audit_app.responses.moving import Moves, moved_through, updated_since, what_moves
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.responses.progress import Summary, summary
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted
from audit_app.responses.visibility import answers_of
from audit_app.results.audit_results import results_of
from audit_app.results.model import AuditResults
from audit_app.storage.protocol import AuditNotFoundError, Settings, Store
from audit_app.sync.bundle import write_bundle
from audit_app.sync.merge import ImportPlan, contents_to_keep, plan_import
from audit_app.sync.reading import read_bundle
from audit_app.sync.sharing import Share, files_named, what_travels


class Workspace:
    """A data folder opened for use."""

    def __init__(
        self,
        store: Store,
        library: Library,
        now: Callable[[], datetime],
        paper_time: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        """`now` stamps what people do; `paper_time` dates papers and exports."""
        self._store = store
        self._library = library
        self._now = now
        self._paper_time = paper_time
        self._new_id = new_id
        self._clock = Clock(store.device(), now)
        self._turn = threading.Lock()
        """One change at a time: screens hand theirs to threads, and the clock knows only one."""

    # The installation

    def settings(self) -> Settings:
        return self._store.settings()

    def keep_settings(self, settings: Settings) -> Settings:
        self._store.keep_settings(settings)
        return self._store.settings()

    def today(self) -> date:
        return self._now().astimezone().date()

    def close(self) -> None:
        self._store.close()

    # The library

    def questionnaires(self) -> tuple[Questionnaire, ...]:
        return self._library.latest()

    def questionnaire(self, questionnaire_id: str, version: int | None = None) -> Questionnaire:
        return self._library.get(questionnaire_id, version)

    def is_shipped(self, questionnaire_id: str) -> bool:
        """It comes with the app; the others are the data folder's own."""
        return self._library.is_shipped(questionnaire_id)

    def unreadable_questionnaires(self) -> tuple[tuple[str, str], ...]:
        """The data folder's own that can't be read: the file's name, and the sentence that says what to do."""
        return self._store.unreadable_questionnaires()

    def read_questionnaire(self, name: str, content: bytes) -> IncomingQuestionnaire:
        """What a file in JSON or XLSForm holds, with every finding; nothing is kept."""
        return read_incoming(name, content, self._library)

    def check_questionnaire(self, name: str, content: bytes) -> tuple[Finding, ...]:
        """Every finding about such a file, errors first; without an error it can be imported."""
        return self.read_questionnaire(name, content).findings

    def import_questionnaire(self, name: str, content: bytes) -> Questionnaire:
        """Add it to the data folder's own, for good. Raises UnsoundQuestionnaireError; nothing is kept then."""
        with self._turn:
            found = self.read_questionnaire(name, content)
            if found.document is None or found.questionnaire is None:
                raise UnsoundQuestionnaireError(name, len(found.errors), found.findings[0])
            if self._library.is_shipped(found.questionnaire.id):
                return found.questionnaire  # the same as the one that is here
            kept = self._store.keep_questionnaire(found.document)
            self._library.add([kept])
        return kept

    def export_questionnaire(self, questionnaire_id: str, version: int | None = None) -> bytes:
        """As a spreadsheet (XLSForm) that comes back the same."""
        from audit_app.questionnaires.xlsform.writing import write_xlsform  # openpyxl only where a workbook is made

        return write_xlsform(self._questionnaire_document(questionnaire_id, version))

    def questionnaire_file(self, questionnaire_id: str, version: int | None = None) -> bytes:
        """As JSON, in all its languages."""
        document = self._questionnaire_document(questionnaire_id, version)
        return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"

    # The school's own items, beside a shared questionnaire

    def own_items(self, questionnaire_id: str) -> tuple[Item, ...]:
        """What the audits that are started from now on ask beside it."""
        return next((one.items for one in self.settings().own_items if one.questionnaire == questionnaire_id), ())

    def check_own_items(self, questionnaire_id: str, items: Sequence[Mapping[str, object]]) -> tuple[Finding, ...]:
        """Findings about own items as they were written, before they are kept."""
        core = self._library.get(questionnaire_id)
        return check_own_items(core.model_dump(mode="json", exclude={"languages", "fingerprint"}), tuple(items))

    def keep_own_items(self, questionnaire_id: str, items: Sequence[Mapping[str, object]]) -> tuple[Item, ...]:
        """Up to ten, instead of those before; audits that have begun stay as they are. Raises OwnItemsError."""
        wrong = [one for one in self.check_own_items(questionnaire_id, items) if one.grade == "error"]
        if wrong:
            raise OwnItemsError(f"{wrong[0].what} {wrong[0].remedy}")
        settings = self.settings()
        others = [one for one in settings.own_items if one.questionnaire != questionnaire_id]
        own = OwnItems.model_validate({"questionnaire": questionnaire_id, "items": list(items)})
        kept = tuple(sorted((*others, *([own] if own.items else [])), key=lambda one: one.questionnaire))
        self.keep_settings(settings.model_copy(update={"own_items": kept}))
        return own.items

    # Audits

    def audits(self, first: int | None = None) -> tuple[Summary, ...]:
        """All, or the first of them; most recently changed first. What is continued on another version is left out."""
        wanted = first
        while True:
            lines = self._store.summaries(wanted)
            found = tuple(one for one in lines if one.continued_as is None)[:first]
            if wanted is None or first is None or len(found) == first or len(lines) < wanted:
                return found
            wanted *= 2

    def damaged(self) -> tuple[tuple[str, str], ...]:
        """Audits that can't be read: id, and the sentence that says what to do."""
        return self._store.damaged()

    def audit(self, audit_id: str) -> OpenAudit:
        audit = self._store.audit(audit_id)
        entries = self._store.entries(audit_id)
        asked = asked_by(self._library.get(audit.questionnaire.id, audit.questionnaire.version), entries)
        known = [one for one in self._library.versions(asked.id) if one.version <= asked.version]
        return OpenAudit(audit, asked, entries, self._store.place(audit_id), updated_since(known, entries))

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
        gives it. Raises CantCarryError.
        """
        questionnaire = self._library.get(questionnaire_id)
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
            if carry_from is not None:
                earlier, said = self._store.audit(carry_from), self._store.entries(carry_from)
                versions = (*self._versions(earlier, said)[:-1], asked_by(questionnaire, entries))
                entries += carried_entries(earlier, said, versions, entries, self.today(), self._clock, by)
            self._store.merge([AuditContent(audit=audit, entries=entries)])
        return audit.id

    def newer_version(self, audit_id: str) -> int | None:
        """The newest version of its questionnaire, when an unfinished audit answers an older one."""
        opened = self.audit(audit_id)
        newest = self._library.get(opened.audit.questionnaire.id).version
        is_open = opened.status == "draft" and not opened.received and opened.continues_as is None
        return newest if is_open and newest > opened.audit.questionnaire.version else None

    def what_moves(self, audit_id: str, version: int | None = None) -> Moves:
        """What moving to the newest version, or to this one, would carry over, ask again and keep beside."""
        audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
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

    def remove_audit(self, audit_id: str) -> None:
        self._store.remove(audit_id)

    # Answers: each verb returns the audit as it stands on the disk afterwards

    def answer(self, audit_id: str, item_id: str, answer: Answer | None) -> OpenAudit:
        """None takes an answer back."""
        return self._about_item(audit_id, changes.answer, item_id, answer)

    def choose(self, audit_id: str, item_id: str, stamp: str) -> OpenAudit:
        """Settle an item on one of its rival answers."""
        return self._about_item(audit_id, changes.choose, item_id, stamp)

    def comment(self, audit_id: str, item_id: str, text: str) -> OpenAudit:
        """This person's comment on the item; blank text takes it back."""
        return self._about_item(audit_id, changes.comment, item_id, text)

    def remove_comment(self, audit_id: str, item_id: str, stamp: str) -> OpenAudit:
        return self._about_item(audit_id, changes.remove_comment, item_id, stamp)

    def add_words(self, audit_id: str, item_id: str, text: str) -> OpenAudit:
        return self._about_item(audit_id, changes.add_evidence, item_id, Evidence(kind="text", text=text.strip()))

    def add_link(self, audit_id: str, item_id: str, address: str) -> OpenAudit:
        link = Evidence(kind="link", text=check_link(address))
        return self._about_item(audit_id, changes.add_evidence, item_id, link)

    def add_file(self, audit_id: str, item_id: str, name: str, content: bytes) -> OpenAudit:
        """Copy a file in; limits on size and type are those of responses/evidence.py."""
        shown = check_file(name, content)
        kept = self._store.attach(audit_id, content)
        file = Evidence(kind="file", text=shown, sha256=kept, size=len(content))
        return self._about_item(audit_id, changes.add_evidence, item_id, file)

    def evidence_file(self, audit_id: str, sha256: str) -> bytes:
        return self._store.attachment(audit_id, sha256)

    def remove_evidence(self, audit_id: str, item_id: str, stamp: str) -> OpenAudit:
        return self._about_item(audit_id, changes.remove_evidence, item_id, stamp)

    def stop_at(self, audit_id: str, item_id: str) -> None:
        """Remember where the user is."""
        self._store.keep_place(audit_id, item_id)

    def remarks(self, audit_id: str) -> tuple[Remark, ...]:
        """What the questionnaire's checks say about the answers as they stand, required ones that are missing too."""
        opened = self.audit(audit_id)
        return remarks(opened.questionnaire, answers_of(opened.stands), self.today())

    def submit(self, audit_id: str) -> OpenAudit:
        """Waits for what `remarks` calls an error; warnings don't stand in the way."""
        self._keep(audit_id, partial(changes.submit, self.audit(audit_id).questionnaire), self.today())
        return self.audit(audit_id)

    def reopen(self, audit_id: str, reason: str) -> OpenAudit:
        """The submitted response stays; the next one supersedes it."""
        self._keep(audit_id, changes.reopen, reason)
        return self.audit(audit_id)

    # What it means, and what we will do about it

    def results(self, audit_id: str) -> AuditResults:
        return self._results(self.audit(audit_id))

    def plan(self, audit_id: str) -> Plan:
        return plan_of(self._store.entries(audit_id))

    def suggestions(self, audit_id: str) -> tuple[Suggestion, ...]:
        opened = self.audit(audit_id)
        return suggestions(core_of(opened.questionnaire), self._results(opened))

    def adopt(self, audit_id: str, suggestion: Suggestion) -> Plan:
        """Make a suggestion a priority of the plan."""
        return self._planned(audit_id, plan_changes.adopt, suggestion)

    def add_priority(self, audit_id: str, title: str, why: str = "") -> Plan:
        """A priority of the user's own."""
        return self._planned(audit_id, plan_changes.add_priority, title, why)

    def set_priority(self, audit_id: str, priority_id: str, fields: Mapping[str, JsonValue]) -> Plan:
        return self._planned(audit_id, plan_changes.set_priority, priority_id, fields)

    def remove_priority(self, audit_id: str, priority_id: str) -> Plan:
        return self._planned(audit_id, plan_changes.remove_priority, priority_id)

    def add_action(self, audit_id: str, priority_id: str, text: str) -> Plan:
        return self._planned(audit_id, plan_changes.add_action, priority_id, text)

    def set_action(self, audit_id: str, priority_id: str, action_id: str, fields: Mapping[str, JsonValue]) -> Plan:
        return self._planned(audit_id, plan_changes.set_action, priority_id, action_id, fields)

    def remove_action(self, audit_id: str, priority_id: str, action_id: str) -> Plan:
        return self._planned(audit_id, plan_changes.remove_action, priority_id, action_id)

    def restore(self, audit_id: str, priority_id: str, action_id: str | None = None) -> Plan:
        """Put back a priority, or an action, that was removed."""
        return self._planned(audit_id, plan_changes.restore, priority_id, action_id)

    def ask_governors(self, audit_id: str, questions: Sequence[str], decisions: Sequence[str]) -> Plan:
        return self._planned(audit_id, plan_changes.ask_governors, questions, decisions)

    # What is handed out, and what travels

    def report(self, audit_id: str) -> bytes:
        """The governors' PDF."""
        from audit_app.reports.governors import governors_pdf  # ReportLab only where a paper is made

        opened = self.audit(audit_id)
        results, plan = self._results(opened), plan_of(opened.entries)
        made, by = self._paper_time(), self.settings().person
        return governors_pdf(opened.audit.school, core_of(opened.questionnaire), results, plan, by, made)

    def export(self, audit_id: str, share: Share) -> bytes:
        """A bundle with this audit."""
        opened = self.audit(audit_id)
        wanted = sorted(files_named(opened.entries)) if share == "full" else []
        files = tuple(self._store.attachment(audit_id, name) for name in wanted)
        content = AuditContent(audit=opened.audit, entries=opened.entries, files=files)
        return write_bundle([content], opened.audit.school, share, self._paper_time())

    def what_travels(self, audit_id: str, share: Share) -> tuple[str, ...]:
        """What the bundle would hold, and what not, in words and counts."""
        return what_travels(self.audit(audit_id).entries, share)

    def plan_import(self, sources: Sequence[Path | tuple[str, bytes]]) -> ImportPlan:
        """What importing these files would do; nothing is changed. Raises for a file that is not a sound bundle."""
        bundles = [read_bundle(source) for source in sources]
        return plan_import(bundles, self._ours, self._library)

    def apply_import(self, planned: ImportPlan) -> None:
        """All of it or nothing; raises ImportRefusedError when any part is refused."""
        contents = contents_to_keep(planned)
        with self._turn:
            self._store.merge(contents)
            for one in contents:
                self._follow(one.audit)

    def take_in(self, contents: Sequence[AuditContent]) -> None:
        """Audits made elsewhere, all of them or none: the demo's."""
        self._store.merge(contents)

    # Within

    def _questionnaire_document(self, questionnaire_id: str, version: int | None) -> Mapping[str, object]:
        one = self._library.get(questionnaire_id, version)
        try:
            document: Mapping[str, object] = json.loads(shipped_file(one.id, one.version))
        except UnknownVersionError:
            return self._store.questionnaire_document(one.id, one.version)
        return document

    def _versions(
        self, audit: Audit, entries: Sequence[Entry], version: int | None = None
    ) -> tuple[Questionnaire, ...]:
        """What it asks, from the version that it answers, up or down to another one or the newest."""
        name, first = audit.questionnaire.id, audit.questionnaire.version
        last = self._library.get(name, version).version
        steps = range(first, last + 1) if first <= last else range(first, last - 1, -1)
        return tuple(asked_by(self._library.get(name, step), entries) for step in steps)

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

    def _results(self, opened: OpenAudit) -> AuditResults:
        """Of what every school is asked: its own items stay out, here as in every copy that travels."""
        stands = standings(counted(opened.entries))
        return results_of(opened.audit, core_of(opened.questionnaire), stands, opened.status)

    def _ours(self, audit_id: str) -> AuditContent | None:
        try:
            audit = self._store.audit(audit_id)
        except AuditNotFoundError:
            return None
        return AuditContent(audit=audit, entries=self._store.entries(audit_id))

    def _keep(self, audit_id: str, make: Callable[..., Sequence[Entry]], *given: object) -> None:
        """Keep the entries that a function of changes.py makes from those that are there."""
        with self._turn:
            entries = self._store.entries(audit_id)
            if (place := continues_as(self._store.audit(audit_id), entries)) is not None:
                raise MovedError(place)
            self._store.keep(audit_id, make(entries, *given, self._clock, self.settings().person))

    def _about_item(self, audit_id: str, make: Callable[..., Sequence[Entry]], *given: object) -> OpenAudit:
        self._keep(audit_id, partial(make, self.audit(audit_id).questionnaire), *given)
        return self.audit(audit_id)

    def _planned(self, audit_id: str, make: Callable[..., Sequence[Entry]], *given: object) -> Plan:
        self._keep(audit_id, make, *given)
        return self.plan(audit_id)


def summariser(library: Library) -> Callable[[Audit, Sequence[Entry]], Summary]:
    """What a store calls for the line about an audit in its list."""

    def line(audit: Audit, entries: Sequence[Entry]) -> Summary:
        asked = asked_by(library.get(audit.questionnaire.id, audit.questionnaire.version), entries)
        return summary(audit, asked, entries)

    return line
