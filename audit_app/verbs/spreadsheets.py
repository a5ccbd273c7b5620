"""Tables for other tools: what an audit, a survey or a partnership says, as a workbook or as CSV files."""

from typing import TYPE_CHECKING

from audit_app.plans.joint import is_joint, joint_plan_of, part_named
from audit_app.plans.model import Plan, plan_of
from audit_app.questionnaires.own import core_of
from audit_app.responses.asking import asked_by
from audit_app.responses.content import AuditContent
from audit_app.responses.submission import counted
from audit_app.results.partnership_model import Comparison
from audit_app.sync.sharing import Share, shared
from audit_app.verbs.results import ResultsVerbs

if TYPE_CHECKING:
    from audit_app.reports.sheets.audit import Tables
    from audit_app.reports.sheets.model import Book


class SpreadsheetVerbs(ResultsVerbs):
    """Verbs about tables. What stands in them is what a bundle of the same share would hold, and no more."""

    def spreadsheet(self, audit_id: str, share: Share = "full", school: str | None = None) -> bytes:
        """A workbook (.xlsx) of one audit or survey; everything that its own school may see, unless told.

        Of a survey it is what its results show, never one colleague's answers. A joint plan is whole, or with `school`
        its part alone. Raises NotAJointPlanError, NoPartError.
        """
        from audit_app.reports.sheets.workbook import xlsx_of

        return xlsx_of(self._book(audit_id, share, school))

    def csv_files(self, audit_id: str, share: Share = "full") -> bytes:
        """The same as a zip of CSV files."""
        from audit_app.reports.sheets.csv_files import csv_of

        return csv_of(self._book(audit_id, share))

    def comparison_spreadsheet(self, found: Comparison) -> bytes:
        """A workbook of a partnership side by side; names as the comparison has them."""
        from audit_app.reports.sheets.partnership import comparison_book
        from audit_app.reports.sheets.workbook import xlsx_of

        asked = self._asked(found.questionnaire.id, found.questionnaire.version)
        return xlsx_of(comparison_book(asked, found, self._paper_time()))

    def comparison_csv(self, found: Comparison) -> bytes:
        """The same as a zip of CSV files."""
        from audit_app.reports.sheets.csv_files import csv_of
        from audit_app.reports.sheets.partnership import comparison_book

        asked = self._asked(found.questionnaire.id, found.questionnaire.version)
        return csv_of(comparison_book(asked, found, self._paper_time()))

    def _book(self, audit_id: str, share: Share, school: str | None = None) -> "Book":
        from audit_app.reports.sheets.audit import audit_book
        from audit_app.reports.sheets.joint import joint_book

        audit = self._store.audit(audit_id)
        if is_joint(audit) or school is not None:
            asked = self._asked(audit.questionnaire.id, audit.questionnaire.version)
            plan = joint_plan_of(audit, self._store.entries(audit_id))
            name, plan = part_named(plan, school) if school is not None else ("", plan)
            return joint_book(audit, asked, plan, self._paper_time(), name)
        return audit_book(self._tables(audit_id, share))

    def _tables(self, audit_id: str, share: Share) -> "Tables":
        from audit_app.reports.sheets.audit import Tables

        audit, entries = self._store.audit(audit_id), self._store.entries(audit_id)
        sent = shared(AuditContent(audit=audit, entries=entries), share).entries
        asked = asked_by(self._asked(audit.questionnaire.id, audit.questionnaire.version), sent)
        return Tables(
            audit=audit,
            questionnaire=core_of(asked) if audit.mode == "survey" else asked,
            results=self.any_results(audit_id),
            entries=counted(sent) if audit.mode == "self_audit" else (),
            plan=plan_of(sent) if share == "full" else Plan(),
            share=share,
            made=self._paper_time(),
        )
