"""What is read aloud: figures, days, hours, phones and codes in words, and nothing but words."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages import formats
from messages.speech.text import LONGEST_SPOKEN, shortened, spoken
from messages.understand.spell import in_words, in_words_en

VIETNAMESE = [
    # Sums, in the one form in which they are written and in those that people type.
    ("1.500.000 đồng", "một triệu năm trăm nghìn đồng."),
    ("1.005.000 đồng", "một triệu không trăm linh năm nghìn đồng."),
    ("50.000đ", "năm mươi nghìn đồng."),
    ("50.000 ₫", "năm mươi nghìn đồng."),
    ("0 đồng", "không đồng."),
    ("-50.000 đồng", "âm năm mươi nghìn đồng."),
    ("Còn nợ −200.000 đồng", "Còn nợ âm hai trăm nghìn đồng."),
    ("50k", "năm mươi nghìn."),
    ("1tr2", "một triệu hai."),
    ("2tr", "hai triệu."),
    ("50.000 đồng (năm mươi nghìn đồng) ạ?", "năm mươi nghìn đồng ạ?"),
    ("50.000 đồng/tháng", "năm mươi nghìn đồng mỗi tháng."),
    ("12.000.000.000 đồng", "mười hai tỷ đồng."),
    # Days and months.
    ("15/11/2026", "ngày mười lăm tháng mười một năm hai nghìn không trăm hai mươi sáu."),
    ("ngày 5/4/1952", "ngày năm tháng tư năm một nghìn chín trăm năm mươi hai."),
    ("mùng 1/1/2027", "mùng một tháng một năm hai nghìn không trăm hai mươi bảy."),
    (
        "thứ ba 24/11/2026",
        "thứ ba ngày hai mươi bốn tháng mười một năm hai nghìn không trăm hai mươi sáu.",
    ),
    ("15/10 âm lịch", "ngày mười lăm tháng mười âm lịch."),
    ("ngày mai, hoặc 24/11", "ngày mai, hoặc ngày hai mươi bốn tháng mười một."),
    ("tháng 11/2026", "tháng mười một năm hai nghìn không trăm hai mươi sáu."),
    ("10/2026", "tháng mười năm hai nghìn không trăm hai mươi sáu."),
    ("tháng 4", "tháng tư."),
    ("thứ 4", "thứ tư."),
    ("tháng 6/2026 – tháng 7/2026", "tháng sáu năm hai nghìn không trăm hai mươi sáu đến"),
    ("31/31/2026", "ba một, ba một, hai nghìn không trăm hai mươi sáu."),
    # So many out of so many.
    ("5/8 người dự", "năm trên tám người dự."),
    ("Mảng có hoạt động: 3/8", "Mảng có hoạt động: ba trên tám."),
    ("Bước 2/5", "Bước hai trên năm."),
    ("40/60", "bốn mươi trên sáu mươi."),
    # Hours.
    ("8 giờ 30", "tám giờ ba mươi phút."),
    ("8 giờ 05", "tám giờ năm phút."),
    ("14 giờ", "mười bốn giờ."),
    ("8 giờ 30 phút", "tám giờ ba mươi phút."),
    ("8:30", "tám giờ ba mươi phút."),
    ("14h00", "mười bốn giờ."),
    # Phone numbers, by the figure, in groups.
    ("0912 345 678", "không chín một hai, ba bốn năm, sáu bảy tám."),
    ("0912345678", "không chín một hai, ba bốn năm, sáu bảy tám."),
    ("+84912345678", "không chín một hai, ba bốn năm, sáu bảy tám."),
    ("024 3825 1234", "không hai bốn ba, tám hai năm, một hai ba, bốn."),
    ("gọi ngay 115", "gọi ngay một một năm."),
    ("115 người", "một trăm mười lăm người."),
    # Percents, parts, numbers, ages, ranges.
    ("20 % một năm", "hai mươi phần trăm một năm."),
    ("10,5%", "mười phẩy năm phần trăm."),
    ("2,05 kg", "hai phẩy không năm ki lô gam."),
    ("74 tuổi", "bảy mươi bốn tuổi."),
    ("5–10 người", "năm đến mười người."),
    ("12345678901234567890", "một hai ba bốn năm sáu bảy tám chín không một"),
    # Lists, codes, short forms, signs.
    ("1. Có\n2. Không", "Số một: Có. Số hai: Không."),
    ("• Phí\n• Quà", "Phí. Quà."),
    ("Mã HXMK-2345", "Mã hát ích em mờ ca, hai ba bốn năm."),
    ("Mã HXMKABCD", "Mã hát ích em mờ ca, a bê xê đê."),
    ("CLB Thôn Đoài", "câu lạc bộ Thôn Đoài."),
    ("UBND xã & CLB", "ủy ban nhân dân xã và câu lạc bộ."),
    ("Dạ… cháu đây ạ 😀🌸", "Dạ, cháu đây ạ."),
    ("**Đậm** và `mã`", "Đậm và mã."),
    ("Gõ /menu ạ", "Gõ menu ạ."),
    ("Xem https://vi.du/a?b=1 ạ", "Xem đường dẫn ạ."),
    ("(Gửi lại)", "Gửi lại."),
    ("“Đóng góp”: xong!", "Đóng góp: xong!"),
    ("Bác gõ “nghe” ạ", "Bác gõ, nghe, ạ."),
    ("1. Phí (50.000 đồng)\n2. Quà", "Số một: Phí, năm mươi nghìn đồng. Số hai: Quà."),
    ("• Từ 5\n- 6 người", "Từ năm. sáu người."),
    ("H'Hen Niê", "H'Hen Niê."),
    ("???", ""),
    ("", ""),
]
ENGLISH = [
    ("1.500.000 đồng", "one million five hundred thousand dong."),
    ("You gave 50.000 đồng (fifty thousand đồng).", "You gave fifty thousand dong."),
    ("Tuesday 24/11/2026", "Tuesday the twenty-fourth of November twenty twenty-six."),
    ("1/1/1952", "the first of January nineteen fifty-two."),
    ("20/12/2005", "the twentieth of December two thousand and five."),
    ("12/3/1905", "the twelfth of March nineteen oh five."),
    ("11/2026", "November twenty twenty-six."),
    ("40/2026", "forty of two thousand and twenty-six."),
    ("99/99/2026", "nine nine, nine nine, two thousand and twenty-six."),
    ("5/8 took part", "five of eight took part."),
    ("8:30", "eight thirty."),
    ("8:05", "eight oh five."),
    ("14:00", "fourteen o'clock."),
    ("0912 345 678", "zero nine one two, three four five, six seven eight."),
    ("call 115", "call one one five."),
    ("10,5%", "ten point five percent."),
    ("1. Yes\n2. No", "Number one: Yes. Number two: No."),
    ("Code HXMK-2345", "Code H X M K, two three four five."),
    ("born 1900", "born nineteen hundred."),
    ("https://a.example", "a link."),
]


@pytest.mark.parametrize(("written", "said"), VIETNAMESE)
def test_vietnamese_is_said_so(written: str, said: str) -> None:
    found = spoken(written, "vi")
    assert found == said or (said and any(found.startswith(each) for each in said.split("|")))


@pytest.mark.parametrize(("written", "said"), ENGLISH)
def test_english_is_said_so(written: str, said: str) -> None:
    assert spoken(written, "en") == said


@given(st.integers(0, 10**14))
def test_every_sum_is_said_in_the_words_in_which_it_is_spelled(dong: int) -> None:
    written = f"Tất cả là {formats.figures(dong)} đồng."
    assert spoken(written, "vi") == f"Tất cả là {in_words(dong)} đồng."
    assert spoken(written, "en") == f"Tất cả là {in_words_en(dong)} dong."


@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_said_with_its_month_and_year(day: date) -> None:
    said = spoken(formats.short_day(day), "vi")
    assert said.startswith(f"ngày {in_words(day.day)} tháng ")
    assert said.endswith(f" năm {in_words(day.year)}.")


@given(st.text(), st.sampled_from(["vi", "en"]))
def test_nothing_but_words_and_pauses_is_said_whatever_is_written(text: str, language: str) -> None:
    said = spoken(text, language)
    assert not re.search(r"\d|_|[^\w\s.,:;!?'’-]|\n", said)
    assert said == "" or said[-1] in ".!?"


@given(st.from_regex(r"[0-9 .,:/%đk–-]{1,40}", fullmatch=True))
def test_figures_in_any_disorder_become_words(text: str) -> None:
    assert not any(sign.isdecimal() for sign in spoken(text, "vi") + spoken(text, "en"))


def test_a_long_text_ends_with_a_whole_sentence() -> None:
    said = spoken("Dạ, bác góp 50.000 đồng ạ.\n" * 500, "vi")
    short = shortened(said)
    assert LONGEST_SPOKEN - 60 < len(short) <= LONGEST_SPOKEN
    assert short.endswith("đồng ạ.")
    assert len(shortened("a" * 5000 + " b")) <= LONGEST_SPOKEN + 1
