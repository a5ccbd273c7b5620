"""Words of the results of a survey."""

from collections.abc import Sequence

from audit_app.results.survey_model import GroupRate, RoleGap, SurveyItem, SurveyResults, SurveySection

BACK = "Back to the survey"
TO_SURVEY = "Go to the survey"
NOTHING_TITLE = "There are no results to show"  # too few answered, or it is still open
NOTHING_YET = "Results come when it is closed"

# The first screenful.
IN_SHORT = "In short"
WHO = "How many"  # who answered, of the three things that matter
WHERE = "Where you stand"
TALK = "Worth talking about"
NOTHING_SAFE = "No section has enough answers that differ enough to be shown without giving somebody away."

ANSWERED = "Who answered"
EVERYBODY = "Everyone"

# Section by section.
SECTIONS = "Section by section"
NOT_SHOWN = "What is not shown, and why"

# Groups.
GAPS = "Where groups see it differently"
GAPS_EXPLAINED = "Ask both groups what they had in mind before you look for a remedy."
NO_GAPS = "No two groups are further apart than chance could make them."
NO_GROUPS = "No two groups can be laid beside one another: in each section, at most one of them may be shown."
NO_GROUPS_ASKED = "Everyone was asked as one group, so there are no groups to lay beside one another."

# Statements.
STRENGTHS = "Strengths"
NO_STRENGTHS = "No statement that may be shown is in the upper half of the scale."
LOWEST = "Lowest"
NO_LOWEST = "No statement that may be shown is below the highest level."
ALL_ITEMS = "See every statement"
WITHHELD = "Withheld"

COMMENTS = "What colleagues wrote"
COMMENTS_EXPLAINED = "In no order, and never with a group. Take what is said, not who might have said it."
NO_COMMENTS = "Nobody wrote a comment."
MORE_COMMENTS = "Show more comments"

HOW = "How all this was worked out"
HOW_SCORES = (
    "A colleague’s score for a section is the average of their answers to it, where they answered half of them or "
    "more. The section’s score is the average of these. Its band is the 95 per cent interval of that average: if other "
    "colleagues like these had answered, it would rarely lie outside."
)
HOW_AGREEMENT = (
    "Colleagues see something “much alike” where their answers lie on average no further from their mean than a sixth "
    "of the number of levels (AD, Burke, Finkelstein & Dusig 1999), “very differently” where they differ about as much "
    "as chance would (r_wg of 0.3 or less, James, Demaree & Wolf 1984)."
)
FIGURES = "The figures for each section"
AGREEMENT_FIGURES = "Agreement"
RELIABILITY = "Reliability"

NEXT = "What next?"
NEXT_EXPLAINED = "Tell colleagues what they said and what becomes of it, then choose what to work on."
SHARE = "Share"


def caption(title: str, school: str, wave: str) -> str:
    """Which survey this is."""
    return f"{title} · {school} · {wave}"


def rate(group: GroupRate) -> str:
    """How many of a group answered, beside its bar."""
    return f"{group.responses} of {group.invited} ({group.rate * 100:.0f}%)"


def rate_of_all(found: SurveyResults) -> str:
    """The same for everyone."""
    share = f" ({found.n / found.invited * 100:.0f}%)" if found.invited else ""
    return f"{found.n} of {found.invited}{share}"


def answered(found: SurveyResults) -> str:
    """The first of the three things that matter."""
    low = found.invited and found.n / found.invited < 0.5
    caution = " Fewer than half answered: those who did not may see it differently." if low else ""
    return f"{found.n} of {found.invited} colleagues answered.{caution}"


def where_you_stand(highest: SurveySection, lowest: SurveySection, top: float) -> str:
    """The second: the ends."""
    if highest.id == lowest.id:
        return f"{highest.title} is at {score(highest.score)} out of {top:g}; no other section is shown."
    return (
        f"Highest is {highest.title} ({score(highest.score)} out of {top:g}), lowest is {lowest.title} "
        f"({score(lowest.score)})."
    )


def differently(titles: Sequence[str]) -> str:
    """The third, where no gap is worth talking about: sections on which colleagues do not agree."""
    return f"Colleagues differ among themselves on {_and(titles)}: an average hides that."


