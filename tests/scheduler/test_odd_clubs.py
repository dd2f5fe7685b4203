"""A club without a meeting day, one in a time zone that is none, a person with two accounts."""

from sqlalchemy import delete, update

from storage.changes.joining.found_club import NewClub, found_club
from storage.queries import Connection
from storage.queries.practice import open_phone
from storage.tables.areas import club_settings, clubs
from tests.kit.planned import at, at_the_moment, plan_a_meeting
from tests.kit.village import FOUNDED, Phone, village

MEMBERS = 8


async def test_a_club_without_a_meeting_day_keeps_its_other_reminders(sqlite_url: str) -> None:
    def forget_day(db: Connection) -> None:
        db.execute(delete(club_settings).where(club_settings.c.name == "meeting_day"))

    async with village(sqlite_url) as v:
        v.store.change(forget_day)
        plan_a_meeting(v, at(10, 8))
        assert await at_the_moment(v, at(7, 8)) == MEMBERS


async def test_a_time_zone_that_is_none_costs_nobody_else_a_reminder(database_url: str) -> None:
    def odd_club(db: Connection) -> None:
        new = NewClub("CLB Lạ", "Thôn Lạ", "Hà Nội", "Xã Mỹ Đức", FOUNDED, "HXMK2999")
        club = found_club(db, new, v.clock.now())
        odd = update(clubs).where(clubs.c.id == club.club_id)
        db.execute(odd.values(timezone="Asia/Nowhere"))

    async with village(database_url) as v:
        v.store.change(odd_club)
        plan_a_meeting(v, at(10, 8))
        assert await at_the_moment(v, at(7, 8)) == MEMBERS


async def test_a_person_with_two_accounts_hears_it_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        person = v.hoa.person_id
        assert person is not None
        key = v.store.change(lambda db: open_phone(db, "web", person, v.clock.now()))
        second = v.phones["second"] = v.by_key[key] = Phone(v, key, person)
        plan_a_meeting(v, at(10, 8))
        assert await at_the_moment(v, at(7, 8)) == MEMBERS
        assert len(v.hoa.messages) + len(second.messages) == 1
