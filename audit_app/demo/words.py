"""Words: what people in the invented schools say about an item when it is low, when it is high, and what shows it."""

from collections.abc import Mapping
from typing import NamedTuple


class ItemWords(NamedTuple):
    """For one item: a comment at level 1 or 2, one at level 3 or 4, and two pieces of evidence."""

    low: str
    high: str
    evidence: tuple[str, str]


WORDS: Mapping[str, ItemWords] = {
    "purpose_clear_goals": ItemWords(
        "Five leaders wrote it down, and we had four answers.",
        "It is on the first page of every agenda, so we no longer argue about it.",
        ("Answers of five leaders, asked one at a time", "Agenda of the autumn meeting, with the sentence at the top"),
    ),
    "purpose_realistic_goals": ItemWords(
        "There are nine goals. I could tell you who is working on two of them.",
        "Three goals, and we gave up a fourth because nobody had the hours.",
        ("This year’s goals with dates and hours", "Notes of the meeting at which the list was cut"),
    ),
    "purpose_own_need": ItemWords(
        "The funder chose the theme; our own worry is reading in Year 4.",
        "Our attendance goal and the partnership’s are now the same line.",
        ("Page 6 of the school improvement plan", "Email to the partners in which we named our need"),
    ),
    "purpose_shared_audit": ItemWords(
        "We each talked for five minutes. That was the audit.",
        "The topics came out of eight filled-in audits, and nobody felt overruled.",
        ("The eight audits laid side by side", "Our notes from two half-day visits"),
    ),
    "purpose_pupil_moves": ItemWords(
        "A spreadsheet goes across in July. Nobody has told us what happens to it.",
        "Each child who moved was talked through twice, with the same questions.",
        ("The five questions and the dates of the talks", "List of pupils talked about last June"),
    ),
    "purpose_staff_know": ItemWords(
        "In the corridor I was told that it is something to do with the trust.",
        "Three of four colleagues could name two partner schools.",
        ("The one-page summary for staff", "What four colleagues said when asked in October"),
    ),
    "purpose_review": ItemWords(
        "The goals still carry the date of the launch.",
        "One goal was ended last summer because the figures had been met.",
        ("Notes of the yearly check", "The goal that was changed, before and after"),
    ),
    "format_routine": ItemWords(
        "Three of the six planned meetings were held.",
        "It is always the second Tuesday, and always ninety minutes.",
        ("List of meetings: planned, held, who came", "The page with the routine"),
    ),
    "format_calendar": ItemWords(
        "Two dates fell on parents’ evenings again.",
        "Cover was booked for the whole year in one go.",
        ("School calendar with the partnership’s dates", "Calendars of the partners laid side by side"),
    ),
    "format_channels": ItemWords(
        "Everything goes through the office, and some of it stops there.",
        "Our new science teacher found her opposite number on the list in her first week.",
        ("Contact list by subject, checked in September", "The last ten messages in the shared space"),
    ),
    "format_membership": ItemWords(
        "Nobody could tell me whether the junior school has left.",
        "Ravensbeck joined by the written steps and had a partner school from the first day.",
        ("Terms of membership, signed by eight boards", "List of members with its date"),
    ),
    "format_records": ItemWords(
        "I missed a meeting and had to ring three people.",
        "I could read back to the first meeting, in order, in half an hour.",
        ("Notes of the last three meetings", "Contents page of the shared folder"),
    ),
    "format_levels": ItemWords(
        "Heads meet. Our teaching assistants have never been asked.",
        "The deputies’ group has become the one that people would miss.",
        ("List of groups and when each last met", "Report of the pupils who spent a day at a partner school"),
    ),
    "format_can_last": ItemWords(
        "It runs on two people’s evenings.",
        "We dropped a staff meeting a term to make room, and have kept to it.",
        ("Meeting plan for this year and next", "Timetable showing the hours set aside"),
    ),
    "management_gardener": ItemWords(
        "Whoever is least busy does it, so in May nobody does.",
        "She is in every school at least twice a year, and people look out for her.",
        ("Role description with hours", "Her diary of visits in the spring term"),
    ),
    "management_accountabilities": ItemWords(
        "We agreed that “we” should write to parents. Nobody did.",
        "The list is read out first, and it has become normal to say “not done”.",
        ("Action list with names, dates and what became of each", "Minutes of the January meeting"),
    ),
    "management_succession": ItemWords(
        "If I went under a bus, so would the partnership.",
        "The stand-in ran it for the whole of the spring, and most people did not notice.",
        ("Handover note, dated", "Notes of the term that the stand-in led"),
    ),
    "management_budget": ItemWords(
        "We argue over each supply bill.",
        "Eight equal shares, one signature, and a statement each term.",
        ("Budget for this year", "Last statement of what was spent"),
    ),
    "management_governors": ItemWords(
        "The chair asked me which partnership I meant.",
        "Governors had one page and twenty minutes, and asked better questions than we had.",
        ("Paper to governors", "Minute 7 of the March board meeting"),
    ),
    "management_weeding": ItemWords(
        "We have a website group that last met before the website closed.",
        "Two groups ended in the summer. Staff were told why, and thanked us.",
        ("List of groups: keep, change, end", "Note to staff about the group that ended"),
    ),
    "management_incentives": ItemWords(
        "Staff may go if they find their own cover.",
        "Joint work counts as training time, and the training plan says so.",
        ("Training plan", "List of those who took part this year, by role"),
    ),
    "trust_candour": ItemWords(
        "Everyone reports what went well, and we drive home with our worries.",
        "We brought our Year 9 figures, and left with two visits arranged.",
        ("Notes of the meeting to which we brought a problem", "Agenda with the ten minutes for problems"),
    ),
    "trust_give_and_take": ItemWords(
        "We host, they come. It has been so for three years.",
        "The list shows eleven lines of ours and nine of theirs.",
        ("List of help given and received", "Email of thanks after the loan of a teacher"),
    ),
    "trust_shared_information": ItemWords(
        "Figures arrive in six formats, two of them on paper.",
        "One page says what we share and who sees it; the data protection officers signed it.",
        ("Agreement on sharing, signed", "Figures for the joint goal, side by side"),
    ),
    "trust_open_disagreement": ItemWords(
        "The real meeting takes place in the car park.",
        "Two schools wanted different dates, both said so, and it is in the notes how it ended.",
        ("Notes that record a disagreement and its end", "Round of objections before the June decision"),
    ),
    "trust_staff_ties": ItemWords(
        "I could not name anyone there below the head.",
        "Teaching assistants ring each other now, which nobody planned.",
        ("Dates of visits and joint lessons", "Programme of the teachmeet"),
    ),
    "trust_ask_early": ItemWords(
        "We asked for help after the inspection, not before.",
        "The SENCO asked in week three, and someone was here in week four.",
        ("Request for help in October, and what followed", "The “who helps with what” list"),
    ),
    "trust_across_grades": ItemWords(
        "Those with good reports do the talking.",
        "The school with the hardest year behind it leads on attendance.",
        ("List of joint work and who leads each", "Invitation to the briefing evening for parents"),
    ),
    "self_interest_gains": ItemWords(
        "We would say that it is good to take part. What we got is harder to say.",
        "The list has fourteen lines, and each has a name beside it.",
        ("List of this year’s gains", "Head’s note on what we want next"),
    ),
    "self_interest_offer": ItemWords(
        "We say that we are too small to offer anything. I am not sure that is true.",
        "Two schools took up our early reading visits.",
        ("List of offers with names and limits", "Dates on which an offer was taken up"),
    ),
    "self_interest_costs": ItemWords(
        "We know the price of the coffee and not of the hours.",
        "We turned down one joint day because of the cover, and said so.",
        ("Count of hours and money for the spring term", "Sheet from the staff room with hours noted"),
    ),
    "self_interest_match": ItemWords(
        "We work with the school next door because it is next door.",
        "We were paired on our audits, and both had something to show.",
        ("Note that says why the two schools were paired", "What both schools wrote afterwards"),
    ),
    "self_interest_staff_learning": ItemWords(
        "Two people went on a course. That was in the spring of last year.",
        "The lesson study group tried the same fractions lesson in four schools.",
        ("Training plan with the joint enquiry", "Slides of what the group showed to colleagues"),
    ),
    "self_interest_gains_seen": ItemWords(
        "What colleagues see is the supply teacher.",
        "Walk down the Key Stage 2 corridor and count the borrowed ideas.",
        ("Photographs of three things in use", "The three-line note after the last visit"),
    ),
    "self_interest_free_choice": ItemWords(
        "We are in it because the trust is in it.",
        "Governors put the question in May and stayed in, but for one project.",
        ("Minute that records the decision to stay", "List of staff who asked to join"),
    ),
}
"""By item id of `partnership-health`; an item that is not here gets no words."""
