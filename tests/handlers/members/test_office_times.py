"""Terms, trainings, a stand-in for the cashier, an acting chair (Club rules, E.1)."""

from datetime import date, timedelta

from sqlalchemy import insert, select, update

from handlers.talk.heard import Kind
from storage.queries.members.boards import board
from storage.tables.areas import club_communes
from storage.tables.books import cash_counts, places
from storage.tables.meetings import board_trainings
from storage.tables.people import officers, offices
from tests.kit.lending import check_books, give_fund
from tests.kit.village import Village, village


def _officer(db, person_id, today):  # type: ignore[no-untyped-def]
    area = db.execute(select(club_communes.c.area_id)).scalar()
    db.execute(insert(officers).values(area_id=area, person_id=person_id, from_day=today))


def _counted(db, v, today):  # type: ignore[no-untyped-def]
    from storage.queries.money.ledger import cash_in

    place = db.execute(select(places.c.id).where(places.c.kind == "tin")).scalar_one()
    there = cash_in(db, v.club.club_id, place)
    db.execute(
        insert(cash_counts).values(
            club_id=v.club.club_id, place_id=place, counted_on=today, expected=there,
            counted=there, counted_by=v.giang.person_id, second_person=v.dao.person_id,
            cause=f"counted on {today} {there}",
        )
    )  # fmt: skip


async def test_a_training_is_noted_with_day_and_place_and_not_twice(database_url: str) -> None:
    async with village(database_url) as v:
        for _ in range(2):
            await v.dao.says("tập huấn")
            await v.dao.taps("Ghi một buổi tập huấn")
            await v.dao.taps("Tập huấn nhắc lại hằng năm")
            await v.dao.says("1/11")
            await v.dao.says("nhà văn hóa xã")
            await v.dao.taps("Đúng hết rồi")
        assert "không ghi hai lần" in v.dao.heard
        await v.dao.says("tập huấn")
        assert "01/11/2026: Tập huấn nhắc lại hằng năm, nhà văn hóa xã" in v.dao.heard
        found = await v.store.read(lambda db: db.execute(select(board_trainings)).all())
        assert [(row.trained_on, row.refresher) for row in found] == [(date(2026, 11, 1), True)]
        await v.dao.says("s:note_training:", kind=Kind.PRESS)
        await v.dao.says("1")
        await v.dao.says("mai")
        assert "ngày ấy chưa đến" in v.dao.heard


async def test_a_term_is_noted_and_shown(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.binh.says("s:set_term:", kind=Kind.PRESS)
        await v.binh.taps("Chair: Trần Văn Bình")
        await v.binh.says("30/6/2028")
        await v.binh.taps("All correct")
        assert "I will remind the board 30 days before" in v.binh.heard
        await v.binh.says("/banchunhiem")
        assert "since 04/05/2026, elected until 30/06/2028" in v.binh.heard
        await v.dao.says("s:set_term:", kind=Kind.PRESS)
        assert "Only the person in charge" in v.dao.heard


async def test_a_stand_in_begins_and_ends_with_a_count_by_two(database_url: str) -> None:
    async with village(database_url) as v:
        give_fund(v, 2)
        await v.binh.says("làm thay thủ quỹ")
        assert "hai người phải cùng đếm tiền mặt" in v.binh.heard
        v.store.change(_counted, v, v.clock.now().date())
        await v.binh.says("làm thay thủ quỹ")
        await v.binh.says("em")
        await v.binh.says("1")
        await v.binh.says("30/11")
        await v.binh.taps("Đúng hết rồi")
        assert "kiểm tra lẫn nhau" in v.binh.heard
        await _names(v, "manh", "30/11")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert "chú làm thay thủ quỹ của CLB Thôn Đoài" in v.manh.heard
        assert "làm thủ quỹ thay chú" in v.giang.heard
        assert await v.store.read(_cashiers, v, date(2026, 11, 2)) == [v.manh.person_id]
        assert await v.store.read(_cashiers, v, date(2026, 12, 1)) == [v.giang.person_id]
        await v.waits(days=3)
        await v.em.says("s:end_stand_in:", kind=Kind.PRESS)
        await v.em.says("vâng")
        assert "hai người phải cùng đếm tiền mặt" in v.em.heard
        v.store.change(_counted, v, v.clock.now().date())
        await v.em.says("s:end_stand_in:", kind=Kind.PRESS)
        await v.em.says("vâng")
        assert "lại là thủ quỹ" in v.giang.heard
        assert await v.store.read(_cashiers, v, v.clock.now().date()) == [v.giang.person_id]
        check_books(v)


async def _names(v: Village, who: str, until: str) -> None:
    await v.binh.says("làm thay thủ quỹ")
    await v.binh.says(who)
    await v.binh.says("1")
    await v.binh.says(until)
    await v.binh.taps("Đúng hết rồi")


def _cashiers(db, v, day):  # type: ignore[no-untyped-def]
    return [e.person_id for e in board(db, v.club.club_id, day) if e.role == "cashier"]


async def test_nobody_stands_in_for_longer_than_sixty_days(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _names(v, "manh", "30/3/2027")
        assert "nhiều nhất là 60 ngày" in v.binh.heard


async def officer_agrees(v: Village) -> None:
    """Nobody else is asked; everybody hears."""
    await v.hoa.says("s:officer_matter:1", kind=Kind.PRESS)
    assert "đồng ý không" not in v.hoa.heard
    await v.quan.taps("Trả lời câu lạc bộ")
    await v.quan.taps("Đúng hết rồi")
    assert "làm quyền chủ nhiệm" in v.hoa.heard
    assert "cán bộ Hội của xã đã đồng ý" in v.lan.heard


async def test_two_of_the_board_and_the_officer_name_an_acting_chair(database_url: str) -> None:
    async with village(database_url) as v:
        await v.dao.says("quyền chủ nhiệm")
        assert "đang có chủ nhiệm" in v.dao.heard
        gone = update(offices).where(offices.c.role == "chair").values(to_day=date(2026, 11, 1))
        v.store.change(lambda db: db.execute(gone))
        await v.dao.says("quyền chủ nhiệm")
        await v.dao.says("cuc")
        await v.dao.says("1")
        await v.dao.taps("Đúng hết rồi")
        assert "chưa có cán bộ Hội" in v.dao.heard
        v.store.change(_officer, v.quan.person_id, v.clock.now().date())
        await v.dao.says("quyền chủ nhiệm")
        await v.dao.says("cuc")
        await v.dao.says("1")
        await v.dao.taps("Đúng hết rồi")
        await v.em.taps("Xem và trả lời")
        await v.em.taps("Đúng hết rồi")
        assert "xin em đồng ý" in v.quan.heard.replace("bạn", "em")
        assert "bà Lê Thị Cúc làm quyền chủ nhiệm trong 60 ngày" in v.quan.heard.replace("Bà", "bà")
        await officer_agrees(v)
        await v.cuc.says("ban chủ nhiệm")
        assert "làm quyền chủ nhiệm đến 01/01/2027" in v.cuc.heard
        assert "Cử người giữ chức" in " ".join(v.cuc.labels)
        after = v.clock.now().date() + timedelta(days=61)
        chairs = await v.store.read(lambda db: board(db, v.club.club_id, after))
        assert [each.person_id for each in chairs if each.role == "chair"] == []
