"""One club of a made-up country and its past: the same chapters as the practice club's."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from random import Random

from bot.made_up.names import club_in, code_of, hamlet_of
from bot.practice.calendar import Past
from bot.practice.closing import close_months_before
from bot.practice.fill import Owed, enter_villager, meet
from bot.practice.life import (
    CARERS,
    CARERS_UNDER,
    ask_about_need,
    read_lessons,
    train_board,
)
from bot.practice.loans import (
    settle_lending,
)
from bot.practice.meetings import answer_coming_meeting, plan_meeting
from bot.practice.money import (
    FEE,
    open_books,
)
from bot.practice.people import CAST, Villager, villagers
from bot.practice.support import sign_up_volunteers, teach_on
from bot.practice.village import Village
from club.calendar import VIETNAM, Month, OnSolarDay, day_in_zone
from storage.changes.joining.found_club import NewClub, found_club
from storage.queries import Connection

LEAST_MEMBERS, MOST_MEMBERS = 40, 500
MOST_MONTHS = 60
LATE_AMONG = 6
"""So many clubs, and one of them has closed nothing since the meeting before the last."""
_LAST_MEETING_DAY = 28
_CAUSES_OF_ONE = 1_000_000


@dataclass(frozen=True, slots=True)
class Size:
    """How large a club is, and how long ago it was founded."""

    members: int
    months: int
    seed: int


def live(  # noqa: PLR0917
    db: Connection, number: int, size: Size, commune: str, province: str, now: datetime
) -> None:
    """The club of this number is founded, lives so many months and is there today."""
    seed = size.seed * 1_000 + number
    past = past_of(now, size.months, 1 + 2 * (number % LATE_AMONG))
    hamlet, code = hamlet_of(number, size.seed), code_of(number, size.seed)
    new = NewClub(
        name=club_in(hamlet),
        hamlet=hamlet,
        province=province,
        commune=commune,
        founded_on=past.founded_on,
        join_code=code,
        practice=True,
        fee=FEE,
        meeting_day=str(past.meets),
    )
    club = found_club(db, new, past.at(past.founded_on))
    village = Village(past, club, code, Random(seed), people_of(seed, size.members), ())
    village.causes = count(1 + number * _CAUSES_OF_ONE)
    for each in village.members:
        enter_villager(db, village, each)
    sign_up_volunteers(db, village)
    _live(db, village, late=number % LATE_AMONG == LATE_AMONG - 1)


def past_of(now: datetime, months: int, ahead: int) -> Past:
    """So many meetings behind, the next one about so many days ahead, on a day all months have."""
    today = day_in_zone(now, VIETNAM)
    coming = today + timedelta(days=ahead)
    while coming.day > _LAST_MEETING_DAY:
        coming += timedelta(days=1)
    month = Month.of(coming)
    held = tuple(month.plus(-back).day(coming.day) for back in range(months, 0, -1))
    return Past(now, held[0] - timedelta(days=12), OnSolarDay(coming.day), held, coming)


def people_of(seed: int, members: int) -> list[Villager]:
    """So many of the village: the board, women who visit the oldest, somebody poor, and others."""
    people = {each.name: each for each in villagers(seed)}
    again = 0
    while len(people) < members:
        again += 1
        for number, each in enumerate(villagers(seed + again * 7_919)[len(CAST) :]):
            phone = each.phone and f"+84913{again:03}{number:03}"
            people.setdefault(each.name, replace(each, phone=phone))
    cast, rest = list(people.values())[: len(CAST)], list(people.values())[len(CAST) :]
    carers = [each for each in rest if each.sex == "female" and each.age < CARERS_UNDER][:CARERS]
    others = [each for each in rest if each not in carers]
    others[0] = replace(others[0], hardship="poor")
    return [*cast, *carers, *others][:members]


def _live(db: Connection, village: Village, *, late: bool) -> None:
    open_books(db, village)
    settle_lending(db, village)
    train_board(db, village)
    owed = Owed()
    for number, day in enumerate(village.past.held):
        if not (late and day == village.past.held[-1]):
            close_months_before(db, village, day)
        meet(db, village, number, day, owed=owed)
        if day == village.past.held[-1] - _between_the_last_two(village):
            teach_on(db, village, day + timedelta(days=20))
    coming = plan_meeting(db, village, village.past.coming, len(village.past.held))
    answer_coming_meeting(db, village, coming)
    read_lessons(db, village)
    if len(village.past.held) > 1:
        ask_about_need(db, village)
    if not late:
        close_months_before(db, village, village.past.today)


def _between_the_last_two(village: Village) -> timedelta:
    held = village.past.held
    return held[-1] - held[-2] if len(held) > 1 else timedelta(days=1)
