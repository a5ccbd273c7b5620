"""Words of the results of a survey."""

from collections.abc import Sequence

from audit_app.language import _, ngettext
from audit_app.results.figures import one_decimal, whole_per_cent
from audit_app.results.survey_model import GroupRate, RoleGap, SurveyItem, SurveyResults, SurveySection

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
    "more. The section’s score is the average of these. Its band is the 95 per cent interval of that average: if other "
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

NEXT = _("What next?")
NEXT_EXPLAINED = _("Tell colleagues what they said and what becomes of it, then choose what to work on.")
SHARE = _("Share")


def caption(title: str, school: str, wave: str) -> str:
    """Which survey this is."""
    return f"{title} · {school} · {wave}"


def rate(group: GroupRate) -> str:
    """How many of a group answered, beside its bar."""
    return _("{responses} of {invited} ({percent}%)").format(
        responses=group.responses, invited=group.invited, percent=whole_per_cent(group.rate)
    )


def rate_of_all(found: SurveyResults) -> str:
    """The same for everyone."""
    share = f" ({whole_per_cent(found.n / found.invited)}%)" if found.invited else ""
    return _("{n} of {invited}{share}").format(n=found.n, invited=found.invited, share=share)


def answered(found: SurveyResults) -> str:
    """The first of the three things that matter."""
    low = found.invited and found.n / found.invited < 0.5
    caution = _(" Fewer than half answered: those who did not may see it differently.") if low else ""
    return _("{n} of {invited} colleagues answered.{caution}").format(n=found.n, invited=found.invited, caution=caution)


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
    return _("Colleagues differ among themselves on {names}: an average hides that.").format(names=_and(titles))


def worth_talking_about(found: Sequence[RoleGap]) -> str:
    """The third, where there are gaps: the widest, and how many more."""
    more = len(found) - 1
    others = "" if not more else ngettext(" There is 1 more.", " There are {more} more.", more).format(more=more)
    return f"{said(found[0])}{others}"


def said(gap: RoleGap) -> str:
    """A gap's sentence under a heading that says already that it is worth talking about."""
    return gap.sentence.removesuffix(_(" This is worth talking about."))


def none_worth(agreed: bool) -> str:
    """The third, where nothing stands out."""
    return _("Nothing stands out: colleagues see every section much alike.") if agreed else NO_GAPS


def sections_explained(bottom: float, top: float) -> str:
    """Below the heading of the sections: how to read a bar."""
    return (
        f"Each line runs from {bottom:g} to {top:g}. The dot is the average of what colleagues said, the band around "
        "it is where it may really lie: narrow bands can be trusted more than wide ones."
    )


def asked(statements: int, sections: Sequence[str]) -> str:
    """Who answered what."""
    where = ngettext("about {names}", "in {count} sections: {names}", len(sections)).format(
        names=_and(sections), count=len(sections)
    )
    return _("They gave their view of {statements} statements {where}.").format(statements=statements, where=where)


def score(value: float | None) -> str:
    """To two decimals, as the results have it."""
    return WITHHELD if value is None else one_decimal(value)


def score_of(value: float | None, top: float) -> str:
    """Beside the title of a section."""
    return WITHHELD if value is None else f"{one_decimal(value)} out of {top:g}"


def interval(value: float, low: float, high: float) -> str:
    """Beside a bar."""
    return f"{one_decimal(value)}, between {one_decimal(low)} and {one_decimal(high)}"


def no_bar(groups: Sequence[str]) -> str:
    """Groups of a section that are not shown."""
    return ngettext("Not shown on its own: {names}.", "Not shown on their own: {names}.", len(groups)).format(
        names=_and(groups)
    )


def accounted(section: SurveySection) -> str:
    """Below the bar of answers: whose count, and what does not."""
    parts = [ngettext("{n} colleague counts", "{n} colleagues count", section.n or 0).format(n=section.n)]
    parts += [_("{unscored} answers without a level").format(unscored=section.unscored)] if section.unscored else []
    parts += [_("{missing} missing").format(missing=section.missing)] if section.missing else []
    parts += (
        [_("{not_applicable} not applicable").format(not_applicable=section.not_applicable)]
        if section.not_applicable
        else []
    )
    parts += (
        [_("{prefer_not_to_say} prefer not to say").format(prefer_not_to_say=section.prefer_not_to_say)]
        if section.prefer_not_to_say
        else []
    )
    return " · ".join(parts)


def level_count(code: str, label: str, count: int, leveled: bool) -> str:
    """One answer in the key below a bar; only levels go by their number."""
    return f"{code} {label}: {count}" if leveled else f"{label}: {count}"


def distribution(section: str, answers: Sequence[str]) -> str:
    """The bar of a section, read aloud."""
    return _("Answers in {section}: {names}").format(section=section, names=", ".join(answers))


def others(count: int) -> str:
    """Opens the gaps that chance could have made."""
    return f"See {'the one' if count == 1 else f'the {count}'} that chance could have made"


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
    return _("{names} and {word}").format(names=", ".join(words[:-1]), word=words[-1]) if len(words) > 1 else words[0]
