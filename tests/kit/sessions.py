"""A support session opened in chat, and young people who may come."""

from datetime import date

from sqlalchemy import select

from storage.changes.members.enter_member import NewMember, enter_person
from storage.queries.practice import open_phone
from storage.tables.sessions import signups
from tests.kit.village import Phone, Village
from tests.kit.young_volunteer import enter_volunteer

ADDRESS = "Nhà ông Bình, ngõ 5"


async def opens_session(
    phone: Phone, *, places: str = "1", at: str = "8 giờ sáng", minutes: str = "90"
) -> None:
    await phone.says("/mobuoi")
    for said in ("1", "Gọi hình", "7/11/2026", at, minutes, "Thôn Đoài", ADDRESS, "1", "1", places):
        await phone.says(said)
    await phone.taps("Đúng hết rồi")


def another(v: Village, name: str, *, hamlet: str = "Thôn Đoài", year: int = 2003) -> Phone:
    """One more volunteer with a phone."""

    def enter(db) -> int:  # type: ignore[no-untyped-def]
        new = NewMember(name, year, "female", date(2026, 5, 4), address="bạn")
        person_id = enter_person(db, new, v.clock.now())
        enter_volunteer(db, person_id, v.clock.now(), belongs_to="Đoàn xã", hamlet=hamlet)
        open_phone(db, "web", person_id, v.clock.now())
        return person_id

    person_id = v.store.change(enter)
    phone = Phone(v, f"p{person_id}", person_id)
    v.by_key[phone.key] = phone
    return phone


def places(v: Village) -> dict[int, str]:
    with v.store.reading() as db:
        found = db.execute(select(signups.c.person_id, signups.c.place))
        return {row.person_id: row.place for row in found}
