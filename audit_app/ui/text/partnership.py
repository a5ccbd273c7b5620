"""Words of the partnership’s screen: schools side by side, what they share, who offers what."""

from collections.abc import Sequence

from audit_app.results.partnership_model import CommonIssue, ComparedSchool, ComparedSection, Offer, SchoolViews, Wish
from audit_app.results.partnership_words import listed
from audit_app.results.views import View

TITLE = "Partnership"
INTRO = (
    "Schools side by side, in the order of their names. It is no league table: what differs is where the talk begins."
)
READING = "What the schools said is being read…"
READING_FILES = "The files are being read…"
MOMENTUM = "Is it going quiet?"  # a link to another screen
MATCHES = "Who could help whom"  # a link to another screen

# What is compared.
WHICH = "Questionnaire"
NAMES = "Show the schools’ names"
NAMES_OFF = (
    "Names are withheld: each school has a letter that says nothing about its name. What was left out isn’t listed."
)
SCHOOLS = "Schools to compare"  # read aloud: the name of a list of check boxes
TOO_FEW = "Choose at least two schools to compare."

# Bringing more.
MORE = "Bring more schools in"
MORE_TEXT = (
    "Each school exports its audit as “scores”: levels, without comments or names. Import the files to keep them here, "
    "or compare them now and keep nothing."
)
IMPORT = "Import files"
COMPARE_FILES = "Compare files without importing them"
SHARED_FOLDER = "Use a shared folder"
FILES_TITLE = "Nothing of this is kept"
BACK_HERE = "Back to what is here"

# Nothing to compare yet.
EMPTY_TITLE = "Two schools make a comparison"
EMPTY = "This data folder holds what at most one school said. Once two or more have answered the same questionnaire:"
EMPTY_STEPS = (
    "Ask each school to open its audit, export its scores, and send you the file. It holds no comments and no names.",
    "Import all their files at once. You see what comes before anything is kept.",
    "Or agree on a shared folder, where each school’s app leaves its file by itself.",
)
NO_FILES_TITLE = "These files can’t be compared with one another"
NO_FILES = "No two schools in them answered the same questionnaire. Choose files of two schools or more."

# The heat map.
MAP = "Section by section"
MAP_EXPLAINED = (
    "Each cell has the score and the level that it is nearest to; its colour says the same. The median is the middle "
    "school; half of the schools lie between the quartiles."
)
SCHOOL = "School"
SECTION = "Section"
MEDIAN = "Median"
QUARTILES = "Quartiles"
NO_SCORE = "No score"
NONE = "–"
FEW = 2  # schools that are named within a sentence; more are counted
SHOW_MORE = "Show more schools"

# Each school.
EACH = "School by school"
EACH_EXPLAINED = (
    "Where each stands beside the middle of the partnership. A quarter of a level or less counts as the same."
)
DRAFT = "Not finished"
SOURCES = {"self_audit": "Self-audit", "survey": "Survey"}
ALONE = "There is no score to set beside others."

# The overlay.
OVERLAY = "Schools on one chart"
OVERLAY_EXPLAINED = "Choose up to four. Each has its own line, mark and colour; the table has the values."
OVERLAY_FULL = "Four are chosen. Take one out to choose another."
OVERLAY_TABLE = "Scores of the chosen schools"
OVERLAY_PICK = "Schools on the chart"  # read aloud: the name of a list of check boxes
OVERLAY_NONE = "Choose at least one school."

# What they share.
ISSUES = "Common issues"
ISSUES_EXPLAINED = "Where a third of the schools or more report a need, whatever else is said of them."
NO_ISSUES = "No need is reported by a third of the schools."
ITEMS = "Lowest in several schools"
REPORT_IT = "Who reports it"

# Where they differ.
DIFFER = "Seen very differently"
DIFFER_EXPLAINED = "Two levels or more lie between schools of the same partnership. Ask each other what you see."
NO_DIFFERENCES = "No two schools lie two levels apart on any statement."

# Leaders beside colleagues.
VIEWS = "Leaders beside colleagues"
VIEWS_EXPLAINED = (
    "A school’s self-audit, agreed by its leaders, beside the survey of its colleagues on the same statements. A "
    "difference is named only where chance would rarely make it."
)
LEADERS = "Leaders"
COLLEAGUES = "Colleagues"
IN_WORDS = "In words"

