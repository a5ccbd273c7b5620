"""Colours: the roles that everything is painted in, and what each role is in each scheme.

A colour in the app is the name of a role, never a value: the browser looks it up in the scheme that is shown, so a
screen is drawn once for all of them. Material's twelve "fixed" roles, which no control of its own uses, carry what its
scheme has no word for: success, warning, the edge of a ground and the four levels.

Light and dark keep text at 4.5:1 and marks at 3:1. The two of high contrast keep text at 7:1 (WCAG 2.2, level AAA), and
every edge, decoration too, at 3:1.
"""

from collections.abc import Mapping
from types import MappingProxyType

import flet as ft

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
EDGE = ft.Colors.TERTIARY_FIXED_DIM
"""Around a tinted ground: with high contrast only, where a ground alone can't be seen."""
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
"""A mark for each level, always beside its word. Told apart without seeing red from green, or blue from yellow, too."""

_LIGHT: Mapping[ft.Colors, str] = MappingProxyType(
    {
        TEXT: "#1f2428",
        MUTED: "#51595e",
        PRIMARY: "#14535b",
        ON_PRIMARY: "#ffffff",
        LINE: "#747068",
        FAINT_LINE: "#ddd8cd",
        EDGE: "#00000000",
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
        LEVELS["1"]: "#953c23",
        LEVELS["2"]: "#9a6d00",
        LEVELS["3"]: "#1b865d",
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
        FAINT_LINE: "#465256",
        EDGE: "#00000000",
        ERROR: "#f4a79f",
        SUCCESS: "#92cfa2",
        WARNING: "#e9bc68",
        PAGE: "#15191b",
        CARD: "#1d2326",
        TINT: "#2a3236",
        INFO_GROUND: "#17363b",
        ERROR_GROUND: "#472322",
        SUCCESS_GROUND: "#1c3727",
        WARNING_GROUND: "#3d3015",
        LEVELS["1"]: "#dc7f52",
        LEVELS["2"]: "#eecc69",
        LEVELS["3"]: "#63ba90",
        LEVELS["4"]: "#a9c6f4",
    }
)
_CONTRAST_LIGHT: Mapping[ft.Colors, str] = MappingProxyType(
    {
        TEXT: "#000000",
        MUTED: "#2e2e2e",
        PRIMARY: "#003a40",
        ON_PRIMARY: "#ffffff",
        LINE: "#000000",
        FAINT_LINE: "#8a8a8a",
        EDGE: "#8a8a8a",
        ERROR: "#8a0b05",
        SUCCESS: "#0b4d22",
        WARNING: "#5c3700",
        PAGE: "#ffffff",
        CARD: "#ffffff",
        TINT: "#f2f2f2",
        INFO_GROUND: "#e6f4f5",
        ERROR_GROUND: "#fdeceb",
        SUCCESS_GROUND: "#e8f6ec",
        WARNING_GROUND: "#fdf3df",
        LEVELS["1"]: "#640300",
        LEVELS["2"]: "#6f5500",
        LEVELS["3"]: "#1d5d3e",
        LEVELS["4"]: "#002a51",
    }
)
_CONTRAST_DARK: Mapping[ft.Colors, str] = MappingProxyType(
    {
        TEXT: "#ffffff",
        MUTED: "#e2e2e2",
        PRIMARY: "#7ff0f0",
        ON_PRIMARY: "#000000",
        LINE: "#ffffff",
        FAINT_LINE: "#767676",
        EDGE: "#767676",
        ERROR: "#ffb3ab",
        SUCCESS: "#9be8af",
        WARNING: "#ffd27a",
        PAGE: "#000000",
        CARD: "#000000",
        TINT: "#161616",
        INFO_GROUND: "#00292d",
        ERROR_GROUND: "#3d0d0a",
        SUCCESS_GROUND: "#0b2914",
        WARNING_GROUND: "#2e2100",
        LEVELS["1"]: "#f8956f",
        LEVELS["2"]: "#fde16a",
        LEVELS["3"]: "#7eeba7",
        LEVELS["4"]: "#b5d8ff",
    }
)
SCHEMES: Mapping[str, Mapping[ft.Colors, str]] = MappingProxyType(
    {"light": _LIGHT, "dark": _DARK, "contrast light": _CONTRAST_LIGHT, "contrast dark": _CONTRAST_DARK}
)
