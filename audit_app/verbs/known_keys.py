"""Known keys: by which signatures other schools' files are known here, and forgetting those that are theirs no more."""

from collections.abc import Sequence

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.responses.known_keys import KnownKey
from audit_app.sync.refusals import printable
from audit_app.sync.signing import digits_of, fingerprint
from audit_app.verbs.opened_folder import OpenedFolder


class UnknownKeyError(AuditError):
    def __init__(self, given: str) -> None:
        super().__init__(
            _(
                "No school is known here by a key whose fingerprint is “{given}”. It has thirty digits; the list of "
                "keys shows those that are known."
            ).format(given=printable(given))
        )


class KnownKeyVerbs(OpenedFolder):
    """Verbs about other schools' keys."""

    def known_keys(self) -> tuple[KnownKey, ...]:
        """By which other schools' files are known here."""
        return self._store.known_keys()

    def forget_key(self, named: str) -> tuple[KnownKey, ...]:
        """Forget a key for every school that is known by it; `named` is its fingerprint, however it is spaced.

        Returns what was forgotten. Raises UnknownKeyError.
        """
        with self._turn:
            known = self._store.known_keys()
            gone = tuple(one for one in known if digits_of(fingerprint(one.key)) == digits_of(named))
            if not gone:
                raise UnknownKeyError(named)
            self._store.keep_known_keys([one for one in known if one not in gone])
        return gone

    def know_again(self, forgotten: Sequence[KnownKey]) -> None:
        """As before they were forgotten, but at the end of the list."""
        with self._turn:
            known = self._store.known_keys()
            self._store.keep_known_keys([*known, *(one for one in forgotten if one not in known)])
