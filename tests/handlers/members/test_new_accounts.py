"""An office on a new account waits for two others, by whatever way the two come together: a link,
a code, her page, an appointment, a stand-in, two records that become one (Club rules, F.1).
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from club.lost_accounts import NEW_FOR
from club.members import Action, Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.members.appoint import Appoint
from storage.changes.members.join_records import join_records
from storage.changes.members.new_accounts import ConfirmAccount, office_reached
from storage.changes.rights import must_be_allowed
from storage.queries import Connection
from storage.queries.members.accounts import offices_wait_in
from storage.queries.money.proposals import Proposal
from storage.tables.accounts import account_confirmations
from storage.tables.chats import chats
from storage.tables.people import members
from storage.tables.trail import audit
from tests.kit.village import Phone, Village, village


@pytest.fixture
async def v(sqlite_url: str) -> AsyncIterator[Village]:
    async with village(sqlite_url) as opened:
        yield opened


def _chat(db: Connection, phone: Phone) -> int:
    return int(db.execute(select(chats.c.id).where(chats.c.key == phone.key)).scalar_one())


def _linked(db: Connection, v: Village, phone: Phone, ago: timedelta) -> int:
    """The phone has begun to speak for its person that long ago."""
    chat = _chat(db, phone)
    told = {"at": v.clock.now() - ago, "chat_id": chat, "deed": "AskToJoin", "subject": ""}
    db.execute(insert(audit).values(club_id=v.club.club_id, person_id=phone.person_id, **told))
    return chat


def _deed(db: Connection, v: Village, phone: Phone, cause: str) -> Deed:
    now = v.clock.now()
    chat, club = _chat(db, phone), v.club.club_id
    return Deed(chat, "web", phone.person_id, club, now, now.date(), cause)


def _member(db: Connection, v: Village, phone: Phone) -> int:
    hers = (members.c.person_id == phone.person_id) & (members.c.club_id == v.club.club_id)
    return int(db.execute(select(members.c.id).where(hers)).scalar_one())


def _holds(db: Connection, v: Village, phone: Phone, action: Action) -> bool:
    try:
        must_be_allowed(db, _deed(db, v, phone, "look"), action)
    except Refused as no:
        assert no.code in {Code.NOT_ALLOWED, Code.ACCOUNT_NEW}
        return False
    return True


@pytest.mark.parametrize(
    ("ago", "waits"), [(timedelta(hours=1), True), (NEW_FOR + timedelta(hours=1), False)]
)
async def test_who_is_appointed_on_a_new_account_waits(
    v: Village, ago: timedelta, waits: bool
) -> None:
    with v.store.writing() as db:
        _linked(db, v, v.hoa, ago)
    with v.store.writing() as db:
        fact = Appoint(_member(db, v, v.hoa), Role.CASHIER).carry_out(
            db, _deed(db, v, v.binh, "appoint")
        )
        assert fact.offices_wait is waits
        assert _holds(db, v, v.hoa, Action.TAKE_REPAYMENT) is not waits
        for each in (v.cuc, v.dao) if waits else ():
            assert not _holds(db, v, v.hoa, Action.TAKE_REPAYMENT)
            ConfirmAccount(_chat(db, v.hoa)).carry_out(db, _deed(db, v, each, each.key))
        assert _holds(db, v, v.hoa, Action.TAKE_REPAYMENT)
        assert _holds(db, v, v.hoa, Action.PAY_OUT_LOAN) is not waits


async def test_in_chat_she_and_the_others_hear_of_it(v: Village) -> None:
    with v.store.writing() as db:
        _linked(db, v, v.hoa, timedelta(days=1))
    for words in ("ban chủ nhiệm", "Cử người giữ chức", "Xem thêm", "Thủ quỹ (đang"):
        await (v.binh.taps(words) if words != "ban chủ nhiệm" else v.binh.says(words))
    await v.binh.says("Hoa")
    await v.binh.taps("Nguyễn Thị Hoa")
    await v.binh.taps("Đúng hết rồi")
    assert "hai người khác trong ban" in v.hoa.everything
    assert "từ một tài khoản mới" in v.cuc.everything
    assert "từ một tài khoản mới" in v.dao.everything
    assert "từ một tài khoản mới" not in v.lan.everything
    assert "việc này do ban chủ nhiệm lo" in await v.hoa.says("kiểm quỹ")


async def test_what_was_confirmed_for_somebody_else_counts_no_more(v: Village) -> None:
    """The account was cut off once and begins to speak for another person."""
    with v.store.writing() as db:
        chat = _linked(db, v, v.hoa, timedelta(0))
        for each in (v.cuc, v.dao):
            confirmed = {"confirmed_by": each.person_id, "confirmed_at": v.clock.now()}
            db.execute(insert(account_confirmations).values(chat_id=chat, **confirmed))
        Appoint(_member(db, v, v.hoa), Role.SECRETARY).carry_out(db, _deed(db, v, v.binh, "a"))
        # Two have confirmed this very account since it is hers: nothing more is asked.
        assert not offices_wait_in(db, chat)
        from storage.changes.members.new_accounts import account_linked

        assert v.hoa.person_id is not None
        assert account_linked(db, _deed(db, v, v.hoa, "b"), v.hoa.person_id)
        assert offices_wait_in(db, chat)
        assert db.execute(select(account_confirmations.c.id)).first() is None


async def test_two_records_become_one_and_the_other_account_waits(v: Village) -> None:
    """Who has typed herself in as a member anew does not become the cashier by it."""
    with v.store.writing() as db:
        content = {"old": _member(db, v, v.hoa), "member": _member(db, v, v.giang)}
        deed = _deed(db, v, v.dao, "join")
        said: dict[str, Any] = dict.fromkeys(Proposal.__dataclass_fields__)
        said |= {"club_id": v.club.club_id, "content": content, "proposed_by": v.cuc.person_id}
        join_records(db, deed, Proposal(**said))
        assert offices_wait_in(db, _chat(db, v.hoa))
        assert not offices_wait_in(db, _chat(db, v.giang))
        hers = update(chats).where(chats.c.key == v.hoa.key)
        db.execute(hers.values(offices_wait=None))


async def test_a_stand_in_waits_as_well(v: Village) -> None:
    with v.store.writing() as db:
        chat = _linked(db, v, v.lan, timedelta(hours=3))
        from storage.changes.members.office_times import _office

        deed = _deed(db, v, v.binh, "stand in")
        assert v.lan.person_id is not None
        _office(db, deed, v.club.club_id, v.lan.person_id, Role.CASHIER, deed.today)
        assert office_reached(db, deed, v.lan.person_id)
        assert offices_wait_in(db, chat)
