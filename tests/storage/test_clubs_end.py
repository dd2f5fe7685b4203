"""Two clubs become one, a club is dissolved: the books of both hold together (Club rules, E.4)."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from club.accounts import Source
from club.calendar import Month
from club.money import Money, total
from club.refusals import Code
from club.repayments import sum_to_close
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.members.end_club import DissolveClub, MergeInto
from storage.changes.members.officer_matters import OfficerAnswered
from storage.changes.money.book import place_of_kind
from storage.changes.money.owed_money import GiveBack
from storage.changes.money.second_person import AgreeTo, Proposed
from storage.changes.money.take_fee import TakeFee
from storage.queries import Connection
from storage.queries.clubs import club_by_code
from storage.queries.loans.loans import loans_in, running_loans
from storage.queries.members.clubs_ended import (
    belongings,
    ended_club_by_code,
    hindrances,
    own_money,
)
from storage.queries.members.members import member_persons
from storage.queries.money.fees import fee_facts
from storage.queries.money.ledger import cash_in, fund_positions
from storage.queries.money.owed import owed_items
from storage.store import Store
from storage.tables.board_life import officer_matters
from storage.tables.books import closed_months
from storage.tables.people import members
from tests.kit.club_books import ClubBooks, agreed
from tests.kit.two_clubs import DOAI, TRUNG, Two, lives


@pytest.fixture
def two(database_url: str) -> Iterator[Two]:
    store = Store(database_url)
    yield Two(store)
    store.close_now()


def test_two_clubs_become_one_and_nothing_is_lost(two: Two) -> None:
    loan = lives(two)
    two.stays.begins_with(5)
    before = [each.asked(belongings) for each in (two.goes, two.stays)]
    sources = _by_source(two)
    left = next(each for each in two.goes.asked(running_loans) if each.id == loan).outstanding
    two.counted()
    came = two.officer_says(two.asked())
    assert isinstance(came, OfficerAnswered), came
    assert two.goes.faults == []
    assert two.stays.faults == []
    after = two.stays.asked(belongings)
    assert after.funds == before[0].funds + before[1].funds
    assert after.owed == before[0].owed + before[1].owed == Money(1_200_000)
    assert after.people == before[0].people + before[1].people
    assert two.goes.asked(belongings).funds == Money(0)
    assert two.goes.asked(belongings).people == 0
    assert _by_source(two) == sources
    running = two.stays.asked(running_loans)
    assert [each.outstanding for each in running] == [left]
    assert running[0].borrower == two.goes.people["hoa"].person_id


def _by_source(two: Two) -> dict[Source, Money]:
    claims = [
        claim
        for books in (two.goes, two.stays)
        for own in books.asked(own_money).values()
        for claim in own
    ]
    found = {each.source for each in claims if each.source is not None}
    return {one: total(e.amount for e in claims if e.source is one) for one in found}


def test_what_goes_on_can_be_paid_and_given_back_in_the_other_club(two: Two) -> None:
    lives(two)
    two.counted()
    two.officer_says(two.asked())
    loan = two.stays.asked(running_loans)[0]
    paid = TakeRepayment(loan.id, two.stays.club.tin, Money(100_000))
    two.stays.does("cashier", paid)
    assert two.stays.asked(running_loans)[0].outstanding < loan.outstanding
    owed = {each.kind: each for each in two.stays.asked(owed_items)}
    assert owed["lent"].lender == "ông Sáu"
    assert owed["share"].person_id == two.goes.people["hoa"].person_id
    back = GiveBack(owed["share"].id, two.stays.club.tin, Money(200_000))
    agreed(two.stays, "cashier", "bookkeeper", back)
    assert [each.kind for each in two.stays.asked(owed_items)] == ["lent"]
    assert two.stays.faults == []


def test_the_last_month_closes_with_the_club_and_its_code_points_on(two: Two) -> None:
    lives(two)
    two.counted()
    two.officer_says(two.asked())
    with two.store.reading() as db:
        months = db.execute(
            select(closed_months.c.month).where(closed_months.c.club_id == two.goes.club_id)
        ).scalars()
        assert sorted(months) == [Month(2026, 8), Month(2026, 9)]
        assert club_by_code(db, DOAI) is None
        ended = ended_club_by_code(db, DOAI)
        assert ended is not None
        assert (ended.into, ended.into_code) == ("CLB Thôn Trung", TRUNG)
        assert ended_club_by_code(db, TRUNG) is None


def test_nothing_happens_while_something_waits_or_the_books_change(two: Two) -> None:
    lives(two)
    merge = MergeInto(two.stays.club_id)
    assert two.goes.does("chair", merge) is Code.FINISH_FIRST
    assert [e.what for e in two.goes.asked(hindrances, two.goes.today)] == ["uncounted"]
    two.counted()
    assert two.goes.does("cashier", merge) is Code.NOT_ALLOWED
    assert two.goes.does("chair", MergeInto(two.goes.club_id)) is Code.CLUBS_TOO_FAR
    matter = two.asked()
    two.goes.gets(10_000)
    assert two.officer_says(matter) is Code.FINISH_FIRST
    assert two.goes.does("chair", merge) is Code.WAITS_ALREADY
    assert isinstance(two.officer_says(matter, yes=False), OfficerAnswered)
    assert two.goes.asked(belongings).people == 8
    assert len(two.goes.asked(loans_in, "running")) == 1


def test_only_the_other_of_the_two_agrees(two: Two) -> None:
    lives(two)
    two.counted()
    proposed = two.goes.does("chair", MergeInto(two.stays.club_id))
    assert isinstance(proposed, Proposed)
    number = proposed.proposal.id
    assert two.goes.does("deputy", AgreeTo(number)) is Code.OWN_AFFAIR
    assert two.goes.does("chair", AgreeTo(number)) is Code.OWN_AFFAIR
    assert two.stays.does("bookkeeper", AgreeTo(number)) is Code.NOT_FOUND


def test_whoever_is_in_both_is_once_in_the_one(two: Two) -> None:
    two.goes.begins_with(1)
    person = two.stays.people["lan"].person_id
    two.store.change(_joins, two.goes, person)
    two.counted()
    two.officer_says(two.asked())
    people = two.stays.asked(member_persons)
    assert sorted(people) == sorted(set(people))
    assert len(people) == 16


def _joins(db: Connection, books: ClubBooks, person: int) -> None:
    row = {
        "club_id": books.club_id,
        "person_id": person,
        "state": "member",
        "asked_at": books.now,
        "joined_on": books.today,
    }
    db.execute(insert(members).values(row))


def test_fees_paid_ahead_stay_paid(two: Two) -> None:
    two.goes.begins_with(1)
    months = (Month(2026, 9), Month(2026, 10), Month(2026, 11))
    hoa = two.goes.people["hoa"].member_id
    taken = TakeFee(member_id=hoa, amount=Money(15_000), happened_on=two.goes.today)
    assert not isinstance(two.goes.does("cashier", taken), Code)
    two.counted()
    two.officer_says(two.asked())
    with two.store.reading() as db:
        there = db.execute(
            select(members.c.id).where(
                members.c.club_id == two.stays.club_id,
                members.c.person_id == two.goes.people["hoa"].person_id,
            )
        ).scalar_one()
        facts = fee_facts(db, two.stays.club_id, there)
    assert [each.month for each in facts.paid] == list(months)
    assert two.stays.faults == []


def test_a_club_is_dissolved_when_nobody_owes_anything(two: Two) -> None:
    goes = two.goes
    lives(two)
    two.counted()
    end = DissolveClub("Hội Người cao tuổi xã Mỹ Đức")
    assert goes.does("chair", end) is Code.FINISH_FIRST
    found = [each.what for each in goes.asked(_all_hindrances, goes.today)]
    assert found == ["owed", "loans"]
    for each in goes.asked(owed_items):
        agreed(goes, "cashier", "bookkeeper", GiveBack(each.id, goes.club.tin, each.left))
    loan = goes.asked(running_loans)[0]
    closing = sum_to_close(loan.instalments, goes.today)
    rest = TakeRepayment(loan.id, goes.club.tin, closing)
    assert goes.does("cashier", rest).is_all_repaid
    two.counted()
    agreed(goes, "bookkeeper", "chair", end)
    with two.store.reading() as db:
        matter = db.execute(select(func.max(officer_matters.c.id))).scalar_one()
    assert isinstance(two.officer_says(matter), OfficerAnswered)
    assert goes.faults == []
    assert all(not each.total for each in goes.asked(fund_positions).values())
    assert goes.asked(member_persons) == []
    with two.store.reading() as db:
        ended = ended_club_by_code(db, DOAI)
    assert ended is not None and ended.into == ""


def _all_hindrances(db: Connection, club_id: int, today: Any) -> Any:
    return hindrances(db, club_id, today, dissolved=True)


def test_money_in_the_bank_goes_to_the_bank(two: Two) -> None:
    two.goes.begins_with(2)
    two.store.change(_to_the_bank, two.goes)
    two.counted()
    assert isinstance(two.officer_says(two.asked()), OfficerAnswered)
    with two.store.reading() as db:
        tin = cash_in(db, two.stays.club_id, two.stays.club.tin)
    assert tin == Money(1_500_000)
    assert two.stays.faults == two.goes.faults == []


def _to_the_bank(db: Connection, books: ClubBooks) -> None:
    from club.ledger import moved
    from storage.changes.money.book import write_entry

    bank = place_of_kind(db, books.club_id, "bank")
    entry = moved(
        fund=books.club.income_fund,
        from_place=books.club.tin,
        to_place=bank,
        amount=Money(500_000),
        happened_on=books.today,
    )
    write_entry(db, books.deed("cashier"), entry)
