"""Balance in words: what each name means for a school, how it was worked out, and what to do about it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from audit_app.language import _, ngettext
from audit_app.regional import listed, number, plain
from audit_app.results.figures import one_decimal
from audit_app.results.model import BalanceName


class ScoredSection(Protocol):
    """A section's result, of a self-audit or of a survey."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def score(self) -> float | None: ...


class Force(NamedTuple):
    """One of the three forces, as a head would call it."""

    label: str
    title: str
    too_much: BalanceName
    """The name of a partnership in which it is well ahead of both others."""


FORCES: Mapping[str, Force] = {
    "hierarchy": Force(_("structure"), _("Structure (hierarchy)"), "committee"),
    "solidarity": Force(_("trust"), _("Trust (solidarity)"), "friendship"),
    "individualism": Force(_("self-interest"), _("Self-interest (individualism)"), "deal"),
}

MEANS: Mapping[BalanceName, str] = {
    "deal": _("Each school comes for what it gets; there is little to hold the partners when a bargain goes wrong."),
    "friendship": _("People get on, while who does what and what each school gains are left open."),
    "committee": _("Meetings and roles are in order, while few would miss them for the people or for what they bring."),
    "fatalism": _("Neither structure, trust nor gain holds it up. It goes on because nobody has ended it."),
    "balanced": _("No force crowds out the others."),
}
SHORT: Mapping[BalanceName, str] = {
    "deal": _("a deal"),
    "friendship": _("a friendship"),
    "committee": _("a committee"),
    "fatalism": _("fatalism"),
    "balanced": _("balance"),
}

ADVICE: Mapping[BalanceName, str] = {
    "deal": _(
        "Keep what each school gains, and build what would outlast a bad bargain: bring a problem of your own to "
        "the next meeting, let colleagues meet who do the same job, and write a name and a date beside each joint task."
    ),
    "friendship": _(
        "Keep the trust, and use it for something: write one goal that matters to your own pupils, name the "
        "person who keeps the work going, and list what each school gave and got this year."
    ),
    "committee": _(
        "Keep the routine, and shorten it: give a part of each meeting to problems and to what schools will "
        "use the week after. End a group that nobody would miss, and let staff choose what to join."
    ),
    "fatalism": _(
        "Begin small and soon: one partner, one problem that both schools have, one date. Or agree to end the "
        "partnership well, and give the time to something else."
    ),
    "balanced": _(
        "Look after all three. When you add work to one of them, ask what it does to the other two, and look "
        "again in the next round."
    ),
}


def sentence_for(name: BalanceName, forces: Mapping[str, float]) -> str:
    """What the name says, with the scores, highest first."""
    scores = _with_scores(_by_score(forces), forces)
    match name:
        case "balanced":
            balanced = _("{forces} are close to one another: this is balanced. {meaning}").format(
                forces=_capital(listed(scores)), meaning=MEANS[name]
            )
            return (
                balanced if max(forces.values()) >= 3 else f"{balanced} {_('There is room to grow in each of them.')}"
            )
        case "fatalism":
            return _("{forces} are all below level 2: this is fatalism. {meaning}").format(
                forces=_capital(listed(scores)), meaning=MEANS[name]
            )
        case _:
            first, *others = scores
            # Translators: “Trust (3.3) is well ahead of …: the partnership works as a friendship. People get on …”
            return _("{first} is well ahead of {others}: the partnership works as {name}. {meaning}").format(
                first=_capital(first), others=listed(others), name=SHORT[name], meaning=MEANS[name]
            )


def sentence_between(between: Sequence[BalanceName], forces: Mapping[str, float]) -> str:
    scores = _with_scores(_by_score(forces), forces)
    return _("{forces} lie so that a few answers would change the name: between {names}, too close to call.").format(
        forces=_capital(listed(scores)), names=listed([SHORT[name] for name in between])
    )


def advice_between(between: Sequence[BalanceName]) -> str:
    names = [name for name in between if name != "balanced"]
    return " ".join(
        _("If {name} sounds like yours: {advice}").format(name=SHORT[name], advice=_small(ADVICE[name]))
        for name in names
    )


def how_worked_out(
    parts: Mapping[str, Sequence[ScoredSection]], forces: Mapping[str, float | None], levels: Mapping[str, float]
) -> str:
    """The figures, the thresholds and whose they are."""
    figures = " ".join(_figure(FORCES[force].title, parts[force], forces[force]) for force in FORCES)
    rules = _(
        "A force that is at least {lead} of a level above both others gives the partnership its name. With at most "
        "{within} between the highest and the lowest it is balanced. With all three below {fatalism} it is fatalism. "
        "What lies between is too close to call, and so is a highest force below {clear}. The idea is the RSA’s "
        "“clumsy” collaboration; the RSA publishes no scoring, so these thresholds are this app’s own. The figures are "
        "rounded here, and not in the working."
    ).format(
        lead=plain(levels["leads by"]),
        within=plain(levels["balanced within"]),
        fatalism=plain(levels["fatalism below"]),
        clear=plain(levels["clear of fatalism"]),
    )
    return f"{figures} {rules}"


def how_much_of_all(level: float, evenness: float) -> str:
    """The three together: how much there is of them, and how equal they are."""
    return _(
        "Together the three forces stand at level {level}, with an evenness of {evenness}, where 1 is three equal "
        "forces (Pielou 1966)."
    ).format(level=one_decimal(level), evenness=number(f"{evenness:.2f}"))


def _figure(title: str, sections: Sequence[ScoredSection], score: float | None) -> str:
    named = [f"{one.title} ({_('no score') if one.score is None else one_decimal(one.score)})" for one in sections]
    if score is None:
        return _("{force} has no score: {sections}.").format(force=title, sections=listed(named))
    return ngettext(
        "{force} is {score}, the score of {section}.", "{force} is {score}, the mean of {sections}.", len(named)
    ).format(force=title, score=one_decimal(score), section=sections[0].title, sections=listed(named))


def _by_score(forces: Mapping[str, float]) -> list[str]:
    return sorted(FORCES, key=lambda force: -forces[force])


def _with_scores(order: Sequence[str], forces: Mapping[str, float]) -> list[str]:
    return [f"{FORCES[force].label} ({one_decimal(forces[force])})" for force in order]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
