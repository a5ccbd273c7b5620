"""What each screen is for, what to do first, and what happens to what is typed there: one paragraph a screen."""

from collections.abc import Mapping

from audit_app.language import _

BUTTON = _("About this screen")
WORDS = _("What the words mean")  # a link to the list of words
HELP = _("Help")  # a link

# By the address of the screen; a part that begins with a colon stands for anything.
PARAGRAPHS: Mapping[str, str] = {
    "/": _(
        "Where you begin each time. What you were working on stands first: press “Continue”, and you land where you "
        "stopped. Nothing has to be saved: every answer is on this device the moment that you give it."
    ),
    "/welcome": _(
        "The first start. Type your school’s name and begin, or look around with invented schools first. What you type "
        "stays on this device; there is no account."
    ),
    "/audits": _(
        "Every audit in this data folder, your own and those that others sent. Type a few words to find one. Nothing "
        "is changed here."
    ),
    "/audits/:audit": _(
        "One statement after another: choose the level that describes your school as it is today. A comment or a piece "
        "of evidence helps you remember why. Everything is kept at once, and you can stop at any statement."
    ),
    "/audits/:audit/items/:item": _(
        "Choose the level that describes your school as it is today, best with the others who lead it. A comment or a "
        "piece of evidence helps you remember why. Everything is kept at once, and can be changed until you submit."
    ),
    "/audits/:audit/items/:item/history": _(
        "Who said what about this statement, and when. Any earlier answer can be put back; that adds a line, and takes "
        "none away."
    ),
    "/audits/:audit/history": _(
        "Every change in this audit, the newest first, with who made it on which day. Any earlier answer can be put "
        "back; that adds a line, and takes none away."
    ),
    "/audits/:audit/erase": _(
        "For a person’s right to be forgotten. Choose a name, or a statement with words that must go. What is erased "
        "here is gone for good, from the history and from the backups inside the data folder too."
    ),
    "/audits/:audit/items/:item/erase": _(
        "Choose which words about this statement go for good: from the screen, the history and the backups inside the "
        "data folder. The level that was chosen stays."
    ),
    "/audits/:audit/versions": _(
        "The questions of this audit have a newer version. Read what carries over and what is asked again, then decide "
        "whether to move. Nothing that was said is lost either way."
    ),
    "/audits/:audit/versions/:version": _(
        "What moving this audit to that version of its questions changes. Read what carries over and what is asked "
        "again, then decide. Nothing that was said is lost either way."
    ),
    "/audits/:audit/check": _(
        "Everything that was answered at a glance, and what is missing. Press a line to go back to it. Submit when the "
        "answers are agreed: from then on they stand, and a change needs a reason."
    ),
    "/audits/:audit/results": _(
        "What the answers mean: how each section stands, where you are strong, where to begin. Read it with the people "
        "who answered. Nothing here can be changed by reading it; the next step, a plan, stands at the end."
    ),
    "/audits/:audit/papers": _(
        "Papers to hand out: the plan for governors, the completed audit, and others. Choose one and save it as a PDF. "
        "It is made on this device, and goes only where you take it."
    ),
    "/audits/:audit/plan": _(
        "What you will work on. Add suggestions from your results or priorities of your own, three to five, then open "
        "each to say who does what by when. Whatever you type is kept as you go."
    ),
    "/audits/:audit/plan/:priority": _(
        "One priority: what is to be better, who leads it, what will be done by when, and how you will know that it "
        "worked. Whatever you type is kept as you go; what you remove can be put back."
    ),
    "/audits/:audit/share": _(
        "Makes a file of this audit to hand on. Choose how much is in it: for partner schools, scores are enough. The "
        "file goes only where you take it, and the audit here stays as it is."
    ),
    "/results": _(
        "What the answers mean: of your only audit at once, of several by “See results” beside the one that you mean. "
        "An audit has results as soon as something is answered; a survey, once it is closed."
    ),
    "/plan": _(
        "What you will work on. With one audit its plan stands here at once; with several, first what is overdue or "
        "due soon in any of their plans, then the plans. Press a line to go where it stands."
    ),
    "/start": _(
        "Choose what to look at, name the round (usually the term), and begin. A round that has the same name at "
        "several schools can be compared. You needn’t answer everything in one go."
    ),
    "/start/:questionnaire": _(
        "Name the round (usually the term) and begin. Answers of an earlier round can come along as a reminder. You "
        "needn’t answer everything in one go."
    ),
    "/import": _(
        "Takes in files that other schools, colleagues or your other devices exported. Choose them all at once: you "
        "first see what each would do. Nothing is kept until you agree, and nothing of yours is overwritten."
    ),
    "/surveys": _(
        "Anonymous surveys of colleagues. Start one, hand this device to colleagues one after another or send them a "
        "small file, then close it to see results. Nobody’s answers can be seen by themselves."
    ),
    "/surveys/start": _(
        "Opens a survey: what is asked, of which groups, until when, and what colleagues are told. Large groups "
        "protect people best. What you write here is what colleagues read before they answer."
    ),
    "/surveys/start/:questionnaire": _(
        "Opens a survey: which groups are asked, until when, and what colleagues are told. Large groups protect people "
        "best. What you write here is what colleagues read before they answer."
    ),
    "/surveys/answer": _(
        "For a colleague who got an invitation file: choose it, answer, and save the response as a file to give back. "
        "Answers are not kept on this device."
    ),
    "/surveys/responses": _(
        "Takes in the files in which colleagues gave their answers back. Choose them all at once; each is counted "
        "once, however often it comes. Nobody sees what is in a single one."
    ),
    "/surveys/of/:audit": _(
        "One survey: how many have answered, and what to do next. Hand this device over, make an invitation file, take "
        "in response files, and close it when everyone had a chance. Results come after closing."
    ),
    "/surveys/of/:audit/terms": _(
        "Puts the last day later, or changes what colleagues are told. Promises that were made to those who have "
        "answered already can’t be made weaker."
    ),
    "/surveys/of/:audit/hand-over": _(
        "Before you give this device to a colleague. From then on it shows the survey and nothing else, until somebody "
        "takes it back; with a code, only you can."
    ),
    "/library": _(
        "All questionnaires that are on this device. Open one to read it before you begin, to print it blank, or to "
        "write questions of your own beside it."
    ),
    "/library/import/file": _(
        "Takes in a questionnaire that somebody wrote in a spreadsheet (XLSForm) or exported. Choose the file: you see "
        "what is wrong with it, where, and how to mend it. Nothing is kept until it is sound and you agree."
    ),
    "/library/:questionnaire": _(
        "What this questionnaire asks, and how long it takes. Start from here, print it blank, or read its sections "
        "one by one. A version never changes once it is out."
    ),
    "/library/:questionnaire/parts/:part": _(
        "One section of the questionnaire, statement by statement, with what each level looks like. It is for reading: "
        "nothing can be answered here."
    ),
    "/library/:questionnaire/own": _(
        "Up to ten questions of your school’s own, asked after the shared ones. They count in no score and no "
        "comparison, so you stay comparable. They are asked in audits that you start from now on."
    ),
    "/library/:questionnaire/own/:item": _(
        "Write one question, and what can be chosen as its answer. You see it as it will be asked. It is kept when you "
        "say so, and can be changed until an audit asks it."
    ),
    "/partnership": _(
        "Your schools side by side, from what each chose to share. Look for what several schools need, and for who "
        "could offer it. It is no league table, and names can be left out."
    ),
    "/partnership/matches": _(
        "Which school could help which with what, and why. Say yes or no to each suggestion; your decisions are kept "
        "here. Change what counts for more, and the suggestions are worked out anew."
    ),
    "/partnership/momentum": _(
        "Signs that a partnership is going quiet, while there is time to do something: meetings, the pulse, overdue "
        "actions, work that rests on one person. Read the signs first, then the list of what to do."
    ),
    "/partnership/plans": _(
        "What several schools plan together, with the part of each. Begin one with your schools, or open the one that "
        "is here. Its file goes to the others; what each of you says comes together when files are imported."
    ),
    "/sync": _(
        "Shares audits through a folder that several devices can reach. Name the folder and look: you see what would "
        "come and go before anything happens. Each device writes its own files, so nothing is overwritten."
    ),
    "/data": _(
        "Where everything is kept. Check that it is sound, make a backup on another disk, bring a backup in, or move "
        "the whole folder. A backup now and then is worth the minute."
    ),
    "/settings": _(
        "Your school’s profile, which is kept when you press “Save the profile”, and how the app looks: text size, "
        "colours and language are kept at once. All of it stays on this device. Your data and backups are here too."
    ),
    "/settings/keys": _(
        "By which keys files are known: this device’s own, to be read out to other schools, and theirs. A key that is "
        "no longer a school’s can be forgotten; nothing that was imported goes with it."
    ),
    "/help": _(
        "How to begin, the keys, and what the words mean. Each screen also has its own paragraph: press “About this "
        "screen” at its top."
    ),
    "/help/words": _("Every word that the app uses in a way of its own, from A to Z. Type a few letters to find one."),
}

NOWHERE = _("There is no screen at this address. The navigation above leads to all that there is.")
