"""The library: the questionnaires that ship with the app, those of a data folder, and reading one from a file."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import cast

from pydantic import ValidationError

from audit_app.errors import AuditError, NothingThereError
from audit_app.files import canonical_json, sha256
from audit_app.language import _
from audit_app.questionnaires.model import FALLBACK_LANGUAGE, Questionnaire

DATA = resources.files("audit_app.questionnaires") / "data"

FIRST = "partnership-health"
"""What a school that starts is offered first."""
JOINT_PLAN = "joint-plan"
"""Asks nothing: what several schools plan together is kept under it (docs/decisions/0011-joint-plan.md)."""


class UnknownQuestionnaireError(NothingThereError):
    def __init__(self, questionnaire_id: str, known: str) -> None:
        super().__init__(
            _("There is no questionnaire “{questionnaire_id}”. These there are: {known}.").format(
                questionnaire_id=questionnaire_id, known=known
            )
        )


class UnknownVersionError(AuditError):
    def __init__(self, questionnaire_id: str, version: int) -> None:
        super().__init__(
            _(
                "This needs “{questionnaire_id}” version {version}, which is not here. If a school or a network made "
                "it, import that questionnaire first; if it comes with School Audit, update the app."
            ).format(questionnaire_id=questionnaire_id, version=version)
        )


class ChangedQuestionnaireError(AuditError):
    def __init__(self, questionnaire_id: str, version: int) -> None:
        super().__init__(
            _(
                "“{questionnaire_id}” version {version} is not the one that was released: its fingerprint differs. "
                "Reinstall the app, or ask for the file again."
            ).format(questionnaire_id=questionnaire_id, version=version)
        )


class UnreadableQuestionnaireError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            _("{where} can't be read as a questionnaire. “audit-app questionnaires check” shows what is wrong.").format(
                where=where
            )
        )


class Library:
    """Questionnaires by id and version, in one language. It only ever grows: a version never changes."""

    def __init__(self, shipped: Mapping[tuple[str, int], Questionnaire]) -> None:
        self._shipped = dict(shipped)
        self._shipped_ids = frozenset(name for name, _ in self._shipped)
        self._by_version = dict(shipped)

    def add(self, own: Iterable[Questionnaire]) -> None:
        """Those of a data folder. One that ships stays what it is, whatever a data folder holds."""
        self._by_version = {**{(one.id, one.version): one for one in own}, **self._by_version}

    def is_shipped(self, questionnaire_id: str) -> bool:
        """It comes with the app, so no other may have its id."""
        return questionnaire_id in self._shipped_ids

    def latest(self) -> tuple[Questionnaire, ...]:
        """The newest version of each by title: the one to begin with, those that ship, a data folder's own."""
        asked = (one for one in self._newest().values() if one.id != JOINT_PLAN)
        return tuple(sorted(asked, key=self._order))

    def versions(self, questionnaire_id: str) -> tuple[Questionnaire, ...]:
        """Every version that is here, oldest first."""
        return tuple(one for (name, _), one in sorted(self._by_version.items()) if name == questionnaire_id)

    def get(self, questionnaire_id: str, version: int | None = None) -> Questionnaire:
        """One version, or the newest. Raises UnknownQuestionnaireError, UnknownVersionError."""
        newest = self._newest()
        if questionnaire_id not in newest:
            raise UnknownQuestionnaireError(questionnaire_id, ", ".join(sorted(newest.keys() - {JOINT_PLAN})))
        if version is None:
            return newest[questionnaire_id]
        try:
            return self._by_version[questionnaire_id, version]
        except KeyError:
            raise UnknownVersionError(questionnaire_id, version) from None

    def _newest(self) -> dict[str, Questionnaire]:
        newest: dict[str, Questionnaire] = {}
        for (name, version), one in sorted(self._by_version.items()):
            if name not in self._shipped_ids or (name, version) in self._shipped:
                newest[name] = one
        return newest

    def _order(self, one: Questionnaire) -> tuple[bool, bool, str, str]:
        return one.id != FIRST, one.id not in self._shipped_ids, one.title, one.id


def shipped(language: str = FALLBACK_LANGUAGE, folder: Traversable = DATA) -> Library:
    """The questionnaires of this release. Raises ChangedQuestionnaireError when a file is not as it was released."""
    return Library(
        {
            (name, version): _as_released(shipped_file(name, version, folder), name, language)
            for name, version in _released(folder)
        }
    )


@lru_cache(maxsize=64)
def _as_released(content: bytes, name: str, language: str) -> Questionnaire:
    """Bytes that are read again say the same, and half of what a short command takes is this."""
    return read_questionnaire(content, name, language)


def shipped_file(questionnaire_id: str, version: int, folder: Traversable = DATA) -> bytes:
    """A released file, in all its languages. Raises ChangedQuestionnaireError, UnknownVersionError.

    The newest version is `<id>.json`, an older one `<id>-<version>.json`: to release the next, rename the one before.
    """
    released = _released(folder)
    try:
        expected = released[questionnaire_id, version]
    except KeyError:
        raise UnknownVersionError(questionnaire_id, version) from None
    newest = max(one for name, one in released if name == questionnaire_id)
    file = folder / (f"{questionnaire_id}.json" if version == newest else f"{questionnaire_id}-{version}.json")
    content = file.read_bytes() if file.is_file() else b""
    if sha256(content) != expected:
        raise ChangedQuestionnaireError(questionnaire_id, version)
    return content


def read_questionnaire(content: bytes, where: str, language: str = FALLBACK_LANGUAGE) -> Questionnaire:
    """A questionnaire from its file's bytes, with its fingerprint. Raises UnreadableQuestionnaireError."""
    try:
        return questionnaire_of(json.loads(content), where, language)
    except (ValueError, RecursionError):
        raise UnreadableQuestionnaireError(where) from None


def questionnaire_of(document: object, where: str, language: str = FALLBACK_LANGUAGE) -> Questionnaire:
    """A questionnaire from its file's document, with its fingerprint. Raises UnreadableQuestionnaireError."""
    try:
        questionnaire = Questionnaire.model_validate(document, context={"language": language})
        return questionnaire.model_copy(update={"fingerprint": fingerprint(cast("Mapping[str, object]", document))})
    except (ValueError, RecursionError, ValidationError):
        raise UnreadableQuestionnaireError(where) from None


def fingerprint(document: Mapping[str, object]) -> str:
    """SHA-256 of the canonical JSON of a questionnaire's file, whatever its layout."""
    return sha256(canonical_json({key: value for key, value in document.items() if key != "fingerprint"}))


def _released(folder: Traversable) -> dict[tuple[str, int], str]:
    """Id and version to the SHA-256 of the file's bytes."""
    listed: Mapping[str, str] = json.loads((folder / "fingerprints.json").read_bytes())
    found = {}
    for name, expected in listed.items():
        questionnaire_id, version = name.rsplit("/", 1)
        found[questionnaire_id, int(version)] = expected
    return found
