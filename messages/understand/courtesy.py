"""Words that want nothing but a kind word back: "cảm ơn cháu", "ừ", "ăn cơm chưa", "ai đấy"."""

from enum import StrEnum

from messages.understand.keywords import written_out
from messages.understand.plain import without_marks
from messages.understand.polite import BARE_KIN, MANNERS
from messages.understand.readings import Value
from messages.understand.words import words_of
from messages.understand.yes_no import read_yes_no

_MOST_WORDS = 16


class Courtesy(StrEnum):
    """What kind of word it is."""

    THANKS = "thanks"
    YES = "yes"
    WHO = "who"
    HOW = "how"
    GOODBYE = "goodbye"
    SWINDLED = "swindled"


# A whole message, the words of manners at its ends aside; without marks.
_WHOLE = {
    Courtesy.THANKS: (
        "cam on|cam on nhieu|cam on rat nhieu|cam on nhieu lam|cam on lien|da cam on|xin cam on"
        "|cam on truoc|cam on cac chau|thank you|thanks|thanks a lot|thank you very much|tks|thks"
        "|tot qua|gioi qua|ngoan qua|hay qua|quy hoa qua|cam on da nhac|cam on da bao|good"
    ),
    Courtesy.YES: (
        "da biet|biet roi|hieu roi|da hieu|nho roi|nghe roi|doc roi|da doc|xem roi|thay roi|da xem"
        "|oke|okie|oki|okay|u|um|uh|vang a|the a|the thoi|duoc roi|noted|i see|understood|got it"
    ),
    Courtesy.WHO: (
        "ai|ai the|ai vay|ai nhan|ai nhan the|la ai|la ai the|may la ai|day la ai|day la gi"
        "|cai gi day|lien la ai|la nguoi hay may|nguoi hay may|la may a|la robot a|la nguoi that a"
        "|cho hoi day la gi|cho hoi ai|hoi day la gi|day la dau|who are you|who is this"
        "|what is this|are you a person|are you a robot|ten gi|ten la gi|bao nhieu tuoi|may tuoi"
        "|nha o dau|o dau|co ai khong|co ai o do khong|co ai o day khong|alo co ai khong"
    ),
    Courtesy.HOW: (
        "khoe khong|co khoe khong|khoe chua|an com chua|an chua|an sang chua|an toi chua"
        "|ngu chua|dang lam gi|lam gi the|lam gi day|khoe|khoe lam|van khoe|khoe re|vui qua"
        "|hom nay vui qua|hom nay vui lam|vui lam|dang vui|toi vui lam|hop vui qua|hop vui lam"
        "|co nguoi yeu chua|co chong chua|co vo chua|lay chong chua|co con chua|good morning"
        "|good afternoon|good evening|how are you today"
        "|nho qua|troi dep|troi dep qua|hom nay troi dep qua|troi hom nay dep qua|troi mua qua"
        "|troi lanh qua|troi nong qua|how are you|i am fine|i am well|nice weather"
    ),
    Courtesy.GOODBYE: (
        "tam biet|chao tam biet|di ngu|di ngu day|ngu ngon|chuc ngu ngon|hen gap lai|bye|bye bye"
        "|goodbye|good night|chao nhe|di lam day|di cho day|di nau com|ban roi|ve day"
    ),
}
# Anywhere in a message: whoever says this needs to know at once what to do.
_SWINDLED = (
    *("bi lua", "lua mat tien", "lua het tien", "bi mat tien trong", "chuyen tien cho ke lua"),
    *("chuyen tien nham", "lo chuyen tien", "lo doc ma", "doc ma otp", "doc ma cho nguoi"),
    *("cong an goi dien", "cong an goi bat", "xung la cong an", "hack tai khoan", "bi hack"),
    *("mat tien trong tai khoan", "i was swindled", "i was cheated", "scammed", "lost my money to"),
)
_BARE_MANNERS = frozenset(map(without_marks, MANNERS)) - {"dang"}


def read_courtesy(text: str) -> Courtesy | None:
    """What kind of kind word is wanted; None where the message may want something else."""
    said = [each.bare for each in words_of(written_out(text)) if each.bare.isalnum()]
    line = " ".join(said)
    if any(f" {phrase} " in f" {line} " for phrase in _SWINDLED):
        return Courtesy.SWINDLED
    if not said or len(said) > _MOST_WORDS:
        return None
    if isinstance(read_yes_no(text), Value):
        return Courtesy.YES
    return next(
        (kind for core in _cores(said) for kind in Courtesy if core in _BY_KIND[kind]), None
    )


def _cores(said: list[str]) -> list[str]:
    """The message, what is left of it without manners and kin at either end, and without any."""
    start, end = 0, len(said)
    found = [" ".join(said), " ".join(each for each in said if each not in _BARE_MANNERS)]
    while start < end and said[start] in _BARE_MANNERS:
        start += 1
        found.append(" ".join(said[start:end]))
    while end > start and said[end - 1] in _BARE_MANNERS | BARE_KIN:
        end -= 1
        found.append(" ".join(said[start:end]))
    return found


_BY_KIND = {kind: frozenset(_WHOLE.get(kind, "").split("|")) - {""} for kind in Courtesy}
