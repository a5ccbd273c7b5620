"""The school's own profile: what audits that are started from now on say of it."""

from collections.abc import Mapping

from pydantic import ValidationError

from audit_app.errors import AuditError
from audit_app.language import _
from audit_app.responses.model import School
from audit_app.responses.place import coordinates_of, district_of, look_swapped
from audit_app.verbs.opened_folder import OpenedFolder


class NoSchoolYetError(AuditError):
    def __init__(self) -> None:
        super().__init__(_("This data folder knows no school yet. Say its name first: audit-app school --name “…”."))


class BadProfileError(AuditError):
    def __init__(self, field: str) -> None:
        super().__init__(
            _(
                "What was given for “{field}” does not fit. Nothing was changed. “audit-app school --help” says what "
                "does."
            ).format(field=field)
        )


class BadPostcodeError(AuditError):
    def __init__(self, given: str) -> None:
        super().__init__(
            _("“{given}” is no British postcode. Write it as in LD3 7AB, or its first half alone.").format(
                given=given[:40]
            )
        )


class BadCoordinatesError(AuditError):
    def __init__(self, given: str) -> None:
        super().__init__(
            _(
                "“{given}” is no place on a map. Write the latitude, a comma and the longitude, as in “51.95, -3.39”."
            ).format(given=given[:60])
        )


class SwappedCoordinatesError(AuditError):
    def __init__(self, given: str) -> None:
        super().__init__(
            _("“{given}” seems to stand the wrong way round: latitude first, in Britain between 49 and 61.").format(
                given=given[:60]
            )
        )


class ProfileVerbs(OpenedFolder):
    """Verbs about the school's own profile."""

    def change_school(
        self, fields: Mapping[str, object], postcode: str | None = None, place: str | None = None
    ) -> School:
        """What is not named stays; empty text takes something away. Of a postcode the first half is kept, of a place on
        a map two decimals.

        Raises NoSchoolYetError, BadProfileError, BadPostcodeError, BadCoordinatesError, SwappedCoordinatesError.
        """
        with self._settings_turn:
            settings = self.settings()
            known = settings.school.model_dump() if settings.school else {}
            given = {name: _trimmed(value) for name, value in fields.items()}
            if "name" not in known and not given.get("name"):
                raise NoSchoolYetError
            said = {**known, **given, **_district(postcode), **_coordinates(place)}
            try:
                made = School.model_validate({name: value for name, value in said.items() if value not in (None, "")})
            except ValidationError as problem:
                raise BadProfileError(str(problem.errors()[0]["loc"][0])) from None
            self._store.keep_settings(settings.model_copy(update={"school": made}))
        return made


def _trimmed(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def _district(postcode: str | None) -> dict[str, object]:
    if postcode is None:
        return {}
    district = district_of(postcode) if postcode.strip() else ""
    if district is None:
        raise BadPostcodeError(postcode)
    return {"postcode_district": district}


def _coordinates(place: str | None) -> dict[str, object]:
    if place is None:
        return {}
    if not place.strip():
        return {"latitude": None, "longitude": None}
    pair = coordinates_of(place)
    if pair is None:
        raise BadCoordinatesError(place)
    if look_swapped(*pair):
        raise SwappedCoordinatesError(place)
    return {"latitude": pair[0], "longitude": pair[1]}
