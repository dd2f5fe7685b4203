"""For ten minutes whatever one has said is taken back, while nobody has answered it."""

import pytest

from tests.kit.giving import tell_fee
from tests.kit.lending import give_fund
from tests.kit.planned import at, plan_a_meeting
from tests.kit.village import CODE, Phone, Village, village


def said(phone: Phone) -> str:
    """The newest message on one line."""
    return " ".join(phone.heard.split())


async def asks_for_loan(v: Village) -> None:
    give_fund(v, 30)
    await v.hoa.says("vay vốn")
    for answer in ("nuôi lợn", "5 triệu", "12", "1", "đúng"):
        await v.hoa.says(answer)


async def asks_for_help(v: Village) -> None:
    await v.hoa.says("nhờ giúp")
    await v.hoa.says("1")
    await v.hoa.says("có")


def state_of(v: Village, table: str) -> list[str]:
    from sqlalchemy import text

    with v.store.reading() as db:
        return list(db.execute(text(f"SELECT state FROM {table} ORDER BY id")).scalars())


async def test_a_request_for_a_loan(database_url: str) -> None:
    async with village(database_url) as v:
        await asks_for_loan(v)
        assert "Rút lại" in v.hoa.last
        await v.waits(minutes=9)
        await v.hoa.taps("Rút lại")
        assert "đã rút lại giúp bác: đơn xin vay 5.000.000 đồng" in said(v.hoa)
        assert "đã rút lại đơn xin vay 5.000.000 đồng" in said(v.binh)
        assert state_of(v, "loans") == ["withdrawn"]
        await v.binh.taps("Xem và biểu quyết")
        assert "Đồng ý" not in v.binh.last
        await v.hoa.says("vay vốn")
        assert "vay để làm gì" in said(v.hoa).lower() or len(v.hoa.labels) > 3


async def test_a_request_for_a_loan_after_ten_minutes(database_url: str) -> None:
    async with village(database_url) as v:
        await asks_for_loan(v)
        await v.waits(minutes=11)
        await v.hoa.taps("Rút lại")
        assert "quá mười phút" in said(v.hoa)
        assert "gọi cho cô Phạm Thị Đào, số 09" in said(v.hoa), "whom to talk to"
        await v.hoa.says("nhầm rồi")
        assert "quá mười phút" in said(v.hoa)
        assert state_of(v, "loans") == ["asked"]


@pytest.mark.parametrize("words", ["rút lại", "rut lai", "nhầm rồi", "tôi bấm nhầm", "/rutlai"])
async def test_a_request_for_help_by_words(database_url: str, words: str) -> None:
    async with village(database_url) as v:
        await asks_for_help(v)
        await v.hoa.says("menu")
        await v.hoa.says(words)
        assert "lời nhờ giúp" in said(v.hoa)
        await v.hoa.says("có")
        assert "đã rút lại giúp bác: lời nhờ giúp" in said(v.hoa)
        assert "đã rút lại lời nhờ giúp" in said(v.dao)
        assert state_of(v, "help_requests") == ["closed"]


async def test_of_several_one_is_chosen(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await asks_for_help(v)
        await v.hoa.says("menu")
        await v.hoa.says("rút lại")
        assert "muốn rút lại việc nào" in said(v.hoa)
        await v.hoa.taps("phí tháng 6/2026 đến tháng 11/2026")
        assert state_of(v, "declarations") == ["taken_back"]
        assert state_of(v, "help_requests") == ["open"]
        await v.hoa.says("rút lại")
        await v.hoa.says("không")
        assert state_of(v, "help_requests") == ["open"]


async def test_what_was_answered_is_not_taken_back_and_says_why(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.hoa.taps("Rút lại")
        assert "đã có người trả lời rồi" in said(v.hoa)
        assert "gọi cho cô Phạm Thị Đào, số 09" in said(v.hoa), "whom to talk to"


async def test_a_request_to_join_and_then_once_more(database_url: str) -> None:
    async with village(database_url) as v:
        await _asks_to_join(v.la)
        await v.la.taps("Rút lại")
        assert "đã rút lại giúp bà: lời xin vào CLB Thôn Đoài" in said(v.la)
        assert "đã rút lại lời xin vào CLB Thôn Đoài" in said(v.binh)
        await v.binh.taps("Xem")
        assert "đã có trả lời rồi" in said(v.binh)
        await _asks_to_join(v.la)
        await v.binh.taps("Xem")
        await v.binh.taps("Có")
        assert state_of(v, "members")[-1] == "member"


async def _asks_to_join(phone: Phone) -> None:
    await phone.opens(CODE)
    for _ in range(20):
        if "Rút lại" in phone.last:
            return
        await phone.says(_answer_to(phone))
    raise AssertionError(phone.last)


def _answer_to(phone: Phone) -> str:
    asked = said(phone).lower()
    for words, answer in {
        "có đồng ý không": "có",
        "đúng hết rồi": "đúng",
        "họ và tên": "Vũ Thị Sen",
        "năm nào": "1950",
        "thôn": "Thôn Đoài",
        "điện thoại": "bỏ qua",
    }.items():
        if words in f"{asked} {' '.join(phone.labels).lower()}":
            return answer
    return "1"


async def test_an_answer_for_the_meeting(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(20, 8))
        await v.hoa.says("sinh hoạt")
        await v.hoa.says("1")
        await v.hoa.says("rút lại")
        assert "câu trả lời về buổi sinh hoạt" in said(v.hoa)
        await v.hoa.says("có")
        await v.hoa.says("sinh hoạt")
        assert "đã trả lời" not in said(v.hoa).lower()
        await v.hoa.says("rút lại")
        assert "rút lại" in said(v.hoa)


async def test_this_is_not_right_is_taken_back_too(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.hoa.taps("Không đúng ạ")
        await v.hoa.says("tôi đưa 40 nghìn")
        await v.hoa.taps("Chuyển giúp tôi")
        await v.hoa.taps("Rút lại")
        assert "đã rút lại giúp bác: lời báo chưa đúng" in said(v.hoa)
        assert "đã rút lại lời báo chưa đúng" in said(v.binh)
        await v.binh.says("việc cần làm")
        assert "chưa đúng" not in v.binh.last
        await v.hoa.taps("Không đúng ạ")
        assert "Chỗ nào" in said(v.hoa)


async def test_nobody_takes_back_the_word_of_another(database_url: str) -> None:
    from handlers.talk.heard import Kind

    async with village(database_url) as v:
        await asks_for_help(v)
        await v.lan.says("s:take_back:help 1", kind=Kind.PRESS)
        assert state_of(v, "help_requests") == ["open"]
        for strange in ("help x", "nothing 1", "help 99", "99", "loan " + "9" * 30):
            await v.lan.says(f"s:take_back:{strange}", kind=Kind.PRESS)
            assert "không" in said(v.lan).lower() or "chưa" in said(v.lan).lower()
