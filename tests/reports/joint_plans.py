"""Joint plans to make papers from."""

from collections.abc import Sequence
from datetime import date

from audit_app.plans.model import Action, Criterion, Milestone, Plan, Priority
from audit_app.reports.joint_plan import JointPlan

SCHOOLS = ("Ash Primary", "Elm High", "Oak Special")


def a_joint_plan(
    text: str = "", *, schools: Sequence[str] = SCHOOLS, actions: int = 4, school: str = "", **plan: object
) -> JointPlan:
    """Two priorities; the first school leads the first. With this text wherever somebody writes. One action is late,
    and the last belongs to nobody."""
    owners = [*(schools[at % len(schools)] if schools else "" for at in range(max(actions - 1, 0))), ""][:actions]
    shared = tuple(
        Action(
            id=f"{at:02d}",
            text=text or f"Action {at + 1}.",
            first_step=text or "Ring on Monday.",
            school=owner,
            owner=text[:200] or f"Person {at + 1}",
            due="2026-11-02" if at == 0 else "2027-01-11",
            state="done" if at == 1 else "not started",
        )
        for at, owner in enumerate(owners)
    )
    first = Priority(
        id="1",
        title=text[:200] or "Read together",
        suggested=True,
        why=text or "2 of 3 schools report it.",
        objective=text or "Every class reads with a partner.",
        school=schools[0] if schools else "",
        owner=text[:200] or "A. Lime",
        due="2027-07-02",
        rag="amber",
        rag_reason=text,
        criteria=(Criterion(text=text or "All classes do.", state="in progress"),),
        milestones=(Milestone(text=text or "Half of them do.", day="2027-03-01"),),
        actions=shared,
    )
    values: dict[str, object] = {
        "schools": tuple(schools),
        "priorities": (first, Priority(id="2", title=text[:200] or "Talk about movers")),
        "questions": (text[:200] or "Who pays?",),
        "decisions": (text[:200] or "Agree the plan.",),
        "next_review": "2027-02-01",
    }
    return JointPlan(
        partnership=text[:200] or "Wenlow Partnership",
        period="2026–27",
        plan=Plan.model_validate({**values, **plan}),
        date=date(2026, 11, 22),
        changes=(text or "Priority 2 is new",),
        since="2 November 2026",
        prepared_by=text[:200] or "M. Okafor",
        school=school,
    )
