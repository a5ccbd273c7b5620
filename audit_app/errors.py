"""The root of every error that a person may be shown: its text says what happened and what to do now."""


class AuditError(Exception):
    """A situation that the user must act on; `str()` of it is the sentence to show."""


class NothingThereError(AuditError):
    """What was asked for by its name is not here, or no longer: trying again doesn't help, going elsewhere does."""
