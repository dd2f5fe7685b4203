"""Interim stand-in until the reader of dates is written; may be overwritten."""

import re
from datetime import date, time

from club.calendar import Month
from messages.understand.readings import Reading, Unclear, Value, Why


def read_birth_year(text: str, *, today: date) -> Reading[int]:
    found = re.search(r"(19|20)\d\d", text)
    return Value(int(found[0])) if found else Unclear(Why.NOT_A_YEAR)


def read_day(text: str, *, today: date, ahead: bool) -> Reading[date]:
    found = re.fullmatch(r"(\d+)/(\d+)(?:/(\d+))?", text)
    return Value(date(int(found[3] or today.year), int(found[2]), int(found[1]))) if found else Unclear(Why.NOT_A_DAY)


def read_month(text: str, *, today: date) -> Reading[Month]:
    found = re.search(r"(\d+)/(\d+)", text)
    return Value(Month(int(found[2]), int(found[1]))) if found else Unclear(Why.NOT_A_MONTH)


def read_time(text: str) -> Reading[time]:
    found = re.search(r"(\d+)(?:[:h](\d+))?", text)
    return Value(time(int(found[1]), int(found[2] or 0))) if found else Unclear(Why.NOT_A_TIME)
