"""Deciding: what the broker said, seen against the schools that are here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.questionnaires.model import Questionnaire
from audit_app.results.matching.limiting import Pairing
from audit_app.results.matching.model import Decision
from audit_app.results.matching.partners import Partner


class UnknownSchoolError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is no school “{name}” among those that are matched. Write its name as it stands there.").format(
                name=name
            )
        )


class UnknownAreaError(AuditError):
    def __init__(self, area: str, questionnaire: Questionnaire, areas: Sequence[str]) -> None:
        super().__init__(
            _("“{title}” has no area “{area}”. Its areas are {names}.").format(
                title=questionnaire.title, area=area, names=", ".join(areas)
            )
        )


class HelpsItselfError(AuditError):
    def __init__(self, name: str) -> None:
        super().__init__(_("{name} can't be matched with itself. Choose two schools.").format(name=name))


@dataclass(frozen=True)
class Decided:
    """What stands, by helper, helped and area."""

    standing: Mapping[Pairing, Decision]
    elsewhere: int
    """Decisions about schools that are not here."""

    def of(self, *verdicts: str) -> frozenset[Pairing]:
        return frozenset(one for one, decision in self.standing.items() if decision.verdict in verdicts)


def decided(decisions: Iterable[Decision], partners: Sequence[Partner], areas: Sequence[str]) -> Decided:
    """The last decision about each match stands; one that was undone is none."""
    places: dict[str, int] = {}
    for at, partner in enumerate(partners):
        places.setdefault(known_as(partner.name), at)
        places.setdefault(known_as(partner.school.name), at)
    places |= {partner.key: at for at, partner in enumerate(partners)}
    last: dict[Pairing, Decision] = {}
    elsewhere = set()
    for one in sorted(decisions, key=lambda decision: decision.when):
        helper, helped = places.get(known_as(one.helper)), places.get(known_as(one.helped))
        if helper is None or helped is None or helper == helped or one.area not in areas:
            elsewhere.add((one.helper, one.helped, one.area))
        else:
            last[helper, helped, one.area] = one
    return Decided({pairing: one for pairing, one in last.items() if one.verdict != "undo"}, len(elsewhere))


def known_as(name: str) -> str:
    """As `identity` writes it."""
    return " ".join(name.casefold().split())
