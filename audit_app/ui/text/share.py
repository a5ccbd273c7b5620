"""Words of the screen that exports an audit."""

TITLE = "Export"
INTRO = "Export writes a file. You decide who gets it: nothing is sent from here."
HOW_MUCH = "What the file contains"
CHOICES = (  # code (not shown), label, explanation
    ("scores", "Scores", "For partner schools: the levels, and how much evidence there is. No words and no names."),
    (
        "comments",
        "Scores and comments",
        "Also comments and evidence in words, without the names of those who wrote them.",
    ),
    ("full", "Everything", "For a colleague who works on the same audit: names, files, history and the plan too."),
)
THIS_FILE = "This file holds"
SEAL = "Seal it with a passphrase"
SEAL_FIELD = "Passphrase"
SEAL_HINT = "Four or five words that have nothing to do with each other are easy to say and hard to guess."
AGAIN = "The same passphrase again"
NOT_THE_SAME = "This is not the same as above. Type both again."
SHOW = "Show what I type"
HOW_TO_TELL = "Tell the other school the passphrase by telephone or in person. Never send it along with the file."
NO_WAY_BACK = "It is not kept anywhere. Whoever has the file but not the passphrase can’t open it, and neither can you."
EXPORT = "Export"
WORKING = "The file is being written…"
BACK = "Back to results"
HOW_READ = "The other school opens the app, chooses “Import a file” on its home screen, and picks this file."


def done_sealed(name: str) -> str:
    return f"“{name}” is in your downloads, sealed. Tell the other school the passphrase by another way than the file."


def done(name: str) -> str:
    return f"“{name}” is in your downloads. Send it as you send other files that are not for everyone."
