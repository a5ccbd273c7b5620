"""Reading a bundle: hostile until checked. Cheap checks come first; nothing is believed that a later one could deny.

The order: size while reading, the seal, limits on the bytes, encoding, JSON, format and version, checksum, shape,
signature, meaning.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.files import sha256
from audit_app.language import _
from audit_app.steps import steps
from audit_app.sync import refusals
from audit_app.sync.bundle import FORMAT, FORMAT_VERSION, UNHASHED, Bundle
from audit_app.sync.hostile import bytes_of, canonical, collecting_later, compact, document_of, text_of
from audit_app.sync.limits import LARGEST_BUNDLE, MOST_WORDS, BundleTooLargeError
from audit_app.sync.meaning import check_meaning
from audit_app.sync.refusals import UnusableFilesError, printable
from audit_app.sync.sealing import PassphraseNeededError, Passphrases, WrongPassphraseError, is_sealed, opened
from audit_app.sync.signing import can_sign, is_genuine

Source = Path | tuple[str, bytes]
"""A file, or its name and what is in it."""


@dataclass(frozen=True)
class UnreadFile:
    """A file that can't be read, and so none of those that were given with it is used."""

    file: str
    reason: str


@dataclass(frozen=True)
class ReadFiles:
    """What came of reading several files."""

    bundles: tuple[tuple[str, Bundle], ...] = ()
    """By their names, in the order given; empty where one can't be read."""
    unread: tuple[UnreadFile, ...] = ()
    problem: AuditError | None = None
    """What to say where one can't be read."""


@collecting_later()
def read_bundle(source: Source, passphrases: Passphrases = None) -> Bundle:
    """A sound bundle from a file. Whose key signed it is for `trust.py` to judge.

    Raises an error of refusals.py, limits.py or sealing.py; PassphraseNeededError for a sealed file without one.
    """
    name = printable(name_of(source))
    if isinstance(source, Path):
        data = bytes_of(source)
    else:
        data = source[1]
        if len(data) > LARGEST_BUNDLE:
            raise BundleTooLargeError(name)
    del source
    if is_sealed(data):
        data = opened(name, data, passphrases)
    text = text_of(name, data)
    del data
    document, form = document_of(name, text, FORMAT)
    _check_format(name, document)
    expected = document.get("sha256")
    try:
        body = canonical({key: value for key, value in document.items() if key not in UNHASHED}, form)
        evidence = _taken_out(document)
        rest = compact(document) if evidence or form == "other" else text
        del text
    except ValueError:
        raise refusals.BrokenTextError(name) from None
    if isinstance(expected, str) and expected != sha256(body):
        raise refusals.WrongChecksumError(name)
    del body, document
    bundle = _with_evidence(name, _bundle(name, rest), evidence)
    if bundle.signature and can_sign() and not is_genuine(bundle.signature, bundle.sha256):
        raise refusals.WrongSignatureError(name)
    check_meaning(name, bundle)
    return bundle


def read_bundles(sources: Sequence[Source], passphrases: Passphrases = None) -> list[Bundle]:
    """All of them, in the order given; else every one that can't be read is named.

    Raises what `read_bundle` raises where that says it all, else UnusableFilesError.
    """
    found = read_files(sources, passphrases)
    if found.problem is not None:
        raise found.problem
    return [bundle for _, bundle in found.bundles]


def read_files(sources: Sequence[Source], passphrases: Passphrases = None) -> ReadFiles:
    """The same, with the reason for each file that can't be read. Raises nothing of it."""
    bundles: list[tuple[str, Bundle]] = []
    problems: list[tuple[str, AuditError]] = []
    for source in steps(sources):
        try:
            bundle = read_bundle(source, passphrases)
        except AuditError as problem:
            problem.__context__ = None  # it and the traceback would keep the whole file in memory
            problems.append((name_of(source), problem.with_traceback(None)))
            bundles.clear()
        else:
            if not problems:
                bundles.append((name_of(source), bundle))
    if not problems:
        return ReadFiles(tuple(bundles))
    unread = tuple(UnreadFile(printable(name), str(problem)) for name, problem in problems)
    return ReadFiles(unread=unread, problem=_together([problem for _, problem in problems], len(sources)))


