"""Incoming: an author's file on its way into the library, in JSON or XLSForm, with every finding about it.

Beside what `check` says of the file alone, it may not clash with what the library holds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from audit_app.errors import AuditError
from audit_app.language import _, ngettext
from audit_app.questionnaires.check import WORKBOOK, check_document, errors_first
from audit_app.questionnaires.checking.file import read_json
from audit_app.questionnaires.checking.findings import Finding, error
from audit_app.questionnaires.library import Library, UnreadableQuestionnaireError, questionnaire_of
from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.versions import check_versions

Document = Mapping[str, object]


class UnsoundQuestionnaireError(AuditError):
    def __init__(self, name: str, errors: int, first: Finding) -> None:
        super().__init__(
            ngettext(
                "“{name}” was not imported, because it has a mistake to mend ({place}): {what} {remedy}",
                "“{name}” was not imported, because it has {count} mistakes to mend. The first ({place}): {what} "
                "{remedy}",
                errors,
            ).format(name=name, count=errors, place=first.place, what=first.what, remedy=first.remedy)
        )


@dataclass(frozen=True)
class IncomingQuestionnaire:
    """What a file holds, and what its author must mend or may want to."""

    name: str
    findings: tuple[Finding, ...]
    document: Document | None
    """In all its languages; None while something in it must be mended."""
    questionnaire: Questionnaire | None

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.grade == "error")


def read_incoming(name: str, content: bytes, library: Library) -> IncomingQuestionnaire:
    """`name` is a label for the file, never a path. Raises nothing, whatever is in the file."""
    beside = partial(_clashes, library=library)
    document: object
    if content.startswith(WORKBOOK):
        from audit_app.questionnaires.xlsform.reading import read_xlsform  # openpyxl only where a workbook is met

        reading = read_xlsform(content, beside)
        document, findings = reading.document, reading.findings
    else:
        document, faults = read_json(content)
        findings = faults
        if document is not None or not faults:
            about = check_document(document)
            findings = errors_first((*faults, *about, *beside(document if isinstance(document, Mapping) else {})))
    if any(one.grade == "error" for one in findings) or not isinstance(document, Mapping):
        return IncomingQuestionnaire(name, findings, None, None)
    return IncomingQuestionnaire(name, findings, document, questionnaire_of(document, name))


def _clashes(document: Document, library: Library) -> Iterator[Finding]:
    """What the questionnaire says against those that are here; nothing while it can't be read as one."""
    try:
        new = questionnaire_of(document, "")
    except UnreadableQuestionnaireError:
        return
    there = {one.version: one for one in library.versions(new.id)}
    if new.version in there and there[new.version].fingerprint == new.fingerprint:
        return
    if library.is_shipped(new.id):
        what = _("“{id}” is a questionnaire that comes with School Audit, and it can’t be replaced.").format(id=new.id)
        yield error("id", what, _("Give yours an id of its own, for example with your school’s name in it."))
    elif new.version in there:
        what = _(
            "Version {version} of “{id}” is here already, with other content, and a version never changes."
        ).format(version=new.version, id=new.id)
        yield error("version", what, _("Give this one the version {version}.").format(version=max(there) + 1))
    elif older := [version for version in there if version < new.version]:
        if max(older) + 1 == new.version:
            yield from check_versions(there[max(older)], new)
        else:
            what = _("Version {number} of “{id}” is here, and this is version {version}.").format(
                number=max(older), id=new.id, version=new.version
            )
            yield error(
                "version",
                what,
                _("Import version {version} first, or give this one that number.").format(version=max(older) + 1),
            )
