"""Words of what stands beside the results of one round: earlier rounds, and leaders' view beside colleagues'."""

from collections.abc import Mapping, Sequence

from audit_app.results.trend import Called, SectionTrend, Trend
from audit_app.results.views import View

CALLED: Mapping[Called, str] = {"higher": "Higher", "lower": "Lower", "no clear change": "No clear change"}
AS_A_TABLE = "The same as a table"
HOW_CHANGE = "When a change is called one"
SECTION = "Section"
CHANGE = "Change"
NONE = "–"  # no score in that round

VIEWS = "Leaders beside colleagues"
VIEWS_EXPLAINED = (
    "Leaders agreed one level for each statement in the self-audit; colleagues answered the same statements, each for "
    "themselves."
)
LEADERS = "Leaders agreed"
COLLEAGUES = "Colleagues say"
MORE_HOPEFUL = "More hopeful"
LEADERS_ARE = "Leaders"
COLLEAGUES_ARE = "Colleagues"
ALIKE = "About the same"
NOT_COMPARED = "Not compared"
HOW_VIEWS = "When a difference is called one"
TO_AUDIT = "See the self-audit"
TO_SURVEY = "See the survey"


def since(wave: str) -> str:
    """The heading: the first round, as people call it."""
    return f"Since {wave}"


def since_in_short(trend: Trend) -> str:
    """Below the heading: which sections changed, and which did not."""
    return " ".join(
        [
            *_listed(trend, "higher", f"Higher than in {trend.baseline}"),
            *_listed(trend, "lower", f"Lower than in {trend.baseline}"),
            *_listed(trend, "no clear change", "No clear change"),
            *_listed(trend, None, "Not comparable"),
        ]
    )


def _listed(trend: Trend, called: Called | None, lead: str) -> list[str]:
    titles = [one.title for one in trend.sections if one.called == called]
    return [f"{lead}: {', '.join(titles)}."] if titles else []


def left_out(count: int) -> str:
    """Statements that changed since the first round."""
    which = "1 statement is" if count == 1 else f"{count} statements are"
    return f"{which} left out, because what was asked then can’t be compared with it."


def score(value: float | None) -> str:
    """In a chart and a table."""
    return NONE if value is None else f"{value:.2f}"


def change(section: SectionTrend) -> str:
    """The last cell of a section's row."""
    if section.difference is None or section.called is None:
        return section.reason or NONE
    return f"{CALLED[section.called]} ({section.difference:+.2f})".replace("-", "−")


def chart(section: SectionTrend) -> str:
    """A section's line, read aloud."""
    said = ", ".join(f"{one.wave} {'no score' if one.score is None else f'{one.score:.2f}'}" for one in section.points)
    return f"{section.title} over time, from 1 to 4: {said}"


def views_in_short(views: Sequence[View]) -> str:
    """Below the heading: where the two see it differently."""
    leaders = [one.title for one in views if one.more_hopeful == "leaders"]
    colleagues = [one.title for one in views if one.more_hopeful == "colleagues"]
    if not any(one.difference is not None for one in views):
        return "No section can be compared yet."
    said = [f"Leaders are more hopeful than colleagues on {_and(leaders)}."] if leaders else []
    said += [f"Colleagues are more hopeful than leaders on {_and(colleagues)}."] if colleagues else []
    return " ".join(said) or "No section stands out: what differs could be chance."


def _and(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def statements(count: int) -> str:
    """Opens the statements on which the two differ."""
    return f"See {'the statement' if count == 1 else f'the {count} statements'} on which they differ"
