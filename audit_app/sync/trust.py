"""Trust: whose key signed a file, and whether that key is known for the schools that the file speaks for.

A school's key is known from the first signed file that was accepted. From then on its files are refused when another
key signed them, or none, until a person accepts that. A file speaks for the school that made it and for those whose
audits it holds; each of them must know the key. What this installation signed itself it always knows.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.library import JOINT_PLAN
from audit_app.responses.known_keys import KeysBySchool, KnownKey
from audit_app.responses.model import Frozen, School
from audit_app.sync.bundle import Bundle
from audit_app.sync.refusals import printable
from audit_app.sync.signing import digits_of, fingerprint

Trust = Literal["own", "known", "new", "accepted", "unsigned", "unchecked", "another_key", "no_signature"]

UNSIGNED = "unsigned"
"""Stands among what a person accepts for: files without a signature, this time."""


class AnotherKeyError(AuditError):
    def __init__(self, file: str, school: str, given: str, known: Sequence[str]) -> None:
        super().__init__(
            _(
                "{named} is signed with another key than “{school}” is known by. Its fingerprint is {given}; "
                "known is {names}. Ask the school by telephone whether this key is theirs, and accept it "
                "only then."
            ).format(named=_named(file), school=school, given=given, names=" or ".join(known))
        )


class SeveralKeysError(AuditError):
    def __init__(self, file: str, school: str, given: str) -> None:
        super().__init__(
            _(
                "These files of “{school}” are signed with different keys, and none of the keys is known yet. "
                "{named} has a key with the fingerprint {given}. Ask the school by telephone whether it is theirs, "
                "and accept it only then."
            ).format(school=school, named=_named(file), given=given)
        )


class NoSignatureError(AuditError):
    def __init__(self, file: str, school: str) -> None:
        super().__init__(
            _(
                "{named} is not signed, though “{school}” has signed its files before. Ask the school whether they "
                "sent it, and accept it without a signature only then."
            ).format(named=_named(file), school=school)
        )


class UncheckedSignatureError(AuditError):
    def __init__(self, file: str, school: str) -> None:
        super().__init__(
            _(
                "{named} has a signature that can't be checked on this device, and “{school}” is known by its key. "
                "Import it where the library “cryptography” is installed, or ask the school whether they sent it."
            ).format(named=_named(file), school=school)
        )


class NotAFingerprintError(AuditError):
    def __init__(self, given: str) -> None:
        super().__init__(
            _(
                "None of these files is signed with a key whose fingerprint is “{given}”. "
                "It has thirty digits; “--dry-run” shows those of the files."
            ).format(given=printable(given))
        )


class Sender(Frozen):
    """Whose key signed one file."""

    file: str
    school: str
    fingerprint: str | None
    """None for a file without a signature."""
    trust: Trust
    known: tuple[str, ...] = ()
    """Fingerprints of the keys by which its schools are known so far."""
    namesake: bool = False
    """Another school of this name is known, with another number."""
    refused: str | None = None
    """Why it is not taken; None when it is."""


def who_sent(
    files: Sequence[tuple[str, Bundle]],
    known: Sequence[KnownKey],
    own: str | None,
    accepted: Collection[str] = (),
    *,
    checks: bool = True,
) -> tuple[Sender, ...]:
    """One for each file, by their names. `own` is this installation's key, `accepted` what a person accepts now:
    fingerprints as somebody typed them, or UNSIGNED. Without `checks` no signature can be checked here.

    Raises NotAFingerprintError.
    """
    given = {digits_of(one) for one in accepted if one != UNSIGNED}
    there = {digits_of(fingerprint(one.signature.key)) for _, one in files if one.signature}
    for one in accepted:
        if one != UNSIGNED and digits_of(one) not in there:
            raise NotAFingerprintError(one)
    pinned = KeysBySchool(known)
    fresh = _fresh_keys((bundle for _, bundle in files), pinned, own)
    senders = (
        _unsigned(name, bundle, pinned, UNSIGNED in accepted)
        if bundle.signature is None or not checks
        else _signed(name, bundle, bundle.signature.key, pinned, own, given, fresh)
        for name, bundle in files
    )
    return tuple(sorted(senders, key=lambda one: (one.file, one.fingerprint or "")))


def refusals_of(files: Iterable[tuple[str, Bundle]], senders: Iterable[Sender]) -> Mapping[str, str]:
    """The id of each audit that a refused file holds, and why."""
    reasons = {(one.file, one.fingerprint): one.refused for one in senders if one.refused}
    found: dict[str, str] = {}
    for name, bundle in files:
        reason = reasons.get((printable(name), fingerprint(bundle.signature.key) if bundle.signature else None))
        if reason:
            for one in bundle.audits:
                found[one.audit.id] = min(reason, found.get(one.audit.id, reason))
    return found


def keys_to_know(
    files: Iterable[tuple[str, Bundle]], known: Sequence[KnownKey], own: str | None, today: date
) -> tuple[KnownKey, ...]:
    """What is known of the schools from now on, when these files are taken."""
    there = KeysBySchool(known)
    found: list[KnownKey] = []
    for _name, bundle in sorted(files, key=lambda one: one[0]):
        if bundle.signature and (key := bundle.signature.key) != own:
            new = [KnownKey.of(school, key, today) for school in schools_of(bundle) if key not in there.of(school)]
            found += new
            for one in new:
                there.add(one.school, one.urn, one.key)
    return tuple(dict.fromkeys(found))


def schools_of(bundle: Bundle) -> tuple[School, ...]:
    """Those that it speaks for: its maker's first. A joint plan speaks for nobody: every partner may pass it on."""
    spoken_for = (one.audit.school for one in bundle.audits if one.audit.questionnaire.id != JOINT_PLAN)
    return tuple(dict.fromkeys((bundle.school, *spoken_for)))


