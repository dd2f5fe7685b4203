"""Somebody is erased in the very moment in which something of hers is entered, on PostgreSQL."""

import asyncio
from datetime import date, timedelta

from sqlalchemy import select, text

from club.consents import ConsentForm
from club.personal_data.standing_in import stand_in
from storage.changes.deed import Command, Deed
from storage.changes.inserting import inserted
from storage.changes.loans.pay_out_loan import PayOutLoan
from storage.changes.loans.vote_on_loan import VoteOnLoan
from storage.changes.members.enter_member import NewMember, enter_member
from storage.changes.money.declare_contribution import DeclareContribution
from storage.changes.own.ask_erasing import erase_due
from storage.queries import Connection
from storage.queries.loans.loans import LoanState
from storage.tables.books import declarations
from storage.tables.erasing import erasures_asked
from storage.tables.people import persons
from tests.kit.lending import check_books, give_fund, loans_of_phone
from tests.kit.telegram_house import until
from tests.kit.village import Phone, Village, village
from tests.storage.test_loans_at_once import ask, carried_out


def somebody_to_erase(v: Village) -> Phone:
    """A member without a phone whose days are over."""
    return v.store.change(_somebody, v)


def _somebody(db: Connection, v: Village) -> Phone:
    now = v.clock.now()
    new = NewMember("Đinh Thị Mơ", 1950, "female", joined_on=date(2026, 5, 20))
    entered = enter_member(db, v.club.club_id, new, now)
    inserted(
        db,
        erasures_asked,
        club_id=v.club.club_id,
        person_id=entered.person_id,
        form=ConsentForm.SIGNATURE.value,
        asked_at=now - timedelta(days=4),
        due_at=now,
        state="waiting",
    )
    return Phone(v, "mo", entered.person_id, entered.member_id)


async def erased_meanwhile(v: Village, command: Command, deed: Deed) -> None:
    """It is carried out and not yet kept when the erasing begins, which comes after it."""
    with v.store.writing() as db:
        command.carry_out(db, deed)
        erasing = asyncio.create_task(asyncio.to_thread(v.store.change, erase_due, v.clock.now()))
        await until(lambda: erasing.done() or _somebody_waits(v))
    assert await erasing == 1


def _somebody_waits(v: Village) -> bool:
    waits = text("SELECT 1 FROM pg_locks WHERE NOT granted")
    with v.store.reading() as db:
        return db.execute(waits).first() is not None


def deed_of(v: Village, phone: Phone) -> Deed:
    now = v.clock.now()
    return Deed(1, "web", phone.person_id, v.club.club_id, now, now.date(), "just now")


def name_of(v: Village, phone: Phone) -> str:
    with v.store.reading() as db:
        hers = select(persons.c.name).where(persons.c.id == phone.person_id)
        return str(db.execute(hers).scalar_one())


async def test_a_loan_paid_out_just_now_keeps_her_name(postgres_url: str) -> None:
    async with village(postgres_url) as v:
        give_fund(v, 30)
        mo = somebody_to_erase(v)
        loan_id = ask(v, mo, 5).ballot.loan.id
        for voter in (v.binh, v.cuc, v.dao):
            carried_out(v, voter, VoteOnLoan(loan_id, yes=True), f"vote {voter.key}")
        await erased_meanwhile(v, PayOutLoan(loan_id, v.club.tin), deed_of(v, v.giang))
        assert name_of(v, mo) == "Đinh Thị Mơ"
        (loan,) = loans_of_phone(v, mo)
        assert loan.state is LoanState.RUNNING
        check_books(v)


async def test_what_she_told_of_just_now_waits_for_nobody(postgres_url: str) -> None:
    async with village(postgres_url) as v:
        mo = somebody_to_erase(v)
        told = DeclareContribution(member_id=mo.member_id or 0, kind="days", quantity_thousandths=1)
        await erased_meanwhile(v, told, deed_of(v, v.binh))
        assert name_of(v, mo) == stand_in(mo.person_id or 0)
        with v.store.reading() as db:
            assert db.execute(select(declarations.c.state)).scalars().all() == ["taken_back"]
