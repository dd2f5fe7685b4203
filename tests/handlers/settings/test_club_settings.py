"""The settings of a club: seen by every member, changed by two of the board, told to all."""

from datetime import timedelta
from typing import Any

from handlers.talk.heard import Kind
from storage.changes.joining.found_club import settle
from storage.queries.settings.settings import setting
from tests.kit.board import said
from tests.kit.village import Phone, Village, village


def settled(v: Village, name: str) -> Any:
    with v.store.reading() as db:
        return setting(db, v.club.club_id, name, v.clock.now().date())


async def opens(phone: Phone, *labels: str) -> None:
    await phone.says("cài đặt câu lạc bộ")
    for label in labels:
        await phone.taps(label)


async def test_the_limit_of_one_alone_is_changed_by_two_and_holds_later(database_url: str) -> None:
    async with village(database_url) as v:
        await opens(v.binh, "Chi tiền")
        assert "Một người tự chi: đến 1.000.000 đồng" in said(v.binh)
        assert "Trên mức này cần thêm một người" in said(v.binh)
        await v.binh.taps("Một người tự chi")
        await v.binh.taps("Đổi mục này")
        await v.binh.taps("Đặt một số tiền")
        await v.binh.says("abc")
        await v.binh.says("500 nghìn")
        assert "đến 500.000 đồng" in said(v.binh)
        await v.binh.says("đúng")
        assert "người thứ hai đồng ý" in said(v.binh)
        await v.em.taps("Xem và trả lời")
        assert "Đổi thành: đến 500.000 đồng" in said(v.em)
        await v.em.says("đúng")
        for phone in (v.hoa, v.lan, v.cuc):
            assert "ban chủ nhiệm CLB Thôn Đoài đã quyết định" in said(phone)
            assert "500.000 đồng" in said(phone)
        assert settled(v, "expense_limit") == 1_000_000
        v.clock.move(timedelta(days=7))
        assert settled(v, "expense_limit") == 500_000
        await opens(v.hoa, "Chi tiền", "Một người tự chi")
        assert "Trần Văn Bình" in said(v.hoa)
        assert "Đổi mục này" not in v.hoa.labels


async def test_the_same_setting_waits_only_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for phone in (v.binh, v.cuc):
            await opens(phone, "Sinh hoạt", "Ngày sinh hoạt", "Đổi mục này")
            await phone.taps("Theo ngày âm lịch")
            await phone.says("31")
            await phone.says("15")
            await phone.says("đúng")
        assert "chờ" in said(v.cuc)
        await opens(v.dao, "Sinh hoạt", "Ngày sinh hoạt")
        assert "Đang chờ người thứ hai đồng ý: rằm, ngày 15 âm lịch hằng tháng" in said(v.dao)
        await v.em.says("việc cần làm")
        await v.em.taps("quy định")
        await v.em.says("không")
        await v.em.says("Để hỏi mọi người trước đã")
        assert "Để hỏi mọi người trước đã" in said(v.binh)
        v.clock.move(timedelta(days=8))
        assert settled(v, "meeting_day") == "solar 24"


