"""A place or hamlet that was typed without its marks is written as the club knows it."""

from collections.abc import Iterable

from handlers.dialogue.asking import read
from handlers.dialogue.visitor import Visitor
from messages.understand.known_places import place_as_known
from storage.queries.known_places import known_hamlets, known_places


async def as_club_knows(me: Visitor, place: str) -> str:
    """For a place in a club; nothing said is nothing."""
    return place_as_known(place, await read(known_places, me.club_id)) if place else place


async def as_commune_knows(commune_id: int, hamlet: str) -> str:
    """For a hamlet of somebody who is in no club."""
    return place_as_known(hamlet, await read(known_hamlets, commune_id))


async def as_clubs_know(clubs: Iterable[int], place: str) -> str:
    """For a place that several clubs are told of, or a club the visitor is not in yet."""
    known = [each for number in clubs for each in await read(known_places, number)]
    return place_as_known(place, known) if place else place
