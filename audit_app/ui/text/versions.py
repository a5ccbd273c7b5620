"""Words of an audit whose questionnaire has a newer version: the notice, what moving changes, what was said before."""

from audit_app.language import _, ngettext

SEE = _("See what changes")
NEWER_TITLE = _("There is a newer version of these questions")
BACK = _("Back to the audit")
GO_THERE = _("Go to the audit that goes on")
MOVED_TITLE = _("This audit goes on elsewhere")
MOVED_AWAY = _(
    "It goes on with version {version} of its questionnaire, and everything that was said here is there too. "
    "This one is kept as it was, to read."
)
NOT_HERE_YET = _(
    "It goes on with version {version} of its questionnaire, which this device does not have yet. Import that "
    "questionnaire, or update the app, then import the audit again. This one is kept as it was, to read."
)

# What moving does.
FIXED_TITLE = _("This audit stays on its version")
FIXED = _("Only an unfinished audit of your own can move. If this one is submitted, reopen it first.")
NEWEST_TITLE = _("Nothing changes")
NEWEST = _("This audit has that version of its questionnaire already.")
NOTHING_LOST = _("Nothing that was said is lost either way, and you can go back.")
CARRIES = _("Carries over")
CARRIES_MEANS = _(
    "These statements ask the same as before, so your answers, comments and evidence stay with them and count."
)
AGAIN = _("Asked again")
AGAIN_MEANS = _(
    "These statements ask something else now. What you said is shown beside each of them, marked “updated since you "
    "last answered”, and counts once you answer again."
)
BESIDE = _("Kept beside")
BESIDE_MEANS = _(
    "These statements are not in that version. What you said about them is kept with the audit and counts for nothing "
    "there. It is back if you go back."
)
RETURNS = _("Comes back")
RETURNS_MEANS = _("What you said about these statements was kept beside, and counts again.")
NEW = _("New")
NEW_MEANS = _("These statements were not asked before, so they wait for an answer.")
ONLY_THERE = _("Asked there only")
ONLY_THERE_MEANS = _("These statements are not in the version that you have now.")
NO_ANSWER = _("No answer")
NOT_SETTLED = _("Not settled")

# Beside one statement.
UPDATED = _("Updated since you last answered")
OTHER_LEVELS = _("The words are the same, but what can be chosen is described differently now.")
ASKED_OTHERWISE = _("It is asked differently now.")
NOTHING_SETTLED = _("Colleagues had given different answers:")


def newer(newest: int, current: int) -> str:
    """The notice in an unfinished audit."""
    return _(
        "Version {newest} is here; this audit has version {current}. You can finish as you began, or move and take "
        "your answers along."
    ).format(newest=newest, current=current)


def newer_link(newest: int) -> str:
    """The same as a quiet link, for who has seen the notice."""
    return _("Version {newest} of these questions: see what changes").format(newest=newest)


def back_link(earlier: int) -> str:
    """A quiet link in an audit that has moved."""
    return _("Go back to version {earlier} of these questions").format(earlier=earlier)


def title(version: int) -> str:
    return _("What changes with version {version}").format(version=version)


def title_back(version: int) -> str:
    return _("Going back to version {version}").format(version=version)


def move(version: int) -> str:
    return _("Move to version {version}").format(version=version)


def stay(version: int) -> str:
    return _("Stay on version {version}").format(version=version)


def moved(version: int) -> str:
    """After moving, on the audit’s screen."""
    return _("This audit now has version {version} of its questionnaire. Nothing that you said is lost.").format(
        version=version
    )


def summary(carried: int, again: int, beside: int, returns: int, new: int) -> str:
    """In one sentence, before the lists. Only what there is is named."""
    found = (
        (
            carried,
            ngettext(
                "what you said about 1 statement carries over",
                "what you said about {count} statements carries over",
                carried,
            ),
        ),
        (
            returns,
            ngettext(
                "what you said about 1 statement comes back",
                "what you said about {count} statements comes back",
                returns,
            ),
        ),
        (again, ngettext("1 statement is asked again", "{count} statements are asked again", again)),
        (
            beside,
            ngettext(
                "what you said about 1 statement is kept beside",
                "what you said about {count} statements is kept beside",
                beside,
            ),
        ),
        (new, ngettext("1 statement is new", "{count} statements are new", new)),
    )
    said = [words.format(count=count) for count, words in found if count]
    if not said:
        return _("Nothing of what you have said so far is touched.")
    sentence = said[0]
    if len(said) > 1:
        # Translators: the parts of one sentence, all but the last with commas between.
        sentence = _("{parts}, and {last}").format(parts=", ".join(said[:-1]), last=said[-1])
    return f"{sentence[:1].upper()}{sentence[1:]}."


def counted(name: str, count: int) -> str:
    """A heading with how many statements stand below it."""
    return f"{name} ({count})"


def show(name: str, count: int) -> str:
    """Opens a long list."""
    return _("{name}: show all {count}").format(name=name, count=count)


def read_before(words: str) -> str:
    """Below a statement whose words have changed."""
    return _("Before, it read: “{words}”").format(words=words)


def read_in(version: int, words: str) -> str:
    """The same beside the question."""
    return _("In version {version} it read: “{words}”").format(version=version, words=words)


def why(note: str) -> str:
    """What the authors say about a change."""
    return _("Why it changed: {note}").format(note=note)


def before(version: int) -> str:
    """The title above what was said before, once there is an answer again."""
    return _("Before, in version {version}").format(version=version)


def you_said(answer: str) -> str:
    return _("The answer then: {answer}").format(answer=answer)
