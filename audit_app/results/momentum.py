"""Momentum: is a partnership growing, going on, or going quiet?

Networks start with a bang and tail off, and a partnership may end when one person leaves (field notes, articles 2 and
3). What is looked at here are the signs that come before: time without contact, meetings that come later or without the
same schools, falling response rates, a falling pulse, overdue actions, dependence on one person. No formula of the
field joins them, so neither does this one: each is said with its figures, and the state is that of the worst that
stands out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import hypot

from audit_app.language import _, ngettext
from audit_app.regional import listed
from audit_app.results.figures import whole_per_cent
from audit_app.results.gardening import tasks_of
from audit_app.results.meetings import MEETING, Meeting, contacts, meeting_signals, rhythm
from audit_app.results.momentum_model import (
    Activity,
    Momentum,
    PlannedAction,
    PulseRound,
    Sign,
    Signal,
    State,
    WaveMomentum,
)
from audit_app.results.scores import to_two_decimals

QUIET_AFTER = timedelta(days=56)
"""Eight weeks: more than half a term with its holiday."""
GONE_AFTER = timedelta(days=120)
"""Longer than the longest term with the holiday after it: a whole round was left out."""
RATE_FELL = Fraction(15, 100)
"""Of those invited; less is what two absent colleagues make in a small school."""
LOW_RATE = Fraction(1, 2)
"""Below it, those who do not answer weigh more than those who do."""
OVERDUE_WATCH, OVERDUE_FADING = Fraction(1, 4), Fraction(1, 2)
"""Of the actions that have a date and are not done."""
ONE_OWNER = Fraction(1, 2)
FEWEST_ACTIONS = 4
"""With fewer actions, one person often owns half of them."""
ON_ONE_PERSON = frozenset({"pulse_many_hands", "management_succession", "management_gardener"})
"""Items that ask whether the work rests on one person."""
HALF = Fraction(1, 2)
ORDER: tuple[Sign, ...] = ("fading", "watch", "good", "steady")


def momentum(
    pulses: Iterable[PulseRound],
    activities: Iterable[Activity],
    actions: Iterable[PlannedAction],
    today: date,
    meetings: Iterable[Meeting] = (),
    known: Mapping[str, date] | None = None,
) -> Momentum:
    """The signs as of a day; the order of what is given changes nothing. `known` are the schools' names, and since when
    each is known; without them nobody is missed at a meeting who never came to one."""
    rounds = sorted(pulses, key=lambda one: (one.day, one.school, one.wave))
    waves = waves_of(rounds)
    schools, met = known or {}, sorted(meetings, key=lambda one: (one.day, one.id))
    done = sorted((*activities, *contacts(met, schools, today)), key=lambda one: (one.day, one.school, one.what))
    planned = sorted(actions, key=lambda one: (one.school, one.text, one.owner, one.due or date.max))
    signals = [
        *contact_signals(done, today),
        *meeting_signals(met, schools, today),
        *pulse_signals(rounds),
        *rate_signals(waves, rounds),
        *overdue_signals(planned, today),
        *key_person_signals(rounds, planned),
    ]
    signals.sort(key=lambda one: ORDER.index(one.sign))
    state, sentence = _state(signals, done, waves)
    meets = rhythm(met, today)
    return Momentum(
        as_of=today,
        state=state,
        sentence=sentence,
        waves=waves,
        signals=tuple(signals),
        tasks=tasks_of(signals, planned, rounds, today, meets),
        meetings=meets,
    )


def waves_of(rounds: Sequence[PulseRound]) -> tuple[WaveMomentum, ...]:
    """Each wave over all schools: every school's score counts once, every colleague's answer once in the rate."""
    names = dict.fromkeys(one.wave for one in rounds)
    found = []
    for name in names:
        here = [one for one in rounds if one.wave == name]
        scores = [Fraction(str(one.score)) for one in here if one.score is not None]
        invited = sum(one.invited for one in here)
        found.append(
            WaveMomentum(
                wave=name,
                schools=len({one.school for one in here}),
                score=to_two_decimals(sum(scores, Fraction()) / len(scores)) if scores else None,
                rate=to_two_decimals(Fraction(sum(one.n for one in here), invited)) if invited else 0.0,
            )
        )
    return tuple(found)


def contact_signals(done: Sequence[Activity], today: date) -> list[Signal]:
    """How long ago anybody did anything, and which schools have been silent for longer than the others."""
    if not done:
        return []
    latest = {one.school: one for one in done}  # the last of each stands
    newest = max(latest.values(), key=lambda one: (one.day, one.school))
    since = today - newest.day
    if newest.what == MEETING:
        said = _("The last sign of work together was {what}, {ago}.").format(what=newest.what, ago=_ago(since))
    else:
        said = _("The last sign of work together was {what} at {school}, {ago}.").format(
            what=newest.what, school=newest.school, ago=_ago(since)
        )
    found = [Signal(kind="contact", sign=_by_time(since), sentence=said)]
    if _by_time(since) == "steady":
        silent = tuple(sorted(school for school, one in latest.items() if school and today - one.day > GONE_AFTER))
        if silent:
            sentence = _("No sign of {schools} for more than {days} days, while others go on.").format(
                schools=_some(silent), days=GONE_AFTER.days
            )
            found.append(Signal(kind="one school", sign="watch", schools=silent, sentence=sentence))
    return found


def pulse_signals(rounds: Sequence[PulseRound]) -> list[Signal]:
    """Schools whose pulse fell or rose from their first round to the last by more than both margins leave open.

    Two independent means differ where their distance is larger than the root of the squared margins: the interval of
    a difference (Cumming & Finch 2005, American Psychologist 60, 170–180).
    """
    fell: list[str] = []
    rose: list[str] = []
    for school in sorted({one.school for one in rounds}):
        own = [one for one in rounds if one.school == school and one.score is not None and one.margin is not None]
        if len(own) < 2:
            continue
        first, last = own[0], own[-1]
        change = (last.score or 0) - (first.score or 0)
        if abs(change) > hypot(first.margin or 0, last.margin or 0):
            (fell if change < 0 else rose).append(school)
    found = []
    if fell:
        everyone = len({one.school for one in rounds})
        sign: Sign = "fading" if Fraction(len(fell), everyone) >= HALF else "watch"
        sentence = _("The pulse fell in {schools}, by more than chance would explain.").format(schools=_some(fell))
        found.append(Signal(kind="pulse", sign=sign, schools=tuple(fell), sentence=sentence))
    if rose:
        sentence = _("The pulse rose in {schools}, by more than chance would explain.").format(schools=_some(rose))
        found.append(Signal(kind="pulse", sign="good", schools=tuple(rose), sentence=sentence))
    return found


def rate_signals(waves: Sequence[WaveMomentum], rounds: Sequence[PulseRound]) -> list[Signal]:
    """Falling response rates, over all schools and in each."""
    found = []
    if waves:
        first, last = Fraction(str(waves[0].rate)), Fraction(str(waves[-1].rate))
        if len(waves) > 1 and first - last >= RATE_FELL:
            sign: Sign = "fading" if last < LOW_RATE else "watch"
            sentence = _("{now} answered in {wave}, down from {before} in {first_wave}.").format(
                now=_percent(last), wave=waves[-1].wave, before=_percent(first), first_wave=waves[0].wave
            )
            found.append(Signal(kind="response rate", sign=sign, sentence=sentence))
        elif last < LOW_RATE:
            sentence = _("Only {percent} of those invited answered in {wave}.").format(
                percent=_percent(last), wave=waves[-1].wave
            )
            found.append(Signal(kind="response rate", sign="watch", sentence=sentence))
    falling = []
    for school in sorted({one.school for one in rounds}):
        own = [Fraction(one.n, one.invited) for one in rounds if one.school == school and one.invited]
        if len(own) > 1 and own[0] - own[-1] >= RATE_FELL:
            falling.append(school)
    if falling:
        sentence = _("Fewer colleagues answer than at first in {schools}.").format(schools=_some(falling))
        found.append(Signal(kind="response rate", sign="watch", schools=tuple(falling), sentence=sentence))
    return found


def overdue_signals(planned: Sequence[PlannedAction], today: date) -> list[Signal]:
    """Actions whose day is past and that are not done."""
    dated = [one for one in planned if one.due is not None and not one.done]
    late = [one for one in dated if one.due is not None and one.due < today]
    if not late:
        return []
    share = Fraction(len(late), len(dated))
    sign: Sign = "fading" if share >= OVERDUE_FADING else "watch" if share >= OVERDUE_WATCH else "steady"
    schools = tuple(sorted({one.school for one in late}))
    sentence = ngettext(
        "{late} of {count} actions that are under way are past their day.",
        "{late} of {count} actions that are under way are past their day.",
        len(dated),
    ).format(late=len(late), count=len(dated))
    return [Signal(kind="overdue actions", sign=sign, schools=schools, sentence=sentence)]


def key_person_signals(rounds: Sequence[PulseRound], planned: Sequence[PlannedAction]) -> list[Signal]:
    """Work that rests on one person: what colleagues say of it, and who owns the open actions."""
    found = []
    latest = {one.school: one for one in rounds}
    on_one = tuple(sorted(school for school, one in latest.items() if ON_ONE_PERSON & set(one.low_items)))
    if on_one:
        sign: Sign = "fading" if Fraction(len(on_one), len(latest)) >= HALF else "watch"
        sentence = _("The work rests on one person, say colleagues in {schools}.").format(schools=_some(on_one))
        found.append(Signal(kind="key person", sign=sign, schools=on_one, sentence=sentence))
    owners = Counter((one.school, one.owner.strip()) for one in planned if not one.done and one.owner.strip())
    for school in sorted({school for school, _owner in owners}):
        own = {owner: number for (at, owner), number in owners.items() if at == school}
        total = sum(own.values())
        owner, most = max(own.items(), key=lambda one: (one[1], one[0]))
        if total >= FEWEST_ACTIONS and Fraction(most, total) > ONE_OWNER:
            sentence = _("One person owns {most} of the {total} open actions of {school}: {owner}.").format(
                owner=owner, most=most, total=total, school=school
            )
            found.append(Signal(kind="key person", sign="watch", schools=(school,), sentence=sentence))
    return found


def _state(signals: Sequence[Signal], done: Sequence[Activity], waves: Sequence[WaveMomentum]) -> tuple[State, str]:
    if not done and not waves:
        return "too little known", _(
            "There is no pulse and no plan to read it from yet. Open a pulse survey this term."
        )
    fading = [one for one in signals if one.sign == "fading"]
    watch = [one for one in signals if one.sign == "watch"]
    if any(one.kind == "contact" for one in fading):
        return "gone quiet", fading[0].sentence
    if fading:
        return "slowing", fading[0].sentence
    if len(watch) > 1:
        return "slowing", _("{count} signs say that it is slowing. {sentence}").format(
            count=len(watch), sentence=watch[0].sentence
        )
    if any(one.sign == "good" for one in signals) and not watch:
        return "growing", next(one.sentence for one in signals if one.sign == "good")
    return "steady", watch[0].sentence if watch else _("Nothing says that it is slowing.")


def _by_time(since: timedelta) -> Sign:
    return "fading" if since > GONE_AFTER else "watch" if since > QUIET_AFTER else "steady"


def _ago(since: timedelta) -> str:
    days = max(since.days, 0)
    return _("today") if days == 0 else _("yesterday") if days == 1 else _("{days} days ago").format(days=days)


def _percent(share: Fraction) -> str:
    return f"{whole_per_cent(float(share))}%"


def _some(names: Sequence[str]) -> str:
    shown = list(names[:3])
    more = len(names) - len(shown)
    if more:
        return _("{names} and {more} more").format(names=", ".join(shown), more=more)
    return listed(shown)
