"""An answer to the invitation in the middle of something else."""

from club.meetings import Answer
from storage.queries.meetings.meetings import answer_of
from tests.kit.lending import give_fund
from tests.kit.planned import at, plan_a_meeting
from tests.kit.village import Phone, Village, village


def answered(v: Village, meeting_id: int, who: Phone) -> tuple[Answer, str] | None:
    with v.store.reading() as db:
        return answer_of(db, meeting_id, who.member_id or 0)


async def test_a_no_within_a_loan_is_noted_and_the_loan_goes_on(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        number = plan_a_meeting(v, at(3, 8))
        await v.hoa.says("vay vốn")
        await v.hoa.says("mai bác không đi họp được đâu, đau chân quá")
        assert answered(v, number, v.hoa) == (Answer.NO, "Đau chân quá")
        assert "không đi sinh hoạt thứ ba 03/11/2026" in v.hoa.heard
        assert "bác định vay để làm gì" in v.hoa.heard
        await v.hoa.says("1")
        assert "vay bao nhiêu" in v.hoa.heard
        await v.hoa.says("bac khoi roi, di duoc roi")
        assert answered(v, number, v.hoa) == (Answer.YES, "")
        assert "đã ghi bác sẽ đi" in v.hoa.heard
        assert "vay bao nhiêu" in v.hoa.heard
        await v.hoa.says("2 triệu")
        assert "mấy tháng" in v.hoa.heard


async def test_another_day_than_the_meetings_is_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        number = plan_a_meeting(v, at(24, 8))
        plan_a_meeting(v, at(26, 8))
        await v.hoa.says("mai bác không đi họp được")
        assert answered(v, number, v.hoa) is None
        assert "24/11/2026" in v.hoa.heard
        await v.hoa.says("ngày 24 bác không đi họp được, nhà có giỗ")
        assert answered(v, number, v.hoa) == (Answer.NO, "Nhà có giỗ")
        await v.hoa.says("nhầm rồi, bác đi được mà")
        assert answered(v, number, v.hoa) == (Answer.YES, "")


async def test_late_and_others_of_the_house_get_a_word(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        number = plan_a_meeting(v, at(24, 8))
        await v.hoa.says("bác đi nhưng đến muộn")
        assert "đến muộn hay về sớm một chút cũng không sao" in v.hoa.heard
        await v.manh.says("bà nhà tôi ốm, mình tôi đi")
        assert "mới ghi cho chú thôi" in v.manh.heard
        assert answered(v, number, v.manh) == (Answer.YES, "")


async def test_the_question_itself_hears_it_in_a_sentence(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        number = plan_a_meeting(v, at(24, 8))
        await v.hoa.says("đi sinh hoạt")
        await v.hoa.says("bác ốm không đi được, xin lỗi cả nhà")
        assert answered(v, number, v.hoa) == (Answer.NO, "Bác ốm")


async def test_what_a_chair_writes_for_all_is_no_answer(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        number = plan_a_meeting(v, at(24, 8))
        await v.binh.says("nhắn cả câu lạc bộ")
        await v.binh.says("1")
        await v.binh.says("hôm họp tôi không đi họp được, bà Cúc chủ trì")
        await v.binh.says("không")
        assert answered(v, number, v.binh) is None
