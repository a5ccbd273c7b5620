"""Words of answers from an earlier round that are offered in this one."""

from datetime import date

from audit_app.language import _, ngettext
from audit_app.ui.text import moments

# When an audit starts.
BEGIN_WITH = _("What to begin with")
BEGIN_HINT = _("Answers from an earlier round are only offered: each is asked again, and counts once you confirm it.")
BEGIN_EMPTY = _("Begin empty")
BEGIN_EMPTY_MEANS = _("Nothing is offered. You can still look into the earlier audit at any time.")

# Beside a statement.
STILL_TRUE = _("Still true")
ASK = _("Still true? If not, choose another answer below.")
STALE_ASK = _("Choose what is true now.")  # after “Answered more than a year ago …”
CONFIRMED = _("You have confirmed it for this round.")
ANSWERED_ANEW = _("You have answered differently this time.")
KEY_STILL_TRUE = _("S says that the answer from an earlier round is still true.")

# On “Check your answers”.
TO_CONFIRM = _("Waits to be confirmed")
UPDATED_MEANS = _(
    "These statements have changed since you answered them. Open each, see what you said, and answer again."
)


def begin_with(wave: str) -> str:
    """A choice when an audit starts."""
    return _("Begin with the answers from {wave}").format(wave=wave)


def begin_with_means(answered: int, items: int, changed: date) -> str:
    """Below that choice."""
    return _("{answered} of {items} answered, last changed on {day}. Each is asked again.").format(
        answered=answered, items=items, day=moments.day(changed)
    )


def from_wave(wave: str, answer: str) -> str:
    """Above a statement: what was answered in an earlier round."""
    return _("From {wave}: {answer}").format(wave=wave, answer=answer)


def mark(wave: str) -> str:
    """On the level that was chosen in an earlier round."""
    return _("From {wave}").format(wave=wave)


def stale(given: date) -> str:
    """An answer that is too old to be confirmed with a press."""
    return _("Answered more than a year ago, on {day}.").format(day=moments.day(given))


def still_true(answer: str) -> str:
    """Read aloud for the button."""
    return f"{STILL_TRUE}: {answer}"


def waiting(count: int) -> str:
    """Below the bar of progress."""
    return ngettext(
        "{count} from an earlier round waits to be confirmed",
        "{count} from an earlier round wait to be confirmed",
        count,
    ).format(count=count)


def to_confirm_means(count: int) -> str:
    """On “Check your answers”, above their list."""
    return ngettext(
        "One answer from an earlier round was not given again. It counts for nothing until you confirm it.",
        "{count} answers from an earlier round were not given again. They count for nothing until you open each and "
        "say whether it is still true.",
        count,
    ).format(count=count)
