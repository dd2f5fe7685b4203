"""Nothing of an office reaches an account on which the office waits, whatever she used last; what
is hers as a member does (Club rules, F.1).
"""

import ast
import inspect
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from club.calendar import Month
from club.in_office import InOffice
from club.reminders import OF_OFFICE
from handlers.news import news
from messages.own import second_chat as say
from scheduler.planning import OFFICE_WAITS, REMINDINGS
from storage import outbox as box
from storage.outbox import Letter, hearer_in, hearers_of_persons
from storage.queries import Connection
from storage.queries.meetings.minutes import minute_takers
from storage.queries.members.accounts import who_could_confirm
from storage.queries.members.boards import board, holders
from storage.queries.members.households import offices_held
from storage.queries.members.members import member_persons
from storage.queries.money.cash_keepers import cash_keeper_for
from storage.queries.practice import open_stranger
from storage.second_chats import pass_on
from storage.tables.channels import chat_uses
from storage.tables.chats import chats
from tests.kit.owing import pays_until
from tests.kit.planned import at, at_the_moment, plan_a_meeting, reminders_of
from tests.kit.sources import python_files
from tests.kit.village import Phone, Village, village


@pytest.fixture
async def v(database_url: str) -> AsyncIterator[Village]:
    async with village(database_url) as opened:
        yield opened


def _new_account(v: Village, name: str) -> Phone:
    """A second account of hers, used last and chosen, whose offices wait."""
    person, key = v.phones[name].person_id, f"{name}-new"
    assert person is not None
    with v.store.writing() as db:
        open_stranger(db, "web", key, v.clock.now())
        hers = update(chats).where(chats.c.key == key)
        db.execute(hers.values(person_id=person, offices_wait=True))
        number = db.execute(select(chats.c.id).where(chats.c.key == key)).scalar_one()
        now = v.clock.now()
        db.execute(chat_uses.insert().values(chat_id=number, used_at=now, chosen_at=now))
    phone = Phone(v, key, person)
    v.phones[key] = v.by_key[key] = phone
    return phone


def _chat(db: Connection, phone: Phone) -> int:
    return int(db.execute(select(chats.c.id).where(chats.c.key == phone.key)).scalar_one())


def _becomes(v: Village, phone: Phone, **values: object) -> None:
    with v.store.writing() as db:
        db.execute(update(chats).where(chats.c.key == phone.key).values(**values))


async def _gives(v: Village) -> None:
    """A member's word that only the cashier has to do with."""
    await v.lan.says("/donggop")
    for label in ("Ủng hộ tiền", "50.000 đồng", "tại buổi sinh hoạt"):
        await v.lan.taps(label)
    await v.lan.says("đúng")


async def test_the_office_is_heard_on_the_known_account_whatever_was_used_last(v: Village) -> None:
    new = _new_account(v, "giang")
    await _gives(v)
    assert "Đỗ Thị Lan" in v.giang.everything
    assert new.messages == []
    _becomes(v, new, offices_wait=None)
    before = len(v.giang.messages)
    await _gives(v)
    assert "Đỗ Thị Lan" in new.everything
    assert len(v.giang.messages) == before


async def test_without_a_known_account_the_office_is_silent_and_the_member_hears(
    v: Village,
) -> None:
    new = _new_account(v, "giang")
    _becomes(v, v.giang, unreachable="blocked")
    await _gives(v)
    assert new.messages == []
    await v.hoa.says("cứu tôi với")
    assert "Nguyễn Thị Hoa" in v.binh.everything
    assert new.messages == []


async def test_one_told_in_both_ways_hears_what_is_hers(v: Village) -> None:
    """The same person, asked for by her office and as a member, in one answer."""
    new = _new_account(v, "giang")
    _becomes(v, v.giang, unreachable="blocked")
    person = v.giang.person_id
    assert person is not None
    with v.store.reading() as db:
        found = hearers_of_persons(db, [person, InOffice(person)])
        assert [each.key for each in found.of(person)] == [new.key]
        assert list(found.of(InOffice(person))) == []
        assert person in found


