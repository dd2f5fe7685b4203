"""What is typed to "will you come?" and to "why not?" that neither says yes nor gives a reason."""

from tests.kit.planned import at, plan_a_meeting
from tests.kit.village import Village, village


def answers(v: Village) -> list[tuple[str, str]]:
    with v.store.reading() as db:
        return [
            (row[0], row[1] or "")
            for row in db.exec_driver_sql("SELECT answer, reason FROM meeting_answers")
        ]


async def test_who_is_not_sure_has_answered_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.hoa.says("đi họp")
        await v.hoa.says("nếu trời không mưa thì bác đi")
        assert "cháu chưa ghi gì" in v.hoa.heard
        assert answers(v) == []
        await v.hoa.says("mai bác phải đi tái khám")
        assert "“Tôi không đến được”" in v.hoa.heard
        await v.hoa.says("không phải")
        await v.hoa.says("đi chứ sao không")
        assert answers(v) == [("yes", "")]


async def test_a_reason_is_no_question_and_no_other_answer(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.hoa.says("đi họp")
        await v.hoa.says("không")
        for said in ("có cần lý do không", "à để bác nhớ xem", "50 nghìn", "không nhớ nữa"):
            await v.hoa.says(said)
            assert answers(v) == [], said
            if "2. Không phải" in v.hoa.labels:
                await v.hoa.says("2")
        await v.hoa.says("à mà đi được")
        assert "“Tôi đến được”" in v.hoa.heard
        await v.hoa.says("đúng rồi")
        assert answers(v) == [("yes", "")]


async def test_a_child_that_played_with_the_phone_has_said_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, at(24, 8))
        await v.hoa.says("đi họp")
        await v.hoa.says("không")
        await v.hoa.says("con cháu nghịch điện thoại, không tính")
        assert answers(v) == []
        await v.hoa.says("thôi")
        assert answers(v) == []
