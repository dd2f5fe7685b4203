"""Yes and no as they are said in the north, the centre and the south, and in English.

Each word is put in a class, and the order of the classes decides: "không đúng" is a no, "vâng,
không" could be either, "được không" is a question.
"""

import re

from messages.understand.plain import bare, without_marks
from messages.understand.polite import CLOSING, KIN, does_not_know
from messages.understand.readings import Either, Reading, Unclear, Value, Why
from messages.understand.slips import read_mended
from messages.understand.words import SEPARATORS, Word, listed, words_of

_YES, _NO, _VERB, _ENOUGH, _PERHAPS, _DA, _DONE, _AT_ALL, _DO_NOT, _BREAK = "YNVTADRFX,"

_CLASSES = {
    _YES: listed(
        "vâng vưng ừ ờ ừm ừa uh uhm uk ukm um oh ok oke okie okê oki okay được dc đc đặng đúng phải"
        " có đồng_ý nhất_trí ưng rứa chuẩn chính_xác tất_nhiên dĩ_nhiên đương_nhiên chắc_chắn yes"
        " yep yeah yup y sure correct right agree agreed bằng_lòng hẳn ừ_hử uh_huh of_course"
        " không_sai ko_sai k_sai chẳng_sai chả_sai không_nhầm ko_nhầm chẳng_nhầm không_lộn trúng"
        " ưng_bụng đúng_r"
        # Written without marks these are "đúng" and nothing else.
        " đúng_là đúng_đấy đúng_vậy đúng_thế đúng_hết chính là_tôi là_tui là_bác tôi_đây tui_đây"
        " bác_đây"
    ),
    _NO: listed(
        "không ko k kg khg kh hk hok hông hổng hong hem hỏng chẳng chả chưa khỏi nỏ sai no"
        " nope nah not never từ_chối không_phải n"
        " nhầm lầm lộn trật khum hongg hônggg không_chịu hổng_chịu hông_chịu ko_chịu"
    ),
    _VERB: listed("đi đến vay nhận muốn cần thích làm tham_gia dự ghi gửi want"),
    _ENOUGH: ("thôi",),
    _DO_NOT: ("đừng",),
    _DA: ("dạ",),
    _DONE: ("rồi",),
    # "không đi đâu" is a no; "được đâu" too, but only to some.
    _AT_ALL: ("đâu",),
}
_BY_WRITTEN = {word: kind for kind, words in _CLASSES.items() for word in words}
_BY_BARE = {without_marks(word): kind for word, kind in _BY_WRITTEN.items()}
# A bare "dung" is đúng (right), đừng (do not) or dừng (stop).
_BARE_DUNG = "dung"
_MISSPELLED = {"duoc": _YES, "khong": _NO}
_MANNERS = KIN | (CLOSING - {"thôi", "đi", "nào"})
_BARE_MANNERS = {without_marks(word) for word in _MANNERS}
_FILLERS = listed(
    "xin ạh thế vậy như thì là cũng luôn chứ chớ mà nữa ngay quá lắm lại vẫn sẽ will do i'm am that"
    " s is it to yet dear so very much"
)
_PASSED_OVER = _MANNERS.union(_FILLERS) - _BY_WRITTEN.keys()
_BARE_PASSED_OVER = {without_marks(word) for word in _PASSED_OVER} - _BY_BARE.keys()

_SIGNS = {"👍": True, "👌": True, "✅": True, "👎": False, "❌": False}
_QUESTIONS = frozenset(
    {"co khong", "duoc khong", "phai khong", "dung khong", "co dung khong", "co phai khong"}
    | {"co duoc khong", "hay khong", "co chua", "roi chua", "duoc chua", "khong phai khong"}
)
_BOTH_WAYS = frozenset(
    {
        "sao cung duoc",
        "the nao cung duoc",
        "khong sao",
        "khong phai sai",
        "khong phai la sai",
        "chiu",
        "chac la co",
        "chac khong",
        "chac co",
    }
    | {"chac la khong", "chac", "co le", "maybe", "perhaps", "either", "tuy", "tuy chau"}
    | {"khong thanh van de", "no problem", "khong van de gi", "co le khong", "co le co"}
)
_RELUCTANT_YES = re.compile(
    r"thoi (?:thi )?(?:cung )?(?:duoc|ok|oke|dong y)|(?:cung )?(?:duoc|ok) thoi"
)

_PATTERNS: tuple[tuple[re.Pattern[str], bool | None], ...] = (
    (re.compile(r"D+|R|AR"), True),
    (re.compile(r"(?:[YVR],?)+"), True),
    (re.compile(r"N(?:,?N)*[VYRAF]*(?:,(?:N|T)[VYRF]*)*"), False),
    (re.compile(r"V+N(?:[YR]|VY)+"), False),
    (re.compile(r"T[VR]*|T,?N[VYR]*|N+,?T|N[VY]*,T"), False),
    (re.compile(r"(?:[YVRTNA],?)+"), None),
)
_MAYBE_RIGHT = re.compile(f"{_DA}?{_YES}*{_PERHAPS}")
_MOST_WORDS = 12


