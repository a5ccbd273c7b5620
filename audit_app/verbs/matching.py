"""Who could help whom: from files alone, or from what the data folder holds; and what the broker decides about it."""

from collections.abc import Sequence

from audit_app.errors import AuditError
from audit_app.responses.model import School
from audit_app.responses.progress import Summary
from audit_app.results.contributions import Contribution, identity
from audit_app.results.matching.deciding import HelpsItselfError, UnknownAreaError, UnknownSchoolError, known_as
from audit_app.results.matching.matching import NothingToMatchError, match
from audit_app.results.matching.model import Decision, Matching, Verdict
from audit_app.results.matching.terms import Terms
from audit_app.results.matching.weights import Chosen, Limits, Weights
from audit_app.results.needed import Needed
from audit_app.results.partnership_model import Excluded
from audit_app.results.provision import areas_of
from audit_app.sync.reading import Source
from audit_app.sync.sealing import Passphrases
from audit_app.verbs.partnership import PartnershipVerbs

Sources = Sequence[Source]


class MatchingVerbs(PartnershipVerbs):
    """Verbs about who could help whom."""

    def match_files(
        self,
        sources: Sources,
        weights: Weights | None = None,
        limits: Limits | None = None,
        *,
        passphrases: Passphrases = None,
        solve_afresh: bool = False,
    ) -> Matching:
        """From bundles alone, by what was chosen and around what was decided here, unless told or `solve_afresh`.

        Their order makes no difference. Raises NothingToMatchError, NeedsSciPyError.
        """
        contributions, excluded = self.contributions_in(sources, passphrases)
        return self._matched(contributions, weights, limits, excluded, solve_afresh=solve_afresh)

    def match_here(
        self, weights: Weights | None = None, limits: Limits | None = None, *, solve_afresh: bool = False
    ) -> Matching:
        """Of every school that this data folder holds a provision audit of."""
        lines = self.audits()
        contributions, excluded = self._provision(lines)
        begun = [one.school for one in sorted(lines, key=lambda one: (one.created, one.id))]
        return self._matched(contributions, weights, limits, excluded, solve_afresh=solve_afresh, begun=begun)

    def chosen_for_matching(self) -> Chosen:
        """By what schools are matched unless told."""
        try:
            return self.settings().matching
        except AuditError:
            return Chosen()  # settings that can't be read say so themselves

    def _own_school(self) -> School | None:
        try:
            return self.settings().school
        except AuditError:
            return None

    def decisions(self) -> tuple[Decision, ...]:
        return self._store.decisions()

    def decide(
        self, helper: str, helped: str, area: str, verdict: Verdict, reason: str = "", sources: Sources = ()
    ) -> Decision:
        """Keep what the broker says of one match; schools by name or URN, among these files and the data folder.

        Raises UnknownSchoolError, UnknownAreaError, HelpsItselfError.
        """
        given = self.contributions_in(sources)[0] if sources else ()
        here = self._provision(self.audits()).contributions
        contributions = [one for one in (*given, *here) if areas_of(one.questionnaire)]
        if not contributions:
            raise NothingToMatchError
        asked = max((one.questionnaire for one in contributions), key=lambda one: one.version)
        areas = [one.section.id for one in areas_of(asked)]
        if area not in areas:
            raise UnknownAreaError(area, asked, areas)
        keys = _key(helper, contributions), _key(helped, contributions)
        if keys[0] == keys[1]:
            raise HelpsItselfError(helper)
        made = Decision(
            helper=keys[0],
            helped=keys[1],
            area=area,
            verdict=verdict,
            reason=reason.strip(),
            by=self.settings().person,
            when=self._now(),
        )
        with self._turn:
            self._store.keep_decisions([*self._store.decisions(), made])
        return made

    def _matched(
        self,
        contributions: Sequence[Contribution],
        weights: Weights | None,
        limits: Limits | None,
        unusable: Sequence[Excluded] = (),
        *,
        solve_afresh: bool,
        begun: Sequence[School] | None = None,
    ) -> Matching:
        """`begun` as match is told."""
        chosen = self.chosen_for_matching()
        terms = Terms(
            today=self._paper_time().date(),
            weights=weights or chosen.weights,
            limits=limits or chosen.limits,
            decisions=() if solve_afresh else self._store.decisions(),
            own_school=self._own_school(),
        )
        return match(contributions, self._all_versions(contributions), terms, unusable, begun)

    def _provision(self, lines: Sequence[Summary]) -> Needed:
        """What schools answered in provision audits."""
        asked = {(one.questionnaire, one.version) for one in lines}
        wanted = {one for one in asked if areas_of(self._asked(*one))}
        return self._needed(lines, lambda one: (one.questionnaire, one.version) in wanted)


def _key(name: str, contributions: Sequence[Contribution]) -> str:
    wanted = known_as(name)
    for one in contributions:
        key = identity(one.audit.school)
        if wanted in (key, known_as(one.school), known_as(f"{one.school} ({key})")):
            return key
    raise UnknownSchoolError(name)
