"""Three days after the meeting, once: the fee is not in the books. Old arrears go to the board."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from club.calendar import ONE_DAY
from club.contributions import FeeFacts, fee_months_owed, long_in_arrears
from club.reminders import Kind
from messages import reminders_of_money as say
from messages.cards import Card
from scheduler.reminding import HORIZON, Reminding, Span, by_kind, local, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.money.fees import fee_facts_of
from storage.queries.reminding import reminding_money as about
from storage.queries.reminding.reminding import Wanted
from storage.queries.reminding.reminding_money import Day
from storage.reminders import Claimed, Times

LASTS = timedelta(days=14)
"""So long after its day it is still said; then the next meeting is near."""
DAYS_AFTER = 3
LONGEST_QUIET = timedelta(days=12)
"""Before Tết and after, so many days may go by without a word about money."""


def plan(db: Connection, span: Span) -> None:
    """Everybody's fee and the board's list, after the meetings whose third day is near."""
    today = span.now.date()
    reminders.withdraw(db, Kind.FEE_NOT_PAID, about.fee_payers())
    reminders.withdraw(db, Kind.FEE_ARREARS, about.fee_keepers(today))
    first = today - LASTS - LONGEST_QUIET - (DAYS_AFTER + 1) * ONE_DAY
    for day in about.fee_days(db, first, today + HORIZON):
        for kind, wanted in _asked(day, span):
            for times in _times(kind, day, span):
                reminders.plan(db, kind, wanted, times, now=span.now)


def _asked(day: Day, span: Span) -> Iterator[tuple[Kind, Wanted]]:
    yield Kind.FEE_NOT_PAID, about.after_meeting(about.fee_payers(), day)
    yield Kind.FEE_ARREARS, about.after_meeting(about.fee_keepers(span.now.date()), day)


def _times(kind: Kind, day: Day, span: Span) -> Iterator[Times]:
    found = times_of(kind, day.on, day.timezone, lasts=LASTS, span=span)
    return (times for _, times in found)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """No sum is shown until it is opened; whoever has paid meanwhile hears nothing."""
    payers = reminders.still_wanted(db, about.fee_payers(), by_kind(claimed, Kind.FEE_NOT_PAID))
    keepers = reminders.still_wanted(
        db, about.fee_keepers(now.date()), by_kind(claimed, Kind.FEE_ARREARS)
    )
    found: dict[int, Card] = {}
    for club_id, rows in _by_club(payers):
        found |= _for_payers(db, club_id, rows, now)
    for club_id, rows in _by_club(keepers):
        found |= _for_keepers(db, club_id, rows)
    return found


def _by_club(rows: Mapping[int, Any]) -> Iterable[tuple[int, dict[int, Any]]]:
    ordered = sorted(rows.items(), key=lambda each: (each[1].club_id, each[0]))
    for club_id, found in groupby(ordered, key=lambda each: each[1].club_id):
        yield int(club_id), dict(found)


def _for_payers(
    db: Connection, club_id: int, rows: Mapping[int, Any], now: datetime
) -> dict[int, Card]:
    asked = [row.member_id for row in rows.values()]
    timezone = next(iter(rows.values())).timezone
    silent = about.fee_declared(db, asked)
    silent |= about.in_mourning(db, asked, local(now, timezone).date())
    facts = fee_facts_of(db, club_id, [each for each in asked if each not in silent])
    return {
        number: say.fee_not_paid_card(row.month)
        for number, row in rows.items()
        if row.member_id in facts and _is_reminded(facts[row.member_id], row.month)
    }


def _is_reminded(facts: FeeFacts, month: Any) -> bool:
    owed = fee_months_owed(facts, month)
    return bool(owed) and not long_in_arrears(owed, month)


def _for_keepers(db: Connection, club_id: int, rows: Mapping[int, Any]) -> dict[int, Card]:
    facts = fee_facts_of(db, club_id)
    found = {}
    for number, row in rows.items():
        late = [
            member
            for member, each in facts.items()
            if long_in_arrears(fee_months_owed(each, row.month), row.month)
        ]
        names = about.names_of(db, late)
        if names:
            found[number] = say.fee_arrears_card(names)
    return found


REMINDING = Reminding((Kind.FEE_NOT_PAID, Kind.FEE_ARREARS), plan, cards)
