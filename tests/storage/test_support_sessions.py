"""Swaps, drops and hours when several come at once; certificates are the sum of the check-ins."""

import asyncio
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import Connection, func, select

from club.members import Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.members.enter_member import NewMember, enter_member, give_office
from storage.changes.volunteers.block_volunteer import BlockVolunteer, VolunteerBlocked
from storage.changes.volunteers.change_session import ChangeCapacity
from storage.changes.volunteers.check_in import CheckIn
from storage.changes.volunteers.dispute_hours import DecideHours, DisputeHours
from storage.changes.volunteers.drop_session import DropSession, SessionDropped
from storage.changes.volunteers.issue_certificate import IssueCertificate
from storage.changes.volunteers.swap_session import OfferPlace, PlaceTakenOver, TakeOverPlace
from storage.changes.volunteers.take_session import TakeSession
from storage.queries.volunteers.certificates import verified
from storage.queries.volunteers.sessions import signed_up
from storage.store import Store
from storage.tables.sessions import signups
from tests.storage.test_signing_up import (
    BEGINS,
    NOW,
    TODAY,
    deed_of,
    new_club,
    new_session,
    new_volunteers,
    places,
    store,
)

__all__ = ["store"]


def later(deed: Deed, cause: str, **after: float) -> Deed:
    """The same person does something else, some time later."""
    now = deed.now + timedelta(**after)
    return Deed(deed.chat_id, deed.channel, deed.person_id, deed.club_id, now, now.date(), cause)


def board(db: Connection, *roles: Role) -> list[Deed]:
    deeds = []
    for number, role in enumerate(roles):
        new = NewMember(f"Phạm Văn {number}", 1958, "male", date(2026, 5, 4))
        entered = enter_member(db, 1, new, NOW)
        give_office(db, 1, entered.person_id, role.value, date(2026, 5, 4))
        deeds.append(deed_of(db, entered.person_id, 1))
    return deeds


async def test_of_two_who_take_one_offered_place_at_once_one_has_it(store: Store) -> None:
    def prepare(db: Connection) -> list[Deed]:
        new_club(db)
        new_session(db, 1)
        return new_volunteers(db, 3)

    first, *others = store.change(prepare)
    store.change(TakeSession(1).carry_out, first)
    store.change(OfferPlace(1, None).carry_out, later(first, "offer"))
    done = [store.change_soon(TakeOverPlace(1).carry_out, each) for each in others]
    outcomes = await asyncio.gather(*done, return_exceptions=True)
    assert sum(isinstance(each, PlaceTakenOver) for each in outcomes) == 1
    refused = [each.code for each in outcomes if isinstance(each, Refused)]
    assert refused == [Code.NOTHING_WAITING]
    assert places(store) == ["dropped", "taking"]


async def test_a_swap_and_a_drop_at_once_leave_one_place_for_one(store: Store) -> None:
    def prepare(db: Connection) -> list[Deed]:
        new_club(db)
        new_session(db, 1)
        return new_volunteers(db, 2)

    first, other = store.change(prepare)
    store.change(TakeSession(1).carry_out, first)
    store.change(OfferPlace(1, other.person_id).carry_out, later(first, "offer"))
    outcomes = await asyncio.gather(
        store.change_soon(DropSession(1).carry_out, later(first, "drop")),
        store.change_soon(TakeOverPlace(1).carry_out, other),
        return_exceptions=True,
    )
    done = [each for each in outcomes if isinstance(each, SessionDropped | PlaceTakenOver)]
    refused = [each.code for each in outcomes if isinstance(each, Refused)]
    assert len(done) == 1
    assert refused == [Code.NOTHING_WAITING]
    assert places(store) in (["dropped"], ["dropped", "taking"])


async def test_nobody_blocked_slips_into_a_session_meanwhile(store: Store) -> None:
    def prepare(db: Connection) -> tuple[list[Deed], list[Deed]]:
        new_club(db)
        for day in range(4):
            new_session(db, 2, begins=BEGINS + timedelta(days=day))
        return board(db, Role.CHAIR), new_volunteers(db, 1)

    [chair], [who] = store.change(prepare)
    store.change(TakeSession(1).carry_out, who)
    block = store.change_soon(BlockVolunteer(who.person, "vắng hai lần").carry_out, chair)
    takes = [
        store.change_soon(TakeSession(number).carry_out, later(who, f"take {number}"))
        for number in (2, 3, 4)
    ]
    blocked, *rest = await asyncio.gather(block, *takes, return_exceptions=True)
    assert isinstance(blocked, VolunteerBlocked)
    refused = [each.code for each in rest if isinstance(each, Refused)]
    assert set(refused) <= {Code.VOLUNTEER_BLOCKED}
    assert set(places(store)) == {"dropped"}


