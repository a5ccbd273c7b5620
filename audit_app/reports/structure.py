"""The logical structure of a tagged PDF: what each piece of ink belongs to, in reading order (PDF/UA-1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference, PDFString

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
    numbers: dict[int, int] = {}
    for element, parent in _walk(root):
        name = f"Structure{len(numbers) + 1}"
        document.Reference(_Node(element, parent, numbers), name)
        numbers[id(element)] = document.idToObjectNumberAndVersion[name][0]
    return document.Reference(_Root(root, pages, numbers), ROOT)


def _walk(root: Element) -> Iterator[tuple[Element, Element | None]]:
    """Each element after the one it belongs to, in reading order."""
    waiting: list[tuple[Element, Element | None]] = [(root, None)]
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting += [(child, element) for child in reversed(element.children)]


class _Node(PDFObject):  # type: ignore[misc] # ReportLab ships no types
    """An element as an object of the file. A long paper has ten thousand, so it is written as plain text."""

    def __init__(self, element: Element, parent: Element | None, numbers: dict[int, int]) -> None:
        """`numbers` are those of the file's objects, by the elements' identity; complete when the file is written."""
        self._element, self._parent, self._numbers = element, parent, numbers

    def format(self, document: Any) -> bytes:
        """ReportLab calls this, when every page has its number."""
        element, numbers = self._element, self._numbers
        above = numbers[id(self._parent)] if self._parent else _number(document, ROOT)
        home = element.ink[0].page if element.ink else 0
        kids = [_kid(document, ink, home) for ink in element.ink]
        kids += [f"{numbers[id(child)]} 0 R" for child in element.children]
        on = f" /Pg {_number(document, f'Page{home}')} 0 R" if home else ""
        written = f"<< /Type /StructElem /S /{element.role} /P {above} 0 R{on} /K [ {' '.join(kids)} ]"
        content = f"{written}{_attributes(element)}".encode("ascii")
        if element.alt:
            content += b" /Alt " + PDFString(element.alt).format(document)
        return content + b" >>"


class _Root(PDFObject):  # type: ignore[misc] # ReportLab ships no types
    """The tree's root, with the way back from each stretch of ink to its element."""

    def __init__(self, root: Element, pages: Sequence[Sequence[Element]], numbers: dict[int, int]) -> None:
        self._root, self._pages, self._numbers = root, pages, numbers

    def format(self, document: Any) -> bytes:  # noqa: ARG002 # ReportLab calls it so
        numbers = self._numbers
        nums = "\n".join(
            f"{number} [ {' '.join(f'{numbers[id(owner)]} 0 R' for owner in owners)} ]"
            for number, owners in enumerate(self._pages)
        )
        return (
            f"<< /Type /StructTreeRoot /K {numbers[id(self._root)]} 0 R /ParentTree << /Nums [ {nums} ] >> "
            f"/ParentTreeNextKey {len(self._pages)} >>"
        ).encode("ascii")


def _number(document: Any, name: str) -> int:
    return int(document.idToObjectNumberAndVersion[name][0])


def _kid(document: Any, ink: Ink, home: int) -> str:
    """Only what stands on another page than the element's first stretch has to name it."""
    if ink.page == home:
        return str(ink.number)
    return f"<< /Type /MCR /Pg {_number(document, f'Page{ink.page}')} 0 R /MCID {ink.number} >>"


def _attributes(element: Element) -> str:
    if element.scope:
        return f" /A << /O /Table /Scope /{element.scope} >>"
    if element.numbering:
        return f" /A << /O /List /ListNumbering /{element.numbering} >>"
    if element.box:
        box = " ".join(f"{value:.2f}" for value in element.box)
        return f" /A << /O /Layout /Placement /Block /BBox [ {box} ] >>"
    return ""
