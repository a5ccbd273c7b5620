"""The partnership report: what a network reads in it, and what is not in it when names are withheld."""

from io import BytesIO

import pikepdf
import pytest

from audit_app.reports.partnership import PartnershipReport, partnership_document
from audit_app.reports.pdf import render
from audit_app.reports.scale import Level, Scale
from tests.reports.hostile import HOSTILE
from tests.reports.partnerships import SCALE, a_comparison, a_match, a_momentum, a_partnership
from tests.reports.reading import read
from tests.reports.soundness import assert_sound, nodes


def words(report: PartnershipReport) -> str:
    return " ".join(text for _, text in read(render(partnership_document(report))).said())


def test_every_school_stands_in_the_heat_map_with_its_figure_and_its_level() -> None:
    report = a_partnership(schools=3, sections=2)
    said = words(report)
    assert "School Trust 0 Trust 1 Median 2.5 2.5 School 0 1.0 Not yet 2.0 Started" in said
    assert "School 2 3.0 In place 4.0 How we work" in said


def test_what_a_school_gave_no_score_for_is_said_and_not_shaded() -> None:
    report = a_partnership(schools=5, sections=1)
    assert "School 4 No score" in words(report)


def test_the_heat_map_is_a_table_with_heads_for_rows_and_columns() -> None:
    root = read(render(partnership_document(a_partnership(schools=2, sections=2)))).root
    maps = [
        node for node in nodes(root) if node.role == "Table" and node.children[0].children[0].text.strip() == "School"
    ]
    heads, *rows = maps[0].children
    assert [cell.scope for cell in heads.children] == ["Column"] * 3
    assert {row.children[0].scope for row in rows} == {"Row"}


def test_more_sections_than_fit_the_width_make_several_maps() -> None:
    root = read(render(partnership_document(a_partnership(schools=2, sections=16)))).root
    maps = [node for node in nodes(root) if node.role == "TR" and node.children[0].text.strip() == "School"]
    assert [len(row.children) for row in maps[:4]] == [5, 5, 5, 5]


def test_with_names_withheld_nothing_in_the_file_tells_one() -> None:
    real = ("Foxglove Lane", "Harrowmere")
    letters = ("School A", "School B")
    comparison = a_comparison(letters, 3, "Trust", pseudonyms=True).model_copy(update={"excluded": ()})
    report = a_partnership(
        comparison=comparison,
        momentum=a_momentum(real, "Foxglove Lane is going quiet, says Geoffrey Hale.").model_copy(update={"waves": ()}),
        matches=(a_match(*real, "Because Harrowmere knows how."),),
        prepared_by="Geoffrey Hale, Foxglove Lane",
    )
    content = render(partnership_document(report))
    reading = read(content)
    told = [
        *(text for _, text in reading.said()),
        *reading.artifacts,
        reading.title,
        *(text for _, text in reading.outline),
    ]
    with pikepdf.open(BytesIO(content)) as pdf:
        told += [str(value) for value in pdf.docinfo.values()]
        told.append(pdf.Root.Metadata.read_bytes().decode())
    for name in (*real, "Hale", "knows how"):
        assert not any(name in text for text in told)
    assert "Slowing." in " ".join(told)
    assert "Matches that were accepted: 1" in " ".join(told)


def test_accepted_matches_stand_with_their_reason() -> None:
    match = a_match("Ash", "Elm", "Because of early reading.")
    assert "Ash, with Ash between them Elm Because of early reading." in words(a_partnership(matches=(match,)))


def test_what_a_school_s_figures_rest_on_is_counted_in_good_english() -> None:
    comparison = a_comparison(("Ash", "Elm"), 1, "Trust")
    one, other = comparison.schools
    schools = (one.model_copy(update={"n": 1}), other.model_copy(update={"source": "survey", "n": 1}))
    said = words(a_partnership(comparison=comparison.model_copy(update={"schools": schools})))
    assert "Self-audit, 1 answer; a friendship" in said
    assert "Survey, 1 response; a friendship" in said
    assert "34 statements are compared. 1 is not: it is not the same in every version" in said


def test_half_of_a_per_cent_is_rounded_up_as_everywhere() -> None:
    momentum = a_momentum(("Ash",), "Trust")
    waves = (momentum.waves[0].model_copy(update={"rate": 0.125}),)
    assert "2.1 13%" in words(a_partnership(momentum=momentum.model_copy(update={"waves": waves})))


def test_sections_on_two_scales_are_each_read_by_their_own() -> None:
    per_cent = Scale((Level("no", "No", 0.0), Level("yes", "Yes", 100.0)))
    said = words(a_partnership(sections=2, scales={"s0": SCALE, "s1": per_cent}))
    assert "Section Median Nearest level" in said
    assert "Trust 0 2.5 out of 4 In place" in said
    assert "Trust 1 2.5 out of 100 No" in said
    assert "Strongest together: Trust 0 (median 2.5 out of 4)." in said


@pytest.mark.parametrize("schools", [1, 2, 40])
def test_any_number_of_schools_is_sound(schools: int) -> None:
    document = partnership_document(a_partnership(schools=schools, sections=16))
    assert_sound(render(document), document.blocks)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_only_text(text: str) -> None:
    safe = text.encode(errors="replace").decode()[:900]
    document = partnership_document(a_partnership(schools=2, text=safe))
    assert_sound(render(document), document.blocks)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(partnership_document(a_partnership())) == render(partnership_document(a_partnership()))
