"""A data folder's own questionnaires: `questionnaires/<id>-<version>.json`, each sealed with its fingerprint.

A file never changes once it is there, because answers were given to it. It is read once, when somebody first asks.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from audit_app.errors import AuditError
from audit_app.files import write_safely
from audit_app.language import _
from audit_app.questionnaires.checking.file import read_json
from audit_app.questionnaires.library import (
    UnknownVersionError,
    UnreadableQuestionnaireError,
    fingerprint,
    questionnaire_of,
)
from audit_app.questionnaires.model import Questionnaire
from audit_app.storage.disk import make_private
from audit_app.storage.errors import UnreadableFolderError
from audit_app.storage.protocol import QuestionnaireExistsError

FOLDER = "questionnaires"
Document = Mapping[str, object]
Key = tuple[str, int]


class ChangedQuestionnaireFileError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "The questionnaire in {folder}/{name} is not as it was imported: its fingerprint differs. "
                "Import it again from the file that it came from; answers to it are safe meanwhile."
            ).format(folder=FOLDER, name=name)
        )


class UnreadableQuestionnaireFileError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "The questionnaire in {folder}/{name} can't be read: the file is damaged. "
                "Import it again from the file that it came from; answers to it are safe meanwhile."
            ).format(folder=FOLDER, name=name)
        )


class MisnamedQuestionnaireError(AuditError):
    def __init__(self, name: str, found: Questionnaire) -> None:
        super().__init__(
            _(
                "{folder}/{name} holds “{id}” version {version}, so its name should be "
                "{name_of}. Give it that name; until then it is not used."
            ).format(
                folder=FOLDER, name=name, id=found.id, version=found.version, name_of=name_of(found.id, found.version)
            )
        )


@dataclass(frozen=True)
class Kept:
    """One file: the questionnaire, and what it says in all its languages."""

    questionnaire: Questionnaire
    document: Document


class OwnQuestionnaires:
    """The questionnaires of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._kept: dict[Key, Kept] = {}
        self._unreadable: dict[str, str] = {}
        self._is_read = False

    def all(self) -> tuple[Questionnaire, ...]:
        """Those that can be read, by id and version."""
        self._read()
        return tuple(self._kept[key].questionnaire for key in sorted(self._kept))

    def unreadable(self) -> tuple[tuple[str, str], ...]:
        """Files that can't be: their names, and the sentence that says why and what to do."""
        self._read()
        return tuple(sorted(self._unreadable.items()))

    def document(self, questionnaire_id: str, version: int) -> Document:
        """Raises UnknownVersionError."""
        self._read()
        if (questionnaire_id, version) not in self._kept:
            raise UnknownVersionError(questionnaire_id, version)
        return self._kept[questionnaire_id, version].document

    def keep(self, document: Document) -> Questionnaire:
        """Raises QuestionnaireExistsError, UnreadableQuestionnaireError, OSError. One that is here already stays."""
        self._read()
        content = sealed(document)
        made = opened(content, _("The file"))
        one = made.questionnaire
        name = name_of(one.id, one.version)
        there = self._kept.get((one.id, one.version))
        if there is not None:
            if there.questionnaire.fingerprint != one.fingerprint:
                raise QuestionnaireExistsError(one.id, one.version)
            return there.questionnaire
        make_private(self._folder)
        path = self._folder / name
        if path.exists():  # it can't be read, or it would have been found
            path.replace(path.with_suffix(".damaged"))
        try:
            write_safely(path, content, private=True)
        except OSError:  # it may be there all the same
            self._kept, self._unreadable, self._is_read = {}, {}, False
            raise
        self._kept[one.id, one.version] = made
        self._unreadable.pop(name, None)
        return one

    def _read(self) -> None:
        if self._is_read:
            return
        try:
            paths = sorted(self._folder.glob("*.json")) if self._folder.is_dir() else []
        except OSError as problem:
            self._unreadable[FOLDER] = str(UnreadableFolderError(problem))
            paths = []
        for path in paths:
            try:
                kept = _from(path)
            except AuditError as problem:
                self._unreadable[path.name] = str(problem)
            except OSError as problem:
                self._unreadable[path.name] = f"{FOLDER}/{path.name}: {UnreadableFolderError(problem)}"
            else:
                self._kept[kept.questionnaire.id, kept.questionnaire.version] = kept
        self._is_read = True


def name_of(questionnaire_id: str, version: int) -> str:
    return f"{questionnaire_id}-{version}.json"


def sealed(document: Document) -> bytes:
    """The file of a questionnaire, with the fingerprint that tells whether it was changed.

    Raises UnreadableQuestionnaireError.
    """
    try:
        content = {**document, "fingerprint": fingerprint(document)}
        return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1).encode()
    except (ValueError, RecursionError):
        raise UnreadableQuestionnaireError(_("The file")) from None


def opened(content: bytes, where: str) -> Kept:
    """What a sealed file holds. Raises UnreadableQuestionnaireError, ChangedQuestionnaireFileError."""
    document, faults = read_json(content)
    if faults or not isinstance(document, Mapping):
        raise UnreadableQuestionnaireError(where)
    questionnaire = questionnaire_of(document, where)
    if document.get("fingerprint") != questionnaire.fingerprint:
        raise ChangedQuestionnaireFileError(where)
    return Kept(questionnaire, {key: value for key, value in document.items() if key != "fingerprint"})


def _from(path: Path) -> Kept:
    try:
        kept = opened(path.read_bytes(), path.name)
    except UnreadableQuestionnaireError:
        raise UnreadableQuestionnaireFileError(path.name) from None
    if path.name != name_of(kept.questionnaire.id, kept.questionnaire.version):
        raise MisnamedQuestionnaireError(path.name, kept.questionnaire)
    return kept
