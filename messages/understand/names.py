"""People's names, tidied but not spoiled: Nguyễn Thị Hoa, H'Hen Niê, Y Blăm, Sùng A Páo, K'Brể."""

import re
import unicodedata

from messages.understand.plain import plain
from messages.understand.polite import does_not_know
from messages.understand.readings import Reading, Unclear, Value, Why, reading_of
from messages.understand.temper import is_angry
from messages.understand.words import listed, words_of_plain

LONGEST_NAME = 60
_MOST_WORDS = 8

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′ʻ＇", "'"))
_HYPHENS = str.maketrans(dict.fromkeys("‐‑–—", "-"))
_LINK = re.compile(r"://|www\.|@|[<>{}=\\#]|\.(?:com|vn|net|org|me)\b", re.IGNORECASE)
_EDGES = ' .,;:!?…"“”«»()[]*_~-'

_SELF = r"(?:tôi|tui|mình|bác|ông|bà|cô|chú|cụ|dì|dượng|o|mệ|anh|chị|em|cháu|con)"
_INTRODUCED = re.compile(
    r"(?:(?:dạ|thưa|vâng|chào|à|ừ)(?: (?:cháu|con|em|liên))?(?: ơi)?,? )*"
    r"(?:"
    rf"(?:(?:họ và |họ |quý )?tên )(?:(?:của )?{_SELF} )?(?:đầy đủ )?(?:là |: ?)?"
    rf"|{_SELF} (?:tên )(?:là )?"
    rf"|{_SELF} là "
    r"|(?:họ (?:và )?)?tên ?: ?|là |my name is |i am |i'm |it's |name ?: ?"
    r")?(?P<name>.+)"
)
_BARE_INTRODUCTION = re.compile(
    r"(?:da )?(?:(?:toi|tui|minh|bac|ong|ba|co|chu|cu|em|chau) (?:ten (?:la )?|la )"
    r"|(?:ho va )?ten (?:(?:toi|tui|minh|bac|ong|ba|co|chu|cu|em|chau) )?la )(?P<name>.+)"
)
_FAREWELL = re.compile(r"(?P<name>.+?)(?: (?:ạ|nhé|nghen|đó|đấy|(?:cháu|con|em)(?: ơi)?))+")
_TITLES = frozenset(listed("ông bà cô chú bác dì cụ mệ dượng thím cậu mợ chị"))
_BARE_TITLES = frozenset(listed("ong ba bac di cu"))
# Words of sentences that are part of no name.
_SENTENCE = frozenset(
    listed(
        "không biết gì đâu nào hả được muốn tại sao thế vì và hoặc hay là tên với nhưng rồi chưa"
        " của cho đóng vay tiền triệu nghìn rưỡi mươi chục thằng ai đấy what who why how"
    )
)
# One word that answers another question.
_ANSWERS = frozenset(
    listed("có vâng dạ ừ ờ được rồi đúng sai chưa phải ok oke khong ko hông yes no menu hả nam nữ")
)
SURNAMES = frozenset(
    listed(
        "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn"
        " triệu lương lò lưu mai tạ cao hà đào vương trương quách nông bế hứa lâm thái tô chu châu"
    )
)
_MOST_OF_A_NAME = 5


def read_name(text: str) -> Reading[str]:
    """The full name, or whatever one is called by, in its usual capitals; marks as typed."""
    line = plain(text).translate(_APOSTROPHES).translate(_HYPHENS)
    refusal = _refusal(line)
    if refusal is not None:
        return Unclear(refusal)
    name = _without_symbols(_introduced(line)).strip(_EDGES)
    words = name.split(" ")
    if len(name) > LONGEST_NAME or len(words) > _MOST_WORDS:
        return Unclear(Why.TOO_LONG)
    if is_angry(name):
        return Unclear(Why.ANGRY)
    if not _is_name(words) or (len(words) == 1 and name.lower() in _ANSWERS):
        return Unclear(Why.NOT_A_NAME)
    return _with_or_without_title([_tidy(word) for word in words])


def _refusal(line: str) -> Why | None:
    if not line:
        return Why.EMPTY
    if _LINK.search(line):
        return Why.LINK_OR_CODE
    if does_not_know(words_of_plain(line)):
        return Why.DOES_NOT_KNOW
    return Why.TOO_LONG if len(line) > 4 * LONGEST_NAME else None


def _introduced(line: str) -> str:
    """What follows "tên bác là" and stands before "ạ"."""
    lower = line.lower()
    if len(lower) != len(line):
        return line
    found = _BARE_INTRODUCTION.fullmatch(lower) if lower.isascii() else None
    found = found or _INTRODUCED.fullmatch(lower)
    start = found.start("name") if found else 0
    end = len(line.rstrip(_EDGES)) or len(line)
    if start >= end:
        return line
    farewell = _FAREWELL.fullmatch(lower, start, end)
    return line[start : farewell.end("name") if farewell else end]


def _without_symbols(name: str) -> str:
    """Without pictures and other signs that no name has."""
    kept = [sign for sign in name if unicodedata.category(sign)[0] not in "SC"]
    return " ".join("".join(kept).split())


def _is_name(words: list[str]) -> bool:
    letters = "".join(words).replace("'", "").replace("-", "").replace(".", "")
    if not letters or not all(unicodedata.category(sign)[0] in "LM" for sign in letters):
        return False
    if unicodedata.category(letters[0])[0] != "L" or (len(letters) == 1 and letters.isascii()):
        return False
    lower = [word.lower() for word in words]
    if 2 < len(words) <= _MOST_OF_A_NAME and lower[0] in SURNAMES and lower[1] in {"thị", "văn"}:
        # A girl may be called Vay and a boy Đóng.
        return True
    if 1 < len(words) <= _MOST_OF_A_NAME and lower[0] == "triệu":
        lower = lower[1:]
    return not any(word in _SENTENCE for word in lower)


def _with_or_without_title(words: list[str]) -> Reading[str]:
    """Without "bà" before a name; asked where "ba" may be that or a part of the name."""
    whole, rest = " ".join(words), " ".join(words[1:])
    if len(words) > 1 and words[0].lower() in _TITLES:
        return Value(" ".join(words[2:]) if len(words) > 2 and words[1] == "Cụ" else rest)
    if len(words) > 3 and whole.isascii() and words[0].lower() in _BARE_TITLES:
        return reading_of([rest, whole], Why.NOT_A_NAME)
    return Value(whole)


def _tidy(word: str) -> str:
    """Capitals where names have them; a word in mixed capitals stays as it was typed."""
    if not (word.islower() or word.isupper()):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0][:1].upper() + part[0][1:].lower(), word)
