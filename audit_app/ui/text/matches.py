"""Words of “Who could help whom”."""

from collections.abc import Mapping, Sequence

from audit_app.language import _, ngettext, pgettext
from audit_app.results.matching.model import Kind, Match, StandingDecision, Verdict

TITLE = _("Who could help whom")
BACK = _("Back to the partnership")
LINK = _("Who could help whom")  # from the partnership's screen
INTRO = _(
    "From the schools’ provision audits: who is ahead of whom, offers help, and has room for it. The app suggests, you "
    "decide."
)
MATCHING = _("Matching the schools")

NONE = _("No school has said yet what it needs and could offer")
NONE_TEXT = _(
    "Ask each school of the partnership to go through the provision audit, which takes about an hour, and to send you "
    "its bundle. Import them here; then you see who could help whom."
)
START = _("Start our provision audit")
IMPORT = _("Import bundles")

CRITERIA: tuple[tuple[str, str], ...] = (  # name (not shown), question
    ("asked", _("Help was asked for")),
    ("evidence", _("The helper shows evidence")),
    ("phase", _("Schools of the same phase")),
    ("size", _("Schools of similar size")),
    ("type", _("Schools of the same type")),
    ("near", _("Schools near one another")),
)
WEIGHTS = _("Choose what counts")  # opens and closes the choices
WEIGHTS_HINT = _(
    "How low a school is and how important it finds an area always count most. Within that, what should count how "
    "much? Your choices are kept on this device for the next time."
)
HOW_MUCH = (  # code (not shown), label
    ("0", _("Not at all")),
    ("1", _("A little")),
    ("2", _("Clearly")),
    ("3", _("Most of all")),
)
ONLY_NEAR = _("Only within the same local authority")
GIVES = _("How often one school may help")
GETS = _("How often one school may be helped")
LIMITS = tuple((str(times), ngettext("Once", "{count} times", times).format(count=times)) for times in range(1, 7))
AGAIN = _("Match again")
AS_USUAL = _("Back to the usual choices")

KINDS: Mapping[Kind, tuple[str, str]] = {  # heading, explanation
    "reciprocal": (
        _("Each gives and gets"),
        _("Two schools that help one another, which is looked for first."),
    ),
    "directed": (_("One helps another"), _("One gives, in one area. What it gets may come from a third school.")),
    "trio": (
        _("Three together"),
        _("One school is too far ahead of another. One between them learns from the first and takes the other along."),
    ),
}
VERDICTS: Mapping[Verdict, str] = {
    "accept": _("Accepted"),
    "fix": _("Kept for good"),
    "reject": _("Rejected"),
    "undo": pgettext("nothing is decided", "Open"),
}
ACCEPT, REJECT, FIX, UNDO = _("Accept"), _("Reject"), _("Keep for good"), _("Undo")
REASON = _("Why?")
REASON_HINTS: Mapping[Verdict, str] = {
    "accept": _("It stays, as long as the schools’ answers support it. The reason is kept with it."),
    "reject": _("It is not suggested again, and the others are matched around it. The reason is kept with it."),
    "fix": _("It stays whatever the schools answer. The reason is kept with it."),
    "undo": "",
}
KEEP: Mapping[Verdict, str] = {
    "accept": _("Accept it"),
    "reject": _("Reject it"),
    "fix": _("Keep it for good"),
    "undo": _("Undo"),
}
SHOW_MORE = _("Show more matches")
IN_FULL = _("Why, in full")

UNMATCHED = _("Needs without a match")
UNMATCHED_NONE = _("Every need has a match.")
MORE_NEEDS = _("Show more schools")
DECIDED = _("Decided, not shown above")
DECIDED_WORDS = {True: _("rejected"), False: _("accepted, but their answers no longer support it")}
NOTES = _("To keep in mind")


def found(matches: int, schools: int, possible: int) -> str:
    return ngettext(
        "1 match among {schools} schools, out of {possible} that are possible.",
        "{count} matches among {schools} schools, out of {possible} that are possible.",
        matches,
    ).format(count=matches, schools=schools, possible=possible)


def helps(one: Match) -> str:
    """The heading of a match."""
    return _("{helper} helps {helped}").format(helper=one.helper, helped=one.helped)


def helps_with(one: Match) -> str:
    """For buttons that many matches have; read aloud."""
    return _("{helper} helps {helped} with {area}").format(helper=one.helper, helped=one.helped, area=one.title)


def speaks_for(few: Sequence[str]) -> str:
    """“For it: a main aim · wanted this year · both are primary schools”."""
    return _("For it: {reasons}").format(reasons=" · ".join(few))


def speaks_against(few: Sequence[str]) -> str:
    """“Against it: Elm Road sets conditions”."""
    return _("Against it: {reasons}").format(reasons=" · ".join(few))


def through(facilitator: str) -> str:
    """Of three schools: the one between the two."""
    return _("{facilitator} is between them and passes on what it learns.").format(facilitator=facilitator)


def kept(verdict: Verdict) -> str:
    """After a decision."""
    done = _("That is undone") if verdict == "undo" else VERDICTS[verdict]
    # Translators: “Accepted. The schools were matched again.”
    return _("{done}. The schools were matched again.").format(done=done)


def your_reason(words: str) -> str:
    """Why something was decided."""
    return _("Your reason: {words}").format(words=words)


def left_out(school: str, wave: str, reason: str) -> str:
    return f"{school}, {wave}: {reason}"


def decided(one: StandingDecision) -> str:
    """What was decided about a match that is not among the others."""
    return _("{helper} helps {helped} with {title}: {decided_word}.").format(
        helper=one.helper, helped=one.helped, title=one.title, decided_word=DECIDED_WORDS[one.verdict == "reject"]
    )
