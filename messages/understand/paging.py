"""Asking for the rest of a list that comes in pages: "tiếp", "xem tiếp", "trang sau", "còn nữa".

Only as the whole message, manners aside.
"""

from messages.understand.polite import MANNERS, Around
from messages.understand.words import listed, words_of

_PHRASES = (
    "tiếp|tiếp tục|tiếp theo|xem tiếp|đọc tiếp|kể tiếp|xem thêm|thêm|thêm nữa|nữa|xem nữa"
    "|trang sau|trang tiếp|trang tiếp theo|trang kế|sang trang|phần sau|phần tiếp|mục sau"
    "|còn nữa|còn nữa không|còn gì nữa|còn gì nữa không|còn ai nữa|còn ai nữa không|hết chưa"
    "|còn không|còn câu khác không|câu khác|xem câu khác"
    "|more|next|next page|show more|see more|go on|continue|the rest|anything else|what else"
)
_MORE = frozenset(" ".join(word.bare for word in words_of(each)) for each in _PHRASES.split("|"))
_AROUND = Around([*MANNERS, *listed("cho xin muốn please")])


def asks_for_more(text: str) -> bool:
    """Whether the whole message asks for what comes after."""
    words = words_of(text)
    core, _ = _AROUND.stripped(words)
    return any(" ".join(word.bare for word in each) in _MORE for each in (words, core))
