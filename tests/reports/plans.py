"""Action plans to make reports from: one that looks like real life, and small ones to build on."""

from datetime import date

from audit_app.reports.action_plan import ActionPlan
from audit_app.reports.priority import PlannedAction, PlannedPriority, SuccessCriterion
from audit_app.reports.scale import Level, Scale
from audit_app.reports.scores import ItemResult, SectionResult


def a_scale(*labels: str) -> Scale:
    """Scores from 1 up."""
    return Scale(tuple(Level(str(score), label, float(score)) for score, label in enumerate(labels, 1)))


LEVELS = a_scale("Not yet", "Starting", "Established", "Embedded")


def a_section(title: str = "Purpose", score: float | None = 2.6, **changes: object) -> SectionResult:
    values: dict[str, object] = {
        "answers": 7,
        "missing": 1,
        "not_applicable": 0,
        "distribution": (1, 2, 3, 1),
        "scale": LEVELS,
    }
    return SectionResult(title=title, score=score, **{**values, **changes})  # type: ignore[arg-type] # a builder takes any of the fields


def a_plan(**changes: object) -> ActionPlan:
    """A school’s plan with everything that a plan can have."""
    values: dict[str, object] = {
        "school": "Ash Tree Primary School",
        "title": "Partnership health: action plan",
        "questionnaire": "partnership-health",
        "version": 1,
        "fingerprint": "4f1c09ab72de",
        "wave": "Autumn 2026",
        "date": date(2026, 11, 2),
        "partnership": "Wenlow Valley Partnership",
        "prepared_by": "Miriam Okafor, headteacher",
        "sections": SECTIONS,
        "priorities": PRIORITIES,
        "changes": (
            "Purpose rose from 2.1 to 2.9 since spring: the shared aims were agreed by all eight schools in June.",
            "The transition conversation (priority 2) has slipped by half a term.",
        ),
        "questions": (
            "Is one shared training day a term the right ask of our staff?",
            "Who on the board will follow the work on transition?",
        ),
        "decisions": (
            "Agree the three priorities and who leads each.",
            "Release £1,850 from the school improvement budget for cover.",
        ),
        "balance": (
            "This partnership leans towards a friendship: trust is strong, while what each school gains and who "
            "drives the work are less clear."
        ),
        "balance_method": (
            "Trust stands for solidarity (3.4), self-interest for individualism (2.2), management and format for "
            "hierarchy (2.1). One force leads when it is at least 0.75 of a level above both others."
        ),
        "strengths": (
            ItemResult("Colleagues speak openly about what is not going well", "Trust", "4: Embedded"),
            ItemResult("The partnership’s aims are written down and every head can say them", "Purpose", "4: Embedded"),
            ItemResult("Schools keep the promises they make to one another", "Trust", "4: Embedded"),
        ),
        "lowest": (
            ItemResult("Somebody has the time and the mandate to drive the partnership", "Management", "1: Not yet"),
            ItemResult("We know what each school gains and what it puts in", "Self-interest", "1: Not yet"),
            ItemResult("Meetings have a rhythm that survives a busy term", "Format", "2: Starting"),
        ),
    }
    return ActionPlan(**{**values, **changes})  # type: ignore[arg-type] # a builder takes any of the fields


SECTIONS = (
    a_section("Purpose", 2.9, answers=7, missing=0, not_applicable=0, distribution=(0, 2, 4, 1)),
    a_section("Format", 2.3, answers=6, missing=1, not_applicable=0, distribution=(1, 3, 1, 1)),
    a_section("Management", 1.9, answers=7, missing=0, not_applicable=0, distribution=(3, 2, 2, 0)),
    a_section("Trust", 3.4, answers=7, missing=0, not_applicable=1, distribution=(0, 1, 2, 4)),
    a_section("Self-interest", 2.2, answers=5, missing=1, not_applicable=1, distribution=(1, 2, 2, 0)),
)

