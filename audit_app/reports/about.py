"""What papers say about themselves: which questionnaire their figures come from."""

from audit_app.language import _
from audit_app.reports.document import Paragraph

SHORT_FINGERPRINT = 12
"""Characters: enough to tell versions apart, short enough to read out."""


def asked(title: str, version: int, fingerprint: str) -> Paragraph:
    """The questionnaire, so that a reader can tell whether two papers have the same one."""
    words = _("{title}, version {version} (fingerprint {fingerprint}).")
    return Paragraph(
        words.format(title=title, version=version, fingerprint=fingerprint[:SHORT_FINGERPRINT]), lead=_("Asked.")
    )
