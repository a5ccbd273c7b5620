"""Words of joint plans: what several schools will do together, and the part of each."""

from collections.abc import Sequence

from audit_app.language import _, ngettext
from audit_app.plans.joint import Part
from audit_app.regional import listed

# The list of them, and beginning one.
PLANS = _("Joint plans")
LINK = _("Joint plans")  # a link to that list
INTRO = _(
    "What your schools will do together, and which school does what. One of you keeps it; every school can have it, "
    "and say how far its own part is."
)
NONE = _("No joint plan yet")
NONE_TEXT = _(
    "Begin one with the schools of your partnership. If another school keeps it already, import the file that it sent."
)
OPEN = _("Open the joint plan")
BEGIN_TITLE = _("Begin a joint plan")
BEGIN_ANOTHER = _("Begin another joint plan")
NAME = _("What is your partnership called?")
PERIOD = _("What is the plan for?")
PERIOD_HINT = _("A school year or a term, for example “2026–27”.")
WHO = _("Schools that take part")
OTHERS = _("Other schools")
OTHERS_HINT = _("One on each line, by the name that each uses in its own app.")
BEGIN = _("Begin the joint plan")
BACK_TO_PARTNERSHIP = _("Back to the partnership")
BACK = _("All joint plans")
ELSEWHERE = _("This is a joint plan. It has no answers and no results of its own: everything stands in the plan.")
BACK_TO_PLAN = _("Back to the joint plan")

# The plan itself.
TITLE = _("Joint plan")
TOGETHER = _("What we will do together")
YOUR_PART = _("Your part")
NO_PART_YET = _("No action of the plan is your school’s yet.")
WHO_DOES_WHAT = _("Who does what")
SCHOOL, LEADS, ACTIONS, DONE, OVERDUE = _("School"), _("Leads"), _("Actions"), _("Done"), _("Overdue")
NOBODY = _("Not yet taken on")
SCHOOLS = _("Schools that take part")
SCHOOLS_HINT = _("One on each line. Whoever leaves keeps what is already named as its part.")
SHARED = _("What your schools share")
SHARED_EXPLAINED = _("What a third of the schools or more report, from what this data folder holds of them.")
LOOK = _("Look for what we share")
LOOKING = _("What the schools said is being read…")
NOTHING_SHARED = _("No third of the schools reports the same. Add a priority of your own.")
AGREED = _("Questions and decisions")

# Handing it out.
HAND_OUT = _("Hand it out")
HAND_OUT_EXPLAINED = _("On paper, the plan has a page for each school, so that its governors get its part.")
FOR_WHOM = _("For whom")
EVERYBODY = _("All schools")
PDF = _("PDF of the joint plan")
PDF_OF_PART = _("PDF of its part")  # of one school
MORE_WAYS = _("For one school, as days or as tables")
CALENDAR = _("Days for a calendar")
SEND = _("Send it to the other schools")
SEND_EXPLAINED = _(
    "They import the file, fill in their part, and send theirs back. Nothing is lost: where two of you changed the "
    "same thing, both stand until somebody chooses. Saved into the folder that your schools share, it stays the same "
    "everywhere by itself."
)
GIVE_UP = _("Remove this joint plan")
GIVE_UP_TITLE = _("Remove this joint plan?")
GIVE_UP_TEXT = _("It goes from your lists. “Your data” brings it back, and other schools keep their copies.")
GONE = _("The joint plan is removed. “Your data” brings it back.")

# In a priority.
LEADING = _("Leading school")
NOT_AGREED = _("Not agreed yet")
WHICH_SCHOOL = _("Which school")
FOR_EVERY = _("The same action for every school")
FOR_EVERY_HINT = _("Each school gets one of its own, with its own person, day and state.")
ADD_FOR_EVERY = _("Add for every school")

# Two wordings.
DIFFER = _("Written differently by two people")
DIFFER_EXPLAINED = _("Neither had seen the other’s words. The plan shows the later ones until you choose.")
BLANK = _("(left blank)")


