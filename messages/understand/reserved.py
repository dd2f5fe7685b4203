"""The words that work everywhere: quay lại, nhắc lại, thôi, nghe, gọi người thật, menu, giúp.

Only as the whole message, manners aside: "50 nghìn thôi", "thôi được", "5 triệu nghe" and "dạ thôi"
are answers (club rules, H.2).
"""

from enum import StrEnum

from messages.understand.english_sentences import in_short
from messages.understand.plain import without_marks
from messages.understand.slips import mended
from messages.understand.words import SEPARATORS, Word, listed, words_of


class Reserved(StrEnum):
    """What the person wants instead of answering."""

    BACK = "back"
    REPEAT = "repeat"
    STOP = "stop"
    LISTEN = "listen"
    LISTEN_ALWAYS = "listen always"
    LISTEN_NO_MORE = "listen no more"
    PERSON = "person"
    MENU = "menu"
    HELP = "help"


_PHRASES = {
    Reserved.BACK: (
        "quay lại|lùi lại|quay lui|lùi|trở lại|trở về|quay về|câu trước|về câu trước|bước trước"
        "|quay lại câu trước|lui lại|back|go back|previous"
    ),
    Reserved.REPEAT: (
        "nhắc lại|nói lại|lặp lại|hỏi lại|nhắc lại câu hỏi|nói lại câu hỏi|nhắc lại đi|nói lại đi"
        "|repeat|again|say again|say it again|repeat that"
    ),
    Reserved.STOP: (
        "thôi|dừng|dừng lại|hủy|huỷ|hủy bỏ|huỷ bỏ|thoát|thoát ra|ngừng|ngừng lại|kết thúc"
        "|thôi không làm nữa|không làm nữa|để lúc khác|thôi để lúc khác|lúc khác làm|để khi khác"
        "|thôi để khi khác|để mai làm|để mai làm tiếp|mai làm tiếp|để sau|thôi để sau|lúc khác"
        "|khi khác|later|not now|another time|stop|cancel|quit|exit|/stop|/thoi|/cancel"
    ),
    Reserved.LISTEN: (
        "nghe|đọc|đọc nghe|nghe đọc|đọc lên|đọc to|đọc lại|nghe lại|đọc cho nghe|listen"
        "|read|read aloud|read it|read it to me|/nghe"
    ),
    Reserved.LISTEN_ALWAYS: (
        "luôn đọc|luôn đọc nghe|luôn luôn đọc|luôn luôn đọc nghe|lúc nào cũng đọc"
        "|lúc nào cũng đọc nghe|câu nào cũng đọc|câu nào cũng đọc nghe|đọc hết|đọc hết nghe"
        "|đọc tất cả|bật tiếng|bật tiếng lên|mở tiếng|always read|always read aloud|always listen"
        "|always read to me|read everything|read every message"
    ),
    Reserved.LISTEN_NO_MORE: (
        "thôi không đọc nữa|không đọc nữa|thôi đọc|thôi đừng đọc nữa|đừng đọc nữa|đừng đọc"
        "|thôi không nghe nữa|không nghe nữa|không cần đọc nữa|khỏi đọc|khỏi đọc nữa|tắt tiếng"
        "|tắt tiếng đi|stop reading|stop reading aloud|do not read|don't read|no more reading"
        "|stop listening"
    ),
    Reserved.PERSON: (
        "gọi người thật|gặp người thật|người thật|gặp người|gọi người|nói chuyện với người"
        "|nói chuyện với người thật|cần người giúp|cho gặp người|cho gặp người thật"
        "|gọi cho người thật|gọi điện|nói chuyện với người khác|person|human|a person"
        "|real person|a real person|call a real person"
        "|talk to a person|talk to a human|call a person|call someone|/nguoi"
    ),
    Reserved.MENU: (
        "menu|/menu|trang chính|trang chủ|về trang chính|về trang chủ|danh mục|trình đơn|việc khác"
        "|màn hình chính|về đầu|main menu|home|start over|/start"
    ),
    Reserved.HELP: (
        "giúp|trợ giúp|giúp đỡ|hướng dẫn|chỉ dẫn|cách dùng|giúp với|cần giúp|cần giúp đỡ|help"
        "|how|/help|/giup"
    ),
}
_BY_PHRASE = {
    phrase: reserved for reserved, phrases in _PHRASES.items() for phrase in phrases.split("|")
}
_BY_BARE = {without_marks(phrase): reserved for phrase, reserved in _BY_PHRASE.items()}
# Bare spellings of other words: "dung" is mostly "đúng"; "lui", "doc" have no rival that matters.
_NOT_BARE = {"dung"}
# "dạ thôi" refuses an offer, "dạ nghe" says that one listens.
_NOT_AFTER_DA = {"thoi", "nghe", "doc"}

