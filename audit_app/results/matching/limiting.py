"""Limiting: what each match takes of what a school can give and get."""

Pairing = tuple[int, int, str]
"""Helper, helped, area."""
Limit = tuple[str, int, str]
"""What is limited: `need` of a school in an area, `capacity` of a school in an area, `gives` and `gets` of a school;
and `joins`, of a trio: a match can be joined once."""


def limits_on(pairing: Pairing) -> tuple[Limit, ...]:
    """What a match takes one of, from the helper to the helped; the last but one is the need."""
    helper, helped, area = pairing
    return ("gives", helper, ""), ("capacity", helper, area), ("need", helped, area), ("gets", helped, "")