async def test_of_the_calendar_she_hears_what_is_hers_and_nothing_of_the_office(v: Village) -> None:
    new = _new_account(v, "binh")
    _becomes(v, v.binh, unreachable="blocked")
    pays_until(v, Month(2026, 11), "cuc", "dao", "em", "giang", "hoa", "lan", "manh")
    plan_a_meeting(v, at(10, 8))
    await at_the_moment(v, at(5, 8), closed=False)
    assert reminders_of(v, "month_not_closed", "binh") == [("dropped", OFFICE_WAITS)]
    assert "chưa khóa" not in new.everything
    await at_the_moment(v, at(13, 8), closed=False)
    assert reminders_of(v, "fee_not_paid", "binh") == [("queued", None)]
    assert "phí tháng 11/2026" in new.everything


async def test_what_does_not_arrive_at_the_known_account_is_not_passed_on_to_the_new_one(
    v: Village,
) -> None:
    new = _new_account(v, "giang")
    card = news(say.joined_there("web")).as_json()

    def passed(db: Connection, phone: Phone) -> bool:
        hearer = hearer_in(db, _chat(db, phone))
        letter = Letter(v.clock.new_id(), hearer, "notice", card)
        box.put(db, [letter], run=0, now=v.clock.now())
        return pass_on(db, hearer.chat_id, letter.id)

    assert not v.store.change(passed, v.giang)
    assert v.store.change(passed, new)
    _becomes(v, new, offices_wait=None)
    assert v.store.change(passed, v.giang)


async def test_whoever_is_read_out_of_an_office_is_marked(v: Village) -> None:
    """Every way to people by their office gives their number so; as members they are plain."""
    club, today, hoa = v.club.club_id, v.clock.now().date(), v.hoa.person_id
    assert hoa is not None
    with v.store.reading() as db:
        found = [each.person_id for each in board(db, club, today)]
        found += holders(db, club, today, "chair", "cashier")
        found += [each.holder.id for each in offices_held(db, club, today)]
        found += who_could_confirm(db, club, hoa, today)
        found += minute_takers(db, club, hoa, today)
        found += [cash_keeper_for(db, club, hoa, today) or 0]
        assert len(found) > 15
        assert {type(each) for each in found} == {InOffice}
        assert {type(each) for each in member_persons(db, club)} == {int}


async def test_a_marked_number_is_the_same_number_in_the_database(v: Village) -> None:
    """Alone and among plain ones."""
    person, other = v.giang.person_id, v.hoa.person_id
    assert person is not None and other is not None
    with v.store.reading() as db:
        for asked in ([InOffice(person)], [InOffice(person), other], [other, InOffice(person)]):
            found = hearers_of_persons(db, asked)
            assert [each.key for each in found.of(person)] == [v.giang.key]
        same = select(chats.c.key).where(chats.c.person_id == InOffice(person))
        assert db.execute(same).scalar_one() == v.giang.key


def test_every_reminder_that_goes_to_a_board_is_of_an_office() -> None:
    """Whatever asks `board_of`, or a query that does, for whom it is planned."""
    asking = _asking("board_of")
    assert len(asking) > 5
    found = [
        each.kinds for each in REMINDINGS if _called(_source(each.plan)) & asking and each.kinds
    ]
    assert len(found) > 7
    assert [kinds for kinds in found if not OF_OFFICE & set(kinds)] == []


def _asking(name: str) -> set[str]:
    """Functions of the queries that call this one, or one that calls it."""
    trees = [ast.parse(each.read_text("utf-8")) for each in python_files("storage")]
    nodes = [each for tree in trees for each in ast.walk(tree)]
    functions = [each for each in nodes if isinstance(each, ast.FunctionDef)]
    asking = {name}
    while more := {each.name for each in functions if _called(each) & asking} - asking:
        asking |= more
    return asking


def _source(of: object) -> ast.AST:
    file = inspect.getsourcefile(inspect.unwrap(of))  # type: ignore[arg-type]
    assert file is not None
    return ast.parse(Path(file).read_text("utf-8"))


def _called(tree: ast.AST) -> set[str]:
    calls = [each.func for each in ast.walk(tree) if isinstance(each, ast.Call)]
    named = {each.id for each in calls if isinstance(each, ast.Name)}
    return named | {each.attr for each in calls if isinstance(each, ast.Attribute)}
