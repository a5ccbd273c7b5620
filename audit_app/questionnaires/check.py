"""Checking an author's questionnaire: every mistake at once, each with its place, what is wrong and what to do."""

from collections.abc import Iterator, Mapping
from itertools import islice

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from audit_app.language import _
from audit_app.questionnaires.checking.file import read_json
from audit_app.questionnaires.checking.findings import Finding, error
from audit_app.questionnaires.checking.logic import logic
from audit_app.questionnaires.checking.structure import structure
from audit_app.questionnaires.checking.wording import MOST_LANGUAGES, wording
from audit_app.questionnaires.model import FALLBACK_LANGUAGE, Questionnaire
from audit_app.regional import number

__all__ = ["Finding", "check", "check_document"]

MOST_FINDINGS = 500
"""More than anyone would read at once."""

MOST_FOUND = 1000
"""Of what hangs together, of conditions, and of words: a hostile file could go on for hours."""

MOST_VALUES = 150_000
"""Texts, numbers, lists and objects together: a thousand items in three languages have half as many. Each that is wrong
takes 4 kB for a moment."""

OTHER_FILES = "audit-app/"
"""So begins what bundles, invitations and responses say that they are."""
WORKBOOK = (b"PK", b"\xd0\xcf\x11\xe0")
"""How a workbook begins, new and old."""


def check(content: bytes) -> tuple[Finding, ...]:
    """All findings of a file in JSON or XLSForm, errors first; none means that it can be used."""
    if content.startswith(WORKBOOK):
        from audit_app.questionnaires.xlsform.reading import read_xlsform  # openpyxl only where a workbook is met

        return read_xlsform(content).findings
    document, faults = read_json(content)
    if document is None and faults:
        return faults
    return errors_first((*faults, *check_document(document)))


def check_document(document: object) -> tuple[Finding, ...]:
    """All findings about a questionnaire's document, errors first."""
    if not isinstance(document, Mapping):
        what = _("It is not a questionnaire: the outermost brackets are {opening} and {closing}.")
        remedy = _("Begin with {opening} and the key “id”.")
        brackets = {"opening": "{", "closing": "}"}
        return (error(_("the file"), what.format(**brackets), remedy.format(**brackets)),)
    if str(document.get("format", "")).startswith(OTHER_FILES):
        remedy = _("Import it under “Audits”, or as an answer to a survey under “Surveys”.")
        return (error(_("the file"), _("It is another file of School Audit, not a questionnaire."), remedy),)
    if _has_more_values_than(MOST_VALUES, document):
        what = _("It holds more than {most} values, and a thousand items have half as many.")
        return (error(_("the file"), what.format(most=number(f"{MOST_VALUES:,}")), _("Split it into several.")),)
    faults = tuple(_shape(document, FALLBACK_LANGUAGE))
    if len(faults) <= MOST_FINDINGS:
        faults += tuple(_in_other_languages(document, frozenset(faults)))
    found = (one for find in (structure, logic, wording) for one in islice(find(document), MOST_FOUND))
    return errors_first((*faults, *found))


def errors_first(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Each once, in the order of the file among the errors and among the warnings."""
    ordered = sorted(dict.fromkeys(found), key=lambda one: one.grade != "error")
    if len(ordered) <= MOST_FINDINGS:
        return tuple(ordered)
    more = Finding(
        grade=ordered[0].grade, place=_("the file"), what=_("There are more findings."), remedy=_("Mend these first.")
    )
    return (*ordered[:MOST_FINDINGS], more)


def _has_more_values_than(most: int, document: object) -> bool:
    waiting, count = [document], 0
    while waiting and count <= most:
        value = waiting.pop()
        below = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
        count += len(below)
        if count <= most:
            waiting += below
    return count > most


def _in_other_languages(document: Mapping[str, object], faults: frozenset[Finding]) -> Iterator[Finding]:
    """What only the texts of another language have wrong."""
    listed = document.get("languages")
    codes = [one for one in listed if isinstance(one, str)] if isinstance(listed, list | tuple) else []
    for code in dict.fromkeys(codes[:MOST_LANGUAGES]):
        for one in _shape(document, code) if code != FALLBACK_LANGUAGE else ():
            if one not in faults:
                yield one.model_copy(update={"place": f"{one.place}.{code[:40]}"})


def _shape(document: Mapping[str, object], language: str) -> Iterator[Finding]:
    """What pydantic says, in the author's words; what the parts say to each other is left to structure.py."""
    try:
        Questionnaire.model_validate(document, context={"language": language})
    except ValidationError as problem:
        found = problem.errors(include_url=False, include_input=False)
        below = {one["loc"][:depth] for one in found for depth in range(len(one["loc"]))}
        for one in found:
            if one["type"] == "too_short" and one["loc"] in below:
                continue  # it counts only what is sound: what is not has its own finding
            if one["loc"] or next(structure(document), None) is None:
                yield _in_words(one)


def _in_words(problem: ErrorDetails) -> Finding:
    location = problem["loc"]
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".") or _(
        "the file"
    )
    name = next((part for part in reversed(location) if isinstance(part, str)), "this")
    match problem["type"]:
        case "missing":
            return error(place, _("“{name}” is missing.").format(name=name), _("Add it."))
        case "extra_forbidden":
            return error(
                place,
                _("“{name}” is not a key that belongs here.").format(name=name[:80]),
                _("Check its spelling, or take it out."),
            )
        case "string_pattern_mismatch":
            remedy = _("Use small letters, digits and underscores (items) or hyphens (sections, questionnaires).")
            return error(place, _("“{name}” is not written as an id.").format(name=name), remedy)
        case "string_too_short" | "too_short":
            return error(
                place, _("“{name}” is empty, or has too little in it.").format(name=name), _("Write something there.")
            )
        case "string_too_long":
            return error(
                place,
                _("“{name}” is too long.").format(name=name),
                _("Use at most {most} characters.").format(most=problem["ctx"]["max_length"]),
            )
        case "literal_error":
            return error(
                place,
                _("“{name}” is not one of the values it may have.").format(name=name),
                _("Use {expected}.").format(expected=problem["ctx"]["expected"]),
            )
        case "value_error":
            said = problem["msg"].removeprefix("Value error, ")
            return error(place, f"{said[:1].upper()}{said[1:]}.", _("Mend it there."))
        case _:
            said = problem["msg"].removeprefix("Input should be ")
            return error(
                place,
                _("“{name}” should be {said}.").format(name=name, said=said),
                _("Change the value to what belongs here."),
            )
