"""Pieces of a sentence: sums, days, hours, names; what puts right; goods; what a bank wrote."""

from datetime import date

import pytest

from club.money import Money
from messages.understand.bank_messages import is_from_a_bank
from messages.understand.corrections import correction_in
from messages.understand.days import read_day
from messages.understand.empty_words import declines, says_nothing
from messages.understand.goods import Goods, count_told, read_goods, thing_given
from messages.understand.people import Described, people_named
from messages.understand.phrases import text_told
from messages.understand.tellings import Telling, help_wanted, telling_of
from messages.understand.told import DAY_SAID, sentence_of, stretch_told, sum_told

TODAY = date(2026, 11, 22)
PEOPLE = (
    Described("Nguyễn Thị Hoa", "Thôn Đoài", 1952),
    Described("Hoàng Văn Hòa", "Thôn Đông", 1950),
    Described("Đỗ Thị Lan", "Thôn Đoài", 1948),
)


@pytest.mark.parametrize(
    ("said", "dong"),
    [
        ("bà Hoa nộp 15 nghìn", (15_000,)),
        ("ủng hộ năm triệu rưỡi", (5_500_000,)),
        ("bà Hoa nộp 15", (15_000, 15_000_000)),
        ("bà Hoa trả một triệu lẻ bảy", (1_007_000, 1_000_007)),
        ("một triệu linh năm nghìn tiền gốc", (1_005_000,)),
        ("bác đóng 1.500.000 nhé", (1_500_000,)),
        ("họp ngày 15", None),
        ("ủng hộ 10 kg gạo", None),
        ("gọi số 0912001952", None),
        ("20 nghìn của bà Hoa, 10 nghìn của bà Lan", None),
    ],
)
def test_the_one_sum_of_a_sentence(said: str, dong: tuple[int, ...] | None) -> None:
    piece = sum_told(sentence_of(said))
    found = None if piece is None else piece.readings
    assert found == (None if dong is None else tuple(map(Money, dong)))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("hôm qua bà Hoa nộp 15 nghìn", date(2026, 11, 21)),
        ("bà Hoa nộp hôm 20/11 rồi", date(2026, 11, 20)),
        ("ủng hộ năm triệu", None),
        ("bà Mai nộp phí", None),
    ],
)
def test_the_day_of_a_sentence(said: str, day: date | None) -> None:
    words = sentence_of(said)
    piece = stretch_told(words, lambda text: read_day(text, today=TODAY, ahead=False), DAY_SAID)
    assert (None if piece is None else piece.readings[0]) == day


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("bà Hoa vừa nộp", ["Nguyễn Thị Hoa"]),
        ("ba hoa vua nop", ["Nguyễn Thị Hoa", "Hoàng Văn Hòa"]),
        ("Lan nộp 15 nghìn", ["Đỗ Thị Lan"]),
        ("chi 200 nghìn mua hoa", []),
        ("họp ở nhà văn hóa", []),
        ("phí của Nguyễn Thị Hoa", ["Nguyễn Thị Hoa"]),
    ],
)
def test_who_is_named(said: str, names: list[str]) -> None:
    found = people_named(sentence_of(said), PEOPLE)
    assert [PEOPLE[place].name for _, _, places in found for place in places] == names


def test_a_text_ends_where_the_next_thing_begins() -> None:
    words = sentence_of("họp chủ nhật ở nhà văn hóa thôn 3 nói về huyết áp lúc 8 giờ")
    place, talk = text_told(words, ("ở",)), text_told(words, ("nói về",))
    assert place is not None
    assert talk is not None
    assert (place.readings, talk.readings) == (("Nhà văn hóa thôn 3",), ("Huyết áp",))


