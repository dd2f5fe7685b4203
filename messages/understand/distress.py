"""A cry for help ("cứu", "tôi ngã") is no answer: it must reach a person at once."""

import re

from messages.understand.plain import without_marks
from messages.understand.words import Word, has_marks, words_of

_ALONE = (
    "cứu|cứu cứu|cứu với|cứu giúp|cấp cứu|cấp cứu với|ngã|ngã rồi|té|té rồi|đau quá|mệt quá"
    "|nguy cấp|nguy hiểm|nguy kịch|cíu|cíu với|kíu|kíu với|cháy|cháy rồi|cháy cháy|xỉu|xỉu rồi|ngất"
    "|ngất rồi|nguy quá|chết mất|kêu cứu|tai nạn|tai nạn rồi|sos|emergency|save me|i fell|fire"
    "|help me|please help me|help me please|help me now|help us|please help us|somebody help me"
    "|someone help me|help help|help help help|come quick|come quickly"
)
_ANYWHERE = (
    "cứu tôi|cứu tui|cứu bác|cứu bà|cứu ông|cứu con|cứu em|cứu mẹ|cứu má|cứu o|cứu mệ|cứu với"
    "|cứu mạng|cíu tôi|cíu tui|cíu với|kíu tui|bị ngã|bị té|bị bổ|tôi ngã|tui ngã|tui té|tôi té"
    "|bác ngã|bà ngã|ông ngã|mẹ ngã|má té|mệ bổ|tui bổ|té ngã|té xỉu|ngã gãy|té gãy|gãy chân"
    "|gãy tay|gãy xương|gọi cấp cứu|cấp cứu với|đi cấp cứu|đau ngực|tức ngực|nhói ngực|đau tim"
    "|nhói tim|khó thở|không thở được|thở không được|thở không nổi|ngạt thở|nghẹt thở|ngộp thở"
    "|ko thở được|ko thở đc|k thở được|bị ngạt|bị ngộp|ngạt khói|ngạt khí|ngạt ga|bị nghẹn"
    "|đột quỵ|đột quị|tai biến|liệt nửa người|méo miệng|chảy máu nhiều|máu chảy nhiều|bị ngất"
    "|ngất xỉu|bị xỉu|xỉu rồi|ngất rồi|ngất đi|người ngất|người xỉu|bất tỉnh|hôn mê|co giật"
    "|hóc xương|mắc xương|điện giật|rắn cắn|đuối nước|rơi xuống giếng|uống nhầm thuốc"
    "|uống lộn thuốc|thuốc uống nhầm|uống quá liều|thuốc trừ sâu rồi|bị ngộ độc|cháy nhà|nhà cháy"
    "|bị cháy|cháy bếp|bếp cháy|đang cháy|cháy bình ga|cháy bình gas|nổ bình ga|nổ bình gas"
    "|chết mất|gọi 115|gọi xe 115|kêu xe cấp cứu|bị tai nạn|gặp tai nạn|có tai nạn|tai nạn xe"
    "|xe tông|xe đụng|xe đâm|xe cán|bị cướp|bị đâm|bị chém"
    "|i fell|i have fallen|can t breathe|cannot breathe|chest pain|ambulance|i am hurt|save me"
    "|heart attack|on fire|there is a fire|there s a fire|house is burning|house is flooded"
    "|call 115|had an accident|unconscious|collapsed|not breathing|bleeding badly|broke my leg"
    "|broke my arm|broke my hip|snake bit|bitten by a snake|drowning|i was robbed"
    "|stopped breathing|bleeding a lot|can t get up|cannot get up|can t stand up|cannot stand up"
    "|fell down|she fell|he fell|mother fell|father fell|husband fell|wife fell|she has fallen"
    "|he has fallen|ve fallen|had a fall|had a stroke|having a stroke"
    "|lên cơn hen|lên cơn suyễn|lên cơn co giật|lên cơn đau tim|ngừng thở|ngưng thở|tắt thở"
    "|không thấy thở|thở dốc|tím tái|nói không ra tiếng|gọi không dậy|kêu không dậy"
    "|gọi mãi không dậy"
)
_DESPAIR = (
    "muốn chết|tự tử|tự vẫn|không muốn sống|ko muốn sống|k muốn sống|chẳng muốn sống"
    "|chả muốn sống|hổng muốn sống|hông muốn sống|không thiết sống|chẳng thiết sống|chán sống"
    "|không còn muốn sống|không muốn sống nữa|chết đi cho|chết quách|chết cho xong|chết cho rồi"
    "|chết còn sướng|chết còn hơn|chết sướng hơn|chết đi còn hơn|thà chết|sống không bằng chết"
    "|sống làm gì nữa|sống làm chi nữa|sống chi nữa|muốn đi theo ông ấy|muốn đi theo bà ấy"
    "|want to die|kill myself|end my life|not want to live|don t want to live"
)
_WHO = (
    "tôi|tui|tau|mình|bác|bà|ông|cụ|mẹ|má|mạ|bố|cha|thầy|bu|chồng|vợ|nội|ngoại|ổng|bả|mệ|o|dì"
    "|thím|mợ|cậu|chú|cô|chị|anh|cháu|người|hàng xóm|ông ấy|bà ấy|nhà tôi|nhà tui|chồng tôi"
    "|vợ tôi|mẹ tôi|bố tôi|má tui|ba tui"
)
_TITLE = "bà|ông|bác|cụ|chị|anh|cô|chú|dì|thím|mợ|mệ|o"
_NOW = "bị|vừa|mới|lại|trượt|trợt|vấp|trượt chân|trợt chân|đang"
_DOWN = "ngã|té|bổ|xỉu|ngất"
# Where or how somebody falls.
_FALLEN = (
    r"trong (?:nhà|buồng|bếp|phòng|toa lét|toilet|cầu)|ngoài (?:sân|vườn|đường|đồng|ngõ|hè|chợ)"
    r"|ở (?:nhà tắm|nhà vệ sinh|sân|bếp|cầu thang|vườn|cầu ao|hè|ngõ|bậc)|cầu thang|bậc thềm"
    r"|xuống (?:ao|giếng|mương|sông|nước|đất|sân|hồ|cầu thang|kênh|ruộng)|xe|giường|trên cây"
    r"|quỵ|gục|sấp|ngửa|lăn|đập đầu|chảy máu|gãy|đau"
)
_CANNOT_RISE = r"(?:không|ko|k|chẳng|chả|hổng|hông|nỏ) (?:đứng )?dậy (?:được|đc|dc|nổi)"
_RISES_NOT = r"dậy (?:không|ko|k|hổng|hông|nỏ) (?:được|đc|dc|nổi|đặng)"
_FALLS = (
    rf"(?:{_WHO}|{_NOW}) (?:{_DOWN})|(?:ngã|té|bổ) (?:{_FALLEN})"
    rf"|(?:{_DOWN}) .*(?:{_CANNOT_RISE}|{_RISES_NOT})"
)
_BEATERS = "chồng|con trai|con dâu|con rể|thằng con|nó|hắn|ổng|lão"
# What is beaten, struck or played without anybody being hurt.
_PLAYED = "cờ|bài|cá|bắt|giá|máy|vần|đàn|trống|bóng|cầu|giày|răng|dấu|số|thuế|rơi|mất|thức|điện"
_BEATEN = (
    rf"bị (?:\w+ ){{0,3}}đánh(?! (?:{_PLAYED}))|đánh đập|bạo hành|bóp cổ|(?:dọa|doạ|đòi) giết"
    rf"|(?:{_BEATERS})(?: tôi| tui| nó)?(?: lại| đang| vừa| cứ| hay| mới)* đánh(?! (?:{_PLAYED}))"
    r"|(?:đang|lại|vừa) đánh (?:tôi|tui|bà|mẹ|má|vợ|người)|đánh (?:tôi|tui) (?:đau|rồi|chảy)"
    r"|beats me|hits me|being beaten"
    r"|(?:he|she|husband|wife|son|daughter|somebody) (?:hit|beat) me(?! (?:at|in|to))"
    r"|(?:nó|hắn|chồng|con|ổng|lão|say)(?: \w+){0,4} (?:đập phá|đập đồ|cầm dao|dí dao|đuổi chém)"
)
# What is spoken about, not what happens now: a talk, a purpose, a gift.
_ABOUT = (
    "cứu trợ|sơ cứu|bài học|tập huấn|tuyên truyền|chuyên đề|nói chuyện về|học về|hỏi về|năm ngoái"
    "|năm trước|năm kia|tháng trước|tuần trước|hồi trước|hồi xưa|ngày xưa|hồi trẻ|hồi nhỏ|ủng hộ"
    "|quyên góp|bảo hiểm|thăm hỏi|giúp người|hỗ trợ người"
    "|first aid|prevention|talk about|last year|last week|last month"
)
# A room, a stick and a way round somebody are no prevention.
_PREVENTED = (
    r"(?<! trong)(?<! ở)(?<! vào) phòng(?! (?:tắm|ngủ|khách|bếp|vệ sinh|thờ|trọ))"
    r"| chống(?! (?:gậy|nạng))| tránh(?! (?:xe|ô tô|chó))|^ (?:đi )?thăm"
)
_HARMLESS = (
    r"(?<!bị )ngã (?:ba|tư|năm|sáu|bảy)(?! (?:lần|ngoái|nay|phút|giờ))|dấu ngã|ngã giá"
    r"|(?:nóng|vui|cười|đói|no|mừng|lạnh|rét|thèm|ngon) muốn chết"
)
_CALLED = frozenset({"ơi", "ạ", "à", "cháu", "con", "em", "dạ", "liên", "với", "quá", "nhé"})
_BARE_CALLED = {without_marks(word) for word in _CALLED}


