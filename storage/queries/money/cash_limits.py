"""Where more cash lies than the club wants in one place."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from club.cash_limits import came_above, is_above
from club.money import NOTHING, Money
from storage.queries.money.ledger import Place, cash_by_place, cash_gained, cash_in, places_of
from storage.queries.settings.settings import setting


@dataclass(frozen=True, slots=True)
class PlaceAbove:
    """More lies there than the limit that holds."""

    club_id: int
    place: Place
    there: Money
    limit: Money


def cash_limit(db: Connection, club_id: int, today: date) -> Money:
    """The most that may lie in one place at home; nothing where the club has no limit."""
    return Money(setting(db, club_id, "cash_limit", today))


def cash_lying(db: Connection, club_id: int) -> list[tuple[Place, Money]]:
    """All places that hold something now, and how much: those with a limit and the bank."""
    cash = cash_by_place(db, club_id)
    return [(each, cash[each.id]) for each in places_of(db, club_id) if cash.get(each.id)]


def places_above(db: Connection, club_id: int, today: date) -> list[PlaceAbove]:
    """Every place of the club that lies above its limit now."""
    limit = cash_limit(db, club_id, today)
    if not limit:
        return []
    return [
        PlaceAbove(club_id, place, there, limit)
        for place, there in cash_lying(db, club_id)
        if is_above(limit, kind=place.kind, there=there)
    ]


def brought_above(db: Connection, entries: Collection[int], today: date) -> list[PlaceAbove]:
    """Places that lie above their limit by these entries, just written, and did not before."""
    if not entries:
        return []
    found = []
    for club_id, place_id, gained in cash_gained(db, entries):
        limit = cash_limit(db, club_id, today)
        there = cash_in(db, club_id, place_id) if limit else NOTHING
        if not limit < there:
            continue
        place = next(each for each in places_of(db, club_id) if each.id == place_id)
        if came_above(limit, kind=place.kind, there=there, gained=gained):
            found.append(PlaceAbove(club_id, place, there, limit))
    return found
