"""Colours can be read, in every scheme; sizes follow the setting."""

from itertools import combinations, pairwise
from math import dist
from pathlib import Path

import flet as ft
import pytest

from audit_app.files import assets_folder
from audit_app.ui import serving, theme
from audit_app.ui.components import heat_map

GROUNDS = {
    theme.PAGE,
    theme.CARD,
    theme.TINT,
    theme.INFO_GROUND,
    theme.ERROR_GROUND,
    theme.SUCCESS_GROUND,
    theme.WARNING_GROUND,
}
PLAIN_GROUNDS = {theme.PAGE, theme.CARD, theme.TINT}
SCHEMES = pytest.mark.parametrize("scheme", list(theme.SCHEMES))
HIGH_CONTRAST = pytest.mark.parametrize("scheme", ["contrast light", "contrast dark"])


EYES = {
    "without red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "without green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "without blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes (2009): protanopia, deuteranopia and tritanopia, for light without its curve."""


def needed(scheme: str) -> float:
    """For text: WCAG 2.2, level AA; level AAA in the schemes of high contrast."""
    return 7 if "contrast" in scheme else 4.5


def blended(part: float, colour: str, ground: str) -> str:
    """A colour laid thinly over a ground."""
    mixed = (round(part * int(colour[at : at + 2], 16) + (1 - part) * int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return f"#{''.join(f'{one:02x}' for one in mixed)}"


def light(colour: str) -> tuple[float, float, float]:
    """How much red, green and blue shines: sRGB without its curve."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    )
    return red, green, blue


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """What shines for somebody who lacks one of the three kinds of cones."""
    shines = light(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, shines, strict=True)))) for row in EYES[eyes]
    )
    return red, green, blue


def lab(shines: tuple[float, float, float]) -> tuple[float, float, float]:
    """CIE 1976 L*a*b*: a place in a space where distances are what eyes tell apart."""
    red, green, blue = shines
    white = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in white)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_contrast_is_computed_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@SCHEMES
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for text in (theme.TEXT, theme.MUTED):
        for ground in GROUNDS:
            assert contrast(colours[text], colours[ground]) >= needed(scheme), (text, ground)


@SCHEMES
def test_links_and_errors_can_be_read_where_they_stand(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for text in (theme.LINK, theme.ERROR):
        for ground in PLAIN_GROUNDS | {theme.INFO_GROUND, theme.WARNING_GROUND, theme.ERROR_GROUND}:
            assert contrast(colours[text], colours[ground]) >= needed(scheme), (text, ground)


@SCHEMES
def test_text_can_be_read_on_filled_buttons(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    assert contrast(colours[theme.ON_PRIMARY], colours[theme.PRIMARY]) >= needed(scheme)
    assert contrast(colours[theme.PAGE], colours[theme.ERROR]) >= needed(scheme)


@SCHEMES
def test_marks_and_edges_can_be_seen(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for mark in (*theme.LEVELS.values(), theme.LINE, theme.PRIMARY, theme.ERROR, theme.SUCCESS, theme.WARNING):
        for ground in PLAIN_GROUNDS:
            assert contrast(colours[mark], colours[ground]) >= 3, (mark, ground)


@SCHEMES
def test_the_mark_of_a_notice_can_be_seen_on_its_ground(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for mark, ground in (
        (theme.PRIMARY, theme.INFO_GROUND),
        (theme.SUCCESS, theme.SUCCESS_GROUND),
        (theme.WARNING, theme.WARNING_GROUND),
        (theme.ERROR, theme.ERROR_GROUND),
    ):
        assert contrast(colours[mark], colours[ground]) >= 3, mark


@SCHEMES
def test_what_has_the_keyboard_can_be_seen(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for ground in PLAIN_GROUNDS:
        assert contrast(colours[theme.TEXT], colours[ground]) >= 3


@SCHEMES
def test_figures_can_be_read_on_the_bars_of_the_levels(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for level in theme.LEVELS.values():
        assert contrast(colours[theme.ON_PRIMARY], colours[level]) >= needed(scheme), level


@SCHEMES
def test_levels_that_stand_side_by_side_are_told_apart_at_a_glance(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for one, other in pairwise(theme.LEVELS.values()):
        assert dist(lab(light(colours[one])), lab(light(colours[other]))) >= 30, (one, other)


@SCHEMES
@pytest.mark.parametrize("eyes", ["without red", "without green", "without blue"])
def test_every_two_levels_are_told_apart_by_eyes_that_lack_a_colour(scheme: str, eyes: str) -> None:
    colours = theme.SCHEMES[scheme]
    for one, other in combinations(theme.LEVELS.values(), 2):
        assert dist(lab(seen(colours[one], eyes)), lab(seen(colours[other], eyes))) >= 20, (one, other)


@HIGH_CONTRAST
def test_with_high_contrast_a_tinted_ground_has_an_edge_all_round(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for ground in GROUNDS:
        assert contrast(colours[theme.EDGE], colours[ground]) >= 3, ground
    marked = theme.edge(theme.PRIMARY)
    assert [side.color for side in (marked.top, marked.right, marked.bottom)] == [theme.EDGE] * 3
    assert marked.left.color == theme.PRIMARY
    assert theme.edge() == ft.Border.all(1, theme.EDGE)


@SCHEMES
def test_what_lies_over_the_screen_has_an_edge(scheme: str) -> None:
    made = theme.theme(scheme, 100)
    assert isinstance(made.dialog_theme, ft.DialogTheme)
    assert isinstance(made.popup_menu_theme, ft.PopupMenuTheme)
    for over in (made.dialog_theme, made.popup_menu_theme):
        assert over.shape is not None
        assert over.shape.side is not None
        assert contrast(str(over.shape.side.color), theme.SCHEMES[scheme][theme.CARD]) >= 3


@SCHEMES
def test_figures_can_be_read_on_the_heat_map(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for level in theme.LEVELS.values():
        ground = blended(heat_map.TINT, colours[level], colours[theme.CARD])
        assert contrast(colours[theme.TEXT], ground) >= needed(scheme), level


@HIGH_CONTRAST
def test_with_high_contrast_decoration_can_be_seen_too_and_a_bar_from_its_track(scheme: str) -> None:
    colours = theme.SCHEMES[scheme]
    for other in (theme.PAGE, theme.CARD, theme.PRIMARY):
        assert contrast(colours[theme.FAINT_LINE], colours[other]) >= 3, other


def test_every_scheme_knows_the_same_colours() -> None:
    assert len({frozenset(colours) for colours in theme.SCHEMES.values()}) == 1


def test_running_text_doubles_at_200_per_cent_and_headings_grow_with_it() -> None:
    assert theme.text_size("body_medium", 200) == 2 * theme.text_size("body_medium", 100)
    assert theme.text_size("headline_large", 200) > theme.text_size("body_medium", 200)


def test_nothing_is_set_smaller_than_16_pixels() -> None:
    styles = theme.theme("light", 100).text_theme
    assert isinstance(styles, ft.TextTheme)
    sizes = [getattr(styles, name).size for name in theme.STYLES]
    assert min(sizes) >= 16


def test_every_font_named_is_in_the_assets() -> None:
    for address in theme.LATER_FONTS.values():
        assert (assets_folder() / address.removeprefix("/")).is_file()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_is_refused_sees_the_colours_of_the_app(scheme: str) -> None:
    page = Path(serving.__file__).with_name("web") / "refused.html"
    written = page.read_text(encoding="utf-8").replace("#fff;", "#ffffff;")
    for role in (theme.PAGE, theme.TEXT, theme.PRIMARY, theme.CARD, theme.FAINT_LINE):
        assert theme.SCHEMES[scheme][role] in written, role
