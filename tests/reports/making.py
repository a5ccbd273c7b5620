"""Strategies: action plans with any text anywhere, for Hypothesis."""

from dataclasses import fields
from datetime import date
from typing import Any

from hypothesis import strategies as st

from audit_app.reports.action_plan import ActionPlan
from audit_app.reports.priority import PlannedAction, PlannedMilestone, PlannedPriority, SuccessCriterion
from audit_app.reports.scores import ItemResult, SectionResult
from tests.reports.hostile import HOSTILE
from tests.reports.plans import a_scale

CHARACTERS = st.characters(codec=None, exclude_categories=())
"""Any code point, halves of surrogate pairs included."""


def texts(longest: int) -> st.SearchStrategy[str]:
    """Mostly short, sometimes empty, now and then as long as it may be, often from the list of hostile ones."""
    return st.one_of(
        st.text(CHARACTERS, max_size=40),
        st.sampled_from([text[:longest] for text in HOSTILE.values()]),
        st.builds(
            lambda word, times: (word * times)[:longest], st.text(CHARACTERS, max_size=9), st.integers(0, longest)
        ),
    )


def plans(longest: int, most_actions: int) -> st.SearchStrategy[ActionPlan]:
    """Plans whose texts have at most `longest` characters."""
    text = texts(longest)
    counts = st.integers(0, 60)
    score = st.none() | st.floats(1, 4)
    section = st.builds(
        SectionResult,
        title=text,
        score=score,
        answers=counts,
        missing=counts,
        not_applicable=counts,
        distribution=st.tuples(counts, counts, counts, counts),
        scale=st.builds(a_scale, text, text, text, text),
    )
    item = st.builds(ItemResult, text, text, text)
    days = st.one_of(text, st.dates().map(date.isoformat))
    states = st.sampled_from(["not started", "in progress", "done"])
    action = st.builds(PlannedAction, **{**_words(PlannedAction, text), "due": days, "state": states})
    milestone = st.builds(PlannedMilestone, **_words(PlannedMilestone, text), reached=st.booleans())
    priority = st.builds(
        PlannedPriority,
        **_words(PlannedPriority, text),
        rag=st.sampled_from(["red", "amber", "green", None]),
        halt=st.sampled_from(["on hold", "stopped", None]),
        actions=st.lists(action, max_size=most_actions).map(tuple),
        criteria=st.lists(st.builds(SuccessCriterion, text), max_size=4).map(tuple),
        milestones=st.lists(milestone, max_size=4).map(tuple),
    )
    return st.builds(
        ActionPlan,
        **_words(ActionPlan, text),
        version=st.just(1),
        date=st.dates(min_value=date(1980, 1, 1)),
        sections=st.lists(section, max_size=14).map(tuple),
        priorities=st.lists(priority, max_size=5).map(tuple),
        changes=st.lists(text, max_size=5).map(tuple),
        questions=st.lists(text, max_size=5).map(tuple),
        decisions=st.lists(text, max_size=5).map(tuple),
        strengths=st.lists(item, max_size=5).map(tuple),
        lowest=st.lists(item, max_size=5).map(tuple),
    )


def _words(kind: type, text: st.SearchStrategy[str]) -> dict[str, Any]:
    """Every field in which somebody writes, those to come included."""
    return {one.name: text for one in fields(kind) if one.type is str}
