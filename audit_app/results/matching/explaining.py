"""Explaining: why these two, in two sentences – the need and the offer; what speaks for the pair and what is weak."""

from datetime import date
from typing import NamedTuple

from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.fit import is_stale, profile_of, same_phase, same_size
from audit_app.results.matching.limiting import Pairing
from audit_app.results.matching.partners import Partner, Position

ALIKE, UNLIKE = 0.7, 0.4
"""Pupils of the smaller school by those of the larger: from here on of similar size; below this, very different."""
IMPORTANCE = ("says that it is not for this year", "says that it matters a little", "says that it matters a lot")
MAIN_AIM = "calls it one of its main aims"


class Explained(NamedTuple):
    sentences: tuple[str, str]
    weak: tuple[str, ...]

    @property
    def why(self) -> str:
        return " ".join(self.sentences)


def explain(
    one: Candidate,
    helper: Partner,
    helped: Partner,
    questionnaire: Questionnaire,
    today: date,
    facilitator: Partner | None = None,
    *,
    reciprocal: bool,
) -> Explained:
    """For a match that the schools' answers support."""
    offer, need = helper.positions[one.area], helped.positions[one.area]
    item = questionnaire.items_by_id[one.found.item]
    level_of = _Levels(questionnaire, item)
    shown = "with evidence of it" if one.found.evidenced else "without evidence"
    first = (
        f"{helped.name} is at {level_of(one.found.helped_level)} in “{item.text.rstrip('.')}”, {_importance(need)} and "
        f"{_asked(need)}; {helper.name} is at {level_of(one.found.helper_level)}, {shown}, and {_offers(offer)}."
    )
    if facilitator is not None:
        first = (
            f"{helped.name} is at {level_of(one.found.helped_level)} in “{item.text.rstrip('.')}”, too far from "
            f"{helper.name} at {level_of(one.found.helper_level)}, so it joins {facilitator.name}, which is between "
            "them, is helped there already, and passes on what it learns."
        )
    weak = tuple(_weak(one, helper, helped, today, facilitator))
    strong = _strong(facilitator or helper, helped, today, reciprocal=reciprocal)
    second = (
        f"They suit one another because {_listed(strong)}" if strong else "No other school that is free fits better"
    )
    second += f"; but {_listed(weak)}." if weak else ", and nothing known speaks against it."
    return Explained((first, second), weak)


def explain_fixed(pairing: Pairing, helper: Partner, helped: Partner, title: str, reason: str) -> Explained:
    """For a match that a person fixed and the schools' answers do not support."""
    offer, need = helper.positions.get(pairing[2]), helped.positions.get(pairing[2])
    weak = []
    if offer is None or not offer.answer.offers:
        weak.append(f"{helper.name} does not offer to help with it")
    if need is None or not need.needs:
        weak.append(f"{helped.name} does not ask for help with it")
    if not weak:
        weak.append("the two are not one or two levels apart in anything that both have answered")
    why = f" because “{reason.rstrip('.')}”" if reason else ""
    return Explained(
        (
            f"You decided that {helper.name} helps {helped.name} with {title}{why}.",
            f"The answers of the two schools do not suggest it: {_listed(weak)}.",
        ),
        tuple(weak),
    )


class _Levels(NamedTuple):
    questionnaire: Questionnaire
    item: Item

    def __call__(self, level: float) -> str:
        """“Started” (2)."""
        labels = [option.label for option in self.questionnaire.options_of(self.item) if option.score == level]
        return f"“{labels[0]}” ({level:g})" if labels else f"level {level:g}"


def _importance(need: Position) -> str:
    said = need.answer.importance
    if said is None:
        return "does not say how important it is"
    return MAIN_AIM if said >= 3 else IMPORTANCE[int(said)]


def _asked(need: Position) -> str:
    if need.answer.wants:
        return "would like help " + ("this year" if need.answer.wants_now else "later than this year")
    return "has not said whether it would like help"


def _offers(offer: Position) -> str:
    number = offer.answer.capacity
    how_many = "" if number is None else " one school" if number == 1 else f" {number} schools"
    return f"offers to help{how_many}" + (" on conditions" if offer.answer.on_conditions else "")


def _strong(helper: Partner, helped: Partner, today: date, *, reciprocal: bool) -> list[str]:
    one, other = profile_of(helper, today), profile_of(helped, today)
    found = ["each gives and gets"] if reciprocal else []
    if one.phase is not None and one.phase == other.phase:
        found.append(f"both are {one.phase} schools" if one.phase != "post-16" else "both are post-16")
    if one.pupils and other.pupils and same_size(one, other) >= ALIKE:
        found.append("they are of similar size")
    if one.area is not None and one.area == other.area:
        found.append(f"both are in {helped.school.local_authority}")
    return found


def _weak(one: Candidate, helper: Partner, helped: Partner, today: date, facilitator: Partner | None) -> list[str]:
    offer, need = helper.positions[one.area], helped.positions[one.area]
    weak = []
    if facilitator is not None:
        weak.append(f"nobody has asked {facilitator.name} to pass it on")
    if not one.found.evidenced:
        weak.append(f"{helper.name} shows no evidence for its level")
    if offer.answer.on_conditions:
        weak.append(f"{helper.name} sets conditions")
    if offer.answer.capacity is None:
        weak.append(f"{helper.name} does not say how many schools it can help, so one is assumed")
    if not need.answer.wants:
        weak.append(f"{helped.name} did not ask for it")
    for school, position in ((helper, offer), (helped, need)):
        if is_stale(school, today):
            weak.append(f"what {school.name} said is more than a year old")
        if position.answer.contested:
            weak.append(f"colleagues at {school.name} differ about it")
        if not school.finished:
            weak.append(f"{school.name} has not finished its audit")
    return weak + _far(facilitator or helper, helped, today)


def _far(helper: Partner, helped: Partner, today: date) -> list[str]:
    one, other = profile_of(helper, today), profile_of(helped, today)
    found = []
    if one.phase is not None and other.phase is not None and same_phase(one, other) < 1:
        found.append(f"one is {_called(one.phase)} and the other {_called(other.phase)}")
    if one.pupils and other.pupils and same_size(one, other) < UNLIKE:
        larger, smaller = (helper, helped) if one.pupils > other.pupils else (helped, helper)
        found.append(f"{larger.name} is much larger than {smaller.name}")
    if one.area is not None and other.area is not None and one.area != other.area:
        found.append("they are in different local authorities")
    return found


def _called(phase: str) -> str:
    return "post-16" if phase == "post-16" else f"{'an' if phase[0] in 'aeiou' else 'a'} {phase} school"


def _listed(parts: list[str] | tuple[str, ...]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
