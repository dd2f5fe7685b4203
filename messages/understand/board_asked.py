"""Who holds which office, or how to reach them: "ai là thủ quỹ", "sđt ông Bình"."""

import re

from messages.understand.keywords import written_out
from messages.understand.polite import BARE_KIN
from messages.understand.words import words_of

_MOST_WORDS = 14
_OFFICES = {
    "ban chu nhiem": "", "ban quan ly": "", "lanh dao": "", "bo may": "",
    "pho chu nhiem": "deputy", "chu nhiem": "chair", "thu ky": "secretary",
    "ke toan": "bookkeeper", "thu quy": "cashier",
    "deputy": "deputy", "chair": "chair", "secretary": "secretary", "bookkeeper": "bookkeeper",
    "cashier": "cashier", "board": "",
}  # fmt: skip
_OFFICE = rf"(?:ong |ba |bac |co |chu |the )?(?P<office>{'|'.join(_OFFICES)})"
_OF_THE_CLUB = r"(?: (?:cua|clb|cau lac bo|hoi|minh|ta|nha|thon|nay|bay gio|hien nay))*"
_END = r"(?: (?:vay|voi|giup|the|day|nhi|a|ha|hien nay|bay gio|chau|con|em|lien|oi))*"
_FRONT = r"(?:(?:chau|con|em|lien|oi|da|a|cho|hoi|bac|ong|ba|co|chu|toi|tui|minh|xin|biet|the) )*"
_WHO = re.compile(
    rf"{_FRONT}(?:hien nay |bay gio )?(?:ai|nguoi nao) (?:dang )?(?:la|lam|giu)(?: chuc)? {_OFFICE}"
    rf"{_OF_THE_CLUB}{_END}"
    rf"|{_FRONT}{_OFFICE.replace('office', 'office2')}{_OF_THE_CLUB} (?:la |gom |co )+(?:nhung )?ai"
    rf"{_END}"
    rf"|who (?:is|are)(?: in| on)? {_OFFICE.replace('office', 'office3')}(?: members)?"
    r"(?: of the club)?"
)
_PHONE = re.compile(
    rf"{_FRONT}(?:xem )?(?:sdt|dt|so (?:dien thoai|dt|may|phone)|dien thoai)(?: cua)? "
    rf"(?P<whose>\w+(?: \w+){{0,4}}?){_END}"
    r"|(?:(?:what is|show me|give me) )?(?:the )?(?:phone )?number of (?:the |mr |mrs )?(?P<of>\w+)"
    r"|how (?:do|can) i (?:call|phone|reach) (?:the |mr |mrs )?(?P<reach>\w+)"
)


def office_asked(text: str) -> str | None:
    """Whose name is asked for, by the office's key; '' for all of the board, None for no question
    of this kind.
    """
    asked = _WHO.fullmatch(_line(text))
    if asked is None:
        return None
    named = next((each for each in asked.groups() if each), "")
    return _OFFICES[named]


def phone_asked(text: str) -> str | None:
    """Whose number is asked for, as it was typed, bare: a name or an office."""
    asked = _PHONE.fullmatch(_line(text))
    whose = "" if asked is None else next(each for each in asked.groups() if each)
    words = whose.split()
    while len(words) > 1 and words[0] in BARE_KIN:
        words = words[1:]
    return " ".join(words) or None


def office_named(words: str) -> str | None:
    """The office that these bare words are; '' for the whole board."""
    return _OFFICES.get(words)


def _line(text: str) -> str:
    said = [each.bare for each in words_of(written_out(text)) if each.bare.isalnum()]
    return " ".join(said) if len(said) <= _MOST_WORDS else ""
