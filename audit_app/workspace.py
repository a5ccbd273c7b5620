"""The one door for screens and commands: every use case as a verb. It decides nothing; it reads, asks the parts, keeps.

What a verb returns is read afresh after the write, so whoever called shows what is on the disk.
"""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

from pydantic import JsonValue

from audit_app.plans import changes as plan_changes
from audit_app.plans.model import Plan, plan_of
from audit_app.plans.suggestions import Suggestion, suggestions
from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.incoming import IncomingQuestionnaire, UnsoundQuestionnaireError, read_incoming
from audit_app.questionnaires.library import Library, UnknownVersionError, shipped_file
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses import changes
from audit_app.responses.clock import Clock
from audit_app.responses.content import AuditContent
from audit_app.responses.evidence import check_file, check_link
from audit_app.responses.fitting import Remark, remarks
from audit_app.responses.model import Answer, Audit, Entry, Evidence, QuestionnaireRef, School
from audit_app.responses.progress import Summary, next_unanswered, summary
from audit_app.responses.standing import NOTHING, Standing, standings
from audit_app.responses.submission import Status, Submission, counted, is_received, status, submissions
from audit_app.responses.visibility import answers_of
from audit_app.results.audit_results import results_of
from audit_app.results.model import AuditResults
from audit_app.storage.protocol import AuditNotFoundError, Settings, Store
from audit_app.sync.bundle import write_bundle
from audit_app.sync.merge import ImportPlan, contents_to_keep, plan_import
from audit_app.sync.reading import read_bundle
from audit_app.sync.sharing import Share, files_named, what_travels


@dataclass(frozen=True)
class OpenAudit:
    """One audit as it stands now."""

    audit: Audit
    questionnaire: Questionnaire
    entries: tuple[Entry, ...]
    place: str | None
    """The item where the user stopped on this device."""
    stands: Mapping[str, Standing] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "stands", standings(self.entries))

    @property
    def status(self) -> Status:
        return status(self.entries)

    @property
    def submissions(self) -> tuple[Submission, ...]:
        return submissions(self.entries)

    @property
    def received(self) -> bool:
        """A copy made to be compared; it can't be worked on."""
        return is_received(self.entries)

    def standing(self, item_id: str) -> Standing:
        return self.stands.get(item_id, NOTHING)

    def resume_at(self) -> str:
        """The item to land on: where the user stopped, else the first without an answer, else the first."""
        if self.place in self.questionnaire.items_by_id:
            return str(self.place)
        return next_unanswered(self.questionnaire, self.stands, None) or next(self.questionnaire.items).id


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

    # Audits

    def audits(self, first: int | None = None) -> tuple[Summary, ...]:
        """All, or the first of them; most recently changed first."""
        return self._store.summaries(first)

    def damaged(self) -> tuple[tuple[str, str], ...]:
        """Audits that can't be read: id, and the sentence that says what to do."""
        return self._store.damaged()

    def audit(self, audit_id: str) -> OpenAudit:
        audit = self._store.audit(audit_id)
        questionnaire = self._library.get(audit.questionnaire.id, audit.questionnaire.version)
        return OpenAudit(audit, questionnaire, self._store.entries(audit_id), self._store.place(audit_id))

    def start_audit(self, questionnaire_id: str, wave: str, school: School) -> str:
        """Begin a self-audit of the newest version; returns its id."""
        questionnaire = self._library.get(questionnaire_id)
        audit = Audit(
            id=self._new_id(),
            questionnaire=QuestionnaireRef.to(questionnaire),
            mode=questionnaire.mode,
            school=school,
            wave=wave.strip(),
            created=self._now(),
        )
        self._store.create(audit)
        return audit.id

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
        return suggestions(opened.questionnaire, self._results(opened))

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
        return governors_pdf(opened.audit.school, opened.questionnaire, results, plan, by, made)

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
        self._store.merge(contents_to_keep(planned))

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

    def _results(self, opened: OpenAudit) -> AuditResults:
        stands = standings(counted(opened.entries))
        return results_of(opened.audit, opened.questionnaire, stands, opened.status)

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
        return summary(audit, library.get(audit.questionnaire.id, audit.questionnaire.version), entries)

    return line
