"""Words of the results of one audit."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from audit_app.language import _, ngettext
from audit_app.regional import day_words, plain
from audit_app.results.evidence import AuditEvidence
from audit_app.results.figures import one_decimal, whole_per_cent
from audit_app.results.model import BalanceName, SectionResult
from audit_app.shortening import titled

TITLE = _("Results")
BACK = _("Back to the audit")
BACK_TO_AUDITS = _("All audits")

# How firm the results are.
DRAFT_TITLE = _("Draft results")
GO_ON = _("Go on answering")
RECEIVED_TITLE = _("Another school’s audit")
CONTESTED_TITLE = _("Answers that differ")
CHOOSE = _("See which, and choose")

NOT_SUBMITTED = _("This audit is not submitted, so its results may still change.")

# The picture and its table.
AT_A_GLANCE = _("At a glance")
TABLE = _("Scores by section")
SECTION = _("Section")
SCORE = _("Score")
COUNTED = _("Counted")  # answers that count, of the statements of the section
NO_SCORE = _("No score")

# Each section with its answers.
SECTIONS = _("Section by section")
SECTIONS_EXPLAINED = _("How many answers there are at each level. A score rests on the answers that count.")
SEE_SECTIONS = _("See the answers of each section")

# The statements that say most.
STRENGTHS = _("Strengths")
NO_STRENGTHS = _("No answer is in the upper half of the scale yet.")
LOWEST = _("Lowest")
LOWEST_EXPLAINED = _("The most pressing first. Each leads to its statement.")
NO_LOWEST = _("No answer is below the highest level.")

# The balance of the three forces.
BALANCE = _("What holds the partnership together")
FORCES_EXPLAINED = _("A partnership that lasts needs all three: structure, trust, and something in it for each school.")
TERNARY_EXPLAINED = _("The dot is where you are; in the ring, all three are equal.")
ADVICE = _("What to do about it")
HOW = _("How this was worked out")

BALANCE_NAMES: Mapping[BalanceName, str] = {  # the headline of the balance
    "deal": _("It works as a deal"),
    "friendship": _("It works as a friendship"),
    "committee": _("It works as a committee"),
    "fatalism": _("It runs on fatalism"),
    "balanced": _("It is balanced"),
    "too close to call": _("Too close to call"),
}

# What to do next.
NEXT = _("What next?")
NEXT_EXPLAINED = _("Choose three to five priorities, and say who does what by when.")
NEXT_WITH_PLAN = _("Fill in the plan, then hand it to the governors.")
MAKE_PLAN = _("Make the action plan")
OPEN_PLAN = _("Open the action plan")
EXPORT = _("Export")
ON_TO_PLAN = _("On to the action plan")  # at the end; “Make the action plan” stands at the top

# No answers at all.
EMPTY_TITLE = _("There are no results yet")
EMPTY = _("Results appear with the first answers. A section gets a score once half of its statements are answered.")
START = _("Answer the first statement")

# No scores, ever: nothing is placed on a scale.
UNSCORED_TITLE = _("This questionnaire has no scores")
UNSCORED = _("Its answers say what there is, and are not added up. They stand together under “Check your answers”.")
SEE_ANSWERS = _("See all answers")


def caption(title: str, school: str, wave: str) -> str:
    """Which audit this is."""
    return f"{titled(title)} · {school} · {wave}"


def draft(missing: int) -> str:
    """Why the results are not firm."""
    if missing:
        left = ngettext("1 statement has no answer yet.", "{count} statements have no answer yet.", missing).format(
            count=missing
        )
    else:
        left = _("Every statement has an answer.")
    return f"{NOT_SUBMITTED} {left}"


def submitted(by: str, at: datetime) -> str:
    """When the answers were fixed."""
    if by:
        return _("Submitted by {name} on {day}.").format(name=by, day=day_words(at))
    return _("Submitted on {day}.").format(day=day_words(at))


def received(school: str) -> str:
    """Why nothing can be changed."""
    return _("This is a copy from {school}, to compare with. It can be read here, not changed.").format(school=school)


def contested(count: int) -> str:
    """Colleagues' answers differ on some items."""
    return ngettext(
        "Colleagues gave different answers to 1 statement. Until one is chosen, it counts in no score.",
        "Colleagues gave different answers to {count} statements. Until one is chosen, they count in no score.",
        count,
    ).format(count=count)


