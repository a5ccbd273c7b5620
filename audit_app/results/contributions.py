"""Contributions: what each school brings to a comparison, and which of it is compared.

Of each school one audit of one questionnaire is used: what it submitted last. All else is said to be left out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.responses.model import Audit, School
from audit_app.responses.standing import Standing
from audit_app.results.model import AuditResults
from audit_app.results.partnership_model import Excluded
from audit_app.results.survey_model import SurveyResults

EARLIER = _("An earlier round.")
OTHER = _("It answers another questionnaire, which is compared on its own.")


class SchoolNotThereError(AuditError):
    def __init__(self, name: str, there: Collection[str]) -> None:
        known = (
            _("The schools are: {names}.").format(names=", ".join(sorted(there))) if there else _("There is no school.")
        )
        super().__init__(
            _("No school here is called “{name}”. {known} Give the name as it stands there, or the URN.").format(
                name=name, known=known
            )
        )


@dataclass(frozen=True)
class Contribution:
    """One audit or survey, and what it says."""

    audit: Audit
    questionnaire: Questionnaire
    """What was answered, without the school's own items."""
    results: AuditResults | SurveyResults
    changed: datetime
    """When something was last said in it; which of two rounds is the newer doesn't depend on it."""
    stands: Mapping[str, Standing] = field(default_factory=dict)
    """Of a self-audit: what counts, by item."""

    @property
    def finished(self) -> bool:
        return self.results.status in ("submitted", "closed", "erased")

    @property
    def withheld(self) -> str | None:
        """Why a survey says nothing."""
        return self.results.reason if isinstance(self.results, SurveyResults) else None

    @property
    def school(self) -> str:
        return self.audit.school.name


@dataclass(frozen=True)
class Chosen:
    """What is compared, in the order of the schools' names, and what is not."""

    questionnaire_id: str
    contributions: tuple[Contribution, ...]
    excluded: tuple[Excluded, ...]


def choose(contributions: Iterable[Contribution], questionnaire_id: str | None = None) -> Chosen:
    """The newest finished contribution of each school to one questionnaire: the one named, else the most answered.

    A school that finished none is compared with its draft. The order given changes nothing.
    """
    given = sorted(contributions, key=lambda one: (one.school, one.audit.id))
    wanted = questionnaire_id or most_answered(given)
    excluded, by_school = [], dict[str, list[Contribution]]()
    for one in given:
        if one.audit.questionnaire.id != wanted:
            excluded.append(_left_out(one, OTHER))
        elif one.withheld is not None:
            excluded.append(_left_out(one, one.withheld))
        else:
            by_school.setdefault(identity(one.audit.school), []).append(one)
    chosen = []
    for several in by_school.values():
        best = max(several, key=lambda one: (one.finished, one.audit.created, one.audit.id))
        chosen.append(best)
        excluded += [_left_out(one, _why(one, best)) for one in several if one is not best]
    chosen.sort(key=lambda one: (one.school, one.audit.id))
    excluded.sort(key=lambda one: (one.school, one.questionnaire, one.wave, one.audit or ""))
    return Chosen(wanted, tuple(chosen), tuple(excluded))


@dataclass(frozen=True)
class Answered:
    """A questionnaire, and which schools answered it."""

    questionnaire: Questionnaire
    """Its newest version among the answers."""
    schools: Mapping[str, str]
    """By identity, the names; in the order of the names."""


def answered(contributions: Iterable[Contribution]) -> tuple[Answered, ...]:
    """What can be compared: questionnaires that two schools or more answered; the most widely answered first."""
    found: dict[str, list[Contribution]] = {}
    for one in contributions:
        if one.withheld is None:
            found.setdefault(one.audit.questionnaire.id, []).append(one)
    made = [
        Answered(
            max((one.questionnaire for one in several), key=lambda asked: asked.version),
            {identity(one.audit.school): one.school for one in sorted(several, key=lambda one: one.school)},
        )
        for several in found.values()
    ]
    shared = [one for one in made if len(one.schools) > 1]
    return tuple(sorted(shared, key=lambda one: (-len(one.schools), one.questionnaire.id)))


def of_schools(contributions: Iterable[Contribution], schools: Collection[str]) -> tuple[Contribution, ...]:
    """Those of the schools meant by name, number (URN) or `identity`. Raises SchoolNotThereError."""
    given = tuple(contributions)
    called = {one.audit.id: {_plain(one.school), _plain(identity(one.audit.school))} for one in given}
    known = frozenset().union(*called.values())
    for name in schools:
        if _plain(name) not in known:
            raise SchoolNotThereError(name, {one.school for one in given})
    meant = {_plain(one) for one in schools}
    return tuple(one for one in given if called[one.audit.id] & meant)


def most_answered(contributions: Sequence[Contribution]) -> str:
    """The questionnaire that most schools answered, then the first by id; "" for none."""
    schools: dict[str, set[str]] = {}
    for one in contributions:
        schools.setdefault(one.audit.questionnaire.id, set()).add(identity(one.audit.school))
    return min(schools, key=lambda name: (-len(schools[name]), name), default="")


def identity(school: School) -> str:
    """By which two audits are of the same school: its number, else its name."""
    return school.urn or _plain(school.name)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _why(one: Contribution, best: Contribution) -> str:
    if best.finished and not one.finished:
        return _("It is not finished; what the school finished for {wave} is compared.").format(wave=best.audit.wave)
    return _("{earlier} The school’s round of {wave} is compared.").format(earlier=EARLIER, wave=best.audit.wave)


def _left_out(one: Contribution, reason: str) -> Excluded:
    asked = one.audit.questionnaire
    return Excluded(school=one.school, audit=one.audit.id, questionnaire=asked.id, wave=one.audit.wave, reason=reason)
