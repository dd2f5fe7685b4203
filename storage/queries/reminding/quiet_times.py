"""How long a club is silent about money: after a death, around Tết (Club rules, E.3 and H.4)."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from club.calendar import lunar_of
from club.reminders import USUAL, Quiet
from storage.queries.settings.settings import setting

_AROUND_TET = (12, 1)


def mourning_days(db: Connection, club_id: int, today: date) -> int:
    """So long a household of this club in which somebody died hears nothing about money."""
    return int(setting(db, club_id, "mourning_days", today))


def quiet_of(db: Connection, club_id: int, day: date) -> Quiet:
    """The quiet times of the club on this day; asked of the books only around Tết."""
    if lunar_of(day).month not in _AROUND_TET:
        return USUAL
    return replace(
        USUAL,
        money_from=int(setting(db, club_id, "tet_money_from", day)),
        money_until=int(setting(db, club_id, "tet_money_until", day)),
    )
