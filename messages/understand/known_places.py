"""Places typed without marks, in the spelling that the club knows: "Nha van hoa", "Xom Dinh"."""

from collections.abc import Iterable, Sequence

from messages.understand.plain import plain
from messages.understand.words import Word, has_marks, is_number, words_of

_KINDS = ("thôn", "xóm", "ấp", "khu phố", "tổ dân phố")
_USUAL = (*_KINDS, "nhà văn hóa", "trạm y tế", "hội trường", "ủy ban", "nhà sinh hoạt cộng đồng")

_Runs = dict[tuple[str, ...], str | None]


def place_as_known(typed: str, known: Iterable[str]) -> str:
    """The place in the spelling of those that are known; as it was typed where they do not say.

    It is the known place with the same letters, or else is put together of what stands in known
    places. What has marks is meant as it stands; what is known in two spellings tells nothing, and
    nothing is written half with marks and half without.
    """
    words = words_of(typed)
    if not words or has_marks(words):
        return typed
    said = tuple(word.bare for word in words)
    marked = [place for place in map(plain, known) if has_marks(words_of(place))]
    same = [place for place in marked if _bare_of(place) == said]
    if len({place.lower() for place in same}) == 1:
        return same[0]
    return typed if same else _put_together(words, _runs([*marked, *_USUAL])) or typed


def _bare_of(place: str) -> tuple[str, ...]:
    return tuple(word.bare for word in words_of(place))


def _runs(places: Sequence[str]) -> _Runs:
    """Every run of words in these places with its spelling; None where it has two."""
    runs: _Runs = {}
    for place in places:
        shown = _shown_words(place)
        for first in range(len(shown)):
            for end in range(first + 1, len(shown) + 1):
                bare = tuple(word.bare for word, _ in shown[first:end])
                spelled = " ".join(written for _, written in shown[first:end])
                held = runs.setdefault(bare, spelled)
                if held is not None and held.lower() != spelled.lower():
                    runs[bare] = None
    return runs


def _shown_words(place: str) -> list[tuple[Word, str]]:
    """Its words as they are compared, each with its capitals as it is written."""
    return [(each, part) for part in place.split() for each in words_of(part)[:1]]


def _put_together(words: Sequence[Word], runs: _Runs) -> str | None:
    """The words in known runs, the longest first; None if one of them is in no run."""
    parts: list[str] = []
    at = 0
    while at < len(words):
        if words[at].raw == "," and parts:
            parts[-1] += ","
            at += 1
            continue
        if is_number(words[at]):
            parts.append(words[at].raw)
            at += 1
            continue
        for end in range(len(words), at, -1):
            found = runs.get(tuple(word.bare for word in words[at:end]))
            if found is not None:
                break
        else:
            return None
        parts.append(_within(found) if parts else found)
        at = end
    whole = " ".join(parts)
    return whole[:1].upper() + whole[1:]


def _within(part: str) -> str:
    """What it is begins with a small letter in the middle of a name: "Nhà văn hóa thôn Đoài"."""
    small = part[:1].lower() + part[1:]
    return small if small.startswith(_USUAL) else part
