"""Two groups part: played on the phones of all who are asked, and of those who only hear of it."""

from handlers.talk.heard import Kind
from storage.changes.members.change_member import put_into_group
from storage.queries import Connection
from storage.queries.members.members import member_persons
from storage.tables.people import groups
from tests.handlers.members.test_club_ends import counted_by_two, other_club
from tests.kit.lending import check_books, give_fund
from tests.kit.village import Village, village


def in_groups(v: Village, *go: str) -> None:
    v.store.change(_in_groups, v, go)


def _in_groups(db: Connection, v: Village, go: tuple[str, ...]) -> None:
    rows = [{"club_id": v.club.club_id, "name": name} for name in ("Tổ Một", "Tổ Hai")]
    one, two = (
        db.execute(groups.insert().returning(groups.c.id), row).scalar_one() for row in rows
    )
    for name, phone in v.phones.items():
        if phone.member_id is not None:
            group = two if name in go else one
            put_into_group(db, phone.member_id, group, v.clock.now().date())


async def test_a_group_founds_a_club_of_its_own(database_url: str) -> None:
    async with village(database_url) as v:
        other_club(v)
        give_fund(v, 5)
        await v.binh.says("tách câu lạc bộ")
        # All of it at once, with the ways there, before anything is asked.
        assert "hai người cùng đếm số tiền mặt đang có" in v.binh.heard
        assert "phải có hai tổ có người" in v.binh.heard
        assert v.binh.labels[:2] == ["1. Kiểm quỹ", "2. Các tổ"]
        await v.binh.taps("Tách câu lạc bộ")
        assert "1. Kiểm quỹ" in v.binh.labels
        assert "hai người cùng đếm số tiền mặt đang có" in v.binh.heard
        counted_by_two(v)
        await v.binh.taps("Tách câu lạc bộ")
        assert "chưa có đủ hai tổ" in v.binh.heard
        in_groups(v, "hoa", "lan", "manh", "cuc")
        await _asked(v)
        await v.em.taps("Xem và trả lời")
        await v.em.says("đúng")
        assert "hỏi cán bộ Hội của xã" in v.em.heard
        await v.quan.taps("Trả lời câu lạc bộ")
        await v.quan.says("đúng")
        await _all_hear(v)


async def _asked(v: Village) -> None:
    await v.binh.taps("Tách câu lạc bộ")
    await v.binh.taps("Tổ Hai (4 người)")
    assert "Còn tổ nào cùng tách" in v.binh.heard
    await v.binh.taps("Không còn tổ nào")
    await v.binh.says("CLB Thôn Hạ")
    await v.binh.taps("Nguyễn Thị Hoa")
    await v.binh.taps("Bùi Văn Mạnh")
    assert "Bác Nguyễn Thị Hoa" not in " ".join(v.binh.labels)
    await v.binh.taps("Đỗ Thị Lan")
    assert "Tính theo đầu người là 50 phần trăm" in v.binh.heard
    await v.binh.says("một nửa")
    await v.binh.says("40")
    assert "4 thành viên lập CLB Thôn Hạ" in v.binh.heard
    assert "tiền mặt chuyển sang: 2.000.000 đồng" in v.binh.heard
    assert "tiền chung, do dự án tài trợ: 2.000.000 đồng" in v.binh.heard
    await v.binh.says("đúng")


async def _all_hear(v: Village) -> None:
    assert "CLB Thôn Hạ là câu lạc bộ riêng, bác giữ việc: chủ nhiệm" in v.hoa.heard
    assert "tổ mình tách thành câu lạc bộ riêng: CLB Thôn Hạ" in v.cuc.heard
    assert "Chủ nhiệm là bác Nguyễn Thị Hoa" in v.cuc.heard
    assert "giữ việc: thủ quỹ" in v.lan.heard
    assert "4 thành viên tách ra lập câu lạc bộ riêng" in v.dao.heard
    check_books(v)
    with v.store.reading() as db:
        assert len(member_persons(db, v.club.club_id)) == 4
    await v.hoa.says("ban chủ nhiệm")
    assert "CLB Thôn Hạ" in v.hoa.heard
    await v.binh.says("s:split_club:", kind=Kind.PRESS)
    assert "lỗi" not in v.binh.heard


async def test_who_is_chair_here_does_not_go_along(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        other_club(v, language="en")
        give_fund(v, 1)
        counted_by_two(v)
        in_groups(v, "hoa", "lan", "manh", "giang")
        await v.em.says("split the club")
        await v.em.taps("Split the club")
        await v.em.taps("Tổ Hai")
        await v.em.taps("No other group")
        assert "Please hand it over first" in v.em.heard
        await v.hoa.says("s:split_club:", kind=Kind.PRESS)
        assert "Only the person in charge" in v.hoa.heard
