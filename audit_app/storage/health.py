"""Health: what is known of a data folder after all of it was read, and what became of what was damaged."""

from datetime import date, datetime

from pydantic import AwareDatetime, computed_field

from audit_app.language import _, ngettext
from audit_app.regional import clock_time, day_words
from audit_app.responses.model import Audit, Frozen, Identifier


class AuditHealth(Frozen):
    """One audit, after all of it was read."""

    audit: str
    sound: bool
    what: str = ""
    """What is wrong and what to do; empty when it is sound."""
    entries: int = 0
    backups: int = 0
    last_backup: datetime | None = None


class Health(Frozen):
    """A data folder, after all of it was read."""

    audits: tuple[AuditHealth, ...] = ()
    settings: str = ""
    """What is wrong with the settings; empty when they are sound."""
    questionnaires: tuple[str, ...] = ()
    """What is wrong with each of the folder's own questionnaires that can't be read."""
    index_sound: bool = True
    """The list agrees with the audits, or will be compared with them when it is next opened."""
    last_backup: datetime | None = None

    @property
    def damaged(self) -> tuple[AuditHealth, ...]:
        return tuple(one for one in self.audits if not one.sound)

    @computed_field  # type: ignore[prop-decorator] # mypy knows no decorator on a property
    @property
    def sound(self) -> bool:
        return not (self.damaged or self.settings or self.questionnaires) and self.index_sound

    @computed_field  # type: ignore[prop-decorator] # mypy knows no decorator on a property
    @property
    def sentence(self) -> str:
        """All of it in one or two sentences."""
        index = (
            "" if self.index_sound else _("The list of audits is out of date: “audit-app doctor --repair” renews it.")
        )
        parts = (self.state, self.settings, *self.questionnaires, index, self.backed_up)
        return " ".join(part for part in parts if part)

    @property
    def state(self) -> str:
        """Of the audits, in a sentence."""
        total, damaged = len(self.audits), len(self.damaged)
        if damaged:
            return ngettext(
                "{count} of {total} audits is not sound.", "{count} of {total} audits are not sound.", damaged
            ).format(count=damaged, total=total)
        if not total:
            return _("There are no audits yet.")
        return ngettext("Your audit is sound.", "All {count} audits are sound.", total).format(count=total)

    @property
    def backed_up(self) -> str:
        """When the last backup was made, in a sentence."""
        at = self.last_backup.astimezone() if self.last_backup else None
        if at is None:
            return _("No backup yet.")
        return _("Last backup: {day}, {time}.").format(day=day_words(at), time=clock_time(at))


class Repair(Frozen):
    """What became of one damaged audit, or would become of it."""

    audit: str
    repaired: bool
    what: str


class Removed(Frozen):
    """An audit that was taken out of the list and can be brought back."""

    audit: Audit
    at: AwareDatetime
    """When it was taken out."""


class ErasedAudit(Frozen):
    """An audit that was erased as a whole: only its id, so that no old copy of it is taken in again."""

    audit: Identifier
    day: date
