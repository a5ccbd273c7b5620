"""Words of “Who could help whom”."""

from collections.abc import Mapping

from audit_app.results.matching.model import Kind, Match, StandingDecision, Verdict

TITLE = "Who could help whom"
BACK = "Partnership"
LINK = "Who could help whom"  # from the partnership's screen
INTRO = (
    "From the schools’ provision audits: who is a step or two ahead of whom, offers help, and has room for it. Of all "
    "ways to match them this is the best by what you choose below. The app suggests, you decide."
)
MATCHING = "Matching the schools"

NONE = "No school has said yet what it needs and could offer"
NONE_TEXT = (
    "Ask each school of the partnership to go through the provision audit, which takes about an hour, and to send you "
    "its bundle. Import them here; then you see who could help whom."
)
START = "Start our provision audit"
IMPORT = "Import bundles"

CRITERIA: tuple[tuple[str, str], ...] = (  # name (not shown), question
    ("asked", "Help was asked for"),
    ("evidence", "The helper shows evidence"),
    ("phase", "Schools of the same phase"),
    ("size", "Schools of similar size"),
    ("type", "Schools of the same type"),
    ("near", "The same local authority"),
)
WEIGHTS = "Choose what counts"  # opens and closes the choices
WEIGHTS_HINT = (
    "How low a school is and how important it finds an area always count most. Within that, what should count how much?"
)
HOW_MUCH = (  # code (not shown), label
    ("0", "Not at all"),
    ("1", "A little"),
    ("2", "Clearly"),
    ("3", "Most of all"),
)
ONLY_NEAR = "Only within the same local authority"
GIVES = "How often one school may help"
GETS = "How often one school may be helped"
LIMITS = tuple((str(number), f"{number} times" if number > 1 else "Once") for number in range(1, 7))
AGAIN = "Match again"
AS_USUAL = "Back to the usual choices"

KINDS: Mapping[Kind, tuple[str, str]] = {  # heading, explanation
    "reciprocal": (
        "Each gives and gets",
        "Two schools that help one another, which is looked for first.",
    ),
    "directed": ("One helps another", "One gives, in one area. What it gets may come from a third school."),
    "trio": (
        "Three together",
        "One school is too far ahead of another. One between them learns from the first and takes the other along.",
    ),
}
VERDICTS: Mapping[Verdict, str] = {"accept": "Accepted", "fix": "Fixed", "reject": "Rejected", "undo": "Open"}
ACCEPT, REJECT, FIX, UNDO = "Accept", "Reject", "Fix", "Undo"
REASON = "Why?"
REASON_HINTS: Mapping[Verdict, str] = {
    "accept": "It stays, as long as the schools’ answers support it. The reason is kept with it.",
    "reject": "It is not suggested again, and the others are matched around it. The reason is kept with it.",
    "fix": "It stays whatever the schools answer. The reason is kept with it.",
    "undo": "",
}
KEEP: Mapping[Verdict, str] = {"accept": "Accept it", "reject": "Reject it", "fix": "Fix it", "undo": "Undo"}
YOUR_REASON = "Your reason: "
SHOW_MORE = "Show more matches"

UNMATCHED = "Needs without a match"
UNMATCHED_NONE = "Every need has a match."
MORE_NEEDS = "Show more schools"
DECIDED = "Decided, not shown above"
DECIDED_WORDS = {True: "rejected", False: "accepted, but their answers no longer support it"}
NOTES = "To keep in mind"


def found(matches: int, schools: int, possible: int) -> str:
    made = "1 match" if matches == 1 else f"{matches} matches"
    return f"{made} among {schools} schools, out of {possible} that are possible."


def helps(one: Match) -> str:
    """The heading of a match."""
    return f"{one.helper} helps {one.helped}"


def helps_with(one: Match) -> str:
    """For buttons that many matches have; read aloud."""
    return f"{helps(one)} with {one.title}"


def kept(verdict: Verdict) -> str:
    """After a decision."""
    words = "That is undone" if verdict == "undo" else VERDICTS[verdict]
    return f"{words}. The schools were matched again."


def left_out(school: str, wave: str, reason: str) -> str:
    return f"{school}, {wave}: {reason}"


def decided(one: StandingDecision) -> str:
    """What was decided about a match that is not among the others."""
    return f"{one.helper} helps {one.helped} with {one.title}: {DECIDED_WORDS[one.verdict == 'reject']}."
