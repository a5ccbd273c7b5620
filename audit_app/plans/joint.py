"""A joint plan: what several schools do together, kept as an audit is; and each school's part of it (decision 0011)."""

from collections.abc import Iterable, Sequence
from datetime import date

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.plans import changes
from audit_app.plans.model import Plan, Priority, plan_of
from audit_app.questionnaires.library import JOINT_PLAN
from audit_app.responses.clock import Clock
from audit_app.responses.known_keys import plain_name
from audit_app.responses.model import Audit, Entry, Frozen, School

FEWEST_SCHOOLS = 2
LONGEST_NAME, LONGEST_PERIOD = 200, 80
"""As an audit keeps the name of its school, and that of its round."""


class UnnamedPartnershipError(AuditError):
    def __init__(self) -> None:
        super().__init__(
            _(
                "A joint plan needs the partnership’s name, of {longest_name} letters at most, and the time that it is "
                "for, of {longest_period} at most, for example “2026–27”."
            ).format(longest_name=LONGEST_NAME, longest_period=LONGEST_PERIOD)
        )


class TooFewSchoolsError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("A joint plan is that of two schools or more. Name each of them once."))


class NoPartError(AuditError):
    def __init__(self, school: str, schools: Sequence[str]) -> None:
        known = (
            _("These do: {names}.").format(names=", ".join(schools)) if schools else _("No school is named in it yet.")
        )
        super().__init__(_("“{school}” takes no part in this plan. {known}").format(school=school[:80], known=known))


class NotAJointPlanError(AuditError):
    def __init__(self, audit: Audit) -> None:
        super().__init__(
            _("This is the plan of one school, {name}. “audit-app joint list” shows the joint plans.").format(
                name=audit.school.name[:80]
            )
        )


class AsksNothingError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("A joint plan has nothing to answer. “audit-app joint start” begins one."))


class Part(Frozen):
    """One school's part, in figures."""

    school: str
    """Blank for what nobody has taken on yet."""
    leads: int
    """Priorities."""
    actions: int
    done: int
    overdue: int


def is_joint(audit: Audit) -> bool:
    return audit.questionnaire.id == JOINT_PLAN


def begin(schools: Sequence[str], clock: Clock, by: str) -> tuple[Entry, ...]:
    """The first entries of a joint plan. Raises TooFewSchoolsError, PlanValueError."""
    return name_schools((), schools, clock, by)


def name_schools(entries: Sequence[Entry], schools: Sequence[str], clock: Clock, by: str) -> tuple[Entry, ...]:
    """Those that take part from now on, in this order. Raises TooFewSchoolsError, PlanValueError, ReceivedError."""
    named = _each_once(" ".join(one.split()) for one in schools)
    if len(named) < FEWEST_SCHOOLS:
        raise TooFewSchoolsError
    return changes.name_schools(entries, named, clock, by)


def share_out(
    entries: Sequence[Entry],
    priority_id: str,
    text: str,
    first_step: str,
    schools: Sequence[str],
    clock: Clock,
    by: str,
) -> tuple[Entry, ...]:
    """The same action for each of these schools, so that each has its own person, day and state.

    Raises what `take_up` raises.
    """
    made: tuple[Entry, ...] = ()
    for school in schools:
        new = changes.take_up((*entries, *made), priority_id, text, first_step, clock, by)
        action = new[0].subject.rpartition("/")[2]
        made += new
        made += changes.set_action((*entries, *made), priority_id, action, {"school": school}, clock, by)
    return made


def named_in(plan: Plan, school: School | None) -> str:
    """The name by which this school takes part; blank when it does not."""
    if school is None:
        return ""
    names = {plain_name(school.name), plain_name(f"{school.name} ({school.urn})")}
    return next((one for one in schools_in(plan) if plain_name(one) in names), "")


def schools_in(plan: Plan) -> tuple[str, ...]:
    """Those that take part, and others that something is left with; each once."""
    leading = (priority.school for priority in plan.priorities)
    doing = (action.school for priority in plan.priorities for action in priority.actions)
    return _each_once((*plan.schools, *leading, *doing))


def part_of(plan: Plan, school: str) -> Plan:
    """One school's part: its actions, and the priorities that it leads, whose milestones and end are its to watch."""
    parts = (_part_of(one, plain_name(school)) for one in plan.priorities)
    return plan.model_copy(update={"priorities": tuple(one for one in parts if one is not None)})


def part_named(plan: Plan, name: str) -> tuple[str, Plan]:
    """The same by a name as somebody typed it, with the name as it stands. Raises NoPartError."""
    there = {plain_name(one): one for one in schools_in(plan)}
    if plain_name(name) not in there:
        raise NoPartError(name, schools_in(plan))
    found = there[plain_name(name)]
    return found, part_of(plan, found)


def parts(plan: Plan, today: date) -> tuple[Part, ...]:
    """Every school's, in the order in which they take part; last what nobody has taken on, where there is something."""
    found = [_figures(plan, school, today) for school in schools_in(plan)]
    unclaimed = _figures(plan, "", today)
    return (*found, *([unclaimed] if unclaimed.actions or unclaimed.leads else []))


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        if name.strip():
            found.setdefault(plain_name(name), name)
    return tuple(found.values())


def _part_of(priority: Priority, school: str) -> Priority | None:
    actions = tuple(one for one in priority.actions if plain_name(one.school) == school)
    if plain_name(priority.school) == school:
        return priority.model_copy(update={"actions": actions})
    return priority.model_copy(update={"actions": actions, "milestones": (), "due": ""}) if actions else None


def _figures(plan: Plan, school: str, today: date) -> Part:
    name = plain_name(school)
    own = [
        (priority, one) for priority in plan.priorities for one in priority.actions if plain_name(one.school) == name
    ]
    late = [
        one
        for priority, one in own
        if one.due and one.state != "done" and priority.halt is None and date.fromisoformat(one.due) < today
    ]
    return Part(
        school=school,
        leads=sum(plain_name(one.school) == name for one in plan.priorities),
        actions=len(own),
        done=sum(one.state == "done" for _, one in own),
        overdue=len(late),
    )


def joint_plan_of(audit: Audit, entries: Sequence[Entry]) -> Plan:
    """Raises NotAJointPlanError."""
    if not is_joint(audit):
        raise NotAJointPlanError(audit)
    return plan_of(entries)
