"""Whether somebody says in passing that she comes to the meeting: "thôi tôi không đi được",
"mai bác không đi họp được đâu, đau chân quá".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from messages.understand import coming_in_english as english
from messages.understand.plain import bare, plain

YES, NO, LIFT = "yes", "no", "lift"
Clause = tuple[str, str]
LONGEST = 120

_DAY = (
    r"(?:(?:sang |chieu |toi |trua )?(?:ngay )?(?:mai|mot|kia)|(?:sang|chieu|toi|trua|hom|bua) nay"
    r"|hom (?:do|ay|hop)|bua (?:do|ay)|(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)"
    r"(?: nay| toi| tuan nay| tuan sau| tuan toi)?|(?:thang|tuan|lan|ky|ky hop|dot) (?:nay|toi|sau)"
    r"|(?:cai )?buoi(?: hop| sinh hoat)?(?: nay| toi| ay| do| mai)?|ram(?: nay| toi)?"
    r"|hop(?: nay| mai)|ngay \d+(?:/\d+)?)"
)
_SELF = (
    r"(?:toi|tui|bac|ba|ong|co|chu|cu|minh|chau|con|em|anh|chi|o|me|i|da|thua|a|vay|thi|la|lien|oi"
    r"|bao|nhan|xin phep|ghi|cho|ah|uh|u|ca)"
)
_WE = (
    r"(?:(?:ca )?(?:hai )?vo chong(?: toi| tui| minh| bac| chau| nha toi| em)?|ca hai(?: ong ba)?"
    r"|hai ong ba(?: toi| nha toi)?|ca nha(?: toi| bac)?|(?:chi |co )?(?:mot )?minh (?:toi"
    r"|tui|bac|ba"
    r"|ong|chau|em)(?= di)|(?:toi|tui|bac|ba|ong|co|chu) (?:voi|va|cung) (?:ba|ong|vo|chong)"
    r"(?: nha| xa)?(?: toi| tui| bac)?)"
)
WHO = rf"(?:(?:{_WE}|{_DAY}|{_SELF}) ){{0,6}}"
_END = (
    r"(?: (?:roi|nua|dau|nhe|nha|nhen|nghe|a|ah|chau|con|em|lien|oi|duoc|dc|vay|chu|do|day|ma|thoi"
    r"|hi|he|ha|luon|dau a|minh|nhi|hen))*"
)
_PLACE = (
    rf"(?: (?:{_DAY}|hop|sinh hoat|buoi hop|buoi nay|hom do|hom ay|thang nay|den|du|cau lac bo|clb"
    r"|the meeting|tham gia|voi moi nguoi|cung moi nguoi|cac ba|cac ong|cung|voi|ca hai|ca))*"
)
NOT = r"(?:khong|khg|ko|k|kg|hong|hong co|chang|cha|chua chac|chua|khoi|kho)"
_TROUBLE = (
    r"(?:ban|om|met|dau|nam vien|di vien|vao vien|bi|sot|ho|cam|mo|te|nga|trong chau|giu chau"
    r"|co viec"
    r"|mac|vuong|ket|gio|dam|an cuoi|di xa|ve que|mua|bao|rao|yeu|huyet ap)"
)
TROUBLED = re.compile(
    rf"{WHO}(?:(?:bi|lai|dang|con|phai|co|nha|troi|gia|chan|lung|goi|dau goi"
    r"|tay|mat|nguoi|trong) )*"
    rf"{_TROUBLE}\b.*"
    rf"|{english.TROUBLED}"
)
_NO = re.compile(
    rf"(?:thoi |chac |chac la |co khi |e la |e |so )?{WHO}(?:thoi |chac |se |lai )?"
    rf"(?:ban (?:roi|viec)? ?)?(?:nen |thi )?{WHO}{NOT} (?:the |co |the nao )?"
    rf"(?:di|den|toi|du|tham gia|hop|ra)(?: hop| sinh hoat| du)?(?: duoc| dc| noi"
    rf"| kip)?{_PLACE}{_END}"
    rf"|(?:thoi )?(?:cho )?{WHO}(?:xin |xin phep )?(?:vang|vang mat|nghi|nghi hop)(?: mat)?"
    rf"{_PLACE}(?: (?:mot|1) (?:buoi|hom|bua))?{_END}"
    rf"|{english.NO}"
)
# By itself a no; beside a no its reason, and beside a yes none.
_ILL = re.compile(
    rf"(?:hom do |hom ay )?{WHO}(?:lai |ban |bi |dang )?"
    rf"(?:ban|om|met|dau|dau chan|dau lung|dau dau|nam vien)"
    rf"(?: viec)?(?: mat| lam| qua)?(?: roi)?(?: hom do)?{_END}"
)
_YES = re.compile(
    rf"(?:thoi )?{WHO}(?:khoi|khong can|ko can|khong phai)(?: phai)? (?:don|cho|dua){_END}|"
    rf"{WHO}(?:di|den)(?: hop)? (?:cung|voi|chung voi) (?:ba|ong|co|chu|bac|chi|anh) \w+{_END}|"
    rf"(?:thoi |ma )*{WHO}(?:lai |van |se |chac chan |chac |nay |cung )*"
    rf"(?:di|den|toi du|tham gia)(?: hop)?"
    rf"(?: duoc| dc)(?: roi| lai roi)?{_PLACE}{_END}"
    rf"|{WHO}(?:van |cung )*(?:se|co|chac|nhat dinh|chac chan|van|cung|deu) "
    rf"(?:cung |co )?(?:di|den|toi|tham gia|co mat)(?: duoc| hop| du)?{_PLACE}{_END}"
    rf"|{WHO}di (?:chu|het|ma)(?: ma)?{_PLACE}{_END}"
    rf"|(?:{_DAY} )?{_WE} (?:cung |deu |se )*(?:di|den|tham gia)(?: hop| du)?{_PLACE}{_END}"
    rf"|{WHO}(?:chi |co )?(?:minh|mot minh) (?:{_SELF} )?di(?: hop)?{_PLACE}{_END}"
    rf"|{WHO}(?:(?:sao|rang|can chi|co chi|mac gi)(?: lai| ma)? {NOT} di|di (?:chu )?"
    rf"(?:sao|rang) (?:lai )?{NOT}(?: di)?|thi di|di thoi|khong co gi (?:thi )?{WHO}di)"
    rf"{_PLACE}{_END}"
    rf"|{english.YES}"
)
# By itself too little; beside something that fits, or with the word for the meeting, enough.
_GOES = re.compile(rf"{WHO}(?:di|den|tham gia)(?: hop| sinh hoat| du)*{_PLACE}{_END}")
_LIFT = re.compile(
    rf"{WHO}(?:(?:can|nho|muon|xin|cho|ai)(?: nguoi| ai| xe| co ai)? ?)+(?:den |sang |qua )?"
    rf"(?:don|cho|dua)(?: toi| tui| bac| ba| ong| co| chu| chau| giup| voi| di| ho"
    rf"| hop)*{_PLACE}{_END}"
    rf"|{WHO}(?:co ai cho |ai cho )?{WHO}(?:xin |muon |can )?(?:di )(?:nho|ke|chung"
    rf"|ghep)(?: xe)?(?: ai| cua ai| voi ai)?"
    rf"(?: voi| duoc khong| co duoc khong| khong| hop)*{_PLACE}{_END}"
    rf"|{WHO}(?:xin |cho )?{WHO}ghe xe(?: ai| cua ai)?(?: voi| duoc khong)*{_END}"
    rf"|(?:vi |tai )?{WHO}(?:khong co|chua co|het|hong) (?:xe|ai cho|ai dua|ai don|nguoi cho"
    rf"|nguoi dua)"
    rf"(?: di| di hop| ca)*{_END}"
    rf"|{english.LIFT}"
)
_LATE = re.compile(
    rf"(?:ma |thi )?{WHO}(?:se |co |chac |hoi |co the )*(?:(?:di|den|toi|ra)(?: hop)? )?(?:hoi )?"
    rf"(?:muon|tre|cham|sau)(?: hon)?(?: mot)?(?: chut| ti| it| lat| lai)*"
    rf"(?: \w+ (?:phut|tieng))?{_END}"
    rf"|{WHO}(?:xin |se |phai |co )*ve som(?: hon)?(?: mot)?(?: chut| ti| it)*{_END}"
    rf"|{english.LATE}"
)
_COMES_LATE = re.compile(
    rf"(?:ma |thi )?{WHO}(?:se |co |chac )*(?:di|den|toi|ra)(?: hop)? (?:hoi )?(?:muon|tre|cham)"
    rf"(?: hon)?(?: mot)?"
    rf"(?: chut| ti| it| lat)*(?: \w+ (?:phut|tieng))?{_PLACE}{_END}"
    rf"|{english.LATE}"
)
_SPOUSE = re.compile(
    r"(?:con |thi |ma |tai |vi )*(?:ba nha|ong nha|ba xa|ong xa|vo|chong|nha toi|ba ay|ong ay"
    r"|ong lao|ba lao"
    r"|vo chong con|con dau|con trai|con gai)(?: [a-z0-9]+){1,9}"
)
_WRONG = re.compile(
    rf"(?:a |u |uh |oi |da |thoi |khong )*{WHO}(?:bam |go |noi |tra loi |nhan )?(?:nham|lon"
    rf"|nham lan)"
    rf"(?: mat| to| roi| lan)*{_END}|(?:{WHO})?(?:doi y|nghi lai)(?: roi)?{_END}"
)
_WELL = re.compile(
    rf"{WHO}(?:da |vua |moi )?(?:khoi|khoe|do|het|ra vien|ve|ranh|xong viec|thu xep|sap xep)"
    rf"(?: \w+){{0,4}}{_END}|(?:da |vi |nay )?co (?!ai\b|xe\b)(?:\w+ ){{1,4}}(?:cho|dua|don)"
    rf"(?: (?:di|toi|tui|bac|ba|ong|co|chu))*{_END}|(?:nha )?{WHO}(?:o )?xa(?: qua| lam)?{_END}"
)
_MANNERS = re.compile(
    r"(?:(?:chao|cam on|xin loi|da|vang|a|oi|chau|lien|bac|ong|ba|co|chu|toi|nhe|nha|duoc|roi"
    r"|ok|oke|u|uh"
    r"|thong cam|moi nguoi|ca nha|cac bac|con|em|nay|cho|bao|giup|voi|ghi|nhan|lai|ban|biet|hop"
    r"|hop vui|vui ve|vui|cac|sorry|thanks|thank you|please) ?)+"
)
ASKS = re.compile(
    r"\b(?:may gio|bao gio|khi nao|hom nao|o dau|ai cho|the nao|bao nhieu|hay khong|phai khong"
    r"|co phai|duoc khong|khong a|co hop|co khong|nao|gi|sao)\b"
)
# What all the others are to hear is no answer of hers: "báo cho cả hội biết mai nghỉ họp".
_FOR_OTHERS = re.compile(
    r"\b(?:bao|nhan|noi|dan|gui)(?: tin)?(?: cho| voi| toi)? (?:ca (?!nha)|moi nguoi|tat ca|toan"
    r"|hoi vien|thanh vien|ba con|cac (?:bac|ba|ong|cu|hoi|thanh))"
)
_ABOUT_MEETING = re.compile(r"\b(?:hop|sinh hoat|meeting)\b")
_PAUSE = re.compile(r"\s*[,;.!\n]+\s*|\s+[-–—]\s+|\s*\.\.\.+\s*")
_TURNS = frozenset({"vì", "tại", "nhưng", "nhưng mà", "do", "bởi", "nên", "because", "but"})
_BARE_TURNS = frozenset({"vi", "nhung", "tai", "because", "but"})
_REASON_WORDS = 10
_MOST_WORDS = 24
_I = re.compile(r"\b(?:toi|tui|minh)\b")
_DRIVES = re.compile(r"\b(?:cho|dua|don)\b")
_HERSELF = re.compile(r"\b(?:toi|tui|bac|minh|chau)\b")
# With its marks "vậy" is manners; "đi vay" is a loan however it is written.
_WANTS_A_LOAN = re.compile(r"\bđi vay\b|\bdi vay\b")


@dataclass(frozen=True, slots=True)
class Coming:
    """What somebody says of herself: YES, NO or LIFT; the reason of a no, as it was typed.

    `by_name`: she names the meeting, so that it can be about nothing else. `others`: she speaks of
    somebody of her house too, for whom nothing is noted by it. `late`: she comes later.
    """

    answer: str
    reason: str = ""
    by_name: bool = False
    others: bool = False
    late: bool = False


def read_coming(text: str) -> str | None:
    """YES, NO or LIFT where the whole message says so by itself; None for anything else."""
    told = coming_told(text)
    return None if told is None else told.answer


def coming_told(text: str) -> Coming | None:
    """What a whole message says of coming, clause by clause; None where one of them says anything
    else, or two say the opposite.
    """
    line = plain(text)
    if (
        len(line) > LONGEST
        or len(line.split()) > _MOST_WORDS
        or (line.endswith("?") and not _LIFT.fullmatch(said_of(line)))
    ):
        return None
    clauses = list(_clauses(line))
    kinds = [_kind(each) for _, each in clauses]
    if _WANTS_A_LOAN.search(line.lower()) or _FOR_OTHERS.search(said_of(line)):
        return None
    if "ill" in kinds and not {YES, NO, LIFT} & set(kinds):
        kinds = [NO if each == "ill" else each for each in kinds]
    if "goes" in kinds and (len(kinds) > 1 or _ABOUT_MEETING.search(said_of(line))):
        kinds = [YES if each == "goes" else each for each in kinds]
    answers = list(dict.fromkeys(each for each in kinds if each in {YES, NO, LIFT}))
    if "late" in kinds and not answers:
        answers = [YES] if any(_COMES_LATE.fullmatch(each) for _, each in clauses) else []
    if set(answers) == {YES, LIFT}:
        answers = [LIFT]
    return _coming(clauses, kinds, answers[0]) if len(answers) == 1 else None


def _coming(clauses: Sequence[Clause], kinds: Sequence[str], answer: str) -> Coming | None:
    names = any(_ABOUT_MEETING.search(said) for _, said in clauses)
    pairs = list(zip(clauses, kinds, strict=True))
    for_herself = any(_HERSELF.search(said) for (_, said), kind in pairs if kind == answer)
    for_herself = for_herself or any(_I.search(said) for _, said in clauses)
    told = [said for (_, said), kind in pairs if kind in {"", "goes"}]
    if told and not (answer == NO and all(_may_be_why(each) for each in told)):
        return None
    if not (names and for_herself) and not all(map(TROUBLED.fullmatch, told)):
        return None
    why = [raw for (raw, _), kind in pairs if kind in {"", "ill", "spouse"}]
    reason = ", ".join(why) if answer == NO else ""
    others = any(kind == "spouse" and not _DRIVES.search(said) for (_, said), kind in pairs) or any(
        _speaks_of_two(said) for _, said in clauses
    )
    return Coming(
        answer, reason[:1].upper() + reason[1:], names, others=others, late="late" in kinds
    )


def _may_be_why(said: str) -> bool:
    return len(said.split()) <= _REASON_WORDS and not ASKS.search(said)


def _speaks_of_two(said: str) -> bool:
    return bool(re.search(rf"\b{_WE}\b", said)) and not re.search(r"\bminh (?:toi|bac|tui)\b", said)


def _kind(said: str) -> str:
    kinds = (
        *((_LATE, "late"), (_NO, NO), (_LIFT, LIFT), (_YES, YES), (_COMES_LATE, "late")),
        (_ILL, "ill"),
        *((_SPOUSE, "spouse"), (_WRONG, "wrong"), (_GOES, "goes"), (_WELL, "well")),
        (_MANNERS, "manners"),
    )
    return next((kind for pattern, kind in kinds if pattern.fullmatch(said)), "")


def _clauses(line: str) -> Iterator[Clause]:
    """Each as it was typed, and bare; a because or a but begins another, and so may a no."""
    marked = not line.isascii()
    for part in _PAUSE.split(line.rstrip("?")):
        words: list[str] = []
        for word in part.split():
            turns = word.lower() in (_TURNS if marked else _BARE_TURNS)
            if turns and words:
                yield from _apart(words)
            words = [] if turns else [*words, word]
        if words:
            yield from _apart(words)


def _apart(words: Sequence[str]) -> Iterator[Clause]:
    """ "Hôm nay tôi mệt không ra họp được", "khỏi rồi đi được rồi": what leads to the answer, and
    the answer.
    """
    whole = _clause(words)
    if not _kind(whole[1]):
        for at in range(1, len(words)):
            before, rest = _clause(words[:at]), _clause(words[at:])
            leads = _kind(before[1]) or TROUBLED.fullmatch(before[1])
            if leads and _kind(rest[1]) in {YES, NO, LIFT}:
                yield from (before, rest)
                return
    yield whole


def _clause(words: Sequence[str]) -> Clause:
    return " ".join(words), said_of(" ".join(words))


def said_of(text: str) -> str:
    """The words without marks and signs, as the patterns here read them."""
    return " ".join(re.sub(r"[^\w/ ]+", " ", bare(text)).split())[:LONGEST]
