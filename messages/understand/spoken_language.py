"""In which language a first message is written, where that is beyond doubt."""

import re

from messages.understand.plain import plain, without_marks
from messages.understand.words import listed

# Words that no Vietnamese line has, with its marks or without them.
_ENGLISH = frozenset(
    listed(
        "verify certificate volunteer volunteering volunteers please want would like could should"
        " what who where when which how why are is was does did have has been your you mine"
        " this that these those with without about from for and join joining club member members"
        " meeting meetings loans fee fees money account invite invitation invited sign signed"
        " register language english speak talk tell know need help code number check chair board"
        " cashier secretary officer office grandmother grandfather mother father elderly people"
        " person give get got use work works start started begin information contact thank thanks"
        " good morning afternoon evening"
    )
)
# They stand in English lines, and in Vietnamese ones typed without marks or borrowed.
_IN_BOTH = frozenset(
    listed(
        "i a an the am my loan to do in on me no at it be can go by of or so if we he she hi"
        " hello ok hey"
    )
)
# These are typed by everybody.
_BORROWED = frozenset(listed("help thanks thank start code club number check"))
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
# Typed without their marks, and in no English line.
_VIETNAMESE = frozenset(
    listed(
        "toi tui minh chau bac ong co chu cu muon vao cau lac bo xin chao cho duoc khong ko chua"
        " lam sao nao gi dau nhu the co phai hoi giup voi ngay mai hom nay hop dong phi vay tien"
        " bao nhieu nguoi biet noi tieng viet oi nhe roi dang ky tham gia thon xom o la di den nha"
    )
)
_FEWEST_WITHOUT_MARKS = 3
_LETTERS_WITH_MARKS = re.compile(r"[^\W\d_]")
_MOST_OF_IT = 0.6


def clearly_english(text: str) -> bool:
    """Whether most words of a line are English, and one of them at least is nothing else.

    Codes, names and figures in it count for nothing. What Vietnamese people type too, as "hello"
    or "help" alone, is not clear.
    """
    line = plain(text)
    if not line.isascii():
        return False
    words = [found for each in line.split() if (found := _word(each))]
    english = [each for each in words if each in _ENGLISH]
    if not set(english) - _BORROWED:
        return False
    known = [each for each in words if each in _ENGLISH or each in _IN_BOTH]
    return len(known) >= _MOST_OF_IT * len(words)


def _word(written: str) -> str:
    """The word in small letters; "" for a code, a name in capitals or a figure."""
    bare = written.strip(".,;:!?\"'()")
    if len(bare) > 1 and (bare.isupper() or any(each.isdigit() for each in bare)):
        return ""
    found = _WORD.fullmatch(bare.lower())
    return found[0].partition("'")[0] if found else ""


def clearly_vietnamese(text: str) -> bool:
    """Whether a letter of it is one that only Vietnamese lines have."""
    lower = plain(text).lower()
    return any(
        not each.isascii() and without_marks(each).isascii()
        for each in _LETTERS_WITH_MARKS.findall(lower)
    )


def speaks_vietnamese(text: str) -> bool:
    """Whether a line says something in Vietnamese, and does not merely name somebody.

    With marks one word that is no name is enough; typed without them it takes three words that
    English does not have, and most of the line.
    """
    if clearly_vietnamese(text):
        return any(each[:1].islower() and clearly_vietnamese(each) for each in plain(text).split())
    words = [found for each in plain(text).split() if (found := _word(each))]
    known = [each for each in words if each in _VIETNAMESE]
    return len(set(known)) >= _FEWEST_WITHOUT_MARKS and len(known) >= _MOST_OF_IT * len(words)
