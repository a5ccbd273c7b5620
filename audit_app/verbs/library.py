"""What is asked: the library, files from authors, and the school's own items."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from audit_app.questionnaires.check import errors_first
from audit_app.questionnaires.checking.findings import Finding
from audit_app.questionnaires.incoming import IncomingQuestionnaire, UnsoundQuestionnaireError, read_incoming
from audit_app.questionnaires.languages import in_language
from audit_app.questionnaires.model import FALLBACK_LANGUAGE, Item, Questionnaire
from audit_app.questionnaires.own import OwnItems, OwnItemsError, check_own_items, read_own_items
from audit_app.responses.opened import OpenAudit as OpenAudit
from audit_app.storage.protocol import Settings
from audit_app.verbs.opened_folder import OpenedFolder


class LibraryVerbs(OpenedFolder):
    """Verbs about questionnaires."""

    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """The newest version of each, in the language of the settings, as everything that is shown."""
        return tuple(map(self._as_read, self._library.latest()))

    def questionnaire(self, questionnaire_id: str, version: int | None = None) -> Questionnaire:
        return self._asked(questionnaire_id, version)

    def languages(self, questionnaire_id: str | None = None) -> tuple[str, ...]:
        """Codes of the languages in which some questionnaire, or this one, really has a text; English first."""
        ids = [one.id for one in self._library.latest()] if questionnaire_id is None else [questionnaire_id]
        found = [one for name in ids for one in self._library.versions(name)]
        codes = {code for one in found for code in one.languages if self._reading(one, code) != one}
        return FALLBACK_LANGUAGE, *sorted(codes)

    def is_shipped(self, questionnaire_id: str) -> bool:
        """It comes with the app; the others are the data folder's own."""
        return self._library.is_shipped(questionnaire_id)

    def unreadable_questionnaires(self) -> tuple[tuple[str, str], ...]:
        """The data folder's own that can't be read: the file's name, and the sentence that says what to do."""
        return self._store.unreadable_questionnaires()

    def read_questionnaire(self, name: str, content: bytes) -> IncomingQuestionnaire:
        """What a file in JSON or XLSForm holds, with every finding; nothing is kept."""
        found = read_incoming(name, content, self._library)
        if found.questionnaire is None or found.document is None:
            return found
        return replace(found, questionnaire=in_language(found.questionnaire, found.document, self._language()))

    def check_questionnaire(self, name: str, content: bytes) -> tuple[Finding, ...]:
        """Every finding about such a file, errors first; without an error it can be imported."""
        return self.read_questionnaire(name, content).findings

    def import_questionnaire(self, name: str, content: bytes) -> Questionnaire:
        """Add it to the data folder's own, for good. Raises UnsoundQuestionnaireError; nothing is kept then."""
        with self._turn:
            found = self.read_questionnaire(name, content)
            if found.document is None or found.questionnaire is None:
                raise UnsoundQuestionnaireError(name, len(found.errors), found.findings[0])
            if self._library.is_shipped(found.questionnaire.id):
                return found.questionnaire  # the same as the one that is here
            kept = self._store.keep_questionnaire(found.document)
            self._library.add([kept])
        return self._as_read(kept)

    def export_questionnaire(self, questionnaire_id: str, version: int | None = None) -> bytes:
        """As a spreadsheet (XLSForm) that comes back the same."""
        from audit_app.questionnaires.xlsform.writing import write_xlsform  # openpyxl only where a workbook is made

        return write_xlsform(self._questionnaire_document(self._library.get(questionnaire_id, version)))

    def questionnaire_file(self, questionnaire_id: str, version: int | None = None) -> bytes:
        """As JSON, in all its languages."""
        document = self._questionnaire_document(self._library.get(questionnaire_id, version))
        return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"

    def own_items(self, questionnaire_id: str) -> tuple[Item, ...]:
        """What the audits that are started from now on ask beside it."""
        return next((one.items for one in self.settings().own_items if one.questionnaire == questionnaire_id), ())

    def read_own_items(
        self, questionnaire_id: str, content: bytes
    ) -> tuple[tuple[Mapping[str, object], ...], tuple[Finding, ...]]:
        """Own items from a file in JSON, with every finding about them; nothing is kept."""
        items, findings = read_own_items(content)
        return items, errors_first((*findings, *self.check_own_items(questionnaire_id, items)))

    def check_own_items(self, questionnaire_id: str, items: Sequence[Mapping[str, object]]) -> tuple[Finding, ...]:
        """Findings about own items as they were written, before they are kept."""
        core = self._library.get(questionnaire_id)
        return check_own_items(core.model_dump(mode="json", exclude={"languages", "fingerprint"}), tuple(items))

    def keep_own_items(self, questionnaire_id: str, items: Sequence[Mapping[str, object]]) -> tuple[Item, ...]:
        """Up to ten, instead of those before; audits that have begun stay as they are. Raises OwnItemsError.

        What was wrong before, because the questionnaire has changed, may wait: each can be mended by itself.
        """
        before = [one.model_dump(mode="json", exclude_defaults=True) for one in self.own_items(questionnaire_id)]
        waiting = {key for key, _ in self._errors(questionnaire_id, before)}
        for key, one in self._errors(questionnaire_id, items):
            if key not in waiting:
                raise OwnItemsError(f"{one.what} {one.remedy}")
        own = OwnItems.model_validate({"questionnaire": questionnaire_id, "items": list(items)})

        def with_them(settings: Settings) -> Mapping[str, object]:
            others = [one for one in settings.own_items if one.questionnaire != questionnaire_id]
            kept = sorted((*others, *([own] if own.items else [])), key=lambda one: one.questionnaire)
            return {"own_items": tuple(kept)}

        self.change_settings(with_them)
        return own.items

    def _errors(
        self, questionnaire_id: str, items: Sequence[Mapping[str, object]]
    ) -> list[tuple[tuple[object, str, str], Finding]]:
        """By item and place in it, wherever the item stands among the others."""
        found = []
        for one in self.check_own_items(questionnaire_id, items):
            about, _, rest = one.place.removeprefix("items[").partition("]")
            item = items[int(about)].get("id") if about.isdecimal() else None
            if one.grade == "error":
                found.append(((item, rest, one.what), one))
        return found
