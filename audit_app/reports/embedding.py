"""Fonts in the file: the subsets that its pages use, each with a map to Unicode that validators accept.

ReportLab maps codes that print nothing to U+0000, which PDF/UA forbids, writes more entries in a block than the format
allows, and has no surrogate pairs for what lies beyond U+FFFF.
"""

from collections.abc import Sequence
from typing import Any

TO_UNICODE_LIMIT = 100
"""Entries in one block of a ToUnicode map, by the format's rules."""


def embed_fonts(document: Any) -> None:
    """Once all pages are drawn: no character can be added afterwards."""
    for face in document.delayedFonts:
        subsets = [list(subset) for subset in face.state[document].subsets]
        face.addObjects(document)
        for number, subset in enumerate(subsets):
            name = document.idToObject[face_name(document, face, number)].BaseFont
            document.idToObject[f"toUnicodeCMap:{name}"].content = _to_unicode(name, subset)
    document.delayedFonts = []


def face_name(document: Any, face: Any, number: int) -> str:
    """The name under which ReportLab keeps a subset of a font."""
    return f"{document.fontMapping[face.fontName].removeprefix('/')}+{number}"


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset) if point
    ]
    blocks = [pairs[start : start + TO_UNICODE_LIMIT] for start in range(0, len(pairs), TO_UNICODE_LIMIT)]
    entries = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *entries,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