def unsealed(sources: Sequence[tuple[str, bytes]], passphrase: str) -> tuple[tuple[str, bytes], ...]:
    """The same files, without their seals where this passphrase opens them; the others stay sealed.

    Raises WrongPassphraseError where it opens none, and what `opened` raises of a seal that is damaged.
    """
    found: list[tuple[str, bytes]] = []
    shut = []
    for name, data in steps(sources):
        content = data
        if is_sealed(data):
            try:
                content = opened(name, data, passphrase)
            except WrongPassphraseError:
                shut.append(printable(name))
        found.append((name, content))
    if shut and len(shut) == sum(is_sealed(data) for _, data in sources):
        raise WrongPassphraseError(*shut)
    return tuple(found)


def name_of(source: Source) -> str:
    return source.name if isinstance(source, Path) else source[0]


def _together(problems: Sequence[AuditError], of: int) -> AuditError:
    """Where nothing but the passphrase is missing, that is what is asked for."""
    reasons = [*dict.fromkeys(map(str, problems))]
    if all(isinstance(one, PassphraseNeededError) for one in problems):
        return PassphraseNeededError(*(one.name for one in problems if isinstance(one, PassphraseNeededError)))
    wrong = [one for one in problems if isinstance(one, WrongPassphraseError)]
    if len(wrong) == len(problems):
        return WrongPassphraseError(*(one.name for one in wrong), tried=wrong[0].tried)
    return problems[0] if len(reasons) == 1 else UnusableFilesError(reasons, len(problems), of)


def _check_format(name: str, document: dict[str, Any]) -> None:
    if document.get("format") != FORMAT:
        is_questionnaire = "format" not in document and {"id", "sections"} <= document.keys()
        raise refusals.QuestionnaireInsteadError(name) if is_questionnaire else refusals.NotABundleError(name)
    version = document.get("format_version")
    if type(version) is not int or version < 1:
        raise refusals.MalformedBundleError(name, "format_version", _("a wrong value stands"))
    if version > FORMAT_VERSION:
        raise refusals.NewerFormatError(name)


def _taken_out(document: dict[str, Any]) -> list[str]:
    """The base64 of evidence, with an empty text left in its place: a mistake's report copies what is around it."""
    audits = document.get("audits")
    lists = [one.get("files") for one in audits if isinstance(one, dict)] if isinstance(audits, list) else []
    found = []
    for file in (file for files in lists if isinstance(files, list) for file in files):
        if isinstance(file, dict) and isinstance(file.get("content"), str):
            found.append(file["content"])
            file["content"] = ""
    return found


def _with_evidence(name: str, bundle: Bundle, evidence: list[str]) -> Bundle:
    if not evidence:
        return bundle
    left = iter(evidence)
    audits = []
    for at, one in enumerate(bundle.audits):
        files = []
        for number, file in enumerate(one.files):
            try:
                content = base64.b64decode(next(left), validate=True)
            except ValueError:
                place = f"audits[{at}].files[{number}].content"
                raise refusals.MalformedBundleError(name, place, _("no base64 stands")) from None
            files.append(file.model_copy(update={"content": content}))
        audits.append(one.model_copy(update={"files": tuple(files)}))
    return bundle.model_copy(update={"audits": tuple(audits)})


def _bundle(name: str, document: str | bytes) -> Bundle:
    """The shape, checked as strictly as JSON can be. Raises MalformedBundleError, UnknownPartError."""
    if len(document) > MOST_WORDS:
        raise BundleTooLargeError(name)
    try:
        return Bundle.model_validate_json(document, strict=True)
    except ValidationError as problem:
        error = problem.errors(include_url=False, include_context=False, include_input=False)[0]
        if error["type"] == "extra_forbidden":  # its checksum is right, so an app wrote it
            raise refusals.UnknownPartError(name, place_in(error["loc"])) from None
        what = _("something is missing") if error["type"] == "missing" else _("a wrong value stands")
        raise refusals.MalformedBundleError(name, place_in(error["loc"]), what) from None


def place_in(location: tuple[int | str, ...]) -> str:
    """“audits[0].entries[3].by”."""
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return printable(steps.removeprefix(".")) or _("the beginning")