def _signed(
    file: str,
    bundle: Bundle,
    key: str,
    known: KeysBySchool,
    own: str | None,
    accepted: Collection[str],
    fresh: KeysBySchool,
) -> Sender:
    name, given = printable(file), fingerprint(key)
    schools = schools_of(bundle)
    pinned = {school: known.of(school) for school in schools}
    before = tuple(sorted({fingerprint(one) for keys in pinned.values() for one in keys}))
    strangers = [school for school, keys in pinned.items() if keys and key not in keys]
    first = [school for school, keys in pinned.items() if not keys]
    torn = [one for one in first if fresh.of(one) - {key}]
    trust: Trust
    refused = None
    if key == own:
        trust = "own"
    elif (strangers or torn) and digits_of(given) in accepted:
        trust = "accepted"
    elif strangers:
        trust = "another_key"
        theirs = sorted(fingerprint(one) for one in pinned[strangers[0]])
        refused = str(AnotherKeyError(name, printable(strangers[0].name), given, theirs))
    elif torn:
        trust = "another_key"
        refused = str(SeveralKeysError(name, printable(torn[0].name), given))
    else:
        trust = "new" if first else "known"
    return Sender(
        file=name,
        school=bundle.school.name,
        fingerprint=given,
        trust=trust,
        known=before,
        namesake=trust == "new" and any(known.knows_name(one.name) for one in first),
        refused=refused,
    )


def _unsigned(file: str, bundle: Bundle, known: KeysBySchool, is_accepted: bool) -> Sender:
    """Without a signature, or with one that can't be checked."""
    name = printable(file)
    pinned = [(school, keys) for school in schools_of(bundle) if (keys := known.of(school))]
    trust: Trust = "unchecked" if bundle.signature else "unsigned"
    refused = None
    if pinned and not is_accepted:
        school = printable(pinned[0][0].name)
        refused = str((UncheckedSignatureError if bundle.signature else NoSignatureError)(name, school))
        trust = "no_signature"
    return Sender(
        file=name,
        school=bundle.school.name,
        fingerprint=fingerprint(bundle.signature.key) if bundle.signature else None,
        trust=trust,
        known=tuple(sorted({fingerprint(one) for _, keys in pinned for one in keys})),
        refused=refused,
    )


def _fresh_keys(bundles: Iterable[Bundle], known: KeysBySchool, own: str | None) -> KeysBySchool:
    """Of the schools that are not known yet, the keys that would be their first."""
    found = KeysBySchool()
    for bundle in bundles:
        if bundle.signature and bundle.signature.key != own:
            for school in schools_of(bundle):
                if not known.of(school):
                    found.add(school.name, school.urn, bundle.signature.key)
    return found


def _named(file: str) -> str:
    return f"“{file}”" if file else _("A file")
