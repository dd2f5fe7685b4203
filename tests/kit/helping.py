"""Letting somebody type: what a test needs of it."""

import re

from sqlalchemy import Connection

from storage.changes.members.enter_member import NewMember, enter_member
from tests.kit.village import FOUNDED, Phone, Village

_CODE = re.compile(r"\d{4} \d{4}")


def code_in(text: str) -> str:
    """The code that was said, as it is read out."""
    [found] = _CODE.findall(text)
    return str(found)


async def new_code(member: Phone, yes: str = "có") -> str:
    """A member makes a code on her own phone."""
    await member.says("nhờ người nhắn hộ")
    await member.says(yes)
    return code_in(member.heard)


async def types_for(helper: Phone, code: str, name: str = "Nguyễn Văn Tí", year: int = 2000) -> str:
    """Somebody nobody knows yet types the code and says who he is."""
    await helper.says("nhắn hộ")
    for said in (code, "có", name, str(year)):
        await helper.says(said)
    return helper.heard


def new_phone(v: Village, key: str) -> Phone:
    """One more phone of somebody nobody knows."""
    return v.new_phone(key)


def without_phone(v: Village, name: str = "Hà Thị Nụ") -> tuple[int, int]:
    """A member without a phone: numbers of the person and of the member."""
    return v.store.change(_without_phone, v, name)


def _without_phone(db: Connection, v: Village, name: str) -> tuple[int, int]:
    new = NewMember(
        name=name,
        birth_year=1950,
        sex="female",
        joined_on=FOUNDED,
        hamlet="Thôn Đoài",
        address="cụ",
        language="vi",
    )
    entered = enter_member(db, v.club.club_id, new, v.clock.now())
    return entered.person_id, entered.member_id
