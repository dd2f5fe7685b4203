"""Forms of address by age, sex and region, and what people go by."""

from datetime import date

import pytest

from club.address import (
    FORMS,
    OWN_WORDS,
    PersonName,
    Region,
    called_and_form,
    dear,
    given_name,
    goes_with,
    is_called_as_the_helper,
    likely_forms,
    likely_own_words,
    region_of,
    usual_form,
    usual_own_word,
)

TODAY = date(2026, 11, 22)
NORTH, CENTRE, SOUTH = Region


@pytest.mark.parametrize(
    ("age", "sex", "region", "form"),
    [
        (97, "female", NORTH, "cụ"),
        (80, "male", SOUTH, "cụ"),
        (79, "male", NORTH, "ông"),
        (72, "female", SOUTH, "bà"),
        (70, None, CENTRE, "bác"),
        (69, "female", NORTH, "bác"),
        (63, "male", CENTRE, "bác"),
        (63, "male", SOUTH, "chú"),
        (59, "female", NORTH, "cô"),
        (45, "male", NORTH, "chú"),
        (44, "male", NORTH, "anh"),
        (38, "female", SOUTH, "chị"),
        (30, None, NORTH, "bạn"),
        (24, "male", NORTH, "bạn"),
        (16, None, SOUTH, "bạn"),
        (None, "female", SOUTH, "bác"),
    ],
)
def test_what_somebody_is_called_at_first(
    age: int | None, sex: str | None, region: Region, form: str
) -> None:
    born = None if age is None else TODAY.year - age
    assert usual_form(born, sex, TODAY, region) == form
    assert likely_forms(born, sex, TODAY, region)[0] == form


@pytest.mark.parametrize("sex", ["female", "male", None])
@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("born", [None, *range(1920, 2011, 10)])
def test_every_form_can_be_chosen_and_stands_once(
    born: int | None, sex: str | None, region: Region
) -> None:
    forms = likely_forms(born, sex, TODAY, region)
    assert sorted(forms) == sorted(FORMS)
    others = {
        "female": {"ông", "chú", "anh", "dượng"},
        "male": {"bà", "cô", "chị", "o", "mệ", "dì"},
    }
    assert not others.get(sex or "", set()) & set(forms[:5])


def test_what_is_said_in_one_region_comes_first_only_there() -> None:
    hue, hanoi = (likely_forms(1970, "female", TODAY, each) for each in (CENTRE, NORTH))
    assert "o" in hue[:5]
    assert "o" not in hanoi[:7]


@pytest.mark.parametrize(
    ("form", "region", "own_word"),
    [
        ("bác", NORTH, "cháu"),
        ("bác", CENTRE, "con"),
        ("bà", SOUTH, "con"),
        ("chị", SOUTH, "em"),
        ("anh", NORTH, "em"),
        ("bạn", SOUTH, "mình"),
        ("em", NORTH, "mình"),
    ],
)
def test_the_helpers_own_word_makes_a_pair(form: str, region: Region, own_word: str) -> None:
    assert usual_own_word(form, region) == own_word
    assert likely_own_words(form, region)[0] == own_word
    assert sorted(likely_own_words(form, region)) == sorted(OWN_WORDS)
    assert goes_with(own_word, form)


def test_what_is_said_in_no_region_makes_no_pair() -> None:
    assert goes_with("con", "bác")
    assert not goes_with("cháu", "chị")
    assert not goes_with("mình", "bà")


@pytest.mark.parametrize(
    ("province", "region"),
    [
        ("Hà Nội", NORTH),
        ("Thành phố Hà Nội", NORTH),
        ("Tỉnh Thanh Hóa", NORTH),
        ("Nghệ An", CENTRE),
        ("Thừa Thiên Huế", CENTRE),
        ("Tỉnh Thừa Thiên - Huế", CENTRE),
        ("TP. Huế", CENTRE),
        ("Đắk Lắk", CENTRE),
        ("TP. Hồ Chí Minh", SOUTH),
        ("Bà Rịa – Vũng Tàu", SOUTH),
        ("Cà Mau", SOUTH),
        ("", NORTH),
        ("Atlantis", NORTH),
    ],
)
def test_regions_by_provinces_old_and_new(province: str, region: Region) -> None:
    assert region_of(province) is region


@pytest.mark.parametrize(
    ("full", "given"),
    [
        ("Nguyễn Thị Hoa", "Hoa"),
        ("Sùng A Páo", "Páo"),
        ("H'Hen Niê", "H'Hen"),
        ("Y Blăm Êban", "Y Blăm"),
        ("Hoa", "Hoa"),
        ("", ""),
    ],
)
def test_the_name_somebody_is_called_by(full: str, given: str) -> None:
    assert given_name(full) == given


@pytest.mark.parametrize(
    ("typed", "named", "form", "spoken"),
    [
        ("bà Hai", "Hai", "bà", "bà Hai"),
        ("Bác Tư Hoa", "Tư Hoa", "bác", "bác Tư Hoa"),
        ("hoa", "Hoa", None, "bác Hoa"),
        ("mẹ thằng Tý", "Mẹ thằng Tý", None, "mẹ thằng Tý"),
        ("Cô", "Cô", None, "bác Cô"),
        ("", "", None, "bác"),
    ],
)
def test_what_somebody_goes_by(typed: str, named: str, form: str | None, spoken: str) -> None:
    assert called_and_form(typed) == (named, form)
    assert dear(form or "bác", named) == spoken


def test_a_namesake_is_known_by_the_name_she_is_called_by() -> None:
    assert is_called_as_the_helper("Hoàng Thị Liên")
    assert is_called_as_the_helper("Hoàng Văn Tám", "Ba Liên")
    assert not is_called_as_the_helper("Liên Thị Hoa")
    assert not is_called_as_the_helper("Lê Liên Hoa", "Tư")


def test_a_name_said_to_others_is_still_the_name() -> None:
    name = PersonName("Đỗ Thị Lan", "bà")
    assert name == "Đỗ Thị Lan"
    assert (str(name), name.form) == ("Đỗ Thị Lan", "bà")
