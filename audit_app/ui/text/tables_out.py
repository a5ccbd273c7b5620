"""Words of the buttons that make tables for other tools."""

TITLE = "For other programs"
EXPLAINED = "The same content as tables, with a sheet that explains every column: for Excel, LibreOffice or statistics."
AS_CHOSEN = "They hold what you chose above, and are never sealed."
OF_A_SURVEY = "Of a survey they hold what its results show, never one colleague’s answers. They are never sealed."
XLSX = "Spreadsheet (.xlsx)"
CSV = "CSV files (.zip)"
MAKING = "The tables are being made…"


def done(name: str) -> str:
    return f"“{name}” is in your downloads."
