"""Words with which a wish is said politely, and which say nothing of what is wished."""

from messages.understand.plain import without_marks
from messages.understand.polite import MANNERS
from messages.understand.words import Word, listed

WISHING = MANNERS | set(
    listed(
        "muốn định xin cho cần được muon dinh can duoc want to would like d my the a is are do you"
        " we could may for of now next xem coi mở của cua hết het luôn luon đi di với voi giúp hộ"
        " tháng này nay bây giờ bay gio"
    )
)
_BARE = frozenset(map(without_marks, WISHING))
_IN_FRONT = WISHING | set(listed("gửi gui đưa dua lấy lay in show send give"))
_BARE_IN_FRONT = frozenset(map(without_marks, _IN_FRONT))


def only_wishes(word: Word) -> bool:
    """Whether the word only wishes; without marks where the writer used none."""
    return word.raw in WISHING or (word.raw == word.bare and word.bare in _BARE)


def wishes_in_front(word: Word) -> bool:
    """The same of what may stand before the thing that is wished: "gửi bác", "show me the"."""
    return word.raw in _IN_FRONT or (word.raw == word.bare and word.bare in _BARE_IN_FRONT)
