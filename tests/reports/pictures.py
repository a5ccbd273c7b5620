"""Pictures to make logos from, good ones and hostile ones."""

import struct
import zlib
from io import BytesIO
from random import Random

from PIL import Image


def a_picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (300, 100), colour: object = None) -> bytes:
    """Of one colour, a dark red unless told."""
    written = BytesIO()
    Image.new("RGB", size, colour or "#7A1F5C").convert(mode).save(written, kind)  # type: ignore[arg-type]
    return written.getvalue()


def a_noisy_picture(size: tuple[int, int] = (1200, 900)) -> bytes:
    """Nothing packs it."""
    written = BytesIO()
    Image.frombytes("RGB", size, Random(1).randbytes(size[0] * size[1] * 3)).save(written, "PNG")
    return written.getvalue()


def a_bomb(width: int, height: int) -> bytes:
    """A few hundred bytes that say they are as large as that."""
    rows = zlib.compress(b"\x00" * 100_000, 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def much_packed(megabytes: int) -> bytes:
    """So much of one letter, without packing it all: every megabyte is packed to the same bytes."""
    block, packing = b"a" * 1_000_000, zlib.compressobj(9)
    first = packing.compress(block) + packing.flush(zlib.Z_FULL_FLUSH)
    next_one = packing.compress(block) + packing.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(block, check)
    end = packing.flush(zlib.Z_FINISH)[:-4]  # of two megabytes: the check is that of all
    return first + next_one * (megabytes - 1) + end + struct.pack(">I", check)


HOSTILE = {
    "nothing": b"",
    "text": b"R&D <svg onload=alert(1)>",
    "half of a picture": a_picture()[:120],
    "a signature alone": b"\x89PNG\r\n\x1a\n",
    "a bomb": a_bomb(60_000, 60_000),
    "a small bomb": a_bomb(4_000, 4_000),
    "no width": a_bomb(0, 10),
    "text that unpacks to a gigabyte": b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + chunk(b"zTXt", b"k\x00\x00" + much_packed(200))
    + chunk(b"IDAT", zlib.compress(b"\x00" * 4))
    + chunk(b"IEND", b""),
    "a format that is not asked for": a_picture("GIF"),
    "a page": b"%PDF-1.7\n",
    "a JPEG that breaks off": a_picture("JPEG")[:200],
    "a damaged JPEG": a_picture("JPEG").replace(b"\xff\xda", b"\xff\x00"),
    "too large a file": bytes(5_000_001),
}
