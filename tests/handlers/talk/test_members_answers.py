"""Answers of members in their own words, at the questions about money, loans and people."""

from storage.queries import Connection
from tests.kit.lending import give_fund
from tests.kit.planned import at, plan_a_meeting
from tests.kit.village import CODE, Phone, Village, village


def written(v: Village) -> int:
    """How many deeds there were."""
    with v.store.reading() as db:
        return _deeds(db)


def _deeds(db: Connection) -> int:
    return int(db.exec_driver_sql("SELECT count(*) FROM audit").scalar_one())


async def says(phone: Phone, *lines: str) -> str:
    for line in lines:
        await phone.says(line)
    return " ".join(phone.heard.split())


async def leaves(phone: Phone) -> None:
    """Whatever was asked, as often as it takes."""
    await says(phone, "thôi", "2", "menu")


async def test_a_dung_typed_again_at_money_is_asked_in_other_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        before = written(v)
        await says(v.hoa, "đóng góp", "phí", "30 nghìn", "1")
        heard = [await v.hoa.says("dung") for _ in range(3)]
        assert heard[0] != heard[1] != heard[2]
        assert "“dung roi”" in heard[1] and written(v) == before
        await v.hoa.says("dung roi")
        assert "cháu ghi nhận" in v.hoa.heard


async def test_another_sum_beside_the_first_never_takes_its_place(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await says(v.hoa, "đóng góp", "phí", "30 nghìn", "1")
        assert "từng khoản một" in await says(v.hoa, "ủng hộ thêm 20 nghìn nữa")
        assert "30.000 đồng" in v.hoa.heard
        assert "20.000 đồng" in await says(v.hoa, "không phải, 20 nghìn thôi")


async def test_how_much_of_the_fee_in_words_of_their_own(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for said in ("thì cứ đóng hết đi", "đóng hết nợ luôn cho xong", "đủ 6 tháng còn thiếu"):
            await says(v.hoa, "đóng góp", "phí", said)
            assert "bằng cách nào" in v.hoa.heard, said
            assert "30.000 đồng" in await says(v.hoa, "1"), said
            await leaves(v.hoa)
        assert "40.000 đồng" in await says(
            v.hoa, "đóng góp", "phí", "đóng tới tháng chạp", "2", "1"
        )
        await leaves(v.hoa)
        await says(v.hoa, "đóng góp", "phí", "tháng 6 với tháng 7", "1")
        assert "10.000 đồng" in v.hoa.heard


async def test_what_is_given_and_how_is_heard_in_other_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "Gạo nếp: 20 cân" in await says(v.hoa, "đóng góp", "2 yến gạo nếp")
        await leaves(v.hoa)
        assert "còn thiếu phí" in await says(v.hoa, "đóng góp", "tiền hội ấy cháu")
        assert "tài khoản ngân hàng" in await says(v.hoa, "30 nghìn", "ck")
        assert "đưa tiền rồi hãy báo" in await says(v.hoa, "mai bác đưa")
        assert "bằng cách nào" in v.hoa.heard


async def test_a_loan_for_something_else_and_a_question_in_between(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await says(v.hoa, "vay vốn", "chữa bệnh cho ông nhà")
        assert "“chữa bệnh cho ông nhà”" in v.hoa.heard
        assert "vay bao nhiêu" in await says(v.hoa, "đúng rồi")
        assert "bác có nói đến 2.000.000 đồng" in await says(v.hoa, "có cho vay 2 triệu không")
        assert "mấy tháng" in await says(v.hoa, "ừ")
        assert "theo cách nào" in await says(v.hoa, "một quý")


async def test_a_wish_with_a_sum_is_no_reason(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        before = written(v)
        await says(v.hoa, "đi họp", "không", "đóng phí 30 nghìn")
        assert "muốn mở việc" in v.hoa.heard and written(v) == before
        assert "bằng cách nào" in await says(v.hoa, "2")


async def test_whoever_tells_of_herself_or_of_a_couple_is_found(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "Có chuyện gì" in await says(v.hoa, "báo khó khăn", "chính bác đây")
        assert "Nguyễn Thị Hoa: nhà tốc mái" in await says(v.hoa, "nhà tốc mái")
        await leaves(v.hoa)
        await says(v.hoa, "báo khó khăn", "hai vợ chồng ông Mạnh")
        assert "Bùi Văn Mạnh" in v.hoa.labels[0]


async def test_the_clubs_money_is_not_ones_own(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await says(v.hoa, "quỹ hội mình còn mấy đồng vậy cháu")
        assert "Tài khoản của bác" not in v.hoa.heard
        assert "quỹ" in v.hoa.heard


async def test_what_others_paid_is_the_boards_to_enter(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "ban chủ nhiệm lo" in await says(v.hoa, "thu của bà Lan 50, ông Mạnh 30")
        assert "ban chủ nhiệm lo" in await says(v.hoa, "ket so thang 10")


async def test_a_phone_that_was_taken_is_a_lost_one(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await says(v.hoa, "đt của bác bị con nó lấy mất rồi")
        assert "Mất điện thoại" in v.hoa.labels[0]


async def test_a_stranger_says_in_kinship_words_who_she_is(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await says(v.la, "tham gia", CODE, "đồng ý", "Trần Thị Bảy", "1950", "bác gái")
        assert "thôn nào" in v.la.heard
        # A number is nowhere to live; it answers the question after the next.
        assert "thôn nào" in await says(v.la, "0912.345.678")
        assert "0912 345 678" in await says(v.la, "thôn Đoài")


async def test_a_stranger_not_understood_twice_is_offered_what_is_for_her(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert await says(v.la, "blub blub") != await says(v.la, "xyz xyz")
        assert "đóng phí" not in v.la.heard and "Vào câu lạc bộ" in v.la.labels[0]
