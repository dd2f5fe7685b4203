"""Aches, a low mood, a swindler's call: a kind word and whom to phone, at the menu and in the
middle of a question; nothing is recorded.
"""

from itertools import pairwise

from tests.kit.village import village

PHONE = "0912 001 9630"  # of the secretary
TOLD = {
    "may tuan nay bac hay bi chong mat": "trạm y tế",
    "huyết áp bác 160 trên 95 có sao không": "trạm y tế",
    "bác buồn quá cháu ạ": "không một mình",
    "ai vừa gọi cho bác xin mã otp": "đừng đọc mã",
    "cho bac rut tien tiet kiem ra": "không chi tiền được",
    "bác muốn ra khỏi hội": "chưa làm thay đổi gì",
    "bác muốn gặp chủ nhiệm": PHONE,
    "máy của bác bị đơ rồi": "bật lại",
    "ai xem được số tiền của bác vay": "dữ liệu của tôi",
}


async def test_at_the_menu_a_worry_gets_a_kind_word_and_somebody_to_phone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said, answered in TOLD.items():
            await v.hoa.says(said)
            assert answered in v.hoa.heard, said
            assert PHONE in v.hoa.heard, said
            assert "chưa hiểu" not in v.hoa.heard


async def test_in_the_middle_the_question_stands_behind_the_kind_word(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("huyết áp")
        await v.hoa.says("chóng mặt quá")
        assert "trạm y tế" in v.hoa.heard
        assert "có đồng ý không" in v.hoa.heard


async def test_a_phone_that_is_gone_is_no_sad_news(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đt của bác bị con nó lấy mất rồi")
        assert "tin buồn" not in v.hoa.heard
        await v.hoa.says("mất điện thoại")
        await v.hoa.says("mất rồi")
        assert "qua đời" not in v.hoa.heard


async def test_not_understood_twice_running_is_said_in_other_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        heard = [await v.hoa.says(each) for each in ("blub blub", "xyz xyz", "qwe rty", "asd fgh")]
        assert all(one != two for one, two in pairwise(heard))


async def test_telex_keys_left_standing_are_guessed_at(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("tieefn quyx conf bao nhieeu")
        assert "Tiền quỹ câu lạc bộ" in v.hoa.heard


async def test_thanks_and_scolding_in_longer_words_are_met_kindly(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("cảm ơn cháu nhiều nhé cháu ngoan lắm")
        assert "không có gì đâu ạ" in v.hoa.heard
        await v.hoa.says("bấm mãi chẳng được gì cả bực cả mình")
        assert "xin lỗi" in v.hoa.heard and PHONE in v.hoa.heard


async def test_a_swindlers_sum_begins_no_payment(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in (
            "có người gọi điện bảo bác chuyển 5 triệu để nhận quà",
            "co nguoi goi bao bac dong phi 2 trieu de nhan thuong",
        ):
            await v.hoa.says(said)
            assert "đừng chuyển tiền" in v.hoa.heard, said
            assert PHONE in v.hoa.heard, said
        await v.hoa.says("vay vốn")
        await v.hoa.says("cháu nội gọi bảo bị tai nạn, chuyển 5 triệu gấp")
        assert "đừng chuyển tiền" in v.hoa.heard
        assert "5.000.000" not in v.hoa.heard
