"""Words of the screen that exports an audit."""

from audit_app.language import _

TITLE = _("Export")
INTRO = _("Export writes a file. You decide who gets it: nothing is sent from here.")
HOW_MUCH = _("What the file contains")
CHOICES = (  # code (not shown), label, explanation
    (
        "scores",
        _("Scores"),
        _("For partner schools: the levels, and how much evidence there is. No words and no names."),
    ),
    (
        "comments",
        _("Scores and comments"),
        _("Also comments and evidence in words, without the names of those who wrote them."),
    ),
    (
        "full",
        _("Everything"),
        _("For a colleague who works on the same audit: names, files, history and the plan too."),
    ),
)
THIS_FILE = _("This file holds")
SEAL = _("Seal it with a passphrase")
SEAL_FIELD = _("Passphrase")
SEAL_HINT = _("Four or five words that have nothing to do with each other are easy to say and hard to guess.")
AGAIN = _("The same passphrase again")
NOT_THE_SAME = _("This is not the same as above. Type both again.")
SHOW = _("Show what I type")
HOW_TO_TELL = _("Tell the other school the passphrase by telephone or in person. Never send it along with the file.")
NO_WAY_BACK = _(
    "It is not kept anywhere. Whoever has the file but not the passphrase can’t open it, and neither can you."
)
EXPORT = _("Export")
WORKING = _("The file is being written…")
BACK = _("Back to results")
JOINT_FOLDER = _(
    "The other school chooses “Import a file” on its home screen, and picks this file. Or save it into the folder that "
    "your schools share, not sealed and under this name: from then on “Use a shared folder” keeps it the same "
    "everywhere."
)
HOW_READ = _("The other school opens the app, chooses “Import a file” on its home screen, and picks this file.")


def done_sealed(name: str) -> str:
    return _(
        "“{name}” is in your downloads, sealed. Tell the other school the passphrase by another way than the file."
    ).format(name=name)


def done(name: str) -> str:
    return _("“{name}” is in your downloads. Send it as you send other files that are not for everyone.").format(
        name=name
    )
