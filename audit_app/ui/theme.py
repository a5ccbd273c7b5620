"""Theme: type, space, colour. One place decides how everything looks.

Colours are names of roles (`theme.MUTED`, from `colours.py`), never values, and sizes are names of text styles for the
same reason: the text-size setting changes the styles, and no screen knows about it.
"""

from collections.abc import Mapping
from types import MappingProxyType

import flet as ft

from audit_app.ui.colours import CARD as CARD
from audit_app.ui.colours import EDGE as EDGE
from audit_app.ui.colours import ERROR as ERROR
from audit_app.ui.colours import ERROR_GROUND as ERROR_GROUND
from audit_app.ui.colours import FAINT_LINE as FAINT_LINE
from audit_app.ui.colours import INFO_GROUND as INFO_GROUND
from audit_app.ui.colours import LEVELS as LEVELS
from audit_app.ui.colours import LINE as LINE
from audit_app.ui.colours import LINK as LINK
from audit_app.ui.colours import MUTED as MUTED
from audit_app.ui.colours import ON_PRIMARY as ON_PRIMARY
from audit_app.ui.colours import PAGE as PAGE
from audit_app.ui.colours import PRIMARY as PRIMARY
from audit_app.ui.colours import SCHEMES as SCHEMES
from audit_app.ui.colours import SUCCESS as SUCCESS
from audit_app.ui.colours import SUCCESS_GROUND as SUCCESS_GROUND
from audit_app.ui.colours import TEXT as TEXT
from audit_app.ui.colours import TINT as TINT
from audit_app.ui.colours import WARNING as WARNING
from audit_app.ui.colours import WARNING_GROUND as WARNING_GROUND

FONT = "Atkinson Hyperlegible Next"
BOLD_FONT = "Atkinson Hyperlegible Next Bold"
"""A family of its own: Flet gives a family one file, and a browser would smear the regular one into a bold."""
FALLBACK_FONT = "DejaVu Sans"
"""Arrows, ticks, Greek, Cyrillic, Hebrew, Arabic."""

FONTS: Mapping[str, str] = MappingProxyType(
    {FONT: "/fonts/AtkinsonHyperlegibleNext-Regular.ttf", BOLD_FONT: "/fonts/AtkinsonHyperlegibleNext-Bold.ttf"}
)
LATER_FONTS: Mapping[str, str] = MappingProxyType({**FONTS, FALLBACK_FONT: "/fonts/DejaVuSans.ttf"})
"""With the large fallback, which nobody should wait for at the start."""

CONTRAST = "contrast"
"""The setting: high contrast, on white or on black as the device has its colours."""

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent, as offered in the settings."""

_PERCENT = "audit_app.text_size"

# Space, in pixels: multiples of four.
XS, S, M, L, XL, XXL = 4, 8, 16, 24, 32, 48

MARK = 6
"""The broad left side of a message."""
RADIUS = 8
SMALL_RADIUS = 4
READING_WIDTH = 760
"""About 75 characters a line, at the usual text size: it grows with the text."""
WIDE_WIDTH = 1080
TARGET = 44
"""The smallest side of anything to press."""
NARROW = 620
"""Below this width, times the text size, nothing stands beside anything."""
SLIM = 480
"""Below this width, times the text size, a few words don't stand beside a link either."""
BAR = 780
"""Below this width, times the text size, the navigation becomes a menu."""
BAR_WITH_NAME = 960
"""From this width on, times the text size, the app's name stands beside the navigation."""
WIDE = 960
"""From this width on, times the text size, a second column stands beside the text."""
INSIDE, APART = ft.BorderSideStrokeAlign.INSIDE, 2.0
"""Where the edge around what has the keyboard lies; 1 would be right outside, touching."""
LOW = 700
"""Below this height, times the text size, a title takes less room."""

STYLES: Mapping[str, tuple[str, float, float, str]] = MappingProxyType(
    {
        "headline_large": (BOLD_FONT, 32, 1.2, "heading 1"),
        "headline_medium": (BOLD_FONT, 24, 1.25, "heading 2"),
        "headline_small": (BOLD_FONT, 20, 1.3, "heading 3"),
        "title_large": (BOLD_FONT, 20, 1.3, "the title of a dialog"),
        "title_medium": (BOLD_FONT, 18, 1.35, "a label, a term"),
        "title_small": (BOLD_FONT, 16, 1.35, "a small label"),
        "body_large": (FONT, 18, 1.45, "what is typed, and the text of lists"),
        "body_medium": (FONT, 18, 1.45, "running text"),
        "body_small": (FONT, 16, 1.4, "a hint, a date"),
        "label_large": (BOLD_FONT, 18, 1.3, "buttons"),
        "label_medium": (FONT, 16, 1.3, "navigation, tables' headings"),
        "label_small": (FONT, 16, 1.3, "marks"),
    }
)
"""Style name to family, size, line height and use."""

BODY = ft.TextThemeStyle.BODY_MEDIUM
SMALL = ft.TextThemeStyle.BODY_SMALL
LABEL = ft.TextThemeStyle.TITLE_MEDIUM
SMALL_LABEL = ft.TextThemeStyle.TITLE_SMALL
BUTTON = ft.TextThemeStyle.LABEL_LARGE
HEADINGS: Mapping[int, ft.TextThemeStyle] = MappingProxyType(
    {
        1: ft.TextThemeStyle.HEADLINE_LARGE,
        2: ft.TextThemeStyle.HEADLINE_MEDIUM,
        3: ft.TextThemeStyle.HEADLINE_SMALL,
    }
)


def text_size(style: str, percent: int) -> float:
    """Pixels of a style at a text size; headings grow less, so that a word still fits a narrow screen."""
    size = STYLES[style][1]
    growth = (percent - 100) / 100
    return size * (1 + growth * (0.75 if size > 20 else 1.0))