async def test_a_harmless_one_is_decided_by_one_and_told_to_the_board(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await opens(v.binh, "Sinh hoạt", "Nơi sinh hoạt", "Đổi mục này")
        await v.binh.says("Nhà văn hóa thôn")
        await v.binh.says("đúng")
        assert "áp dụng từ hôm nay" in said(v.binh)
        assert "Nhà văn hóa thôn" in said(v.giang)
        assert settled(v, "meeting_place") == "Nhà văn hóa thôn"
        await opens(v.binh, "Sinh hoạt", "Ngày có bài học", "Đổi mục này")
        for nonsense in ("ngày nào cũng được", "32", "-3", "0"):
            await v.binh.says(nonsense)
            assert settled(v, "lesson_day") == 15
        await v.binh.says("10")
        await v.binh.says("đúng")
        assert settled(v, "lesson_day") == 10


async def test_each_kind_of_setting_can_be_changed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        answers: dict[str, tuple[list[str], Any]] = {
            "meeting_day": (["Theo thứ trong tuần", "Chủ nhật", "cuối cùng"], "weekday last 6"),
            "loan_rate": (["5%", "0,65 %"], 65),
            "loan_basis": (["toàn bộ số gốc"], "flat"),
            "loan_forms": (["có", "không", "không", "có"], ["monthly", "all_at_end"]),
            "loan_months": (["6", "5", "36"], [6, 36]),
            "loan_ladder": (["3 triệu", "2 triệu", "6 triệu", "9 triệu"], [3e6, 6e6, 9e6]),
            "loan_one_at_a_time": (["không"], False),
            "loan_one_a_household": (["không"], False),
            "interest_split": (["101", "30"], [[v.club.operating_fund, 30]]),
            "sick_visit_sum": (["Đặt một số tiền", "200 nghìn"], 200_000),
            "mourning_days": (["101", "30"], 30),
            "tet_money_from": (["30", "23"], 23),
            "tet_money_until": (["3", "12"], 12),
        }
        for name, (typed, _) in answers.items():
            await v.binh.opens("")
            await v.binh.says(f"s:change_setting:{name}", kind=Kind.PRESS)
            for each in typed:
                await v.binh.says(each)
            await v.binh.says("đúng")
            await v.em.taps("Xem và trả lời")
            await v.em.says("đúng")
        v.clock.move(timedelta(days=7))
        assert {name: settled(v, name) for name in answers} == {
            name: value for name, (_, value) in answers.items()
        }


async def test_the_usual_place_is_offered_when_a_meeting_is_planned(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        today = v.clock.now().date()
        v.store.change(settle, v.club.club_id, "meeting_place", "Đình làng", today, v.clock.now())
        await v.dao.says("lịch họp")
        for answer in ("24/11", "8 giờ sáng"):
            await v.dao.says(answer)
        assert "ở Đình làng như mọi khi" in said(v.dao)
        await v.dao.says("có")
        for answer in ("bỏ qua", "bỏ qua"):
            await v.dao.says(answer)
        assert "Đình làng" in said(v.dao)


async def test_no_loan_may_come_to_cost_more_than_the_law_allows(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("s:change_setting:loan_rate", kind=Kind.PRESS)
        for answer in ("1,6 %", "đúng"):
            await v.binh.says(answer)
        await v.em.taps("Xem và trả lời")
        await v.em.says("đúng")
        await v.binh.says("s:change_setting:loan_basis", kind=Kind.PRESS)
        for answer in ("toàn bộ số gốc", "đúng"):
            await v.binh.says(answer)
        assert "20 %" in said(v.binh)
        v.clock.move(timedelta(days=7))
        assert (settled(v, "loan_rate"), settled(v, "loan_basis")) == (160, "remaining")


async def test_only_the_chair_and_the_deputy_change_settings(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for phone in (v.hoa, v.quan, v.la, v.giang):
            await phone.says("s:change_setting:expense_limit", kind=Kind.PRESS)
            assert "1.000.000" not in said(phone)
        for phone in (v.quan, v.la):
            await phone.says("v:club_settings:", kind=Kind.PRESS)
            assert "Thôn Đoài" not in said(phone)
            await phone.says("v:club_setting:expense_limit", kind=Kind.PRESS)
            assert "1.000.000" not in said(phone)


async def day_read_back(phone: Phone, *typed: str) -> str:
    """What is read back after the meeting day was said with these words."""
    await phone.says("s:change_setting:meeting_day", kind=Kind.PRESS)
    for each in typed:
        await phone.says(each)
    shown = said(phone)
    await phone.says("không đúng")
    return shown


async def test_the_meeting_day_is_typed_as_people_say_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        shown = await day_read_back(v.binh, "rằm")
        assert "Đổi thành: rằm, ngày 15 âm lịch hằng tháng" in shown
        # Rằm of the ninth, tenth and eleventh month of Bính Ngọ, from a week from now on.
        assert "những buổi đầu: 23/11/2026, 23/12/2026, 22/01/2027" in shown
        shown = await day_read_back(v.binh, "chủ nhật tuần cuối")
        assert "Chủ nhật cuối cùng trong tháng" in shown
        assert "29/11/2026, 27/12/2026, 31/01/2027" in shown
        shown = await day_read_back(v.binh, "theo ngày dương lịch", "31")
        assert "ngày 31 hằng tháng, tháng thiếu thì ngày cuối tháng" in shown
        assert "30/11/2026, 31/12/2026, 31/01/2027" in shown
        shown = await day_read_back(v.binh, "theo ngày âm lịch", "31", "30")
        assert "ngày 30 âm lịch hằng tháng, tháng thiếu thì ngày 29" in shown
        shown = await day_read_back(v.binh, "mùng 5", "âm")
        assert "ngày 5 âm lịch" in shown


async def test_the_meeting_day_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.binh.says("s:change_setting:meeting_day", kind=Kind.PRESS)
        await v.binh.says("second saturday")
        assert "Saturday, the second of the month" in v.binh.heard
        assert "14/11/2026, 12/12/2026, 09/01/2027" in v.binh.heard
