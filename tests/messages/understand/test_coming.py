"""Whether she comes to the meeting, said in a sentence of her own."""

import pytest

from messages.understand.coming import LIFT, NO, YES, coming_told, read_coming
from messages.understand.coming_perhaps import is_hindered, is_undecided
from messages.understand.lifts import seats_told

SAID = [
    ("mai bác không đi họp được đâu, đau chân quá", NO),
    ("thứ bảy này bác ko đi họp đc", NO),
    ("hôm nay tôi mệt không ra họp được, các bác họp vui nhé", NO),
    ("hôm đó nhà có giỗ nên bác không đi họp được", NO),
    ("xin phép vắng buổi này vì về quê", NO),
    ("bác ốm rồi", NO),
    ("thôi bà nghỉ", NO),
    ("bà già yếu rồi, không đi họp được đâu", NO),
    ("con trai bà chở đi rồi, khỏi đón", YES),
    ("bác đi cùng bà Lan", YES),
    ("cho bác ghé xe ai với", LIFT),
    ("bác đau chân chắc ko đi đc", NO),
    ("bac khoi roi, di duoc roi", YES),
    ("nhầm rồi, bác đi được mà", YES),
    ("di duoc chau a, co thang chau cho", YES),
    ("di duoc roi, co nguoi cho roi", YES),
    ("bác đổi ý rồi, bác đi", YES),
    ("bác đi nhưng đến muộn", YES),
    ("bác sẽ đi, đến muộn 15 phút", YES),
    ("hai vợ chồng cùng đi", YES),
    ("bà nhà tôi ốm, mình tôi đi", YES),
    ("bác đau chân nhưng vẫn đi được", YES),
    ("mai bác đi họp nhé", YES),
    ("cho bác đi nhờ xe", LIFT),
    ("có ai cho bác đi nhờ xe không?", LIFT),
    ("nhà bác ở xa, không có ai chở", LIFT),
]
NOT_SAID = [
    *("mai có họp không", "bác đi họp mấy giờ", "bác có đi họp được không?", "tôi đi chợ"),
    *("ông nhà tôi không đi được", "bà Lan không đi họp được", "bà Lan ốm không đi họp được"),
    *("bác không đi vay nữa", "tôi đi khám bệnh", "tôi chở bà Lan đi họp được", "thôi", "không"),
    *("báo cho cả hội biết mai nghỉ họp", "nhan moi nguoi mai nghi hop", "báo các bác nghỉ họp"),
    *("bác không nộp được", "tôi không giúp được", "mai bác đi họp với ai", "bác đi thăm bà Lan"),
]


@pytest.mark.parametrize(("typed", "answer"), SAID)
def test_what_says_so_is_an_answer(typed: str, answer: str) -> None:
    assert read_coming(typed) == answer


@pytest.mark.parametrize("typed", NOT_SAID)
def test_what_is_about_something_or_somebody_else_is_none(typed: str) -> None:
    assert read_coming(typed) is None


def test_the_reason_is_kept_as_it_was_typed_and_who_else_is_spoken_of() -> None:
    no = coming_told("mai bác không đi họp được đâu, đau chân quá")
    assert no is not None
    assert (no.reason, no.by_name) == ("Đau chân quá", True)
    both = coming_told("hai vợ chồng cùng đi")
    late = coming_told("bác đi nhưng đến muộn")
    assert both is not None and both.others and not both.by_name
    assert late is not None and late.late and not late.others


def test_a_long_tangle_of_such_words_is_given_up_at_once() -> None:
    for words in ("ca hai vo chong toi ", "minh toi di ", "bac di hop mai nay toi "):
        assert coming_told(words * 9) is None


def test_who_takes_others_along_says_how_many() -> None:
    said = {
        "bác chở được một người": 1,
        "tôi chở thêm được 2 người": 2,
        "xe bác còn chỗ": 0,
        "xe bác còn chỗ, ai đi nhờ không": 0,
        "bác cho một người vay": None,
        "tôi đi chợ": None,
        "chở bác với": None,
    }
    assert {typed: seats_told(typed) for typed in said} == said


def test_a_why_not_and_an_after_all_are_a_yes() -> None:
    for typed in ("đi chứ sao không", "răng lại không đi", "không có gì bác đi", "à mà đi được"):
        assert read_coming(typed) == YES, typed
    late = coming_told("bác đi nhưng mà tới trễ")
    assert late is not None and late.late


def test_who_is_not_sure_and_who_is_kept_away_has_not_answered() -> None:
    unsure = ("còn tùy", "chưa biết chừng", "chắc là có", "nếu trời không mưa thì bác đi")
    assert all(map(is_undecided, unsure))
    kept = ("bận đám giỗ", "mai bác phải đi tái khám", "bác đang ở nhà con gái trong sài gòn")
    assert all(map(is_hindered, kept))
    assert not any(map(is_undecided, ("có", "không", "đi", "bác không đi được")))
    assert not any(map(is_hindered, ("trời mưa có họp không", "họp ở nhà văn hóa à", "đi")))
