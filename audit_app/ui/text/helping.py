"""Words of the help screen, of the keys, and of the way round the demo partnership."""

from audit_app.language import _

TITLE = _("Help")
BACK = _("Back to settings")
BACK_TO_HELP = _("Back to help")
BEGIN = _("How to begin")
STEPS = (
    _("Start an audit and answer its statements, alone or with the people who lead. Stop whenever you like."),
    _("Look at the results. They show where to begin."),
    _("Make a plan of three to five priorities, and print it for governors."),
    _("Export the scores for your partner schools, import theirs, and look at all of them under Partnership."),
)
STAYS = _("Everything stays on this device until you export a file or use a shared folder.")
WORDS = _("What the words mean")
ALL_WORDS = _("Find a word")  # a link to the list
LOOK = _("A way round")
DATA = _("Your data and backups")  # a link

KEYS_TITLE = _("Keys")
KEYS_EXPLAINED = _("Everything can be done without a mouse. Single keys rest while you type.")
KEYS_OFF = _("Single keys are switched off now. Switch them on beside any statement, under “Keys”.")
KEYS_ALWAYS = (  # the key, what it does
    (_("Tab"), _("To the next thing to press or to fill in; with Shift, back")),
    (_("Space or Enter"), _("Presses what has the focus")),
    (_("Arrow keys"), _("Choose within a group; scroll elsewhere")),
    (_("Escape"), _("Closes a question or a list")),
    (_("Ctrl and Enter"), _("From a statement to checking the answers; there, submits them")),
)
KEYS_SINGLE = (  # the key, what it does
    (_("1 to 4"), _("Chooses that level, and moves on if you asked for that")),
    (_("N"), _("Next statement or section")),
    (_("P"), _("Previous statement or section")),
    (_("U"), _("Next statement without an answer")),
    ("?", _("Shows the keys")),
)
CLOSE = _("Close")

# The way round the demo partnership: buttons, and each stop's title and text.
TOUR_BEGIN = _("Show me round")
TOUR_BACK = _("Previous stop")
TOUR_NEXT = _("Next stop")
TOUR_END = _("End the tour")
TOUR_STAY = _("Look around by yourself")
TOUR_STOPS = {
    "home": (
        _("Home"),
        _(
            "You are looking at a demo partnership. Its schools are invented, and nothing here touches your own data. "
            "At home you begin each time: “Continue” leads to the statement at which you stopped."
        ),
    ),
    "audit": (
        _("Answering"),
        _("One statement, four levels. Press one and it is kept: “Saved” stands below. Try it, nothing here is real."),
    ),
    "results": (
        _("Results"),
        _(
            "How each section stands: the further out, the better. Further down you find what holds the partnership "
            "together, and where to begin."
        ),
    ),
    "plan": (
        _("Plan"),
        _("A few priorities. “Open” shows what one is made of: actions, dates and names."),
    ),
    "survey": (
        _("A survey"),
        _("What colleagues said without their names, in short and then section by section. Small groups stay hidden."),
    ),
    "partnership": (
        _("Partnership"),
        _("All schools side by side. The buttons lead to who could help whom, and whether it is going quiet."),
    ),
    "end": (
        _("Your turn"),
        _("That is all that there is to know. Look around by yourself, or leave the demo and begin with your school."),
    ),
}


def stop(number: int, total: int, title: str) -> str:
    """Above a stop of the way round."""
    return _("Stop {number} of {total}: {title}").format(number=number, total=total, title=title)