def worth_talking_about(found: Sequence[RoleGap]) -> str:
    """The third, where there are gaps: the widest, and how many more."""
    more = len(found) - 1
    others = "" if not more else " There is 1 more." if more == 1 else f" There are {more} more."
    return f"{said(found[0])}{others}"


def said(gap: RoleGap) -> str:
    """A gap's sentence under a heading that says already that it is worth talking about."""
    return gap.sentence.removesuffix(" This is worth talking about.")


def none_worth(agreed: bool) -> str:
    """The third, where nothing stands out."""
    return "Nothing stands out: colleagues see every section much alike." if agreed else NO_GAPS


def sections_explained(bottom: float, top: float) -> str:
    """Below the heading of the sections: how to read a bar."""
    return (
        f"Each line runs from {bottom:g} to {top:g}. The dot is the average of what colleagues said, the band around "
        "it is where it may really lie: narrow bands can be trusted more than wide ones."
    )


def asked(statements: int, sections: Sequence[str]) -> str:
    """Who answered what."""
    where = f"in {len(sections)} sections: {_and(sections)}" if len(sections) > 1 else f"about {_and(sections)}"
    return f"They gave their view of {statements} statements {where}."


def score(value: float | None) -> str:
    """To two decimals, as the results have it."""
    return WITHHELD if value is None else f"{value:.2f}"


def score_of(value: float | None, top: float) -> str:
    """Beside the title of a section."""
    return WITHHELD if value is None else f"{value:.2f} out of {top:g}"


def interval(value: float, low: float, high: float) -> str:
    """Beside a bar."""
    return f"{value:.2f}, between {low:.2f} and {high:.2f}"


def no_bar(groups: Sequence[str]) -> str:
    """Groups of a section that are not shown."""
    return f"Not shown on its own: {_and(groups)}." if len(groups) == 1 else f"Not shown on their own: {_and(groups)}."


def accounted(section: SurveySection) -> str:
    """Below the bar of answers: whose count, and what does not."""
    parts = [f"{section.n} {'colleague counts' if section.n == 1 else 'colleagues count'}"]
    parts += [f"{section.unscored} answers without a level"] if section.unscored else []
    parts += [f"{section.missing} missing"] if section.missing else []
    parts += [f"{section.not_applicable} not applicable"] if section.not_applicable else []
    parts += [f"{section.prefer_not_to_say} prefer not to say"] if section.prefer_not_to_say else []
    return " · ".join(parts)


def level_count(code: str, label: str, count: int, leveled: bool) -> str:
    """One answer in the key below a bar; only levels go by their number."""
    return f"{code} {label}: {count}" if leveled else f"{label}: {count}"


def distribution(section: str, answers: Sequence[str]) -> str:
    """The bar of a section, read aloud."""
    return f"Answers in {section}: {', '.join(answers)}"


def others(count: int) -> str:
    """Opens the gaps that chance could have made."""
    return f"See {'the one' if count == 1 else f'the {count}'} that chance could have made"


def statement(item: SurveyItem, section: str, words: str) -> str:
    """Below a statement: its section, its average, and how far colleagues agree."""
    return " · ".join(filter(None, [section, score(item.score), words]))


def how_withheld(minimum: int) -> str:
    """Part of the method."""
    return (
        f"A group of fewer than {minimum} is never shown, nor is anything from which it could be worked out: another "
        "group beside the total, or answers so much alike that they tell what each colleague said."
    )


def comments(count: int) -> str:
    """The heading of the comments."""
    return f"{COMMENTS} ({count})" if count else COMMENTS


def agreement_figures(section: SurveySection) -> str:
    """In the table of figures."""
    one = section.agreement
    return WITHHELD if one is None else f"r_wg {one.r_wg:.2f}, AD {one.average_deviation:.2f} (up to {one.cut:.2f})"


def reliability(section: SurveySection) -> str:
    """In the table of figures."""
    one = section.reliability
    if one is None:
        return WITHHELD
    if one.alpha is None or one.interval is None:
        return one.reason or WITHHELD
    return f"alpha {one.alpha:.2f}, between {one.interval.low:.2f} and {one.interval.high:.2f} ({one.n} colleagues)"


def withheld(where: Sequence[str], reason: str) -> str:
    """What is not shown, and why."""
    return f"{_and(where)}: {reason[:1].lower()}{reason[1:]}"


def _and(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
