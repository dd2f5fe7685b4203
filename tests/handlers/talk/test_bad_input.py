"""What a frightened hand types, at several kinds of questions: kind words, nothing booked."""

import pytest
from sqlalchemy import text

from handlers.talk.heard import Kind
from tests.kit.lending import give_fund
from tests.kit.village import Village, village

STORY = "hôm qua con gái tôi về cho 200 nghìn tôi định đóng quỹ mà quên mất"


def said(heard: str) -> str:
    """On one line: where a line ends is for the phone."""
    return " ".join(heard.split())


def nothing_booked(v: Village) -> bool:
    with v.store.reading() as db:
        return not db.execute(text("SELECT id FROM declarations")).all()


async def at_a_gift(v: Village) -> None:
    await v.hoa.says("đóng góp")
    await v.hoa.says("2")
    assert "bao nhiêu" in v.hoa.heard


@pytest.mark.parametrize("typed", ["", "???", "…", "@@", "hjhjhj"])
async def test_nothing_and_nonsense_get_an_example_and_then_choices(
    sqlite_url: str, typed: str
) -> None:
    async with village(sqlite_url) as v:
        await at_a_gift(v)
        first = said(await v.hoa.says(typed))
        assert "chưa hiểu" in first
        assert "bao nhiêu" in first
        assert "chọn một số tiền" in said(await v.hoa.says(typed))
        assert "cô Phạm Thị Đào, số 0912 001 9630" in said(await v.hoa.says(typed))
        assert nothing_booked(v)


async def test_a_whole_story_is_asked_about(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await at_a_gift(v)
        assert "bác có nói đến 200.000 đồng" in said(await v.hoa.says(STORY))
        assert "đóng tiền bằng cách nào" in said(await v.hoa.says("đúng rồi"))
        assert nothing_booked(v)


async def test_a_story_at_a_choice_and_at_the_menu_books_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "có phải bác muốn" in said(await v.hoa.says(STORY))
        await v.hoa.says("đóng góp")
        # One word of a long sentence is no choice.
        assert "Bác muốn đóng góp gì ạ?" in said(await v.hoa.says(STORY))
        assert nothing_booked(v)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("đóng phí 15 nghìn", "Đóng phí câu lạc bộ"),
        ("dong phi 15 nghin", "Đóng phí câu lạc bộ"),
        ("cháu ơi bác nộp tiền phí 15k", "Đóng phí câu lạc bộ"),
        ("ủng hộ 50k", "Ủng hộ tiền vào Sổ Tấm lòng vàng, 50.000 đồng"),
    ],
)
async def test_a_wish_and_its_sum_in_one_message(sqlite_url: str, typed: str, taken: str) -> None:
    """At the menu, and at the question what for; read back, never silently booked."""
    async with village(sqlite_url) as v:
        assert taken in said(await v.hoa.says(typed))
        assert "bằng cách nào" in v.hoa.heard
        await v.lan.says("đóng góp")
        assert "bằng cách nào" in said(await v.lan.says(typed))
        await v.lan.taps("Đóng tại buổi sinh hoạt")
        assert "xem lại có đúng không" in v.lan.heard
        assert nothing_booked(v)


async def test_this_months_money_with_older_months_open_is_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        heard = said(await v.hoa.says("đóng tiền tháng này"))
        assert "ý bác là điều nào" in heard
        assert v.hoa.labels[:2] == ["1. 30.000 đồng", "2. 5.000 đồng"]


