"""Plan words: what the invented schools write into their plans, by the section that a priority comes from."""

from collections.abc import Mapping
from typing import NamedTuple


class PlanWords(NamedTuple):
    """For one section."""

    cost: str
    monitoring: str
    risks: str
    impact: str
    green: str
    amber: str
    red: str


PLAN_WORDS: Mapping[str, PlanWords] = {
    "purpose": PlanWords(
        cost="No cost beyond meeting time",
        monitoring="The head asks four colleagues each half term what the partnership is for and notes what they say.",
        risks="The goals could grow again as soon as a ninth school joins.",
        impact="The list of goals went from nine to three in one meeting, and nobody has asked for the others.",
        green="The goals are agreed and dated; two of three are on course.",
        amber="The sentence is written, but two schools have yet to agree to it.",
        red="The meeting that was to choose the goals has been called off twice.",
    ),
    "format": PlanWords(
        cost="£300 for cover on the shared training day",
        monitoring="The deputy counts the meetings planned and held, and reports the figures each term.",
        risks="Exam weeks differ between the schools, so dates may move again next year.",
        impact="All of this term’s dates were in the calendar on day one, and cover was booked once, not six times.",
        green="Every meeting this term was held on its date.",
        amber="The contact list is out, but only four of the schools have filled in their page.",
        red="There has been no meeting since half-term, and no new date.",
    ),
    "management": PlanWords(
        cost="£1,850 a year, our share of half a day a week",
        monitoring="The link governor meets whoever runs the work once a term and looks at the action list.",
        risks="The two smallest schools may not be able to pay their share; the hours would then shrink.",
        impact="For the first time the meeting opened with last time’s list: seven of nine actions were done.",
        green="The role is written and the heads have agreed the hours.",
        amber="Six of the schools have agreed to share the cost; two will say by half-term.",
        red="Nobody has come forward for the role, and it has been advertised twice.",
    ),
    "trust": PlanWords(
        cost="Cover for two half-days, about £240",
        monitoring="The head keeps the list of help given and received, and shows it to the partners in June.",
        risks="One open falling-out in front of others could set this back by a year.",
        impact="Three schools brought a problem to the last meeting; two of them had a visit within a fortnight.",
        green="Problems now come first on the agenda, and each one had an answer.",
        amber="Leaders bring problems; other staff do not yet.",
        red="The partner school that we were to visit has called it off twice.",
    ),
    "self-interest": PlanWords(
        cost="About six hours of the business manager’s time",
        monitoring="The business manager adds up hours and money once a term, and the head puts the gains beside them.",
        risks="Counting may look like bargaining; partners are told why we do it.",
        impact="Governors saw gains and costs on one page and asked for the same next year.",
        green="The list of gains is written and has been to governors.",
        amber="The hours are counted for one half of the term only.",
        red="The count was put off when the office was short of staff.",
    ),
    "": PlanWords(
        cost="Cover for four afternoons, about £480",
        monitoring="The deputy counts the talks held, week by week, from May.",
        risks="The summer term is full, and the other school has new heads of year.",
        impact="All 31 pupils were talked about by both schools; four of them twice.",
        green="The questions are agreed and the afternoons booked.",
        amber="The questions are agreed; the other school has yet to name its tutors.",
        red="The talks were moved to July, when half of the pupils were away.",
    ),
}
"""By section; the last is for a priority of the school's own."""

QUESTIONS = (
    "Is the time that our staff give to this the right amount, given what we get?",
    "Who on the board will follow the partnership for the coming year?",
    "Should governors of the partner schools meet once a year?",
)
DECISIONS = (
    "Agree the priorities and who leads each of them.",
    "Release the money for cover from the school improvement budget.",
    "Put the partnership on the agenda of the summer meeting.",
)