def cries_for_help(text: str) -> bool:
    """Whether the message says that somebody is in danger or hurt now. Rather once too often."""
    words = words_of(text)[:60]
    marked = has_marks(words)
    core = [word for word in words if not _is_called(word)] or words
    alone = _WRITTEN_ALONE if marked else _BARE_ALONE
    if _line(core, marked).strip() in alone or _line(words, marked).strip() in alone:
        return True
    return _tells(text, 0) or _tells(text, 1) or _tells(text, 2)


def wants_to_die(text: str) -> bool:
    """Whether a cry for help is one of despair: a kind word is owed before all else."""
    return _tells(text, 1)


def is_beaten(text: str) -> bool:
    """Whether a cry for help tells of violence: those of one's own house need not hear of it."""
    return _tells(text, 2)


def _tells(text: str, what: int) -> bool:
    """Whether it happens now: 0 danger or an accident, 1 despair, 2 violence."""
    words = [word for word in words_of(text)[:60] if word.raw not in ",.;:-"]
    marked = has_marks(words)
    about, harmless, told = _WRITTEN if marked else _BARE
    line = harmless.sub(" ", _line(words, marked))
    return told[what].search(line) is not None and about.search(line) is None


def _line(words: list[Word], marked: bool) -> str:
    return f" {' '.join(word.raw if marked else word.bare for word in words)} "


