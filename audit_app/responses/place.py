"""Place: where a school is, as coarsely as it takes to say how far two of them lie apart.

Of a postcode only the outward half is kept, “LD3”; of coordinates two decimals, about a kilometre. More would say which
gate, and nobody needs that to visit; it travels with every bundle.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

DECIMALS = 2
"""A hundredth of a degree of latitude is 1.1 km; of longitude, in Britain, 0.6 to 0.7 km."""

_OUTWARD = r"(?:[A-PR-UWYZ][0-9][0-9A-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y][0-9][0-9ABEHMNPRVWXY]?|GIR)"
_INWARD = r"[0-9][ABD-HJLNP-UW-Z]{2}"
_POSTCODE = re.compile(rf"({_OUTWARD})(?:{_INWARD})?")
"""Which letters stand where: Royal Mail, Programmers’ Guide to the Postcode Address File, “Postcode format”."""
_PAIR = re.compile(
    r"(?P<lat>[-+]?[0-9]{1,3}(?:\.[0-9]{1,15})?)\s*°?\s*(?P<ns>[NS]?)\s*[,;\s]\s*"
    r"(?P<lon>[-+]?[0-9]{1,3}(?:\.[0-9]{1,15})?)\s*°?\s*(?P<ew>[EW]?)"
)

BRITISH_LATITUDES, BRITISH_LONGITUDES = (49, 61), (-9, 2)

PostcodeDistrict = Annotated[str, Field(pattern=rf"^{_OUTWARD}$")]


def _rounded(degrees: float) -> float:
    return round(degrees, DECIMALS) + 0.0  # no zero with a sign


Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False), AfterValidator(_rounded)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False), AfterValidator(_rounded)]


def district_of(postcode: str) -> str | None:
    """“ld3 7ab” → “LD3”, and the same of “LD3” alone; None for what is no British postcode."""
    found = _POSTCODE.fullmatch("".join(postcode.split()).upper())
    return found[1] if found else None


def postcode_area(district: str) -> str:
    """“LD3” → “LD”."""
    return re.split(r"[0-9]", district, maxsplit=1)[0]


def coordinates_of(text: str) -> tuple[float, float] | None:
    """Latitude and longitude as maps write them: “51.947, -3.391”, “51.947° N 3.391° W”; None for anything else."""
    found = _PAIR.fullmatch(" ".join(text.upper().replace("−", "-").split()))  # else much space takes much time
    if found is None:
        return None
    north, east = _degrees(found["lat"], found["ns"], "S"), _degrees(found["lon"], found["ew"], "W")
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None


def look_swapped(latitude: float, longitude: float) -> bool:
    """They would be in or near Britain the other way round."""
    return _is_british(longitude, latitude) and not _is_british(latitude, longitude)


def _degrees(number: str, side: str, negative: str) -> float:
    degrees = _rounded(float(number))
    return -abs(degrees) if side == negative else degrees


def _is_british(latitude: float, longitude: float) -> bool:
    (south, north), (west, east) = BRITISH_LATITUDES, BRITISH_LONGITUDES
    return south <= latitude <= north and west <= longitude <= east