_CLOSING = listed("ạ nhé nha nhá nhe nghen nhen hen hỉ đi với please")
_CALLED = listed("cháu con em anh chị bác ông bà cô chú cụ liên bạn")
_ASKING = listed("giúp giùm dùm hộ cho")
_SELF = listed("bác ông bà cô chú cụ tôi tui anh chị em mình mệ dì dượng o cháu con")
_OPENING = listed("dạ thưa ơi này xin cho please")
_MOST_WORDS = 12
_LONGEST_SLIP = 30


def reserved_word(text: str) -> Reserved | None:
    """The reserved word that the whole message is, manners aside; None for anything else."""
    found = _reserved(text)
    if found is None and (short := in_short(text)):
        found = _reserved(short)
    if found is None and len(text) <= _LONGEST_SLIP and (fixed := mended(text)) is not None:
        return _reserved(fixed)
    return found


def _reserved(text: str) -> Reserved | None:
    words = words_of(text)
    if not words or len(words) > _MOST_WORDS:
        return None
    while words and words[-1].bare in SEPARATORS:
        words = words[:-1]
    if words and words[0].bare == "/":
        words = [Word("/" + words[1].raw, "/" + words[1].bare), *words[2:]] if words[1:] else []
    return _found(words) or _without_manners(words)


def _found(words: list[Word]) -> Reserved | None:
    raw = " ".join(word.raw for word in words)
    if raw in _BY_PHRASE:
        return _BY_PHRASE[raw]
    bare = " ".join(word.bare for word in words)
    if raw == bare and bare not in _NOT_BARE:
        return _BY_BARE.get(bare)
    return None


def _without_manners(words: list[Word]) -> Reserved | None:
    """The word after taking off, one by one, what is only polite."""
    said_da = bool(words) and words[0].bare == "da"
    core = _without_front(_without_favours(words))
    while True:
        found = _found(core)
        if found is not None:
            told_off = said_da and " ".join(word.bare for word in core) in _NOT_AFTER_DA
            return None if told_off else found
        shorter = _one_less(core)
        if shorter is None:
            return None
        core = shorter


def _without_front(words: list[Word]) -> list[Word]:
    start = 0
    while start < len(words) - 1:
        called = _is(words[start], _CALLED) and words[start + 1].bare in {"oi", "a", "nay"}
        wishing = _is(words[start], _SELF) and words[start + 1].bare in {"muon", "can", "xin"}
        if called or (wishing and start + 2 < len(words)):
            start += 2
        elif _is(words[start], _OPENING) or words[start].bare in SEPARATORS:
            start += 1
        else:
            break
    return words[start:]


def _without_favours(words: list[Word]) -> list[Word]:
    """Without "cho bác", "giúp tôi" wherever it stands: "đọc cho bác nghe"."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        favour = _is(words[at], _ASKING) and at + 1 < len(words) and _is(words[at + 1], _SELF)
        # "giúp bác với" asks for nothing else but help.
        if favour and len(words) > 2 and (at or words[at].bare == "cho"):
            at += 2
        else:
            kept.append(words[at])
            at += 1
    return kept


def _one_less(core: list[Word]) -> list[Word] | None:
    """Without one polite word or phrase at the end; None if there is none."""
    if len(core) < 2:
        return None
    last = core[-1]
    if len(core) > 2 and last.bare == "oi" and _is(core[-2], _CALLED):
        return core[:-2]
    polite = _is(last, _CLOSING) or _is(last, _ASKING) or _is(last, _CALLED)
    return core[:-1] if polite or last.bare in SEPARATORS else None


def _is(word: Word, written: tuple[str, ...]) -> bool:
    if word.raw in written:
        return True
    return word.raw == word.bare and word.bare in {without_marks(each) for each in written}
