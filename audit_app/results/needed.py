"""Which audits a comparison needs, known from their lines in the list: of thousands of rounds it uses the newest few.

Comparing what is read here says the same as comparing everything; tests/results/test_needed.py tries that.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from audit_app.language import _
from audit_app.responses.model import School
from audit_app.responses.progress import Summary
from audit_app.results.contributions import EARLIER, Contribution, identity
from audit_app.results.partnership_model import Excluded
from audit_app.steps import steps


class Kind(NamedTuple):
    """Rounds of which the newest that says something stands for all."""

    school: School
    """With its whole profile: a school may be meant by a name that it had once."""
    questionnaire: str
    version: int
    mode: str


class Needed(NamedTuple):
    """What was read, and what needn't be."""

    contributions: tuple[Contribution, ...]
    excluded: tuple[Excluded, ...]


def needed(lines: Iterable[Summary], read: Callable[[str], Contribution | None]) -> Needed:
    """`read` gives what an audit says, by its id; None for one that says nothing.

    Of each kind the newest finished round, else the newest draft; where that is a survey whose results are withheld,
    also the next older. Beside it the same round of the school's other kinds: leaders and colleagues are set against
    each other.
    """
    known: dict[str, Contribution | None] = {}

    def newest(rounds: Iterable[Summary]) -> Contribution | None:
        for one in rounds:
            if one.id not in known:
                known[one.id] = read(one.id)
            found = known[one.id]
            if found is not None and found.withheld is None:
                return found
        return None

    kinds = _by_kind(lines)
    best = {kind: newest(rounds) for kind, rounds in steps(kinds.items())}
    others: dict[str, list[Kind]] = {}
    for kind in kinds:
        others.setdefault(identity(kind.school), []).append(kind)
    waves = [(kind, one.audit.wave) for kind, one in best.items() if one is not None]
    for kind, wave in waves:
        for other in others[identity(kind.school)]:
            if other.mode != kind.mode:
                newest(line for line in kinds[other] if line.wave == wave and line.status != "draft")
    excluded = (
        _left_out(line, one)
        for kind, one in best.items()
        for line in kinds[kind]
        if one is not None and line.id not in known
    )
    return Needed(tuple(one for one in known.values() if one is not None), tuple(excluded))


def _by_kind(lines: Iterable[Summary]) -> dict[Kind, Sequence[Summary]]:
    """The finished before the drafts, the newest first. A survey that is open says nothing yet."""
    kinds: dict[Kind, list[Summary]] = {}
    for one in lines:
        if one.mode != "survey" or one.status != "draft":
            kinds.setdefault(Kind(one.school, one.questionnaire, one.version, one.mode), []).append(one)
    return {kind: sorted(rounds, key=_preferred, reverse=True) for kind, rounds in kinds.items()}


def _preferred(one: Summary) -> tuple[bool, datetime, str]:
    """As contributions.choose prefers one."""
    return one.status != "draft", one.created, one.id


def _left_out(line: Summary, newest: Contribution) -> Excluded:
    wave = newest.audit.wave
    if line.status == "draft" and newest.finished and line.created > newest.audit.created:
        reason = _("It is not finished. The school’s last finished round is that of {wave}.").format(wave=wave)
    else:
        reason = _("{earlier} The school’s round of {wave} came later.").format(earlier=EARLIER, wave=wave)
    return Excluded(
        school=line.school.name, audit=line.id, questionnaire=line.questionnaire, wave=line.wave, reason=reason
    )
