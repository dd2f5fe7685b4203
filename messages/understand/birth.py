"""Which year of birth was meant: 1952, 15/3/1952, năm 52, 74 tuổi, tuổi Nhâm Thìn.

An age is counted in two ways: tuổi mụ begins with one and grows at Tết, tuổi tây begins with nought
and grows on the birthday. So "74 tuổi" is two years, unless it is said which (club rules, H.2).
"""

import re
from collections.abc import Iterator
from datetime import date

from club.calendar import lunar_of
from messages.understand.amounts import scaled_sums
from messages.understand.english import in_figures
from messages.understand.months import ENGLISH_MONTHS, LUNAR_MONTHS
from messages.understand.nearest import solar_day
from messages.understand.numbers import DIGITS, NUMBER_WORDS, whole_numbers
from messages.understand.polite import MANNERS, Around, does_not_know
from messages.understand.readings import Reading, Unclear, Why, reading_of
from messages.understand.slips import read_mended
from messages.understand.words import (
    MOST_WORDS,
    Word,
    is_number,
    listed,
    without_separators,
    words_of,
)
from messages.understand.zodiac import zodiac_years

OLDEST_AGE = 115
_USUAL_AGE = 68
_YOUNGEST_GUESSED, _OLDEST_GUESSED = 14, 105

_MEANING = NUMBER_WORDS | set(listed("nam tuoi thang ngay t nay ti ty than dan"))
_AROUND = Around(
    [
        *MANNERS,
        *listed("sinh đẻ là được vào ngày sn tròn vừa rồi khoảng có hình như năm_sinh"),
        *listed("was born in on am my year of birth is it age aged m think believe"),
    ],
    meaning=_MEANING,
)
_VAGUE = {"hon", "gan", "tren", "duoi", "ngoai", "over", "almost", "nearly"}
_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})")
_MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
# Which paper says so is no part of the year.
_ON_PAPER = re.compile(
    r"\b(?:(?:trong|trên|theo|tren) )?(?:giấy tờ|giấy|giay to|giay|chứng minh(?: thư| nhân dân)?"
    r"|chung minh|căn cước|can cuoc|cccd|cmnd|khai sinh|hộ khẩu|ho khau)"
    r"(?: (?:ghi|là|thì|la|thi))*\b",
    re.IGNORECASE,
)
_OWN_COUNT = {"ta", "mu", "am"}
_WESTERN_COUNT = {"tay", "duong"}


def read_birth_year(text: str, *, today: date) -> Reading[int]:
    """The year of birth: of somebody up to 115 years old, not after this year.

    Two figures are never read as the year of a child or of somebody above 105.
    """
    return read_mended(lambda typed: _read(typed, today), text)


def _read(text: str, today: date) -> Reading[int]:
    words = words_of(_ON_PAPER.sub("", in_figures(text) if text.isascii() else text))
    if not words:
        return Unclear(Why.NOT_A_YEAR if text.strip() else Why.EMPTY)
    if len(words) > MOST_WORDS:
        return Unclear(Why.TOO_LONG)
    if does_not_know(words):
        return Unclear(Why.DOES_NOT_KNOW)
    core, _ = _AROUND.stripped(words)
    if core and core[0].bare in _VAGUE:
        return Unclear(Why.VAGUE)
    a_date = len(core) == 1 and _DATE.fullmatch(core[0].bare)
    return _judged(list(_years(core, today)), today, Why.NOT_A_DAY if a_date else Why.NOT_A_YEAR)


def _judged(years: list[int], today: date, otherwise: Why) -> Reading[int]:
    fitting = [year for year in years if today.year - OLDEST_AGE <= year <= today.year]
    if fitting or not years:
        return reading_of(fitting, otherwise)
    return Unclear(Why.IN_FUTURE if min(years) > today.year else Why.IMPOSSIBLE_AGE)


def _years(core: list[Word], today: date) -> Iterator[int]:
    ages = _age_words(core)
    if ages is not None:
        yield from _by_age(ages, today)
        return
    yield from zodiac_years(_zodiac_words(core), today=today)
    core = _joined(without_separators(core))
    yield from _beside_zodiac(core, today)
    if len(core) == 1:
        yield from _by_date(core[0].bare, today)
    yield from _by_words(core, today)
    yield from _by_long_date(core, today)


def _joined(core: list[Word]) -> list[Word]:
    """A year whose figures stand apart, or like a sum of money: "19 52", "1.952"."""
    figures = re.sub(r"[.,](?=[0-9]{3}$)", "", "".join(word.bare for word in core))
    if core and all(map(is_number, core)) and re.fullmatch(r"(?:19|20)[0-9]{2}", figures):
        return [Word(figures, figures)]
    if [word.bare for word in core[:2]] == ["muoi", "chin"]:
        # "Mười chín năm hai": nineteen, fifty-two.
        tens = [number for number in whole_numbers(core[2:]) if 10 <= number <= 99]
        return [Word(f"19{tens[0]}", f"19{tens[0]}")] if len(tens) == 1 else core
    return core


def _beside_zodiac(core: list[Word], today: date) -> Iterator[int]:
    """ "1952 Nhâm Thìn": the year; both where the animal is another year's."""
    years = [word for word in core if re.fullmatch(r"(?:19|20)[0-9]{2}", word.bare)]
    rest = [word for word in core if word not in years]
    animal = zodiac_years(_zodiac_words(rest), today=today) if len(years) == 1 else []
    if animal:
        year = int(years[0].bare)
        # Before Tết the animal is still that of the year before.
        yield from (year,) if {year, year - 1} & set(animal) else (year, animal[0])


