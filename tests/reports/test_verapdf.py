"""veraPDF, the reference validator for PDF/UA-1, finds nothing to object to."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from audit_app.reports.action_plan import action_plan_document
from audit_app.reports.case import case_document
from audit_app.reports.completed import completed_document
from audit_app.reports.document import Document, Letterhead
from audit_app.reports.joint_plan import joint_plan_document
from audit_app.reports.letterhead import logo_from
from audit_app.reports.partnership import partnership_document
from audit_app.reports.pdf import render
from audit_app.reports.staff import staff_document
from tests.reports import verapdf
from tests.reports.hostile import HOSTILE
from tests.reports.joint_plans import a_joint_plan
from tests.reports.papers import READINESS, a_case, a_completed_audit, a_staff_report, given
from tests.reports.partnerships import a_partnership
from tests.reports.pictures import a_picture
from tests.reports.plans import a_plan, a_plan_full_of
from tests.reports.soundness import a_document, everything

pytestmark = pytest.mark.verapdf


@pytest.fixture(scope="module", autouse=True)
def _java() -> None:
    if not verapdf.is_available():
        if verapdf.is_required():
            pytest.fail("veraPDF is required here, and there is no Java runtime to run it")
        pytest.skip("no Java runtime")


def test_the_action_plan_passes_every_rule() -> None:
    assert verapdf.rules() == 106
    verdict = verapdf.verdict_on(render(action_plan_document(a_plan())))
    assert verdict.failures == ()
    assert verdict.checks > 1000


def test_hostile_text_in_every_field_passes_every_rule() -> None:
    text = " ".join(text[:60] for text in HOSTILE.values())
    assert verapdf.verdict_on(render(action_plan_document(a_plan_full_of(text, actions=1)))).failures == ()


def test_every_kind_of_block_passes_every_rule() -> None:
    document = a_document(*everything("R&D <b>x ✓ 🎉 学校"))
    assert verapdf.verdict_on(render(document)).failures == ()


@pytest.mark.parametrize(
    "document",
    [
        partnership_document(a_partnership(schools=12, sections=16)),
        partnership_document(a_partnership(schools=2, text="R&D <b>x ✓ 🎉 学校")),
        staff_document(a_staff_report("R&D <b>x ✓ 🎉 学校")),
        case_document(a_case(given(READINESS, "1", "R&D <b>x ✓ 🎉 学校"))),
        completed_document(a_completed_audit(entries=given(READINESS, "1", "R&D <b>x ✓ 🎉 学校", pieces=3))),
        joint_plan_document(a_joint_plan("R&D <b>x ✓ 🎉 学校")),
        joint_plan_document(a_joint_plan(school="Elm High")),
    ],
    ids=["partnership of many", "partnership", "for staff", "the case", "in full", "joint plan", "one school’s part"],
)
def test_the_other_papers_pass_every_rule(document: Document) -> None:
    assert verapdf.verdict_on(render(document)).failures == ()


def test_a_paper_with_a_schools_logo_and_colour_passes_every_rule() -> None:
    letterhead = Letterhead("Ash Tree Primary", logo_from(a_picture("JPEG")), "7A1F5C")
    document = replace(action_plan_document(a_plan()), letterhead=letterhead)
    assert verapdf.verdict_on(render(document)).failures == ()


def _without_marking(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def _without_alternative_text(pdf: pikepdf.Pdf) -> None:
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary) and "/Alt" in element:
            del element.Alt


@pytest.mark.parametrize("damage", [_without_marking, _without_alternative_text])
def test_a_damaged_file_is_caught(damage: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(BytesIO(render(a_document(*everything("x"))))) as pdf:
        damage(pdf)
        damaged = BytesIO()
        pdf.save(damaged)
    assert verapdf.verdict_on(damaged.getvalue()).failures
