"""Words to many on their way: who is next, what has left, what a quiet time holds."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, or_, select, update

from storage.among import among
from storage.tables.areas import clubs
from storage.tables.broadcasts import broadcast_people, broadcasts
from storage.tables.chats import LETTER_IS_OPEN, outbox

KEPT = timedelta(days=30)
"""So long the words of one are kept (Club rules, G.2)."""


@dataclass(frozen=True, slots=True)
class Next:
    """A person who is to get a word to many, held by this transaction alone."""

    id: int
    broadcast_id: int
    person_id: int
    club_id: int


def on_their_way(db: Connection) -> int:
    """How many letters of this kind wait to be sent."""
    return int(db.execute(_ON_THEIR_WAY).scalar_one())


_ON_THEIR_WAY = (
    select(func.count()).select_from(outbox).where(LETTER_IS_OPEN, outbox.c.kind == "broadcast")
)


def take(db: Connection, timezones: Collection[str], most: int) -> list[Next]:
    """Who is next in clubs of these time zones: the words to the fewest people go first.

    So a club's own word never waits for one to a whole province. On PostgreSQL what another process
    holds is left out.
    """
    taken: list[Next] = []
    for number in db.execute(_RUNNING).scalars().all():
        if len(taken) >= most:
            break
        found = db.execute(
            select(broadcast_people.c.id, broadcast_people.c.person_id, broadcast_people.c.club_id)
            .join(clubs, clubs.c.id == broadcast_people.c.club_id)
            .where(
                broadcast_people.c.broadcast_id == number,
                broadcast_people.c.state == "waiting",
                clubs.c.timezone.in_(sorted(timezones)),
            )
            .order_by(broadcast_people.c.id)
            .limit(most - len(taken))
            .with_for_update(of=broadcast_people, skip_locked=True)
        )
        taken += [Next(row.id, number, row.person_id, row.club_id) for row in found]
    return taken


_RUNNING = (
    select(broadcasts.c.id)
    .where(broadcasts.c.state == "running")
    .order_by(broadcasts.c.people, broadcasts.c.id)
)


def note_queued(db: Connection, pairs: Sequence[tuple[int, int]]) -> None:
    """These people's letters lie in the outbox: number of the person's row, of the letter."""
    if pairs:
        db.execute(_QUEUED, [{"of_id": number, "of_letter": letter} for number, letter in pairs])


_QUEUED = (
    update(broadcast_people)
    .where(broadcast_people.c.id == bindparam("of_id"))
    .values(state="queued", letter_id=bindparam("of_letter"))
)


def note_unreachable(db: Connection, numbers: Sequence[int]) -> None:
    """These people have no chat that can be reached."""
    if numbers:
        db.execute(_UNREACHABLE, {"numbers": list(numbers)})


_UNREACHABLE = (
    update(broadcast_people)
    .where(among(broadcast_people.c.id, "numbers"))
    .values(state="unreachable")
)


def zones_of_letters(db: Connection, letter_ids: Sequence[int]) -> dict[int, str]:
    """Those of these letters that are words to many, with the time zone of the person's club."""
    found = db.execute(_ZONES_OF_LETTERS, {"ids": list(letter_ids)})
    return {row.letter_id: row.timezone for row in found}


_ZONES_OF_LETTERS = (
    select(broadcast_people.c.letter_id, clubs.c.timezone)
    .join(clubs, clubs.c.id == broadcast_people.c.club_id)
    .where(among(broadcast_people.c.letter_id, "ids"))
)


def take_back(db: Connection, letter_ids: Collection[int], why: str) -> list[int]:
    """Letters that have not been begun are dropped, their people wait again."""
    gone = list(
        db.execute(
            update(outbox)
            .where(among(outbox.c.id, "ids"), outbox.c.state == "waiting")
            .values(state="dropped", why=why)
            .returning(outbox.c.id),
            {"ids": list(letter_ids)},
        ).scalars()
    )
    db.execute(
        update(broadcast_people)
        .where(among(broadcast_people.c.letter_id, "ids"))
        .values(state="waiting", letter_id=None),
        {"ids": gone},
    )
    return gone


def at_their_end(db: Connection) -> list[tuple[int, int]]:
    """Those of which nobody waits and no letter is on its way: number and sender."""
    still = (
        select(broadcast_people.c.id)
        .outerjoin(outbox, outbox.c.id == broadcast_people.c.letter_id)
        .where(
            broadcast_people.c.broadcast_id == broadcasts.c.id,
            or_(
                broadcast_people.c.state == "waiting",
                LETTER_IS_OPEN,
            ),
        )
        .correlate(broadcasts)
    )
    found = db.execute(
        select(broadcasts.c.id, broadcasts.c.sent_by)
        .where(broadcasts.c.state == "running", ~still.exists())
        .order_by(broadcasts.c.id)
        .with_for_update(skip_locked=True)
    )
    return [(row.id, row.sent_by) for row in found]


def close(db: Connection, number: int, now: datetime) -> None:
    """This one has come to its end."""
    db.execute(
        update(broadcasts).where(broadcasts.c.id == number).values(state="done", ended_at=now)
    )


def is_of_club(db: Connection, number: int) -> bool:
    """Whether a board wrote it, not an officer."""
    of = select(broadcasts.c.club_id).where(broadcasts.c.id == number)
    return db.execute(of).scalar() is not None


def forget_words(db: Connection, now: datetime, most: int) -> int:
    """The words of old ones that are over are blanked; the counts stay."""
    due = (
        select(broadcasts.c.id)
        .where(
            broadcasts.c.text.is_not(None),
            broadcasts.c.said_at < now - KEPT,
            broadcasts.c.state.in_(("done", "cancelled")),
        )
        .limit(most)
    )
    return db.execute(update(broadcasts).where(broadcasts.c.id.in_(due)).values(text=None)).rowcount
