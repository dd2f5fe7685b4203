"""Sentences of those who do the work of a club, help or look after clubs: what work is meant."""

import pytest

from messages.understand.board_wishes import (
    Area,
    Helping,
    Work,
    area_meant,
    helping_meant,
    work_meant,
)

BOARD = {
    "ai dang no tien clb": Work.OWING,
    "con ai chua dong phi thang nay": Work.OWING,
    "who owes money": Work.OWING,
    "hom nay thu duoc may dong roi": Work.CASH_FLOW,
    "hôm qua chi bao nhiêu": Work.CASH_FLOW,
    "thang 10 thu nhung gi": Work.CASH_FLOW,
    "how much came in today": Work.CASH_FLOW,
    "trong két giờ còn bao nhiêu": Work.HELD,
    "tôi đang giữ bao nhiêu tiền": Work.HELD,
    "tang muc phi len 20k": Work.NEW_RATE,
    "phi thang bao nhieu": Work.FEE_RATE,
    "may dien thoai cua ong giang bi mat": Work.LOST,
    "khoá tài khoản của ông Mạnh": Work.LOST,
    "chốt sổ tháng 10": Work.CLOSE,
    "close october": Work.CLOSE,
    "huỷ phiếu thu hôm qua của bà hoa": Work.CORRECT,
    "sai so roi, ba hoa dong 20 chu ko phai 10": Work.CORRECT,
    "trả lại bà nga 20 nghìn thu thừa": Work.GIVEN_BACK,
    "thiếu mất 20 ngàn": Work.COUNT,
    "tôi nộp tiền lại cho ông Bình giữ": Work.CARRY,
    "phat tien vay cho ba hoa": Work.HAND_OUT,
    "duyet cho ba Hoa vay 5 trieu": Work.VOTE,
    "bỏ phiếu đồng ý": Work.VOTE,
    "ba hoa chuyen khoan roi kiem tra ho": Work.CONFIRM,
    "cử cô Sáu làm thủ quỹ tạm": Work.STAND_IN,
    "cho ba Hoa lam pho chu nhiem": Work.APPOINT,
    "make mrs Hoa deputy": Work.APPOINT,
    "ông Giang xin nghỉ làm thủ quỹ": Work.OFFICES,
    "them ba Lý sinh 1955 xóm Đông vào clb": Work.NEW_MEMBER,
    "xoá bà Nga khỏi danh sách": Work.RECORD,
    "bà Lan sinh năm bao nhiêu": Work.RECORD,
    "số ông mạnh": Work.RECORD,
    "tuyên dương bà Hoa": Work.PRAISE,
    "huyet ap ba lan 14/8": Work.HEALTH,
    "hôm nay ai sinh nhật": Work.MEMBERS,
    "ông Sáu bảo bận": Work.ANSWER_FOR,
    "ai vắng buổi họp trước": Work.COMING,
    "nhan ba con mang ao am": Work.WRITE_TO_ALL,
    "clb thôn mình nhập với thôn bên": Work.ENDS,
    "hai ba Lan la mot nguoi": Work.SAME_TWICE,
    "tuần sau tôi đi vắng": Work.OFFICES,
    "what did we spend in october": Work.CASH_FLOW,
    "cancel slip PT 1/2026": Work.CORRECT,
    "who is the cashier": Work.OFFICES,
    "mr Manh lost his phone": Work.LOST,
    "tell the club to bring warm clothes": Work.WRITE_TO_ALL,
    "quỹ tăng thu nhập còn mấy": Work.HELD,
    "in danh sach ung ho": Work.GIFTS,
    "hội cho vay được bao nhiêu nữa": Work.LOANS,
    "mình có bao nhiêu cụ trên 80": Work.MEMBERS,
    "ai chua duoc tham": Work.CARE,
    "mã clb là gì": Work.NEW_MEMBER,
    "loi roi, khong bam duoc nut": Work.TROUBLE,
    "mời chủ tịch xã dự": Work.GUESTS,
}
NO_WORK = (
    "bà Hoa vừa nộp 15 nghìn",
    "chi 200 nghìn mua chè",
    "tôi đi được",
    "vay 5 triệu nuôi lợn",
    "nhan ca clb mai nghi hop vi bao",
    "cảm ơn cháu",
    "mai họp nhé bà con",
    "bà ấy có trả nổi không",
    "",
)
VOLUNTEER = {
    "giờ của em bao nhiêu rồi": Helping.HOURS,
    "em làm 2 tiếng mà ghi có 1": Helping.HOURS,
    "em den roi": Helping.CODE,
    "nhap ma": Helping.CODE,
    "buổi mai ở đâu mấy giờ": Helping.MINE,
    "dia chi nha bac Hoa": Helping.MINE,
    "em muon di giup cac cu": Helping.FIND,
    "em biết tiếng tày": Helping.ABOUT_ME,
    "cụ Hoa không mở cửa": Helping.MINE,
    "trường em cần giấy xác nhận": Helping.CERTIFICATE,
}
OFFICER = {
    "clb nao nop bao cao roi": Area.FIGURES,
    "thôn Đoài thế nào": Area.FIGURES,
    "gửi thông báo cho các clb": Area.WRITE,
    "mở buổi dạy ở các clb": Area.SESSIONS,
    "việc chờ anh": Area.MATTERS,
    "em ơi mở lớp điện thoại cho cả xã": Area.SESSIONS,
    "gửi lời khen thôn Đoài": Area.PRAISE,
    "ai đọc tin của anh rồi": Area.SENT,
}


@pytest.mark.parametrize(("said", "work"), BOARD.items())
def test_the_work_of_an_office_is_known_by_whole_sentences(said: str, work: Work) -> None:
    assert work_meant(said) is work


@pytest.mark.parametrize("said", NO_WORK)
def test_what_has_a_way_of_its_own_is_no_such_work(said: str) -> None:
    assert work_meant(said) is None


@pytest.mark.parametrize(("said", "meant"), VOLUNTEER.items())
def test_a_volunteer_speaks_of_hours_and_sessions(said: str, meant: Helping) -> None:
    assert helping_meant(said) is meant


@pytest.mark.parametrize(("said", "meant"), OFFICER.items())
def test_an_officer_speaks_of_the_clubs_around(said: str, meant: Area) -> None:
    assert area_meant(said) is meant


def test_a_story_is_no_sentence_about_work() -> None:
    assert work_meant("hôm nay thu được mấy đồng rồi " * 20) is None
