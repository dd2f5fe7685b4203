"""A meeting that was held, and its minutes written in chat."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select

from club.calendar import Month, instant_of
from storage.changes.inserting import inserted
from storage.queries import Connection
from storage.tables.meetings import attendance, meetings
from storage.tables.minutes import minutes
from tests.kit.meeting import presses
from tests.kit.village import Phone, Village

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def met(v: Village, day: date, *, absent: tuple[str, ...] = (), talk: str = "") -> int:
    """A meeting of this day whose roll is taken; returns its number."""
    return v.store.change(_met, v, day, absent, talk)


def _met(db: Connection, v: Village, day: date, absent: tuple[str, ...], talk: str) -> int:
    begins = instant_of(day, time(8), ZONE)
    number = inserted(
        db,
        meetings,
        club_id=v.club.club_id,
        month=Month.of(day),
        held_on=day,
        starts_at=begins,
        place="Nhà văn hóa thôn",
        talk=talk,
        bring="",
        state="held",
        cause=f"met-{day}",
    )
    for name, phone in v.phones.items():
        if phone.member_id is not None:
            values = {"meeting_id": number, "member_id": phone.member_id, "noted_at": begins}
            db.execute(insert(attendance).values(values | {"present": name not in absent}))
    return number


def today(v: Village) -> date:
    """The day it is in the village."""
    now: datetime = v.clock.now()
    return now.astimezone(ZONE).date()


async def writes(phone: Phone, meeting: int, part: str, words: str, *then: str) -> None:
    """Write one part and agree to what is read back; `then` answers what is asked between."""
    await presses(phone, f"s:minutes_part:{meeting} {part} 0")
    for said in (words, *then):
        await phone.says(said)
    await phone.says("đúng" if words not in {"bỏ qua", "skip"} else "dạ")


async def passes_over(phone: Phone, meeting: int, *parts: str) -> None:
    """Nothing to add to what is known by itself."""
    for part in parts:
        await presses(phone, f"s:minutes_part:{meeting} {part} 0")
        await phone.says("bỏ qua")


async def decides(phone: Phone, meeting: int, what: str, who: str, until: str) -> None:
    """Write down what the meeting decided; `who` is a part of a member's name."""
    await presses(phone, f"s:decide:{meeting}")
    await phone.says(what)
    await phone.taps("Thành viên khác")
    await phone.says(who)
    await phone.says("1")
    await phone.says(until)
    await phone.taps("Đúng hết rồi")


async def signs(writer: Phone, signer: Phone, meeting: int) -> None:
    """The writer asks for the signature, the signer gives it."""
    await presses(writer, f"s:finish_minutes:{meeting}")
    await writer.taps("Đúng hết rồi")
    await signer.taps("Xem và trả lời")
    await signer.taps("Đúng hết rồi")


def signed(v: Village) -> int:
    """How many minutes are signed."""
    with v.store.reading() as db:
        found = select(func.count()).select_from(minutes).where(minutes.c.state == "signed")
        return int(db.execute(found).scalar_one())


A_MONTH = timedelta(days=30)
