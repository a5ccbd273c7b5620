"""Stories: the eight invented schools, what became of each over three waves, and what its people said.

Levels are written one character an item, in the order asked: a level, `n` not applicable, `p` prefer not to say,
`.` no answer yet, `!` two colleagues' answers that differ.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from audit_app.responses.model import Phase, SchoolType

State = Literal["draft", "submitted", "reopened"]
PlanStage = Literal["none", "begun", "under way"]

DEMO_MARK = " (demo)"
"""Ends every school's name, so that nobody takes one for a real school."""

LOCAL_AUTHORITY = "Wenlowshire (invented)"


class Person(NamedTuple):
    """Who answers, as they call themselves."""

    name: str
    role: str


class Said(NamedTuple):
    """A comment of this school's own: wave (0 is the first), item, who of the people, words."""

    wave: int
    item: str
    person: int
    text: str


class Story(NamedTuple):
    """One school over three waves."""

    name: str
    phase: Phase
    type: SchoolType
    pupils: int
    people: tuple[Person, Person, Person]
    """Head, a colleague who fills in part of the audit, and the link governor."""
    levels: Mapping[str, tuple[str, str, str]]
    """Section to its levels in each wave; an empty text where the school had not joined yet."""
    latest: State
    plans: tuple[PlanStage, PlanStage, PlanStage]
    shown: int
    """Of ten answers from level 2 up, how many have evidence."""
    said: tuple[Said, ...]
    reopened: str = ""
    """Why the latest response was reopened."""
    district: str | None = None
    """Of a postcode that there is not: no area is called WE."""
    place: tuple[float, float] | None = None
    """Latitude and longitude: in the sea off Wales, where no real school is."""


FOXGLOVE = Story(
    name="Foxglove Lane Primary School" + DEMO_MARK,
    phase="primary",
    type="maintained",
    pupils=214,
    district="WE1",
    place=(52.31, -4.72),
    people=(
        Person("Nadia Whitlock", "headteacher"),
        Person("Tom Ashdown", "deputy head"),
        Person("Grace Adeyemi", "link governor"),
    ),
    levels={
        "purpose": ("2232221", "3233322", "3332332"),
        "format": ("2321222", "3322223", "3332223"),
        "management": ("1212121", "1222222", "12.2..."),
        "trust": ("3323333", "3433433", "......."),
        "self-interest": ("2222321", "2323222", "......."),
    },
    latest="draft",
    plans=("none", "under way", "none"),
    shown=6,
    said=(
        Said(0, "management_gardener", 0, "I do it between assemblies. When I was off in February, nothing happened."),
        Said(0, "trust_candour", 1, "Tanyard told us about their attendance before we had dared to mention ours."),
        Said(1, "management_gardener", 0, "Still nobody. All eight heads say it is needed; none has hours to give."),
        Said(1, "management_succession", 1, "The passwords are in Nadia’s notebook. I know which drawer."),
        Said(
            1, "trust_staff_ties", 0, "Our Year 2 team went to Wenlow Bank twice, and they still write to each other."
        ),
        Said(1, "self_interest_costs", 1, "We think about thirty hours a term, but it is a guess."),
        Said(2, "management_gardener", 0, "The heads talk about it again on the 14th. I am not hopeful."),
        Said(
            2, "purpose_staff_know", 1, "The one-page summary helped: the kitchen staff could name two partner schools."
        ),
    ),
)

HARROWMERE = Story(
    name="Harrowmere Academy" + DEMO_MARK,
    phase="secondary",
    type="academy",
    pupils=1142,
    district="WE1",
    place=(52.33, -4.7),
    people=(
        Person("Daniel Pryce", "principal since spring"),
        Person("Oluchi Bennett", "assistant principal"),
        Person("Martin Sayer", "trustee"),
    ),
    levels={
        "purpose": ("3333322", "2222221", "3323222"),
        "format": ("3323233", "2322222", "2322232"),
        "management": ("3223323", "2121222", "2222222"),
        "trust": ("3322323", "222p222", "3322333"),
        "self-interest": ("3323323", "2322222", "2333232"),
    },
    latest="reopened",
    plans=("begun", "none", "none"),
    shown=4,
    reopened="The heads of year had not been asked about the talks at transition. They want two answers changed.",
    said=(
        Said(0, "purpose_pupil_moves", 1, "All five feeder schools came to the talks in June, for the first time."),
        Said(1, "purpose_clear_goals", 0, "I came in January and was told three different purposes in one week."),
        Said(
            1, "management_succession", 1, "Most of it left with the last principal. We found the shared folder in May."
        ),
        Said(1, "trust_open_disagreement", 0, "I have not been to enough meetings to say."),
        Said(2, "trust_candour", 0, "I opened with our Year 8 suspensions. Two schools stayed behind to talk."),
        Said(2, "purpose_review", 1, "Down for the spring meeting; the goals are still my predecessor’s."),
    ),
)

