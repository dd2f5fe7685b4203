"""The board changes the fee: two agree, all members hear it, and nothing in the past changes."""

from datetime import UTC, datetime

from club.calendar import Month
from club.contributions import fee_months_owed, total_owed
from club.money import Money
from handlers.talk.heard import Kind
from storage.queries.money.fees import fee_facts, fee_facts_of
from tests.kit.giving import in_books, tell_fee
from tests.kit.lending import one_household
from tests.kit.village import Phone, Village, village


def owed(v: Village, phone: Phone, until: Month) -> dict[str, int]:
    with v.store.reading() as db:
        facts = fee_facts(db, v.club.club_id, phone.member_id or 0)
    return {str(each.month): each.amount.dong for each in fee_months_owed(facts, until)}


async def propose_fee(v: Village, period: str, whom: str, amount: str) -> None:
    await v.binh.says("đổi phí")
    await v.binh.taps("Đổi mức phí")
    await v.binh.taps(period)
    await v.binh.taps(whom)
    await v.binh.says(amount)


async def second_agrees(v: Village) -> None:
    await v.em.taps("Xem và trả lời")
    await v.em.says("đúng")


async def test_a_new_fee_begins_after_a_week_and_all_members_hear_it(database_url: str) -> None:
    async with village(database_url) as v:
        await propose_fee(v, "Một tháng", "Mỗi người", "10 nghìn")
        assert "• Bây giờ: 5.000 đồng một tháng, mỗi người" in v.binh.heard
        assert "• Mức mới: 10.000 đồng một tháng, mỗi người" in v.binh.heard
        assert "• Từ tháng 12/2026" in v.binh.heard
        await v.binh.says("đúng")
        assert "Câu lạc bộ đổi mức phí" not in v.hoa.everything
        await second_agrees(v)
        assert "ban chủ nhiệm đổi mức phí" in v.hoa.heard
        assert "Từ tháng 12/2026: 10.000 đồng một tháng, mỗi người" in v.hoa.heard
        before = {f"2026-{month:02}": 5_000 for month in range(6, 12)}
        assert owed(v, v.hoa, Month(2026, 12)) == {**before, "2026-12": 10_000}
        await v.hoa.says("mức phí")
        assert "phí câu lạc bộ bây giờ: 5.000 đồng một tháng, mỗi người" in v.hoa.heard
        assert "• Từ tháng 12/2026: 10.000 đồng" in v.hoa.heard
        assert "Đổi mức phí" not in v.hoa.labels