PRIORITIES = (
    PlannedPriority(
        title="Give the partnership a gardener",
        why=(
            "Management scored lowest of the five sections (1.9 out of 4, seven answers). Three of its seven "
            "statements are at level 1: nobody has time set aside, no one chases decisions, and when a head left in "
            "2024 the shared reading project stopped with her."
        ),
        objective="One named person in the partnership has the time and the mandate to keep the work going, so that "
        "no project depends on goodwill alone.",
        baseline="Management 1.9 out of 4; no role, no time, no record of decisions.",
        target="Management 2.8 or more by summer 2027; a coordinator with half a day a week in post.",
        rag="green",
        rag_reason="Six of eight heads have agreed to share the cost; two will answer by half-term.",
        actions=(
            PlannedAction("Write a one-page role description with the other heads", "M. Okafor", "2026-10-09", "done"),
            PlannedAction(
                "Agree how eight schools share the cost", "M. Okafor, business manager", "2026-11-20", "in progress"
            ),
            PlannedAction("Appoint the coordinator for two terms", "Heads’ group", "2027-01-15"),
            PlannedAction(
                "Review after the first term what got done that would not have been", "Chair of heads", "2027-04-23"
            ),
        ),
        owner="Miriam Okafor, head",
        supporter="Tom Price, business manager",
        link_governor="Dilys ŵyn Hughes",
        start="2026-09-14",
        due="2027-07-09",
        cost="£1,850 a year (our share)",
        criteria=(
            SuccessCriterion("A coordinator is in post with half a day a week", "in progress"),
            SuccessCriterion("Every heads’ meeting ends with decisions, names and dates in writing", "partially met"),
            SuccessCriterion("Management scores 2.8 or more in the summer audit"),
        ),
        monitoring="The head reports to the standards committee each half term; the link governor meets the "
        "coordinator in February and June.",
        impact="The October heads’ meeting was the first in two years with a written list of decisions.",
        risks="Two small schools may not afford their share. If they can’t, the hours shrink rather than the circle.",
    ),
    PlannedPriority(
        title="A structured conversation about every child who moves to Year 7",
        why=(
            "Format scored 2.3. The partnership finds transition useful, yet there is no agreed conversation about "
            "each pupil’s progress, and nobody is accountable for having it."
        ),
        objective="Every pupil who moves up is talked through by both schools before the summer holiday.",
        baseline="A spreadsheet is sent in July; 0 of 41 pupils were talked through.",
        target="All pupils talked through by 2 July 2027; those with SEND twice.",
        rag="amber",
        rag_reason="Wenlow High named its lead three weeks late, so the first meeting slipped.",
        actions=(
            PlannedAction(
                "Agree what is talked about, in ten lines", "J. Baptiste, Year 6", "2026-10-16", "in progress"
            ),
            PlannedAction("Pair each Year 6 teacher with a Year 7 tutor", "Wenlow High, head of year", "2026-12-11"),
            PlannedAction("Hold the conversations", "Year 6 and Year 7 teams", "2027-07-02"),
        ),
        owner="Joseph Baptiste, deputy",
        link_governor="",
        due="2027-07-02",
        cost="",
        criteria=(
            SuccessCriterion("All 44 pupils talked through by both schools"),
            SuccessCriterion("Year 7 tutors say in October that they knew what they needed", "not started"),
        ),
        monitoring="The deputy counts the conversations weekly from May.",
        risks="The summer term is full; cover for six afternoons is needed.",
    ),
    PlannedPriority(
        title="Say what each school gains and gives",
        why="Self-interest scored 2.2. No school could say in a sentence what it gets for the time that it puts in.",
        objective="Each school can name one thing it gains and one it gives, and both are true in practice.",
        baseline="Two of eight schools could name both.",
        target="All eight by Easter 2027.",
        actions=(PlannedAction("Ask each school for one offer and one need", "Coordinator", "2027-02-12"),),
        owner="",
        due="2027-03-26",
    ),
)


def a_plan_full_of(text: str, actions: int = 3) -> ActionPlan:
    """A plan that has this text in every field where people write."""
    planned = PlannedAction(text, text, text, "in progress")
    priority = PlannedPriority(
        title=text,
        why=text,
        objective=text,
        baseline=text,
        target=text,
        rag="red",
        rag_reason=text,
        actions=(planned,) * actions,
        owner=text,
        supporter=text,
        link_governor=text,
        start=text,
        due=text,
        cost=text,
        criteria=(SuccessCriterion(text, "met"),),
        monitoring=text,
        impact=text,
        risks=text,
    )
    late = PlannedPriority(text, actions=(PlannedAction(text, text, "2020-01-01"),))
    item = ItemResult(text, text, text)
    return a_plan(
        school=text,
        title=text,
        questionnaire=text,
        fingerprint=text,
        wave=text,
        partnership=text,
        prepared_by=text,
        sections=tuple(a_section(text, score, scale=a_scale(*[text] * 4)) for score in (2.6, None, 2.6)),
        priorities=(priority, late),
        changes=(text,),
        questions=(text, text),
        decisions=(text,),
        balance=text,
        balance_method=text,
        strengths=(item,),
        lowest=(item,),
        method=text,
        data_note=text,
    )
