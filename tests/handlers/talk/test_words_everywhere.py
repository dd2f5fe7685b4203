"""The words that work at every step, as a member hears them in the middle of a contribution."""

from tests.kit.lending import give_fund
from tests.kit.village import village


async def test_go_back_again_stop_and_a_person_in_vietnamese(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        assert "muốn đóng góp gì" in v.hoa.heard
        await v.hoa.says("1")
        months = v.hoa.heard
        assert await v.hoa.says("nhắc lại") == months
        assert (await v.hoa.says("nghe")).endswith(str(months))
        assert "muốn đóng góp gì" in await v.hoa.says("quay lại")
        assert "đây là câu đầu tiên" in await v.hoa.says("quay lại")
        await v.hoa.says("1")
        said = await v.hoa.says("gọi người thật")
        assert "Phạm Thị Đào, số 0912 001 9630" in said
        assert months in said
        assert "cháu vẫn giữ" in await v.hoa.says("thôi")
        assert v.hoa.labels[:2] == ["1. Làm tiếp", "2. Bỏ hẳn"]
        said = await v.hoa.says("1")
        assert "Còn khoảng 3 câu nữa" in said
        assert months in said
        await v.hoa.says("việc khác")
        assert v.hoa.labels[0] == "1. Làm tiếp: Đóng phí, ủng hộ"


async def test_three_misunderstandings_in_a_row(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        first = await v.hoa.says("tầm xuân")
        second = await v.hoa.says("tầm gửi")
        third = await v.hoa.says("tầm vông")
        assert "cháu chưa thấy câu đó" in first
        assert "gõ một số, từ 1 đến 4" in second
        assert "Phạm Thị Đào, số 0912 001 9630" in third
        assert "muốn đóng góp gì" in third


async def test_the_same_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says("contribute")
        first = v.hoa.heard
        await v.hoa.says("1")
        second = v.hoa.heard
        assert await v.hoa.says("again") == second
        assert await v.hoa.says("back") == first
        assert "the first question" in await v.hoa.says("back")
        assert "Phạm Thị Đào can help you" in await v.hoa.says("a real person")
        await v.hoa.says("1")
        assert "We have stopped. Your answers are kept" in await v.hoa.says("stop")
        assert "We stopped in the middle of" in await v.hoa.says("1")
        assert "I have kept" in await v.hoa.says("menu")
        assert v.hoa.labels[0].startswith("1. Go on: ")


async def test_another_wish_in_the_middle_opens_it_and_keeps_what_stood(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await v.hoa.says("đóng góp")
        await v.hoa.says("1")
        assert "để làm gì" in await v.hoa.says("vay vốn")
        assert "muốn đóng góp gì" not in v.hoa.heard
        await v.hoa.says("thôi")
        assert "Đóng phí, ủng hộ" in await v.hoa.says("việc đang dở")


async def test_an_answer_stays_an_answer_whatever_it_opens_elsewhere(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await v.hoa.says("đóng góp")
        assert "đóng bao nhiêu" in await v.hoa.says("phí")
        await v.hoa.says("thôi")
        await v.hoa.says("vay vốn")
        await v.hoa.says("nuôi gà")
        assert "Vay vốn" not in v.hoa.heard


async def test_a_wish_with_its_sum_is_heard_in_the_middle_of_a_choice(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        await v.hoa.says("đóng góp")
        said = await v.hoa.says("vay 3 triệu nuôi gà một năm")
        assert "3.000.000 đồng" in said
        assert "nuôi gà" in said.lower() or "gà, vịt" in said.lower()
        assert "12 tháng" in said


async def test_the_time_of_a_loan_is_not_part_of_its_sum(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        said = await v.hoa.says("vay năm triệu năm tháng")
        assert "5.500.000" not in said


async def test_small_words_open_what_they_mean(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("50 nghìn")
        assert "Bác muốn đóng góp gì ạ?" in v.hoa.heard
        await v.hoa.says("thôi")
        await v.hoa.says("50")
        assert "đóng góp gì" not in v.hoa.heard
        await v.hoa.says("không cần nhắc nữa")
        assert "Bác muốn đổi việc nào ạ?" in v.hoa.heard
        await v.hoa.says("thôi")
        await v.hoa.says("đổi ý, bác đi được")
        assert "buổi sinh hoạt" in v.hoa.heard
        await v.hoa.says("tôi đóng rồi")
        assert "1. Đóng phí" in v.hoa.labels
