"""What a person wants to be reminded of is hers to say, and is heeded from then on."""

from scheduler import planning
from tests.kit.planned import at, at_the_moment, plan_a_meeting, reminders_of
from tests.kit.village import village


async def test_switched_off_nothing_comes_and_switched_on_again_it_does(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await v.hoa.says("khi nào nhắc")
        assert "7 giờ sáng đến 8 rưỡi tối" in v.hoa.heard
        assert "Bài học dùng điện thoại: đang nhắc" in v.hoa.last
        await v.hoa.taps("Bài học dùng điện thoại: đang nhắc")
        await v.hoa.says("không")
        assert "từ nay cháu không tự nhắc nữa" in v.hoa.heard
        await at_the_moment(v, at(15, 9))
        assert reminders_of(v, "lesson", "hoa") == [("dropped", planning.NOT_WANTED)]
        assert ("queued", None) in reminders_of(v, "lesson", "lan")
        await v.hoa.says("bật nhắc")
        await v.hoa.taps("Bài học dùng điện thoại: không nhắc")
        await v.hoa.says("có")
        assert "từ nay cháu sẽ nhắc bác" in v.hoa.heard
        await at_the_moment(v, at(15, 9, month=12))
        assert reminders_of(v, "lesson", "hoa")[-1] == ("queued", None)


async def test_one_subject_off_leaves_the_others(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        plan_a_meeting(v, at(10, 8))
        for subject in ("Loans and instalments", "Greetings"):
            await v.hoa.says("reminders")
            await v.hoa.says(subject)
            await v.hoa.says("no")
        await v.hoa.says("reminders")
        assert "Loans and instalments: silent" in v.hoa.last
        await v.hoa.says("more")
        assert "Greetings: silent" in v.hoa.last
        await v.hoa.says("stop")
        await at_the_moment(v, at(7, 8))
        assert reminders_of(v, "meeting_soon", "hoa") == [("queued", None)]


async def test_it_stands_among_the_settings(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("cài đặt")
        assert "Khi nào nhắc" in v.hoa.last


async def test_nonsense_is_asked_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("khi nào nhắc")
        await v.hoa.says("con gà của tôi")
        assert "Bài học dùng điện thoại" in v.hoa.last


async def test_a_stranger_has_nothing_to_switch(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says("khi nào nhắc")
        assert "đang nhắc" not in v.la.last
