"""A whole sentence begins its dialogue with all that it says; the rest is asked, all is read back.

Each table is said in one village, one sentence after the other.
"""

from tests.kit.village import Phone, Village, village

# Who says it, what is understood already, and which question stands then.
SENTENCES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    # Fees, of others by who takes them, one's own by everybody else
    ("giang", "bà Hoa nộp 15 nghìn", ("Nguyễn Thị Hoa",), "đóng hôm nào"),
    ("giang", "bà Hoa vừa nộp 15 nghìn tiền phí", ("Hoa", "Hôm nay", "15.000"), "15.000 đồng"),
    ("giang", "hôm qua bà Hoa đóng phí 15k", ("Hoa", "01/11/2026", "15.000"), "Ngày đóng"),
    ("giang", "ba hoa vua nop phi 15k", ("Hoa", "15.000"), "15.000 đồng"),
    ("giang", "thu phí bà Lan hôm qua hai chục nghìn", ("Lan", "20.000"), "20.000 đồng"),
    ("hoa", "đóng phí tháng 9 15 nghìn", ("Đóng phí", "15.000"), "bằng cách nào"),
    ("hoa", "đóng phí tháng 6", ("Đóng phí", "5.000"), "bằng cách nào"),
    ("hoa", "bác gửi cô Giang 20 nghìn tiền phí rồi nhé", ("20.000", "Giang"), "hai mươi nghìn"),
    ("hoa", "đóng phí 3 triệu", ("Đóng phí",), "từ 1.000 đồng đến 90.000 đồng"),
    # Gifts
    ("hoa", "ủng hộ 200 nghìn vào sổ vàng", ("Ủng hộ tiền", "200.000"), "bằng cách nào"),
    ("hoa", "ủng hộ 5 triệu", ("Ủng hộ tiền",), "nhiều hơn mọi khi"),
    # Loans
    ("hoa", "vay 5 triệu nuôi gà 12 tháng", ("Nuôi gà", "5.000.000", "12 tháng"), "trả theo cách"),
    # What the club spends
    ("giang", "chi 150 nghìn mua hoa thăm ốm hôm qua", ("Người ngoài",), "người nhận tên là gì"),
    # Meetings
    (
        "binh",
        "họp chủ nhật này 8 giờ ở nhà văn hóa nói về huyết áp",
        ("08/11/2026", "8 giờ", "Nhà văn hóa", "Huyết áp"),
        "mang theo gì",
    ),
    ("binh", "mời bà con họp sáng chủ nhật tuần sau", ("15/11/2026",), "mấy giờ"),
    ("binh", "hop chu nhat nay 8 gio o dinh lang", ("08/11/2026", "8 giờ"), "nói chuyện về việc"),
    # Help
    ("hoa", "nhờ cháu nào cài zalo giúp", ("Dùng điện thoại",), "cháu nhờ người giúp"),
    ("hoa", "ai giúp bác làm giấy tờ bảo hiểm với", ("Giấy tờ",), "cháu nhờ người giúp"),
    # What the club did
    ("binh", "sáng nay tập dưỡng sinh 20 người", ("dưỡng sinh", "20"), "đã đúng chưa"),
)

# What is no telling begins nothing: a question, a no, a wish, somebody else's work.
NOTHING_BEGUN = (
    ("giang", "bà Hoa chưa nộp 15 nghìn"),
    ("giang", "bà Hoa không đóng phí nữa"),
    ("hoa", "bà Lan nộp 15 nghìn"),
    ("hoa", "hôm nào họp vậy cháu"),
    ("hoa", "phí bao nhiêu hả cháu"),
    ("binh", "số tài khoản 0912001952 nộp 15 nghìn vào đâu"),
)

RECORDS = ("xem bà Hoa", "xem ba Hoa", "ba hoa dong phi chua", "bà Hoa đóng phí chưa ạ?")


async def leaves(person: Phone) -> None:
    """Whatever is open is thrown away."""
    await person.says("dừng")
    await person.says("bỏ hẳn")
    await person.says("menu")


def front(v: Village, person: Phone) -> list[str]:
    return [each for each in person.labels if "Gọi người thật" in each]


async def test_a_sentence_is_not_asked_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for who, said, understood, asked in SENTENCES:
            person: Phone = getattr(v, who)
            await person.says(said)
            for each in (*understood, asked):
                assert each in person.heard, (said, person.heard)
            await leaves(person)


async def test_what_tells_nothing_begins_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for who, said in NOTHING_BEGUN:
            person: Phone = getattr(v, who)
            await person.says(said)
            assert "cháu hiểu là" not in person.heard, (said, person.heard)
            assert not front(v, person), (said, person.heard)


async def test_who_is_asked_about_by_name_is_shown(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in RECORDS:
            await v.binh.says(said)
            assert "Nguyễn Thị Hoa, sinh năm 1952" in v.binh.heard, said
            assert "Phí: còn thiếu 30.000 đồng, từ tháng 6/2026" in v.binh.heard
            # Nobody else reads what is only the board's.
            await v.lan.says(said)
            assert "1952" not in v.lan.heard


async def test_nothing_is_recorded_without_the_read_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("bà Hoa vừa nộp 15 nghìn tiền phí")
        assert v.hoa.messages == []
        await v.giang.says("chưa đúng")
        assert v.hoa.messages == []
        await v.giang.says("bà Hoa vừa nộp 15 nghìn tiền phí")
        await v.giang.says("đúng")
        assert "15.000 đồng" in v.hoa.heard
