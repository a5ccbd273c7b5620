"""Words of the first start."""

TITLE = "Welcome to School Audit"
WHAT = (
    "School Audit helps you find out how good your partnership with other schools is, and what to do about it. "
    "You place your school on four levels, statement by statement. It shows you what that means, helps you make a "
    "plan, and prints the plan for your governors."
)
WHERE = "Where your answers stay"
STAYS = (
    "Everything you enter is kept on this computer, the moment you enter it.",
    "Nothing is sent anywhere. There is no account and no password, and you need no network.",
    "You decide what to share: you export a file, and you hand it on.",
)
SCHOOL = "Your school"
ONLY_THE_NAME = (
    "Only the name is needed. The rest helps when schools compare, and you can add it later in the settings."
)
START = "Start"
OR_LOOK = "Or look around first"
LOOK_TEXT = (
    "See what it is like with eight invented schools: audits from three terms, comments and plans. "
    "The demo is kept apart from your own data, and you can leave it at any time."
)
LOOK = "Look around with a demo partnership"
MAKING = "The demo partnership is being made…"
