"""Partnership reports to print: one with everything that a comparison can hold, as large as wanted."""

from collections import defaultdict
from datetime import date

from audit_app.reports.partnership import PartnershipReport
from audit_app.results.matching.model import Match
from audit_app.results.model import QuestionnaireAsked
from audit_app.results.momentum_model import Momentum, Signal, Task, WaveMomentum
from audit_app.results.partnership_model import (
    CommonIssue,
    ComparedSchool,
    ComparedSection,
    Comparison,
    Excluded,
    Offer,
    PerceptionGap,
    SchoolScore,
    SchoolViews,
    SharedItem,
    Wish,
)
from audit_app.results.views import View
from tests.reports.plans import a_scale

SCALE = a_scale("Not yet", "Started", "In place", "How we work")
DAY = date(2026, 11, 22)


def a_partnership(schools: int = 3, sections: int = 5, text: str = "", **changes: object) -> PartnershipReport:
    """With this text in every field where somebody writes; with names of its own unless there is one."""
    names = tuple(f"{text}{number}" if text else f"School {number}" for number in range(schools))
    said = text or "Trust"
    values: dict[str, object] = {
        "comparison": a_comparison(names, sections, said),
        "scales": defaultdict(lambda: SCALE),
        "date": DAY,
        "momentum": a_momentum(names, said),
        "matches": (a_match(names[0], names[-1], said),),
        "prepared_by": text or "Miriam Okafor",
    }
    return PartnershipReport(**{**values, **changes})  # type: ignore[arg-type] # a builder takes any of the fields


def a_comparison(names: tuple[str, ...], sections: int, text: str, *, pseudonyms: bool = False) -> Comparison:
    titles = tuple(f"{text} {number}" for number in range(sections))
    return Comparison(
        questionnaire=QuestionnaireAsked(id="partnership-health", version=1, fingerprint="f" * 64, title=text),
        pseudonyms=pseudonyms,
        schools=tuple(
            ComparedSchool(
                id=name,
                audit=None,
                source="self_audit",
                wave=text,
                version=1,
                status="submitted",
                n=35,
                balance="friendship",
                sentence=text,
                notes=(text,),
            )
            for name in names
        ),
        sections=tuple(
            ComparedSection(
                id=f"s{number}",
                title=title,
                n=len(names),
                median=2.5,
                lower_quartile=1.5,
                upper_quartile=3.5,
                lowest=1.0,
                highest=4.0,
                schools=tuple(
                    SchoolScore(school=name, score=None if at % 5 == 4 else 1 + (at + number) % 4, reason=text)
                    for at, name in enumerate(names)
                ),
            )
            for number, title in enumerate(titles)
        ),
        perception_gaps=(
            PerceptionGap(
                item="a", section="s0", text=text, difference=3, higher=names[:1], lower=names[1:], sentence=text
            ),
        ),
        common_issues=(
            CommonIssue(
                id="s0",
                title=text,
                schools=names,
                of=len(names),
                items=(SharedItem(id="a", text=text, schools=names),),
                offers=names[:1],
                sentence=text,
            ),
        ),
        offers=tuple(
            Offer(
                school=name,
                area="s0",
                title=titles[0] if titles else text,
                capacity=2,
                on_conditions=True,
                level=4,
                evidenced=True,
                wanted_by=names,
            )
            for name in names
        ),
        wishes=(Wish(area="s9", title=f"{text}!", schools=names, now=names, offered_by=()),),
        views=(
            SchoolViews(
                school=names[0],
                self_audit_wave=text,
                survey_wave=text,
                sections=(View(id="s0", title=text, self_audit=3, survey=2, sentence=text),),
            ),
        ),
        items_compared=34,
        items_left_out={"b": text},
        excluded=(Excluded(school=names[0], audit="x", questionnaire="other", wave=text, reason=text),),
    )


def a_momentum(names: tuple[str, ...], text: str) -> Momentum:
    return Momentum(
        as_of=DAY,
        state="slowing",
        sentence=text,
        waves=(WaveMomentum(wave=text, schools=len(names), score=2.1, rate=0.8),),
        signals=(Signal(kind="pulse", sign="watch", schools=names, sentence=f"{text}. {', '.join(names)}"),),
        tasks=(Task(care="feed", title=text, reason=f"{text} {', '.join(names)}", due=DAY, schools=names),),
    )


def a_match(helper: str, helped: str, text: str) -> Match:
    return Match(
        helper=helper,
        helped=helped,
        area="s0",
        title=text,
        kind="trio",
        why=text,
        facilitator=helper,
        verdict="accept",
        reason=text,
    )
