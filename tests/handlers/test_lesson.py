"""A lesson, step by step, its question and the help offered after it."""

import pytest

from club.learning import Ended, Outcome
from messages.lessons import lessons
from storage.queries.lessons import ends_of
from tests.kit.village import village


async def test_a_lesson_from_the_first_step_to_the_kind_word(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("/baihoc")
        assert v.hoa.heard.startswith("Điện thoại: tiếng to, chữ to, sạc pin\nBước 1/5\n\n")
        assert "Bác bấm giúp cháu phía trên: tiếng to lên." in v.hoa.heard
        for step in range(2, 6):
            await v.hoa.taps("Tiếp")
            assert v.hoa.heard.startswith(f"Bước {step}/5\n\n")
        await v.hoa.taps("Tiếp")
        assert "Đang gọi điện mà nghe nhỏ quá thì mình làm gì ạ?" in v.hoa.heard
        await v.hoa.taps("Bấm nút ở cạnh máy")
        assert v.hoa.heard.startswith("Dạ đúng rồi ạ. Bác bấm phía trên là nghe to ngay ạ.")
        assert v.hoa.heard.endswith("đến chỉ tận tay không ạ?")
        assert any("chỉ giúp" in label for label in v.hoa.labels)
        assert v.hoa.person_id is not None
        assert v.store.change(ends_of, v.hoa.person_id) == (Ended("phone", Outcome.RIGHT),)


async def test_it_can_be_typed_without_buttons(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await v.hoa.says("lesson")
        for word in ("1", "next", "Next", "1", "next"):
            await v.hoa.says(word)
        await v.hoa.says("2")
        assert v.hoa.heard.startswith("That does no harm, but the call is lost.")


async def test_back_shows_the_step_before(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        first = await v.hoa.says("/baihoc")
        await v.hoa.taps("Next")
        assert await v.hoa.says("back") == first


async def test_the_next_time_it_is_the_next_lesson(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await have_a_lesson(v.hoa)
        await v.hoa.taps("One more lesson")
        assert "Step 1 of" in v.hoa.heard
        assert not v.hoa.heard.startswith("Your phone: sound")


async def test_who_has_had_them_all_may_choose_one_again(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        for _ in lessons():
            await have_a_lesson(v.hoa)
        await v.hoa.says("/baihoc")
        assert "every lesson there is" in v.hoa.heard
        await v.hoa.taps("Your phone: sound, letters, charging")
        assert v.hoa.heard.startswith("Your phone: sound, letters, charging\nStep 1 of 5")


@pytest.mark.parametrize("press", ["s:lesson:no-such-lesson"])
async def test_a_button_of_a_lesson_that_is_gone(database_url: str, press: str) -> None:
    from handlers.heard import Kind

    async with village(database_url, language="en") as v:
        await v.hoa.says(press, kind=Kind.PRESS)
        assert "not given any more" in v.hoa.heard


async def have_a_lesson(phone) -> None:  # type: ignore[no-untyped-def]
    await phone.says("/baihoc")
    while "Next" in "".join(phone.labels):
        await phone.taps("Next")
    await phone.says("1")
