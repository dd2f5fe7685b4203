"""A village's meeting, as the tests plan and answer it."""

from sqlalchemy import select

from handlers.talk.heard import Kind
from messages.meetings.meetings import invitation, will_you_come
from storage.queries.meetings.meetings import meeting_by_number
from storage.tables.meetings import meeting_answers, meetings
from tests.kit.village import Phone, Village


async def plans(phone: Phone, day: str = "thứ ba 24/11/2026") -> None:
    """The first meeting of a club: nothing is as usual yet."""
    await phone.says("/lichhop")
    await phone.taps(day)
    await phone.says("8 giờ sáng")
    await phone.says("Nhà văn hóa thôn")
    await phone.says("Phòng ngã cho người cao tuổi")
    await phone.taps("Bỏ qua")
    await phone.taps("Đúng hết rồi")


async def presses(phone: Phone, carried: str) -> None:
    """Press a button by what it carries, wherever it was."""
    await phone.says(carried, kind=Kind.PRESS)


def answers(v: Village) -> dict[int, tuple[str, str | None]]:
    with v.store.reading() as db:
        found = db.execute(
            select(meeting_answers.c.member_id, meeting_answers.c.answer, meeting_answers.c.reason)
        )
        return {row.member_id: (row.answer, row.reason) for row in found}


def counted(v: Village, state: str) -> int:
    with v.store.reading() as db:
        return len(db.execute(select(meetings.c.id).where(meetings.c.state == state)).all())


async def reminded(v: Village, phone: Phone) -> list[str]:
    """What the buttons of the reminder carry, as the scheduler would send it."""
    with v.store.reading() as db:
        meeting = meeting_by_number(db, 1)
    assert meeting is not None
    question = will_you_come(meeting.day, meeting.at, meeting.place, meeting.talk, meeting.bring)
    return [each.press for each in invitation(meeting.id, question).choices]
