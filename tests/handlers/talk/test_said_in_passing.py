"""What is said beside the question, and the sentence that led to an offer which is agreed to."""

from tests.kit.lending import give_fund
from tests.kit.village import village


async def test_thanks_and_questions_about_the_day_are_answered_and_the_question_stands(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        hoa = v.hoa
        await hoa.says("hôm nay âm lịch ngày mấy")
        assert "hôm nay là thứ hai 02/11/2026, tức ngày 24/9 âm lịch" in hoa.heard
        await hoa.says("đóng phí")
        question = str(hoa.heard)
        for said, answered in (
            ("cam on chau nhe", "không có gì đâu ạ"),
            ("mai trời mưa không", "thời tiết thì cháu không biết"),
            ("mai mung may", "ngày mai là"),
            ("mấy giờ rồi cháu", "góc trên màn hình"),
        ):
            await hoa.says(said)
            assert answered in hoa.heard, said
            assert "chưa thấy" not in hoa.heard and question in hoa.heard, said


async def test_a_dialogue_that_was_guessed_hears_the_sentence_that_led_to_it(
    sqlite_url: str,
) -> None:
    said = "nên gặp mặt ngày 20/12 lúc 8 giờ sáng, lên lịch, ở nhà văn hóa"
    async with village(sqlite_url) as v:
        # From the menu the same work begins with nothing said.
        for each in (said, "menu", "lên lịch"):
            await v.binh.says(each)
        assert "20/12" not in v.binh.last
        await v.binh.says("thôi")
        for agrees in ("1", "đúng rồi"):
            await v.binh.says(said)
            assert "có phải ông muốn “Lên lịch sinh hoạt”" in v.binh.heard
            await v.binh.says(agrees)
            assert "chủ nhật 20/12/2026, 8 giờ, Nhà văn hóa" in v.binh.heard, agrees
            await v.binh.says("thôi")


async def test_a_meeting_asked_of_the_young_one_is_heard_in_whole(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("Cháu xếp lịch họp ngày 20/12 lúc 8 giờ sáng ở nhà văn hóa")
        assert "chủ nhật 20/12/2026, 8 giờ, Nhà văn hóa" in v.binh.heard


async def test_a_guess_is_agreed_to_with_particles_and_without_marks(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for agrees in ("u dung", "dung a", "vang dung roi a"):
            await v.hoa.says("bac muon vay 5 trieu mua con bo")
            assert "“Nuôi bò, trâu”" in v.hoa.heard
            await v.hoa.says("xyz")
            # No number was asked for.
            assert "có phải ý bác là “Nuôi bò, trâu”" in v.hoa.heard
            assert "nhiều hơn mọi khi" not in v.hoa.heard
            await v.hoa.says(agrees)
            assert "vay trong mấy tháng" in v.hoa.heard, agrees
            await v.hoa.says("thôi")
            await v.hoa.says("bỏ hẳn")


async def test_who_is_meant_is_said_with_a_yes_or_a_year(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for meant in ("dung la ba Lan", "bà Lan sinh 1948", "lan 1948"):
            await v.binh.says("thu phí")
            await v.binh.says("ba Lan sinh 1948")
            assert "có phải người này" in v.binh.heard
            await v.binh.says(meant)
            assert "bà Đỗ Thị Lan còn thiếu" in v.binh.heard, meant
            await v.binh.says("thôi")
            await v.binh.says("bỏ hẳn")


async def test_a_member_hears_who_of_the_board_is_who_and_one_number_to_phone(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        for said, answered in (
            ("ai la thu quy", "đó là chú Hoàng Văn Giang, thủ quỹ"),
            ("sdt ong Binh", "đó là ông Trần Văn Bình, chủ nhiệm"),
            ("ban chủ nhiệm gồm những ai", "• Cô Phạm Thị Đào, thư ký"),
        ):
            await v.hoa.says(said)
            assert answered in v.hoa.heard and "số 0912 001 9630" in v.hoa.heard, said
        # Nobody else's number, and no member is looked for.
        await v.hoa.says("sdt ba Lan")
        assert "Lan" not in v.hoa.heard


async def test_a_buttons_words_need_no_comma(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in ("bàn thu", "mở bàn thu tiền", "0", "đúng", "bàn thu"):
            await v.giang.says(said)
        assert any("Đếm tiền, đóng bàn" in each for each in v.giang.labels)
        await v.giang.says("dem tien dong ban")
        assert "chưa ghi" in v.giang.heard and "từng loại tờ" not in v.giang.heard


async def test_what_a_member_owes_is_told_of_fee_and_loan(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("the con no bao nhieu")
        assert "không có khoản vay nào" in v.hoa.heard
        assert "Phí còn thiếu: 30.000 đồng" in v.hoa.heard
        assert v.hoa.labels[0] == "1. Đóng phí"


async def test_hunger_and_a_consent_taken_back_are_offered_their_work(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said, offered in (
            ("nha bac khong con gao an", "Báo người gặp khó khăn"),
            ("bac khong dong y cho luu thong tin nua", "Một điều tôi đã đồng ý"),
        ):
            await v.hoa.says(said)
            assert offered in v.hoa.heard, said