async def test_an_answer_to_the_question_before_puts_that_right(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await at_a_gift(v)
        await v.hoa.says("50 nghìn")
        asked = v.hoa.labels
        heard = said(await v.hoa.says("100 nghìn"))
        assert "cháu hiểu là: 100.000 đồng" in heard
        assert v.hoa.labels == asked
        await v.hoa.says("quay lại")
        assert "bao nhiêu" in v.hoa.heard


@pytest.mark.parametrize("kind", [Kind.OTHER])
async def test_a_sticker_a_voice_or_a_photo_of_the_book(sqlite_url: str, kind: Kind) -> None:
    async with village(sqlite_url) as v:
        assert "chưa xem được ảnh" in said(await v.hoa.says("", kind=kind))
        await at_a_gift(v)
        heard = said(await v.hoa.says("", kind=kind))
        assert "chưa xem được ảnh" in heard
        assert "bao nhiêu" in heard
        assert nothing_booked(v)


@pytest.mark.parametrize("typed", ["đồ ngu", "bực mình quá", "hoi gi lam the", "vớ vẩn"])
async def test_an_angry_word_is_met_kindly_and_a_person_offered(
    sqlite_url: str, typed: str
) -> None:
    async with village(sqlite_url) as v:
        await at_a_gift(v)
        for phone in (v.hoa, v.manh):
            heard = said(await phone.says(typed))
            assert "phiền lòng" in heard
            assert "gọi cho cô Phạm Thị Đào, số 0912 001 9630" in heard
        assert "bao nhiêu" in v.hoa.heard
        assert nothing_booked(v)


@pytest.mark.parametrize("typed", ["cứu", "tôi ngã", "dau nguc qua", "cháy nhà", "té xỉu rồi"])
async def test_a_cry_reaches_115_and_the_whole_board_at_once(sqlite_url: str, typed: str) -> None:
    async with village(sqlite_url) as v:
        await at_a_gift(v)
        heard = said(await v.hoa.says(typed))
        assert "gọi ngay 115" in heard
        assert "vừa báo ngay cho ban chủ nhiệm" in heard
        assert "bao nhiêu" in heard
        for name in ("binh", "cuc", "dao", "em", "giang"):
            told = said(v.phones[name].heard)
            assert f"KHẨN: bác Nguyễn Thị Hoa vừa nhắn: “{typed}”" in told
            assert "0912 001 9520" in told
        assert v.lan.heard == ""


async def test_a_cry_within_a_question_for_free_words_is_heard_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        await v.hoa.says("3")
        await v.hoa.says("cứu tôi với")
        assert "KHẨN" in v.binh.heard


async def test_relief_goods_are_no_cry(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        await v.hoa.says("3")
        await v.hoa.says("gạo cứu trợ")
        assert v.binh.heard == ""
        assert "gạo cứu trợ" in v.hoa.heard


async def test_a_stranger_in_need_learns_the_number_and_no_name(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        heard = said(await v.la.says("cứu với"))
        assert "115" in heard
        assert "Đào" not in heard
        assert v.binh.heard == ""


@pytest.mark.parametrize(
    ("typed", "read_back"),
    [
        ("một năm", "12 tháng"),
        ("nửa năm", "6 tháng"),
        ("năm rưỡi", "18 tháng"),
        ("6 tháng", "6 tháng"),
        ("mot nam", "12 tháng"),
    ],
)
async def test_the_term_of_a_loan_in_years(sqlite_url: str, typed: str, read_back: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        for answer in ("vay vốn", "1", "2 triệu", typed, "1"):
            await v.hoa.says(answer)
        assert read_back in said(v.hoa.heard)


async def test_half_a_month_is_no_term(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        for answer in ("vay vốn", "1", "2 triệu", "nửa tháng"):
            await v.hoa.says(answer)
        assert "ở đây thế là ít quá" in v.hoa.heard


async def test_a_loan_said_in_one_message_is_asked_for_the_rest(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await v.hoa.says("vay 5 triệu một năm")
        heard = said(await v.hoa.says("1"))
        assert "5.000.000 đồng" in heard


async def test_coming_or_not_can_be_said_at_any_time(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for answer in ("lịch họp", "25/11", "8 giờ sáng", "Nhà văn hóa", "1", "1", "1"):
            await v.dao.says(answer)
        for typed, noted in (
            ("tôi đi được rồi", "yes"),
            ("thôi không đi được", "no"),
            ("bác lại đi được rồi cháu ạ", "yes"),
            ("không đi nữa", "no"),
        ):
            await v.hoa.says(typed)
            with v.store.reading() as db:
                rows = db.execute(text("SELECT answer FROM meeting_answers ORDER BY id DESC"))
                assert rows.scalars().first() == noted, typed


async def test_the_words_under_a_pushed_message_can_be_typed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng phí 30 nghìn")
        await v.hoa.taps("Đưa tận tay chú Hoàng Văn Giang")
        await v.hoa.taps("Đúng hết rồi")
        await v.giang.says("xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        assert "biên nhận" in v.hoa.heard.lower() or "phiếu" in v.hoa.heard.lower()
        await v.hoa.says("khong dung a")
        assert "Chỗ nào không đúng" in said(v.hoa.heard)
