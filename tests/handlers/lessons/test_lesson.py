"""A lesson, step by step, its question and the help offered after it."""

import pytest

from club.learning import Ended, Outcome
from messages.lessons import lessons
from messages.wording import Words
from storage.queries.lessons.lessons import ends_of
from tests.kit.village import Phone, village


async def test_a_lesson_from_the_first_step_to_the_kind_word(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
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


async def test_it_can_be_typed_without_buttons(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
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


async def test_the_next_time_it_is_the_next_lesson(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await have_a_lesson(v.hoa)
        await v.hoa.taps("One more lesson")
        assert "Step 1 of" in v.hoa.heard
        assert not v.hoa.heard.startswith("Your phone: sound")


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_the_whole_curriculum_and_a_round_of_review(sqlite_url: str, language: str) -> None:
    """Two years of lessons on one phone, each answered rightly; then questions alone."""
    async with village(sqlite_url, language=language) as v:
        said = Words(language, *{"vi": ("bác", "cháu"), "en": ("you", "I")}[language])
        for number, lesson in enumerate(lessons()):
            await v.hoa.says("/baihoc")
            assert lesson.title.written(said) in v.hoa.heard
            for step in lesson.steps[1:]:
                await v.hoa.says("1")
                assert step.written(said) in v.hoa.heard
            await v.hoa.says("1")
            assert lesson.question.written(said) in v.hoa.heard
            right = next(each for each in lesson.choices if each.is_right)
            await v.hoa.taps(right.text.written(said))
            assert v.hoa.heard.startswith(right.answer.written(said))
            assert lesson.offer.written(said) in v.hoa.heard
            await v.hoa.says("/dahoc")
            assert v.hoa.heard.count("●") == number + 1
        await v.hoa.says("/baihoc")
        assert lessons()[0].question.written(said) in v.hoa.heard
        assert lessons()[0].steps[0].written(said) not in v.hoa.heard


async def test_one_that_was_known_and_one_that_was_wrong_come_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("bài học")
        await v.hoa.taps("Bài này biết rồi")
        assert "mình để bài này lại ạ" in v.hoa.heard
        await v.hoa.taps("Học thêm bài nữa")
        await through(v.hoa)
        await v.hoa.taps("4G của sim")
        assert v.hoa.labels[0].endswith("Xem lại các bước")
        await v.hoa.says("tôi đã học gì")
        assert v.hoa.heard == (
            "Dạ, có tất cả 24 bài, mỗi tháng một bài ạ.\n\n"
            "Những bài này mình sẽ gặp lại cho nhớ lâu:\n"
            "• Điện thoại: tiếng to, chữ to, sạc pin\n• Vào mạng: Wi-Fi và 4G"
        )
        for _ in range(2):
            await v.hoa.says("bài học")
            await through(v.hoa)
            await v.hoa.says("2")
        await v.hoa.says("bài học")
        assert v.hoa.heard.startswith("Vào mạng: Wi-Fi và 4G\nBước 1/")


async def test_another_lesson_is_chosen_from_pages(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await have_a_lesson(v.hoa)
        await v.hoa.says("bài học")
        await v.hoa.taps("Bài khác")
        assert "Dạ, có 24 bài ạ." in v.hoa.heard
        assert "✓ Điện thoại: tiếng to, chữ to, sạc pin" in v.hoa.labels[0]
        for _ in range(3):
            await v.hoa.taps("Xem thêm")
        await v.hoa.taps("Tìm đường và gọi xe")
        assert v.hoa.heard.startswith("Tìm đường và gọi xe\nBước 1/4")
        await v.hoa.says("thôi")
        await v.hoa.says("các bài học")
        assert len(v.hoa.labels) == 5


async def test_stopped_in_the_middle_she_goes_on_where_she_was(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("bài học")
        await v.hoa.taps("Tiếp")
        await v.hoa.taps("Tiếp")
        stood = v.hoa.heard
        await v.hoa.says("thôi")
        await v.hoa.says("menu")
        assert "tiếp" in v.hoa.labels[0]
        await v.hoa.taps(v.hoa.labels[0])
        assert stood in v.hoa.heard


@pytest.mark.parametrize("press", ["s:lesson:no-such-lesson"])
async def test_a_button_of_a_lesson_that_is_gone(sqlite_url: str, press: str) -> None:
    from handlers.talk.heard import Kind

    async with village(sqlite_url, language="en") as v:
        await v.hoa.says(press, kind=Kind.PRESS)
        assert "not given any more" in v.hoa.heard


async def have_a_lesson(phone: Phone) -> None:
    """The first lesson, answered rightly."""
    await phone.says("/baihoc")
    await through(phone)
    await phone.says("1")


async def through(phone: Phone) -> None:
    """On to the question."""
    while any(label.endswith(("Next", "Tiếp")) for label in phone.labels):
        await phone.says("1")
