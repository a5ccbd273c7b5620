"""Backups: copies of each audit's journal, read back and compared after they were written.

They stand in `backups/<audit id>/<moment>.jsonl`, compacted. The last ten are kept, and one a day for a month. Of an
anonymous survey only one a day is kept: two of the same day would tell which response came in between.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from audit_app.files import write_safely
from audit_app.language import _
from audit_app.storage.disk import make_private, sweep
from audit_app.storage.errors import KeepError
from audit_app.storage.journal import Journal, replay
from audit_app.storage.protocol import DamagedAuditError

LAST = 10
DAYS = 31
_MOMENT = "%Y-%m-%dT%H-%M-%S.%f"
"""Colons can't stand in a file's name on Windows."""


class Backups:
    """The backups of one data folder; with no `every`, only those that are asked for by `make`."""

    def __init__(self, folder: Path, now: Callable[[], datetime], every: timedelta | None = None) -> None:
        self.folder = folder / "backups"
        self.problem = ""
        """Why the last one could not be made; empty when it was."""
        self._now = now
        self._every = every
        self._made: dict[str, datetime] = {}

    def before_change(self, audit_id: str, journal: Journal) -> None:
        """Before the first change of a session, where the last process was killed before it could."""
        if audit_id not in self._made:
            self._made[audit_id] = self._now()
            if not self.is_up_to_date(audit_id, journal):
                self.try_to_make(audit_id, journal)

    def after_change(self, audit_id: str, journal: Journal) -> None:
        if self._every is not None and self._now() - self._made[audit_id] >= self._every:
            self.try_to_make(audit_id, journal)

    def try_to_make(self, audit_id: str, journal: Journal) -> None:
        """One that can't be made is said in `problem` and tried again later: what was changed is kept all the same."""
        if self._every is None:
            return
        self._made[audit_id] = self._now()
        try:
            self.make(audit_id, journal)
        except OSError as problem:
            self.problem = str(KeepError(problem, _("A backup")))
        except DamagedAuditError as problem:
            self.problem = str(problem)
        else:
            self.problem = ""

    def make(self, audit_id: str, journal: Journal) -> Path:
        """Raises OSError, and DamagedAuditError when what was written is not what is read back."""
        folder = self.folder / audit_id
        make_private(folder)
        sweep(folder)
        content = journal.content()
        path = folder / name_of(self._now())
        write_safely(path, content, private=True)
        if path.read_bytes() != content or replay(content, audit_id).state != (journal.read() or {}):
            path.unlink()
            raise DamagedAuditError(audit_id, _("its backup was not written as it should have been"))
        self._drop_old(audit_id, 1 if journal.table("responses") else LAST)
        return path

    def start_again(self, audit_id: str, journal: Journal) -> None:
        """Remove every backup of an audit of which something was erased, and make a new one."""
        for path in self.of(audit_id):
            path.unlink()
        self.try_to_make(audit_id, journal)

    def of(self, audit_id: str) -> tuple[Path, ...]:
        """Newest first."""
        return tuple(sorted((self.folder / audit_id).glob("*.jsonl"), reverse=True))

    def is_up_to_date(self, audit_id: str, journal: Journal) -> bool:
        """The newest backup has as many documents, and documents are only ever added."""
        with suppress(IndexError, OSError):
            return self.of(audit_id)[0].read_bytes().count(b"\n") == 1 + journal.documents
        return False

    def last(self) -> datetime | None:
        """When the newest backup of all was made."""
        found = [moment_of(paths[0]) for one in self._audits() if (paths := self.of(one))]
        return max((moment for moment in found if moment is not None), default=None)

    def _audits(self) -> tuple[str, ...]:
        with suppress(FileNotFoundError):
            return tuple(one.name for one in self.folder.iterdir() if one.is_dir())
        return ()

    def _drop_old(self, audit_id: str, last: int) -> None:
        paths = {moment: path for path in self.of(audit_id) if (moment := moment_of(path)) is not None}
        for moment in paths.keys() - worth_keeping(paths, self._now(), last):
            paths[moment].unlink(missing_ok=True)


def worth_keeping(moments: Iterable[datetime], now: datetime, last: int = LAST) -> frozenset[datetime]:
    """The last ten, or as many as told, and the last of each day for a month."""
    newest_first = sorted(moments, reverse=True)
    by_day = {moment.date(): moment for moment in reversed(newest_first) if moment > now - timedelta(days=DAYS)}
    return frozenset((*newest_first[:last], *by_day.values()))


def name_of(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).strftime(_MOMENT)[:-3]}Z.jsonl"


def moment_of(path: Path) -> datetime | None:
    """When a backup was made; None for a file that somebody else put there."""
    try:
        return datetime.strptime(path.name.removesuffix("Z.jsonl"), _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
