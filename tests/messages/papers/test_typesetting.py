"""Papers as files: what a person wrote stays letters, and every letter is in the fonts."""

import re
from datetime import date
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from club.address import PersonName
from club.money import Money
from messages.everywhere import plain
from messages.papers.kinds import Drawn, drawn
from messages.papers.receipts import receipt
from messages.papers.typesetting import FONTS, TEMPLATES, NotSet, as_pdf, as_picture, printable
from messages.wording import LANGUAGES, Words, catalogue
from tests.kit.telegram_checks import picture_size

NASTY = '#set text(red) *bold* $1 <a> \\ "quoted" // @x [b] `c` #panic("no")'


def the_receipt(words: Words, who: str = "Nguyễn Thị Ngọc Ưởng") -> Drawn:
    made = receipt(
        club="CLB Thôn Đoài",
        voucher="PT 12/2026",
        who=PersonName(who, "bác"),
        what=plain("phí tháng 11/2026"),
        amount=Money(40_000),
        day=date(2026, 11, 2),
        by=PersonName("Hoàng Văn Giang", "chú"),
    )
    return drawn(made, words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_is_a_picture_for_a_phone(language: str) -> None:
    made = the_receipt(Words(language))
    width, height = picture_size(made.content)
    assert width == 1080
    assert 900 < height < 1500
    assert made.file_name.isascii()
    assert "40.000 đồng" in made.title


def test_the_same_values_give_the_same_picture() -> None:
    assert the_receipt(Words()).content == the_receipt(Words()).content
    assert the_receipt(Words()).content != the_receipt(Words(), "Nguyễn Thị Hoa").content


def test_composed_and_decomposed_letters_look_alike() -> None:
    decomposed = "Nguyễn Thị Ngọc Ưởng"
    assert the_receipt(Words()).content == the_receipt(Words(), decomposed).content


def test_what_a_person_wrote_is_never_markup() -> None:
    as_red = the_receipt(Words(), NASTY).content
    assert as_red != the_receipt(Words()).content
    picture_size(as_red)


def test_a_fault_of_a_template_is_said() -> None:
    with pytest.raises(NotSet):
        as_picture("receipt.typ", {})
    with pytest.raises(NotSet):
        as_pdf("no-such.typ", {})


FACES = sorted(FONTS.glob("*.ttf"))


LETTERS = (
    "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYZaăâbcdđeêghiklmnoôơpqrstuưvxyzFJWZfjwz0123456789"
    "ÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
    "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)


@pytest.mark.parametrize("face", FACES, ids=[each.stem for each in FACES])
def test_every_letter_that_is_set_is_in_the_font(face: Path) -> None:
    known = TTFont(face).getBestCmap()
    everything = "".join(map(chr, range(32, 0x30000)))
    set_as_they_are = {each for each in everything if printable(each) == each}
    assert {each for each in set_as_they_are if ord(each) not in known} == set()
    assert set(LETTERS) <= set_as_they_are
    for template in TEMPLATES.iterdir():
        assert set(template.read_text(encoding="utf-8")) - {"\n"} <= set_as_they_are


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("Hoa 🌸", "Hoa "),
        ("H\u200bo\u202ea\ufe0f", "Hoa"),
        ("Nay H’Dŏng", "Nay H’Dong"),
        ("① ½ ﬁ", "1 ½ fi"),
        ("李", "?"),
        ("Ngọc", "Ngọc"),
    ],
)
def test_what_the_fonts_lack_never_vanishes_with_the_word(written: str, set_as: str) -> None:
    assert printable(written) == set_as


def test_nothing_that_papers_say_is_left_out() -> None:
    """Sentences of the papers themselves are set as they stand in the catalogues."""
    folder = TEMPLATES.parent
    sources = [each.read_text(encoding="utf-8") for each in folder.glob("*.py")]
    asked = {text for each in sources for text in re.findall(r'words\.say\(\s*"([^"]+)"', each)}
    assert len(asked) >= 8
    for language in LANGUAGES:
        for text in asked:
            said = catalogue(language).gettext(text)
            assert printable(said) == said


def test_every_font_comes_with_its_licence() -> None:
    assert {each.stem.partition("-")[0] for each in FACES} == {"BeVietnamPro", "Tinos"}
    for family in ("BeVietnamPro", "Tinos"):
        licence = (FONTS / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License" in licence