ST_WENLOW = Story(
    name="St Wenlow’s Church of England Primary" + DEMO_MARK,
    phase="primary",
    type="faith",
    pupils=96,
    district="WE3",
    place=(52.24, -4.86),
    people=(
        Person("Ruth Kellaway", "headteacher"),
        Person("Jan Morris", "Key Stage 1 lead"),
        Person("Revd Peter Lisle", "chair of governors"),
    ),
    levels={
        "purpose": ("3332323", "2222222", "2122121"),
        "format": ("3332333", "2222222", "1212121"),
        "management": ("4333232", "2122212", "1111221"),
        "trust": ("3333333", "3222232", "2222121"),
        "self-interest": ("3223323", "2222222", "2112211"),
    },
    latest="submitted",
    plans=("under way", "begun", "none"),
    shown=3,
    said=(
        Said(0, "management_gardener", 0, "Helen has a day a week for it, and it shows: every school has seen her."),
        Said(0, "management_succession", 1, "We keep saying that Helen should have a stand-in."),
        Said(1, "management_gardener", 0, "Helen left at Easter. Her post has been advertised twice."),
        Said(1, "format_routine", 0, "The March meeting was moved and then not held."),
        Said(2, "format_routine", 0, "No meeting since the spring. I am not sure who would call one."),
        Said(2, "format_can_last", 1, "I would start again tomorrow with one school. Not with eight."),
        Said(2, "self_interest_gains", 1, "The reading scheme we use is Wenlow Bank’s. Few here remember that."),
    ),
)

COPPERBEECH = Story(
    name="Copperbeech Free School" + DEMO_MARK,
    phase="all-through",
    type="free school",
    pupils=868,
    district="WE1",
    place=(52.34, -4.73),
    people=(
        Person("Leila Farrow", "executive head"),
        Person("Sam Okoro", "director of operations"),
        Person("Anita Desmond", "chair of trustees"),
    ),
    levels={
        "purpose": ("2232222", "3232222", "3333223"),
        "format": ("2222122", "2222222", "2322222"),
        "management": ("2222212", "2322212", "2322222"),
        "trust": ("2121222", "2212122", "2212222"),
        "self-interest": ("3333322", "4433323", "4443333"),
    },
    latest="submitted",
    plans=("none", "begun", "begun"),
    shown=5,
    said=(
        Said(0, "self_interest_gains", 1, "Two vacancies filled through partners and £4,100 saved on joint training."),
        Said(1, "trust_candour", 0, "We show what we do well. It has not been a place for worries."),
        Said(1, "self_interest_costs", 1, "Every joint day is costed before we say yes."),
        Said(2, "trust_give_and_take", 0, "Ravensbeck said that we take more than we bring. They may be right."),
        Said(2, "trust_across_grades", 1, "We pair with whoever has the numbers, so the smaller schools are left out."),
        Said(
            2, "self_interest_offer", 1, "Our offer list went out with prices. Tanyard laughed, then booked two days."
        ),
    ),
)

TANYARD = Story(
    name="Tanyard Middle School" + DEMO_MARK,
    phase="middle",
    type="maintained",
    pupils=407,
    district="WE2",
    place=(52.28, -4.62),
    people=(
        Person("Geoffrey Hale", "headteacher"),
        Person("Priya Raman", "deputy head"),
        Person("Colin Marsh", "vice-chair of governors"),
    ),
    levels={
        "purpose": ("3322122", "3323222", "3323223"),
        "format": ("3333233", "4333334", "4344334"),
        "management": ("3333222", "3333332", "3433433"),
        "trust": ("2212222", "2222122", "2222222"),
        "self-interest": ("2122221", "2222221", "2222321"),
    },
    latest="submitted",
    plans=("none", "begun", "under way"),
    shown=8,
    said=(
        Said(0, "format_records", 0, "Minutes, action log, risk register, terms of reference: all in the folder."),
        Said(1, "trust_open_disagreement", 1, "Votes are minuted. Reasons are not, and people stop raising them."),
        Said(1, "management_weeding", 0, "We run eleven working groups. I can’t say what three of them are for."),
        Said(2, "self_interest_free_choice", 1, "Staff are put down for groups in September. Nobody asks them."),
        Said(2, "self_interest_gains_seen", 1, "People see the meetings in the calendar, not what comes of them."),
        Said(2, "format_calendar", 0, "All 27 dates for next year are in."),
    ),
)

