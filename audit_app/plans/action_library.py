"""The action library: ways of working with other schools that fit any priority.

The formats are those of the field (articles on collaboration between schools: taster sessions, briefing evenings,
teachmeets, shared courses and staff, cross-school teams, agreed accountabilities across transition); every word is
ours. They say nothing of what works: they say what schools do, and how one begins.
"""

from typing import Annotated, Literal

from pydantic import Field

from audit_app.language import _
from audit_app.responses.model import Frozen

Leave = Literal["none", "head", "board"]
"""Whose leave it needs, the nearest first."""
Effort = Literal["small", "medium", "large"]


class Idea(Frozen):
    """One thing that a school could do, with what can be done for it on Monday."""

    id: str
    title: str
    """Blank where the text says it all."""
    text: str
    first_step: str
    leave: Leave
    effort: Effort
    weeks: Annotated[int, Field(ge=1, le=104)]
    """Lead time until it can be seen to work."""


FORMATS: tuple[Idea, ...] = (
    Idea(
        id="teachmeet",
        title="Teachmeet",
        text=_("Hold a teachmeet with one other school: six talks of five minutes, each on something that was tried."),
        first_step=_("Ask two colleagues, and one in another school, what they could show in five minutes."),
        leave="head",
        effort="small",
        weeks=6,
    ),
    Idea(
        id="read_together",
        title=_("Reading group in the open"),
        text=_("Read one article a half term with colleagues elsewhere and write down online what each would try."),
        first_step=_("Choose an article of at most four pages and send it to three people in other schools."),
        leave="none",
        effort="small",
        weeks=4,
    ),
    Idea(
        id="visit_each_other",
        title=_("A visit with one question"),
        text=_("Visit another school for half a day with one agreed question, and be visited by them with theirs."),
        first_step=_("Write the question in one sentence and send it to the colleague whom you would like to visit."),
        leave="head",
        effort="small",
        weeks=5,
    ),
    Idea(
        id="taster_sessions",
        title=_("Taster sessions"),
        text=_(
            "Offer taster sessions to pupils of a school of another phase, planned with the teachers they have now."
        ),
        first_step=_("Ask a Year 6 teacher which two lessons their pupils would gain most from."),
        leave="head",
        effort="medium",
        weeks=10,
    ),
    Idea(
        id="briefing_evening",
        title=_("Briefing evening"),
        text=_("Hold one briefing evening for the parents of both schools on something that concerns them all."),
        first_step=_("Agree the subject and two possible dates with a colleague at the other school."),
        leave="head",
        effort="medium",
        weeks=8,
    ),
    Idea(
        id="shared_cpd",
        title=_("Shared training"),
        text=_(
            "Plan one training day or two twilights together, led by staff of both schools and followed up in a term."
        ),
        first_step=_("Lay both calendars side by side and find the next day that both have free."),
        leave="head",
        effort="medium",
        weeks=14,
    ),
    Idea(
        id="moderation",
        title="Moderation",
        text=_("Moderate ten pieces of work from each school together, and write down where the judgements differed."),
        first_step=_("Pick the subject and the year group, and ask one teacher of the other school to do the same."),
        leave="head",
        effort="small",
        weeks=6,
    ),
    Idea(
        id="joint_research",
        title=_("Joint research project"),
        text=_(
            "Follow one question in two or three schools for a term: the same small change, the same way of looking."
        ),
        first_step=_("Write down the question, and what you would count or hear if the answer were yes."),
        leave="head",
        effort="medium",
        weeks=20,
    ),
    Idea(
        id="deputies_network",
        title=_("A network of deputies"),
        text=_(
            "Let the deputies of the schools meet each half term with one common issue, and report back in writing."
        ),
        first_step=_("Ring one deputy and agree a first date of one hour."),
        leave="head",
        effort="small",
        weeks=7,
    ),
    Idea(
        id="transition_conversations",
        title=_("Transition conversations"),
        text=_(
            "Hold one structured conversation about each pupil who moves, with agreed accountabilities: who tells "
            "whom what by when, and who checks that it was used."
        ),
        first_step=_("Write the five questions that the receiving teacher most needs answered."),
        leave="head",
        effort="medium",
        weeks=16,
    ),
    Idea(
        id="pupil_exchange",
        title=_("Pupil exchange"),
        text=_(
            "Let a small group of pupils spend a day in each other’s school and tell both staffs what they noticed."
        ),
        first_step=_("Ask the school council what they would want to see elsewhere, and why."),
        leave="head",
        effort="medium",
        weeks=10,
    ),
    Idea(
        id="pupils_voice",
        title=_("Pupils’ feedback across schools"),
        text=_("Ask pupils of both schools the same five questions about learning, and answer what they say together."),
        first_step=_("Let two pupils from each school write the questions with you."),
        leave="head",
        effort="small",
        weeks=6,
    ),
    Idea(
        id="team_sen",
        title=_("Cross-school SEN team"),
        text=_(
            "Set up a team of the SEN coordinators that shares expertise, referrals and training, with one of them to "
            "convene it."
        ),
        first_step=_("Ask each SEN coordinator for one thing to offer and one thing to ask."),
        leave="head",
        effort="medium",
        weeks=12,
    ),
    Idea(
        id="team_literacy",
        title=_("Cross-school literacy team"),
        text=_(
            "Set up a literacy team across the schools that agrees what is taught when, and looks at work together."
        ),
        first_step=_("Swap the reading and writing plans of one year group with one other school."),
        leave="head",
        effort="medium",
        weeks=14,
    ),
    Idea(
        id="team_numeracy",
        title=_("Cross-school numeracy team"),
        text=_(
            "Set up a numeracy team across the schools that agrees methods and words, so that pupils meet the same."
        ),
        first_step=_("Compare how two schools teach one method, for example long division."),
        leave="head",
        effort="medium",
        weeks=14,
    ),
    Idea(
        id="team_finance",
        title=_("Cross-school finance team"),
        text=_("Let the business managers compare the ten largest contracts and buy together where it saves."),
        first_step=_("Ask the business managers for the renewal dates of their five largest contracts."),
        leave="board",
        effort="medium",
        weeks=26,
    ),
    Idea(
        id="shared_course",
        title=_("Shared course"),
        text=_("Offer one course together that neither school could fill alone, with one timetable slot in common."),
        first_step=_("List the courses that did not run for want of pupils, and ask the other school for its list."),
        leave="board",
        effort="large",
        weeks=40,
    ),
    Idea(
        id="shared_staff",
        title=_("Shared member of staff"),
        text=_("Share one post between schools, with a written agreement on time, line management and cost."),
        first_step=_("Name the post, and the hours of it that each school could use and pay for."),
        leave="board",
        effort="large",
        weeks=36,
    ),
    Idea(
        id="shared_pitch",
        title=_("Shared pitch or room"),
        text=_("Share a pitch, hall or workshop with a neighbouring school, state or independent, at agreed times."),
        first_step=_("Note the hours in which the room stands empty, and ask the neighbour what they lack."),
        leave="board",
        effort="medium",
        weeks=20,
    ),
    Idea(
        id="employer_competencies",
        title=_("Competencies agreed with employers"),
        text=_(
            "Agree with two local employers and another school which competencies pupils should show, and where they "
            "practise them."
        ),
        first_step=_("Ask one employer what the last three young people they took on could not yet do."),
        leave="head",
        effort="medium",
        weeks=18,
    ),
)
