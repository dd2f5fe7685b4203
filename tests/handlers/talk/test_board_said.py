"""Whole sentences of the board, a volunteer and an officer: what is opened or begun by them."""

from sqlalchemy import select

from storage.changes.inserting import inserted
from storage.changes.members.enter_member import NewMember, enter_member
from storage.tables.areas import club_communes
from storage.tables.people import officers
from tests.kit.giving import tell_fee
from tests.kit.lending import give_fund
from tests.kit.meeting import plans
from tests.kit.village import FOUNDED, Village, village

# Who says it, and what stands in the answer.
LOOKS = (
    ("giang", "ai dang no tien clb", "còn 8 người thiếu phí, cả thảy 240.000 đồng"),
    ("em", "ai chua dong phi", "việc này do chú Hoàng Văn Giang, thủ quỹ, lo"),
    ("em", "ai con no tien vay", "không có khoản vay nào"),
    ("dao", "nhac moi nguoi dong phi", "việc này do chú Hoàng Văn Giang, thủ quỹ, lo"),
    ("dao", "them ba Tran Thi Nhoi sinh 1950 o xom Dinh vao hoi", "người mới tự đồng ý"),
    ("dao", "ghi bien ban", "biên bản ghi sau buổi sinh hoạt"),
    ("binh", "con ai chua dong phi thang nay", "Bác Nguyễn Thị Hoa: 30.000 đồng, từ tháng 6/2026"),
    ("dao", "ai đang nợ tiền clb", "không có khoản vay nào"),
    ("giang", "trong két giờ còn bao nhiêu", "Hộp tiền: 5.000.000 đồng"),
    ("binh", "hôm qua thu dc bn", "thu chi của câu lạc bộ ngày 01/11/2026"),
    ("em", "tổng thu từ đầu năm", "từ 01/01/2026 đến 02/11/2026"),
    ("dao", "bà hoa đóng chưa", "còn thiếu 30.000 đồng"),
    ("giang", "thu của bà Hoa bao nhiêu rồi", "Phí: còn thiếu 30.000 đồng"),
    ("binh", "bà Hoa xin ra khỏi clb", "Đã chuyển đi hoặc thôi tham gia"),
    ("binh", "clb thôn mình nhập với thôn bên", "gộp với câu lạc bộ bên cạnh"),
    ("binh", "them ba Lý sinh 1955 xóm Đông vào clb", "mã HXMK-2345"),
    ("em", "in sổ quỹ tháng 10", "trang nào của tháng 10/2026"),
    ("binh", "phi thang bao nhieu", "phí câu lạc bộ bây giờ"),
    ("giang", "trả lại bà hoa 20 nghìn thu thừa", "tiền ấy trả lại vì việc gì"),
)
BEGUN = (
    ("binh", "tang muc phi len 20k", "phí bây giờ"),
    ("binh", "may dien thoai cua ong giang bi mat", "tạm khóa ngay tài khoản"),
    ("binh", "cho bà Hoa làm phó chủ nhiệm", "Phó chủ nhiệm"),
    ("dao", "bà Hoa đưa tôi 20 nghìn", "Cô ghi cho bác Nguyễn Thị Hoa"),
    ("giang", "hom qua mua 2 can xang 100k do may cat co", "Chi tiền, giúp đỡ"),
    ("giang", "phat tien vay cho ba hoa", "không có khoản vay nào chờ"),
    ("em", "sửa phiếu PT 1/2026", "không thấy phiếu “PT 1/2026”"),
    ("giang", "huỷ phiếu PT 1/2026", "không thấy phiếu “PT 1/2026”"),
    ("dao", "nhan ba con mang ao am", "cháu nhắn gì ạ"),
    ("dao", "huyet ap ba hoa 14/8", "Bác Nguyễn Thị Hoa"),
)


async def _answers(v: Village, who: str, said: str) -> str:
    phone = v.phones[who]
    await phone.says("bỏ hẳn")
    await phone.says("/start")
    await phone.says(said)
    return phone.last