# The register.
REGISTER = "Shared-provision register"
REGISTER_EXPLAINED = "What schools say that they could give others, area by area, and who would like it."
REGISTER_TABLE = "Offers by area"
AREA = "Area"
OFFERED_BY = "Offered by"
HOW_MUCH = "For how many"
LEVEL = "Its level"
WANTED_BY = "Wanted by"
NOBODY_YET = "Nobody yet"
UNTAKEN = "Offers that nobody takes up"
MET = "Wishes that others could meet"
UNMET = "Wishes that nobody offers to meet"
NO_OFFERS = "No school offers anything yet."

# What is not in it.
LEFT_OUT = "What was left out, and why"
REASON = "Why"
ROUND = "Round"
ITEMS_OUT = "These statements are not the same in every version that was answered, so they are not compared:"
NOTHING_OUT = "Nothing was left out."


def schools_chosen(chosen: int, total: int) -> str:
    """On what opens the list of schools."""
    return f"Choose schools ({chosen} of {total})"


def answered_by(title: str, schools: int) -> str:
    """A questionnaire in the list."""
    return f"{title} ({schools} schools)"


def from_files(count: int) -> str:
    files = "a file" if count == 1 else f"{count} files"
    return f"This comes from {files} that you chose. When you leave this screen, it is gone."


def summary(schools: int, items: int) -> str:
    """Above the heat map."""
    return f"{schools} schools, {items} statements compared."


def score(value: float | None) -> str:
    return NONE if value is None else f"{value:.1f}"


def quartiles(section: ComparedSection) -> str:
    """From four schools on."""
    if section.lower_quartile is None or section.upper_quartile is None:
        return NONE
    return f"{section.lower_quartile:.1f} to {section.upper_quartile:.1f}"


def kind(school: ComparedSchool) -> str:
    """Where a school's scores come from, and what they rest on."""
    counted = f"{school.n} answers" if school.source == "self_audit" else f"{school.n} responses"
    return f"{SOURCES[school.source]}, {school.wave}, {counted}"


def overlay(schools: Sequence[tuple[str, Sequence[tuple[str, float | None]]]]) -> str:
    """The chart, read aloud; the table below says the same."""
    said = (
        f"{name}: "
        + ", ".join(f"{title} {NO_SCORE.lower() if value is None else f'{value:.1f}'}" for title, value in all_)
        for name, all_ in schools
    )
    return f"Radar chart. {'; '.join(said)}"


def more_issues(count: int) -> str:
    """On a button below the most widely shared."""
    return f"Show {count} more"


def shared_by(issue: CommonIssue) -> str:
    return f"{len(issue.schools)} of {issue.of} schools"


def low_item(text: str, schools: Sequence[str]) -> str:
    """A statement that is low in several schools: who, as long as the list is short."""
    return f"{text} ({listed(schools) if len(schools) <= FEW else f'{len(schools)} schools'})"


def views_of(one: SchoolViews) -> str:
    """Above a school's table."""
    if one.self_audit_wave == one.survey_wave:
        return f"Both of {one.survey_wave}"
    return f"Self-audit of {one.self_audit_wave}, survey of {one.survey_wave}"


def views_caption(school: str) -> str:
    return f"{VIEWS}: {school}"


def view(one: View) -> str:
    return one.sentence or one.reason or ""


def capacity(offer: Offer) -> str:
    """How many schools in a year, as the school said."""
    if offer.capacity is None:
        return "Not said"
    return "1 school a year" if offer.capacity == 1 else f"{offer.capacity} schools a year"


def level(offer: Offer) -> str:
    if offer.level is None:
        return "Not said"
    return f"{offer.level:g}, {'with evidence' if offer.evidenced else 'no evidence given'}"


def offered_by(offer: Offer) -> str:
    return f"{offer.school} (on conditions)" if offer.on_conditions else offer.school


def wanted_by(offer: Offer) -> str:
    """In the table; the names stand in the list of wishes below it."""
    if not offer.wanted_by:
        return NOBODY_YET
    return listed(offer.wanted_by) if len(offer.wanted_by) <= FEW else f"{len(offer.wanted_by)} schools"


def untaken(offer: Offer) -> str:
    return f"{offer.title}: {offer.school}"


def wish(wish: Wish) -> str:
    """An area, and who would like help with it; those who want it now are marked."""
    return f"{wish.title}: {listed([f'{name} (this year)' if name in wish.now else name for name in wish.schools])}"


def earlier(count: int) -> str:
    """Earlier rounds are only counted."""
    rounds = "1 earlier round" if count == 1 else f"{count} earlier rounds"
    return f"{rounds} of schools that are compared: the latest finished one counts."


def other_questionnaires(count: int) -> str:
    """Answers to other questionnaires are only counted."""
    return f"{'1 answers' if count == 1 else f'{count} answer'} another questionnaire, which is compared on its own."