def _is_called(word: Word) -> bool:
    return word.raw in _CALLED or (word.raw == word.bare and word.bare in _BARE_CALLED)


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


def _bare(listed: str) -> frozenset[str]:
    return frozenset(map(without_marks, _phrases(listed)))


def _whole(*patterns: str) -> re.Pattern[str]:
    """One of these, as whole words of a line that begins and ends with a space."""
    return re.compile(f"(?<= )(?:{'|'.join(patterns)})(?= )")


def _any_of(phrases: frozenset[str]) -> str:
    return "|".join(sorted(phrases))


_WRITTEN_ALONE = _phrases(_ALONE)
_WRITTEN = (
    re.compile(rf"(?: (?:{_ABOUT})|{_PREVENTED})(?= )"),
    _whole(_HARMLESS),
    (
        _whole(_ANYWHERE, _FALLS, rf"(?:{_TITLE}) \w+ (?:{_DOWN})", _RISES_NOT, _CANNOT_RISE),
        _whole(_DESPAIR),
        _whole(_BEATEN),
    ),
)
# "nga" and "te" alone are a name and much else: bare, they count only with "bi" or a person. "chay"
# is also to run and vegetarian food, "bo" also to leave, "chong" a husband.
_NOT_BARE_ALONE = {"nga", "nga roi", "te", "te roi", "met qua", "chay", "chay roi", "chay chay"}
_NOT_BARE = {"bi bo", "tui bo", "me bo", "cuu con", "cuu me", "cuu o", "cuu ma"} | {
    *("bep chay", "dang chay", "xe dam", "bi dam", "ba nga", "bac nga", "me nga"),
}
_BARE_ALONE = _bare(_ALONE) - _NOT_BARE_ALONE
_BARE_FALLS = (
    rf"(?:toi|tui|bi|vua|moi|truot|trot|vap|truot chan|trot chan|hang xom|co nguoi|nguoi) "
    rf"(?:nga|te|xiu|ngat)|(?:nga|te) (?:{without_marks(_FALLEN).removesuffix('|dau')})"
    rf"|(?:ba|bac|me|ong|cu) (?:nga|te) (?:roi|dau)"
    rf"|(?:nga|te|bo|xiu|ngat) .*(?:{without_marks(_CANNOT_RISE)}|{without_marks(_RISES_NOT)})"
)
_BARE = (
    re.compile(
        rf" (?:{_any_of(_bare(_ABOUT))}|phong tranh|phong chong|de phong|phong nga|phong te"
        r"|phong dot quy|cach chong|(?<=^ )(?:di )?tham)(?= )"
    ),
    _whole(without_marks(_HARMLESS)),
    (
        _whole(_any_of(_bare(_ANYWHERE) - _NOT_BARE), _BARE_FALLS),
        _whole(without_marks(_DESPAIR)),
        _whole(without_marks(_BEATEN)),
    ),
)
