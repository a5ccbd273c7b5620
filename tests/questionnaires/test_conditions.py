"""The language of conditions: what it means, what is refused, and that no text whatever breaks it."""

import subprocess
import sys
import threading
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_app.questionnaires.conditions import (
    DEEPEST,
    LONGEST,
    ConditionError,
    Given,
    compiled,
    literals_compared,
    names_in,
    renamed,
)
from tests.examples import examples

ANSWERS: dict[str, Given] = {
    "level": "2",
    "choice": "yes",
    "several": ("art", "music"),
    "hours": 2.5,
    "starts": date(2026, 9, 1),
    "words": "foo bar",
    "code": "07",
}
TODAY = date(2026, 11, 22)

TRUE = [
    "${choice} = 'yes'",
    '${choice} = "yes"',
    "'yes' = ${choice}",
    "${level} = 2",
    "${level} = '2'",
    "${level} < 3 and ${level} >= 2",
    "${code} = 7",
    "${code} != '7'",
    "${hours} * 2 = 5",
    "-${hours} < -2",
    "${hours} - 0.5 = 2",
    "7 mod 4 = 3",
    "1 + 2 * 3 = 7",
    "(1 + 2) * 3 = 9",
    "10 div 4 = 2.5",
    "selected(${several}, 'art') and selected(${several}, 'music')",
    "not(selected(${several}, 'mus'))",
    "selected(${choice}, 'yes')",
    "count-selected(${several}) = 2",
    "count-selected(${nothing}) = 0",
    "${starts} = '2026-09-01'",
    "${starts} >= date('2026-09-01') and ${starts} < '2026-09-02'",
    "${starts} <= today()",
    ". > 3",
    ". = 5",
    "${nothing} = ''",
    "not(${nothing})",
    "not(${nothing} != '')",
    "${nothing} != 3",
    "${words} or ${nothing}",
    "not(${nothing} and ${words})",
    "string-length(${words}) = 7",
    "contains(${words}, 'o b')",
    "starts-with(${words}, 'foo')",
    "round(2.5) = 3",
    "true() and not(false())",
    "true() = ${words}",
    "1 div 0 > 3",
    "'and' = 'and'",
    "'${choice}' != ${choice}",
    "${choice}='yes'and${level}=2",
]
FALSE = [
    "${nothing} < 3",
    "${nothing} >= 3",
    "${nothing} = 0",
    "${nothing} + 1 = 1",
    "${words} > 0",
    "number(${words})",
    "1 mod ${level} = 1 mod 0 * ${level}",
    "${nothing} mod 0 = 0",
    "today() < date('2026-01-01')",
    "0",
    "''",
    "'nan' = number('nan')",
    "'1_000' > 5",
    "'inf' > 5",
]
REFUSED = [
    "",
    "   ",
    "${choice",
    "${Choice} = 1",
    "${} = 1",
    "$choice = 1",
    "choice = 1",
    "/data/choice = 1",
    "${a}/../b",
    "..",
    "*",
    "@a",
    "${a}[1]",
    "${a} | ${b}",
    "count(${a})",
    "position() = 1",
    "id('x')",
    "document('file:///etc/passwd')",
    "regex(., '(a+)+$')",
    "if(1, 2, 3)",
    "jr:choice-name(1, 2)",
    "concat('a', 'b')",
    "selected(${a})",
    "selected(${a}, 'b', 'c')",
    "'it''s' = 1",
    "'open",
    "1E5 > 1",
    "1 = 1 = 1",
    "date('2026-13-01') < today()",
    "${a}b = 1",
    "(: comment :) 1",
    "for $x in (1, 2) return $x",
    "1 +",
    "$_value = 1",
    "not(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1),
    "(" * 400 + "1" + ")" * 400,
    "-" * 900 + "1",
    "1" + "+1" * 400,
    "'" + "x" * LONGEST + "'",
    "\ud800 = 1",
    "\x00",
]


@pytest.mark.parametrize("condition", TRUE)
def test_it_holds(condition: str) -> None:
    assert compiled(condition).holds(ANSWERS, itself=5.0, today=TODAY) is True