async def test_a_quarter_begins_with_a_quarter_and_whoever_paid_ahead_keeps_the_months(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        await v.hoa.taps("Đóng phí câu lạc bộ")
        await v.hoa.says("45 nghìn")
        await v.hoa.taps("Đưa tận tay chú Hoàng Văn Giang")
        await v.hoa.says("đúng")
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await propose_fee(v, "Một quý", "Mỗi người", "24 nghìn")
        assert "• Từ tháng 1/2027" in v.binh.heard
        await v.binh.says("đúng")
        await second_agrees(v)
        assert owed(v, v.hoa, Month(2027, 4)) == {"2027-03": 5_000, "2027-04": 24_000}
        assert owed(v, v.lan, Month(2027, 3))["2027-01"] == 24_000
        assert in_books(v) == [45_000]


async def test_a_household_pays_one_fee(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await propose_fee(v, "Một tháng", "Mỗi hộ", "10 nghìn")
        await v.binh.says("đúng")
        await second_agrees(v)
        assert "10.000 đồng một tháng, mỗi hộ" in v.hoa.heard
        one_household(v, v.hoa, v.manh)
        both = {f"2026-{month:02}": 5_000 for month in range(6, 12)} | {"2026-12": 10_000}
        december = Month(2026, 12)
        assert owed(v, v.hoa, december) == owed(v, v.manh, december) == both
        await v.waits(days=30)
        await v.manh.says("đóng góp")
        await v.manh.taps("Đóng phí câu lạc bộ")
        await v.manh.says("40 nghìn")
        await v.manh.taps("Đưa tận tay chú Hoàng Văn Giang")
        await v.manh.says("đúng")
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        assert owed(v, v.manh, december) == {}
        assert "2026-12" not in owed(v, v.hoa, december)
        with v.store.reading() as db:
            everybody = fee_facts_of(db, v.club.club_id)
        debts = [len(fee_months_owed(facts, december)) for facts in everybody.values()]
        assert sum(debts) == 7 * 6 + 6, "the household's December stands with nobody any more"


async def test_no_second_change_before_the_first_has_begun(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await propose_fee(v, "Một tháng", "Mỗi người", "10 nghìn")
        await v.binh.says("đúng")
        await propose_fee(v, "Một tháng", "Mỗi người", "20 nghìn")
        await v.binh.says("đúng")
        assert "không ghi hai lần" in v.binh.heard or "người thứ hai" in v.binh.heard
        await v.em.taps("Xem và trả lời")
        await v.em.says("đúng")
        await propose_fee(v, "Một tháng", "Mỗi người", "20 nghìn")
        await v.binh.says("đúng")
        assert "Đến ngày ấy rồi mới đổi tiếp được" in v.binh.heard


async def test_the_same_fee_is_no_change(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await propose_fee(v, "Một tháng", "Mỗi người", "5 nghìn")
        await v.binh.says("đúng")
        assert "hiện đang đúng như vậy rồi" in v.binh.heard


async def test_who_agrees_reads_the_month_that_was_read_back_early_in_the_morning_too(
    sqlite_url: str,
) -> None:
    """At five on the first of December it is still November in UTC."""
    async with village(sqlite_url) as v:
        v.clock.move(datetime(2026, 11, 30, 22, tzinfo=UTC) - v.clock.now())
        await v.binh.says("mức phí")
        await v.binh.taps("Mức phí riêng cho một người")
        for said in ("hoa", "1", "miễn phí", "hoàn cảnh khó khăn"):
            await v.binh.says(said)
        assert "từ tháng 12/2026: không phải đóng phí" in v.binh.heard
        await v.binh.says("đúng")
        await v.em.taps("Xem và trả lời")
        assert "từ tháng 12/2026: không phải đóng phí" in v.em.heard


async def test_a_member_is_exempt_by_two_with_a_reason_and_hears_it(database_url: str) -> None:
    async with village(database_url) as v:
        await v.binh.says("mức phí")
        await v.binh.taps("Mức phí riêng cho một người")
        await v.binh.says("hoa")
        await v.binh.taps("Nguyễn Thị Hoa")
        await v.binh.taps("Miễn phí")
        await v.binh.says("hoàn cảnh khó khăn")
        assert "từ tháng 11/2026: không phải đóng phí" in v.binh.heard
        await v.binh.says("đúng")
        await v.em.taps("Xem và trả lời")
        assert "Lý do: hoàn cảnh khó khăn" in v.em.heard
        await v.em.says("đúng")
        assert "đã định mức phí của bác" in v.hoa.heard
        assert "Lý do: hoàn cảnh khó khăn" in v.hoa.heard
        assert list(owed(v, v.hoa, Month(2027, 6))) == [f"2026-{m:02}" for m in range(6, 11)]
        assert total_owed(_lans(v)) == Money(30_000)


def _lans(v: Village):  # type: ignore[no-untyped-def]
    with v.store.reading() as db:
        facts = fee_facts(db, v.club.club_id, v.lan.member_id or 0)
    return fee_months_owed(facts, Month(2026, 11))


async def test_an_exception_ends_with_the_clubs_fee(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        for way in ("Another sum", "The club's fee again"):
            await v.binh.says("the club's fee")
            await v.binh.taps("A fee for one member")
            await v.binh.says("hoa")
            await v.binh.taps("Nguyễn Thị Hoa")
            await v.binh.taps(way)
            if way == "Another sum":
                await v.binh.says("2k")
            await v.binh.says("as her household asked")
            await v.binh.says("yes, right")
            if "I will ask a second person" in v.binh.heard:
                await v.binh.says("correct")
            await v.em.taps("Look and answer")
            await v.em.says("correct")
            await v.waits(days=62)
        assert owed(v, v.hoa, Month(2027, 3)) == {
            **{f"2026-{month:02}": 5_000 for month in range(6, 12)},
            **{"2026-12": 2_000, "2027-01": 2_000, "2027-02": 5_000, "2027-03": 5_000},
        }


async def test_members_cannot_change_the_fee(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for dialogue in ("change_fee", "own_fee", "change_account"):
            await v.hoa.opens()
            await v.hoa.says(f"s:{dialogue}:", kind=Kind.PRESS)
            assert "chỉ người phụ trách mới làm được" in v.hoa.heard
        assert in_books(v) == []


async def test_the_fee_is_paid_as_before_while_a_change_waits(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await propose_fee(v, "Một tháng", "Mỗi người", "10 nghìn")
        await v.binh.says("đúng")
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await second_agrees(v)
        assert owed(v, v.hoa, Month(2026, 12)) == {"2026-12": 10_000}
