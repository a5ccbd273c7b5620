"""What travels: bundles out and in."""

from collections.abc import Sequence
from pathlib import Path

from audit_app.responses.content import AuditContent
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.sync.bundle import write_bundle
from audit_app.sync.merge import ImportPlan, contents_to_keep, plan_import
from audit_app.sync.reading import read_bundle
from audit_app.sync.sharing import Share, files_named, what_travels
from audit_app.verbs.audits import AuditVerbs


class TravellingVerbs(AuditVerbs):
    """Verbs about bundles."""

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
