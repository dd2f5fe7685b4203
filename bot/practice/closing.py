"""Chair and bookkeeper have closed the past months of the practice club; the last one waits."""

from dataclasses import replace
from datetime import date

from bot.practice.village import Village
from storage.changes.money.close_month import CloseMonth
from storage.queries import Connection
from storage.queries.money.closing import draft, months_over

CLOSERS = ("chair", "bookkeeper")


def close_months_before(db: Connection, village: Village, day: date) -> None:
    """On this day every month that is over is closed, by two on accounts of their own."""
    for month in months_over(db, village.club.club_id, day):
        seen = draft(db, village.club.club_id, month, day).agreed_on
        for role in CLOSERS:
            deed = village.board_deed(role, day, hour=8)
            CloseMonth(month, seen).carry_out(db, replace(deed, chat_id=-deed.person))
