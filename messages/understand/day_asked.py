"""Questions about the day itself: its date, solar or lunar, the hour, the weather.

Each is the whole message, manners aside: "mai mưa không đi được" tells something else, and "mai
mưa có họp không" asks for the meeting.
"""

import re
from enum import StrEnum

from messages.understand.keywords import written_out
from messages.understand.plain import without_marks
from messages.understand.polite import BARE_KIN, MANNERS
from messages.understand.words import words_of

_MOST_WORDS = 16


class DayAsked(StrEnum):
    """What is asked."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    HOUR = "hour"
    WEATHER = "weather"


_NOW = r"(?:(?:hom|bua|ngay) (?:nay|ni)|hien nay|nay|today)"
_NEXT = r"(?:(?:ngay |sang |bua )?mai|tomorrow)"
_WHICH = r"(?:may|bao nhieu|nao|gi|ngay may|mung may|ngay bao nhieu|ngay nao|ngay gi)"
_LUNAR = r"(?:(?:theo )?(?:am lich|lich am|am|lich ta|ta|duong lich|lich duong|duong|tay))"
_DATE = (
    rf"(?:la )?(?:{_LUNAR} )?(?:la )?(?:(?:ngay|mung|thu|ram) )?(?:{_LUNAR} )?(?:la )?{_WHICH}"
    rf"(?: {_LUNAR})?(?: (?:thang may|thang nao))?(?: {_LUNAR})?(?: (?:roi|the|vay|nhi|ha))*"
)
_TODAY = re.compile(
    rf"{_NOW} {_DATE}|(?:{_LUNAR} )?{_NOW} (?:la )?(?:{_LUNAR} )?(?:ngay |mung )?{_WHICH}"
    rf"|(?:ngay )?{_LUNAR} {_NOW} (?:la )?{_WHICH}|what (?:day|date) is it(?: today)?"
    r"|what is (?:the )?(?:lunar )?date(?: today)?|what is today s (?:lunar )?date"
    r"|what (?:day|date) is (?:it|today) (?:in|by) the lunar calendar"
)
_FULL_MOON = r"(?:(?:ngay )?ram|mung (?:mot|mong|1)|mong mot)(?: (?:thang nay|nay|toi))?"
# Whether it is a day of the moon today, or when it comes: today's lunar date tells both.
_MOON = re.compile(
    rf"{_NOW} (?:co phai |phai |da |la )*{_FULL_MOON}"
    rf"(?: (?:phai khong|dung khong|khong|ko|chua|roi|ha|nhi|day|a))*"
    rf"|(?:bao gio|khi nao|hom nao|ngay nao) (?:thi )?(?:den |toi |la )?{_FULL_MOON}"
    rf"|{_FULL_MOON} (?:la |vao )*(?:hom nao|ngay nao|bao gio|khi nao|thu may|ngay may)"
)
# "Hôm nay bao nhiêu" may ask for money.
_NAMES_A_DAY = re.compile(rf"\b(?:ram|mung|mong mot|ngay (?!nay|mai)|mung|thu|{_LUNAR}\b|day|date)")
_TOMORROW = re.compile(rf"{_NEXT} {_DATE}|what (?:day|date) is (?:it )?tomorrow")
_HOUR = re.compile(
    r"(?:bay gio |gio |hien gio )?(?:la )?may gio(?: roi| the| vay| nhi| ha)*"
    r"|what time is it(?: now)?"
)
_SPAN = rf"(?:{_NOW}|{_NEXT}|(?:sang|trua|chieu|toi|dem) (?:nay|mai)|tuan (?:nay|sau))"
_RAINS = r"(?:mua|nang|ret|lanh|nong|bao|gio|giong)"
_WEATHER = re.compile(
    rf"(?:{_SPAN} )?(?:(?:du bao )?thoi tiet|troi)(?: {_SPAN})?(?: (?:the nao|ra sao|sao|gi))+"
    rf"|(?:{_SPAN} )?(?:(?:troi|thoi tiet) )?(?:{_SPAN} )?(?:co )?{_RAINS}(?: to| lon)?"
    r" (?:khong|ko|k|chua)"
    rf"|(?:{_SPAN} )?(?:du bao )?thoi tiet(?: {_SPAN})?"
    rf"|(?:will it rain|how is the weather|weather)(?: today| tomorrow)?"
)
_PATTERNS = (
    (DayAsked.HOUR, _HOUR),
    (DayAsked.WEATHER, _WEATHER),
    (DayAsked.TODAY, _TODAY),
    (DayAsked.TODAY, _MOON),
    (DayAsked.TOMORROW, _TOMORROW),
)
_AROUND = (frozenset(map(without_marks, MANNERS)) | BARE_KIN | {"hoi", "biet"}) - {
    *("nay", "thoi", "nao")
}


def day_asked(text: str) -> DayAsked | None:
    """What of the day is asked for; None for anything else."""
    said = [each.bare for each in words_of(written_out(text)) if each.bare.isalnum()]
    while said and said[0] in _AROUND:
        said = said[1:]
    while said and said[-1] in _AROUND:
        said = said[:-1]
    if not said or len(said) > _MOST_WORDS:
        return None
    line = " ".join(said)
    doubtful = () if _NAMES_A_DAY.search(line) else (DayAsked.TODAY, DayAsked.TOMORROW)
    found = (kind for kind, pattern in _PATTERNS if pattern.fullmatch(line))
    return next((kind for kind in found if kind not in doubtful), None)
