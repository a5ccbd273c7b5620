"""Strategies: the papers beside the action plan, with any text anywhere, for Hypothesis."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from audit_app.plans.model import Plan
from audit_app.questionnaires.library import shipped
from audit_app.questionnaires.model import Questionnaire, Section
from audit_app.reports.blank import blank_questionnaire_document
from audit_app.reports.case import case_document
from audit_app.reports.completed import completed_document
from audit_app.reports.document import Document
from audit_app.reports.joint_plan import joint_plan_document
from audit_app.reports.partnership import partnership_document
from audit_app.reports.staff import staff_document
from tests.reports.joint_plans import a_joint_plan
from tests.reports.making import texts
from tests.reports.papers import (
    DAY,
    READINESS,
    a_case,
    a_completed_audit,
    a_priority,
    a_staff_report,
    given,
    survey_results,
)
from tests.reports.partnerships import a_comparison, a_match, a_momentum, a_partnership

ON_ONE_PAGE = "case"
ASKED = sorted(one.id for one in shipped().latest())


@dataclass(frozen=True)
class MadePaper:
    """One paper, and of which kind it is."""

    kind: str
    document: Document


def papers(longest: int, most_schools: int, most_actions: int) -> st.SearchStrategy[MadePaper]:
    """Of every kind; what is written has at most `longest` characters and is what a data folder could hold."""
    text = texts(longest).map(_storable)
    level = st.sampled_from("1234")
    return st.one_of(
        st.builds(_partnership, text, text, st.integers(1, most_schools), st.integers(0, 16), st.booleans()),
        st.builds(_staff, text, text, st.integers(0, 60), st.integers(0, most_actions)),
        st.builds(_joint, text, text, st.integers(0, most_schools), st.integers(0, most_actions), st.booleans()),
        st.builds(lambda text, level: _case(text, level), text, level),
        st.builds(lambda text, level, pieces: _completed(text, level, pieces), text, level, st.integers(0, 3)),
        st.builds(_blank, text, st.sampled_from(ASKED)),
    )


def _storable(text: str) -> str:
    """Halves of surrogate pairs reach no data folder: what is read from a file has none."""
    return text.encode(errors="replace").decode()


def _partnership(name: str, text: str, schools: int, sections: int, pseudonyms: bool) -> MadePaper:
    names = tuple(f"{name[: max(200, 5000 // schools)]}{number}" for number in range(schools))
    report = a_partnership(
        comparison=a_comparison(
            names, sections, text[: max(200, 5000 // (schools * max(sections, 1)))], pseudonyms=pseudonyms
        ),
        momentum=a_momentum(names, text),
        matches=(a_match(names[0], names[-1], text),),
        prepared_by=text,
    )
    return MadePaper("partnership", partnership_document(report))


def _staff(text: str, plan: str, comments: int, actions: int) -> MadePaper:
    priority = a_priority(plan, 0)
    many = tuple(priority.actions[0].model_copy(update={"id": str(number)}) for number in range(actions))
    report = a_staff_report(
        results=survey_results(text, comments),
        plan=Plan(priorities=(priority.model_copy(update={"actions": many}), a_priority(plan, 1))),
    )
    return MadePaper("staff", staff_document(report))


def _joint(text: str, name: str, schools: int, actions: int, alone: bool) -> MadePaper:
    """`alone`: one school's part."""
    names = tuple(f"{name[:180]}{number}" for number in range(schools))
    made = a_joint_plan(text, schools=names, actions=actions)
    return MadePaper("joint", joint_plan_document(replace(made, school=names[0] if alone and names else "")))


def _case(text: str, level: str) -> MadePaper:
    return MadePaper(ON_ONE_PAGE, case_document(a_case(given(READINESS, level, text), text[:200] or "x")))


def _completed(text: str, level: str, pieces: int) -> MadePaper:
    made = a_completed_audit(entries=given(READINESS, level, text, pieces), school=text[:200] or "x")
    return MadePaper("full", completed_document(made))


def _blank(text: str, which: str) -> MadePaper:
    """Its own kinds of items and conditions, with the text in every place that an author fills."""
    questionnaire = shipped().get(which)
    sections = tuple(_section(text, one) for one in questionnaire.sections)
    changed = {"title": text, "summary": text, "audience": text, "sections": sections}
    asked = Questionnaire.model_construct(**{**dict(questionnaire), **changed})
    return MadePaper("blank", blank_questionnaire_document(asked, DAY))


def _section(text: str, section: Section) -> Section:
    """In full in the first item, so that a long text does not make hundreds of pages."""
    items = []
    for number, item in enumerate(section.items):
        said = text[: 60 if number else 5000]
        words = dict.fromkeys(("text", "hint", "why", "evidence_prompt"), said)
        items.append(item.model_copy(update={**words, "descriptors": dict.fromkeys(item.descriptors, said)}))
    return section.model_copy(update={"title": text[:300], "intro": text, "items": tuple(items)})
