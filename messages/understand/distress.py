"""A cry for help ("cứu", "tôi ngã") is no answer: it must reach a person at once."""

from messages.understand.plain import without_marks
from messages.understand.words import Word, has_marks, words_of

_ALONE = (
    "cứu|cứu cứu|cứu với|cứu giúp|cấp cứu|ngã|ngã rồi|té|té rồi|đau quá|mệt quá|nguy cấp|nguy hiểm"
    "|sos|emergency|save me|i fell"
)
_ANYWHERE = (
    "cứu tôi|cứu tui|cứu bác|cứu bà|cứu ông|cứu con|cứu em|cứu với|cứu mạng|bị ngã|bị té|tôi ngã"
    "|tui té|bác ngã|bà ngã|ông ngã|té ngã|cấp cứu|đau ngực|tức ngực|khó thở|không thở được|đột quỵ"
    "|đột quị|tai biến|chảy máu nhiều|bị ngất|ngất xỉu|cháy nhà|muốn chết|tự tử|gọi 115|i fell"
    "|can t breathe|cannot breathe|chest pain|ambulance|i am hurt|save me"
)
_CALLED = frozenset({"ơi", "ạ", "à", "cháu", "con", "em", "dạ", "liên", "với", "quá", "nhé"})
_BARE_CALLED = {without_marks(word) for word in _CALLED}


def cries_for_help(text: str) -> bool:
    """Whether the message says that somebody is in danger or hurt now. Rather once too often."""
    words = words_of(text)[:60]
    marked = has_marks(words)
    core = [word for word in words if not _is_called(word)] or words
    alone, anywhere = _WRITTEN if marked else _BARE
    if _line(core, marked).strip() in alone or _line(words, marked).strip() in alone:
        return True
    line = _line(words, marked)
    return any(phrase in line for phrase in anywhere)


def _line(words: list[Word], marked: bool) -> str:
    return f" {' '.join(word.raw if marked else word.bare for word in words)} "


def _is_called(word: Word) -> bool:
    return word.raw in _CALLED or (word.raw == word.bare and word.bare in _BARE_CALLED)


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


def _spaced(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in sorted(phrases))


_WRITTEN = (_phrases(_ALONE), _spaced(_phrases(_ANYWHERE)))
# "nga" and "te" alone are a name and much else: bare, they count only with "bi" or a person.
_BARE = (
    frozenset(map(without_marks, _phrases(_ALONE))) - {"nga", "nga roi", "te", "te roi", "met qua"},
    _spaced(frozenset(map(without_marks, _phrases(_ANYWHERE)))),
)
