"""Which month was meant: tháng 10, tháng trước, 10/2026, tháng mười, tháng chạp, last month.

"Tháng Một" is January in the books and the eleventh month in the old way of counting: both are
given (club rules, H.2).
"""

import re
from datetime import date

from club.calendar import Month
from messages.understand.nearest import full_year, lunar_month_begins
from messages.understand.numbers import NUMBER_WORDS
from messages.understand.polite import MANNERS, Around, does_not_know
from messages.understand.readings import Reading, Unclear, Why, reading_of
from messages.understand.slips import read_mended
from messages.understand.spellings import SMALL_NUMBER, proper_lines, small_numbers
from messages.understand.words import MOST_WORDS, listed, words_of

ENGLISH_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
ENGLISH_MONTH = "|".join(ENGLISH_MONTHS)
LUNAR_MONTHS = {"giêng": 1, "chạp": 12}
LATER = {
    "này": 0, "nay": 0, "ni": 0, "hiện tại": 0, "this": 0, "sau": 1,
    "kế": 1, "kế tiếp": 1, "tới": 1, "next": 1, "sau nữa": 2,
    "before last": -2, "trước": -1, "rồi": -1, "vừa rồi": -1, "vừa qua": -1, "qua": -1, "last": -1,
    "trước nữa": -2,
}  # fmt: skip
LATER_WORD = (
    "sau nữa|trước nữa|vừa rồi|vừa qua|hiện tại|kế tiếp|kế|này|nay|ni|sau|tới|trước|rồi|qua"
)
YEARS_LATER = {"nay": 0, "này": 0, "sau": 1, "tới": 1, "ngoái": -1, "trước": -1}

_MEANING = NUMBER_WORDS | set(listed("toi nay thang t sau truoc qua roi vua a"))
_AROUND = Around(
    [*(MANNERS - {"này"}), *listed("cho là của đóng phí xem báo cáo kỳ the of for month")],
    meaning=_MEANING,
)
_RELATIVE = re.compile(
    rf"tháng (?P<later>{LATER_WORD})|(?P<english>this|last|next) month|this|last|next|before last"
)
_AT_DISTANCE = re.compile(
    rf"(?P<ago>cách đây )?(?P<number>{SMALL_NUMBER}) tháng(?P<side> trước| nữa| sau| tới)?"
)
# "Tháng 9-11" is no month of 2011, "năm 2026" no May.
_TWO_MONTHS = re.compile(r"(?:tháng |t ?)?[0-9]{1,2} ?- ?(?P<second>[0-9]{1,2})")
_ONLY_YEAR = re.compile(r"năm [0-9]{4}")
_NUMBERED = re.compile(
    rf"(?:tháng |t )?(?P<month>{SMALL_NUMBER}|giêng|chạp)"
    r"(?: (?P<calendar>âm lịch|âm|ta|dương lịch|dương|tây))?"
    r"(?: ?,? ?(?:năm )?(?P<year>[0-9]{4})"
    r"| ?,? năm (?P<short>[0-9]{2}|nay|này|sau|tới|ngoái|trước))?"
    r"(?: (?P<side>này|tới|sắp tới|vừa rồi|vừa qua|trước|rồi|qua))?"
)
_FIGURES = re.compile(r"(?:tháng |t ?)?(?P<month>[0-9]{1,2}) ?[/.-] ?(?P<year>[0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})")
_ENGLISH = re.compile(
    rf"(?P<side>this |last |next )?(?P<month>{ENGLISH_MONTH})"
    r"(?:,? (?P<year>[0-9]{4}))?(?P<of> (?:this|last|next) year)?"
)
_SURELY_NEAR_MONTHS = 2
_FURTHEST_YEARS = 20
_NEAR_YEARS = 2


def read_month(text: str, *, today: date) -> Reading[Month]:
    """The month that was meant. Without a year, the nearest; both if that is not clear."""
    return read_mended(lambda typed: _read(typed, today), text)


