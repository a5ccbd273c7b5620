"""Words of the first start."""

from audit_app.language import _

TITLE = _("Welcome to School Audit")
WHAT = _(
    "Find out how good your partnership with other schools is. You place your school on four levels, see what that "
    "means, and print a plan for your governors."
)
WHERE = _("Where your answers stay")
STAYS = _(
    "On this computer, kept the moment you enter them. There is no account, and nothing is sent anywhere: to share "
    "something, you export a file and hand it on."
)
SCHOOL = _("Your school")
ONLY_THE_NAME = _("Only the name of the school is needed. You can add the rest later, in the settings.")
START = _("Start")
OR_LOOK = _("Or look around first")
LOOK_TEXT = _(
    "See what it is like with eight invented schools: audits from three terms, comments and plans. "
    "The demo is kept apart from your own data, and you can leave it at any time."
)
LOOK = _("Look around with a demo partnership")
MAKING = _("The demo partnership is being made…")
