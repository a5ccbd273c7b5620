"""Theme: type, space, colour. One place decides how everything looks.

Colours are names of roles (`theme.MUTED`), never values: the browser looks them up in the light or the dark scheme, so
a screen is drawn once for both. Sizes are names of text styles for the same reason: the text-size setting changes the
styles, and no screen knows about it. Material's twelve "fixed" roles, which no control of its own uses, carry what its
scheme has no word for: success, warning and the four levels.
"""

from collections.abc import Mapping
from types import MappingProxyType

import flet as ft

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

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent, as offered in the settings."""

# Space, in pixels: multiples of four.
XS, S, M, L, XL, XXL = 4, 8, 16, 24, 32, 48

RADIUS = 8
SMALL_RADIUS = 4
READING_WIDTH = 760
"""About 75 characters a line."""
WIDE_WIDTH = 1080
TARGET = 44
"""The smallest side of anything to press."""
NARROW = 620
"""Below this width, times the text size, nothing stands beside anything."""
BAR = 780
"""Below this width, times the text size, the navigation becomes a menu."""
BAR_WITH_NAME = 960
"""From this width on, times the text size, the app's name stands beside the navigation."""
WIDE = 960
"""From this width on, times the text size, a second column stands beside the text."""

# Text
TEXT = ft.Colors.ON_SURFACE
MUTED = ft.Colors.ON_SURFACE_VARIANT
LINK = ft.Colors.PRIMARY
# Marks and lines
PRIMARY = ft.Colors.PRIMARY
ON_PRIMARY = ft.Colors.ON_PRIMARY
LINE = ft.Colors.OUTLINE
"""The edge of something to type in or press."""
FAINT_LINE = ft.Colors.OUTLINE_VARIANT
"""Decoration: nothing may depend on seeing it."""
ERROR = ft.Colors.ERROR
SUCCESS = ft.Colors.PRIMARY_FIXED
WARNING = ft.Colors.SECONDARY_FIXED
# Grounds
PAGE = ft.Colors.SURFACE
CARD = ft.Colors.SURFACE_CONTAINER_LOWEST
TINT = ft.Colors.SURFACE_CONTAINER
INFO_GROUND = ft.Colors.PRIMARY_CONTAINER
ERROR_GROUND = ft.Colors.ERROR_CONTAINER
SUCCESS_GROUND = ft.Colors.PRIMARY_FIXED_DIM
WARNING_GROUND = ft.Colors.SECONDARY_FIXED_DIM

LEVELS: Mapping[str, ft.Colors] = MappingProxyType(
    {
        "1": ft.Colors.ON_PRIMARY_FIXED,
        "2": ft.Colors.ON_SECONDARY_FIXED,
        "3": ft.Colors.TERTIARY_FIXED,
        "4": ft.Colors.ON_TERTIARY_FIXED,
    }
)
"""A mark for each level, always beside its word."""

_LIGHT: Mapping[ft.Colors, str] = MappingProxyType(
    {
        TEXT: "#1f2428",
        MUTED: "#51595e",
        PRIMARY: "#14535b",
        ON_PRIMARY: "#ffffff",
        LINE: "#747068",
        FAINT_LINE: "#ddd8cd",
        ERROR: "#a3241d",
        SUCCESS: "#1d6a3b",
        WARNING: "#855300",
        PAGE: "#faf8f3",
        CARD: "#ffffff",
        TINT: "#f1ede4",
        INFO_GROUND: "#e2eff0",
        ERROR_GROUND: "#fbe9e7",
        SUCCESS_GROUND: "#e5f2e8",
        WARNING_GROUND: "#fbf0da",
        LEVELS["1"]: "#b4502b",
        LEVELS["2"]: "#946b12",
        LEVELS["3"]: "#3c7d56",
        LEVELS["4"]: "#14535b",
    }
)
_DARK: Mapping[ft.Colors, str] = MappingProxyType(
    {
        TEXT: "#eeece6",
        MUTED: "#b8bfbf",
        PRIMARY: "#86cdca",
        ON_PRIMARY: "#06292c",
        LINE: "#8f9997",
        FAINT_LINE: "#394347",
        ERROR: "#f4a79f",
        SUCCESS: "#92cfa2",
        WARNING: "#e9bc68",
        PAGE: "#15191b",
        CARD: "#1d2326",
        TINT: "#242b2e",
        INFO_GROUND: "#17363b",
        ERROR_GROUND: "#472322",
        SUCCESS_GROUND: "#1c3727",
        WARNING_GROUND: "#3d3015",
        LEVELS["1"]: "#e8956e",
        LEVELS["2"]: "#d9b355",
        LEVELS["3"]: "#82c79a",
        LEVELS["4"]: "#86cdca",
    }
)
SCHEMES: Mapping[str, Mapping[ft.Colors, str]] = MappingProxyType({"light": _LIGHT, "dark": _DARK})

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
    """Everything Material needs to look like us, in "light" or "dark", at a text size in per cent."""
    colours = SCHEMES[scheme]
    styles = {name: _style(name, percent, colours[TEXT]) for name in STYLES}
    return ft.Theme(
        font_family=FONT,
        color_scheme=_colour_scheme(colours),
        scaffold_bgcolor=colours[PAGE],
        text_theme=ft.TextTheme(**styles),
        filled_button_theme=ft.FilledButtonTheme(style=_button(styles["label_large"])),
        outlined_button_theme=ft.OutlinedButtonTheme(style=_button(styles["label_large"], edge=LINE)),
        text_button_theme=ft.TextButtonTheme(style=_button(styles["label_large"], padding=S + XS)),
        icon_button_theme=ft.IconButtonTheme(style=ft.ButtonStyle(side=_focus(None))),
        dialog_theme=ft.DialogTheme(
            bgcolor=colours[CARD],
            shape=ft.RoundedRectangleBorder(radius=RADIUS),
            elevation=4,
            title_text_style=styles["title_large"],
            content_text_style=styles["body_medium"],
        ),
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


def apply(page: ft.Page, mode: str, percent: int) -> None:
    """Dress the page: both schemes, so that following the system needs nothing from us."""
    page.theme = theme("light", percent)
    page.dark_theme = theme("dark", percent)
    page.theme_mode = ft.ThemeMode(mode)


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


def _focus(edge: ft.Colors | None) -> dict[ft.ControlState, ft.BorderSide]:
    """A strong dark (or light) edge around what has the keyboard."""
    return {
        ft.ControlState.FOCUSED: ft.BorderSide(3, TEXT),
        ft.ControlState.DEFAULT: ft.BorderSide(1, edge) if edge else ft.BorderSide(0, ft.Colors.TRANSPARENT),
    }


def _button(style: ft.TextStyle, *, edge: ft.Colors | None = None, padding: int = L) -> ft.ButtonStyle:
    return ft.ButtonStyle(
        padding=ft.Padding.symmetric(vertical=S + XS, horizontal=padding),
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
        side=_focus(edge),
        text_style=style,
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