@pytest.mark.parametrize("condition", FALSE)
def test_it_does_not_hold(condition: str) -> None:
    assert compiled(condition).holds(ANSWERS, itself=5.0, today=TODAY) is False


@pytest.mark.parametrize("condition", REFUSED, ids=lambda text: ascii(text[:30]))
def test_what_the_grammar_does_not_have_is_refused_with_a_sentence(condition: str) -> None:
    with pytest.raises(ConditionError, match=r"\.$|\?$"):
        compiled(condition)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("number() = 1", "Something has to stand between the brackets of number()."),
        ("selected(${a})", "'selected' function: Too few arguments"),
        ("$a = 1", "an item is written ${its_id}."),
        ("${A} = 1", "“A” in ${…} is not written"),
        ("date('1 May') = 1", "'1 May' is not a day"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_a_condition(condition: str, said: str) -> None:
    with pytest.raises(ConditionError) as found:
        compiled(condition)
    assert said in str(found.value)


def test_the_largest_condition_that_is_accepted_is_evaluated_deep_in_other_calls() -> None:
    widest = compiled("${a} = 1" + " or ${a} = 1" * 29)
    deepest = compiled("not(" * DEEPEST + "${a}" + ")" * DEEPEST)

    def at_depth(left: int) -> tuple[bool, bool]:
        return at_depth(left - 1) if left else (widest.holds({"a": "1"}), deepest.holds({"a": "1"}))

    assert at_depth(400) == (True, True)


def test_it_names_the_items_that_it_looks_at() -> None:
    condition = compiled("${a} = 1 or selected(${b_2}, '${c}') or . < today()")
    assert condition.names == {"a", "b_2"}
    assert condition.looks_at_itself
    assert condition.looks_at_today


def test_names_change_outside_quotation_marks_only() -> None:
    assert renamed("${A-1} = '${A-1}' and ${ b } = 2", {"A-1": "a_1"}) == "${a_1} = '${A-1}' and ${b} = 2"
    assert names_in("${A-1} = '${x}' and ${ b }") == ("A-1", "b")


def test_it_shows_which_codes_are_asked_for() -> None:
    condition = "${a} = 'x' or 'y' != ${b} or selected( ${c}, \"z\" ) or ${d} = 2"
    assert sorted(literals_compared(condition)) == [("a", "x"), ("b", "y"), ("c", "z")]


def test_it_can_be_evaluated_by_many_threads_at_once() -> None:
    condition = compiled("selected(${several}, 'art') and ${level} = 2")
    wrong: list[bool] = []

    def ask(level: str) -> None:
        wrong.extend(
            True for _ in range(300) if condition.holds({"several": "art", "level": level}) is not (level == "2")
        )

    threads = [threading.Thread(target=ask, args=(level,)) for level in "1232"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_nothing_is_imported_until_a_condition_is_met() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, audit_app.responses.fitting; print('elementpath' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "False"


PIECES = (
    "${a} ${b} . .. 'x' \" ' ( ) [ ] , and or not( selected( = != < >= + - * div mod / // @ :: | 1 2.5 .5 today() "
    "true() if( regex( text() node() child:: $ $x { } # ! é \x00 \ud800 (: :) 0x1 1e9"
)
fragments = st.sampled_from(PIECES.split(" "))


@settings(max_examples=examples(300), deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(fragments, max_size=14).map(" ".join)))
def test_any_text_is_a_condition_or_is_refused(text: str) -> None:
    try:
        condition = compiled(text)
    except ConditionError:
        return
    assert condition.holds({"a": "x", "b": 3.0}, itself="1", today=TODAY) in (True, False)


numbers = st.integers(-50, 50)


@settings(max_examples=examples(150), deadline=None)
@given(a=numbers, b=numbers, c=numbers)
def test_numbers_compare_as_numbers_however_they_were_given(a: int, b: int, c: int) -> None:
    condition = compiled("${a} + ${b} * 2 < ${c} or ${a} = ${b} - 0 or not(${c} >= ${b})")
    expected = a + b * 2 < c or a == b or not c >= b
    assert condition.holds({"a": float(a), "b": str(b), "c": f"{c}.0"}) is expected
