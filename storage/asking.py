"""Which programs ask a messenger for updates: of two by one token each hears a part, in silence."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.tables.channels import askers
from storage.tables.chats import inbox

FORGOTTEN_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Asker:
    """One program at one messenger; `machine` is where it runs."""

    channel: str
    bot: str
    run: int
    machine: str


def note_asking(db: Connection, asker: Asker, now: datetime, *, heard: bool) -> None:
    """It asks now; `heard`: and something came since it was noted last."""
    mine = (
        (askers.c.channel == asker.channel)
        & (askers.c.bot == asker.bot)
        & (askers.c.run == asker.run)
    )
    values: dict[str, datetime] = {"asked_at": now} | ({"heard_at": now} if heard else {})
    if db.execute(update(askers).where(mine).values(**values)).rowcount:
        return
    db.execute(delete(askers).where(askers.c.asked_at < now - FORGOTTEN_AFTER))
    db.execute(
        insert(askers).values(
            channel=asker.channel,
            bot=asker.bot,
            run=asker.run,
            machine=asker.machine,
            **values,
        )
    )


@dataclass(frozen=True, slots=True)
class Asking:
    """A program that has asked lately."""

    machine: str
    asked_at: datetime
    heard_at: datetime | None


def asking_since(db: Connection, channel: str, bot: str, since: datetime) -> list[Asking]:
    """Those that have asked since then, the latest first."""
    found = db.execute(
        select(askers.c.machine, askers.c.asked_at, askers.c.heard_at)
        .where(askers.c.channel == channel, askers.c.bot == bot, askers.c.asked_at >= since)
        .order_by(askers.c.asked_at.desc(), askers.c.id)
    )
    return [Asking(*row) for row in found]


def arrived(db: Connection, channel: str, bot: str) -> int:
    """The number of the newest update that came in."""
    found = select(func.max(inbox.c.id)).where(inbox.c.channel == channel, inbox.c.bot == bot)
    return db.execute(found).scalar() or 0


def arrived_after(db: Connection, channel: str, bot: str, number: int) -> int:
    """How many updates came in after that one."""
    found = select(func.count()).where(
        inbox.c.channel == channel, inbox.c.bot == bot, inbox.c.id > number
    )
    return int(db.execute(found).scalar_one())
