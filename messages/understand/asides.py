"""What is typed instead of an answer: that one has to think, that one does not remember, a question
back: "à để bác nhớ xem", "bác chẳng nhớ", "hỏi làm gì", "có cần lý do không".

Each is the whole message. A longer sentence may hold the same words and be an answer all the same.
"""

import re
from enum import StrEnum

from messages.understand.alternatives import one_of
from messages.understand.plain import plain
from messages.understand.words import words_of

_MOST_WORDS = 14


class Aside(StrEnum):
    """What is said beside the answer."""

    WAITING = "waiting"
    UNKNOWN = "unknown"
    ASKING = "asking"


_KIN_WORDS = "toi tui minh bac ong ba co chu cu chau con em anh chi o me ma di lien ta to i"
_SMALL_WORDS = (
    "da a ah o u uh um thi la ma thoi nhe nha nhen nghen nghe oi roi nay day do ay voi hen xin thua"
    f" cai ha hi hy cho well oh please {_KIN_WORDS}"
)
_KIN = one_of(_KIN_WORDS, "nguoi ta")
_SMALL = one_of(_SMALL_WORDS, "nguoi ta")
_A_BIT = r"(?:mot )?(?:chut|ti|xiu|lat|lac|teo|phut|it phut|giay lat|chut xiu|tieng|a minute|a bit)"
_THINKING = (
    r"(?:nho|nghi|tinh|tim|kiem|xem|coi|dem|hoi|lay|mo|doc|ngam|suy nghi|nhin|do|tra|luc|dem tien)"
)
# "Cho đi nhờ" offers a seat.
_WAITING = re.compile(
    rf"(?!cho di nho\b)(?:{_SMALL} )*(?:"
    rf"(?:khoan |thu |tu tu |da )*(?:de|cho|doi)(?: {_SMALL})* (?:{_SMALL} |di )*{_THINKING}"
    rf"(?: (?:lai|xem|coi|ra|thu|da|cai|so|giay|tien|ky|ti|chut|kinh|{_SMALL}))*"
    rf"|(?:cho|doi|khoan|tu tu|nghi|de)(?: {_SMALL})* {_A_BIT}(?: (?:da|nua|{_SMALL}))*"
    rf"|(?:cho|doi) (?:da|day|ty|ti)|dang (?:tim|nghi|nho|lay|xem|coi|do|kiem)"
    rf"(?: (?:lai|kinh|so|giay|{_SMALL}))*"
    rf"|wait(?: (?:a minute|a bit|a moment|please))?|let me (?:think|see|look|remember)|one moment"
    rf"|give me a (?:minute|moment)"
    rf")(?: {_SMALL})*"
)
_NOT = r"(?:khong|ko|k|kg|khg|hong|hok|chang|cha|chua|khum|hem|nao|nao co)"
_UNKNOWN = re.compile(
    rf"(?:{_SMALL} )*(?:{_NOT} (?:con )?(?:the )?(?:nho|biet(?! chu\b)|ro|thuoc|chac)"
    rf"(?: (?:ra|duoc|noi|gi|la|ro|chac|ten|so|nam|ngay|bao nhieu|the nao|nua|dau|het|ca|luon"
    rf"|cho|lam|ten gi|la gi|{_SMALL}))*"
    rf"|quen(?: (?:mat|bang|het|ca|sach|beng|tiet|lung|{_SMALL}))*|quen (?:ten|so)(?: {_SMALL})*"
    rf"|(?:lau|lau qua|gia|gia roi|lan|lan roi|dang tri)(?: {_SMALL})* "
    rf"(?:{_NOT} (?:con )?nho|quen)(?: (?:nua|het|roi|{_SMALL}))*"
    rf"|ai (?:ma )?(?:biet|nho)(?: duoc| noi| het| {_SMALL})*"
    rf"|sao (?:ma )?(?:nho|biet)(?: duoc| noi)?(?: {_SMALL})*"
    r"|i (?:do not|don t|don't|cannot|can t|can't) (?:know|remember)|i forgot|no idea"
    rf")(?: {_SMALL})*"
)
_END = rf"(?: {one_of(f'{_SMALL_WORDS} vay the rua dzay zay hu nhi he ho', 'nguoi ta')})*"
_FRONT = rf"(?:{one_of(f'{_SMALL_WORDS} nhung the vay ui troi', 'nguoi ta')} )*"
_ASKING = re.compile(
    rf"{_FRONT}(?:"
    rf"(?:(?:hoi|noi|can|biet|ghi|khai|lay|xin|nhap|bam|go)(?: \w+)? )?(?:de )?lam"
    rf" (?:gi|chi|cai gi)"
    rf"|de lam (?:gi|chi)|(?:hoi|ghi|khai) chi(?: \w+)?|hoi (?:chi|gi) ma hoi(?: \w+)?"
    rf"|(?:ly|li) do (?:ly|li) trau gi"
    rf"|(?:\w+ ){{1,5}}(?:o dau|o mo|may gio|bao gio|khi nao|luc nao|hom nao|the nao|bao nhieu)"
    rf"|(?:tai |vi )?sao (?:lai |phai |ma |cu |{_KIN} )*(?:hoi|bat|doi|phai|nhieu|lam|lau|ky|can"
    rf"|ghi)(?: \w+){{0,6}}|hoi (?:gi|chi) (?:ma )?(?:lam|nhieu|hoai|mai|ky)(?: \w+)?"
    rf"|co (?:can|phai|bat buoc|nhat thiet|mat|ton|sao|duoc|bi|nen|the)(?: \w+){{0,6}} "
    rf"(?:khong|ko|k|hong|hok|hem|chang)"
    rf"|(?:\w+ ){{0,2}}la (?:sao|gi|cai gi|the"
    rf" nao|ai|cai chi|chi|ra sao)"
    rf"|(?:cau|ma|ten|so|nut|cai|chu|viec|chuyen|giay|don|loai|thu|muc|anh) (?:gi|nao|chi|mo)"
    rf"|(?:ghi|go|tra loi|noi|khai|viet|bam|nhap|lam|dien)(?: \w+)? (?:the nao|lam sao|ra sao|sao"
    rf"|kieu gi|cai gi|gi|o dau|cho nao|nut nao|ra lam sao)"
    rf"|(?:lam|phai lam) (?:sao|the nao|gi)(?: bay gio| gio| day| tiep)?"
    rf"|(?:nghia|y|y chau|chau noi|y lien) la (?:sao|gi|the nao)|nhu the nao|the nao|sao co"
    rf"|(?:khong|ko|chua|chang|cha|k|hong) hieu(?: gi| gi ca| gi het| ca| lam| cho nay| cau nay"
    rf"| la sao| y chau| y con| noi gi)?"
    rf"|(?:cho )?{_KIN} hoi (?:cai nay|ti|chut|mot ti|cau nay|xiu|chau cai nay)(?: \w+){{0,8}}"
    rf"|cho (?:{_KIN} )?hoi(?: \w+){{0,10}}|hoi (?:ti|chut|cai nay)(?: \w+){{0,8}}"
    rf"|what do you mean|what is that|what for|why do you ask|why|i do not understand"
    rf"|i don t understand|i don't understand|do i have to(?: \w+){{0,4}}"
    rf"){_END}"
)
_ASKS = re.compile(
    r"\b(?:bao nhieu|bao gio|bao lau|may gio|o dau|o mo|the nao|la sao|tai sao|vi sao|lam sao"
    r"|may (?:dong|nghin|ngan|trieu|thang|ngay|nguoi|phan)|gi ma|gi the|gi vay|gi day"
    r"|nhu nao|khi nao|luc nao|hom nao|cho nao|ngay nao|cach nao|ai vay|phai khong|dung khong"
    r"|duoc khong|khong hieu|chua hieu|la gi|lam gi|cai gi|nhiu|nhieu hay)\b"
    rf"|^(?:{_SMALL} )*(?:sao|rang|mang)\b(?! cung)|\b(?:co|duoc|bi|phai) .*\b(?:khong|ko|hong|hok)"
    rf"{_END}$|\b(?:chua|gi|mo|dau|sao) (?:vay|the|rua|ha|a|hu|nhi|con|chau)$"
    r"|\ba$|\bha (?:chau|con)$|\w chua$"
)
# "Mấy tháng cũng được", "thiếu bao nhiêu đóng bấy nhiêu" ask nothing.
_ANY = re.compile(rf"\b(?:cung (?:duoc|xong|ok)|bay nhieu){_END}$")
_WHY = re.compile(r"(?:^|\b(?:ma|the|vay|ua|o|oi|troi) )(?:tai sao|vi sao|sao|co sao)\b(?! cung)")


