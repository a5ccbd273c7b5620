"""Words of the partnership’s screen: schools side by side, what they share, who offers what."""

from collections.abc import Sequence

from audit_app.language import _, ngettext
from audit_app.regional import listed, plain
from audit_app.results.figures import one_decimal
from audit_app.results.partnership_model import CommonIssue, ComparedSchool, ComparedSection, Offer, SchoolViews, Wish
from audit_app.results.views import View

TITLE = _("Partnership")
INTRO = _(
    "Schools side by side, in the order of their names. It is no league table: what differs is where the talk begins."
)
READING = _("What the schools said is being read…")
READING_FILES = _("The files are being read…")
MOMENTUM = _("Is it going quiet?")  # a link to another screen
MATCHES = _("Who could help whom")  # a link to another screen

# What is compared.
WHICH = _("Questionnaire")
NAMES = _("Show the schools’ names")
NAMES_OFF = _(
    "Names are withheld: each school has a letter that says nothing about its name. What was left out isn’t listed."
)
SCHOOLS = _("Schools to compare")  # read aloud: the name of a list of check boxes
TOO_FEW = _("Choose at least two schools to compare.")

# Bringing more.
MORE = _("Bring more schools in")
MORE_TEXT = _(
    "Each school exports its audit as “scores”: levels, without comments or names. Import the files to keep them here, "
    "or compare them now and keep nothing."
)
IMPORT = _("Import files")
COMPARE_FILES = _("Compare files without importing them")
SHARED_FOLDER = _("Use a shared folder")
FILES_TITLE = _("Nothing of this is kept")
BACK_HERE = _("Back to what is here")

# Nothing to compare yet.
EMPTY_TITLE = _("Two schools make a comparison")
EMPTY = _("This data folder holds what at most one school said. Once two or more have answered the same questionnaire:")
EMPTY_STEPS = (
    _(
        "Ask each school to open its audit, export its scores, and send you the file. It holds no "
        "comments and no names."
    ),
    _("Import all their files at once. You see what comes before anything is kept."),
    _("Or agree on a shared folder, where each school’s app leaves its file by itself."),
)
NO_FILES_TITLE = _("These files can’t be compared with one another")
NO_FILES = _("No two schools in them answered the same questionnaire. Choose files of two schools or more.")

# The heat map.
MAP = _("Section by section")
MAP_EXPLAINED = _(
    "Each cell has the score and the level that it is nearest to; its colour says the same. The median is the middle "
    "school; half of the schools lie between the quartiles."
)
SCHOOL = _("School")
SECTION = _("Section")
MEDIAN = _("Median")
QUARTILES = _("Quartiles")
NO_SCORE = _("No score")
NONE = "–"
FEW = 2  # schools that are named within a sentence; more are counted
NO_BREAK = "\N{NO-BREAK SPACE}"
SHOW_MORE = _("Show more schools")

# Each school.
EACH = _("School by school")
EACH_EXPLAINED = _(
    "Where each stands beside the middle of the partnership. A quarter of a level or less counts as the same."
)
DRAFT = _("Not finished")
SOURCES = {"self_audit": _("Self-audit"), "survey": _("Survey")}
ALONE = _("There is no score to set beside others.")

# The overlay.
OVERLAY = _("Schools on one chart")
OVERLAY_EXPLAINED = _("Choose up to four. Each has its own line, mark and colour; the table has the values.")
OVERLAY_FULL = _("Four are chosen. Take one out to choose another.")
OVERLAY_TABLE = _("Scores of the chosen schools")
OVERLAY_PICK = _("Schools on the chart")  # read aloud: the name of a list of check boxes
OVERLAY_NONE = _("Choose at least one school.")

# What they share.
ISSUES = _("Common issues")
ISSUES_EXPLAINED = _("Where a third of the schools or more report a need, whatever else is said of them.")
NO_ISSUES = _("No need is reported by a third of the schools.")
ITEMS = _("Lowest in several schools")
REPORT_IT = _("Who reports it")

# Where they differ.
DIFFER = _("Seen very differently")
DIFFER_EXPLAINED = _("Two levels or more lie between schools of the same partnership. Ask each other what you see.")
NO_DIFFERENCES = _("No two schools lie two levels apart on any statement.")

# Leaders beside colleagues.
VIEWS = _("Leaders beside colleagues")
VIEWS_EXPLAINED = _(
    "A school’s self-audit, agreed by its leaders, beside the survey of its colleagues on the same statements. A "
    "difference is named only where chance would rarely make it."
)
LEADERS = _("Leaders")
COLLEAGUES = _("Colleagues")
IN_WORDS = _("In words")

# The register.
REGISTER = _("Shared-provision register")
REGISTER_EXPLAINED = _("What schools say that they could give others, area by area, and who would like it.")
REGISTER_TABLE = _("Offers by area")
AREA = _("Area")
OFFERED_BY = _("Offered by")
HOW_MUCH = _("For how many")
LEVEL = _("Its level")
WANTED_BY = _("Wanted by")
NOBODY_YET = _("Nobody yet")
UNTAKEN = _("Offers that nobody takes up")
MET = _("Wishes that others could meet")
UNMET = _("Wishes that nobody offers to meet")
NO_OFFERS = _("No school offers anything yet.")

