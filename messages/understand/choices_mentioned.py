"""Which choices a longer answer speaks of: "bác nuôi con gà con vịt" of "Nuôi gà, vịt"."""

from collections import Counter
from collections.abc import Sequence

from messages.understand.keywords import written_out
from messages.understand.plain import without_marks
from messages.understand.polite import MANNERS
from messages.understand.words import Word, has_marks, listed, words_of

_FEW_WORDS = 8
# Words that say nothing of what is chosen.
_EMPTY = MANNERS | set(
    listed(
        "và của cho các những ở tại một hai với để là có không được thì mà ra vào lên xuống này kia"
        " nào gì khác việc người trong ngoài khi đã sẽ đang rồi chưa cũng như theo bằng từ đến tự"
        " muốn cần phải nhiều ít hơn thêm xem số the a an of for to in at and or with my other"
    )
)
_BARE_EMPTY = frozenset(map(without_marks, _EMPTY))


def choices_mentioned(text: str, labels: Sequence[str]) -> list[int]:
    """The places of the labels of whose own words most are said; none where nothing is said of any.

    A label's own words are those that no other label has.
    """
    said = words_of(written_out(text))
    marked = has_marks(said)
    spoken = {each.raw if marked else each.bare for each in said}
    own = _own_words([_telling(words_of(label)) for label in labels])
    counts = [sum((each.raw if marked else each.bare) in spoken for each in one) for one in own]
    if len(said) > _FEW_WORDS:
        # One common word of a long sentence speaks of no choice.
        counts = [
            count if 3 * count > len(one) else 0 for count, one in zip(counts, own, strict=True)
        ]
    most = max(counts, default=0)
    return [place for place, count in enumerate(counts) if most and count == most]


def _telling(label: list[Word]) -> set[Word]:
    return {
        each
        for each in label
        if each.bare.isalpha()
        and each.raw not in _EMPTY
        and not (each.raw == each.bare and each.bare in _BARE_EMPTY)
        and len(each.bare) > 1
    }


def _own_words(labels: list[set[Word]]) -> list[set[Word]]:
    common = Counter(said for label in labels for said in {each.bare for each in label})
    return [{each for each in label if common[each.bare] == 1} for label in labels]
