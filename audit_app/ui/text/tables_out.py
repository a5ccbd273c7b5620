"""Words of the buttons that make tables for other tools."""

from audit_app.language import _

TITLE = _("For other programs")
EXPLAINED = _(
    "The same content as tables, with a sheet that explains every column: for Excel, LibreOffice or statistics."
)
AS_CHOSEN = _("They hold what you chose above, and are never sealed.")
OF_A_SURVEY = _("Of a survey they hold what its results show, never one colleague’s answers. They are never sealed.")
XLSX = _("Spreadsheet (.xlsx)")
CSV = _("CSV files (.zip)")
MAKING = _("The tables are being made…")


def done(name: str) -> str:
    return _("“{name}” is in your downloads.").format(name=name)