def _read(text: str, today: date) -> Reading[Month]:
    words = words_of(text)
    if not words:
        return Unclear(Why.EMPTY if not text.strip() else Why.NOT_A_MONTH)
    if len(words) > MOST_WORDS:
        return Unclear(Why.TOO_LONG)
    core, _ = _AROUND.stripped(words)
    found = [month for line in proper_lines(core) for month in _months_of(line, today)]
    near = [month for month in found if abs(month.year - today.year) <= _FURTHEST_YEARS]
    unknown = Why.DOES_NOT_KNOW if does_not_know(words) else Why.NOT_A_MONTH
    return reading_of(near, unknown)


def _months_of(line: str, today: date) -> list[Month]:
    line = re.sub(r"^t ?\. ?(?=[0-9])", "t ", line)
    if _ONLY_YEAR.fullmatch(line) or _is_span(line, today):
        return []
    if found := _AT_DISTANCE.fullmatch(line):
        return _at_distance(found, today)
    if found := _RELATIVE.fullmatch(line):
        said = found["later"] or found["english"] or line
        return [Month.of(today).plus(LATER[said])]
    return _named(line, today)


def _named(line: str, today: date) -> list[Month]:
    """A month by its number or its name."""
    if found := _FIGURES.fullmatch(line) or _ISO.fullmatch(line):
        return _numbered(int(found["month"]), found["year"], 0, today)
    if found := _ENGLISH.fullmatch(line):
        side = LATER.get((found["side"] or "").strip(), 0)
        if found["of"]:
            year = today.year + LATER[found["of"].split()[0]]
            return [Month(year, ENGLISH_MONTHS[found["month"]])]
        return _numbered(ENGLISH_MONTHS[found["month"]], found["year"], side, today)
    if found := _NUMBERED.fullmatch(line):
        return _of_numbered(found, today)
    return []


def _is_span(line: str, today: date) -> bool:
    """Whether two months are named and no month of a year: "tháng 9-11"."""
    found = _TWO_MONTHS.fullmatch(line)
    if found is None or not 1 <= int(found["second"]) <= 12:
        return False
    return abs(full_year(int(found["second"]), today) - today.year) > _NEAR_YEARS


def _at_distance(found: re.Match[str], today: date) -> list[Month]:
    """2 tháng trước, cách đây hai tháng, 3 tháng nữa."""
    side = (found["side"] or "").strip()
    if not (side or found["ago"]):
        return []
    sign = -1 if found["ago"] or side == "trước" else 1
    return [Month.of(today).plus(sign * number) for number in small_numbers(found["number"])]


def _of_numbered(found: re.Match[str], today: date) -> list[Month]:
    said, year = found["month"], found["year"] or found["short"]
    if year in YEARS_LATER:
        year = str(today.year + YEARS_LATER[year])
    side = LATER.get((found["side"] or "").removeprefix("sắp "), 0)
    numbers = [LUNAR_MONTHS[said]] if said in LUNAR_MONTHS else small_numbers(said)
    lunar = said in LUNAR_MONTHS or found["calendar"] in {"âm", "âm lịch", "ta"}
    if said == "một" and not found["calendar"]:
        numbers.append(11)
    months = [month for number in numbers for month in _numbered(number, year, side, today)]
    if lunar:
        # In the books it is a solar month: the one of that number, or the one it begins in.
        months += [begins for n in numbers for begins in lunar_month_begins(n, today=today)]
    return months


def _numbered(number: int, year: str | None, side: int, today: date) -> list[Month]:
    """The month of this number; without a year the nearest on that side, or on both."""
    if not 1 <= number <= 12:
        return []
    if year is not None:
        return [Month(full_year(int(year), today), number)] if int(year) else []
    this = Month.of(today)
    months = [Month(each, number) for each in (today.year - 1, today.year, today.year + 1)]
    fitting = [month for month in months if side * this.months_until(month) >= 0]
    fitting.sort(key=lambda month: abs(this.months_until(month)))
    near = side or abs(this.months_until(fitting[0])) <= _SURELY_NEAR_MONTHS
    return fitting[:1] if near else fitting[:2]
