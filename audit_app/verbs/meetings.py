"""The gardener's record of meetings: written down, listed, taken off again."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.results.meetings import Meeting, in_order, same_name
from audit_app.verbs.audits import AuditVerbs

EARLIEST = date(1990, 1, 1)
AHEAD = timedelta(days=2 * 366)
"""Whoever plans further ahead has mistyped the year."""
LONGEST_NOTE = 200


class MeetingDayError(AuditError):
    def __init__(self, day: date) -> None:
        super().__init__(
            _(
                "{day} can't be the day of a meeting: it lies before {year} or more than two years "
                "ahead. Check the year."
            ).format(day=day.isoformat(), year=EARLIEST.year)
        )


class LongNoteError(AuditError):
    def __init__(self, length: int) -> None:
        super().__init__(
            _("The note has {length} characters, and there is room for {longest_note}: one line. Shorten it.").format(
                length=length, longest_note=LONGEST_NOTE
            )
        )


class LongNameError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(_("“{name}…” is too long for a school's name. Check it.").format(name=name[:60]))


class UnknownMeetingError(AuditError):
    def __init__(self, meeting: str) -> None:
        super().__init__(
            _("There is no meeting “{meeting}” in the list. “audit-app meetings list” shows those there are.").format(
                meeting=meeting
            )
        )


class MeetingVerbs(AuditVerbs):
    """Verbs about the list of meetings."""

    def meetings(self) -> tuple[Meeting, ...]:
        """The latest day first, those to come included."""
        return in_order(self._store.meetings())

    def record_meeting(self, day: date, schools: Iterable[str] = (), note: str = "") -> Meeting:
        """Schools by name or URN; none means all. The same meeting is recorded once.

        A school of which nothing is here is taken as it is written. Raises MeetingDayError, LongNoteError,
        LongNameError.
        """
        line = " ".join(note.split())
        if not EARLIEST <= day <= self.today() + AHEAD:
            raise MeetingDayError(day)
        if len(line) > LONGEST_NOTE:
            raise LongNoteError(len(line))
        there = self._named(schools)
        with self._turn:
            known = self._store.meetings()
            for one in known:
                if (one.day, one.schools, one.note) == (day, there, line):
                    return one
            made = Meeting(id=self._new_id(), day=day, schools=there, note=line)
            self._store.keep_meetings([*known, made])
        return made

    def remove_meeting(self, meeting_id: str) -> Meeting:
        """What was taken off the list, for `put_meeting_back`. Raises UnknownMeetingError."""
        with self._turn:
            known = self._store.meetings()
            gone = next((one for one in known if one.id == meeting_id), None)
            if gone is None:
                raise UnknownMeetingError(meeting_id)
            self._store.keep_meetings([one for one in known if one is not gone])
        return gone

    def put_meeting_back(self, meeting: Meeting) -> None:
        """One that was removed; one that is there stays."""
        with self._turn:
            known = self._store.meetings()
            if all(one.id != meeting.id for one in known):
                self._store.keep_meetings([*known, meeting])

    def schools_met(self) -> tuple[str, ...]:
        """Names to choose from: every school of which an audit is here or that was at a meeting."""
        names = {same_name(name): name for one in reversed(self.meetings()) for name in one.schools}
        names.update({same_name(name): name for name in self._names_here().values()})
        return tuple(sorted(names.values()))

    def _named(self, schools: Iterable[str]) -> tuple[str, ...]:
        """As they are known here, each once."""
        known: Mapping[str, str] = {**{same_name(name): name for name in self.schools_met()}, **self._names_here()}
        found = set()
        for given in schools:
            name = " ".join(given.split())
            if len(name) > LONGEST_NOTE:
                raise LongNameError(name)
            if name:
                found.add(known.get(same_name(name), name))
        return tuple(sorted(found))

    def _names_here(self) -> dict[str, str]:
        """By plain name and by URN; the name that was changed last stands."""
        found: dict[str, str] = {}
        for line in reversed(self.audits()):
            found[same_name(line.school.name)] = line.school.name
            if line.school.urn is not None:
                found[line.school.urn] = line.school.name
        return found
