"""Home care: planned by the board, visited with a tap or a sentence, seen by those who may."""

from sqlalchemy import select

from handlers.talk.heard import Kind
from storage.tables.activities import home_visits
from tests.kit.village import Village, village

WHERE = "Ngõ 3, cạnh giếng"


def visits(v: Village) -> list[tuple[int, str]]:
    with v.store.reading() as db:
        found = db.execute(select(home_visits).order_by(home_visits.c.id))
        return [(row.visitor_id, str(row.visited_on)) for row in found]


async def lan_is_cared_for(v: Village, *, by: str = "hoa", times: str = "2") -> None:
    await v.binh.says("người được chăm sóc")
    await v.binh.taps("Nhận chăm sóc")
    for each in ("lan", "1", times, WHERE, by, "1", "đúng"):
        await v.binh.says(each)


async def her_volunteers_alone_see_where(v: Village) -> None:
    await v.hoa.taps("Chăm sóc tại nhà")
    assert WHERE in v.hoa.heard
    for phone in (v.cuc, v.manh):
        await phone.says("chăm sóc tại nhà")
        assert WHERE not in phone.everything
    # Who plans the care and visits nobody herself sees whom the club cares for.
    assert "chăm sóc 1 người tại nhà" in v.cuc.heard
    await v.cuc.taps("Lan")
    assert WHERE not in v.cuc.everything


async def test_a_visit_with_a_tap_and_a_visit_with_a_sentence(database_url: str) -> None:
    async with village(database_url) as v:
        await lan_is_cared_for(v)
        assert "nhờ bác đi thăm bà Đỗ Thị Lan" in v.hoa.heard
        await her_volunteers_alone_see_where(v)
        await v.hoa.says("chăm sóc tại nhà")
        await v.hoa.taps("Đã thăm bà Đỗ Thị Lan")
        assert visits(v) == [(v.hoa.person_id, "2026-11-02")]
        await v.hoa.says("đã thăm bà Lan hôm nay")
        await v.hoa.says("đúng")
        assert len(visits(v)) == 1
        await v.hoa.says("hôm qua tôi thăm bà Lan")
        await v.hoa.says("đúng")
        assert visits(v)[1:] == [(v.hoa.person_id, "2026-11-01")]
        await v.hoa.taps("Bỏ lượt thăm")
        assert len(visits(v)) == 1
        await v.hoa.says("tôi thăm bà Lan")
        await v.hoa.says("quay lại")
        assert v.hoa.labels[:2] == ["1. Thứ hai 02/11/2026", "2. Chủ nhật 01/11/2026"]
        await v.hoa.says("thôi")
        # Nobody visits in her stead without the board.
        await v.manh.says("đã thăm bà Lan hôm nay")
        assert "chưa được phân công" in v.manh.heard
        await v.binh.says("câu lạc bộ đã làm gì")
        assert "Chăm sóc tại nhà" not in v.binh.heard


async def test_the_board_notes_a_visit_for_one_without_a_phone_and_changes_the_care(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await lan_is_cared_for(v)
        await v.binh.says("người được chăm sóc")
        await v.binh.taps("Lan")
        await v.binh.taps("Đã thăm")
        await v.binh.says("1")
        assert visits(v) == [(v.hoa.person_id, "2026-11-02")]
        for part, said in (("Thêm người", ("mạnh", "1")), ("Số lần", ("99", "3")), ("Bớt", ("1",))):
            await v.binh.says("người được chăm sóc")
            await v.binh.taps("Lan")
            await v.binh.taps("Đổi việc")
            await v.binh.taps(part)
            for each in said:
                await v.binh.says(each)
        await v.manh.says("chăm sóc tại nhà")
        assert "thăm 1/3 lần" in v.manh.heard
        await v.hoa.says("chăm sóc tại nhà")
        assert "chưa được phân công" in v.hoa.heard


async def test_in_english_nobody_of_that_name(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.binh.says("people cared for")
        await v.binh.taps("Begin to care")
        for each in ("Nobody Here", "Nobody Else", "Nobody At All"):
            await v.binh.says(each)
        assert "no such member" in v.binh.heard


async def test_who_is_visited_sees_by_name_and_face_who_comes(database_url: str) -> None:
    async with village(database_url) as v:
        await lan_is_cared_for(v)
        await v.hoa.says("chăm sóc tại nhà")
        await v.hoa.taps("Ảnh của tôi")
        await v.hoa.says("có")
        await v.hoa.sends_photo()
        face = f"v:photos:face {v.hoa.person_id}"
        await v.lan.says("ai đến giúp")
        assert "Người đến thăm bà tại nhà: bác Nguyễn Thị Hoa" in v.lan.heard
        await v.lan.taps("Ảnh bác")
        assert len(v.lan.papers) == 1
        await v.manh.says(face, kind=Kind.PRESS)
        assert v.manh.papers == []
        # Somebody who visits nobody has nothing to show a face for.
        await v.manh.says("s:my_face:", kind=Kind.PRESS)
        await v.manh.says("có")
        await v.manh.sends_photo()
        await v.hoa.says("s:my_face:", kind=Kind.PRESS)
        await v.hoa.says("3")
        await v.lan.says(face, kind=Kind.PRESS)
        assert len(v.lan.papers) == 1
