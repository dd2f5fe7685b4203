"""How many messages each club may send in a month at each messenger, and how many it has sent."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, distinct, func, insert, select, update

from club.calendar import VIETNAM, Month, day_in_zone
from club.message_budget import Budget, share
from storage.among import among
from storage.inbox import insert_new
from storage.tables.channels import message_budgets, message_counts
from storage.tables.chats import LETTER_IS_OPEN, chats, outbox
from storage.tables.people import members
from storage.tables.schedule import reminders

NO_CLUB = 0
NO_MESSAGES = "no messages left this month"
"""Why a reminder goes to the board's list instead of to a phone."""
Budgets = dict[tuple[str, int], Budget]
"""By channel and club; a channel without a bound has none."""


def budget_is(db: Connection, channel: str, a_month: int) -> None:
    """From now on a bot there may send so many a month; 0: there is no bound."""
    mine = message_budgets.c.channel == channel
    there = db.execute(select(message_budgets.c.a_month).where(mine)).scalar()
    if there == (a_month or None):
        return
    db.execute(delete(message_budgets).where(mine))
    if a_month:
        db.execute(insert(message_budgets).values(channel=channel, a_month=a_month))


def count_sent(
    db: Connection, bot: tuple[str, str], sent: Mapping[str, int], now: datetime
) -> None:
    """So many messages went to these chats, by their keys; each counts for its club.

    `bot`: the channel, and which of its bots.
    """
    channel, number = bot
    found = db.execute(
        select(chats.c.key, _club().label("club_id")).where(
            chats.c.channel == channel, chats.c.bot == number, chats.c.key.in_(list(sent))
        )
    )
    by_club: dict[int, int] = {}
    for row in found:
        by_club[row.club_id] = by_club.get(row.club_id, 0) + sent[row.key]
    for club_id, count in sorted(by_club.items()):
        _add(db, (channel, club_id, _month(now)), count)


def _club() -> Any:
    """The club in focus, or the first the person belongs to."""
    theirs = (
        select(func.min(members.c.club_id))
        .where(members.c.person_id == chats.c.person_id, members.c.state == "member")
        .scalar_subquery()
    )
    return func.coalesce(chats.c.club_id, theirs, NO_CLUB)


def _add(db: Connection, key: tuple[str, int, str], count: int) -> None:
    channel, club_id, month = key
    mine = (
        (message_counts.c.channel == channel)
        & (message_counts.c.club_id == club_id)
        & (message_counts.c.month == month)
    )
    # Another process may count the month's first message at the same moment.
    none_yet = {"channel": channel, "club_id": club_id, "month": month, "sent": 0}
    db.execute(insert_new(db, message_counts), none_yet)
    more = {"sent": message_counts.c.sent + count}
    db.execute(update(message_counts).where(mine).values(**more))


def _month(now: datetime) -> str:
    return str(Month.of(day_in_zone(now, VIETNAM)))


def budgets(db: Connection, club_ids: Collection[int], now: datetime) -> Budgets:
    """What these clubs have left this month; what is on its way counts as spent."""
    bounds = db.execute(select(message_budgets.c.channel, message_budgets.c.a_month)).all()
    found: Budgets = {}
    for row in bounds:
        most = share(row.a_month, _clubs_at(db, row.channel))
        spent = _spent(db, row.channel, club_ids, now)
        for club_id in club_ids:
            found[row.channel, club_id] = Budget(most, spent.get(club_id, 0))
    return found


def _clubs_at(db: Connection, channel: str) -> int:
    """How many clubs have a member there."""
    return int(
        db.execute(
            select(func.count(distinct(members.c.club_id)))
            .join(chats, chats.c.person_id == members.c.person_id)
            .where(chats.c.channel == channel, members.c.state == "member")
        ).scalar_one()
    )


def _spent(
    db: Connection, channel: str, club_ids: Collection[int], now: datetime
) -> dict[int, int]:
    sent = db.execute(
        select(message_counts.c.club_id, message_counts.c.sent).where(
            message_counts.c.channel == channel,
            message_counts.c.month == _month(now),
            among(message_counts.c.club_id, "club_ids"),
        ),
        {"club_ids": list(club_ids)},
    )
    spent = {row.club_id: int(row.sent) for row in sent}
    under_way = (
        select(_club().label("club_id"))
        .select_from(outbox.join(chats, chats.c.id == outbox.c.chat_id))
        .where(LETTER_IS_OPEN, chats.c.channel == channel)
        .subquery()
    )
    counted = select(under_way.c.club_id, func.count().label("waiting"))
    on_their_way = db.execute(counted.group_by(under_way.c.club_id))
    for row in on_their_way:
        spent[row.club_id] = spent.get(row.club_id, 0) + int(row.waiting)
    return spent


def not_sent_for_want(db: Connection, club_id: int, now: datetime) -> int:
    """How many reminders of this month no message was left for."""
    month = Month.of(day_in_zone(now, VIETNAM))
    due = db.execute(
        select(reminders.c.due_at).where(
            reminders.c.club_id == club_id,
            reminders.c.state == "unreachable",
            reminders.c.why == NO_MESSAGES,
        )
    ).scalars()
    return sum(Month.of(day_in_zone(at, VIETNAM)) == month for at in due)
