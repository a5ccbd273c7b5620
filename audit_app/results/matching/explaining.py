"""Explaining: why these two, in two sentences – the need and the offer; what speaks for the pair and what is weak."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from audit_app.language import _, ngettext
from audit_app.questionnaires.model import Item, Questionnaire
from audit_app.regional import listed, number, plain
from audit_app.responses.place import postcode_area
from audit_app.results.matching.candidates import Candidate
from audit_app.results.matching.distance import FAR
from audit_app.results.matching.fit import (
    Profile,
    is_stale,
    profile_of,
    same_phase,
    same_size,
    way_between,
    words_between,
)
from audit_app.results.matching.limiting import Pairing
from audit_app.results.matching.partners import Partner, Position

ALIKE, UNLIKE = 0.7, 0.4
"""Pupils of the smaller school by those of the larger: from here on of similar size; below this, very different."""
IMPORTANCE = (
    _("says that it is not for this year"),
    _("says that it matters a little"),
    _("says that it matters a lot"),
)
MAIN_AIM = _("calls it one of its main aims")


class Weak(NamedTuple):
    """What speaks against a pair."""

    sentence: str
    short: str = ""
    """For a card that names the two schools already; the sentence itself where it is short enough."""


class Explained(NamedTuple):
    sentences: tuple[str, str]
    strong: tuple[str, ...]
    """A few words each, without names: what speaks for the pair."""
    weak: tuple[str, ...]
    doubts: tuple[str, ...]
    """What is weak, in a few words each, without names where that can be."""

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
    shown = _("with evidence of it") if one.found.evidenced else _("without evidence")
    # Translators: “Elm Road is at “Started” (2) in “…”, calls it one of its main aims and would like help this year;
    # Oak is at “In place” (3), with evidence of it, and offers to help two schools.”
    first = _(
        "{helped} is at {its_level} in “{statement}”, {importance} and {wish}; {helper} is at {helper_level}, {shown}, "
        "and {offer}."
    ).format(
        helped=helped.name,
        its_level=level_of(one.found.helped_level),
        statement=item.text.rstrip("."),
        importance=_importance(need),
        wish=_asked(need),
        helper=helper.name,
        helper_level=level_of(one.found.helper_level),
        shown=shown,
        offer=_offers(offer),
    )
    if facilitator is not None:
        first = _(
            "{helped} is at {its_level} in “{statement}”, too far from {helper} at {helper_level}, so it joins "
            "{facilitator}, which is between them, is helped there already, and passes on what it learns."
        ).format(
            helped=helped.name,
            its_level=level_of(one.found.helped_level),
            statement=item.text.rstrip("."),
            helper=helper.name,
            helper_level=level_of(one.found.helper_level),
            facilitator=facilitator.name,
        )
    doubts = _weak(one, helper, helped, today, facilitator)
    weak = tuple(doubt.sentence for doubt in doubts)
    strong = _strong(facilitator or helper, helped, today, reciprocal=reciprocal)
    short = (
        *_wanted(need),
        *([_("the helper shows evidence")] if one.found.evidenced else []),
        *(strong[1:] if reciprocal else strong),
    )
    against = tuple(doubt.short or doubt.sentence for doubt in doubts)
    return Explained((first, _for_and_against(strong, weak)), short, weak, against)


def _for_and_against(strong: Sequence[str], weak: Sequence[str]) -> str:
    match bool(strong), bool(weak):
        case True, True:
            words = _("They suit one another because {strong}; but {weak}.")
        case True, False:
            words = _("They suit one another because {strong}, and nothing known speaks against it.")
        case False, True:
            words = _("No other school that is free fits better; but {weak}.")
        case _none:
            words = _("No other school that is free fits better, and nothing known speaks against it.")
    return words.format(strong=listed(strong), weak=listed(weak))


def explain_fixed(
    pairing: Pairing, helper: Partner, helped: Partner, title: str, reason: str, way: float | None = None
) -> Explained:
    """For a match that a person fixed and the schools' answers do not support."""
    offer, need = helper.positions.get(pairing[2]), helped.positions.get(pairing[2])
    weak = []
    if offer is None or not offer.answer.offers:
        weak.append(_("{name} does not offer to help with it").format(name=helper.name))
    if need is None or not need.needs:
        weak.append(_("{name} does not ask for help with it").format(name=helped.name))
    if not weak:
        weak.append(_("the two are not one or two levels apart in anything that both have answered"))
    decided = _("You decided that {helper} helps {helped} with {area}.")
    if reason:
        decided = _("You decided that {helper} helps {helped} with {area} because “{reason}”.")
    return Explained(
        (
            decided.format(helper=helper.name, helped=helped.name, area=title, reason=reason.rstrip(".")),
            _("The answers of the two schools do not suggest it: {names}.").format(
                names=listed([*weak, *([] if way is None else [_apart(way)])])
            ),
        ),
        (),
        tuple(weak),
        tuple(weak),
    )


class _Levels(NamedTuple):
    questionnaire: Questionnaire
    item: Item

    def __call__(self, level: float) -> str:
        """“Started” (2)."""
        labels = [option.label for option in self.questionnaire.options_of(self.item) if option.score == level]
        return f"“{labels[0]}” ({plain(level)})" if labels else _("level {level}").format(level=plain(level))


