"""Whatever is confirmed once is in the books once, however often and by whomever it is said."""

import asyncio
import random

import pytest
from sqlalchemy import text

from handlers.talk.heard import Kind
from storage.changes.members.enter_member import give_office
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.money.ledger import cash_by_fund
from tests.kit.village import FOUNDED, Phone, Village, village

STEPS = 15


async def said_again_perhaps(chance: random.Random, phone: Phone, said: str, key: str) -> None:
    """Says it once, or lets the same update arrive two or three times."""
    for _ in range(chance.choice((1, 2, 3))):
        await phone.says(said, key=key)


async def tells_of_a_gift(v: Village, chance: random.Random, step: int) -> None:
    phone = chance.choice((v.hoa, v.lan, v.dao, v.giang))
    await phone.says("/donggop")
    for answer in ("2", f"{chance.randint(1, 99)} nghìn", "1"):
        await phone.says(answer)
    await said_again_perhaps(chance, phone, "đúng", f"tell{step}")
    if chance.random() < 0.15:
        await phone.taps("Rút lại")


async def answers_what_waits(v: Village, chance: random.Random, step: int) -> None:
    """Both cashiers and the chair go at the same contribution, all at the same time."""
    with v.store.reading() as db:
        waiting = list(db.execute(text("SELECT id FROM declarations WHERE state = 'waiting'")))
    if not waiting:
        return
    number = chance.choice(waiting)[0]
    everybody = [v.giang, v.manh, v.binh]
    chance.shuffle(everybody)
    for phone in everybody:
        await phone.says(f"s:confirm_contribution:{number}", kind=Kind.PRESS)
    answer = chance.choice(("Tiền đã ở trong tay", "Tiền đã ở trong tay", "Chưa nhận được"))
    async with asyncio.TaskGroup() as at_once:
        for place, phone in enumerate(everybody):
            said = said_again_perhaps(chance, phone, answer, f"answer{step}.{place}")
            at_once.create_task(said)


def _another_cashier(db: Connection, v: Village) -> None:
    give_office(db, v.club.club_id, v.manh.person_id or 0, "cashier", FOUNDED)


async def books_hold(v: Village) -> None:
    """What was confirmed and what is in the books are the same, one for one."""
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []
        confirmed = list(
            db.execute(
                text("SELECT amount, transaction_id FROM declarations WHERE state = 'confirmed'")
            )
        )
        entries = list(db.execute(text("SELECT id FROM transactions ORDER BY id")).scalars())
        gifts = db.execute(text("SELECT sum(amount), count(*) FROM golden_heart")).one()
        cash = sum(each.dong for each in cash_by_fund(db, v.club.club_id).values())
    assert sorted(each.transaction_id for each in confirmed) == entries
    assert cash == sum(each.amount for each in confirmed) == (gifts[0] or 0)
    assert gifts[1] == len(confirmed)


@pytest.mark.parametrize("seed", range(2))
async def test_confirmed_once_is_in_the_books_once(database_url: str, seed: int) -> None:
    await _a_day(database_url, seed, STEPS)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120))
async def test_confirmed_once_is_in_the_books_once_for_long(database_url: str, seed: int) -> None:
    await _a_day(database_url, seed, 5 * STEPS)


async def _a_day(url: str, seed: int, steps: int) -> None:
    chance = random.Random(seed)
    async with village(url) as v:
        v.store.change(_another_cashier, v)
        for step in range(steps):
            doing = chance.choice((tells_of_a_gift, answers_what_waits, answers_what_waits))
            await doing(v, chance, step)
            await books_hold(v)
