"""Questions about one's own money, and what is none."""

import pytest

from messages.understand.money_asked import asks_of_own_money

QUESTIONS = (
    "phi cua toi da dong den thang nao",
    "toi dong phi den thang may roi",
    "tôi đóng phí đến tháng mấy rồi",
    "phí của bác đóng đến đâu rồi",
    "tôi còn phải đóng bao nhiêu",
    "bao giờ tôi phải đóng phí",
    "tháng này tôi đóng chưa",
    "tôi đã nộp phí tháng 10 chưa",
    "con thieu phi khong chau",
    "tôi còn thiếu bao nhiêu tiền phí",
    "tôi còn nợ phí mấy tháng",
    "bac dong du chua",
    "khi nào đến hạn đóng phí",
    "phi thang nay dong chua",
    "tôi nộp 30 nghìn vào sổ chưa",
    "hôm trước tôi đóng 50 nghìn cho tháng nào",
    "năm nay tôi đóng được bao nhiêu rồi",
    "tôi đóng phí bao nhiêu rồi",
    "phí của tôi hết tháng mấy",
    "phi dong den bao gio",
    "mình còn nợ phí không",
    "còn phải đóng phí nữa không",
    "tôi nộp phí mấy tháng rồi",
    "toi da ung ho bao nhieu",
    "tiền phí của bác đóng đến khi nào",
    "tôi đóng góp được bao nhiêu rồi",
    "tôi còn thiếu tiền không",
    "phí của tôi mấy tháng chưa đóng",
    "tôi có nợ phí không",
    "bác đóng phí tháng mấy rồi nhỉ",
)
OTHER = (
    "tôi chưa đóng phí",
    "đóng phí 30 nghìn",
    "tôi đóng phí tháng này",
    "bà Xuyến đóng phí chưa",
    "phí một tháng bao nhiêu",
    "tôi còn nợ vay bao nhiêu",
    "mỗi tháng đóng bao nhiêu",
    "ai chưa đóng phí",
    "đóng tiền ở đâu",
    "tôi muốn đóng phí mấy tháng",
    "đóng tháng nào cũng được",
    "tôi đóng phí rồi mà chưa vào sổ",
    "đóng phí bằng cách nào",
    "bao giờ họp",
    "đóng phí năm nay",
    "khong dong phi co duoc khong",
    "đóng phí được chưa",
    "quỹ còn bao nhiêu",
    "đóng bàn chưa",
    "mọi người đóng đủ chưa",
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_about_ones_own_money_is_one(text: str) -> None:
    assert asks_of_own_money(text)


@pytest.mark.parametrize("text", OTHER)
def test_a_wish_another_or_another_matter_is_none(text: str) -> None:
    assert not asks_of_own_money(text)
