"""Fills an empty database with the practice club and its past."""

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from bot.practice.calendar import Past, past_until
from bot.practice.care import live_beside_meetings
from bot.practice.closing import close_months_before
from bot.practice.life import ask_about_need, do_the_month, read_lessons, train_board
from bot.practice.loans import (
    Running,
    ask_again,
    lend_after_meeting,
    repay_at_meeting,
    settle_lending,
    still_paying,
)
from bot.practice.meetings import answer_coming_meeting, hold_meeting, plan_meeting
from bot.practice.minutes import write_minutes
from bot.practice.money import (
    FEE,
    bring_to_bank,
    count_the_tin,
    give_to_golden_heart,
    open_books,
    spend,
    take_fees,
)
from bot.practice.people import CLUB, COMMUNE, HAMLET, PROVINCE, Villager, villagers
from bot.practice.support import hold_session, open_next_session, sign_up_volunteers
from bot.practice.village import Village
from storage.changes.joining.found_club import CODE_LETTERS, ClubFounded, NewClub, found_club
from storage.changes.members.enter_member import (
    NewMember,
    enter_member,
    give_office,
)
from storage.queries import Connection
from storage.queries.practice import mark_as_practice, open_phone, open_stranger

SEED = 2026
CHANNEL = "web"
STRANGER = "la"
# Whose phones lie open: an older member, the chair, the cashier, a young volunteer.
PHONES = ("Nguyễn Thị Hoa", "Trần Văn Bình", "Hoàng Văn Giang", "Ngô Minh Quân")
# The second of two, where the books ask for two persons.
SECOND = "Vũ Thị Yến"


def fill(db: Connection, now: datetime, *, seed: int = SEED, language: str = "vi") -> Village:
    """The whole practice club, in one transaction; the same for the same seed and instant.

    language: in which Liên speaks with its people.
    """
    past = past_until(now)
    mark_as_practice(db, now)
    dice = Random(seed)
    code = "".join(dice.choice(CODE_LETTERS) for _ in range(8))
    village = Village(past, _found(db, past, code), code, dice, villagers(seed), PHONES, language)
    for each in village.members:
        enter_villager(db, village, each)
    sign_up_volunteers(db, village)
    _live(db, village)
    opened = (*PHONES, SECOND)
    village.phones = [open_phone(db, CHANNEL, village.person(name), now) for name in opened]
    open_stranger(db, CHANNEL, STRANGER, now, language=language)
    return village


@dataclass(slots=True)
class Owed:
    """What runs on from one meeting to the next: loans, and each one's unpaid months by name."""

    loans: list[Running] = field(default_factory=list)
    months: dict[str, int] = field(default_factory=dict)


def meet(db: Connection, village: Village, number: int, day: date, *, owed: Owed) -> None:
    """The meeting of this number, counted from 0, on its day, and the weeks after it."""
    meeting = plan_meeting(db, village, day, number)
    hold_meeting(db, village, meeting, day)
    take_fees(db, village, day, owed.months)
    repay_at_meeting(db, village, day, still_paying(owed.loans, number))
    give_to_golden_heart(db, village, day, number)
    count_the_tin(db, village, day)
    spend(db, village, day, number)
    bring_to_bank(db, village, day)
    do_the_month(db, village, day, number)
    owed.loans += lend_after_meeting(db, village, number, day)
    write_minutes(db, village, meeting, number)


def _live(db: Connection, village: Village) -> None:
    """Six months go by."""
    open_books(db, village)
    settle_lending(db, village)
    train_board(db, village)
    owed = Owed()
    for number, day in enumerate(village.past.held):
        close_months_before(db, village, day)
        meet(db, village, number, day, owed=owed)
    coming = plan_meeting(db, village, village.past.coming, len(village.past.held))
    answer_coming_meeting(db, village, coming)
    ask_again(db, village)
    read_lessons(db, village)
    ask_about_need(db, village)
    live_beside_meetings(db, village)
    hold_session(db, village)
    open_next_session(db, village)


def _found(db: Connection, past: Past, code: str) -> ClubFounded:
    new = NewClub(
        name=CLUB,
        hamlet=HAMLET,
        province=PROVINCE,
        commune=COMMUNE,
        founded_on=past.founded_on,
        join_code=code,
        practice=True,
        fee=FEE,
        meeting_day=str(past.meets),
    )
    return found_club(db, new, past.at(past.founded_on))


def _new_member(each: Villager, past: Past, *, language: str) -> NewMember:
    return NewMember(
        name=each.name,
        birth_year=past.today.year - each.age,
        sex=each.sex,
        joined_on=past.founded_on,
        phone=each.phone,
        hamlet=each.hamlet,
        address=each.address,
        group=f"Tổ x{each.hamlet[1:]}",
        household=each.home,
        hardship=each.hardship,
        language=language,
    )


def enter_villager(db: Connection, village: Village, each: Villager) -> None:
    """Somebody joins on the day of founding, with the office if there is one."""
    founded = village.past.founded_on
    new = _new_member(each, village.past, language=village.language)
    entered = enter_member(db, village.club.club_id, new, village.past.at(founded))
    village.people[each.name] = entered
    if each.role:
        give_office(db, village.club.club_id, entered.person_id, each.role, from_day=founded)