def _importance(need: Position) -> str:
    said = need.answer.importance
    if said is None:
        return _("does not say how important it is")
    return MAIN_AIM if said >= 3 else IMPORTANCE[int(said)]


def _asked(need: Position) -> str:
    if need.answer.wants:
        now = need.answer.wants_now
        return _("would like help this year") if now else _("would like help later than this year")
    return _("has not said whether it would like help")


def _wanted(need: Position) -> list[str]:
    """The need, in a few words."""
    importance = need.answer.importance or 0
    wanted = [_("a main aim")] if importance >= 3 else [_("it matters a lot")] if importance >= 2 else []
    if need.answer.wants:
        wanted.append(_("wanted this year") if need.answer.wants_now else _("wanted later than this year"))
    return wanted


def _offers(offer: Position) -> str:
    number = offer.answer.capacity
    if number is None:
        return _("offers to help on conditions") if offer.answer.on_conditions else _("offers to help")
    if offer.answer.on_conditions:
        offers = ngettext(
            "offers to help one school on conditions", "offers to help {count} schools on conditions", number
        )
    else:
        offers = ngettext("offers to help one school", "offers to help {count} schools", number)
    return offers.format(count=number)


def _strong(helper: Partner, helped: Partner, today: date, *, reciprocal: bool) -> list[str]:
    one, other = profile_of(helper, today), profile_of(helped, today)
    found = [_("each gives and gets")] if reciprocal else []
    if one.phase is not None and one.phase == other.phase:
        found.append(
            _("both are {phase} schools").format(phase=one.phase) if one.phase != "post-16" else _("both are post-16")
        )
    if one.pupils and other.pupils and same_size(one, other) >= ALIKE:
        found.append(_("they are of similar size"))
    return [*found, *_near(helped, one, other)]


def _near(helped: Partner, one: Profile, other: Profile) -> list[str]:
    way = way_between(one, other)
    if way is not None:
        return [_apart(way)] if way <= FAR else []
    match words_between(one, other):
        case "same district":
            return [_("both are in the postcode district {district}").format(district=one.district)]
        case "same authority":
            return [_("both are in {local_authority}").format(local_authority=helped.school.local_authority)]
        case "same postcode area":
            return [_("both are in the postcode area {area}").format(area=postcode_area(one.district or ""))]
        case _other:
            return []


def _apart(way: float) -> str:
    if way < 1:
        return _("they are less than a kilometre apart")
    return _("they are about {way} km apart").format(way=number(str(round(way))))


def _weak(one: Candidate, helper: Partner, helped: Partner, today: date, facilitator: Partner | None) -> list[Weak]:
    offer, need = helper.positions[one.area], helped.positions[one.area]
    weak = []
    if facilitator is not None:
        weak.append(Weak(_("nobody has asked {name} to pass it on").format(name=facilitator.name)))
    if not one.found.evidenced:
        said = _("{name} shows no evidence for its level").format(name=helper.name)
        weak.append(Weak(said, _("the helper shows no evidence")))
    if offer.answer.on_conditions:
        weak.append(Weak(_("{name} sets conditions").format(name=helper.name), _("the helper sets conditions")))
    if offer.answer.capacity is None:
        said = _("{name} does not say how many schools it can help, so one is assumed").format(name=helper.name)
        weak.append(Weak(said, _("how many it can help is not said")))
    if not need.answer.wants:
        weak.append(Weak(_("{name} did not ask for it").format(name=helped.name), _("nobody asked for it")))
    for school, position in ((helper, offer), (helped, need)):
        if is_stale(school, today):
            weak.append(Weak(_("what {name} said is more than a year old").format(name=school.name)))
        if position.answer.contested:
            weak.append(Weak(_("colleagues at {name} differ about it").format(name=school.name)))
        if not school.finished:
            weak.append(Weak(_("{name} has not finished its audit").format(name=school.name)))
    return [*weak, *_far(facilitator or helper, helped, today)]


def _far(helper: Partner, helped: Partner, today: date) -> list[Weak]:
    one, other = profile_of(helper, today), profile_of(helped, today)
    found = []
    if one.phase is not None and other.phase is not None and same_phase(one, other) < 1:
        said = _("one is {phase} and the other {other_phase}")
        said = said.format(phase=_called(one.phase), other_phase=_called(other.phase))
        found.append(Weak(said, _("of different phases")))
    if one.pupils and other.pupils and same_size(one, other) < UNLIKE:
        larger, smaller = (helper, helped) if one.pupils > other.pupils else (helped, helper)
        said = _("{larger} is much larger than {smaller}").format(larger=larger.name, smaller=smaller.name)
        found.append(Weak(said, _("one is much larger")))
    way = way_between(one, other)
    if way is not None:
        return [*found, Weak(_apart(way))] if way > FAR else found
    if words_between(one, other) == "apart":
        differ = None not in (one.area, other.area)
        found.append(
            Weak(_("they are in different local authorities") if differ else _("they are in different postcode areas"))
        )
    return found


def _called(phase: str) -> str:
    if phase == "post-16":
        return _("post-16")
    # Translators: English has “a” and “an”; the phase is a word such as “primary”.
    return (_("an {phase} school") if phase[0] in "aeiou" else _("a {phase} school")).format(phase=phase)
