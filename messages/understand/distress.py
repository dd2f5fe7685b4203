"""A cry for help ("cứu", "tôi ngã") is no answer: it must reach a person at once."""

from messages.understand.plain import without_marks
from messages.understand.words import Word, has_marks, words_of

_ALONE = (
    "cứu|cứu cứu|cứu với|cứu giúp|cấp cứu|cấp cứu với|ngã|ngã rồi|té|té rồi|đau quá|mệt quá"
    "|nguy cấp|nguy hiểm|cíu|cíu với|kíu|kíu với|cháy|cháy rồi|cháy cháy|xỉu|xỉu rồi|ngất"
    "|ngất rồi|nguy quá|chết mất|kêu cứu|sos|emergency|save me|i fell|fire"
)
_ANYWHERE = (
    "cứu tôi|cứu tui|cứu bác|cứu bà|cứu ông|cứu con|cứu em|cứu mẹ|cứu má|cứu o|cứu mệ|cứu với"
    "|cứu mạng|cíu tôi|cíu tui|cíu với|kíu tui|bị ngã|bị té|bị bổ|tôi ngã|tui ngã|tui té|tôi té"
    "|bác ngã|bà ngã|ông ngã|mẹ ngã|má té|mệ bổ|tui bổ|té ngã|té xỉu|ngã gãy|té gãy|gãy chân"
    "|gãy xương|gọi cấp cứu|cấp cứu với|đi cấp cứu|đau ngực|tức ngực|nhói ngực|đau tim|nhói tim"
    "|khó thở|không thở được|thở không được|thở không nổi|ngạt thở|ko thở được|ko thở đc"
    "|k thở được|đột quỵ|đột quị|tai biến|liệt nửa người|méo miệng|chảy máu nhiều|máu chảy nhiều"
    "|bị ngất|ngất xỉu|xỉu rồi|ngất rồi|bất tỉnh|hôn mê|co giật|hóc xương|mắc xương|điện giật"
    "|rắn cắn|đuối nước|rơi xuống giếng|uống nhầm thuốc|cháy nhà|nhà cháy|bị cháy|cháy bếp"
    "|muốn chết|chết mất|tự tử|không muốn sống|gọi 115|gọi xe 115|kêu xe cấp cứu"
    "|i fell|i have fallen|can t breathe|cannot breathe|chest pain|ambulance|i am hurt|save me"
    "|heart attack|house is on fire|call 115"
)
# What is spoken about, not what happens now: a talk, a purpose, a gift.
_ABOUT = (
    "phòng|chống|tránh|cứu trợ|sơ cứu|bài học|tập huấn|tuyên truyền|chuyên đề|nói chuyện về"
    "|học về|hỏi về|năm ngoái|năm trước|tháng trước|tuần trước|hồi trước|ủng hộ|quyên góp"
    "|first aid|prevention|talk about|last year|last week|last month"
)
_CALLED = frozenset({"ơi", "ạ", "à", "cháu", "con", "em", "dạ", "liên", "với", "quá", "nhé"})
_BARE_CALLED = {without_marks(word) for word in _CALLED}


def cries_for_help(text: str) -> bool:
    """Whether the message says that somebody is in danger or hurt now. Rather once too often."""
    words = words_of(text)[:60]
    marked = has_marks(words)
    core = [word for word in words if not _is_called(word)] or words
    alone, anywhere, about = _WRITTEN if marked else _BARE
    if _line(core, marked).strip() in alone or _line(words, marked).strip() in alone:
        return True
    line = _line(words, marked)
    if any(phrase in line for phrase in about):
        return False
    return any(phrase in line for phrase in anywhere)


def _line(words: list[Word], marked: bool) -> str:
    return f" {' '.join(word.raw if marked else word.bare for word in words)} "


def _is_called(word: Word) -> bool:
    return word.raw in _CALLED or (word.raw == word.bare and word.bare in _BARE_CALLED)


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


def _spaced(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in sorted(phrases))


def _bare(listed: str) -> frozenset[str]:
    return frozenset(map(without_marks, _phrases(listed)))


_WRITTEN = (_phrases(_ALONE), _spaced(_phrases(_ANYWHERE)), _spaced(_phrases(_ABOUT)))
# "nga" and "te" alone are a name and much else: bare, they count only with "bi" or a person. "chay"
# is also to run and vegetarian food, "bo" also to leave.
_NOT_BARE_ALONE = {"nga", "nga roi", "te", "te roi", "met qua", "chay", "chay roi", "chay chay"}
_NOT_BARE = {"bi bo", "tui bo", "me bo", "chay bep", "cuu con", "cuu me", "cuu o", "cuu ma"}
_BARE = (
    _bare(_ALONE) - _NOT_BARE_ALONE,
    _spaced(_bare(_ANYWHERE) - _NOT_BARE),
    _spaced(_bare(_ABOUT) - {"tranh", "phong"} | {"phong tranh", "phong chong"}),
)
