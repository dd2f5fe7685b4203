"""Words of who has had enough for now: "thôi thôi mệt quá", "mệt quá để mai", "không làm nữa đâu".

They say so at more length than the words that stop everywhere (messages.understand.reserved), and
count only as the whole message: "mệt quá nên không đi" is a reason.
"""

import re

from messages.understand.plain import bare, plain

_MOST_WORDS = 14
# "Thế thôi" is the end of a list, "dạ thôi" refuses an offer.
_THAT_IS_ALL = re.compile(
    r"(?:da )?(?:chi )?(?:co )?(?:the|vay|rua|nhieu do|bay nhieu) thoi|da thoi(?: a)?"
)
_NO = r"(?:khong|ko|k|kg|khg|hong|hok|hong|hem|chang|cha|kh|khum|dung|khoi)"
_DOING = (
    r"(?:lam|choi|noi|ghi|go|nhan|bam|tra loi|khai|dien|vay|dong|nop|gop|tinh|them|muon|hoi|theo)"
)
_STOPPING = (
    rf"{_NO} (?:muon |them |thich )?{_DOING}(?: gi)? nua|{_NO} muon lam|{_NO} lam dau"
    r"|thoi|de (?:mai|mot|sau|toi|chieu|sang mai|hom sau|hom khac|bua khac|bua sau|bua mo|luc khac"
    r"|khi khac|luc nao|ngay mai|dip khac)(?: da| lam| tinh| lam tiep)?"
    r"|(?:mai|mot|hom khac|bua khac|luc khac|hom sau|bua sau) (?:lam|tinh|noi|khai|ghi)(?: tiep)?"
    r"|(?:cho|de) (?:(?:bac|toi|tui|ba|ong|co|chu|minh|em) )?(?:hoi|ban|xem|coi|nghi|tinh|dem)"
    r"(?: lai)?(?: y)?(?: (?:con|chau|vo|chong|ong|ba|nha))*(?: xa| no| ay)?(?: da| roi)"
    r"|khoan(?: da)?|tu tu(?: da)?|de (?:thang|tuan|nam) (?:sau|toi)(?: (?:dong|nop|lam|tinh))?"
    r"|(?:chua|khong|ko|het|k|no|chang) co tien(?: (?:dong|nop|tra|dau|mo))?|het tien"
    r"|(?:lam|tinh|noi|ghi) sau|nghi (?:da|thoi|di|cai|ti|chut|mot lat)|nghi|dep(?: di)?"
    r"|thoi khoi(?: can)?(?: lam)?|bo di|bo day|ngung|dung lai|dung o day|huy di|cho nghi|xin nghi"
    r"|giving up|i give up|enough"
)
_TIRED = (
    r"(?:met|nhuc dau|dau dau|hoa mat|moi mat|roi tri|roi qua|roi mu|kho qua|phuc tap qua|nan"
    r"|lang nhang qua|rac roi qua|lich kich qua|oai|i am tired|i'm tired|too tired|tired)"
)
_EXCUSE = (
    r"(?:dang ban|ban|co khach|phai di|di nau com|di an com|buon ngu|lau qua|mat thoi gian"
    r"|phien qua|chan qua|kho chiu|phuc tap|kho|rac roi|lang nhang)"
)
_FILLER = (
    r"(?:da|a|ah|nhe|nha|nhen|nghe|nghen|chau|con|em|oi|bac|ong|ba|co|chu|cu|toi|tui|minh|dau|di|roi"
    r"|luon|cho|xong|qua|lam|lam roi|thi|la|ma|nay|gio|bay gio|uh|u|ua|troi|hoi|luon|dien thoai"
    r"|thiet|that|het suc|so|now|dear|please|tao|gia|nguoi|hom nay|bua nay)"
)
_STOPS = re.compile(
    rf"(?:(?:{_FILLER}|{_TIRED}|{_EXCUSE}) )*(?:{_STOPPING})"
    rf"(?: (?:{_STOPPING}|{_FILLER}|{_TIRED}|{_EXCUSE}))*"
)
# A phone that has no money left is what somebody wants help with.
_OF_THE_PHONE = re.compile(r"\bdien thoai (?:\w+ ){0,2}het tien\b")
_CHILD = (
    r"(?:(?:may )?(?:dua |thang |con )?(?:chau|con|nho|tre|tre con|tre nho|tre nit|cu ty|cu tin|be)"
    r"(?: no| toi| tui| bac| ba| nha| noi| ngoai| nho| be| gai| trai)*)"
)
_WRONGLY = r"(?:bay|lung tung|nham|lon|bua|linh tinh)"
_NOT_COUNTED = (
    r"(?:khong|ko|hong|dung|chang) (?:tinh|phai|ke|ghi|nghe|gui)"
    r"(?! (?:lai|phi|tien|gop))(?: \w+){0,4}"
)
_NOT_HERS = re.compile(
    rf"(?:{_FILLER} )*{_CHILD} (?:(?:nghich|pha)"
    rf"(?: (?:may|dien thoai|do|day|choi|{_WRONGLY}|{_FILLER}))*"
    rf"|(?:bam|go|nhan|quay)(?: (?:may|dien thoai))? {_WRONGLY}(?: {_FILLER})*"
    rf"|(?:bam|go|nhan|choi|quay|cam|lay)(?: (?:may|dien thoai|{_FILLER}))*(?= (?:khong|ko|dung)))"
    rf"(?: {_NOT_COUNTED})?"
    rf"|(?:{_FILLER} )*(?:khong|ko|hong|chang) tinh(?: (?:cai|cau|lan|vua|nay|do|{_FILLER}))*"
    rf"|(?:it was )?my (?:grandson|granddaughter|grandchild|child).{{0,40}}(?:phone|pressed|typed)"
)
# Nghị is a name, nghĩ is to think.
_NOT_TO_REST = re.compile(r"\bngh[ịĩ]\b", re.IGNORECASE)
_IS_TIRED = re.compile(rf"(?:{_FILLER} )*{_TIRED}(?: (?:{_TIRED}|{_FILLER}))*")


def gives_up(text: str) -> bool:
    """Whether the whole message says to stop for now, with or without the reason why."""
    said = None if _NOT_TO_REST.search(plain(text)) else _said(text)
    if said is None or said == "thoi" or _OF_THE_PHONE.search(said):
        return False
    return bool(_STOPS.fullmatch(said)) or is_not_hers(text)


def is_not_hers(text: str) -> bool:
    """Whether the whole message says that a child played with the phone, or that what was typed
    does not count.
    """
    said = _said(text)
    return said is not None and bool(_NOT_HERS.fullmatch(said))


def is_tired(text: str) -> bool:
    """Whether it says no more than how tiring this is: where it answers nothing, she stops."""
    said = _said(text)
    return said is not None and bool(_IS_TIRED.fullmatch(said))


def _said(text: str) -> str | None:
    said = " ".join(re.sub(r"[^\w\s']", " ", bare(text)).split())
    plain_end = _THAT_IS_ALL.fullmatch(said) is not None
    return None if plain_end or not said or len(said.split()) > _MOST_WORDS else said
