"""Words of an audit whose questionnaire has a newer version: the notice, what moving changes, what was said before."""

SEE = "See what changes"
NEWER_TITLE = "There is a newer version of these questions"
BACK = "Back to the audit"
GO_THERE = "Go to the audit that goes on"
MOVED_TITLE = "This audit goes on elsewhere"
MOVED_AWAY = (
    "It goes on with version {version} of its questionnaire, and everything that was said here is there too. "
    "This one is kept as it was, to read."
)
NOT_HERE_YET = (
    "It goes on with version {version} of its questionnaire, which this device does not have yet. Import that "
    "questionnaire, or update the app, then import the audit again. This one is kept as it was, to read."
)

# What moving does.
FIXED_TITLE = "This audit stays on its version"
FIXED = "Only an unfinished audit of your own can move. If this one is submitted, reopen it first."
NEWEST_TITLE = "Nothing changes"
NEWEST = "This audit has that version of its questionnaire already."
NOTHING_LOST = "Nothing that was said is lost either way, and you can go back."
CARRIES = "Carries over"
CARRIES_MEANS = (
    "These statements ask the same as before, so your answers, comments and evidence stay with them and count."
)
AGAIN = "Asks again"
AGAIN_MEANS = (
    "These statements ask something else now. What you said is shown beside each of them, marked “updated since you "
    "last answered”, and counts once you answer again."
)
BESIDE = "Kept beside"
BESIDE_MEANS = (
    "These statements are not in that version. What you said about them is kept with the audit and counts for nothing "
    "there. It is back if you go back."
)
RETURNS = "Comes back"
RETURNS_MEANS = "What you said about these statements was kept beside, and counts again."
NEW = "New"
NEW_MEANS = "These statements were not asked before, so they wait for an answer."
ONLY_THERE = "Asked there only"
ONLY_THERE_MEANS = "These statements are not in the version that you have now."
NO_ANSWER = "No answer"
NOT_SETTLED = "Not settled"

# Beside one statement.
UPDATED = "Updated since you last answered"
OTHER_LEVELS = "The words are the same, but what can be chosen is described differently now."
ASKED_OTHERWISE = "It is asked differently now."
NOTHING_SETTLED = "Colleagues had given different answers:"


def newer(newest: int, current: int) -> str:
    """The notice in an unfinished audit."""
    return (
        f"Version {newest} is here; this audit has version {current}. You can finish as you began, or move and take "
        "your answers along."
    )


def newer_link(newest: int) -> str:
    """The same as a quiet link, for who has seen the notice."""
    return f"Version {newest} of these questions: see what changes"


def back_link(earlier: int) -> str:
    """A quiet link in an audit that has moved."""
    return f"Go back to version {earlier} of these questions"


def title(version: int) -> str:
    return f"What changes with version {version}"


def title_back(version: int) -> str:
    return f"Going back to version {version}"


def move(version: int) -> str:
    return f"Move to version {version}"


def stay(version: int) -> str:
    return f"Stay on version {version}"


def moved(version: int) -> str:
    """After moving, on the audit’s screen."""
    return f"This audit now has version {version} of its questionnaire. Nothing that you said is lost."


def summary(carried: int, again: int, beside: int, returns: int, new: int) -> str:
    """In one sentence, before the lists. Only what there is is named."""
    said = [
        *([f"what you said about {_statements(carried)} carries over"] if carried else []),
        *([f"what you said about {_statements(returns)} comes back"] if returns else []),
        *([f"{_statements(again)} {'asks' if again == 1 else 'ask'} again"] if again else []),
        *([f"what you said about {_statements(beside)} is kept beside"] if beside else []),
        *([f"{_statements(new)} {'is' if new == 1 else 'are'} new"] if new else []),
    ]
    if not said:
        return "Nothing of what you have said so far is touched."
    sentence = said[0] if len(said) == 1 else f"{', '.join(said[:-1])}, and {said[-1]}"
    return f"{sentence[:1].upper()}{sentence[1:]}."


def counted(name: str, count: int) -> str:
    """A heading with how many statements stand below it."""
    return f"{name} ({count})"


def show(name: str, count: int) -> str:
    """Opens a long list."""
    return f"{name}: show all {count}"


def read_before(words: str) -> str:
    """Below a statement whose words have changed."""
    return f"Before, it read: “{words}”"


def read_in(version: int, words: str) -> str:
    """The same beside the question."""
    return f"In version {version} it read: “{words}”"


def why(note: str) -> str:
    """What the authors say about a change."""
    return f"Why it changed: {note}"


def before(version: int) -> str:
    """The title above what was said before, once there is an answer again."""
    return f"Before, in version {version}"


def you_said(answer: str) -> str:
    return f"The answer then: {answer}"


def further(comments: int, pieces: int) -> str:
    """What else was said about a statement; empty for nothing."""
    parts = [f"{comments} comment{'s' * (comments > 1)}"] if comments else []
    parts += [f"{pieces} piece{'s' * (pieces > 1)} of evidence"] if pieces else []
    return ", ".join(parts)


def _statements(count: int) -> str:
    return "1 statement" if count == 1 else f"{count} statements"
