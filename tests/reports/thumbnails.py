"""A sheet of thumbnails for the README: some pages of every paper, made of the demo partnership on its fixed day.

`uv run python -m tests.reports.thumbnails` writes docs/pictures/papers.png, with poppler's pdftoppm; the same demo and
the same poppler give the same bytes. With a folder, sheets of every page of every paper are put there, to be looked at.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from audit_app.responses.model import Answer
from audit_app.workspace import Workspace
from tests.e2e.fixed_day import PLANNED, workspace_on_the_day

SHEET = Path(__file__).parents[2] / "docs" / "pictures" / "papers.png"
COLUMNS, GAP, GROUND = 6, 10, "#D5DADB"
SMALL, LARGE = 36, 60
"""Dots to the inch: pages 298 and 496 dots wide."""
COLOURS = 96
STAFF, READINESS = "demo-02-staff-summer-2026", "readiness"
SHOWN = {
    "plan": (1, 2, 7),
    "partnership": (2,),
    "provision": (1, 2),
    "staff": (1,),
    "case": (1,),
    "full": (2,),
    "joint": (1, 2),
    "blank": (1,),
}
"""Which pages of each paper stand on the README's sheet."""


def papers(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Every kind of paper, with the name of its file."""
    yield "plan", workspace.report(PLANNED)
    yield "partnership", workspace.partnership_in(None, "partnership-health")[1]
    yield "provision", workspace.partnership_in(None, "provision-audit")[1]
    yield "staff", workspace.paper(STAFF)
    readiness = workspace.start_audit(READINESS, "Autumn 2026", workspace.audit(PLANNED).audit.school)
    for item in workspace.audit(readiness).questionnaire.items:
        if item.kind == "level":
            workspace.answer(readiness, item.id, Answer(option="1" if item.id.endswith("s") else "3"))
    yield "case", workspace.paper(readiness, "case")
    yield "full", workspace.paper(PLANNED, "full")
    yield "blank", workspace.blank_paper("partnership-health")
    for line in workspace.joint_plans():
        yield "joint", workspace.paper(line.id)


def pages(paper: bytes, dots: int, folder: Path) -> list[Image.Image]:
    """Each page as a picture."""
    (folder / "paper.pdf").write_bytes(paper)
    subprocess.run(["pdftoppm", "-png", "-r", str(dots), folder / "paper.pdf", folder / "page"], check=True)
    found = []
    for file in sorted(folder.glob("page-*.png")):
        with Image.open(file) as picture:
            found.append(picture.convert("RGB"))
        file.unlink()
    return found


def sheet(pictures: Sequence[Image.Image], columns: int = COLUMNS) -> Image.Image:
    """Side by side, row by row."""
    width, height = pictures[0].size
    rows = -(-len(pictures) // columns)
    made = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        made.paste(picture, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return made


def main() -> int:
    if shutil.which("pdftoppm") is None:
        print("This needs pdftoppm (of poppler-utils).", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place:
        workspace = workspace_on_the_day(Path(place) / "data")
        made = list(papers(workspace))
        workspace.close()
        if len(sys.argv) > 1:
            for name, paper in made:
                whole = sheet(pages(paper, LARGE, Path(place)), 4)
                whole.save(Path(sys.argv[1]) / f"{name}.png")
            return 0
        drawn = {name: pages(paper, SMALL, Path(place)) for name, paper in made}
    shown = [drawn[name][number - 1] for name, numbers in SHOWN.items() for number in numbers]
    sheet(shown).quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        SHEET, optimize=True
    )
    print(f"{SHEET.name}: {len(shown)} pages, {SHEET.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
