"""A word to many: whom it is for, what may stand in it, how often it goes, how long it takes.

Club rules, F.6: it names its sender and holds no link, no account and nobody else's phone number.
"""

import re
import unicodedata
from enum import StrEnum

from club.refusals import Code, Refused

LONGEST_TEXT = 600
CLUB_A_DAY = 3
OFFICER_A_DAY = 1
A_MINUTE = 1800
"""So many messages of this kind leave in a minute: all that the Bot API lets a bot send to
different chats, 30 a second. Replies are not counted there, and reminders go before them."""


class Audience(StrEnum):
    """Whom a word to many is for."""

    CLUB = "club"
    GROUP = "group"
    UNANSWERED = "unanswered"
    BOARDS = "boards"
    MEMBERS = "members"


OF_OFFICERS = frozenset({Audience.BOARDS, Audience.MEMBERS})
"""What an officer of the Association writes to, in all the clubs of an area."""


class State(StrEnum):
    """Where a word to many stands."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


class Order(StrEnum):
    """What its sender may do with it on its way."""

    PAUSE = "pause"
    GO_ON = "go_on"
    CANCEL = "cancel"


ORDERS = {
    State.RUNNING: (Order.PAUSE, Order.CANCEL),
    State.PAUSED: (Order.GO_ON, Order.CANCEL),
    State.CANCELLED: (),
    State.DONE: (),
}
COMES_TO = {Order.PAUSE: State.PAUSED, Order.GO_ON: State.RUNNING, Order.CANCEL: State.CANCELLED}


class Forbidden(StrEnum):
    """What must not stand in it."""

    LINK = "link"
    ACCOUNT = "account"
    PHONE = "phone"


_LINK = re.compile(
    r"https?\s*:|hxxp|www\s*\.|\bt\.me\b|@\w{3,}"
    r"|[\w-]+(?:\.|\[\.\]|\(\.\))(?:com|vn|net|org|info|me|io|link|ly|gl|app|top|xyz|site|online"
    r"|shop|club|cc|biz|asia|edu|gov|ru|cn)\b"
    r"|\b(?:chấm|dot)\s+(?:com|vn|net|org)\b"
)
_DAY = re.compile(
    r"\b(?:0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?:0?[1-9]|1[0-2])\s?[./-]\s?(?:19|20)\d\d\b"
)
_SUM = re.compile(r"\b\d{1,3}(?:[., ]\d{3})+\s*(?:đồng|đ|vnđ|vnd|dong)\b")
_DIGITS = re.compile(r"\+?\d(?:[ .\-–()_]{0,3}\d)*")
_NAMES_ACCOUNT = re.compile(r"(?:\bstk|tài khoản|tai khoan|\btk|account)\W.{0,30}$", re.DOTALL)
_DIGIT_WORDS = frozenset(
    (
        *("không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy"),
        *("tám", "chín", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight"),
        "nine",
    )
)
_LONG = 9
_SHORT = 6
_HOTLINES = ("1800", "1900")


def forbidden_in(text: str, own_phone: str | None = None) -> Forbidden | None:
    """The first thing that must not stand in a word to many; `own_phone` (+84…) may.

    Days, hours and sums are no numbers to pay or to call. Other alphabets' digits, invisible
    letters and digits in words are seen through.
    """
    plain = _plain(text)
    if _LINK.search(plain):
        return Forbidden.LINK
    counted = _SUM.sub("|", _DAY.sub("|", plain))
    for found in _DIGITS.finditer(counted):
        wrong = _wrong_number(found[0], counted[: found.start()], own_phone)
        if wrong is not None:
            return wrong
    return _spelt_out(counted)


def not_for_all(*texts: str) -> Forbidden | None:
    """What must not stand in words that go to all with a meeting: a link, an account.

    Whom to phone about it may be said.
    """
    found = (forbidden_in(each) for each in texts)
    return next((each for each in found if each not in {None, Forbidden.PHONE}), None)


def check_for_all(*texts: str) -> None:
    """Refuses such words."""
    if not_for_all(*texts) is not None:
        raise Refused(Code.WORDS_NOT_ALLOWED)


def _plain(text: str) -> str:
    shown = unicodedata.normalize("NFKC", text)
    seen = "".join(each for each in shown if unicodedata.category(each) != "Cf")
    folded = "".join(_digit(each) for each in seen).casefold()
    return unicodedata.normalize("NFC", folded)


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


def _wrong_number(written: str, before: str, own_phone: str | None) -> Forbidden | None:
    digits = re.sub(r"\D", "", written)
    hotline = len(digits) == len("19001234") and digits.startswith(_HOTLINES)
    if len(digits) >= _SHORT and not hotline and _NAMES_ACCOUNT.search(before + " "):
        return Forbidden.ACCOUNT
    if hotline:
        return Forbidden.PHONE
    if len(digits) < _LONG:
        return None
    if _abroad(digits) == (own_phone or "").lstrip("+"):
        return None
    return Forbidden.PHONE if _looks_like_phone(digits) else Forbidden.ACCOUNT


def _abroad(digits: str) -> str:
    return "84" + digits[1:] if digits.startswith("0") else digits


def _looks_like_phone(digits: str) -> bool:
    return digits.startswith(("0", "84")) and len(digits) <= len("84912345678") + 1


def _spelt_out(plain: str) -> Forbidden | None:
    """A number of nine digits and more in words."""
    row: list[str] = []
    for word in re.findall(r"\w+", plain):
        row = [*row, word] if word in _DIGIT_WORDS else []
        if len(row) >= _LONG:
            return Forbidden.PHONE if row[0] in {"không", "zero"} else Forbidden.ACCOUNT
    return None


def minutes_needed(people: int, a_minute: int = A_MINUTE) -> int:
    """How long it takes until all have it, where so many leave in a minute; at least one minute."""
    return max(1, -(-people // a_minute))


def may_send_again(sent_today: int, audience: Audience) -> bool:
    """Whether the club, or the officer, may write to many once more on this day."""
    return sent_today < (OFFICER_A_DAY if audience in OF_OFFICERS else CLUB_A_DAY)
