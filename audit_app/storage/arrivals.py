"""Arrivals: what a merge would add to a store, decided as a value before anything is written."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from audit_app.files import sha256
from audit_app.responses.evidence import files_named
from audit_app.responses.model import Audit, Entry
from audit_app.responses.survey import Response, is_erased, new_responses
from audit_app.responses.union import IrreconcilableEntryError, all_scrubbed, fuller
from audit_app.storage.protocol import AuditContent, AuditExistsError


class Known(NamedTuple):
    """What a store has of an audit."""

    audit: Audit
    entries: Mapping[str, Entry]
    """By their stamps."""
    responses: Mapping[str, Response]
    """By their ids."""


class Arrival(NamedTuple):
    """What comes to one audit."""

    audit: Audit
    entries: tuple[Entry, ...]
    files: Mapping[str, bytes]
    """By their SHA-256."""
    is_new: bool
    responses: tuple[Response, ...] = ()


def to_write(known: Mapping[str, Entry], given: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that add to what is known, each in its fullest copy. Raises IrreconcilableEntryError."""
    found: dict[str, Entry] = {}
    for entry in all_scrubbed(given):
        before = found.get(entry.stamp) or known.get(entry.stamp)
        best = entry if before is None else fuller(before, entry)
        if best is None:
            raise IrreconcilableEntryError(entry)
        if best != before:
            found[entry.stamp] = best
    return tuple(found.values())


def _not_erased(files: Mapping[str, bytes], known: Mapping[str, Entry], coming: Iterable[Entry]) -> Mapping[str, bytes]:
    """Without those that nothing names any more, where evidence was erased."""
    after = {**known, **{entry.stamp: entry for entry in coming}}.values() if files else ()
    if not any(entry.erased and entry.field == "evidence" for entry in after):
        return files
    named = files_named(after)
    return {name: content for name, content in files.items() if name in named}


def arrivals(contents: Iterable[AuditContent], known: Callable[[str], Known | None]) -> tuple[Arrival, ...]:
    """One for each audit to which something comes.

    Raises AuditExistsError, IrreconcilableEntryError, IrreconcilableResponseError.
    """
    audits: dict[str, Known | None] = {}
    coming: dict[str, Arrival] = {}
    for content in contents:
        audit_id = content.audit.id
        if audit_id not in audits:
            audits[audit_id] = known(audit_id)
        before = audits[audit_id]
        arrival = coming.get(audit_id) or Arrival(before.audit if before else content.audit, (), {}, before is None)
        if arrival.audit != content.audit:
            raise AuditExistsError(audit_id)
        there = before.entries if before else {}
        handed_in = before.responses if before else {}
        entries = to_write(there, (*arrival.entries, *content.entries))
        erased = is_erased((*there.values(), *entries))
        coming[audit_id] = arrival._replace(
            entries=entries,
            files=_not_erased({**arrival.files, **{sha256(file): file for file in content.files}}, there, entries),
            responses=() if erased else new_responses(handed_in, (*arrival.responses, *content.responses)),
        )
    return tuple(one for one in coming.values() if one.is_new or one.entries or one.files or one.responses)