def read_aside(text: str) -> Aside | None:
    """What the whole message says beside the answer; None where it may be the answer."""
    said = _said(text)
    if not said or len(said.split()) > _MOST_WORDS:
        return None
    if _UNKNOWN.fullmatch(said):
        return Aside.UNKNOWN
    if _WAITING.fullmatch(said):
        return Aside.WAITING
    return Aside.ASKING if _ASKING.fullmatch(said) else None


_ONESELF = re.compile(
    r"(?:da |la |chinh |la chinh )*(?:(?:nha|gia dinh|ban than|vo chong) )?(?:toi|tui|minh|bac"
    r"|to|tao|me|myself|i)(?: (?:day|a|chau|con|day a|nhe|chu ai|cho ai))*"
    r"|ban than(?: (?:toi|bac|tui))?"
)


def means_oneself(text: str) -> bool:
    """Whether the whole message names the one who writes: "chính bác đây", "nhà bác"."""
    return _ONESELF.fullmatch(_said(text)) is not None


def asks(text: str) -> bool:
    """Whether a message that answers nothing asks something."""
    said = _said(text)
    if not said:
        return False
    if _ANY.search(said):
        return False
    return plain(text).endswith("?") or bool(_ASKS.search(said)) or read_aside(text) is Aside.ASKING


def asks_why(text: str) -> bool:
    """Whether it asks why: a sum or a choice that is named in it is not what is wanted."""
    return bool(_WHY.search(_said(text)))


def _said(text: str) -> str:
    return " ".join(each.bare for each in words_of(text) if each.bare.isalnum() or "'" in each.bare)