SCALES_EXPLAINED = _("A section’s score is the average level of its answers. Sections may be on different scales.")


def scale_explained(lowest: float, highest: float) -> str:
    """Below the heading of the scores."""
    return _(
        "A section’s score is the average level of its answers: {lowest} is the lowest, {highest} the highest."
    ).format(lowest=plain(lowest), highest=plain(highest))


def score(value: float | None) -> str:
    """A score, in a table."""
    return NO_SCORE if value is None else one_decimal(value)


def score_of(value: float | None, highest: float = 4) -> str:
    """Beside the title of a section, and beside the bar of a force."""
    if value is None:
        return NO_SCORE
    return _("{score} out of {highest}").format(score=one_decimal(value), highest=plain(highest))


def share(part: float) -> str:
    """At a corner of the triangle."""
    return f"{whole_per_cent(part)}%"


def force(value: float | None, part: float | None) -> str:
    """Beside the bar of a force: its score, and its share of the three together."""
    if part is None:
        return score_of(value)
    # Translators: “2.3 out of 4 · 31% of the three”, the three forces together.
    return _("{score} · {share} of the three").format(score=score_of(value), share=share(part))


def ternary(shares: Sequence[tuple[str, float]]) -> str:
    """The triangle of the three forces, read aloud."""
    said = ", ".join(f"{title} {share(part)}" for title, part in shares)
    return _("Shares of the three forces in a triangle: {shares}").format(shares=said)


def tab(school: str, wave: str) -> str:
    """The browser tab."""
    return f"{TITLE} – {school}, {wave}"


def counted(n: int, items: int) -> str:
    """How many answers a score rests on."""
    return _("{n} of {items}").format(n=n, items=items)


def accounted(section: SectionResult) -> str:
    """Every item of a section: what counts, and what does not, and why not. What there is none of is left out."""
    told = []
    if section.missing:
        told.append(_("{count} missing").format(count=section.missing))
    if section.not_applicable:
        told.append(_("{count} not applicable").format(count=section.not_applicable))
    if section.prefer_not_to_say:
        told.append(_("{count} prefer not to say").format(count=section.prefer_not_to_say))
    if section.contested:
        told.append(_("{count} with differing answers").format(count=section.contested))
    if section.unscored:
        told.append(_("{count} without a level").format(count=section.unscored))
    if section.n:
        told.append(_("evidence for {count}").format(count=section.evidenced))
    return " · ".join([_("{n} of {items} counted").format(n=section.n, items=section.items), *told])


def rests_on(evidence: AuditEvidence) -> str:
    """Above the sections: how much has evidence, what is old, and which good answers nothing shows."""
    count = len(evidence.unshown)
    if not count:
        return evidence.sentence
    unshown = ngettext(
        "1 answer in the upper half of the scale has nothing to show for it yet.",
        "{count} answers in the upper half have nothing to show for it yet.",
        count,
    ).format(count=count)
    return f"{evidence.sentence} {unshown}"


def level_count(code: str, label: str, count: int) -> str:
    """One level in the key below a bar."""
    return f"{code} {label}: {count}"


def distribution(section: str, levels: Sequence[tuple[str, str, int]]) -> str:
    """The bar of a section, read aloud."""
    said = ", ".join(
        _("{count} at level {code} ({label})").format(count=count, code=code, label=label)
        for code, label, count in levels
    )
    return _("Answers in {section}: {said}").format(section=section, said=said)


def radar(scores: Sequence[tuple[str, float | None]], top: int) -> str:
    """The chart of all sections, read aloud; the table beside it says the same. `top` is the highest of the scale."""
    said = ", ".join(f"{title} {_('no score') if value is None else one_decimal(value)}" for title, value in scores)
    return _("Radar chart of the scores, at most {top}: {said}").format(top=top, said=said)