def theme(scheme: str, percent: int) -> ft.Theme:
    """Everything Material needs to look like us, in one of `SCHEMES`, at a text size in per cent."""
    colours = SCHEMES[scheme]
    styles = {name: _style(name, percent, colours[TEXT]) for name in STYLES}
    edged = ft.RoundedRectangleBorder(radius=RADIUS, side=ft.BorderSide(1, colours[LINE]))  # black lies on black
    return ft.Theme(
        font_family=FONT,
        color_scheme=_colour_scheme(colours),
        scaffold_bgcolor=colours[PAGE],
        text_theme=ft.TextTheme(**styles),
        filled_button_theme=ft.FilledButtonTheme(style=_button(styles["label_large"], filled=True)),
        outlined_button_theme=ft.OutlinedButtonTheme(style=_button(styles["label_large"], edge=LINE)),
        text_button_theme=ft.TextButtonTheme(style=_button(styles["label_large"], padding=S + XS)),
        icon_button_theme=ft.IconButtonTheme(style=ft.ButtonStyle(side=focus())),
        dialog_theme=ft.DialogTheme(
            bgcolor=colours[CARD],
            shape=edged,
            elevation=4,
            title_text_style=styles["title_large"],
            content_text_style=styles["body_medium"],
        ),
        popup_menu_theme=ft.PopupMenuTheme(color=colours[CARD], shape=edged),
        data_table_theme=ft.DataTableTheme(
            data_text_style=styles["body_medium"],
            heading_text_style=styles["title_small"],
        ),
        radio_theme=ft.RadioTheme(fill_color={ft.ControlState.SELECTED: PRIMARY, ft.ControlState.DEFAULT: LINE}),
        progress_indicator_theme=ft.ProgressIndicatorTheme(linear_track_color=colours[FAINT_LINE]),
        tooltip_theme=ft.TooltipTheme(text_style=ft.TextStyle(size=text_size("body_small", percent), color=PAGE)),
        focus_color=ft.Colors.with_opacity(0.16, colours[PRIMARY]),
        hover_color=ft.Colors.with_opacity(0.06, colours[PRIMARY]),
        visual_density=ft.VisualDensity.STANDARD,
    )


def grown(pixels: int) -> int:
    """The width of something that holds text, at the text size of this window."""
    percent: int = ft.context.page.session.store.get(_PERCENT) or 100
    return pixels * percent // 100


def apply(page: ft.Page, mode: str, percent: int) -> None:
    """Dress the page. Always two schemes, so that following the device's light or dark needs nothing from us."""
    page.session.store.set(_PERCENT, percent)
    contrast = "contrast " if mode == CONTRAST else ""
    page.theme = theme(f"{contrast}light", percent)
    page.dark_theme = theme(f"{contrast}dark", percent)
    page.theme_mode = ft.ThemeMode.SYSTEM if contrast else ft.ThemeMode(mode)


def _style(name: str, percent: int, colour: str) -> ft.TextStyle:
    family, _, height, _ = STYLES[name]
    return ft.TextStyle(
        size=text_size(name, percent),
        height=height,
        font_family=family,
        font_family_fallback=[FALLBACK_FONT],
        weight=ft.FontWeight.W_400,
        color=colour,
        letter_spacing=0,
    )


def focus(edge: ft.Colors | None = None, *, apart: bool = False) -> dict[ft.ControlState, ft.BorderSide]:
    """A strong dark (or light) edge around what has the keyboard: `apart` from what is dark (or light) itself."""
    none = ft.BorderSide(0, ft.Colors.TRANSPARENT)
    return {
        ft.ControlState.FOCUSED: ft.BorderSide(3, TEXT, stroke_align=APART if apart else INSIDE),
        ft.ControlState.DISABLED: ft.BorderSide(1, FAINT_LINE) if edge else none,
        ft.ControlState.DEFAULT: ft.BorderSide(1, edge) if edge else none,
    }


def edge(mark: ft.Colors | None = None) -> ft.Border:
    """Of a tinted ground. `mark`: a broad left side, which all schemes show."""
    side = ft.BorderSide(1, EDGE)
    return ft.Border(top=side, right=side, bottom=side, left=ft.BorderSide(MARK, mark) if mark else side)


def _button(
    style: ft.TextStyle, *, edge: ft.Colors | None = None, padding: int = L, filled: bool = False
) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        padding=ft.Padding.symmetric(vertical=S + XS, horizontal=padding),
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
        side=focus(edge, apart=filled),
        text_style=style,
        icon_size=round((style.size or 0) * 1.1),  # grows with the text
        elevation=0,
    )


def _colour_scheme(colours: Mapping[ft.Colors, str]) -> ft.ColorScheme:
    ours = {role.name.lower(): value for role, value in colours.items()}
    return ft.ColorScheme(
        **ours,
        secondary=colours[PRIMARY],
        on_secondary=colours[ON_PRIMARY],
        secondary_container=colours[INFO_GROUND],
        on_secondary_container=colours[TEXT],
        tertiary=colours[PRIMARY],
        on_tertiary=colours[ON_PRIMARY],
        on_primary_container=colours[TEXT],
        on_error=colours[PAGE],
        on_error_container=colours[TEXT],
        inverse_surface=colours[TEXT],
        on_inverse_surface=colours[PAGE],
        inverse_primary=colours[FAINT_LINE],
        surface_container_low=colours[CARD],
        surface_container_high=colours[TINT],
        surface_container_highest=colours[TINT],
        surface_tint=ft.Colors.TRANSPARENT,
        shadow="#000000",
        scrim="#000000",
    )
