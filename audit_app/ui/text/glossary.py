"""What the words mean that the app uses in a way of its own. One line a word, for somebody new to it."""

from audit_app.language import _

TITLE = _("What the words mean")
FIND = _("Find a word")
NOTHING = _("No word here has these letters. Try fewer.")

WORDS: tuple[tuple[str, str], ...] = (  # the word, what it means
    (_("Action"), _("One step of a plan: what will be done, by whom, by when.")),
    (
        _("Agreement"),
        _("How alike colleagues answered a survey. Where it is low, an average hides that people see things apart."),
    ),
    (
        _("Answer"),
        _("What was chosen for a statement, or a reason for choosing nothing: “Not applicable”, “Prefer not to say”."),
    ),
    (
        _("Audit"),
        _(
            "A school looks at itself: one questionnaire, answered in one round by the people who lead, in one set of "
            "answers that they agree on."
        ),
    ),
    (_("Backup"), _("One file with everything in the data folder, to keep on another disk.")),
    (
        _("Balance"),
        _(
            "What holds a partnership together: structure, trust, and something in it for each school. One that leans "
            "on a single one of them is fragile."
        ),
    ),
    (_("Baseline"), _("A school’s own first round, with which later ones are compared.")),
    (
        _("Bundle"),
        _("The file that travels between schools and devices: one or more audits, as much of them as was chosen."),
    ),
    (_("Comment"), _("A few words beside an answer, so that you remember why.")),
    (
        _("Counted"),
        _("How many answers are in an average. “Not applicable” and missing answers stay out of it, and are shown."),
    ),
    (_("Data folder"), _("The folder on this device in which everything is kept. Nothing is kept anywhere else.")),
    (
        _("Demo partnership"),
        _("Eight invented schools with audits, surveys and plans, to look around in. It is apart from your own data."),
    ),
    (_("Draft"), _("An audit that is still being answered. Several people and devices can work on it.")),
    (_("Evidence"), _("What shows that an answer is true: words, a web address, a file or a photo.")),
    (
        _("Fingerprint"),
        _("A short mark of a key or a questionnaire, to compare by telephone: the same mark means the same one."),
    ),
    (_("Gap"), _("How far apart two groups, for example leaders and teachers, see the same section.")),
    (_("Gardener"), _("Whoever keeps a partnership alive: collects files, notices silence, brings people together.")),
    (_("Going quiet"), _("Signs that a partnership is tailing off, before it has ended.")),
    (_("Joint plan"), _("What several schools will do together, and the part of each.")),
    (
        _("Key"),
        _(
            "Shows that a file really comes from the school that it names. When a school’s key changes, the app asks "
            "you before it believes the file."
        ),
    ),
    (_("Level"), _("What can be chosen for a statement, from 1 to 4. Each level says what it looks like.")),
    (_("Match"), _("One school that could help another with something, and the reason why.")),
    (_("Median"), _("The one in the middle when all are put in order: half are above it, half below.")),
    (_("Milestone"), _("A point on the way by which something should be seen to have changed.")),
    (
        _("Missing"),
        _("Asked, and not answered. It counts in no average, and is counted apart from “Not applicable”."),
    ),
    (
        _("Not applicable"),
        _("The statement does not fit this school. It counts in no average, and is not the same as no answer."),
    ),
    (
        _("Own question"),
        _("A question that your school asks beside the shared ones. It counts in no score and in no comparison."),
    ),
    (_("Passphrase"), _("Words that seal a file: without them nobody can open it. They are kept nowhere.")),
    (_("Peer group"), _("The schools that it is fair to compare with; a comparison always says which.")),
    (_("Plan"), _("Three to five priorities that follow from results, with actions, dates and who leads.")),
    (_("Priority"), _("One thing that you will make better, and how you will know that it worked.")),
    (_("Pulse"), _("A very short survey each term: ten statements, three minutes.")),
    (_("Quartiles"), _("Between them lies the middle half of the schools.")),
    (_("Questionnaire"), _("What is asked. Each version stays as it is, so that rounds can be compared.")),
    (
        _("Reliability"),
        _("Whether the statements of a section go together: only then does one score speak for all of them."),
    ),
    (_("Reopen"), _("To change submitted answers, with a reason. What stood before stays in the history.")),
    (_("Response"), _("One person’s answers to a survey, without the name.")),
    (_("Review"), _("A meeting that looks at a plan: what was done, what changed, what next.")),
    (
        _("Round"),
        _("One time of asking, usually a term, for example Autumn 2026. The next round shows what has changed."),
    ),
    (_("Score"), _("The average level of the answers in a section, from 1 to 4.")),
    (_("Section"), _("Statements that belong together, and have one score.")),
    (
        _("Shared folder"),
        _("A folder that several devices can reach, through which they take in each other’s audits."),
    ),
    (_("Smallest group"), _("The fewest people of whom results are shown. Below it, somebody could be recognised.")),
    (_("Statement"), _("One thing that a questionnaire asks about.")),
    (_("Submit"), _("To say that the answers are agreed. From then on they stand; a change needs a reason.")),
    (
        _("Survey"),
        _("Colleagues answer one by one, without their names. Results come once it is closed, for groups only."),
    ),
    (_("Trend"), _("How a section went from round to round. Only what was asked alike is compared.")),
    (
        _("Withheld"),
        _("Not shown, because a group is so small, or so nearly known, that somebody could be recognised."),
    ),
)
