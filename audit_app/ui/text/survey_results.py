"""Words of the results of a survey."""

from collections.abc import Sequence

from audit_app.language import _, ngettext
from audit_app.regional import listed, number, plain
from audit_app.results.figures import one_decimal, whole_per_cent
from audit_app.results.gaps import WORTH_TALKING_ABOUT
from audit_app.results.survey_model import GroupRate, RoleGap, SurveyItem, SurveyResults, SurveySection
from audit_app.shortening import titled

BACK = _("Back to the survey")
TO_SURVEY = _("Go to the survey")
NOTHING_TITLE = _("There are no results to show")  # too few answered, or it is still open
NOTHING_YET = _("Results come when it is closed")

# The first screenful.
IN_SHORT = _("In short")
WHO = _("How many")  # who answered, of the three things that matter
WHERE = _("Where you stand")
TALK = _("Worth talking about")
NOTHING_SAFE = _("No section has enough answers that differ enough to be shown without giving somebody away.")

ANSWERED = _("Who answered")
EVERYBODY = _("Everyone")

# Section by section.
SECTIONS = _("Section by section")
NOT_SHOWN = _("What is not shown, and why")

# Groups.
GAPS = _("Where groups see it differently")
GAPS_EXPLAINED = _("Ask both groups what they had in mind before you look for a remedy.")
NO_GAPS = _("No two groups are further apart than chance could make them.")
NO_GROUPS = _("No two groups can be laid beside one another: in each section, at most one of them may be shown.")
NO_GROUPS_ASKED = _("Everyone was asked as one group, so there are no groups to lay beside one another.")

# Statements.
STRENGTHS = _("Strengths")
NO_STRENGTHS = _("No statement that may be shown is in the upper half of the scale.")
LOWEST = _("Lowest")
NO_LOWEST = _("No statement that may be shown is below the highest level.")
ALL_ITEMS = _("See every statement")
WITHHELD = _("Withheld")

COMMENTS = _("What colleagues wrote")
COMMENTS_EXPLAINED = _("In no order, and never with a group. Take what is said, not who might have said it.")
NO_COMMENTS = _("Nobody wrote a comment.")
MORE_COMMENTS = _("Show more comments")

HOW = _("How all this was worked out")
HOW_SCORES = _(
    "A colleague’s score for a section is the average of their answers to it, where they answered half of them or "
    "more. The section’s score is the average of these. Its band is the 95% interval of that average: if other "
    "colleagues like these had answered, it would rarely lie outside."
)
HOW_AGREEMENT = _(
    "Colleagues see something “much alike” where their answers lie on average no further from their mean than a sixth "
    "of the number of levels (AD, Burke, Finkelstein & Dusig 1999), “very differently” where they differ about as much "
    "as chance would (r_wg of 0.3 or less, James, Demaree & Wolf 1984)."
)
FIGURES = _("The figures for each section")
AGREEMENT_FIGURES = _("Agreement")
RELIABILITY = _("Reliability")

NEXT_EXPLAINED = _("Tell colleagues what they said and what becomes of it, then choose what to work on.")
SHARE = _("Share")


def caption(title: str, school: str, wave: str) -> str:
    """Which survey this is."""
    return f"{titled(title)} · {school} · {wave}"


def rate(group: GroupRate) -> str:
    """How many of a group answered, beside its bar."""
    return _("{responses} of {invited} ({percent}%)").format(
        responses=group.responses, invited=group.invited, percent=whole_per_cent(group.rate)
    )


def rate_of_all(found: SurveyResults) -> str:
    """The same for everyone."""
    if not found.invited:
        return _("{responses} of {invited}").format(responses=found.n, invited=found.invited)
    return _("{responses} of {invited} ({percent}%)").format(
        responses=found.n, invited=found.invited, percent=whole_per_cent(found.n / found.invited)
    )


def answered(found: SurveyResults) -> str:
    """The first of the three things that matter."""
    low = found.invited and found.n / found.invited < 0.5
    said = _("{n} of {invited} colleagues answered.").format(n=found.n, invited=found.invited)
    return f"{said} {_('Fewer than half answered: those who did not may see it differently.')}" if low else said


def where_you_stand(highest: SurveySection, lowest: SurveySection, top: float) -> str:
    """The second: the ends."""
    if highest.id == lowest.id:
        return _("{section} is at {score} out of {top}; no other section is shown.").format(
            section=highest.title, score=score(highest.score), top=plain(top)
        )
    return _("Highest is {highest} ({its_score} out of {top}), lowest is {lowest} ({lowest_score}).").format(
        highest=highest.title,
        its_score=score(highest.score),
        top=plain(top),
        lowest=lowest.title,
        lowest_score=score(lowest.score),
    )


def differently(titles: Sequence[str]) -> str:
    """The third, where no gap is worth talking about: sections on which colleagues do not agree."""
    return _("Colleagues differ among themselves on {sections}: an average hides that.").format(sections=listed(titles))


