"""The logical structure of a tagged PDF: what each piece of ink belongs to, in reading order (PDF/UA-1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

Role = Literal["Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Div"]
ROOT = "StructTreeRoot"


@dataclass(frozen=True)
class Ink:
    """A stretch of a page's content, by its number there (the format calls it a marked-content id)."""

    page: int
    """From 1."""
    number: int


@dataclass(eq=False)
class Element:
    """One node of the tree. It is made while a document is laid out, and gets its ink when the pages are drawn."""

    role: Role
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""
    """What a header cell is the header of."""
    numbering: Literal["", "Disc", "Decimal"] = ""
    """How a list is labelled."""
    box: tuple[float, float, float, float] | None = None
    """Where a figure stands on its page."""
    children: "list[Element]" = field(default_factory=list)
    ink: list[Ink] = field(default_factory=list)

    def add(self, child: "Element") -> "Element":
        """The child, now the last one of this element."""
        self.children.append(child)
        return child


def write_structure(document: Any, root: Element, pages: Sequence[Sequence[Element]]) -> PDFObjectReference:
    """Add the tree to the document and return its root; `pages` says, for each page, whose each stretch of ink is."""
    names: dict[int, PDFObjectReference] = {}
    numbers = count(1)
    for element in _walk(root):
        names[id(element)] = PDFObjectReference(f"Structure{next(numbers)}")
    _write(document, root, PDFObjectReference(ROOT), names)
    nums: list[object] = []
    for number, owners in enumerate(pages):
        nums += [number, PDFArray([names[id(owner)] for owner in owners])]
    tree = {
        "Type": PDFName("StructTreeRoot"),
        "K": names[id(root)],
        "ParentTree": PDFDictionary({"Nums": PDFArray(nums)}),
        "ParentTreeNextKey": len(pages),
    }
    return document.Reference(PDFDictionary(tree), ROOT)


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _walk(child)


def _write(document: Any, element: Element, parent: PDFObjectReference, names: dict[int, PDFObjectReference]) -> None:
    own = names[id(element)]
    entries: dict[str, object] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(element.role),
        "P": parent,
        "K": PDFArray([_ink(ink) for ink in element.ink] + [names[id(child)] for child in element.children]),
    }
    if element.alt:
        entries["Alt"] = PDFString(element.alt)
    if attributes := _attributes(element):
        entries["A"] = PDFDictionary(attributes)
    document.Reference(PDFDictionary(entries), own.name)
    for child in element.children:
        _write(document, child, own, names)


def _ink(ink: Ink) -> PDFDictionary:
    page = PDFObjectReference(f"Page{ink.page}")
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": ink.number})


def _attributes(element: Element) -> dict[str, object]:
    if element.scope:
        return {"O": PDFName("Table"), "Scope": PDFName(element.scope)}
    if element.numbering:
        return {"O": PDFName("List"), "ListNumbering": PDFName(element.numbering)}
    if element.box:
        return {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": PDFArray(list(element.box))}
    return {}
