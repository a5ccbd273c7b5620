"""What audits and surveys begin with: the school that they belong to, and the name of their round."""

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.responses.model import School
from audit_app.workspace import Workspace

LONGEST_WAVE = 80


class NoSchoolError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            "An audit and a survey belong to a school, and this data folder does not know yours. Say --school NAME, "
            "or open the app once and enter it."
        )


class BadSchoolNameError(AuditError):
    def __init__(self) -> None:
        super().__init__("A school's name has between 1 and 200 characters. Give another one with --school.")


class BadWaveError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            f"The round needs a name of up to {LONGEST_WAVE} characters. Say for example --wave “Autumn 2026”."
        )


def school_named(workspace: Workspace, name: str | None) -> School:
    """The user's own, with its profile, unless another one is named. Raises NoSchoolError, BadSchoolNameError."""
    known = workspace.settings().school
    if name is None:
        if known is None:
            raise NoSchoolError
        return known
    if known is not None and known.name == name.strip():
        return known
    try:
        return School(name=name.strip())
    except ValidationError:
        raise BadSchoolNameError from None


def wave_named(name: str) -> str:
    """Raises BadWaveError."""
    if not 0 < len(name.strip()) <= LONGEST_WAVE:
        raise BadWaveError
    return name.strip()
