"""A whole sentence begins its dialogue with all that it says; the rest is asked, all is read back.

Each table is said in one village, one sentence after the other.
"""

from tests.kit.lending import give_fund
from tests.kit.village import CODE, Phone, Village, village

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
    (
        "hoa",
        "cháu ơi bác mới đóng tiền quỹ hai trăm ngàn hôm qua cho chị Giang rồi nhé",
        (),
        "Bác muốn đóng góp gì",
    ),
    ("giang", "Mrs Hoa paid the fee of 15k yesterday", ("Hoa", "01/11/2026"), "15.000 đồng"),
    # A name that nobody has never becomes one's own fee.
    ("giang", "bà Tám nộp 15 nghìn", (), "gõ tên"),
    ("giang", "Hoa vừa nộp 15 nghìn", ("Nguyễn Thị Hoa", "15.000"), "15.000 đồng"),
    ("giang", "chị Lan nop phi ca nam hom nay", ("Đỗ Thị Lan", "Hôm nay"), "60.000 đồng"),
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
    ("binh", "họp rằm tháng này 2 giờ chiều", ("23/11/2026", "14 giờ"), "họp ở đâu"),
    # Things and working days
    ("hoa", "ủng hộ 10 kg gạo", ("hiện vật", "Gạo"), "Gạo: 10 cân"),
    ("hoa", "tui muốn góp hai ngày công", ("Góp ngày công",), "công việc gì"),
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

CORRECTED = (
    ("bà Hoa vừa nộp 15 nghìn", "à nhầm, 20 nghìn cơ", ("bác Nguyễn Thị Hoa", "20.000 đồng")),
    ("bà Hoa vừa nộp 15 nghìn", "bà Lan chứ không phải bà Hoa", ("bà Đỗ Thị Lan", "15.000")),
    ("bà Hoa vừa nộp 15 nghìn", "nham roi, muoi nghin", ("bác Nguyễn Thị Hoa", "10.000 đồng")),
)

RECORDS = (
    "show Hoa",
    "xem bà Hoa",
    "xem ba Hoa",
    "ba hoa dong phi chua",
    "bà Hoa đóng phí chưa ạ?",
)


async def leaves(person: Phone) -> None:
    """Whatever is open is thrown away."""
    await person.says("dừng")
    await person.says("bỏ hẳn")
    await person.says("menu")


def front(v: Village, person: Phone) -> list[str]:
    return [each for each in person.labels if "Gọi người thật" in each]


async def test_a_sentence_is_not_asked_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
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


async def test_an_earlier_answer_is_put_right_in_passing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said, corrected, now in CORRECTED:
            await v.giang.says(said)
            await v.giang.says(corrected)
            for each in now:
                assert each in v.giang.heard, (corrected, v.giang.heard)
            assert "Đúng hết rồi" in " ".join(v.giang.labels)
            await leaves(v.giang)
        # What says only that it is wrong records nothing.
        await v.giang.says("bà Hoa vừa nộp 15 nghìn")
        await v.giang.says("à nhầm rồi")
        assert "chưa ghi gì" in v.giang.heard
        assert v.hoa.messages == []


async def test_what_a_bank_wrote_and_what_another_paid_are_nothing_of_hers(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("TK 19xx +500,000VND luc 10:22. SD 1,200,000VND. ND: HOA NOP PHI")
        assert "tin nhắn của ngân hàng" in v.hoa.heard
        assert v.hoa.labels[0] == "1. Đóng phí, ủng hộ"
        await v.hoa.says("bà Lan nộp 15 nghìn")
        assert "vào sổ của người ấy" in v.hoa.heard


async def test_a_stop_where_nothing_is_open_is_answered_shortly(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng phí 15 nghìn")
        for _ in range(3):
            await v.hoa.says("thôi")
        assert "không hỏi dở câu nào" in v.hoa.heard
        assert v.hoa.labels == ["1. Làm tiếp: Đóng phí, ủng hộ", "2. Cháu Liên giúp được gì?"]


async def test_who_has_no_code_hears_where_one_is_to_be_had(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in ("không biết mã", "bác già rồi có ai cho mã đâu", "mất giấy rồi"):
            await v.la.says("tham gia")
            await v.la.says(said)
            assert "in trên tờ giấy của câu lạc bộ ở thôn mình" in v.la.heard
            assert "Có mã rồi" in v.la.labels[0]
        # A code in the middle of words is heard, and words were no wrong codes.
        for _ in range(6):
            await v.la.says("tham gia")
            await v.la.says("cháu ơi bác không biết")
        await v.la.says("tham gia")
        await v.la.says(f"mã của bác là {CODE[:4]} {CODE[4:]} nhé")
        assert "đồng ý" in v.la.heard


async def test_who_joins_may_say_all_at_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in ("tham gia", CODE, "có"):
            await v.la.says(said)
        await v.la.says("Trần Thị Mơ, sinh năm 1952, nữ, xóm Đông, 0912345678")
        assert "Sinh năm 1952, Nữ, Xóm Đông, 0912 345 678" in v.la.heard
        await v.la.says("không có")
        await v.la.says("1")
        for each in ("Trần Thị Mơ", "1952, nữ", "Xóm Đông", "0912 345 678"):
            assert each in v.la.heard


async def test_a_mere_yes_is_no_reason(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("góp một ngày công")
        for said in ("đúng", "ok", "dạ"):
            await v.hoa.says(said)
            assert f"“{said}”" in v.hoa.heard, v.hoa.heard
            await v.hoa.says("không")
        await v.hoa.says("👍")
        assert "công việc gì" in v.hoa.heard
        await v.hoa.says("quét đình")
        assert "1 ngày công: quét đình" in v.hoa.heard


async def test_nothing_is_recorded_without_the_read_back(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.giang.says("bà Hoa vừa nộp 15 nghìn tiền phí")
        assert v.hoa.messages == []
        await v.giang.says("chưa đúng")
        assert v.hoa.messages == []
        await v.giang.says("bà Hoa vừa nộp 15 nghìn tiền phí")
        await v.giang.says("đúng")
        assert "15.000 đồng" in v.hoa.heard


async def test_english_is_typed_in_sentences(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says("I'd like to pay my fee for October please, 15,000")
        assert "15.000 đồng" in v.hoa.heard
        await v.hoa.says("I want to talk to a human")
        assert "Phạm Thị Đào" in v.hoa.heard
        await v.hoa.says("I want to stop")
        assert "Fee still owed: 30.000 đồng" in await v.hoa.says("how much do I owe?")
        assert "planned yet" in await v.hoa.says("I can't come on Sunday, my knee hurts")
        assert "phone 115" not in v.hoa.heard
        # A no begins nothing.
        await v.hoa.says("I don't want to pay my fee")
        assert "How did you hand" not in v.hoa.heard
        await v.binh.says("who hasn't paid yet?")
        assert "owe a fee" in v.binh.heard
