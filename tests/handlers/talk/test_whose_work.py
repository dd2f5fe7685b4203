"""Exact words of a guide open what they name, or say kindly whose work that is."""

from tests.kit.village import village


async def test_who_is_of_the_board_hears_whose_work_it_is_by_name(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        said = await v.em.says("hẹn ngày họp")
        assert "do mấy người này lo" in said
        for held in ("Trần Văn Bình, chủ nhiệm", "Lê Thị Cúc, phó chủ nhiệm", "Đào, thư ký"):
            assert held in said
        assert "Giang" not in said
        assert "việc này do chú Hoàng Văn Giang, thủ quỹ, lo ạ" in await v.em.says("chi tiền vay")
        assert "Việc cần làm" in str(v.em.labels)
        assert "Phạm Thị Đào, thư ký" in await v.em.says("nhắn cả câu lạc bộ")


async def test_the_one_whose_work_it_is_begins_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "việc này do" not in await v.dao.says("hẹn ngày họp")


async def test_a_member_hears_of_the_board_alone_and_a_stranger_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        said = await v.hoa.says("chi tiền vay")
        assert "việc này do ban chủ nhiệm lo ạ" in said
        assert "Giang" not in said
        assert "ban chủ nhiệm lo ạ" not in await v.la.says("chi tiền vay")
        assert "việc này do" not in v.la.heard


async def test_the_word_for_a_death_opens_what_each_can_do(sqlite_url: str) -> None:
    """The board records it, a member tells it."""
    async with village(sqlite_url) as v:
        for phone, sure in ((v.em, "ngày nào"), (v.hoa, "báo ban chủ nhiệm")):
            assert "Ai đã qua đời" in await phone.says("tin buồn")
            await phone.says("lan")
            await phone.says("1")
            assert sure in phone.heard


async def test_a_label_typed_opens_what_stands_in_no_menu(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "Ai đang gặp khó khăn" in await v.hoa.says("báo người gặp khó khăn")


async def test_what_a_member_pays_for_another_is_never_her_own_fee(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in (
            "đóng phí cho bà Lan 15 nghìn",
            "tôi nộp phí cho ông Mạnh",
            "nộp phí giúp chồng tôi",
            "dong phi cho ong nha toi 15 nghin",
            "tôi nộp 15 nghìn cho vợ tôi",
            "gửi phí hộ con trai tôi 20k",
        ):
            assert "ghi vào sổ của người ấy" in await v.hoa.says(said), said
        # Who is of the board takes her money.
        assert "phí câu lạc bộ" in await v.hoa.says("tôi đóng phí cho cô Giang 15 nghìn")


async def test_who_enters_fees_enters_that_of_her_house_under_its_name(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "ai" in await v.giang.says("đóng phí cho ông nhà tôi 15 nghìn")
        await v.giang.says("đóng phí cho bà Lan 15 nghìn")
        assert any("Đỗ Thị Lan" in each for each in v.giang.labels)