def worth_talking_about(found: Sequence[RoleGap]) -> str:
    """The third, where there are gaps: the widest, and how many more."""
    more = len(found) - 1
    others = ngettext("There is 1 more.", "There are {count} more.", more).format(count=more) if more else ""
    return " ".join(filter(None, (said(found[0]), others)))


def said(gap: RoleGap) -> str:
    """A gap's sentence under a heading that says already that it is worth talking about."""
    return gap.sentence.removesuffix(f" {WORTH_TALKING_ABOUT}")


def none_worth(agreed: bool) -> str:
    """The third, where nothing stands out."""
    return _("Nothing stands out: colleagues see every section much alike.") if agreed else NO_GAPS


def sections_explained(bottom: float, top: float) -> str:
    """Below the heading of the sections: how to read a bar."""
    return _(
        "Each line runs from {bottom} to {top}. The dot is the average of what colleagues said, the band around it is "
        "where it may really lie: narrow bands can be trusted more than wide ones."
    ).format(bottom=plain(bottom), top=plain(top))


def asked(statements: int, sections: Sequence[str]) -> str:
    """Who answered what."""
    view = ngettext("1 statement", "{count} statements", statements).format(count=statements)
    return ngettext(
        "They gave their view of {statements} about {sections}.",
        "They gave their view of {statements} in {count} sections: {sections}.",
        len(sections),
    ).format(statements=view, count=len(sections), sections=listed(sections))


def score(value: float | None) -> str:
    """A score, in a table."""
    return WITHHELD if value is None else one_decimal(value)


def score_of(value: float | None, top: float) -> str:
    """Beside the title of a section."""
    if value is None:
        return WITHHELD
    return _("{score} out of {highest}").format(score=one_decimal(value), highest=plain(top))


def interval(value: float, low: float, high: float) -> str:
    """Beside a bar."""
    return _("{score}, between {low} and {high}").format(
        score=one_decimal(value), low=one_decimal(low), high=one_decimal(high)
    )


def no_bar(groups: Sequence[str]) -> str:
    """Groups of a section that are not shown."""
    return ngettext("Not shown on its own: {groups}.", "Not shown on their own: {groups}.", len(groups)).format(
        groups=listed(groups)
    )


def accounted(section: SurveySection) -> str:
    """Below the bar of answers: whose count, and what does not."""
    n = section.n or 0
    told = [ngettext("{count} colleague counts", "{count} colleagues count", n).format(count=n)]
    if section.unscored:
        without = ngettext("1 answer without a level", "{count} answers without a level", section.unscored)
        told.append(without.format(count=section.unscored))
    if section.missing:
        told.append(_("{count} missing").format(count=section.missing))
    if section.not_applicable:
        told.append(_("{count} not applicable").format(count=section.not_applicable))
    if section.prefer_not_to_say:
        told.append(_("{count} prefer not to say").format(count=section.prefer_not_to_say))
    return " · ".join(told)


def level_count(code: str, label: str, count: int, leveled: bool) -> str:
    """One answer in the key below a bar; only levels go by their number."""
    return f"{code} {label}: {count}" if leveled else f"{label}: {count}"


def distribution(section: str, answers: Sequence[str]) -> str:
    """The bar of a section, read aloud."""
    return _("Answers in {section}: {answers}").format(section=section, answers=", ".join(answers))


def others(count: int) -> str:
    """Opens the gaps that chance could have made."""
    return ngettext(
        "See the one that chance could have made", "See the {count} that chance could have made", count
    ).format(count=count)


def statement(item: SurveyItem, section: str, words: str) -> str:
    """Below a statement: its section, its average, and how far colleagues agree."""
    return " · ".join(filter(None, [section, score(item.score), words]))


def how_withheld(minimum: int) -> str:
    """Part of the method."""
    return _(
        "A group of fewer than {minimum} is never shown, nor is anything from which it could be worked out: another "
        "group beside the total, or answers so much alike that they tell what each colleague said."
    ).format(minimum=minimum)


def comments(count: int) -> str:
    """The heading of the comments."""
    return f"{COMMENTS} ({count})" if count else COMMENTS


def agreement_figures(section: SurveySection) -> str:
    """In the table of figures."""
    one = section.agreement
    if one is None:
        return WITHHELD
    return _("r_wg {r_wg}, AD {deviation} (up to {cut})").format(
        r_wg=_two(one.r_wg), deviation=_two(one.average_deviation), cut=_two(one.cut)
    )


def reliability(section: SurveySection) -> str:
    """In the table of figures."""
    one = section.reliability
    if one is None:
        return WITHHELD
    if one.alpha is None or one.interval is None:
        return one.reason or WITHHELD
    return _("alpha {alpha}, between {low} and {high} ({count} colleagues)").format(
        alpha=_two(one.alpha), low=_two(one.interval.low), high=_two(one.interval.high), count=one.n
    )


def withheld(where: Sequence[str], reason: str) -> str:
    """What is not shown, and why."""
    return f"{listed(where)}: {reason[:1].lower()}{reason[1:]}"


def _two(value: float) -> str:
    """Figures of statistics are given to two decimals."""
    return number(f"{value:.2f}")
