"""Several processes at once: each change is carried out by one of them, the others are told no."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import select, text

from club.invitations import digest_of, secret_carried
from club.members import Role
from club.money import Money
from club.refusals import Code, Refused
from messages import everywhere as say
from messages.cards import Card
from storage import conversations, outbox
from storage.changes.deed import Command, Deed
from storage.changes.joining.accept_invitation import AcceptInvitation
from storage.changes.joining.invite import Invite
from storage.changes.money.carry_to_tin import CarryToTin
from storage.changes.money.confirm_contribution import ConfirmContribution, RefuseContribution
from storage.changes.money.declare_contribution import DeclareContribution, TakeBackContribution
from storage.outbox import Letter
from storage.queries import Connection
from storage.queries.faults.books_faults import books_faults
from storage.queries.members.offices import held_offices
from storage.queries.money.contributions import Contribution
from storage.queries.money.ledger import cash_by_fund, entries_of, places_of
from storage.store import Store
from storage.tables.chats import chats
from tests.kit.village import Phone, Village, village

MANY = 4


def deed_of(v: Village, phone: Phone, cause: str) -> Deed:
    now = v.clock.now()
    return Deed(1, "web", phone.person_id, v.club.club_id, now, now.date(), cause)


async def at_once(v: Village, commands: Sequence[tuple[Phone, Command]]) -> list[object]:
    """Each in a transaction and thread of its own; a fact or a refusal for each."""

    def carried_out(db: Connection, number: int) -> object:
        phone, command = commands[number]
        return command.carry_out(db, deed_of(v, phone, f"at once {number}"))

    numbers = range(len(commands))
    done = (asyncio.to_thread(v.store.change, carried_out, number) for number in numbers)
    return list(await asyncio.gather(*done, return_exceptions=True))


def declared(v: Village, phone: Phone, amount: int, kind: str = "fee") -> Contribution:
    command = DeclareContribution(
        member_id=phone.member_id or 0, kind=kind, amount=Money(amount), paid_how="meeting"
    )
    deed = deed_of(v, phone, f"declared {phone.key} {amount}")
    return v.store.change(command.carry_out, deed).declaration


def one_did(done: Sequence[object]) -> bool:
    """One fact, else refusals; anything else that was raised is a fault."""
    refused = [each for each in done if isinstance(each, Refused)]
    facts = [each for each in done if not isinstance(each, BaseException)]
    return len(facts) == 1 and len(refused) == len(done) - 1


def entries(v: Village) -> int:
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []
        return len(entries_of(db, v.club.club_id))


async def test_one_of_many_confirmations_is_booked(database_url: str) -> None:
    async with village(database_url) as v:
        given = declared(v, v.hoa, 10_000)
        done = await at_once(v, [(v.giang, ConfirmContribution(given.id))] * MANY)
        assert one_did(done)
        assert entries(v) == 1


async def test_a_yes_a_no_and_a_taking_back(database_url: str) -> None:
    async with village(database_url) as v:
        given = declared(v, v.hoa, 10_000, "money")
        commands: list[tuple[Phone, Command]] = [
            (v.giang, ConfirmContribution(given.id)),
            (v.giang, RefuseContribution(given.id, "chưa nhận được")),
            (v.hoa, TakeBackContribution(given.id)),
            (v.giang, ConfirmContribution(given.id)),
        ]
        assert one_did(await at_once(v, commands))
        assert entries(v) <= 1


async def test_of_what_was_taken_back_nobody_hears_that_it_was_done(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        given = declared(v, v.hoa, 10_000, "money")
        v.store.change(TakeBackContribution(given.id).carry_out, deed_of(v, v.hoa, "back"))
        for late in (ConfirmContribution(given.id), RefuseContribution(given.id, "chưa")):
            (no,) = await at_once(v, [(v.giang, late)])
            assert isinstance(no, Refused) and no.code is Code.ANSWERED


async def test_who_is_answered_just_now_is_told_of_others_all_the_same(postgres_url: str) -> None:
    """Or two who speak of one thing at once wait for each other until the database ends one."""
    async with village(postgres_url) as v:
        hers = select(chats.c.id).where(chats.c.key == v.hoa.key)
        with v.store.writing() as db:
            chat_id = db.execute(hers).scalar_one()
            (talk,) = conversations.load(db, [chat_id], v.clock.now().date()).values()
            letter = Letter(
                v.clock.new_id(), talk.hearer, "notice", Card(say.interrupted()).as_json()
            )
            await asyncio.to_thread(_written, v.store, letter, v)


def _written(store: Store, letter: Letter, v: Village) -> None:
    with store.writing() as db:
        db.execute(text("SET LOCAL lock_timeout = '2s'"))
        outbox.put(db, [letter], run=v.clock.run, now=v.clock.now())


async def test_fees_of_many_members_leave_no_gap(database_url: str) -> None:
    async with village(database_url) as v:
        members = (v.hoa, v.lan, v.manh, v.dao)
        commands: list[tuple[Phone, Command]] = [
            (v.giang, ConfirmContribution(declared(v, each, 5_000).id)) for each in members
        ]
        done = await at_once(v, commands)
        assert not [each for each in done if isinstance(each, BaseException)]
        assert entries(v) == len(members)
        with v.store.reading() as db:
            assert sum(each.dong for each in cash_by_fund(db, v.club.club_id).values()) == 20_000


async def test_what_is_carried_to_the_tin_is_carried_once(database_url: str) -> None:
    async with village(database_url) as v:
        given = declared(v, v.giang, 10_000)
        v.store.change(ConfirmContribution(given.id).carry_out, deed_of(v, v.binh, "by the chair"))
        with v.store.reading() as db:
            (hands,) = (each for each in places_of(db, v.club.club_id) if each.kind == "hands")
        carrying = CarryToTin(hands.id, Money(10_000))
        assert one_did(await at_once(v, [(v.giang, carrying)] * MANY))
        assert entries(v) == 2


async def test_a_link_gives_the_office_to_one(database_url: str) -> None:
    async with village(database_url) as v:
        made = v.store.change(Invite(Role.DEPUTY).carry_out, deed_of(v, v.binh, "invites"))
        secret = secret_carried(made.carried)
        assert secret is not None
        accepting = AcceptInvitation(digest=digest_of(secret))
        done = await at_once(v, [(each, accepting) for each in (v.hoa, v.lan, v.manh)])
        assert one_did(done)
        with v.store.reading() as db:
            held = held_offices(db, v.club.club_id, v.clock.now().date())
        assert len([each for each in held if each.role is Role.DEPUTY]) == 2