def _zodiac_words(core: list[Word]) -> list[Word]:
    """Without "tuổi", "năm", "con" before the animal."""
    while len(core) > 1 and core[0].bare in {"tuoi", "nam", "con", "cam", "tinh", "mang"}:
        core = core[1:]
    return core


def _age_words(core: list[Word]) -> tuple[list[int], str] | None:
    """The ages said and the way they were counted, or None where no age was said."""
    bares = [word.bare for word in core]
    if bares[:2] == ["nam", "nay"]:
        rest, _ = _AROUND.stripped(core[2:])
        return _age_words(rest) or (whole_numbers(rest), "")
    if bares[-2:] == ["years", "old"]:
        return whole_numbers(core[:-2]), "western"
    count = bares[-1] if bares and bares[-1] in _OWN_COUNT | _WESTERN_COUNT else ""
    if count:
        core, bares = core[:-1], bares[:-1]
    if len(core) > 1 and bares[-1] in {"tuoi", "t"}:
        return whole_numbers(_AROUND.stripped(core[:-1])[0]), count
    if len(core) > 1 and bares[0] == "tuoi":
        return (ages, count) if (ages := whole_numbers(core[1:])) else None
    return None


def _by_age(said: tuple[list[int], str], today: date) -> Iterator[int]:
    ages, count = said
    for age in ages:
        own = [lunar_of(today).year - age + 1, today.year - age + 1]
        western = [today.year - age, today.year - age - 1]
        if not age:
            continue
        if count in _OWN_COUNT:
            yield from own
        elif count:
            yield from western
        else:
            yield from (*own, western[0])


def _by_words(core: list[Word], today: date) -> Iterator[int]:
    if len(core) > 1 and core[0].bare == "nam" and core[1].bare != "muoi":
        years = [number for number in _year_numbers(core[1:]) if _has_figures(number, core[1])]
        if years or is_number(core[1]):
            yield from (year for number in years for year in _said_as_year(number, today))
            return
    for number in _year_numbers(core):
        if number >= 1000 or core[0].bare.startswith("0"):
            yield from _said_as_year(number, today)
        elif number >= 10:
            # "52" alone: the year '52, or fifty-two years old.
            yield from _said_as_year(number, today) if number < 100 else ()
            ages = _by_age(([number], ""), today)
            yield from (year for year in ages if _is_grown_up(year, today) or number > 90)
    if [word.bare for word in core[:2]] == ["nam", "muoi"]:
        # "nam muoi hai" without marks: fifty-two, or the year '12.
        for number in _year_numbers(core[1:]):
            yield from _said_as_year(number, today)


def _said_as_year(number: int, today: date) -> list[int]:
    if number >= 1000:
        return [number]
    if not 0 <= number <= 99:
        return []
    both = [year for year in (1900 + number, 2000 + number) if _is_grown_up(year, today)]
    return sorted(both, key=lambda year: abs(today.year - year - _USUAL_AGE))


def _is_grown_up(year: int, today: date) -> bool:
    """Whether somebody born then would come here: no child, nobody above 105."""
    return _YOUNGEST_GUESSED <= today.year - year <= _OLDEST_GUESSED


def _has_figures(number: int, word: Word) -> bool:
    """Whether it has two figures or more, a nought in front too: 05."""
    return number >= 10 or len(word.bare) == 2 == len(word.bare.lstrip("0")) + 1


def _year_numbers(words: list[Word]) -> list[int]:
    """Every reading of the words as a year: 1952, 52, năm mươi hai, một chín năm hai."""
    if not words or (len(words) == 1 and not is_number(words[0])):
        return []
    if len(words) == 4 and all(word.bare in DIGITS for word in words):
        return [int("".join(str(DIGITS[word.bare]) for word in words))]
    thousands = [year for year in scaled_sums(words, in_dong=False) if 1000 <= year < 10000]
    return [*thousands, *whole_numbers(words)]


def _by_date(text: str, today: date) -> Iterator[int]:
    if found := _DATE.fullmatch(text):
        day, month, year = (int(number) for number in found.groups())
    elif found := _ISO.fullmatch(text):
        year, month, day = (int(number) for number in found.groups())
    elif found := _MONTH_AND_YEAR.fullmatch(text):
        (month, year), day = (int(number) for number in found.groups()), 1
    else:
        return
    if _is_day(day, month) or _is_day(month, day):
        yield from _said_as_year(year, today)


def _is_day(day: int, month: int) -> bool:
    """Whether some year has this day, in the solar calendar or the lunar one."""
    return 1 <= month <= 12 and (1 <= day <= 30 or solar_day(2000, month, day) is not None)


def _by_long_date(core: list[Word], today: date) -> Iterator[int]:
    """15 tháng 3 năm 1952; 15 3 1952; March 15, 1952."""
    if len(core) == 3 and all(is_number(word) for word in core):
        yield from _by_date("/".join(word.bare for word in core), today)
    english = [word for word in core if word.bare in ENGLISH_MONTHS]
    years = [word for word in core if len(word.bare) == 4 and word.bare.isdecimal()]
    if english and len(years) == 1 and len(core) <= 4:
        yield int(years[0].bare)
        return
    bares = [word.bare for word in core]
    if "thang" not in bares:
        return
    month_at = bares.index("thang") + 1
    for at in range(month_at + 1, len(core)):
        if bares[at] == "nam" and _is_month(core[month_at:at]):
            for number in _year_numbers(core[at + 1 :]):
                yield from _said_as_year(number, today)
        elif core[at:] == years and _is_month(core[month_at:at]):
            yield int(years[0].bare)


def _is_month(words: list[Word]) -> bool:
    if len(words) == 1 and words[0].raw in LUNAR_MONTHS:
        return True
    numbers = [4] if [word.bare for word in words] == ["tu"] else whole_numbers(words)
    return any(1 <= number <= 12 for number in numbers)
