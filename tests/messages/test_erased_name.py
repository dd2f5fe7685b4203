"""Whoever was erased is called by a number, in the language of who reads it."""

from club.address import PersonName
from club.personal_data.standing_in import stand_in
from messages.wording import Words


def test_the_pseudonym_is_read_in_both_languages() -> None:
    erased = PersonName(stand_in(12), "")
    assert Words("vi").named(erased) == "thành viên đã xóa số 12"
    assert Words("en").named(erased) == "erased member no. 12"
    assert Words("vi").named(PersonName("Nguyễn Thị Hoa", "bác")) == "bác Nguyễn Thị Hoa"
