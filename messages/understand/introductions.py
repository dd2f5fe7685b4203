"""Who somebody says to be, and where she lives, in a sentence before she is asked: "tôi là Nguyễn
Thị Hoa sinh năm 1952, xóm Đông, tổ 2".
"""

from collections.abc import Iterable, Sequence

from messages.understand.names import SURNAMES, read_name
from messages.understand.phrases import place_of
from messages.understand.plain import bare
from messages.understand.polite import BARE_KIN
from messages.understand.readings import Value
from messages.understand.spoken_language import clearly_english
from messages.understand.told import BETWEEN, BIRTH_SAID, Piece, is_marked
from messages.understand.words import listed

_LONGEST_NAME = 5
_LONGEST_PLACE = 4
_PLACES = ("xóm", "thôn", "ấp", "bản", "tổ", "khu", "làng", "hamlet")
_ENDS_A_NAME = (
    *(
        "sinh",
        "sn",
        "năm",
        "tuổi",
        "xóm",
        "thôn",
        "ấp",
        "bản",
        "tổ",
        "khu",
        "làng",
        "mã",
        "ở",
        "số",
    ),
    *("sđt", "sdt", "điện", "muốn", "xin", "vào", "tham", "gia", "là", "quê", "đồng", "born", "i"),
    *("code", "from", "want", "and"),
)
_ENDS_A_PLACE = (
    *("sinh", "sn", "mã", "số", "sđt", "sdt", "điện", "muốn", "xin", "vào", "tham", "tên", "năm"),
    *("tôi", "bác", "cháu", "ạ", "nhé", "code", "i", "want", "born"),
)
_SURE_ENDS = frozenset(listed("sinh sn xom thon tuoi sdt dien muon xin vao born code from want"))
_FEWEST_OF_A_NAME = 3  # "Nguyen Van Nam": what ends a name may end it from the fourth word on
_INTRODUCING = ("là", "tên", "is", "am")
_JOINING = (
    *("vào câu lạc bộ", "vào clb", "xin vào", "muốn vào", "gia nhập", "tham gia", "vào hội"),
    *("vào nhóm", "đăng ký", "join"),
)


def wishes_to_join(words: Sequence[str]) -> bool:
    """Whether the sentence speaks of joining."""
    return any(place_of(words, each) is not None for each in _JOINING)


def introduces_somebody(words: Sequence[str]) -> bool:
    """Whether it says who somebody is: a name, and a year of birth or a place with it."""
    if name_told(words) is None:
        return False
    is_born = any(bare(each) in BIRTH_SAID or _is_year(each) for each in words)
    return is_born or place_told(words) is not None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal()


def name_told(words: Sequence[str]) -> Piece | None:
    """The full name that is said first: begun by a surname, or behind "tên", "tôi là"."""
    for at in range(len(words)):
        if not (_is_surname(words, at) or _is_introduced(words, at)) or _is_of_others(words, at):
            continue
        end = _end_of_name(words, at)
        heard = read_name(" ".join(words[at:end]))
        if end - at > 1 and isinstance(heard, Value):
            return Piece(at, end, (heard.value,))
    return None


def _is_surname(words: Sequence[str], at: int) -> bool:
    if _is_marked(words, at):
        return words[at].lower() in SURNAMES
    if clearly_english(" ".join(words)) and not words[at][:1].isupper():
        # "I would like to join" names nobody called Tô.
        return False
    return bare(words[at]) in _BARE_SURNAMES


_BARE_SURNAMES = frozenset(map(bare, SURNAMES))


def _is_introduced(words: Sequence[str], at: int) -> bool:
    return at > 0 and _among(words, at - 1, _INTRODUCING) and words[at][:1].isupper()


def _is_of_others(words: Sequence[str], at: int) -> bool:
    """ "Con gái bà Nguyễn Thị Hoa": it is not she who writes."""
    if at < 2 or bare(words[at - 1]) not in BARE_KIN:
        return False
    return words[at - 2] != BETWEEN and not _among(words, at - 2, _INTRODUCING)


def _end_of_name(words: Sequence[str], begin: int) -> int:
    end = begin
    while end < min(len(words), begin + _LONGEST_NAME) and not _ends(words, end, end - begin):
        end += 1
    return end


