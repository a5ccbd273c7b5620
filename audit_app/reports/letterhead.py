"""The letterhead: a school's logo and colour for its papers, taken in only when they can do no harm there.

A picture comes from anywhere, so nothing of it is trusted: what is kept is a small PNG made here from its pixels alone.
Pillow is loaded only for that. A paper puts the kept PNG's data into the file as it is.
"""

import re
import warnings
import zlib
from io import BytesIO
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.reports.look import Colour, luminance
from audit_app.results.figures import one_decimal

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 5_000_000
"""Bytes of a file that somebody chooses."""
MOST_PIXELS = 20_000_000
"""Of its picture: more than any camera's logo needs, and little enough to unpack in memory."""
WIDEST, TALLEST = 600, 144
"""Pixels of what is kept: 300 to the inch, printed as large as it may be."""
LARGEST_KEPT = 64_000
"""Bytes. It stands in the settings, which are read all the time."""
READABLE = 4.5
"""The contrast that text of any size needs with its ground (WCAG 2.2 AA)."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"


class UnusableLogoError(AuditError):
    def __init__(self, why: str) -> None:
        super().__init__(
            _("This picture can't be used as a logo: {why}. Choose a PNG or JPEG file.").format(why=why),
        )


class UnusableColourError(AuditError):
    def __init__(self, text: str) -> None:
        super().__init__(
            _("“{text}” is not a colour. Write its six digits, for example #0B4F5C.").format(text=text[:40]),
        )


class Pixels(NamedTuple):
    """A picture as a page takes it: rows of red, green and blue, packed and filtered as PNG does."""

    width: int
    height: int
    packed: bytes


def logo_from(content: bytes) -> bytes:
    """A small PNG of somebody's picture, on white. Raises UnusableLogoError."""
    if len(content) > LARGEST_FILE:
        raise UnusableLogoError(_("it is larger than 5 MB"))
    try:
        from PIL import Image, ImageOps
    except ImportError:
        raise UnusableLogoError(_("this device has nothing to read pictures with")) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture that Pillow warns of is not worth a risk
            picture: Image.Image = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
            if picture.width * picture.height > MOST_PIXELS:
                raise UnusableLogoError(_("it has more than 20 million pixels"))
            picture.draft("RGB", (WIDEST * 2, TALLEST * 2))
            picture = ImageOps.exif_transpose(picture).convert("RGBA")
    except UnusableLogoError:
        raise
    except Exception:  # noqa: BLE001 # whatever a hostile file makes a decoder do, it is no logo
        raise UnusableLogoError(_("it is damaged, or no PNG or JPEG file")) from None
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return _small_png(ground.convert("RGB"))


def _small_png(picture: "Image") -> bytes:
    width, height = WIDEST, TALLEST
    while True:
        made = picture.copy()
        made.thumbnail((width, height))
        written = BytesIO()
        made.save(written, "PNG", optimize=True)
        if len(written.getvalue()) <= LARGEST_KEPT:
            return written.getvalue()
        width, height = width * 4 // 5, height * 4 // 5


def pixels_of(png: bytes) -> Pixels | None:
    """What was kept, ready for a page; None if it is not as we write it, and then the paper has no logo."""
    if len(png) > LARGEST_KEPT or not png.startswith(SIGNATURE):
        return None
    chunks = list(_chunks(png))
    header = next((data for kind, data in chunks if kind == b"IHDR"), b"")
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    if header[8:] != b"\x08\x02\x00\x00\x00" or not (0 < width <= WIDEST and 0 < height <= TALLEST):
        return None
    packed = b"".join(data for kind, data in chunks if kind == b"IDAT")
    row = width * 3 + 1
    try:
        rows = zlib.decompressobj().decompress(packed, row * height + 1)
    except zlib.error:
        return None
    is_whole = len(rows) == row * height and all(kind <= 4 for kind in rows[::row])
    return Pixels(width, height, packed) if is_whole else None


def _chunks(png: bytes) -> "list[tuple[bytes, bytes]]":
    found, at = [], len(SIGNATURE)
    while at + 12 <= len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += size + 12
    return found


def colour_from(text: str) -> Colour:
    """Six capital digits of “#0b4f5c” or “0B4F5C”; of three, as on the web, each twice. Raises UnusableColourError."""
    digits = text.strip().removeprefix("#")
    if not re.fullmatch("[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}", digits):
        raise UnusableColourError(text.strip())
    return (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).upper()


def contrast_on_white(colour: Colour) -> float:
    """From 1 to 21, as WCAG 2.2 defines it."""
    return 1.05 / (luminance(colour) + 0.05)


def contrast_words(contrast: float) -> str:
    """With one decimal, rounded down: what is not enough never reads as enough."""
    return one_decimal(floor(contrast * 10) / 10)


def is_readable(colour: Colour) -> bool:
    """Whether headings may be set in it."""
    return contrast_on_white(colour) >= READABLE
