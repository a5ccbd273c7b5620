"""More schools: invented neighbours of the eight, for a demo partnership of any size up to forty."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from random import Random

from audit_app.demo.stories import DEMO_MARK, STORIES, Person, Story
from audit_app.responses.model import Phase, SchoolType

PLACES = ("Alder", "Birchcombe", "Cinder", "Dovecote", "Elderflower", "Fernhill", "Gorse", "Hazelbrook", "Ivyworth")
KINDS: Sequence[tuple[str, Phase, SchoolType, tuple[int, int]]] = (
    ("Green Primary School", "primary", "maintained", (90, 460)),
    ("Park Academy", "secondary", "academy", (640, 1500)),
    ("Road Infant and Nursery School", "primary", "maintained", (60, 240)),
    ("Lane Learning Centre", "alternative provision", "maintained", (24, 90)),
)
FIRST_NAMES = ("Amara", "Ben", "Catrin", "Dev", "Esme", "Farid", "Gwen", "Hugh", "Imani", "Joel", "Kirsty", "Luca")
LAST_NAMES = ("Abbott", "Bakare", "Coyle", "Dyer", "Evans", "Fox", "Gill", "Holt", "Iqbal", "Jarvis", "Khan", "Lowe")
ROLES = ("headteacher", "deputy head", "link governor")

MOVED = 6
"""One answer in so many is a level away from the story that a school resembles."""


def more_schools(count: int, random: Random) -> Iterator[Story]:
    """So many invented schools, no two of one name, each resembling one of the eight."""
    names = [(place, kind) for place, kind in product(PLACES, KINDS)]
    random.shuffle(names)
    patterns = [story for story in STORIES if all(all(waves) for waves in story.levels.values())]
    for number, (place, (ending, phase, kind, (fewest, most))) in enumerate(names[:count]):
        pattern = patterns[number % len(patterns)]
        head, colleague, governor = (
            Person(f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}", role) for role in ROLES
        )
        yield pattern._replace(
            name=f"{place} {ending}{DEMO_MARK}",
            phase=phase,
            type=kind,
            pupils=random.randint(fewest, most),
            people=(head, colleague, governor),
            levels=_alike(pattern.levels, random),
            said=(),
            district=f"WE{number % 9 + 1}",
            place=(52.25 + number % 6 / 25, -4.9 + number // 6 / 15),
        )


def _alike(levels: Mapping[str, tuple[str, str, str]], random: Random) -> dict[str, tuple[str, str, str]]:
    """Moved alike in every wave, so that the changes between waves stay those of the story."""
    found = {}
    for section, (first, second, third) in levels.items():
        moves = [random.choice((-1, 1)) if random.randrange(MOVED) == 0 else 0 for _ in first]
        found[section] = (_moved(first, moves), _moved(second, moves), _moved(third, moves))
    return found


def _moved(levels: str, moves: Sequence[int]) -> str:
    return "".join(
        str(min(max(int(level) + move, 1), 4)) if level.isdigit() else level
        for level, move in zip(levels, moves, strict=True)
    )
