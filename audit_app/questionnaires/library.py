"""The library: the questionnaires that ship with the app, and reading one from a file."""

import json
from collections.abc import Mapping
from importlib import resources
from typing import cast

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.files import canonical_json, sha256
from audit_app.questionnaires.model import FALLBACK_LANGUAGE, Questionnaire


class UnknownQuestionnaireError(AuditError):
    def __init__(self, questionnaire_id: str, known: str) -> None:
        super().__init__(f"There is no questionnaire “{questionnaire_id}”. These there are: {known}.")


class UnknownVersionError(AuditError):
    def __init__(self, questionnaire_id: str, version: int) -> None:
        super().__init__(
            f"This needs “{questionnaire_id}” version {version}, which this app doesn't have. Update the app."
        )


class ChangedQuestionnaireError(AuditError):
    def __init__(self, questionnaire_id: str, version: int) -> None:
        super().__init__(
            f"“{questionnaire_id}” version {version} is not the one that was released: its fingerprint differs. "
            "Reinstall the app, or ask for the file again."
        )


class UnreadableQuestionnaireError(AuditError):
    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} can't be read as a questionnaire. “audit-app questionnaires check” shows what is wrong."
        )


class Library:
    """Questionnaires by id and version, in one language."""

    def __init__(self, questionnaires: Mapping[tuple[str, int], Questionnaire]) -> None:
        self._by_version = dict(questionnaires)

    def latest(self) -> tuple[Questionnaire, ...]:
        """The newest version of each, by title."""
        newest: dict[str, Questionnaire] = {}
        for (name, _), one in sorted(self._by_version.items()):
            newest[name] = one
        return tuple(sorted(newest.values(), key=lambda one: one.title))

    def get(self, questionnaire_id: str, version: int | None = None) -> Questionnaire:
        """One version, or the newest. Raises UnknownQuestionnaireError, UnknownVersionError."""
        newest = {one.id: one for one in self.latest()}
        if questionnaire_id not in newest:
            raise UnknownQuestionnaireError(questionnaire_id, ", ".join(sorted(newest)))
        if version is None:
            return newest[questionnaire_id]
        try:
            return self._by_version[questionnaire_id, version]
        except KeyError:
            raise UnknownVersionError(questionnaire_id, version) from None


def shipped(language: str = FALLBACK_LANGUAGE) -> Library:
    """The questionnaires of this release. Raises ChangedQuestionnaireError when a file is not as it was released."""
    folder = resources.files("audit_app.questionnaires") / "data"
    released: Mapping[str, str] = json.loads((folder / "fingerprints.json").read_bytes())
    found = {}
    for name, expected in released.items():
        questionnaire_id, version = name.rsplit("/", 1)
        content = (folder / f"{questionnaire_id}.json").read_bytes()
        if sha256(content) != expected:
            raise ChangedQuestionnaireError(questionnaire_id, int(version))
        found[questionnaire_id, int(version)] = read_questionnaire(content, questionnaire_id, language)
    return Library(found)


def read_questionnaire(content: bytes, where: str, language: str = FALLBACK_LANGUAGE) -> Questionnaire:
    """A questionnaire from its file's bytes, with its fingerprint. Raises UnreadableQuestionnaireError."""
    try:
        document = cast("dict[str, object]", json.loads(content))
        questionnaire = Questionnaire.model_validate(document, context={"language": language})
        return questionnaire.model_copy(update={"fingerprint": fingerprint(document)})
    except (ValueError, RecursionError, ValidationError):
        raise UnreadableQuestionnaireError(where) from None


def fingerprint(document: Mapping[str, object]) -> str:
    """SHA-256 of the canonical JSON of a questionnaire's file, whatever its layout."""
    return sha256(canonical_json({key: value for key, value in document.items() if key != "fingerprint"}))