# What is not in it.
LEFT_OUT = _("What was left out, and why")
REASON = _("Why")
ROUND = _("Round")
ITEMS_OUT = _("These statements are not the same in every version that was answered, so they are not compared:")
NOTHING_OUT = _("Nothing was left out.")


def schools_chosen(chosen: int, total: int) -> str:
    """On what opens the list of schools."""
    return _("Choose schools ({chosen} of {total})").format(chosen=chosen, total=total)


def answered_by(title: str, schools: int) -> str:
    """A questionnaire in the list."""
    return ngettext("{title} (1 school)", "{title} ({count} schools)", schools).format(title=title, count=schools)


def from_files(count: int) -> str:
    return ngettext(
        "This comes from a file that you chose. When you leave this screen, it is gone.",
        "This comes from {count} files that you chose. When you leave this screen, it is gone.",
        count,
    ).format(count=count)


def summary(schools: int, items: int) -> str:
    """Above the heat map."""
    among = ngettext("1 school", "{count} schools", schools).format(count=schools)
    compared = ngettext("1 statement", "{count} statements", items).format(count=items)
    # Translators: “8 schools, 34 statements compared.”
    return _("{schools}, {statements} compared.").format(schools=among, statements=compared)


def score(value: float | None) -> str:
    return NONE if value is None else one_decimal(value)


def quartiles(section: ComparedSection) -> str:
    """From four schools on."""
    if section.lower_quartile is None or section.upper_quartile is None:
        return NONE
    return _("{lower} to {upper}").format(
        lower=one_decimal(section.lower_quartile), upper=one_decimal(section.upper_quartile)
    )


def kind(school: ComparedSchool) -> str:
    """Where a school's scores come from, and what they rest on."""
    if school.source == "self_audit":
        counted = ngettext("{count} answer", "{count} answers", school.n).format(count=school.n)
    else:
        counted = ngettext("{count} response", "{count} responses", school.n).format(count=school.n)
    return f"{SOURCES[school.source]}, {school.wave}, {counted}"


def overlay(schools: Sequence[tuple[str, Sequence[tuple[str, float | None]]]]) -> str:
    """The chart, read aloud; the table below says the same."""
    no_score = _("no score")
    said = (
        f"{name}: "
        + ", ".join(f"{title} {no_score if value is None else one_decimal(value)}" for title, value in scores)
        for name, scores in schools
    )
    return _("Radar chart. {schools}").format(schools="; ".join(said))


def more_issues(count: int) -> str:
    """On a button below the most widely shared."""
    return _("Show {count} more").format(count=count)


def shared_by(issue: CommonIssue) -> str:
    return _("{count} of {of} schools").format(count=len(issue.schools), of=issue.of)


def low_item(text: str, schools: Sequence[str]) -> str:
    """A statement that is low in several schools: who, as long as the list is short; “5 schools” stays together."""
    who = _named_or_counted(schools)
    return f"{text} ({who if len(schools) <= FEW else who.replace(' ', NO_BREAK)})"


def views_of(one: SchoolViews) -> str:
    """Above a school's table."""
    if one.self_audit_wave == one.survey_wave:
        return _("Both of {round}").format(round=one.survey_wave)
    # Translators: each is of one round, such as “Autumn 2026”.
    return _("Self-audit of {one}, survey of {other}").format(one=one.self_audit_wave, other=one.survey_wave)


def views_caption(school: str) -> str:
    return f"{VIEWS}: {school}"


def view(one: View) -> str:
    return one.sentence or one.reason or ""


def capacity(offer: Offer) -> str:
    """How many schools in a year, as the school said."""
    if offer.capacity is None:
        return _("Not said")
    return ngettext("1 school a year", "{count} schools a year", offer.capacity).format(count=offer.capacity)


def level(offer: Offer) -> str:
    if offer.level is None:
        return _("Not said")
    return f"{plain(offer.level)}, {_('with evidence') if offer.evidenced else _('no evidence given')}"


def offered_by(offer: Offer) -> str:
    return _("{school} (on conditions)").format(school=offer.school) if offer.on_conditions else offer.school


def wanted_by(offer: Offer) -> str:
    """In the table; the names stand in the list of wishes below it."""
    if not offer.wanted_by:
        return NOBODY_YET
    return _named_or_counted(offer.wanted_by)


def _named_or_counted(schools: Sequence[str]) -> str:
    return listed(schools) if len(schools) <= FEW else _("{count} schools").format(count=len(schools))


def untaken(offer: Offer) -> str:
    return f"{offer.title}: {offer.school}"


def wish(wish: Wish) -> str:
    """An area, and who would like help with it; those who want it now are marked."""
    names = [_("{school} (this year)").format(school=name) if name in wish.now else name for name in wish.schools]
    return f"{wish.title}: {listed(names)}"


def further_left_out(count: int) -> str:
    """Below a list that is long enough already."""
    return ngettext("1 more is left out.", "{count} more are left out.", count).format(count=count)


def earlier(count: int) -> str:
    """Earlier rounds are only counted."""
    return ngettext(
        "1 earlier round of schools that are compared: the latest finished one counts.",
        "{count} earlier rounds of schools that are compared: the latest finished one counts.",
        count,
    ).format(count=count)


def other_questionnaires(count: int) -> str:
    """Answers to other questionnaires are only counted."""
    return ngettext(
        "1 answers another questionnaire, which is compared on its own.",
        "{count} answer another questionnaire, which is compared on its own.",
        count,
    ).format(count=count)
