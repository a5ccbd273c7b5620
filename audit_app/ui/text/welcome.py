"""Words of the first start."""

TITLE = "Welcome to School Audit"
WHAT = (
    "Find out how good your partnership with other schools is. You place your school on four levels, see what that "
    "means, and print a plan for your governors."
)
WHERE = "Where your answers stay"
STAYS = (
    "On this computer, kept the moment you enter them. There is no account, and nothing is sent anywhere: to share "
    "something, you export a file and hand it on."
)
SCHOOL = "Your school"
ONLY_THE_NAME = "Only the name of the school is needed. You can add the rest later, in the settings."
START = "Start"
OR_LOOK = "Or look around first"
LOOK_TEXT = (
    "See what it is like with eight invented schools: audits from three terms, comments and plans. "
    "The demo is kept apart from your own data, and you can leave it at any time."
)
LOOK = "Look around with a demo partnership"
MAKING = "The demo partnership is being made…"
