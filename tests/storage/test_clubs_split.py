"""A part of a club founds a club of its own: the books of both hold together (Club rules, E.4)."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, select

from club.accounts import Source
from club.money import Money, total
from club.refusals import Code
from club.repayments import sum_to_close
from storage.changes.loans.take_repayment import TakeRepayment
from storage.changes.members.change_member import put_into_group
from storage.changes.members.officer_matters import OfficerAnswered
from storage.changes.members.split_club import SplitClub
from storage.changes.money.change_fee import ChangeOwnFee
from storage.changes.money.owed_money import GiveBack
from storage.changes.money.second_person import Agreed, AgreeTo, Proposed
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.loans.lending import borrower
from storage.queries.loans.loans import running_loans
from storage.queries.members.boards import holders
from storage.queries.members.clubs_ended import belongings, own_money
from storage.queries.members.members import member_persons
from storage.queries.money.closing import months_over
from storage.queries.money.fees import fee_rates_of
from storage.queries.money.owed import owed_items
from storage.queries.settings.settings import setting
from storage.store import Store
from storage.tables.areas import clubs
from storage.tables.board_life import officer_matters
from storage.tables.people import groups, members
from tests.kit.club_books import FOUNDED, ClubBooks, agreed
from tests.kit.two_clubs import Two, lives


@pytest.fixture
def two(database_url: str) -> Iterator[Two]:
    store = Store(database_url)
    yield Two(store)
    store.close_now()


GO = ("hoa", "lan", "manh")


def grouped(two: Two, go: tuple[str, ...] = GO) -> tuple[int, int]:
    """Who goes is in the second group, everybody else in the first."""
    return two.store.change(_grouped, two.goes, go)


def _grouped(db: Connection, books: ClubBooks, go: tuple[str, ...]) -> tuple[int, int]:
    made = []
    for name in ("Tổ Một", "Tổ Hai"):
        row = {"club_id": books.club_id, "name": name}
        made.append(db.execute(groups.insert().returning(groups.c.id), row).scalar_one())
    for name, who in books.people.items():
        put_into_group(db, who.member_id, made[name in go], books.today)
    return made[0], made[1]


def wanted(two: Two, group: int, percent: int = 40, board: tuple[str, ...] = GO) -> SplitClub:
    numbers = tuple(two.goes.people[each].member_id for each in board)
    return SplitClub(name="CLB Thôn Hạ", groups=(group,), percent=percent, board=numbers)


def matter(two: Two, command: SplitClub) -> int:
    proposed = two.goes.does("chair", command)
    assert isinstance(proposed, Proposed), proposed
    said = two.goes.does("bookkeeper", AgreeTo(proposed.proposal.id))
    assert isinstance(said, Agreed), said
    with two.store.reading() as db:
        return int(db.execute(select(func.max(officer_matters.c.id))).scalar_one())


def founded(two: Two) -> int:
    with two.store.reading() as db:
        found = db.execute(select(clubs.c.id).where(clubs.c.name == "CLB Thôn Hạ")).scalar_one()
    return int(found)


def asked(two: Two, query: Any, club_id: int, *more: Any) -> Any:
    with two.store.reading() as db:
        return query(db, club_id, *more)


def test_a_part_goes_and_nothing_is_lost(two: Two) -> None:
    lives(two)
    two.counted()
    _, group = grouped(two)
    before, sources = two.goes.asked(belongings), by_source(two, two.goes.club_id)
    share = next(each for each in two.goes.asked(owed_items) if each.kind == "share")
    came = two.officer_says(matter(two, wanted(two, group)))
    assert isinstance(came, OfficerAnswered), came
    new = founded(two)
    here, there = two.goes.asked(belongings), asked(two, belongings, new)
    assert here.funds + there.funds == before.funds
    assert here.owed + there.owed == before.owed
    assert here.lent + there.lent == before.lent
    assert (here.people, there.people) == (5, 3)
    assert there.owed == share.left
    assert [each.kind for each in two.goes.asked(owed_items)] == ["lent"]
    parts = by_source(two, new)
    for source, amount in by_source(two, two.goes.club_id).items():
        assert amount + parts.get(source, Money(0)) == sources[source]
    assert two.goes.faults == []
    assert asked(two, books_faults, new) == []


def by_source(two: Two, club_id: int) -> dict[Source, Money]:
    claims = [each for own in asked(two, own_money, club_id).values() for each in own]
    found = {each.source for each in claims if each.source is not None}
    return {one: total(e.amount for e in claims if e.source is one) for one in found}


def test_the_new_club_works_at_once(two: Two) -> None:
    """Board, rules and fee are there; a loan is repaid and a share given back in it."""
    loan = lives(two)
    two.counted()
    _, group = grouped(two)
    borrower = next(e for e in two.goes.asked(running_loans) if e.id == loan).borrower
    two.officer_says(matter(two, wanted(two, group, 60, ("hoa", "manh", "lan"))))
    new = ClubBooks.__new__(ClubBooks)
    new.__dict__.update(two.goes.__dict__)
    new.club = _replaced(two, founded(two))
    chair = asked(two, holders, new.club_id, new.today, "chair")
    assert chair == [two.goes.people["hoa"].person_id]
    assert asked(two, fee_rates_of, new.club_id).club[-1].amount == Money(5_000)
    assert asked(two, setting, new.club_id, "loan_member_months", new.today) == 0
    assert asked(two, months_over, new.club_id, new.today) == []
    running = new.asked(running_loans)
    assert [each.borrower for each in running] == [borrower]
    paid = new.does("lan", TakeRepayment(running[0].id, new.club.tin, Money(50_000)))
    assert not isinstance(paid, Code), paid
    item = new.asked(owed_items)[0]
    back = new.does("lan", GiveBack(item.id, new.club.tin, item.left))
    assert isinstance(back, Proposed), back
    said = new.does("manh", AgreeTo(back.proposal.id))
    assert isinstance(said, Agreed), said
    assert new.asked(owed_items) == []
    assert new.faults == []


def _replaced(two: Two, club_id: int) -> Any:
    from dataclasses import replace

    from storage.changes.money.book import place_of_kind

    tin = two.store.change(place_of_kind, club_id, "tin")
    return replace(two.goes.club, club_id=club_id, tin=tin)


def test_how_long_she_is_a_member_and_what_she_pays_goes_along(two: Two) -> None:
    loan = lives(two)
    rest = sum_to_close(
        next(e for e in two.goes.asked(running_loans) if e.id == loan).instalments, two.goes.today
    )
    assert two.goes.does("cashier", TakeRepayment(loan, two.goes.club.tin, rest)).is_all_repaid
    lan = two.goes.people["lan"]
    own = ChangeOwnFee(member_id=lan.member_id, amount=Money(2_000), reason="nhà khó khăn")
    agreed(two.goes, "chair", "bookkeeper", own)
    two.counted()
    _, group = grouped(two)
    two.officer_says(matter(two, wanted(two, group)))
    new = founded(two)
    rates = asked(two, fee_rates_of, new)
    numbers = {}
    with two.store.reading() as db:
        for name in GO:
            person = two.goes.people[name].person_id
            there = select(members.c.id).where(
                members.c.club_id == new, members.c.person_id == person
            )
            numbers[name] = db.execute(there).scalar_one()
        who = borrower(db, numbers["hoa"], two.goes.today)
    assert (who.joined_on, who.loans_repaid) == (FOUNDED, 1)
    assert [each.rate.amount for each in rates.own[numbers["lan"]] if each.rate] == [Money(2_000)]
    assert list(rates.own) == [numbers["lan"]]


def test_who_holds_an_office_hands_it_over_before(two: Two) -> None:
    lives(two)
    two.counted()
    _, group = grouped(two, ("cashier", *GO))
    assert two.goes.does("chair", wanted(two, group)) is Code.OFFICE_GOES


def test_too_few_cannot_go_nor_everybody(two: Two) -> None:
    lives(two)
    two.counted()
    first, group = grouped(two, ("hoa", "lan"))
    assert two.goes.does("chair", wanted(two, group)) is Code.NOBODY_STAYS
    every = SplitClub(name="x", groups=(first, group), percent=1, board=wanted(two, group).board)
    assert two.goes.does("chair", every) is Code.NOBODY_STAYS


def test_the_board_is_three_of_those_who_go(two: Two) -> None:
    lives(two)
    two.counted()
    _, group = grouped(two)
    for board in (("hoa", "hoa", "lan"), ("hoa", "lan", "deputy"), ("hoa", "lan")):
        assert two.goes.does("chair", wanted(two, group, board=board)) is Code.NOT_FOUND
    assert two.goes.does("deputy", wanted(two, group)) is Code.NOT_ALLOWED


def test_what_changed_meanwhile_is_asked_again_and_no_is_no(two: Two) -> None:
    lives(two)
    _, group = grouped(two)
    assert two.goes.does("chair", wanted(two, group)) is Code.FINISH_FIRST
    two.counted()
    number = matter(two, wanted(two, group))
    two.goes.gets(10_000)
    assert two.officer_says(number) is Code.FINISH_FIRST
    assert two.goes.does("chair", wanted(two, group)) is Code.WAITS_ALREADY
    assert isinstance(two.officer_says(number, yes=False), OfficerAnswered)
    assert len(two.goes.asked(member_persons)) == 8
    with two.store.reading() as db:
        gone = db.execute(select(members.c.id).where(members.c.reason == "split")).all()
    assert gone == []


@pytest.mark.parametrize("percent", [0, 100])
def test_loans_and_cash_bound_what_goes(two: Two, percent: int) -> None:
    """No percentage takes a loan away from what stands behind it, nor cash that is not there."""
    lives(two)
    two.counted()
    _, group = grouped(two)
    two.officer_says(matter(two, wanted(two, group, percent)))
    new = founded(two)
    here, there = two.goes.asked(belongings), asked(two, belongings, new)
    assert there.funds >= there.lent
    assert here.cash >= Money(0)
    assert there.cash >= Money(0)
    assert two.goes.faults == []
    assert asked(two, books_faults, new) == []
