"""A zip that is the same, to the byte, for the same parts."""

import io
import zipfile
from collections.abc import Iterable

from audit_app.steps import step

MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every part: the day on which ZIP's calendar begins."""


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            step()
            about = zipfile.ZipInfo(name, MOMENT)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 0  # the same on Windows as elsewhere
            about.external_attr = 0
            archive.writestr(about, content)
    return written.getvalue()