@pytest.mark.parametrize(
    ("said", "telling"),
    [
        ("bà Hoa nộp 15 nghìn", Telling.FEE),
        ("phí tháng này bác đóng rồi mà", None),
        ("bà Hoa chưa nộp 15 nghìn", None),
        ("bà Hoa không nộp 15 nghìn", None),
        ("chi 200 nghìn mua chè", Telling.EXPENSE),
        ("ông Mạnh trả nợ 500 nghìn", Telling.REPAYMENT),
        ("anh Tám ủng hộ 500 nghìn", Telling.GIFT),
        ("họp chủ nhật này 8 giờ", Telling.MEETING),
        ("hôm nào họp vậy cháu", None),
        ("xem bà Hoa", Telling.RECORD),
        ("TK 19xx +500,000VND. SD 1,200,000VND. ND NOP PHI", None),
        ("trời đẹp quá", None),
    ],
)
def test_what_a_sentence_tells(said: str, telling: Telling | None) -> None:
    assert telling_of(said) is telling


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("à nhầm, 20 nghìn cơ", "20 nghìn"),
        ("không phải, ba chục mới đúng", "ba chục"),
        ("20 nghìn chứ không phải 15 nghìn", "20 nghìn"),
        ("nhầm rồi, bà Lan", "bà Lan"),
        ("sửa lại thành 8 giờ", "8 giờ"),
        ("không phải", None),
        ("hai chục", None),
        ("", None),
    ],
)
def test_what_is_put_right(said: str, rest: str | None) -> None:
    assert correction_in(said) == rest


@pytest.mark.parametrize(
    ("said", "goods"),
    [
        ("ủng hộ 10 kg gạo", Goods(10, "kg", "Gạo")),
        ("tui muốn góp mười cân gạo nếp", Goods(10, "kg", "Gạo nếp")),
        ("tặng 3 cái chăn bông", Goods(3, "piece", "Chăn bông")),
        ("góp hai ngày công nhé", Goods(2)),
        ("hai mươi ngày công", Goods(20)),
        ("hai mươi cân gạo", Goods(20, "kg", "Gạo")),
        ("gạo nếp 10kg ạ", Goods(10, "kg", "Gạo nếp")),
        ("tôi góp 2 con gà", Goods(2, "head", "Gà")),
        ("một thùng mì tôm", Goods(1, "box", "Mì tôm")),
        ("10 quyển vở", Goods(10, "copy", "Vở")),
        ("I'd like to give 5 kilos of rice", Goods(5, "kg", "Rice")),
        ("bốn năm cân gạo", None),
        ("100k cho ba con", None),
        ("ủng hộ 200 nghìn", None),
        ("cái quạt cũ", None),
    ],
)
def test_goods_and_days(said: str, goods: Goods | None) -> None:
    assert read_goods(said) == goods


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("tôi muốn ủng hộ gạo nếp", "gạo nếp"),
        ("dạ bác góp cho câu lạc bộ cái quạt", "cái quạt"),
        ("gạo tặng hộ nghèo", "gạo tặng hộ nghèo"),
        ("chăn bông", "chăn bông"),
    ],
)
def test_the_thing_alone(said: str, thing: str) -> None:
    assert thing_given(said) == thing


@pytest.mark.parametrize(
    ("said", "told"),
    [("5 cân", (5, "kg")), ("2 yến", (20, "kg")), ("hai chai", (2, "bottle")), ("5", None)],
)
def test_a_count_with_its_unit(said: str, told: tuple[int, str] | None) -> None:
    assert count_told(said) == told


def test_words_that_say_nothing() -> None:
    assert all(map(says_nothing, ("đúng", "ok", "ừ", "dạ", "không", "vâng ạ", "được rồi")))
    assert not any(map(says_nothing, ("bác ốm", "chưa nhận được", "Dung", "khó", "", "👍")))
    assert all(map(declines, ("không", "dạ không có gì ạ", "khỏi", "no")))
    assert not any(map(declines, ("không khí", "ghế", "")))


def test_a_bank_is_known_by_its_words() -> None:
    assert is_from_a_bank("VCB: SD TK 0011 -15,000VND luc 22-11-2026. Ref phi CLB")
    assert not is_from_a_bank("bác chuyển khoản 15.000 đồng rồi nhé")


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("nhờ cháu nào cài zalo giúp", "digital"),
        ("ai giúp bác đi chợ với", "home_care"),
        ("giúp tôi làm giấy tờ bảo hiểm", "paperwork"),
        ("zalo hay lắm", None),
    ],
)
def test_with_what_help_is_wanted(said: str, topic: str | None) -> None:
    assert help_wanted(said) == topic
