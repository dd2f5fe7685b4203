"""An angry word is no answer either: it is met kindly, and a person is offered."""

from messages.understand.plain import without_marks
from messages.understand.words import has_marks, listed, words_of

_MOST_WORDS = 12
_ANGRY = (
    "ngu|đồ ngu|ngu quá|ngu thế|ngu vậy|ngu như bò|dốt|dốt thế|dốt quá|đồ dốt|khốn nạn|đồ khốn"
    "|mất dạy|láo|láo toét|láo thế|điên|điên à|điên quá|đồ điên|dở hơi|vớ vẩn|vớ va vớ vẩn|nhảm"
    "|nhảm nhí|tào lao|bực|bực quá|bực mình|bực cả mình|bực bội|tức|tức quá|tức mình|tức điên"
    "|tức thế|phiền quá|phiền phức|rắc rối quá|chán|chán quá|chán thế|chán ngấy|im đi|câm|câm đi"
    "|câm mồm|cút|cút đi|biến|biến đi|lừa đảo|đồ lừa đảo|ăn cắp|đồ ăn cắp|chết tiệt|mẹ kiếp"
    "|đồ quỷ|quỷ tha ma bắt|mày|mày ngu|hỏi gì lắm thế|hỏi lắm thế|hỏi mãi|hỏi hoài|nói mãi"
    "|không biết gì|chẳng hiểu gì|chả hiểu gì|đã bảo rồi|nói rồi mà|khổ quá|mệt với mày"
    "|đm|dm|đmm|vcl|vl|clgt|vãi|đếch|đéo|stupid|idiot|damn|shut up|nonsense|useless|you are useless"
)
_AROUND = frozenset(
    without_marks(each)
    for each in listed(
        "cháu con em liên bot máy cái này đồ thật thế quá lắm ơi à ạ nhé rồi mày này kia trời"
        " ôi ối hả là gì mà vậy so this machine you"
    )
)


def is_angry(text: str) -> bool:
    """Whether the whole message, the little words around it aside, is an angry one."""
    words = words_of(text)
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    marked = has_marks(words)
    phrases = _WRITTEN if marked else _BARE
    said = [word.raw if marked else word.bare for word in words if word.bare.isalnum()]
    bare = [word.bare for word in words if word.bare.isalnum()]
    for start in range(len(said)):
        for end in range(len(said), start, -1):
            rest = bare[:start] + bare[end:]
            if " ".join(said[start:end]) in phrases and all(each in _AROUND for each in rest):
                return True
    return False


_WRITTEN = frozenset(_ANGRY.split("|"))
# Without their marks these are other words: "chan" is chân or chẵn, "bien" the sea, "tuc" a custom.
_BARE = frozenset(map(without_marks, _WRITTEN)) - frozenset(
    listed("lao dien tuc chan cut bien cam may vai nham dot buc noi mai khong biet gi tao lao")
)
