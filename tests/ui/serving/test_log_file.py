"""The log: what it tells about a failure, and what it must not."""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flet as ft
import pytest

from audit_app.errors import AuditError
from audit_app.ui.components.buttons import button
from audit_app.ui.components.words import paragraph
from audit_app.ui.runtime import component
from audit_app.ui.serving.log_file import LARGEST, LOG_FILE, OLDER_LOG_FILE, events_to, log_so_far
from tests.ui.harness import headless, window

ANSWER = "Mrs Pemberton never answers our letters"


class UnreadableLetterError(AuditError):
    """Its text has a name in it, as ours may."""

    def __init__(self) -> None:
        super().__init__(ANSWER)


@component
def failing(error: Exception) -> ft.Control:
    raise error


@component
def desk(error: Exception) -> ft.Control:
    def act() -> None:
        raise RuntimeError(ANSWER) from error

    return ft.Column([paragraph("Desk"), button("Act", act)])


@contextmanager
def logged(folder: Path) -> Iterator[Path]:
    with events_to(folder / LOG_FILE):
        yield folder / LOG_FILE


@headless
async def test_a_failing_component_is_logged_without_the_words_in_its_error(tmp_path: Path) -> None:
    with logged(tmp_path) as file:
        async with window(lambda: failing(ValueError(ANSWER))):
            pass
    said = file.read_text()
    assert "ERROR audit_app.ui: The component failing failed" in said
    assert "builtins.ValueError" in said
    assert "audit_app/ui/runtime.py, line " in said
    assert "Pemberton" not in said


@headless
async def test_a_failing_handler_is_logged_with_its_cause_and_without_their_words(tmp_path: Path) -> None:
    with logged(tmp_path) as file:
        async with window(lambda: desk(OSError(28, ANSWER, ANSWER))) as shown:
            await shown.press("Act")
    said = file.read_text()
    assert "ERROR audit_app.ui: A handler failed" in said
    assert "builtins.RuntimeError" in said
    assert "builtins.OSError ENOSPC" in said
    assert "Pemberton" not in said


@headless
async def test_of_what_the_user_was_told_only_the_kind_is_logged(tmp_path: Path) -> None:
    with logged(tmp_path) as file:
        async with window(lambda: failing(UnreadableLetterError())):
            pass
    said = file.read_text()
    assert "The component failing said UnreadableLetterError" in said
    assert "Pemberton" not in said


def test_of_what_a_library_says_only_the_place_is_logged(tmp_path: Path) -> None:
    with logged(tmp_path) as file:
        logging.getLogger("somebody.else").warning("Found %s", ANSWER)
        logging.getLogger("somebody.else").error(f"Found {ANSWER}")
        logging.getLogger("audit_app.somewhere").error("Found %s", ANSWER)
    lines = file.read_text().splitlines()
    assert "WARNING somebody.else: (at test_log_file, line " in lines[1]
    assert lines[3].endswith("ERROR audit_app.somewhere: Found %s")
    assert "Pemberton" not in "".join(lines)


def test_several_errors_at_once_and_errors_that_cause_each_other_end(tmp_path: Path) -> None:
    first, second = ValueError(ANSWER), KeyError(ANSWER)
    first.__cause__, second.__cause__ = second, first
    with logged(tmp_path) as file:
        logging.getLogger("audit_app").error("Several", exc_info=ExceptionGroup(ANSWER, [first, second]))
    kinds = [line.strip() for line in file.read_text().splitlines() if "builtins" in line]
    assert kinds == ["builtins.ExceptionGroup", "builtins.ValueError", "builtins.KeyError"]


def test_a_path_says_nothing_about_who_uses_the_computer(tmp_path: Path) -> None:
    code = compile("1 / 0", str(Path.home() / "petra-pemberton" / "script.py"), "exec")
    with logged(tmp_path) as file:
        try:
            exec(code)  # noqa: S102  its path is what is tried
        except ZeroDivisionError:
            logging.getLogger("audit_app").exception("It failed")
    said = file.read_text()
    assert "script.py, line 1" in said
    assert "emberton" not in said
    assert str(Path.home()) not in said


def test_start_and_end_are_a_line_each(tmp_path: Path) -> None:
    with logged(tmp_path) as file:
        pass
    start, end = file.read_text().splitlines()
    assert "Start: School Audit " in start
    assert ", Python 3." in start
    assert end.endswith("End")


def test_what_ends_the_app_is_logged(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=ANSWER), logged(tmp_path):
        raise ValueError(ANSWER)
    said = (tmp_path / LOG_FILE).read_text()
    assert "The app was ended by an error" in said
    assert "Pemberton" not in said


def test_the_log_of_an_earlier_version_which_may_quote_answers_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).write_text(f"2026-11-21 10:43:27,504 ERROR audit_app.ui: A handler failed\n{ANSWER}\n")
    with logged(tmp_path) as file:
        assert "Pemberton" not in file.read_text()


def test_our_own_log_goes_on(tmp_path: Path) -> None:
    for _ in range(2):
        with logged(tmp_path) as file:
            pass
    assert len(file.read_text().splitlines()) == 4


def test_it_has_two_files_for_their_owner_alone_and_no_more(tmp_path: Path) -> None:
    with logged(tmp_path) as file:
        for _ in range(3 * LARGEST // 20_000):
            logging.getLogger("audit_app").warning("x" * 20_000)
        handed_out = log_so_far()
    assert {one.name for one in tmp_path.iterdir()} == {LOG_FILE, OLDER_LOG_FILE}
    assert all(one.stat().st_size <= LARGEST for one in tmp_path.iterdir())
    assert handed_out is not None
    assert len(handed_out) > LARGEST
    if os.name == "posix":
        assert {stat.S_IMODE(one.stat().st_mode) for one in (file, tmp_path / OLDER_LOG_FILE)} == {0o600}


def test_where_no_log_can_be_written_the_app_runs_without(tmp_path: Path) -> None:
    (tmp_path / LOG_FILE).mkdir()
    with logged(tmp_path):
        logging.getLogger("audit_app").warning("Still here")
        assert log_so_far() is None
    with logged(tmp_path / "not" / "there"):
        assert log_so_far() is None
