"""What holds when several come at once, each change in a transaction of its own."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from club.calendar import Month
from club.meetings import Answer
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import NewClub, found_club
from storage.changes.meetings.answer_meeting import AnswerMeeting, MeetingAnswered
from storage.changes.members.enter_member import (
    NewMember,
    enter_member,
    enter_person,
)
from storage.changes.volunteers.drop_session import DropSession
from storage.changes.volunteers.take_session import SessionTaken, TakeSession
from storage.store import Store
from storage.tables.chats import chats
from storage.tables.meetings import meeting_answers, meetings
from storage.tables.sessions import signups, support_sessions
from tests.kit.young_volunteer import enter_volunteer

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 2)
BEGINS = NOW + timedelta(days=5)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    opened = Store(database_url)
    yield opened
    await opened.close()


def new_club(db: Connection) -> int:
    new = NewClub("CLB", "Thôn Đoài", "Hà Nội", "Xã Mỹ Đức", date(2026, 5, 4), "HXMK2345")
    return found_club(db, new, NOW).club_id


def new_session(db: Connection, capacity: int, *, begins: datetime = BEGINS) -> int:
    return inserted(
        db,
        support_sessions,
        club_id=1,
        topic="digital",
        starts_at=begins,
        minutes=60,
        hamlet="Thôn Đoài",
        place="ngõ 5",
        capacity=capacity,
        state="open",
        cause=f"session {capacity} {begins}",
    )


def new_volunteers(db: Connection, count: int) -> list[Deed]:
    """So many volunteers, each with a chat; what each of them does is a deed."""
    deeds = []
    for number in range(count):
        person = NewMember(f"Lê Thị {number}", 2003, "female", TODAY)
        person_id = enter_person(db, person, NOW)
        enter_volunteer(db, person_id, NOW, belongs_to="Đoàn xã", hamlet="Thôn Đoài")
        deeds.append(deed_of(db, person_id, None))
    return deeds


def deed_of(db: Connection, person_id: int, club_id: int | None) -> Deed:
    chat = inserted(
        db, chats, channel="web", key=f"p{person_id}", person_id=person_id, created_at=NOW
    )
    return Deed(chat, "web", person_id, club_id, NOW, TODAY, f"dialogue:{person_id}")


def places(store: Store) -> list[str]:
    with store.reading() as db:
        return sorted(db.execute(select(signups.c.place)).scalars())


def prepared(db: Connection, *, volunteers: int, capacity: int) -> list[Deed]:
    new_club(db)
    new_session(db, capacity)
    return new_volunteers(db, volunteers)


async def test_twelve_at_once_fill_three_places_and_the_line(store: Store) -> None:
    deeds = store.change(prepared, volunteers=12, capacity=3)
    done = [store.change_soon(TakeSession(1).carry_out, each) for each in deeds]
    taken = await asyncio.gather(*done)
    assert places(store) == ["taking"] * 3 + ["waiting"] * 9
    lines = sorted(each.mine.line for each in taken)
    assert lines == [0, 0, 0, *range(1, 10)]


async def test_places_given_back_at_once_go_to_the_line_in_order(store: Store) -> None:
    deeds = store.change(prepared, volunteers=8, capacity=3)
    for each in deeds:
        store.change(TakeSession(1).carry_out, each)
    done = [store.change_soon(DropSession(1).carry_out, each) for each in deeds[:3]]
    risen = [each for dropped in await asyncio.gather(*done) for each in dropped.risen]
    assert sorted(risen) == [each.person_id for each in deeds[3:6]]
    assert places(store) == ["dropped"] * 3 + ["taking"] * 3 + ["waiting"] * 2


async def test_one_volunteer_takes_one_of_two_sessions_of_an_hour(store: Store) -> None:
    def two_sessions(db: Connection) -> list[Deed]:
        deeds = prepared(db, volunteers=1, capacity=2)
        new_session(db, 2, begins=BEGINS + timedelta(minutes=30))
        return deeds

    [deed] = store.change(two_sessions)
    done = [store.change_soon(TakeSession(each).carry_out, deed) for each in (1, 2)]
    outcomes = await asyncio.gather(*done, return_exceptions=True)
    refused = [each for each in outcomes if isinstance(each, Refused)]
    assert [each.code for each in refused] == [Code.SESSION_OVERLAPS]
    assert sum(isinstance(each, SessionTaken) for each in outcomes) == 1


def asked_about_meetings(db: Connection, count: int) -> Deed:
    """One member of a club with so many meetings planned."""
    club_id = new_club(db)
    member = NewMember("Nguyễn Thị Hoa", 1952, "female", date(2026, 5, 4))
    entered = enter_member(db, club_id, member, NOW)
    for day in range(count):
        begins = BEGINS + timedelta(days=day)
        inserted(
            db,
            meetings,
            club_id=club_id,
            month=Month.of(TODAY),
            held_on=begins.date(),
            starts_at=begins,
            place="Nhà văn hóa",
            state="planned",
            cause=f"meeting {day}",
        )
    return deed_of(db, entered.person_id, club_id)


async def test_a_member_who_answers_several_times_at_once_has_one_answer(store: Store) -> None:
    deed = store.change(asked_about_meetings, 6)
    for number in range(1, 7):
        said = [AnswerMeeting(number, each) for each in (*Answer, Answer.YES)]
        done = [store.change_soon(each.carry_out, deed) for each in said]
        outcomes = await asyncio.gather(*done)
        assert all(isinstance(each, MeetingAnswered) for each in outcomes)
    with store.reading() as db:
        assert len(db.execute(select(meeting_answers.c.answer)).all()) == 6
