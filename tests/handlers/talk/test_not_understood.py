"""Sentences that open nothing by themselves: a guess to choose from, a kind word, or the menu."""

from handlers.entrances import ENTRANCES, opened
from handlers.talk.hints import HINTS
from tests.kit.village import village

# What each says at the menu, and what must be among the first choices.
WISHES = {
    "hoa": {
        "bác muốn vay ít vốn nuôi gà": "Vay vốn",
        "mượn tiền mua phân bón": "Vay vốn",
        "I want to borrow money": "Vay vốn",
        "cháu ơi bác mới đóng tiền quỹ hai trăm ngàn hôm qua cho chị Giang rồi nhé": "Đóng phí",
        "tui muon gop gao": "Đóng phí",
        "hôm nào họp vậy cháu": "Đi sinh hoạt",
        "bác đau chân chắc ko đi đc": "Đi sinh hoạt",
        "hom nao hop vay chau": "Đi sinh hoạt",
        "tôi còn nợ bao nhiêu": "Khoản vay của mình",
        "tôi đóng phí chưa": "Tài khoản của tôi",
        "chữ nhỏ quá bác không đọc được": "Đọc cho bác nghe",
        "đừng nhắn nhiều nữa": "Khi nào nhắc",
        "quỹ hội còn bao nhiêu tiền": "Tiền quỹ câu lạc bộ",
        "có đứa nào tới chỉ bác xài zalo ko": "Nhờ giúp một việc",
        "bà Lan hàng xóm bị tai nạn": "Báo người gặp khó khăn",
        "bà cụ Tư mới mất rồi": "Báo tin buồn",
    },
    "binh": {
        "co ai xin vao khong": "Việc cần làm",
        "tháng này thế nào rồi": "Báo cáo tháng",
        "báo cho cả hội biết mai nghỉ họp": "Nhắn cả câu lạc bộ",
        "dời lịch họp sang chủ nhật": "Lên lịch sinh hoạt",
    },
    "quan": {"cháu làm được bao nhiêu giờ rồi": "Số giờ tôi đã giúp"},
    "la": {
        "tôi muốn vô hội": "Vào câu lạc bộ",
        "cháu là sinh viên muốn giúp các cụ": "Làm tình nguyện viên trẻ",
    },
}


async def test_a_sentence_is_answered_with_what_it_may_mean(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for who, wishes in WISHES.items():
            person = getattr(v, who)
            for said, meant in wishes.items():
                await person.says("menu")
                await person.says(said)
                assert any(meant in label for label in person.labels), (said, person.labels)
                assert "việc khác" in person.labels[-1], said


async def test_yes_opens_the_only_guess_and_no_the_menu(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("bác muốn vay ít vốn nuôi gà")
        assert "có phải bác muốn “Vay vốn”" in v.hoa.heard
        await v.hoa.says("đúng rồi cháu")
        assert "vay" in v.hoa.heard.lower()
        await v.hoa.says("thôi")
        await v.hoa.says("bác muốn vay ít vốn nuôi gà")
        await v.hoa.says("không")
        assert "1. Đóng phí, ủng hộ" in v.hoa.labels
        # Among several nobody chooses by a mere yes.
        await v.hoa.says("tôi đóng phí chưa")
        await v.hoa.says("ừ")
        assert "không hỏi gì bác" in v.hoa.heard


async def test_kind_words_get_kind_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said, answered in {
            "cảm ơn cháu nhé": "không có gì đâu ạ",
            "ăn cơm chưa cháu": "cảm ơn bác",
            "cháu là ai thế": "không phải người thật",
            "bác bị lừa mất hai triệu rồi cháu ơi": "gọi ngay cho ngân hàng",
            "thôi bác đi ngủ đây": "chào bác",
        }.items():
            await v.hoa.says(said)
            assert answered in v.hoa.heard, said
            assert "chưa hiểu" not in v.hoa.heard
        # A cashier who says that he has received something has confirmed nothing by it.
        await v.giang.says("đã nhận")
        assert "chưa hiểu" in v.giang.heard


async def test_nonsense_gets_the_menu(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for nonsense in ("asdf qwer", "bà", "x" * 500, "!!!", "0,5/0", "🙂🙂🙂"):
            await v.hoa.says(nonsense)
            assert "1. Đóng phí, ủng hộ" in v.hoa.labels, nonsense


def test_every_hint_is_of_something_that_can_be_opened() -> None:
    assert set(HINTS) <= {opened(each) for each in ENTRANCES}
