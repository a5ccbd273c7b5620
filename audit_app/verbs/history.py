"""What was said before what stands now, and putting it back."""

from functools import partial

from audit_app.responses import history
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.responses.refusals import UnknownItemError
from audit_app.verbs.opened_folder import OpenedFolder


class HistoryVerbs(OpenedFolder):
    """Verbs about the history of one audit."""

    def history(self, audit_id: str, item_id: str | None = None) -> tuple[history.Change, ...]:
        """Newest first, of one item or the whole audit. Raises UnknownItemError for an item that never was."""
        opened = self.audit(audit_id)
        found = history.history(opened.entries, self._store.device(), item_id)
        if item_id is not None and not found and item_id not in opened.questionnaire.items_by_id:
            raise UnknownItemError(item_id, opened.questionnaire)
        return found

    def put_back(self, audit_id: str, stamp: str) -> OpenAudit:
        """Say again what the entry of this stamp said; nothing is erased."""
        self._keep(audit_id, partial(history.put_back, self.audit(audit_id).questionnaire), stamp)
        return self.audit(audit_id)
