"""What members tell of themselves where nothing is to be done by a program."""

import pytest

from messages.understand.deaths_told import family_has_died, who_has_died
from messages.understand.worries import is_thankful, scolds, tells_of_no_death, worry_told
from tests.messages.understand.tables import Case, cases


@pytest.mark.parametrize("case", cases("worries"), ids=lambda each: each.typed)
def test_a_worry_is_known_and_a_wish_is_none(case: Case) -> None:
    found = worry_told(case.typed)
    assert ("-" if found is None else found.value) == case.reading


def test_thanks_and_scolding_are_heard_in_longer_words() -> None:
    assert is_thankful("cảm ơn cháu nhiều nhé cháu ngoan lắm")
    assert not is_thankful("cảm ơn nhưng cho bác hỏi")
    assert scolds("mày là đồ máy móc ngu lắm")
    assert scolds("bấm mãi chẳng được gì cả bực cả mình")
    assert not scolds("bác ngủ rồi")


def test_a_phone_that_is_gone_is_no_death() -> None:
    for said in ("đt của bác bị con nó lấy mất rồi", "mất rồi", "mất tiền", "bác mất ngủ"):
        assert tells_of_no_death(said), said
    for said in ("ông nhà tôi mất rồi cháu ơi", "bà Tư mới mất", "cụ Thể mất rồi"):
        assert not tells_of_no_death(said), said


def test_dizziness_is_no_husbands_death() -> None:
    for said in ("may tuan nay bac hay bi chong mat", "chong mat qua", "bác bị chóng mặt quá"):
        assert not family_has_died(said), said
    assert who_has_died("đt của bác bị con nó lấy mất rồi") is None
    for said in ("chong toi mat roi", "chồng mất hôm qua", "chong mat hom qua"):
        assert family_has_died(said), said
