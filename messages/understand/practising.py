"""The words that begin and end practice; only as the whole message, manners aside."""

from messages.understand.plain import without_marks
from messages.understand.words import SEPARATORS, listed, words_of

_BEGIN = frozenset({"tap thu", "lam thu", "thuc hanh", "practice", "practise", "practice club"})
_END = frozenset(
    {
        *(
            "thoi tap",
            "thoitap",
            "thoi tap thu",
            "thoi khong tap nua",
            "khong tap nua",
            "khong tap thu nua",
        ),
        *("dung tap", "dung tap thu", "ngung tap", "ngung tap thu", "nghi tap", "nghi tap thu"),
        *("het tap", "ket thuc tap", "ket thuc tap thu", "thoat tap", "thoat tap thu", "tap xong"),
        *("tap xong roi", "bo tap", "bo tap thu", "ve cau lac bo that", "cau lac bo that"),
        *("ve clb that", "ve that", "lam that", "quay ve cau lac bo that", "quay lai that"),
        *("tro ve cau lac bo that", "stop practising", "stop practicing", "stop practice"),
        *("end practice", "end practising", "the real club", "real club", "back to the real club"),
    }
)
_FRONT = frozenset(
    map(without_marks, listed("dạ thưa cháu con em ơi bác ông bà cô chú tôi cho muốn xin thì"))
)
_BEHIND = frozenset(
    map(without_marks, listed("ạ nhé nha nhe đi thôi ơi cháu con em với giúp please nào rồi"))
)
_MOST_WORDS = 12


def wants_to_practise(text: str) -> bool:
    """Whether the message asks for practice and for nothing else."""
    return _core(text) in _BEGIN


def wants_the_real_club(text: str) -> bool:
    """Whether the message ends practice: "thôi tập", "/thoitap", "về câu lạc bộ thật nhé cháu"."""
    return _core(text.removeprefix("/")) in _END


def _core(text: str) -> str:
    words = [word.bare for word in words_of(text) if word.bare not in SEPARATORS]
    if len(words) > _MOST_WORDS:
        return ""
    while words and words[0] in _FRONT:
        words = words[1:]
    while words and words[-1] in _BEHIND and " ".join(words) not in _END:
        words = words[:-1]
    return " ".join(words)
