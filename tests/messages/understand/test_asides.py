"""What is typed instead of an answer, and a change of mind in the middle of a sentence."""

import pytest

from messages.understand.asides import asks, asks_why, read_aside
from messages.understand.corrections import changed_in_the_middle
from tests.messages.understand.tables import Case, cases

ASKING = (
    "sao nhiều thế",
    "mỗi tháng bao nhiêu hả cháu",
    "khác nhau chỗ nào hả cháu",
    "vay có phải thế chấp sổ đỏ không",
    "họp gì mà họp lắm thế",
    "mất hết tiền à",
    "hết chưa",
    "chua hieu y chau",
)
NOT_ASKING = ("nuôi gà", "sáu tháng", "sau", "tùy câu lạc bộ", "lãi cao quá", "bà Sáu", "")
CHANGED = {
    "ba triệu à quên năm triệu": "năm triệu",
    "mười tháng à không tám tháng": "tám tháng",
    "20 nghìn ấy chết 30 nghìn mới đúng": "30 nghìn",
    "1949 nhầm, 1948": "1948",
    "muoi lam nghin a khong hai muoi nghin": "hai muoi nghin",
    "two million, i mean three million": "three million",
}
NOT_CHANGED = (
    "năm triệu",
    "không phải, 20 nghìn",
    "à không",
    "có mà không",
    "quên rồi",
    "à nhầm rồi",
)


@pytest.mark.parametrize("case", cases("asides"), ids=lambda each: each.typed)
def test_a_whole_message_beside_the_answer_is_known_as_such(case: Case) -> None:
    found = read_aside(case.typed)
    assert ("-" if found is None else found.value) == case.reading


def test_a_question_that_answers_nothing_is_known() -> None:
    assert [each for each in ASKING if not asks(each)] == []
    assert [each for each in NOT_ASKING if asks(each)] == []
    assert asks_why("sao lại thiếu những 30 nghìn")
    assert not asks_why("30 nghìn sao cũng được")


def test_of_a_change_of_mind_what_was_said_last_is_meant() -> None:
    assert {each: changed_in_the_middle(each) for each in CHANGED} == CHANGED
    assert [each for each in NOT_CHANGED if changed_in_the_middle(each) is not None] == []
