"""Reads a tagged PDF back as a screen reader does: by its structure tree. It shares nothing with what writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

Spot = tuple[int, int]
"""A page, from 0, and the number of a stretch of its content."""


@dataclass
class Node:
    """One structure element with the text under it."""

    role: str
    alt: str
    scope: str
    text: str
    """Its own ink, in order; not that of its children."""
    pages: tuple[int, ...]
    children: "list[Node]"


@dataclass
class Ink:
    """Where something was drawn: text or a corner of a shape, in points from the lower left."""

    page: int
    left: float
    right: float
    y: float
    text: str
    is_furniture: bool


@dataclass
class Reading:
    """All that the tests ask of a file."""

    root: Node
    pages: int
    owners: dict[Spot, int]
    """How many structure elements claim a stretch of content."""
    stretches: list[Spot]
    """All numbered stretches, as they stand in the content."""
    parent_tree: dict[Spot, bool]
    """Whether the parent tree names the element that claims the stretch."""
    untagged: list[str]
    """Text that is neither tagged nor an artifact."""
    artifacts: list[str]
    ink: list[Ink]
    title: str
    language: str
    outline: list[tuple[int, str]]

    def said(self) -> list[tuple[str, str]]:
        """Role and text of everything that holds words, in reading order; of a figure its alternative text."""
        return list(_said(self.root))


@dataclass(frozen=True)
class _Mark:
    """What content is marked as, from here to its end."""

    tag: str
    spot: int | None
    """The number of the stretch that begins."""
    is_said_otherwise: bool
    is_furniture: bool


@dataclass
class _Page:
    texts: dict[int, str] = field(default_factory=dict)
    stretches: list[int] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)
    ink: list[Ink] = field(default_factory=list)


def read(content: bytes) -> Reading:
    """The structure, the text and the ink of a file."""
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts: dict[Any, _Font] = {}
        pages = [_read_page(number, page, fonts) for number, page in enumerate(pdf.pages)]
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        owners: dict[Spot, int] = {}
        claimed: dict[Spot, Any] = {}
        root = _node(pdf.Root.StructTreeRoot.K, numbers, pages, owners, claimed)
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        tree = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        parents = [list(tree[int(page.obj.StructParents)]) for page in pdf.pages]
        parent_tree = {
            (page, spot): parents[page][spot].objgen == element.objgen for (page, spot), element in claimed.items()
        }
        assert [len(one) for one in parents] == [len(page.stretches) for page in pages]
        with pdf.open_outline() as outline:
            entries = list(_outline(outline.root, 0))
        return Reading(
            root=root,
            pages=len(pages),
            owners=owners,
            stretches=[(number, spot) for number, page in enumerate(pages) for spot in page.stretches],
            parent_tree=parent_tree,
            untagged=[text for page in pages for text in page.untagged],
            artifacts=[text for page in pages for text in page.artifacts],
            ink=[ink for page in pages for ink in page.ink],
            title=str(pdf.docinfo["/Title"]),
            language=str(pdf.Root.Lang),
            outline=entries,
        )


def _outline(items: Any, level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _outline(item.children, level + 1)


def _said(node: Node) -> Iterator[tuple[str, str]]:
    if node.role == "Figure":
        yield node.role, " ".join(node.alt.split())
    elif not node.children and node.role != "Document":
        yield node.role, " ".join(node.text.split())
    for child in node.children:
        yield from _said(child)


def _node(
    element: Any, numbers: dict[Any, int], pages: list[_Page], owners: dict[Spot, int], claimed: dict[Spot, Any]
) -> Node:
    text, children, on = "", [], []
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            assert kid.P.objgen == element.objgen
            children.append(_node(kid, numbers, pages, owners, claimed))
        else:  # a stretch of its own page, or one that names another
            page, mcid = (kid.Pg, kid.MCID) if isinstance(kid, pikepdf.Dictionary) else (element.Pg, kid)
            spot = (numbers[page.objgen], int(mcid))
            owners[spot] = owners.get(spot, 0) + 1
            claimed[spot] = element
            text += pages[spot[0]].texts[spot[1]]
            on.append(spot[0])
    attributes = element.get("/A", {})
    role, scope = str(element.S)[1:], str(attributes.get("/Scope", "/"))[1:]
    return Node(role, str(element.get("/Alt", "")), scope, text, tuple(on), children)


class _Font:
    """Codes to characters and widths, as the file says."""

    def __init__(self, font: Any) -> None:
        pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>\n", font.ToUnicode.read_bytes().decode())
        self.characters = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
        self.widths = [float(width) for width in font.Widths]

    def read(self, codes: bytes) -> str:
        return "".join(self.characters[code] for code in codes)

    def width(self, codes: bytes) -> float:
        return sum(self.widths[code] for code in codes) / 1000


def _read_page(number: int, page: pikepdf.Page, known: dict[Any, _Font]) -> _Page:
    """`known` are the fonts that pages before this one use."""
    found = _Page()
    fonts = {name: known.get(font.objgen) or _Font(font) for name, font in page.Resources.Font.items()}
    known.update({font.objgen: fonts[name] for name, font in page.Resources.Font.items()})
    marks: list[_Mark] = []
    font, size, x, y = next(iter(fonts.values())), 0.0, 0.0, 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                mark = _mark(str(operands[0])[1:], operands[1])
                marks.append(mark)
                if mark.spot is not None:
                    found.stretches.append(mark.spot)
                    found.texts[mark.spot] = ""
                if mark.is_said_otherwise:
                    _keep(found, marks, str(operands[1].ActualText))
            case "EMC":
                marks.pop()
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "Tm":
                x, y = float(operands[4]), float(operands[5])
            case "Tj":
                codes = bytes(operands[0])
                right = x + font.width(codes) * size
                text = font.read(codes)
                visible = text.rstrip(" ")
                drawn = x + font.width(codes[: len(visible)]) * size
                found.ink.append(Ink(number, x, drawn, y, visible, _is_furniture(marks)))
                if not any(mark.is_said_otherwise for mark in marks):
                    _keep(found, marks, text)
                x = right
            case "m" | "l":
                left, bottom = map(float, operands)
                found.ink.append(Ink(number, left, left, bottom, "", _is_furniture(marks)))
            case "re":
                left, bottom, width, height = map(float, operands)
                for edge in (bottom, bottom + height):
                    found.ink.append(Ink(number, left, left + width, edge, "", _is_furniture(marks)))
    assert not marks, "marked content is left open"
    return found


def _mark(tag: str, properties: Any) -> _Mark:
    spot = int(properties.MCID) if "/MCID" in properties else None
    return _Mark(tag, spot, "/ActualText" in properties, properties.get("/Type") == "/Pagination")


def _is_furniture(marks: list[_Mark]) -> bool:
    return any(mark.is_furniture for mark in marks)


def _keep(found: _Page, marks: list[_Mark], text: str) -> None:
    numbered = [mark.spot for mark in marks if mark.spot is not None]
    if numbered:
        found.texts[numbered[-1]] += text
    elif any(mark.tag == "Artifact" for mark in marks):
        found.artifacts.append(text)
    else:
        found.untagged.append(text)
