"""Matching: who could help whom, from provision audits; a person decides."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from audit_app.errors import AuditError
from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import School
from audit_app.results.contributions import Contribution, choose
from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.collecting import paused
from audit_app.results.matching.deciding import Decided, decided
from audit_app.results.matching.explaining import explain, explain_fixed
from audit_app.results.matching.fit import area_of, is_stale, profile_of, way_between
from audit_app.results.matching.grouping import MOST_TOGETHER, Group, groups, is_split, supported
from audit_app.results.matching.limiting import Pairing
from audit_app.results.matching.missing import unmatched_in
from audit_app.results.matching.model import Decision, Match, MatchedSchool, Matching, StandingDecision
from audit_app.results.matching.partners import Partner, partners_from, placed
from audit_app.results.matching.terms import Terms
from audit_app.results.model import AuditResults, QuestionnaireAsked
from audit_app.results.partnership_model import Excluded
from audit_app.results.provision import areas_of


class NothingToMatchError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "There is nothing to match: no provision audit is among what was given, and only that asks what a "
                "school needs and could help others with. Ask the schools to answer it and to send their bundles."
            )
        )


def match(
    contributions: Iterable[Contribution],
    versions: Mapping[str, Sequence[Questionnaire]],
    terms: Terms,
    unusable: Iterable[Excluded] = (),
    begun: Iterable[School] | None = None,
) -> Matching:
    """From what schools answered in the provision audit that most of them answered. The order given changes nothing.

    `versions` are all known versions of each questionnaire, oldest first; `begun` are the schools as they stood in each
    audit that is known, in the order in which those were begun: unless told, in what they contribute.
    Raises NothingToMatchError, NeedsSciPyError.
    """
    given = tuple(contributions)
    chosen = choose(one for one in given if areas_of(one.questionnaire) and isinstance(one.results, AuditResults))
    if not chosen.contributions:
        raise NothingToMatchError
    asked = max((one.questionnaire for one in chosen.contributions), key=lambda one: one.version)
    said = partners_from(chosen.contributions, asked, versions.get(asked.id, ()))
    schools = [one.audit.school for one in sorted(given, key=_when_begun)] if begun is None else begun
    partners = placed(said, schools, terms.own_school)
    found = match_partners(partners, asked, terms)
    excluded = sorted((*unusable, *chosen.excluded), key=lambda one: (one.school, one.questionnaire, one.wave))
    return found.model_copy(update={"excluded": tuple(excluded)})


def _when_begun(one: Contribution) -> tuple[object, ...]:
    return one.audit.created, one.audit.id


def match_partners(partners: Sequence[Partner], asked: Questionnaire, terms: Terms) -> Matching:
    """The partners in the order of their names, each with a name of its own."""
    with paused(when=len(partners) > MOST_TOGETHER):
        return _matching(partners, asked, terms)


def _matching(partners: Sequence[Partner], asked: Questionnaire, terms: Terms) -> Matching:
    titles = {area.section.id: area.section.title for area in areas_of(asked)}
    said = decided(terms.decisions, partners, tuple(titles))
    found = [*groups(partners, terms, said)]
    matched = [one for group in found for one in group.chosen]
    fixed = sorted(said.of("fix"))
    pairings = {*fixed, *(one.pairing for one in matched)}
    directions = {(helper, helped) for helper, helped, _ in pairings}
    gives, gets = Counter(helper for helper, _, _ in pairings), Counter(helped for _, helped, _ in pairings)
    names = _Names(partners, asked, titles, terms, said, directions)
    matches = [names.match(one, group) for group in found for one in group.chosen]
    matches += [names.fixed(one) for one in fixed]
    order = {area: number for number, area in enumerate(titles)}
    return Matching(
        questionnaire=QuestionnaireAsked(
            id=asked.id, version=asked.version, fingerprint=asked.fingerprint, title=asked.title
        ),
        schools=tuple(
            MatchedSchool(
                id=partner.name,
                key=partner.key,
                gives=gives[at],
                gets=gets[at],
            )
            for at, partner in enumerate(partners)
        ),
        matches=tuple(sorted(matches, key=lambda one: _place(one, order))),
        unmatched=unmatched_in(partners, found, {(helped, area) for _, helped, area in pairings}, titles, said, terms),
        decisions=tuple(names.decision(pairing, one, pairings) for pairing, one in sorted(said.standing.items())),
        considered=sum(group.considered for group in found),
        weights=terms.weights,
        limits=terms.limits,
        notes=_notes(partners, terms, said),
    )


class _Names:
    """Turns places into names and sentences."""

    def __init__(
        self,
        partners: Sequence[Partner],
        asked: Questionnaire,
        titles: Mapping[str, str],
        terms: Terms,
        said: Decided,
        directions: set[tuple[int, int]],
    ) -> None:
        self._partners, self._asked, self._titles = partners, asked, titles
        self._terms, self._said, self._directions = terms, said, directions

    def match(self, one: Candidate, group: Group | None = None) -> Match:
        helper, helped = self._partners[one.helper], self._partners[one.helped]
        facilitator = self._partners[one.facilitator] if one.facilitator >= 0 else None
        reciprocal = facilitator is None and (one.helped, one.helper) in self._directions
        explained = explain(one, helper, helped, self._asked, self._terms.today, facilitator, reciprocal=reciprocal)
        decision = self._said.standing.get(one.pairing)
        return Match(
            helper=helper.name,
            helped=helped.name,
            area=one.area,
            title=self._titles[one.area],
            kind="trio" if facilitator else "reciprocal" if reciprocal else "directed",
            why=explained.why,
            sentences=explained.sentences,
            item=one.found.item,
            helper_level=one.found.helper_level,
            helped_level=one.found.helped_level,
            points=one.points,
            kilometres=self._way(facilitator or helper, helped),
            strong=explained.strong,
            weak=explained.weak,
            doubts=explained.doubts,
            otherwise=self._otherwise(one, group),
            facilitator=facilitator.name if facilitator else None,
            verdict=decision.verdict if decision else None,
            reason=decision.reason if decision else "",
        )

    def fixed(self, pairing: Pairing) -> Match:
        if (one := supported(self._partners, pairing, self._terms)) is not None:
            return self.match(one)
        helper, helped = self._partners[pairing[0]], self._partners[pairing[1]]
        decision, title = self._said.standing[pairing], self._titles[pairing[2]]
        way = self._way(helper, helped)
        explained = explain_fixed(pairing, helper, helped, title, decision.reason, way)
        return Match(
            helper=helper.name,
            helped=helped.name,
            area=pairing[2],
            title=title,
            kind="reciprocal" if (pairing[1], pairing[0]) in self._directions else "directed",
            why=explained.why,
            sentences=explained.sentences,
            kilometres=way,
            weak=explained.weak,
            doubts=explained.doubts,
            verdict=decision.verdict,
            reason=decision.reason,
        )

    def decision(self, pairing: Pairing, one: Decision, pairings: set[Pairing]) -> StandingDecision:
        return StandingDecision(
            helper=self._partners[pairing[0]].name,
            helped=self._partners[pairing[1]].name,
            area=pairing[2],
            title=self._titles[pairing[2]],
            verdict=one.verdict,
            reason=one.reason,
            by=one.by,
            when=one.when,
            in_force=one.verdict == "reject" or pairing in pairings,
        )

    def _way(self, one: Partner, other: Partner) -> float | None:
        way = way_between(profile_of(one, self._terms.today), profile_of(other, self._terms.today))
        return None if way is None else round(way, 1)

    def _otherwise(self, one: Candidate, group: Group | None) -> str:
        """Only of what was found among several."""
        if group is None or one.facilitator >= 0:
            return ""
        others = [other for other in group.best.get((one.helped, one.area), ()) if other.helper != one.helper]
        if not others:
            return _("Nobody else here could.")
        return _("Otherwise {name} could.").format(name=self._partners[others[0].helper].name)


def _place(one: Match, order: Mapping[str, int]) -> tuple[object, ...]:
    """Pairs together and first, then directed help, then trios; each by names."""
    kinds = {"reciprocal": 0, "directed": 1, "trio": 2}
    pair = sorted((one.helper, one.helped)) if one.kind == "reciprocal" else [one.helped, ""]
    return kinds[one.kind], *pair, order[one.area], one.helper, one.helped


def _how_far(partners: Sequence[Partner]) -> str:
    placed = sum(partner.school.latitude is not None for partner in partners)
    if placed == len(partners):
        return _("Distances are straight lines between places that are known to about a kilometre.")
    if placed > 1:
        return _(
            "{placed} of {count} schools say where they are, to about a kilometre. Of the others it counts whether "
            "they name the same postcode district or local authority."
        ).format(placed=placed, count=len(partners))
    return _(
        "How far schools lie apart is not known: only whether they name the same postcode district or local authority. "
        "Schools can say where they are in their profile."
    )


def _notes(partners: Sequence[Partner], terms: Terms, said: Decided) -> tuple[str, ...]:
    notes = [_how_far(partners)]
    nowhere = sum(area_of(partner.school) is None for partner in partners)
    if is_split(partners, terms):
        notes.append(_("Only schools of the same local authority were matched with one another."))
        if nowhere:
            notes.append(
                ngettext(
                    "1 school names no local authority; it was left to itself.",
                    "{count} schools name no local authority; these were matched among themselves.",
                    nowhere,
                ).format(count=nowhere)
            )
    if old := sum(is_stale(partner, terms.today) for partner in partners):
        notes.append(
            _("What {old} of {count} schools said is more than a year old; each match says so.").format(
                old=old, count=len(partners)
            )
        )
    if drafts := sum(not partner.finished for partner in partners):
        notes.append(
            _("{drafts} of {count} schools have not finished their audit; each match says so.").format(
                drafts=drafts, count=len(partners)
            )
        )
    if said.elsewhere:
        notes.append(
            _("Decisions about schools or areas that are not here: {elsewhere}. They change nothing now.").format(
                elsewhere=said.elsewhere
            )
        )
    return tuple(notes)
