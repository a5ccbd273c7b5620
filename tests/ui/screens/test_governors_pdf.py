"""The name of the governors' PDF holds on every system, whatever a school or a wave is called."""

import pytest

from audit_app.ui.screens.governors_pdf import file_name


@pytest.mark.parametrize(
    ("school", "wave", "name"),
    [
        ("Ysgol y Bryn", "Autumn 2026", "Action plan – Ysgol y Bryn – Autumn 2026.pdf"),
        ("../../etc/passwd", "2026/27", "Action plan – etc passwd – 2026 27.pdf"),
        ('A<b>:"|?*\\', "\x00\n", "Action plan – A b.pdf"),
        ("School\u202egpj.exe", "1.", "Action plan – School gpj.exe – 1.pdf"),
        ("...", " ", "Action plan.pdf"),
    ],
)
def test_a_name_holds_nothing_that_a_system_forbids(school: str, wave: str, name: str) -> None:
    assert file_name(school, wave) == name


def test_a_long_name_is_cut() -> None:
    assert len(file_name("é" * 200, "w" * 80).encode()) < 255