async def test_the_board_is_shown_what_it_asks_for(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for who, said, shown in LOOKS:
            assert shown in await _answers(v, who, said), (said, v.phones[who].last)


async def test_who_cannot_repay_is_shown_what_she_owes(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "không có khoản vay nào" in await _answers(v, "hoa", "toi khong tra duoc thang nay")


async def test_the_board_begins_what_it_speaks_of(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for who, said, asked in BEGUN:
            assert asked in await _answers(v, who, said), (said, v.phones[who].last)


async def test_the_money_of_a_day_is_counted_and_what_is_not_is_said(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for line in ("thu phí bà lan 20k hôm nay", "đúng"):
            await v.giang.says(line)
        await tell_fee(v)
        await v.giang.says("hom nay thu duoc may dong roi")
        assert "ngày 02/11/2026" in v.giang.heard
        assert "Đã thu: 20.000 đồng\n• phí thành viên: 20.000 đồng" in v.giang.heard
        assert "Đã chi: không có" in v.giang.heard
        assert "Còn 1 khoản đang chờ xác nhận" in v.giang.heard


async def test_a_member_is_shown_no_debts_and_hears_whose_work_it_is(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("ai dang no tien clb")
        assert "thiếu phí" not in v.hoa.heard
        assert "ban chủ nhiệm" in v.hoa.heard
        await v.giang.says("chốt sổ tháng 10")
        assert "Trần Văn Bình" in v.giang.heard
        assert "kế toán" in v.giang.heard


async def test_a_member_who_asks_what_the_club_took_is_shown_its_money(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.manh.says("hôm nay clb thu được bao nhiêu")
        assert "5.000.000 đồng" in v.manh.heard
        await v.manh.says("tôi đóng bao nhiêu rồi")
        assert "Tài khoản của" in v.manh.heard


async def test_several_payers_are_entered_one_after_the_other(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("thu của bà Lan 50, ông Mạnh 30")
        assert "bà Đỗ Thị Lan đóng hôm nào" in v.giang.heard
        await v.giang.says("hôm nay")
        assert "50.000 đồng" in v.giang.heard
        await v.giang.says("đúng")
        assert "1. Ghi tiếp: chú Bùi Văn Mạnh, 30.000 đồng" in v.giang.labels
        await v.giang.says("1")
        await v.giang.says("hôm nay")
        assert "chú Bùi Văn Mạnh" in v.giang.heard
        assert "30.000 đồng" in v.giang.heard
        await v.giang.says("đúng")
        assert not any("Ghi tiếp" in each for each in v.giang.labels)


async def test_of_several_payers_a_name_of_two_is_asked_and_a_sum_that_is_no_fee(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        new = NewMember(name="Nguyễn Thị Lan", birth_year=1950, sex="female", joined_on=FOUNDED)
        v.store.change(enter_member, v.club.club_id, new, v.clock.now())
        await v.giang.says("Lan 20, ba Hoa 900 nghin")
        assert "Đỗ Thị Lan" in v.giang.last
        assert "Nguyễn Thị Lan" in v.giang.last
        for line in ("1", "hôm nay", "đúng", "1", "hôm nay"):
            await v.giang.says(line)
        assert "900.000 đồng thì không phải tiền phí" in v.giang.heard
        assert "Lần này đóng bao nhiêu" in v.giang.heard


async def test_the_secretary_enters_several_that_wait_for_the_cashier(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("bà Lan với ông Mạnh mỗi người 10k")
        assert "10.000 đồng" in v.dao.heard
        await v.dao.says("đúng")
        assert "1. Ghi tiếp: chú Bùi Văn Mạnh, 10.000 đồng" in v.dao.labels


async def test_of_a_meeting_hour_or_place_alone_is_changed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await plans(v.dao)
        await v.dao.says("dời sang 3 giờ chiều")
        assert "vẫn thứ ba 24/11/2026, đổi lại là lúc 15 giờ" in v.dao.heard
        await v.dao.says("bỏ hẳn")
        await v.dao.says("đổi địa điểm sang đình làng")
        assert "lúc 8 giờ, Đình làng" in v.dao.heard


async def test_who_told_whether_she_comes_is_known_by_her_name(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        new = NewMember(name="Phan Thị Tý", birth_year=1946, sex="female", joined_on=FOUNDED)
        v.store.change(enter_member, v.club.club_id, new, v.clock.now())
        await plans(v.dao)
        await v.dao.says("bà Tý bảo không đi được vì đau chân")
        assert "Phan Thị Tý nói sao" in v.dao.heard


async def test_words_for_many_open_no_money(sqlite_url: str) -> None:
    """ "Họp ... con" is no "hộp ... còn"."""
    async with village(sqlite_url) as v:
        await v.dao.says("nhắn cả câu lạc bộ")
        await v.dao.says("mai họp nhé bà con")
        assert "Tiền đang để ở" not in v.dao.heard


async def test_she_who_has_died_is_asked_for_where_nobody_is_named(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("bà ấy mất rồi")
        assert "Ai đã qua đời" in v.dao.heard
        assert "“ấy”" not in v.dao.heard


async def test_what_the_young_shall_help_with_is_known_by_other_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("mở buổi")
        await v.dao.says("dạy zalo")
        assert "cụ thể là việc gì" in v.dao.heard


async def test_a_volunteer_is_understood_by_sentences(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.quan.says("giờ của em bao nhiêu rồi")
        assert "Chưa có giờ nào" in v.quan.heard
        await v.quan.says("em den roi")
        assert "không có buổi nào" in v.quan.heard
        await v.quan.says("hello chị")
        assert "Liên chào bạn Quân" in v.quan.heard
        await v.quan.says("em biết tiếng tày")
        assert "muốn đổi gì" in v.quan.heard


async def test_an_officer_is_understood_by_sentences(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(_appoint, v)
        await v.la.says("clb nao nop bao cao roi")
        assert "Tổng hợp" not in v.la.heard  # a stranger is none
        await v.quan.says("clb nao nop bao cao roi")
        assert "Tổng hợp" in v.quan.heard
        await v.quan.says("in báo cáo quý 3")
        assert "quý 3/2026" in v.quan.heard
        await v.quan.says("việc chờ anh")
        assert "đồng ý" in v.quan.heard


def _appoint(db: object, v: Village) -> int:
    commune = db.execute(select(club_communes.c.area_id)).scalars().first()  # type: ignore[attr-defined]
    row = {"area_id": commune, "person_id": v.quan.person_id, "from_day": FOUNDED}
    return int(inserted(db, officers, **row))  # type: ignore[arg-type]
