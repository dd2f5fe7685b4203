"""A swindler's call is known in all its kinds, and nothing that the club or the family does."""

import pytest

from messages.understand.courtesy import Courtesy, read_courtesy
from messages.understand.swindles import tells_of_a_swindle

_TOLD = """
có người gọi điện bảo bác chuyển 5 triệu để nhận quà
co nguoi goi dien bao bac chuyen 5 trieu de nhan qua
co nguoi nhan tin bao trung thuong xe may
người lạ gọi bảo bác trúng giải 50 triệu, nộp phí 2 triệu
ngan hang nhan tin khoa tai khoan, bam vao link
điện lực gọi bảo nợ tiền điện, chuyển khoản ngay không thì cắt điện
toa an goi bao nop tien phat
cháu nội gọi bảo bị tai nạn cần tiền gấp
có đứa gọi bảo cháu bác cấp cứu phải chuyển 10 triệu
nó gửi cho bác cái link bảo bấm vào
tren zalo co nguoi gui link bao bac bam vao
ho goi bat cai app vneid
so la goi xin so tai khoan
có người xưng là thủ quỹ gọi bảo chuyển tiền
có người kết bạn facebook bảo gửi quà về phải đóng phí
somebody called and told me to transfer 5 million for a prize
nhà mạng gọi bảo khóa sim
"""
_NONE = """
thủ quỹ gọi bảo bác đóng phí
bác chuyển 5 triệu cho quỹ rồi
ông Bình gọi bảo bác nộp phí 15 nghìn
bác vay ngân hàng 5 triệu
có người gặp khó khăn
tôi muốn nhận quà của câu lạc bộ
bác đóng bảo hiểm 500 nghìn
có người gửi 2 triệu cho quỹ
cháu bác ngã phải đi cấp cứu
có người đưa bác 50 nghìn nhờ nộp phí
ngân hàng báo chuyển tiền đến
con gai bac chuyen khoan 15 nghin roi bao chau
có ông tặng 10 kg gạo
"""


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("said", _lines(_TOLD))
def test_a_swindlers_call_is_known(said: str) -> None:
    assert tells_of_a_swindle(said)


@pytest.mark.parametrize("said", _lines(_NONE))
def test_what_club_and_family_do_is_none(said: str) -> None:
    assert not tells_of_a_swindle(said)


@pytest.mark.parametrize("said", ["ngân hàng gọi điện bảo đọc mã otp", "bác lỡ chuyển tiền rồi"])
def test_where_something_may_be_lost_the_bank_is_phoned_first(said: str) -> None:
    assert read_courtesy(said) is Courtesy.SWINDLED
    assert not tells_of_a_swindle(said)
