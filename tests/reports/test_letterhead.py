"""A school's logo and colour: hostile pictures stay out, and a paper with a logo is as sound as one without."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from audit_app.reports.document import Heading, Letterhead, PageBreak, Paragraph
from audit_app.reports.letterhead import (
    LARGEST_KEPT,
    TALLEST,
    WIDEST,
    UnusableColourError,
    UnusableLogoError,
    colour_from,
    contrast_on_white,
    contrast_words,
    is_readable,
    logo_from,
    pixels_of,
)
from audit_app.reports.pdf import render
from tests.examples import examples
from tests.reports.asked import asked
from tests.reports.pictures import HOSTILE, a_noisy_picture, a_picture
from tests.reports.reading import read
from tests.reports.soundness import a_document, failures, nodes

LETTERHEAD = Letterhead("Ysgol Ŵyn & “Friends”", logo_from(a_picture()), "7A1F5C")
BLOCKS = (Heading(1, "Action plan"), Paragraph("What we do."), PageBreak(), Heading(2, "Trust"))


def headed(letterhead: Letterhead) -> bytes:
    return render(replace(a_document(*BLOCKS), letterhead=letterhead))


def operators(content: bytes, page: int) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        return bytes(pdf.pages[page].Contents.read_bytes())


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_picture_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(UnusableLogoError, match="can't be used as a logo"):
        logo_from(content)


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(8, 400), st.binary(min_size=1, max_size=30), st.sampled_from(["PNG", "JPEG"]))
def test_a_picture_with_any_bytes_in_it_is_taken_or_refused(place: int, other: bytes, kind: str) -> None:
    sound = a_picture(kind)
    try:
        made = logo_from(sound[:place] + other + sound[place + len(other) :])
    except UnusableLogoError:
        return
    assert pixels_of(made)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("RGB", "RGBA", "P", "L", "LA", "1")),
        *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
    ],
)
def test_every_kind_of_picture_becomes_one_that_a_page_takes(kind: str, mode: str) -> None:
    made = logo_from(a_picture(kind, mode))
    pixels = pixels_of(made)
    assert pixels is not None
    assert (pixels.width, pixels.height) == (300, 100)


def test_what_is_kept_is_small_whatever_was_chosen() -> None:
    made = logo_from(a_noisy_picture())
    pixels = pixels_of(made)
    assert pixels is not None
    assert len(made) <= LARGEST_KEPT
    assert pixels.width <= WIDEST
    assert pixels.height <= TALLEST


def test_what_is_transparent_is_white() -> None:
    written = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(written, "PNG")
    assert Image.open(BytesIO(logo_from(written.getvalue()))).getpixel((5, 5)) == (255, 255, 255)


def test_a_picture_lying_on_its_side_is_set_upright_and_its_notes_are_left_out() -> None:
    written, notes = BytesIO(), Image.Exif()
    notes[0x0112], notes[0x010E] = 6, "Taken by Ann at home"
    Image.new("RGB", (40, 20), "red").save(written, "JPEG", exif=notes)
    made = logo_from(written.getvalue())
    assert Image.open(BytesIO(made)).size == (20, 40)
    assert b"Ann" not in made


def test_the_logo_is_heard_first_as_the_schools_name_and_then_all_else_as_without() -> None:
    reading = read(headed(LETTERHEAD))
    assert reading.said() == [("Figure", LETTERHEAD.name), *asked(BLOCKS)]
    assert nodes(reading.root)[1].pages == (0,)
    assert failures(headed(LETTERHEAD)) == []


def test_the_logo_moves_nothing_and_stands_on_the_first_page_alone() -> None:
    plain, dressed = read(headed(Letterhead())), read(headed(LETTERHEAD))
    words = [ink for ink in dressed.ink if ink.text]
    assert words == [ink for ink in plain.ink if ink.text]
    assert [b"/Logo Do" in operators(headed(LETTERHEAD), page) for page in (0, 1)] == [True, False]


def test_the_page_shows_the_very_pixels() -> None:
    with pikepdf.open(BytesIO(headed(LETTERHEAD))) as pdf:
        picture: Any = pdf.pages[0].Resources.XObject.Logo
        shown = pikepdf.PdfImage(picture).as_pil_image()
    assert shown.convert("RGB").tobytes() == Image.open(BytesIO(LETTERHEAD.logo)).tobytes()


def test_the_same_letterhead_gives_the_same_bytes() -> None:
    assert headed(LETTERHEAD) == headed(Letterhead(LETTERHEAD.name, logo_from(a_picture()), "7A1F5C"))


def test_headings_take_a_readable_colour_and_leave_one_that_is_too_light() -> None:
    plum, yellow = (operators(headed(Letterhead(colour=colour)), 1) for colour in ("7A1F5C", "FFD500"))
    assert b"0.4784 0.1216 0.3608 rg" in plum
    assert b"0.04314 0.3098 0.3608 rg" in yellow
    assert b"1 0.8353 0 rg" in operators(headed(Letterhead(colour="FFD500")), 0)


@pytest.mark.parametrize(
    "damage",
    [lambda logo: logo[:-40], lambda logo: logo.replace(b"IDAT", b"IDAX"), lambda _: b"x", lambda logo: logo * 400],
    ids=["cut off", "without its pixels", "something else", "too large"],
)
def test_a_logo_that_was_damaged_since_is_left_out(damage: Callable[[bytes], bytes]) -> None:
    assert headed(replace(LETTERHEAD, logo=damage(LETTERHEAD.logo))) == headed(replace(LETTERHEAD, logo=b""))


@pytest.mark.parametrize(("text", "colour"), [("#7a1f5c", "7A1F5C"), (" 0B4F5C ", "0B4F5C"), ("#fd0", "FFDD00")])
def test_a_colour_is_read_as_people_write_it(text: str, colour: str) -> None:
    assert colour_from(text) == colour


@pytest.mark.parametrize("text", ["", "yellow", "#12345", "12345G", "#７A1F5C", "1 0 0 rg"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(UnusableColourError):
        colour_from(text)


def test_contrast_is_that_of_wcag_and_never_read_as_more_than_it_is() -> None:
    assert (contrast_on_white("000000"), contrast_on_white("FFFFFF")) == (21, 1)
    assert (is_readable("767676"), is_readable("777777")) == (True, False)
    assert contrast_words(contrast_on_white("777777")) == "4.4"
