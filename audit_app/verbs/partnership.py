"""A partnership side by side: from files alone, or from what the data folder holds of several schools."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from audit_app.plans.joint import is_joint
from audit_app.questionnaires.model import Questionnaire
from audit_app.questionnaires.own import core_of
from audit_app.responses.asking import asked_by
from audit_app.responses.content import AuditContent
from audit_app.responses.progress import Summary
from audit_app.responses.standing import standings
from audit_app.responses.submission import counted, status
from audit_app.responses.union import united
from audit_app.results.audit_results import results_of
from audit_app.results.contributions import Contribution
from audit_app.results.frozen import frozen_results
from audit_app.results.needed import Needed, needed
from audit_app.results.partnership import compare
from audit_app.results.partnership_model import Comparison, Excluded
from audit_app.steps import step
from audit_app.storage.protocol import AuditNotFoundError
from audit_app.sync.bundle import contents_of
from audit_app.sync.hostile import collecting_later
from audit_app.sync.reading import Source, name_of, read_bundles
from audit_app.sync.sealing import Passphrases
from audit_app.verbs.travelling import TravellingVerbs


class Remembered(NamedTuple):
    """What an audit said when this was its line, in the language that it was read in."""

    line: Summary
    language: str
    said: Contribution | None


class PartnershipVerbs(TravellingVerbs):
    """Verbs about several schools."""

    _remembered: Mapping[str, Remembered] = MappingProxyType({})
    """By audit: what was read of the data folder to compare it."""

    @collecting_later()
    def compare_files(
        self,
        sources: Sequence[Source],
        questionnaire_id: str | None = None,
        *,
        pseudonyms: bool = False,
        schools: Collection[str] | None = None,
        passphrases: Passphrases = None,
    ) -> Comparison:
        """From bundles alone: nothing in the data folder is used or changed. Their order makes no difference."""
        contributions, excluded = self.contributions_in(sources, passphrases)
        return self.compared(contributions, questionnaire_id, excluded, pseudonyms=pseudonyms, schools=schools)

    def compare_here(
        self,
        questionnaire_id: str | None = None,
        *,
        pseudonyms: bool = False,
        schools: Collection[str] | None = None,
    ) -> Comparison:
        """What this data folder holds of every school, its own and those whose bundles were imported."""
        found, excluded = self.contributions_here()
        return self.compared(found, questionnaire_id, excluded, pseudonyms=pseudonyms, schools=schools)

    def compared(
        self,
        contributions: Sequence[Contribution],
        questionnaire_id: str | None = None,
        unusable: Sequence[Excluded] = (),
        *,
        pseudonyms: bool = False,
        schools: Collection[str] | None = None,
    ) -> Comparison:
        """The same of what `contributions_in` or `contributions_here` gave: nothing is read again."""
        versions = self._all_versions(contributions)
        return compare(contributions, versions, questionnaire_id, unusable, pseudonyms=pseudonyms, schools=schools)

    @collecting_later()
    def contributions_in(
        self, sources: Sequence[Source], passphrases: Passphrases = None
    ) -> tuple[tuple[Contribution, ...], tuple[Excluded, ...]]:
        """What the audits in these files say, copies of one united; and those that can't be used, with the reason.

        Raises what `plan_import` raises for files that are not sound.
        """
        contents, excluded = self.contents_in(sources, passphrases)
        waiting = [*reversed(contents)]
        del contents
        return tuple(self._contributions(_one_by_one(waiting))), excluded

    def contents_in(
        self, sources: Sequence[Source], passphrases: Passphrases = None
    ) -> tuple[tuple[AuditContent, ...], tuple[Excluded, ...]]:
        """The audits in these files themselves, otherwise the same. A joint plan is no school's answer."""
        names = [name_of(one) for one in sources]
        bundles = read_bundles(sources, passphrases)
        refused = {one.audit: one for one in self.plan_bundles([*zip(names, bundles, strict=True)]).refused}
        copies: dict[str, list[AuditContent]] = {}
        for content in contents_of(bundles):
            if content.audit.id not in refused and not is_joint(content.audit):
                copies.setdefault(content.audit.id, []).append(content)
        excluded = tuple(
            Excluded(
                school=one.school, audit=one.audit, questionnaire=one.questionnaire, wave=one.wave, reason=one.reason
            )
            for one in refused.values()
        )
        return tuple(_as_one(several) for several in copies.values()), excluded

    def contributions_here(self) -> Needed:
        """The same of what the data folder holds. Earlier rounds are not read, only named."""
        return self._needed(self.audits())

    def _needed(self, lines: Sequence[Summary], wanted: Callable[[Summary], bool] | None = None) -> Needed:
        """Of those that are wanted among all lines.

        Nothing is read again as long as its line is the very one that it had then: a change makes another one.
        """
        by_id, language = {line.id: line for line in lines}, self._language()
        read: dict[str, Remembered] = {}

        def contribution(audit_id: str) -> Contribution | None:
            line, before = by_id[audit_id], self._remembered.get(audit_id)
            if before is not None and before.line is line and before.language == language:
                return before.said
            content = self._said(audit_id)
            said = self._contribution(content) if content else None
            read[audit_id] = Remembered(line, language, said)
            return said

        try:
            return needed(filter(wanted, lines), contribution)
        finally:  # it may be stopped on its way
            known = {**self._remembered, **read}
            self._remembered = {name: one for name, one in known.items() if by_id.get(name) is one.line}

    def _said(self, audit_id: str) -> AuditContent | None:
        """Without the responses, which nothing here is worked out from; None for an audit that went."""
        step()
        try:
            return AuditContent(audit=self._store.audit(audit_id), entries=self._store.entries(audit_id))
        except AuditNotFoundError:
            return None

    def _contributions(self, contents: Iterable[AuditContent]) -> Iterator[Contribution]:
        for content in contents:
            if (found := self._contribution(content)) is not None:
                yield found

    def _contribution(self, content: AuditContent) -> Contribution | None:
        audit, entries = content.audit, content.entries
        changed = max((entry.at for entry in entries), default=audit.created)
        if audit.mode == "survey":
            asked = self._asked(audit.questionnaire.id, audit.questionnaire.version)
            found = frozen_results(entries)
            return Contribution(audit, asked, found, changed) if found is not None else None
        asked = core_of(asked_by(self._asked(audit.questionnaire.id, audit.questionnaire.version), entries))
        stands = standings(counted(entries))
        results = results_of(audit, asked, stands, status(entries))
        return Contribution(audit, asked, results, changed, stands)

    def _all_versions(self, contributions: Iterable[Contribution]) -> Mapping[str, tuple[Questionnaire, ...]]:
        ids = {one.audit.questionnaire.id for one in contributions}
        return {name: tuple(map(self._as_read, self._library.versions(name))) for name in ids}


def _one_by_one(waiting: list[AuditContent]) -> Iterator[AuditContent]:
    """Each is let go before the next: what a survey brings takes more room than what it says."""
    while waiting:
        yield waiting.pop()


def _as_one(copies: Sequence[AuditContent]) -> AuditContent:
    return AuditContent(audit=copies[0].audit, entries=united(entry for one in copies for entry in one.entries))
