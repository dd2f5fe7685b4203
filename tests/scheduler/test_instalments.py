"""Instalments: three days before, that day, a week and thirty days after; the board hears last."""

from datetime import date, timedelta

from storage.changes.joining.found_club import settle
from tests.kit.lending import one_household
from tests.kit.owing import ends_membership, falls_due, is_repaid, lent
from tests.kit.planned import at, at_the_moment, due_times, reminders_of
from tests.kit.village import FOUNDED, Village, village

DUE = date(2026, 11, 10)
KIND, BOARD_KIND = "instalment", "instalment_late"


async def every_morning(v: Village, days: int) -> list[int]:
    """How many messages came on each of so many mornings from the 3rd on."""
    return [await at_the_moment(v, at(3, 8, 5) + timedelta(days=number)) for number in range(days)]


def to_hoa(v: Village) -> list[str]:
    return [each.text for each in v.hoa.messages if "kỳ trả" in each.text]


async def test_four_times_in_all_and_never_twice(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        lent(v, "hoa", DUE)
        await every_morning(v, 45)
        assert to_hoa(v) == [
            "Dạ, thứ ba 10/11/2026 là đến kỳ trả khoản vay của bác ạ.",
            "Dạ, hôm nay đến kỳ trả khoản vay của bác ạ.",
            *[to_hoa(v)[-1]] * 2,
        ]
        assert "khó khăn" in to_hoa(v)[-1]
        assert [state for state, _ in reminders_of(v, KIND)] == ["queued"] * 4
        assert [state for state, _ in reminders_of(v, BOARD_KIND, "binh")] == ["queued"] * 2
        assert "đồng" not in "".join(to_hoa(v))


async def test_the_board_hears_who_is_late_and_by_how_much(database_url: str) -> None:
    async with village(database_url) as v:
        lent(v, "hoa", DUE)
        lent(v, "giang", DUE)
        await at_the_moment(v, at(17, 8))
        assert "• Bác Nguyễn Thị Hoa: quá hạn 7 ngày" in v.binh.heard
        assert "• Chú Hoàng Văn Giang: quá hạn 7 ngày" in v.binh.heard
        assert "đồng" not in v.binh.heard
        assert "Giang: quá hạn" not in v.giang.everything
        await v.binh.taps("Mời ông xem")
        assert "Nguyễn Thị Hoa" in v.binh.last


async def test_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        lent(v, "hoa", DUE)
        await at_the_moment(v, at(10, 8))
        assert v.hoa.heard == "An instalment of your loan is due today."
        assert v.hoa.labels == ["Have a look"]
        await at_the_moment(v, at(17, 8))
        assert v.binh.heard == (
            "These instalments are late.\nA visit may help more than a message:\n"
            "• Nguyễn Thị Hoa: 7 days late"
        )


async def test_nothing_of_a_loan_that_was_repaid_meanwhile(database_url: str) -> None:
    async with village(database_url) as v:
        loan = lent(v, "hoa", DUE)
        await at_the_moment(v, at(7, 7, 30))
        assert due_times(v, KIND) == {at(7, 8), at(10, 8)}
        is_repaid(v, loan)
        assert await at_the_moment(v, at(7, 8)) == 0
        assert reminders_of(v, KIND) == []


async def test_it_moves_with_the_due_day(database_url: str) -> None:
    async with village(database_url) as v:
        loan = lent(v, "hoa", DUE)
        await at_the_moment(v, at(6, 8))
        falls_due(v, loan, 1, date(2026, 11, 12))
        assert await at_the_moment(v, at(7, 8)) == 0
        assert due_times(v, KIND) == {at(9, 8), at(12, 8)}


async def test_the_dead_and_their_household_hear_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        one_household(v, v.hoa, v.lan)
        lent(v, "hoa", DUE)
        lent(v, "lan", DUE)
        ends_membership(v, "lan", "died")
        await at_the_moment(v, at(10, 8))
        assert reminders_of(v, KIND, "lan") == []
        assert "queued" not in [state for state, _ in reminders_of(v, KIND, "hoa")]


async def test_a_club_settles_how_long_it_is_silent_after_a_death(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        _settles(v, "mourning_days", 7)
        one_household(v, v.hoa, v.lan)
        lent(v, "hoa", DUE)
        ends_membership(v, "lan", "died")
        await every_morning(v, 7)
        assert to_hoa(v) == []
        await at_the_moment(v, at(10, 8))
        assert len(to_hoa(v)) == 1


async def test_a_club_may_be_silent_for_longer_around_tet(sqlite_url: str) -> None:
    """Until mùng 12 it says nothing: that is 17 February 2027, so it is said on the 18th."""
    async with village(sqlite_url) as v:
        _settles(v, "tet_money_until", 12)
        lent(v, "hoa", date(2027, 2, 9))
        for day in range(2, 18):
            await at_the_moment(v, at(day, 8, 5, month=2, year=2027))
        assert to_hoa(v) == []
        await at_the_moment(v, at(18, 8, 5, month=2, year=2027))
        assert len(to_hoa(v)) == 1


def _settles(v: Village, name: str, value: int) -> None:
    v.store.change(settle, v.club.club_id, name, value, FOUNDED, v.clock.now())


async def test_nobody_is_thrown_out_of_a_dialogue(database_url: str) -> None:
    async with village(database_url) as v:
        lent(v, "hoa", DUE)
        v.clock.move(at(10, 7, 59) - v.clock.now())
        await v.hoa.says("đóng góp")
        await v.hoa.taps("Đóng phí câu lạc bộ")
        question = v.hoa.heard
        await at_the_moment(v, at(10, 8))
        assert "kỳ trả" in v.hoa.heard
        answered = await v.hoa.says("1")
        assert answered != question
        assert "kỳ trả" not in answered


async def test_two_words_moved_together_by_tet_become_one(sqlite_url: str) -> None:
    """Due on mùng 4: three days before and that day both fall into the quiet about money."""
    async with village(sqlite_url) as v:
        lent(v, "hoa", date(2027, 2, 9))
        for day in range(2, 16):
            await at_the_moment(v, at(day, 8, 5, month=2, year=2027))
        assert len(to_hoa(v)) == 1
        assert "9/2/2027" in to_hoa(v)[0] or "09/02/2027" in to_hoa(v)[0]


async def test_after_a_standstill_only_the_newest_is_said(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        lent(v, "hoa", DUE)
        await at_the_moment(v, at(6, 8))
        await at_the_moment(v, at(18, 9))
        assert len(to_hoa(v)) == 1
        assert "khó khăn" in to_hoa(v)[0]


async def test_the_last_day_of_february(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        lent(v, "hoa", date(2028, 2, 29))
        await at_the_moment(v, at(29, 8, month=2, year=2028))
        assert to_hoa(v) == ["Dạ, hôm nay đến kỳ trả khoản vay của bác ạ."]
