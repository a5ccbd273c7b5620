"""Words of what stands beside the results of one round: earlier rounds, and leaders' view beside colleagues'."""

from collections.abc import Mapping, Sequence

from audit_app.language import _, ngettext
from audit_app.regional import listed, plain
from audit_app.results.figures import one_decimal, with_sign
from audit_app.results.trend import Called, SectionTrend, Trend
from audit_app.results.views import View

CALLED: Mapping[Called, str] = {"higher": _("Higher"), "lower": _("Lower"), "no clear change": _("No clear change")}
SEE_EACH = _("See each section over time")
AS_A_TABLE = _("The same as a table")
HOW_CHANGE = _("When a change is called one")
SECTION = _("Section")
CHANGE = _("Change")
NONE = "–"  # no score in that round

VIEWS = _("Leaders beside colleagues")
VIEWS_EXPLAINED = _(
    "Leaders agreed one level for each statement in the self-audit; colleagues answered the same statements, each for "
    "themselves."
)
LEADERS = _("Leaders agreed")
COLLEAGUES = _("Colleagues say")
MORE_HOPEFUL = _("More hopeful")
LEADERS_ARE = _("Leaders")
COLLEAGUES_ARE = _("Colleagues")
ALIKE = _("About the same")
NOT_COMPARED = _("Not compared")
HOW_VIEWS = _("When a difference is called one")
TO_AUDIT = _("See the self-audit")
TO_SURVEY = _("See the survey")


def since(wave: str) -> str:
    """The heading: the first round, as people call it."""
    return _("Since {wave}").format(wave=wave)


def since_in_short(trend: Trend) -> str:
    """Below the heading: which sections changed, and which did not."""
    return " ".join(
        [
            *_listed(trend, "higher", _("Higher than in {baseline}").format(baseline=trend.baseline)),
            *_listed(trend, "lower", _("Lower than in {baseline}").format(baseline=trend.baseline)),
            *_listed(trend, "no clear change", _("No clear change")),
            *_listed(trend, None, _("Not comparable")),
        ]
    )


def _listed(trend: Trend, called: Called | None, lead: str) -> list[str]:
    titles = [one.title for one in trend.sections if one.called == called]
    return [f"{lead}: {', '.join(titles)}."] if titles else []


def left_out(count: int) -> str:
    """Statements that changed since the first round."""
    return ngettext(
        "1 statement is left out, because what was asked then can’t be compared with it.",
        "{count} statements are left out, because what was asked then can’t be compared with it.",
        count,
    ).format(count=count)


def score(value: float | None) -> str:
    """In a chart and a table."""
    return NONE if value is None else one_decimal(value)


def change(section: SectionTrend) -> str:
    """The last cell of a section's row."""
    if section.difference is None or section.called is None:
        return section.reason or NONE
    return f"{CALLED[section.called]} ({with_sign(section.difference)})"


def chart(section: SectionTrend, lowest: float, highest: float) -> str:
    """A section's line, read aloud; the two are the ends of what is drawn."""
    said = ", ".join(
        f"{one.wave} {_('no score') if one.score is None else one_decimal(one.score)}" for one in section.points
    )
    return _("{section} over time, from {lowest} to {highest}: {rounds}").format(
        section=section.title, lowest=plain(lowest), highest=plain(highest), rounds=said
    )


def views_in_short(views: Sequence[View]) -> str:
    """Below the heading: where the two see it differently."""
    leaders = [one.title for one in views if one.more_hopeful == "leaders"]
    colleagues = [one.title for one in views if one.more_hopeful == "colleagues"]
    if not any(one.difference is not None for one in views):
        return _("No section can be compared yet.")
    said = (
        [_("Leaders are more hopeful than colleagues on {sections}.").format(sections=listed(leaders))]
        if leaders
        else []
    )
    said += (
        [_("Colleagues are more hopeful than leaders on {sections}.").format(sections=listed(colleagues))]
        if colleagues
        else []
    )
    return " ".join(said) or _("No section stands out: what differs could be chance.")


def statements(count: int) -> str:
    """Opens the statements on which the two differ."""
    return ngettext(
        "See the statement on which they differ", "See the {count} statements on which they differ", count
    ).format(count=count)
