"""Two records of one name and year of birth: somebody of the board says once what they are."""

import pytest

from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries.members.alike_records import alike_records
from tests.handlers.joining.test_perhaps_known import _asks
from tests.kit.village import Village, village

TASK = "Trùng tên: bác Nguyễn Thị Hoa"


def _again(v: Village, name: str = "nguyen thi hoa", year: int | None = 1952) -> None:
    """Hoa once more, from a list without marks."""
    new = NewMember(name=name, birth_year=year, sex="female", joined_on=v.clock.now().date())
    v.store.change(enter_member, v.club.club_id, new, v.clock.now())


def _pairs(v: Village) -> int:
    with v.store.reading() as db:
        return len(alike_records(db, v.club.club_id))


async def test_one_person_becomes_one_record_by_two_of_the_board(database_url: str) -> None:
    async with village(database_url) as v:
        _again(v)
        await v.binh.says("việc cần làm")
        assert TASK in " ".join(v.binh.labels)
        await v.binh.taps(TASK)
        assert "cùng tên, cùng năm sinh" in v.binh.heard
        await v.binh.taps("Một người: gộp hồ sơ")
        assert "Hồ sơ giữ lại: bác Nguyễn Thị Hoa, sinh năm 1952, Thôn Đoài" in v.binh.heard
        await v.binh.taps("Đúng hết rồi")
        board = [each for each in (v.cuc, v.dao, v.em, v.giang) if each.messages]
        second = next(each for each in board if "Xem và trả lời" in " ".join(each.labels))
        await second.taps("Xem và trả lời")
        await second.taps("Đúng hết rồi")
        assert "giờ đã gộp làm một" in second.heard
        assert _pairs(v) == 0


async def test_two_people_stay_two_and_nobody_is_asked_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        _again(v)
        await v.binh.says("việc cần làm")
        await v.binh.taps(TASK)
        await v.binh.taps("Hai người trùng tên")
        assert "hồ sơ nào vẫn để riêng hồ sơ ấy" in v.binh.heard
        assert _pairs(v) == 0
        await v.binh.says("việc cần làm")
        assert TASK not in " ".join(v.binh.labels)


async def test_nobody_is_asked_about_herself(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        _again(v, "tran van binh", 1955)
        assert _pairs(v) == 1
        await v.binh.says("việc cần làm")
        assert "Trùng tên" not in " ".join(v.binh.labels)
        await v.dao.says("việc cần làm")
        assert "Trùng tên" in " ".join(v.dao.labels)


@pytest.mark.parametrize(
    ("name", "year"), [("Nguyễn Thị Hòa", 1952), ("nguyen thi hoa", 1953), ("nguyen thi hoa", None)]
)
async def test_others_are_not_asked_about(sqlite_url: str, name: str, year: int | None) -> None:
    async with village(sqlite_url) as v:
        _again(v, name, year)
        assert _pairs(v) == 0


async def test_who_was_taken_in_as_somebody_else_is_not_asked_about(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _asks(v)
        await v.binh.taps("Xem và trả lời")
        await v.binh.taps("Là người khác, nhận vào")
        assert _pairs(v) == 0


@pytest.mark.parametrize(
    "said", ["gop ho so", "trung nguoi", "mot nguoi hai ho so", "gộp hai hồ sơ của một người"]
)
async def test_words_for_it(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says(said)
        assert "giữ lại hồ sơ nào" in v.binh.heard