async def test_fewer_places_for_others_than_were_said_are_refused(store: Store) -> None:
    def prepare(db: Connection) -> tuple[list[Deed], list[Deed]]:
        new_club(db)
        new_session(db, 3)
        return board(db, Role.CHAIR), new_volunteers(db, 3)

    [chair], deeds = store.change(prepare)
    for number, each in enumerate(deeds):
        store.change(TakeSession(1).carry_out, later(each, f"take {number}", minutes=number))
    store.change(DropSession(1).carry_out, later(deeds[2], "drop"))
    with pytest.raises(Refused) as no:
        store.change(ChangeCapacity(1, 1, (deeds[2].person,)).carry_out, chair)
    assert no.value.code is Code.BOOKS_CHANGED
    fewer = ChangeCapacity(1, 1, (deeds[1].person,))
    assert [each.person_id for each in store.change(fewer.carry_out, chair).in_line] == [
        deeds[1].person
    ]
    back = store.change(ChangeCapacity(1, 2, ()).carry_out, later(chair, "more"))
    assert back.risen == (deeds[1].person,)


def _said_of_some_session(
    chance: Random, step: int, officers: list[Deed], who: Deed
) -> tuple[Deed, CheckIn | DisputeHours | DecideHours]:
    """She notes or disputes a time, or an officer notes or decides one."""
    number, minutes = chance.randint(1, 5), chance.choice((0, 20, 45, 60))
    by_board = later(chance.choice(officers), f"step {step}", days=12)
    by_her = later(who, f"step {step}", days=12)
    return chance.choice(
        (
            (by_her, CheckIn(number, who.person, max(minutes, 1))),
            (by_board, CheckIn(number, who.person, minutes)),
            (by_her, DisputeHours(number, max(minutes, 1), "khác")),
            (by_board, DecideHours(chance.randint(1, 4), minutes)),
        )
    )


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(each, marks=pytest.mark.long) for each in range(2, 8))]
)
def test_a_certificate_is_the_sum_of_what_both_sides_agree_on(store: Store, seed: int) -> None:
    """Whatever is said, noted, corrected, disputed and decided, in any order."""
    chance = Random(seed)
    officers, who = store.change(_five_sessions)
    for number in range(1, 6):
        store.change(TakeSession(number).carry_out, later(who, f"take {number}"))
    codes: dict[str, dict[int, int]] = {}
    for step in range(60):
        deed, change = _said_of_some_session(chance, step, officers, who)
        try:
            store.change(change.carry_out, deed)
        except Refused:
            continue
        agreed = _agreed(store)
        if agreed:
            span = IssueCertificate(TODAY, TODAY + timedelta(days=30))
            issued = store.change(span.carry_out, later(who, f"paper {step}", days=12)).certificate
            assert dict(issued.lines) == agreed
            assert issued.minutes == sum(agreed.values())
            codes[issued.code] = agreed
        _hold_while_nothing_changed(store, codes, agreed)
    assert codes


def _five_sessions(db: Connection) -> tuple[list[Deed], Deed]:
    new_club(db)
    for day in range(5):
        new_session(db, 2, begins=BEGINS + timedelta(days=day))
    return board(db, Role.CHAIR, Role.SECRETARY), new_volunteers(db, 1)[0]


def _hold_while_nothing_changed(
    store: Store, codes: dict[str, dict[int, int]], agreed: dict[int, int]
) -> None:
    with store.reading() as db:
        for code, then in codes.items():
            found = verified(db, code)
            assert found is not None
            assert found.holds == all(agreed.get(each) == then[each] for each in then)
            assert found.minutes == sum(then.values())


def _agreed(store: Store) -> dict[int, int]:
    """By session: noted by the other side, and she has said nothing else."""
    with store.reading() as db:
        found: dict[int, int] = {}
        for number in range(1, 6):
            for each in signed_up(db, number):
                if each.minutes is not None:
                    assert each.noted == each.minutes
                    assert each.said in {None, each.minutes}
                    found[number] = each.minutes
        counted = db.execute(
            select(func.count()).where(signups.c.checked_in_at.is_not(None))
        ).scalar_one()
        assert counted == len(found)
        return found
