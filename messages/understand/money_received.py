"""Whether somebody who is asked for it says that she has the money: "nhận đủ rồi", "chưa thấy tiền
đâu cả", "mới có 15 thôi".
"""

import re

from messages.understand.keywords import written_out
from messages.understand.plain import without_marks
from messages.understand.words import words_of

_MOST_WORDS = 14
_KIN = r"(?:toi|tui|minh|bac|ba|ong|co|chu|cu|anh|chi|em|o|me|ba ay|ong ay|bac ay|i|we)"
_FRONT = rf"(?:(?:da|vang|u|uh|a|ah|oi|thi|{_KIN}) )*"
_END = r"(?: (?:roi|nhe|nha|a|ah|day|do|chau|lien|oi|luon|ca|het|thoi|ma|em|con|now|already))*"
_TAKEN = r"(?:nhan|cam|lay|thu)(?: duoc| du| tien| so tien| khoan)*"
_RECEIVED = re.compile(
    rf"{_FRONT}(?:(?:da|vua|moi|co) )*{_TAKEN}(?: (?:nay|ay|do|ba|ong|bac|co|chu))*"
    rf" (?:roi|du|day du|xong){_END}"
    rf"|{_FRONT}da {_TAKEN}{_END}"
    rf"|{_FRONT}(?:co|du)(?: tien| du)+ roi{_END}"
    rf"|{_FRONT}(?:da )?(?:dua|gui|nop|dong)(?: tien| du)*(?: cho)?(?: {_KIN})*(?: du)? roi{_END}"
    r"|(?:yes )?(?:i|we) (?:have (?:got )?|received |got )(?:it|the money|all of it)"
    r"(?: now| already)*"
)
_NOT_RECEIVED = re.compile(
    rf"{_FRONT}(?:van )?(?:chua|khong)(?: he)? (?:thay|nhan|co|dua|gui|nop|dong|cam|duoc)\b.*"
    rf"|{_FRONT}(?:van )?chua{_END}"
    rf"|{_FRONT}moi (?:co|nhan|dua|thay|duoc)(?: duoc)? \d.* thoi{_END}"
    r"|(?:not yet|i have not|i did not|no money).*"
)
_ASKS = re.compile(r"\b(?:ai|nao|bao nhieu|sao|may)\b")


def received_told(text: str) -> bool | None:
    """True or False where the whole message says so by itself; None for anything else."""
    words = words_of(without_marks(written_out(text)))
    said = " ".join(each.bare for each in words if each.bare.isalnum())
    if len(words) > _MOST_WORDS or text.rstrip().endswith("?"):
        return None
    if _NOT_RECEIVED.fullmatch(said):
        return False
    return True if _RECEIVED.fullmatch(said) and not _ASKS.search(said) else None
