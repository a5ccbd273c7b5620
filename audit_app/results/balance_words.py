"""Balance in words: what each name means for a school, how it was worked out, and what to do about it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

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
    "hierarchy": Force("structure", "Structure (hierarchy)", "committee"),
    "solidarity": Force("trust", "Trust (solidarity)", "friendship"),
    "individualism": Force("self-interest", "Self-interest (individualism)", "deal"),
}

MEANS: Mapping[BalanceName, str] = {
    "deal": "Each school comes for what it gets; there is little to hold the partners when a bargain goes wrong.",
    "friendship": "People get on, while who does what and what each school gains are left open.",
    "committee": "Meetings and roles are in order, while few would miss them for the people or for what they bring.",
    "fatalism": "Neither structure, trust nor gain holds it up. It goes on because nobody has ended it.",
    "balanced": "No force crowds out the others.",
}
SHORT: Mapping[BalanceName, str] = {
    "deal": "a deal",
    "friendship": "a friendship",
    "committee": "a committee",
    "fatalism": "fatalism",
    "balanced": "balance",
}

ADVICE: Mapping[BalanceName, str] = {
    "deal": "Keep what each school gains, and build what would outlast a bad bargain: bring a problem of your own to "
    "the next meeting, let colleagues meet who do the same job, and write a name and a date beside each joint task.",
    "friendship": "Keep the trust, and use it for something: write one goal that matters to your own pupils, name the "
    "person who keeps the work going, and list what each school gave and got this year.",
    "committee": "Keep the routine, and shorten it: give a part of each meeting to problems and to what schools will "
    "use the week after. End a group that nobody would miss, and let staff choose what to join.",
    "fatalism": "Begin small and soon: one partner, one problem that both schools have, one date. Or agree to end the "
    "partnership well, and give the time to something else.",
    "balanced": "Look after all three. When you add work to one of them, ask what it does to the other two, and look "
    "again in the next wave.",
}


def sentence_for(name: BalanceName, forces: Mapping[str, float]) -> str:
    """What the name says, with the scores, highest first."""
    scores = _with_scores(_by_score(forces), forces)
    match name:
        case "balanced":
            room = "" if max(forces.values()) >= 3 else " There is room to grow in each of them."
            return f"{_capital(listed(scores))} are close to one another: this is balanced. {MEANS[name]}{room}"
        case "fatalism":
            return f"{_capital(listed(scores))} are all below level 2: this is fatalism. {MEANS[name]}"
        case _:
            first, *others = scores
            ahead = f"{_capital(first)} is well ahead of {listed(others)}"
            return f"{ahead}: the partnership works as {SHORT[name]}. {MEANS[name]}"


def sentence_between(between: Sequence[BalanceName], forces: Mapping[str, float]) -> str:
    scores = _with_scores(_by_score(forces), forces)
    return (
        f"{_capital(listed(scores))} lie so that a few answers would change the name: "
        f"between {listed([SHORT[name] for name in between])}, too close to call."
    )


def advice_between(between: Sequence[BalanceName]) -> str:
    names = [name for name in between if name != "balanced"]
    return " ".join(f"If {SHORT[name]} sounds like yours: {_small(ADVICE[name])}" for name in names)


def how_worked_out(
    parts: Mapping[str, Sequence[ScoredSection]], forces: Mapping[str, float | None], levels: Mapping[str, float]
) -> str:
    """The figures, the thresholds and whose they are."""
    figures = " ".join(_figure(FORCES[force].title, parts[force], forces[force]) for force in FORCES)
    return (
        f"{figures} A force that is at least {levels['leads by']:g} of a level above both others gives the partnership "
        f"its name. With at most {levels['balanced within']:g} between the highest and the lowest it is balanced. With "
        f"all three below {levels['fatalism below']:g} it is fatalism. What lies between is too close to call, and so "
        f"is a highest force below {levels['clear of fatalism']:g}. The idea is the RSA’s “clumsy” "
        "collaboration; the RSA publishes no scoring, so these thresholds are this app’s own. The figures are rounded "
        "here, and not in the working."
    )


def _figure(title: str, sections: Sequence[ScoredSection], score: float | None) -> str:
    named = [f"{one.title} ({'no score' if one.score is None else one_decimal(one.score)})" for one in sections]
    if score is None:
        return f"{title} has no score: {listed(named)}."
    source = f"the mean of {listed(named)}" if len(named) > 1 else f"the score of {sections[0].title}"
    return f"{title} is {one_decimal(score)}, {source}."


def _by_score(forces: Mapping[str, float]) -> list[str]:
    return sorted(FORCES, key=lambda force: -forces[force])


def _with_scores(order: Sequence[str], forces: Mapping[str, float]) -> list[str]:
    return [f"{FORCES[force].label} ({one_decimal(forces[force])})" for force in order]


def listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
