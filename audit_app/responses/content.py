"""One audit as a whole, as it is kept, merged and sent."""

from audit_app.responses.model import Audit, Entry, Frozen
from audit_app.responses.survey import Response


class AuditContent(Frozen):
    """One audit as a whole, to be kept or merged in one step."""

    audit: Audit
    entries: tuple[Entry, ...]
    files: tuple[bytes, ...] = ()
    """Evidence files; each is kept under the SHA-256 of its bytes."""
    responses: tuple[Response, ...] = ()
    """Anonymous responses to a survey."""
