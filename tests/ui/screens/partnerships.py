"""Looking at the partnership's screen, for whoever tests what stands on it."""

from typing import Any

from audit_app.ui.text import partnership as text
from tests.ui.harness import Window, nodes_of


async def read(shown: Window) -> None:
    await shown.until(lambda: not shown.find("text", text.READING))
    await shown.settle()


def rows_of(shown: Window, caption: str) -> list[list[str]]:
    """What stands in the cells of the table of this name, its headings first."""
    (found,) = [node.control for node in nodes_of(shown.get("group", caption).control) if node.role == "table"]
    return [
        [_said(one.label) for one in found.columns],
        *([_said(cell.content) for cell in row.cells] for row in found.rows),
    ]


def _said(control: Any) -> str:
    return " ".join(node.name for node in nodes_of(control) if node.role == "text")
