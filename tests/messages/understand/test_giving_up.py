"""Who has had enough, in whatever words; what only sounds like it."""

import pytest

from messages.understand.giving_up import gives_up, is_not_hers, is_tired


@pytest.mark.parametrize(
    "said",
    [
        *("thôi thôi mệt quá", "mệt quá để mai", "không làm nữa đâu", "thoi nghi", "dẹp đi"),
        *("ko lam nua", "thôi rắc rối quá", "mai tính", "thôi bận rồi, để bữa khác", "khoan đã"),
        *("thôi để hỏi con đã", "để bác hỏi ông nhà đã", "không vay nữa", "chưa có tiền đóng"),
        *("để tháng sau", "nỏ có tiền mô", "từ từ đã", "hong choi nua dau", "thôi con ơi"),
        *("thôi khỏi", "con chau nghich dien thoai, khong tinh", "không tính cái vừa rồi"),
    ],
)
def test_it_is_to_stop(said: str) -> None:
    assert gives_up(said)


@pytest.mark.parametrize(
    "said",
    [
        *("thôi", "dạ thôi", "thế thôi", "có thế thôi", "thôi được", "50 nghìn thôi", "không"),
        *("không đúng", "đúng rồi", "mai", "tháng sau", "Ông Nghị", "bác mệt quá nên không đi"),
        *("mệt quá", "làm", "", "đóng tháng sau"),
        *("khỏi", "điện thoại hết tiền", "cháu bấm giúp bác", "không tính lãi", "con cháu về chơi"),
    ],
)
def test_it_is_something_else(said: str) -> None:
    assert not gives_up(said)


def test_tired_alone_is_only_that() -> None:
    assert is_tired("mệt quá")
    assert is_tired("khó quá cháu ơi")
    for said in ("mệt quá nên không đi", "không", "bác đi bệnh viện"):
        assert not is_tired(said)


def test_a_child_that_played_with_the_phone_is_known() -> None:
    for said in ("cháu nó bấm nhầm", "thằng cháu nghịch máy đấy", "con nó bấm lung tung"):
        assert is_not_hers(said)
    for said in ("cháu nhắn", "con chơi điện thoại", "cháu nó lấy điện thoại", "con gái lấy chồng"):
        assert not is_not_hers(said)
