"""The fee is asked for once, three days after the meeting, of whoever really owes it."""

from club.calendar import Month
from scheduler import planning
from tests.kit.lending import one_household, settle_in
from tests.kit.owing import (
    ends_membership,
    is_born,
    pays_until,
    says_she_paid,
    without_fee,
)
from tests.kit.planned import (
    at,
    at_the_moment,
    cancel_the_meeting,
    due_times,
    move_the_meeting,
    plan_a_meeting,
    reminders_of,
)
from tests.kit.village import Village, village

BOARD = ("binh", "cuc", "dao", "em", "giang")
NOVEMBER = Month(2026, 11)
KIND = "fee_not_paid"


def met(v: Village, *paid: str) -> int:
    """The club met on the 10th; the board and these have paid."""
    pays_until(v, NOVEMBER, *BOARD, *paid)
    return plan_a_meeting(v, at(10, 8))


async def test_three_days_after_the_meeting_whoever_has_not_paid_hears_it_once(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        met(v, "lan")
        await at_the_moment(v, at(12, 20))
        assert due_times(v, KIND) == {at(13, 8)}
        before = len(v.hoa.messages)
        assert await at_the_moment(v, at(13, 8)) == 2
        assert v.hoa.heard == (
            "Dạ, cháu chưa thấy phí tháng 11/2026 của bác trong sổ ạ.\n"
            "Nếu bác đã đóng rồi, bác nhắn giúp cháu chữ “đóng góp”.\n"
            "Nếu chưa, buổi sinh hoạt sau bác đóng cũng được ạ."
        )
        assert v.hoa.labels == ["Mời bác xem"]
        for day in (13, 14, 20, 27):
            await at_the_moment(v, at(day, 9))
        assert reminders_of(v, KIND, "hoa") == [("queued", None)]
        assert reminders_of(v, KIND, "lan") == [("dropped", planning.NOT_DUE)]
        assert len([each for each in v.hoa.messages[before:] if "phí" in each.text]) == 1


async def test_no_sum_is_shown_until_it_is_opened(database_url: str) -> None:
    async with village(database_url) as v:
        met(v)
        await at_the_moment(v, at(13, 8))
        assert "đồng" not in v.hoa.heard
        await v.hoa.taps("Mời bác xem")
        assert "đồng" in v.hoa.heard


async def test_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        met(v)
        await at_the_moment(v, at(13, 8))
        assert v.hoa.heard == (
            "The fee for 11/2026 is not in the club's books yet.\n"
            "If you have paid it, please tell me by “contribute”; if not,\n"
            "the next meeting is early enough."
        )


async def test_the_exempt_the_gone_and_who_has_told_of_it_hear_nothing(database_url: str) -> None:
    async with village(database_url) as v:
        met(v)
        is_born(v, "hoa", 1944)
        ends_membership(v, "lan", "left")
        says_she_paid(v, "manh")
        assert await at_the_moment(v, at(13, 8)) == 0


async def test_who_pays_between_planning_and_sending_hears_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        met(v)
        await at_the_moment(v, at(13, 7))
        pays_until(v, NOVEMBER, "hoa", "lan", "manh")
        assert await at_the_moment(v, at(13, 8)) == 0
        assert reminders_of(v, KIND, "hoa") == [("dropped", planning.NOT_DUE)]


async def test_not_in_a_month_without_a_meeting(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        meeting = met(v)
        await at_the_moment(v, at(9, 8))
        cancel_the_meeting(v, meeting)
        await at_the_moment(v, at(13, 8))
        assert reminders_of(v, KIND) == []


async def test_it_moves_with_the_meeting(database_url: str) -> None:
    async with village(database_url) as v:
        meeting = met(v)
        await at_the_moment(v, at(9, 8))
        move_the_meeting(v, meeting, at(12, 8))
        await at_the_moment(v, at(13, 8))
        assert reminders_of(v, KIND, "hoa") == [("planned", None)]
        assert due_times(v, KIND) == {at(15, 8)}


async def test_a_club_without_a_fee_asks_for_none(database_url: str) -> None:
    async with village(database_url) as v:
        without_fee(v)
        plan_a_meeting(v, at(10, 8))
        await at_the_moment(v, at(13, 8))
        assert reminders_of(v, KIND) == []


async def test_two_meetings_in_a_month_are_one_reminder(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        met(v, "lan", "manh")
        plan_a_meeting(v, at(24, 8))
        await at_the_moment(v, at(13, 8))
        for day in range(14, 30):
            await at_the_moment(v, at(day, 8))
        assert reminders_of(v, KIND, "hoa") == [("queued", None)]


async def test_old_arrears_go_to_chair_and_cashier_and_no_longer_to_her(database_url: str) -> None:
    async with village(database_url) as v:
        pays_until(v, Month(2027, 12), *BOARD, "lan", "manh")
        plan_a_meeting(v, at(10, 8, month=8, year=2027))
        for day in (5, 9, 13):
            await at_the_moment(v, at(day, 8, month=8, year=2027))
        assert reminders_of(v, KIND, "hoa") == [("dropped", planning.NOT_DUE)]
        assert "bác Nguyễn Thị Hoa" in v.binh.heard
        assert "hơn một năm nay" in v.giang.heard
        assert "hơn một năm nay" not in v.dao.everything
        assert "đồng" not in v.giang.heard


async def test_nothing_about_money_from_29_chap_to_mung_7(sqlite_url: str) -> None:
    """Tết 2027 is on 6 February: 29 Chạp is the 5th, mùng 7 the 12th."""
    async with village(sqlite_url) as v:
        pays_until(v, Month(2027, 2), *BOARD, "lan", "manh")
        plan_a_meeting(v, at(3, 8, month=2, year=2027))
        await at_the_moment(v, at(2, 8, month=2, year=2027))
        for day in range(5, 13):
            await at_the_moment(v, at(day, 10, month=2, year=2027))
            assert ("queued", None) not in reminders_of(v, KIND, "hoa")
        assert due_times(v, KIND) == {at(13, 7, month=2, year=2027)}
        await at_the_moment(v, at(13, 7, month=2, year=2027))
        assert reminders_of(v, KIND, "hoa") == [("queued", None)]


async def test_after_a_standstill_it_is_caught_up(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        met(v, "lan", "manh")
        assert await at_the_moment(v, at(18, 9)) > 0
        assert reminders_of(v, KIND, "hoa") == [("queued", None)]


async def test_after_a_long_standstill_it_is_not_said(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        met(v, "lan", "manh")
        await at_the_moment(v, at(28, 9))
        assert reminders_of(v, KIND, "hoa") == []


async def test_a_household_in_which_somebody_died_is_left_alone(database_url: str) -> None:
    async with village(database_url) as v:
        met(v, "manh")
        one_household(v, v.hoa, v.lan)
        ends_membership(v, "lan", "died")
        assert await at_the_moment(v, at(13, 8)) == 0


async def test_the_club_can_switch_it_off(database_url: str) -> None:
    async with village(database_url) as v:
        met(v)
        settle_in(v, "remind_fees", False)
        assert await at_the_moment(v, at(13, 8)) == 0
        assert reminders_of(v, KIND, "hoa") == [("dropped", planning.NOT_WANTED)]
