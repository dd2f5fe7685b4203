"""What a club did, told in one line: "tập dưỡng sinh sáng nay 20 người"."""

import re
from dataclasses import dataclass

from club.areas import Area
from messages.ideas import known_words
from messages.understand.plain import bare, plain

LONGEST = 120
_PEOPLE = re.compile(
    r"(?:có |được |khoảng |tất cả |with |about )?(?P<count>[-−]?\s?\d{1,6})\s*"
    r"(?:người|nguoi|bác|cụ|ông bà|thành viên|thanh vien|hội viên|anh em|bà con|chị em|"
    r"people|persons|members)\b(?: tham gia| dự| đến| tham du)?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:vào |hồi |lúc |on )?(?P<day>(?:sáng|trưa|chiều|tối|sang|trua|chieu|toi|hôm|hom) "
    r"(?:nay|qua|kia|mai|hôm qua|hom qua)"
    r"|this (?:morning|afternoon|evening)|today|yesterday|tomorrow"
    r"|(?:ngày |hôm |ngay |hom )\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?= |$|[,.;!])",
    re.IGNORECASE,
)
_THIS_PART_OF_TODAY = re.compile(r"this (?:morning|afternoon|evening)", re.IGNORECASE)
_FILLING = frozenset(
    bare(each)
    for each in (
        *("dạ", "thưa", "cháu", "ơi", "à", "ạ", "liên", "ghi", "giúp", "hộ", "cho", "là", "nhé"),
        *("câu", "lạc", "bộ", "clb", "mình", "chúng", "tôi", "ta", "vừa", "đã", "mới", "xong"),
        *("rồi", "có", "we", "did", "have", "the", "club"),
    )
)


@dataclass(frozen=True, slots=True)
class ActivityTold:
    """What was said; `people` and `day` as they were typed, "" where nothing was said of them."""

    area: Area
    what: str
    people: str = ""
    day: str = ""


def read_activity(text: str) -> ActivityTold | None:
    """An activity with its number of people or its day; None where it may be anything else."""
    said = " ".join(plain(text).split())
    area = area_of(said)
    if area is None or len(said) > LONGEST:
        return None
    people, day = _PEOPLE.search(said), _DAY.search(said)
    if people is None and day is None:
        return None
    what = _without_filling(_cut(said, people, day))
    if area_of(what) is None:
        return None
    return ActivityTold(
        area,
        what[:1].upper() + what[1:],
        "" if people is None else people["count"].replace(" ", ""),
        _day(day),
    )


def area_of(text: str) -> Area | None:
    """The area that the words of a text belong to: the longest words that are known count."""
    line = f" {re.sub(r'[^0-9a-z]+', ' ', bare(text))} "
    return next((area for words, area in known_words() if f" {words} " in line), None)


def _cut(said: str, *parts: re.Match[str] | None) -> str:
    """The text without these parts of it."""
    for found in sorted((each for each in parts if each), key=lambda each: -each.start()):
        said = said[: found.start()] + " " + said[found.end() :]
    return " ".join(said.split()).strip(" ,.;:-")


def _without_filling(what: str) -> str:
    """Without the polite words that stand around it."""
    words = what.split()
    while words and bare(words[0].strip(",.")) in _FILLING:
        words.pop(0)
    while words and bare(words[-1].strip(",.")) in _FILLING:
        words.pop()
    return " ".join(words).strip(" ,.;:-")


def _day(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    return "today" if _THIS_PART_OF_TODAY.fullmatch(found["day"]) else found["day"]
