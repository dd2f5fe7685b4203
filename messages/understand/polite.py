"""Words around an answer that carry manners, not meaning: dạ, ạ, nhé, cháu ơi, please."""

from collections.abc import Iterable

from messages.understand.plain import without_marks
from messages.understand.words import SEPARATORS, Word, is_number, listed

KIN = frozenset(
    listed(
        "cháu con em anh chị bác ông bà cô chú cụ cậu mợ dì dượng thím o mệ mạ má mẹ bố tôi tui"
        " mình tớ liên i me"
    )
)
"""How people call themselves and the one they speak to."""

BARE_KIN = frozenset(without_marks(word) for word in KIN)

OPENING = frozenset(listed("dạ thưa vâng ừ ờ à ừm ơi này hello hi alo please well chào"))
CLOSING = frozenset(
    listed(
        "ạ nhé nha nhá nhe nghe nghen nhen hen hỉ hí đó đấy đây ơi à ha thôi luôn vậy với đi giúp"
        " giùm hộ cái please thanks thank you nào nè"
    )
)
MANNERS = KIN | OPENING | CLOSING


class Around:
    """Words that may stand around an answer. A bare spelling counts unless it means something."""

    def __init__(
        self,
        written: Iterable[str],
        *,
        meaning: frozenset[str] = frozenset(),
        sure_in_front: frozenset[str] = frozenset(),
    ) -> None:
        self._written = frozenset(written)
        self._meaning = meaning
        self._sure_in_front = sure_in_front
        self._bare = {without_marks(word) for word in self._written} - meaning

    def __contains__(self, word: Word) -> bool:
        if word.raw in self._written or word.bare in SEPARATORS:
            return True
        # A word whose marks were left out; with other marks it is another word.
        return word.raw == word.bare and word.bare in self._bare

    def stripped(self, words: list[Word]) -> tuple[list[Word], list[Word]]:
        """The words without those at both ends, and the ones taken from the front."""
        start, end = 0, len(words)
        while start < end and words[start] in self:
            if start + 1 < end and self._joins(words[start], words[start + 1], in_front=True):
                break
            start += 1
        while end > start and words[end - 1] in self:
            if end - 1 > start and self._joins(words[end - 1], words[end - 2]):
                break
            end -= 1
        return words[start:end], words[:start]

    def _joins(self, word: Word, beside: Word, *, in_front: bool = False) -> bool:
        """Whether without its marks it would mean something together with the word beside it.

        "mười bà" without marks is "mười ba": such a "bà" is not taken for mere manners.
        """
        if word.bare in {word.raw, "a"} or word.bare not in self._meaning:
            return False
        if in_front and word.raw in self._sure_in_front:
            return False
        return beside.bare in self._meaning or (is_number(beside) and not in_front)


AROUND = Around(MANNERS)
UNKNOWN = frozenset(
    {"khong nho", "khong biet", "quen roi", "quen", "khong ro", "chiu", "ko biet", "ko nho"}
    | {"i don't know", "don't know", "no idea", "i forgot", "i don t know", "don t know"}
)


def does_not_know(words: list[Word]) -> bool:
    """Whether the answer, manners aside, is "I do not know" or "I do not remember"."""
    core, _ = AROUND.stripped(words)
    while core and core[-1].bare in {"nua", "ro", "chac", "het", "dau", "duoc"} and len(core) > 2:
        core = core[:-1]
    return " ".join(word.bare for word in core) in UNKNOWN
