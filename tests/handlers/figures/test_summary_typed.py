"""The month typed as people type it; it is the 2nd of November 2026, the club is of May."""

from tests.kit.village import village

NOVEMBER, OCTOBER = "Báo cáo tháng 11/2026", "Báo cáo tháng 10/2026"
OPENS = {
    "báo cáo": NOVEMBER,
    "/baocao": NOVEMBER,
    "bao cao thang nay the nao roi": NOVEMBER,
    "tổng kết tháng này thế nào": NOVEMBER,
    "cho bác xem báo cáo": NOVEMBER,
    "show me the report": NOVEMBER,
    "/baocao 10": OCTOBER,
    "/baocao thang truoc": OCTOBER,
    "báo cáo tháng trước": OCTOBER,
    "bao cao thang truoc dau chau": OCTOBER,
    "báo cáo tháng mười": OCTOBER,
    "cho bác xem báo cáo tháng mười": OCTOBER,
    "báo cáo 10/2026": OCTOBER,
    "báo cáo tháng 10, 2026": OCTOBER,
    "báo cáo T10": OCTOBER,
}
NOT_UNDERSTOOD = (
    *("báo cáo tháng 0", "báo cáo tháng 13", "báo cáo tháng mười ba", "báo cáo tháng xyz"),
    *("/baocao 13", "báo cáo tháng -1", "báo cáo quý 3", "báo cáo 0/2026"),
)


async def test_every_way_of_typing_a_month_opens_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for typed, opens in OPENS.items():
            await v.binh.says(typed)
            assert v.binh.heard.startswith(opens), typed


async def test_what_is_no_month_is_said_kindly_with_two_that_are(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for typed in NOT_UNDERSTOOD:
            await v.binh.says(typed)
            assert "chưa rõ là tháng nào" in v.binh.heard, typed
            assert v.binh.labels[:2] == [f"1. {NOVEMBER}", f"2. {OCTOBER}"], typed
        await v.binh.says("2")
        assert v.binh.heard.startswith(OCTOBER)


async def test_a_month_to_come_and_one_too_early_are_told_apart(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("báo cáo tháng 12")
        assert "tháng 12/2026 chưa tới" in v.binh.heard
        assert v.binh.labels[0] == f"1. {NOVEMBER}"
        await v.binh.says("báo cáo tháng 4")
        assert "báo cáo đầu tiên là của tháng 5/2026" in v.binh.heard
        assert v.binh.labels[0] == "1. Báo cáo tháng 5/2026"
        await v.binh.says("1")
        assert v.binh.heard.startswith("Báo cáo tháng 5/2026")


async def test_the_form_can_be_typed_with_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for typed, ending in (
            ("báo cáo tháng trước bằng ảnh", ".png"),
            ("bao cao thang 10 pdf", ".pdf"),
            ("báo cáo tháng mười để in ra ký tên", ".pdf"),
            ("gửi bác báo cáo tháng 10 bảng tính", ".xlsx"),
        ):
            await v.binh.says(typed)
            assert "báo cáo tháng 10/2026 đây ạ" in v.binh.heard, typed
            assert (v.binh.papers[-1].file_name or "").endswith(ending), typed
        await v.hoa.says("báo cáo tháng trước pdf")
        assert v.hoa.labels[0] == "1. Ảnh xem trên điện thoại"


async def test_words_that_are_no_month_may_mean_something_else(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("báo cáo cháu, bác bị lừa mất tiền")
        assert "gọi ngay cho ngân hàng" in v.binh.heard
        await v.binh.says("báo cáo xyz")
        assert "có phải ông muốn “Báo cáo tháng”" in v.binh.heard


async def test_the_news_of_a_month_that_is_none(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("bản tin tháng 13")
        assert "chưa rõ là tháng nào" in v.binh.heard
        assert v.binh.labels[1] == "2. Bản tin tháng 10/2026"
        await v.binh.says("2")
        assert "bản tin tháng 10/2026 để đọc trên loa" in v.binh.heard.replace("\n", " ")
        await v.binh.says("bản tin tháng mười dán bảng tin")
        assert "tờ dán bảng tin tháng 10/2026" in v.binh.heard