def caption(partnership: str, period: str) -> str:
    """Which plan it is."""
    return f"{partnership} · {period}"


def tab(partnership: str, period: str) -> str:
    """The browser tab."""
    return f"{TITLE} – {partnership}, {period}"


FIRST_FEW = 3
"""Schools that are named where there is no room for all."""


def line(schools: Sequence[str], priorities: int) -> str:
    """Below the name of a plan in the list."""
    counted = ngettext("{count} priority", "{count} priorities", priorities).format(count=priorities)
    return _("{schools} · {counted}").format(schools=few_of(schools), counted=counted)


def few_of(schools: Sequence[str]) -> str:
    """All of them, or how many they are and who comes first."""
    if len(schools) <= FIRST_FEW + 1:  # “and one more” is as long as its name
        return listed(schools)
    over = len(schools) - FIRST_FEW
    more = ngettext("{count} more", "{count} more", over).format(count=over)
    named = listed([*schools[:FIRST_FEW], more])
    return ngettext("{count} school: {named}", "{count} schools: {named}", len(schools)).format(
        count=len(schools), named=named
    )


def open_name(partnership: str, period: str) -> str:
    """Read aloud for the button that opens a plan."""
    return f"{OPEN}: {caption(partnership, period)}"


def your_part(part: Part) -> str:
    """How far the own school's part is."""
    actions = ngettext("{done} of {count} action done", "{done} of {count} actions done", part.actions).format(
        done=part.done, count=part.actions
    )
    leads = ngettext("you lead {count} priority", "you lead {count} priorities", part.leads).format(count=part.leads)
    late = ngettext("{count} is overdue", "{count} are overdue", part.overdue).format(count=part.overdue)
    return " · ".join([actions, *([late] if part.overdue else []), *([leads] if part.leads else [])])


def say_how_far(name: str) -> str:
    """Opens the fields of one of the school's own actions."""
    return _("Say how far it is: {name}").format(name=name)


def of_school(name: str) -> str:
    """Read aloud for the field for the school whose part an action is."""
    return _("{name}: which school").format(name=name)


def action_of(priority: str, action: str) -> str:
    """An action outside its priority: “Priority 1, Action 2”."""
    return f"{priority}, {action}"


def said_by(name: str, day: str) -> str:
    """Below one of two wordings."""
    return _("{name}, {day}").format(name=name, day=day) if name else day


def choose(words: str) -> str:
    """Read aloud for the button that lets one wording stand."""
    return _("Let this stand: {words}").format(words=words)


CHOOSE = _("Let this stand")
FIELDS = {  # of which part of the plan two wordings are
    "title": _("Title"),
    "section": _("Section"),
    "items": _("Statements"),
    "suggested": _("Where it comes from"),
    "why": _("Why this"),
    "objective": _("Objective"),
    "baseline": _("Where we are now"),
    "target": _("Where we want to be"),
    "school": _("School"),
    "schools": SCHOOLS,
    "owner": _("Led by"),
    "supporter": _("Supported by"),
    "link_governor": _("Link governor"),
    "due": _("End date"),
    "start": _("Start date"),
    "text": _("Action"),
    "state": _("State"),
    "rag": _("How it stands"),
    "rag_reason": _("Reason for the rating"),
    "halt": _("Is it going on?"),
    "halt_reason": _("Why it is on hold or stopped"),
    "impact": _("Impact so far"),
    "risks": _("Risks"),
    "monitoring": _("Monitoring"),
    "monitored_by": _("Who looks at it"),
    "monitored_when": _("When they look at it"),
    "next_review": _("Next review"),
    "first_step": _("First step"),
    "criteria": _("Success criteria"),
    "milestones": _("Milestones"),
    "questions": _("Questions"),
    "decisions": _("Decisions asked for"),
    "cost": _("Cost"),
    "cost_actual": _("Actual cost"),
    "removed": _("Taken out of the plan"),
}