LITTLE_DRAGONFLY = Story(
    name="Little Dragonfly Nursery School" + DEMO_MARK,
    phase="nursery",
    type="maintained",
    pupils=62,
    district="WE1",
    people=(
        Person("Bethan Lloyd", "headteacher"),
        Person("Mo Hussain", "senior early years teacher"),
        Person("Carys Finch", "parent governor"),
    ),
    levels={
        "purpose": ("2222212", "2222222", "223232!"),
        "format": ("1122121", "2122121", "212222!"),
        "management": ("121n111", "121n211", "121n212"),
        "trust": ("3434343", "4434443", "4434444"),
        "self-interest": ("222n221", "231n322", "2321322"),
    },
    latest="draft",
    plans=("none", "begun", "none"),
    shown=4,
    said=(
        Said(0, "trust_ask_early", 0, "I rang Nadia on a Sunday about a safeguarding worry. She came on Monday."),
        Said(
            0,
            "format_records",
            1,
            "We never write anything down. We would feel silly, we have known each other so long.",
        ),
        Said(1, "trust_staff_ties", 1, "Half of our team trained with half of theirs."),
        Said(1, "format_routine", 0, "We meet when someone has cake."),
        Said(
            2, "purpose_review", 0, "I say that we looked at the goals in June. Mo says that we looked at photographs."
        ),
        Said(2, "self_interest_costs", 1, "Nobody counts. I counted for one month: nineteen hours."),
    ),
)

RAVENSBECK = Story(
    name="Ravensbeck Sixth Form College" + DEMO_MARK,
    phase="post-16",
    type="college",
    pupils=655,
    people=(
        Person("Yusuf Demir", "principal"),
        Person("Clare Nolan", "head of student services"),
        Person("Helena Brandt", "governor"),
    ),
    levels={
        "purpose": ("", "", "22.1n.."),
        "format": ("", "", "2......"),
        "management": ("", "", "1......"),
        "trust": ("", "", "3.p...."),
        "self-interest": ("", "", "2......"),
    },
    latest="draft",
    plans=("none", "none", "none"),
    shown=2,
    said=(
        Said(2, "purpose_clear_goals", 0, "We joined in September, so much of this is first impressions."),
        Said(2, "trust_candour", 1, "They were frank with us from the first meeting."),
        Said(2, "purpose_pupil_moves", 1, "No partner school has a sixth form that sends pupils on to us as yet."),
    ),
)

WENLOW_BANK = Story(
    name="Wenlow Bank School" + DEMO_MARK,
    phase="special",
    type="special",
    pupils=131,
    district="WE4",
    place=(52.44, -4.55),
    people=(
        Person("Eleanor Voss", "headteacher"),
        Person("Kwame Mensah", "outreach lead"),
        Person("Judith Farrell", "link governor"),
    ),
    levels={
        "purpose": ("3333233", "4343334", "4444344"),
        "format": ("3333233", "3343334", "4344344"),
        "management": ("3323332", "3433433", "4433443"),
        "trust": ("3333333", "4433334", "4434434"),
        "self-interest": ("3332333", "3343343", "4343444"),
    },
    latest="submitted",
    plans=("under way", "under way", "under way"),
    shown=9,
    said=(
        Said(0, "self_interest_offer", 1, "Outreach is our offer: five schools so far, and room for two more."),
        Said(1, "management_gardener", 0, "Kwame has a morning a week for it, and a stand-in since March."),
        Said(1, "trust_open_disagreement", 0, "We fell out over the shared training day, and it is in the notes."),
        Said(2, "management_weeding", 1, "The newsletter group ended in May, with a thank-you and no regrets."),
        Said(2, "self_interest_gains", 0, "Our pupils now do science in Harrowmere’s laboratories every other week."),
        Said(2, "trust_across_grades", 1, "St Wenlow’s taught us phonics, whatever their last report said."),
    ),
)

STORIES = (FOXGLOVE, HARROWMERE, ST_WENLOW, COPPERBEECH, TANYARD, LITTLE_DRAGONFLY, RAVENSBECK, WENLOW_BANK)
"""The first is the user's own school."""
