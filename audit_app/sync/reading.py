"""Reading a bundle: hostile until checked. Cheap checks come first; nothing is believed that a later one could deny.

The order: size while reading, the seal, limits on the bytes, encoding, JSON, format and version, checksum, shape,
signature, meaning.
"""

import base64
from collections.abc import Sequence
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
from audit_app.sync.sealing import PassphraseNeededError, WrongPassphraseError, is_sealed, opened
from audit_app.sync.signing import can_sign, is_genuine


@collecting_later()
def read_bundle(source: Path | tuple[str, bytes], passphrase: str | None = None) -> Bundle:
    """A sound bundle from a file, or from its name and bytes. Whose key signed it is for `trust.py` to judge.

    Raises an error of refusals.py, limits.py or sealing.py; PassphraseNeededError for a sealed file without one.
    """
    if isinstance(source, Path):
        name, data = printable(source.name), bytes_of(source)
    else:
        name, data = printable(source[0]), source[1]
        if len(data) > LARGEST_BUNDLE:
            raise BundleTooLargeError(name)
    del source
    if is_sealed(data):
        data = opened(name, data, passphrase)
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


def read_bundles(sources: Sequence[Path | tuple[str, bytes]], passphrase: str | None = None) -> list[Bundle]:
    """All of them, in the order given; else every one that can't be read is named.

    Raises what `read_bundle` raises where that says it all, else UnusableFilesError.
    """
    bundles: list[Bundle] = []
    problems: list[AuditError] = []
    for source in steps(sources):
        try:
            bundle = read_bundle(source, passphrase)
        except AuditError as problem:
            problem.__context__ = None  # it and the traceback would keep the whole file in memory
            problems.append(problem.with_traceback(None))
            bundles.clear()
        else:
            if not problems:
                bundles.append(bundle)
    if problems:
        raise _together(problems, len(sources))
    return bundles


def _together(problems: Sequence[AuditError], of: int) -> AuditError:
    """Where nothing but the passphrase is missing, that is what is asked for."""
    reasons = [*dict.fromkeys(map(str, problems))]
    for asking in (PassphraseNeededError, WrongPassphraseError):
        if names := [one.name for one in problems if isinstance(one, asking)]:
            return asking(*names) if len(names) == len(problems) else UnusableFilesError(reasons, len(problems), of)
    return problems[0] if len(reasons) == 1 else UnusableFilesError(reasons, len(problems), of)


def _check_format(name: str, document: dict[str, Any]) -> None:
    if document.get("format") != FORMAT:
        raise refusals.NotABundleError(name)
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
