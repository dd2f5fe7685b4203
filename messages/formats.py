"""The one form of sums, days, months and hours, the same in every message."""

from datetime import date, time

from club.calendar import Month, lunar_of
from club.money import Money

_DAYS_VI = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def money(sum_: Money) -> str:
    """1.500.000 đồng, in both languages: sums look alike wherever they stand."""
    return f"{figures(sum_.dong)} đồng"


def figures(number: int) -> str:
    """A whole number with dots between thousands."""
    return f"{number:,}".replace(",", ".")


def day(value: date, language: str) -> str:
    """thứ ba 24/11/2026"""
    names = _DAYS_VI if language == "vi" else _DAYS_EN
    return f"{names[value.weekday()]} {value:%d/%m/%Y}"


def short_day(value: date) -> str:
    """24/11/2026"""
    return f"{value:%d/%m/%Y}"


def lunar_day(value: date) -> str:
    """15/10 âm lịch"""
    lunar = lunar_of(value)
    leap = " nhuận" if lunar.leap else ""
    return f"{lunar.day}/{lunar.month}{leap} âm lịch"


def month(value: Month, language: str) -> str:
    """tháng 11/2026"""
    word = "tháng " if language == "vi" else ""
    return f"{word}{value.month}/{value.year}"


def clock(value: time, language: str) -> str:
    """8 giờ 30; in English 8:30."""
    if language != "vi":
        return f"{value.hour}:{value.minute:02}"
    return f"{value.hour} giờ {value.minute:02}" if value.minute else f"{value.hour} giờ"


def phone(number: str) -> str:
    """0912 345 678 for +84912345678; anything else as it is."""
    if not number.startswith("+84"):
        return number
    digits = number.replace("+84", "0", 1)
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}".strip()
