"""Practice for members: everything as in a real club, and nothing of it real."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from bot.practising.club import fresh_club
from handlers.talk.heard import Kind
from storage import practising
from storage.forgetting import forget
from storage.practising import LAPSES_AFTER
from storage.store import Store
from tests.kit.dumped import dumped
from tests.kit.one_chat import OneChat
from tests.kit.practising import MARK, MARK_EN, contributes, says_all, since
from tests.kit.village import CODE, village
from tests.kit.world import FrozenClock


async def test_a_contribution_is_practised_up_to_the_receipt(database_url: str) -> None:
    async with village(database_url) as v:
        before = dumped(v.store)
        await says_all(v.hoa, "tập thử")
        receipt = await contributes(v.hoa)
        assert "PHIẾU THU – Câu lạc bộ Tập Thử" in receipt
        assert "10.000 đồng (mười nghìn đồng)" in receipt
        assert all(each.startswith(MARK) for each in since(v.hoa, 0))
        assert "CLB Thôn Đoài" not in v.hoa.everything
        await says_all(v.hoa, "thôi tập")
        assert dumped(v.store) == before


async def test_a_loan_is_practised_up_to_the_money_in_hand(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        before = dumped(v.store)
        await says_all(v.hoa, "practice", "loan", "1", "2 million", "6", "1", "yes")
        assert "Good news: the club lends you 2.000.000" in v.hoa.everything
        await says_all(v.hoa, "answer this")
        await says_all(v.hoa, "yes")
        assert "2.000.000" in v.hoa.heard
        assert all(each.startswith(MARK_EN) for each in since(v.hoa, 0))
        assert dumped(v.store) == before


async def test_before_tet_the_made_up_club_meets_after_it(sqlite_url: str) -> None:
    four_days_before = FrozenClock(datetime(2027, 2, 2, 2, tzinfo=UTC))
    async with village(sqlite_url, clock=four_days_before) as v:
        await says_all(v.hoa, "tập thử", "sổ của tôi")
        assert "Buổi sinh hoạt 13/02/2027" in v.hoa.heard


async def test_nobody_real_hears_of_a_practice(database_url: str) -> None:
    async with village(database_url) as v:
        others = [each for each in v.phones.values() if each is not v.hoa]
        await says_all(v.hoa, "tập thử")
        await contributes(v.hoa)
        await says_all(v.hoa, "nhờ giúp", "1", "có", "đi sinh hoạt", "tôi không đến được", "1")
        await says_all(v.hoa, "bài học", "1", "1", "1", "1", "1", "1", "1")
        assert "thua" not in v.hoa.heard
        assert [each.messages for each in others] == [[]] * len(others)


async def test_every_table_of_the_real_club_is_as_it_was(database_url: str) -> None:
    async with village(database_url) as v:
        before = dumped(v.store)
        assert before["members"]
        for phone in (v.hoa, v.giang, v.binh, v.quan):
            await says_all(phone, "tập thử", "1")
            await contributes(phone)
            await says_all(phone, "vay vốn", "1", "2 triệu", "6", "1", "đúng")
            await says_all(phone, "công việc", "1", "1", "có", "??", "thôi", "menu", "2", "1")
        assert dumped(v.store) == before


async def test_a_wrong_key_breaks_nothing_and_is_counted_nowhere(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await says_all(v.hoa, "practice", "contribute", "fee", "qqq", "???", "1" * 40)
        await v.hoa.says("", kind=Kind.OTHER)
        await v.hoa.says("p:a:1:1:1", kind=Kind.PRESS)
        await v.hoa.says("nonsense", kind=Kind.PRESS)
        await v.hoa.says("p:" * 60, kind=Kind.PRESS)
        assert all(each.startswith(MARK_EN) for each in since(v.hoa, 0))
        assert await says_all(v.hoa, "10 thousand") != ""
        assert "How do you pay" in v.hoa.heard or "hand" in v.hoa.heard
        assert dumped(v.store)["question_troubles"] == []
        assert dumped(v.store)["faults"] == []


async def test_stopping_in_the_middle_leaves_nothing_behind(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.hoa, "đóng góp", "phí", "tập thử")
        assert v.hoa.heard.startswith(MARK)
        await says_all(v.hoa, "vay vốn", "1", "về câu lạc bộ thật nhé cháu")
        assert "Từ giờ mọi việc lại là thật" in v.hoa.heard
        assert MARK not in v.hoa.heard
        # What she had begun for real waits, what she practised does not.
        assert any("Đóng phí" in each and "tiếp" in each.lower() for each in v.hoa.labels)
        assert not any("Vay" in each and "tiếp" in each.lower() for each in v.hoa.labels)


async def test_stop_alone_stops_what_is_practised_not_the_practice(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.hoa, "tập thử", "đóng góp", "phí", "thôi")
        assert v.hoa.heard.startswith(MARK)
        await v.hoa.taps("Thôi tập")
        assert "Từ giờ mọi việc lại là thật" in v.hoa.heard


async def test_a_real_message_in_between_is_not_marked_and_its_button_asks_first(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await contributes(v.hoa)
        await says_all(v.hoa, "tập thử", "vay vốn", "1")
        await v.giang.taps("Xem và xác nhận")
        await says_all(v.giang, "đúng")
        assert v.hoa.heard.startswith("PHIẾU THU – CLB Thôn Đoài")
        await v.hoa.taps("Không đúng ạ")
        assert "việc thật của câu lạc bộ" in v.hoa.heard
        await v.hoa.taps("Tập tiếp")
        assert v.hoa.heard.startswith(MARK)
        assert "vay bao nhiêu" in v.hoa.heard
        await v.hoa.taps("Không đúng ạ")
        await v.hoa.taps("Thôi tập, mở việc thật")
        assert "Từ giờ mọi việc lại là thật" in v.hoa.heard
        assert MARK not in v.hoa.heard
        assert "chưa đúng" in v.hoa.heard or "không đúng" in v.hoa.heard


async def test_a_practice_goes_on_after_the_program_was_killed(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await says_all(v.hoa, "practice", "contribute", "fee", "10 thousand")
        key, clock = v.hoa.key, v.clock
    fresh_club.cache_clear()
    store = Store(database_url)
    chat = OneChat(store, key=key, language="en", clock=clock)
    assert MARK_EN in chat.says("1")
    chat.says("yes")
    assert "Practice Club" in chat.heard
    assert chat.heard.startswith(MARK_EN)
    assert "10.000" in chat.heard
    store.close_now()


async def test_what_the_messenger_brings_twice_is_practised_once(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("tập thử", key="begin")
        await v.hoa.says("tập thử", key="begin")
        await says_all(v.hoa, "đóng góp", "phí", "10 nghìn", "1")
        await v.hoa.says("đúng", key="yes")
        await v.house.delivery.until_idle()
        count = len(v.hoa.messages)
        await v.hoa.says("đúng", key="yes")
        await v.house.delivery.until_idle()
        assert len(v.hoa.messages) == count
        assert v.hoa.everything.count("PHIẾU THU") == 1


async def test_after_hours_of_silence_it_is_over_and_she_is_told(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.hoa, "tập thử", "đóng góp", "phí", "10 nghìn", "1")
        v.clock.move(LAPSES_AFTER + timedelta(minutes=1))
        await says_all(v.hoa, "đúng")
        assert v.hoa.heard.startswith("Dạ, lâu rồi bác không nhắn nên buổi tập thử đã hết")
        assert MARK not in v.hoa.heard
        assert dumped(v.store)["declarations"] == []
        await says_all(v.hoa, "đóng góp")
        assert MARK not in v.hoa.heard
        assert "lâu rồi" not in v.hoa.heard


async def test_an_old_button_of_a_practice_does_nothing_real(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.hoa, "tập thử", "đóng góp", "phí", "10 nghìn", "1")
        await says_all(v.hoa, "thôi tập", "1")
        await v.hoa.taps("Đúng hết rồi")
        assert MARK not in v.hoa.heard
        assert "nút" in v.hoa.heard.lower()
        assert dumped(v.store)["declarations"] == []


async def test_silent_practice_is_cleared_away(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.hoa, "tập thử", "1")
        v.clock.move(LAPSES_AFTER + timedelta(minutes=1))
        assert v.store.change(forget, v.clock.now()) == 1
        await says_all(v.hoa, "1")
        assert "buổi tập thử đã hết" in v.hoa.heard


async def test_a_cry_for_help_and_a_person_to_phone_are_real(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.hoa, "tập thử", "đóng góp", "gọi người thật")
        assert "là thật, không phải tập thử" in v.hoa.heard
        assert "0912" in v.hoa.heard.replace(" ", "").replace(".", "")
        await says_all(v.hoa, "tôi ngã cháu ơi")
        assert MARK not in v.hoa.heard
        assert "Nguyễn Thị Hoa" in v.binh.heard
        assert "0912" in v.hoa.heard.replace(" ", "").replace(".", "")
        assert (await says_all(v.hoa, "phí")).startswith(MARK)


async def test_a_link_ends_practice_and_is_taken_for_real(database_url: str) -> None:
    async with village(database_url) as v:
        await says_all(v.hoa, "tập thử")
        await v.hoa.opens(CODE)
        assert "Từ giờ mọi việc lại là thật" in v.hoa.heard
        assert MARK not in v.hoa.heard


async def test_a_button_pressed_twice_at_the_beginning_goes_on_practising(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await says_all(v.giang, "tập thử")
        await v.giang.taps("Thành viên")
        await v.giang.taps("Thành viên")
        assert v.giang.heard.startswith(MARK)
        await v.giang.says("s:practise:", kind=Kind.PRESS)
        assert v.giang.heard.startswith(MARK)


async def test_a_fault_of_ours_ends_practice_with_a_word(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with village(database_url, language="en") as v:
        await says_all(v.hoa, "practice", "1")
        monkeypatch.setattr(practising, "her_chat", _broken)
        await says_all(v.hoa, "1")
        assert "practice is over" in v.hoa.heard
        assert MARK_EN not in v.hoa.heard
        monkeypatch.undo()
        assert not (await says_all(v.hoa, "menu")).startswith(MARK_EN)


def _broken(db: object) -> None:
    raise RuntimeError("broken on purpose")


TYPED = ("1", "2", "đúng", "50 nghìn", "mai", "???", "thôi", "quay lại", "3", "menu", "có", "gà")


async def test_whatever_is_pressed_in_practice_nothing_real_happens(database_url: str) -> None:
    async with village(database_url) as v:
        dice = Random(7)
        for phone in (v.hoa, v.giang, v.binh, v.dao, v.quan):
            await says_all(phone, "tập thử", "1")
        before = dumped(v.store)
        for phone in (v.hoa, v.giang, v.binh, v.dao, v.quan):
            count = len(phone.messages)
            for _ in range(25):
                presses = [
                    each["press"]
                    for row in phone.messages[-1].rows
                    for each in row
                    if each["label"] not in {"Thôi tập", "Gọi người thật"}
                ]
                if presses and dice.random() < 0.7:
                    await phone.says(dice.choice(presses), kind=Kind.PRESS)
                else:
                    await says_all(phone, dice.choice(TYPED))
            assert all(each.startswith(MARK) for each in since(phone, count))
        assert dumped(v.store) == before
