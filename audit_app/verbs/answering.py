"""What a leader says in an audit. Each verb returns the audit as it stands on the disk afterwards."""

from collections.abc import Callable, Sequence
from functools import partial

from audit_app.responses import changes
from audit_app.responses.evidence import check_file, check_link
from audit_app.responses.fitting import Remark, remarks
from audit_app.responses.model import Answer, Entry, Evidence
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.responses.surveying import AnonymousSurveyError
from audit_app.responses.visibility import answers_of
from audit_app.responses.waiting import in_the_way
from audit_app.verbs.opened_folder import OpenedFolder


class AnsweringVerbs(OpenedFolder):
    """Verbs about what is said in one audit."""

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
        opened = self._about_item(audit_id, changes.add_evidence, item_id, file)
        self._store.attach(audit_id, content)  # erasing takes away what nothing names, which it was until now
        return opened

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

    def in_the_way(self, audit_id: str) -> tuple[Remark, ...]:
        """Every reason for which `submit` would wait, item by item."""
        opened = self._self_audit(audit_id)
        return in_the_way(opened.questionnaire, opened.stands, self.today())

    def submit(self, audit_id: str) -> OpenAudit:
        """Waits for what `remarks` calls an error; warnings don't stand in the way."""
        self._keep(audit_id, partial(changes.submit, self._self_audit(audit_id).questionnaire), self.today())
        return self.audit(audit_id)

    def reopen(self, audit_id: str, reason: str) -> OpenAudit:
        """The submitted response stays; the next one supersedes it."""
        self._self_audit(audit_id)
        self._keep(audit_id, changes.reopen, reason)
        return self.audit(audit_id)

    def _about_item(self, audit_id: str, make: Callable[..., Sequence[Entry]], *given: object) -> OpenAudit:
        self._keep(audit_id, partial(make, self._self_audit(audit_id).questionnaire), *given)
        return self.audit(audit_id)

    def _self_audit(self, audit_id: str) -> OpenAudit:
        """Raises AnonymousSurveyError for a survey, in which nobody's answers can be opened."""
        opened = self.audit(audit_id)
        if opened.audit.mode == "survey":
            raise AnonymousSurveyError(opened.audit)
        return opened