def _ends(words: Sequence[str], at: int, so_far: int) -> bool:
    word = words[at]
    if word == BETWEEN or any(sign.isdigit() for sign in word):
        return True
    if _is_marked(words, at):
        return so_far > 0 and _among(words, at, _ENDS_A_NAME)
    # Without marks "nam", "to" and "ban" may be of the name, "sinh" behind "van".
    if bare(word) in _SURE_ENDS and bare(words[at - 1]) not in {"van", "thi"}:
        return so_far > 1
    return so_far >= _FEWEST_OF_A_NAME and _among(words, at, _ENDS_A_NAME)


def _among(words: Sequence[str], at: int, some: Iterable[str]) -> bool:
    """Marks count where any are written."""
    if _is_marked(words, at):
        return words[at].lower() in some
    return bare(words[at]) in {bare(each) for each in some}


def _is_marked(words: Sequence[str], at: int) -> bool:
    """Between two pauses: a name is often written without marks, and the rest with them."""
    begin = max((each + 1 for each in range(at) if words[each] == BETWEEN), default=0)
    ends = (each for each in range(at + 1, len(words)) if words[each] == BETWEEN)
    return is_marked(words[begin : next(ends, len(words))])


def name_with_place(words: Sequence[str]) -> Piece | None:
    """The full name where the place of living stands right behind it: "Lê Văn Hùng ở xóm Đình"."""
    told = name_told(words)
    if told is None or told.end - told.begin < 2 or told.end == len(words):
        return None
    return told if lives_at(words[told.end :]) else None


def lives_at(words: Sequence[str]) -> bool:
    """Whether they begin with "ở" and a place, or with a hamlet: then an "o" is no aunt."""
    if len(words) > 1 and bare(words[0]) == "o":
        return bare(words[1]) in _BARE_PLACES
    return len(words) > 1 and bare(words[0]) in {"xom", "thon"}


_BARE_PLACES = frozenset({*map(bare, _PLACES), "que", "nha", "gan", "duoi", "tren"})
_TITLES_TYPED = {
    **{each: each for each in ("bà", "ông", "cô", "chú", "cụ", "mệ", "dì", "dượng", "anh", "chị")},
    **{"ba": "bà", "ong": "ông", "cu": "cụ", "chi": "chị", "di": "dì", "me": "mệ"},
}


def title_told(words: Sequence[str]) -> str | None:
    """The form of address that somebody puts before her own full name: "bà Lê Thị Mai"."""
    told = name_told(words)
    if told is None or told.begin == 0:
        return None
    return _TITLES_TYPED.get(words[told.begin - 1].lower())


def place_told(words: Sequence[str]) -> Piece | None:
    """Where somebody lives, as it is said: "xóm Đông", "thôn 3", and a group beside it."""
    found = [piece for at in range(len(words)) if (piece := _place_at(words, at)) is not None]
    if not found:
        return None
    told = [found[0]]
    for each in found[1:]:
        if all(word == BETWEEN for word in words[told[-1].end : each.begin]):
            told.append(each)
    said = ", ".join(str(each.readings[0]) for each in told)
    return Piece(told[0].begin, told[-1].end, (said,))


def _place_at(words: Sequence[str], at: int) -> Piece | None:
    if not _among(words, at, _PLACES):
        return None
    end = at + 1
    while end < min(len(words), at + _LONGEST_PLACE) and not _ends_place(words, end):
        end += 1
        if words[end - 1].isdecimal():
            break
    if end == at + 1:
        return None
    said = " ".join(words[at:end])
    return Piece(at, end, (said[:1].upper() + said[1:],))


def _ends_place(words: Sequence[str], at: int) -> bool:
    if words[at] == BETWEEN or _among(words, at, (*_PLACES, *_ENDS_A_PLACE)):
        return True
    # "Xóm Đông 1952": the year is not the hamlet's number.
    return _is_year(words[at])


def without_code(words: Sequence[str], code: str) -> tuple[str, ...]:
    """The sentence with a pause where the club's code stood, and the words that led to it."""
    kept = code.upper()
    signs = [each.upper().replace("-", "") for each in words]
    for at in range(len(words)):
        for length in (1, 2):
            if "".join(signs[at : at + length]) == kept:
                return (*_before_code(words[:at]), BETWEEN, *words[at + length :])
    return tuple(words)


def _before_code(words: Sequence[str]) -> Sequence[str]:
    end = len(words)
    while end and bare(words[end - 1]) in _LEADING:
        end -= 1
    return words[:end]


_LEADING = frozenset(listed("ma la so cua cau lac bo clb code is the of club"))