_SMALL_YES = frozenset(
    {"co", "u", "um", "uh", "uhm", "ua", "vang", "da", "ok", "oke", "okie", "okay", "duoc", "dc"}
    | {"yes", "y", "yep", "yeah", "ok luon", "duoc luon", "da vang", "vang da", "da co", "da duoc"}
)


def is_small_yes(text: str) -> bool:
    """Whether the message is one of the small words that are also said in passing: "có", "ừ"."""
    return _core(words_of(text)) in _SMALL_YES or bare(text) in _SMALL_YES or not words_of(text)


def is_doubtful_right(text: str) -> bool:
    """Whether the whole message is "dung" without its mark: right, or else do not, or stop."""
    if isinstance(read_yes_no(text), Value):
        return False
    words = [each for each in words_of(text) if each.bare not in _BARE_MANNERS | set(SEPARATORS)]
    classes = _classes_of(words)
    # "Dung lai", "dung nua" are not: no other word is passed over.
    return len(classes) == len(words) and re.fullmatch(_MAYBE_RIGHT, classes) is not None


def says_right(text: str) -> bool:
    """Whether the whole message says that something is right, or may say so."""
    return is_doubtful_right(text) or read_yes_no(text) == Value(True)


def read_yes_no(text: str) -> Reading[bool]:
    """Whether the whole message says yes or no; both where it can be meant in either way."""
    signs = {sign for sign in text if sign in _SIGNS}
    if len(signs) == 1 and not words_of(text):
        return Value(_SIGNS[signs.pop()])
    return read_mended(_read, text)


def _read(text: str) -> Reading[bool]:
    words = words_of(text)
    if not text.strip():
        return Unclear(Why.EMPTY)
    bare = _core(words)
    if not words or len(words) > _MOST_WORDS or bare in _QUESTIONS:
        return Unclear(Why.NOT_YES_OR_NO)
    if bare in _BOTH_WAYS:
        return Either((True, False))
    if _RELUCTANT_YES.fullmatch(bare) and not _unlike_thoi(words):
        return Value(True)
    if does_not_know(words):
        return Unclear(Why.DOES_NOT_KNOW)
    return _by_classes(_classes_of(words))


def _core(words: list[Word]) -> str:
    """The bare words without manners; "dạ" before others is one."""
    kept = [word.bare for word in words if word.raw not in _MANNERS]
    while kept and kept[-1] in SEPARATORS:
        kept.pop()
    while len(kept) > 1 and kept[0] == "da":
        kept = kept[1:]
    return " ".join(kept)


def _unlike_thoi(words: list[Word]) -> bool:
    return any(word.bare == "thoi" and word.raw not in {"thoi", "thôi"} for word in words)


def _by_classes(classes: str) -> Reading[bool]:
    """The reading of a line of classes; "?" is a word that has none."""
    while len(classes) > 1 and classes[0] in (_DA, _BREAK):
        classes = classes[1:]
    classes = classes.strip(_BREAK)
    if _DO_NOT + _DONE in classes:
        # Nobody says "đừng rồi"; a slip of "đúng rồi".
        return Either((True, False))
    # Nor does anybody type "dung roi" for it: "uh dung roi" is "ừ đúng rồi".
    classes = classes.replace(_PERHAPS + _DONE, _YES + _DONE)
    classes = classes.replace(_DO_NOT, _NO)
    if classes == _PERHAPS:
        return Either((True, False))
    for pattern, answer in _PATTERNS:
        if pattern.fullmatch(classes):
            return Either((True, False)) if answer is None else Value(answer)
    return Unclear(Why.NOT_YES_OR_NO)


def _classes_of(words: list[Word]) -> str:
    classes: list[str] = []
    at = 0
    while at < len(words):
        pair = f"{words[at].raw}_{words[at + 1].raw}" if at + 1 < len(words) else ""
        if pair in _BY_WRITTEN or pair in _BY_BARE:
            classes.append(_BY_WRITTEN.get(pair) or _BY_BARE[pair])
            at += 2
            continue
        classes.append(_class_of(words[at]))
        at += 1
    return "".join(classes)


def _class_of(word: Word) -> str:
    if word.raw == _BARE_DUNG:
        return _PERHAPS
    if found := _BY_WRITTEN.get(word.raw):
        return found
    if word.raw == word.bare and (found := _BY_BARE.get(word.bare)):
        return found
    if _is_passed_over(word):
        return ""
    if word.bare in {",", ".", ";", "-"}:
        return _BREAK
    return _MISSPELLED.get(word.bare, "?")


def _is_passed_over(word: Word) -> bool:
    if word.raw in _PASSED_OVER:
        return True
    return word.raw == word.bare and word.bare in _BARE_PASSED_OVER
