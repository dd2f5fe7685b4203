"""Sentences that open nothing by themselves: a guess to choose from, a kind word, or the menu."""

from handlers.entrances import ENTRANCES, opened
from handlers.talk.hints import HINTS
from handlers.talk.life_hints import LIFE_HINTS
from tests.kit.village import village

# What each says at the menu, and what must be among the first choices.
WISHES = {
    "hoa": {
        "bác muốn vay ít vốn nuôi gà": "Vay vốn",
        "mượn tiền mua phân bón": "Vay vốn",
        "something about a loan for my pigs": "Vay vốn",
        "tui muon gop gao": "Đóng phí",
        "chữ nhỏ quá bác không đọc được": "Đọc cho bác nghe",
        "đừng nhắn nhiều nữa": "Khi nào nhắc",
        "có đứa nào tới giúp bác với ko": "Nhờ giúp một việc",
        "bà Lan hàng xóm bị tai nạn": "Báo người gặp khó khăn",
    },
    "binh": {
        "tháng này thế nào rồi": "Báo cáo tháng",
        "báo cho cả hội biết mai nghỉ họp": "Nhắn cả câu lạc bộ",
        "dời lịch họp sang chủ nhật": "Lên lịch sinh hoạt",
    },
    "la": {
        "tôi muốn vô hội của xóm mình": "Vào câu lạc bộ",
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
        await v.hoa.says("hội mình có cho vay vốn nuôi bò với ủng hộ gì không cháu")
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
    assert {*HINTS, *LIFE_HINTS} <= {opened(each) for each in ENTRANCES}


async def test_what_is_said_of_one_thing_alone_opens_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("cháu cho ông lên lịch họp")
        assert "họp vào ngày nào" in v.binh.heard
        await v.hoa.says("tôi muốn vay tiền")
        assert "khoản vay nhỏ nhất" in v.hoa.heard
        await v.hoa.says("hôm nào họp vậy cháu")
        assert "chưa có lịch buổi sinh hoạt" in v.hoa.heard
        await v.hoa.says("tôi còn nợ bao nhiêu")
        assert "không có khoản vay nào" in v.hoa.heard
        await v.hoa.says("quỹ hội còn bao nhiêu tiền")
        assert "Các khoản đã chi" in " ".join(v.hoa.labels)
        # A no among the words is never taken for a wish.
        await v.lan.says("tôi không muốn vay tiền")
        assert "vay" not in v.lan.heard


async def test_a_longer_answer_holds_the_day_and_the_hour(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("lên lịch họp")
        await v.binh.says("chủ nhật tuần sau lúc 2 giờ chiều ở nhà văn hóa")
        assert "có phải ý ông là “chủ nhật" in v.binh.heard
        await v.binh.says("đúng rồi")
        # What else was said is not asked again.
        assert "cháu hiểu là: 14 giờ, Nhà văn hóa" in v.binh.heard
        await v.binh.says("dừng")
        await v.binh.says("bỏ hẳn")
        await v.binh.says("lên lịch họp")
        await v.binh.says("chủ nhật tuần sau")
        await v.binh.says("chắc hai giờ chiều cho mát các cụ ạ")
        assert "“14 giờ”" in v.binh.heard
        await v.binh.says("không phải")
        assert "mấy giờ bắt đầu" in v.binh.heard
        await v.binh.says("tôi chưa nghĩ ra")
        assert "14" not in v.binh.heard


async def test_a_sentence_in_the_middle_of_a_question_opens_what_it_is_about(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("nhờ giúp")
        await v.hoa.says("hôm nào họp vậy cháu")
        assert "chưa có lịch buổi sinh hoạt" in v.hoa.heard
        await v.hoa.says("nhờ giúp")
        # What speaks of a choice is an answer, and what speaks of several things is none.
        await v.hoa.says("cái điện thoại nó cứ hiện quảng cáo hoài")
        assert "ý bác là “Dùng điện thoại”" in v.hoa.heard


async def test_a_question_is_no_cage(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said, heard in {
            "cho bac xem tai khoan cua bac": "Tài khoản của bác",
            "khong di hop duoc dau": "chưa có lịch buổi sinh hoạt",
            "bac muon vay 5 trieu mua con bo": "quỹ lúc này chỉ còn",
            "thoi de luc khac": "muốn làm việc gì",
        }.items():
            await v.hoa.says("menu")
            await v.hoa.says("đóng góp")
            await v.hoa.says(said)
            assert heard in v.hoa.heard, said


async def test_a_no_is_no_wish(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in (
            "chau oi hom do toi khong vay nua dau",
            "bác không đóng quỹ nữa đâu",
            "I don't want to borrow",
        ):
            await v.hoa.says(said)
            assert "có phải" not in v.hoa.heard, said
