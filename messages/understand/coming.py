"""Whether somebody says in passing that she comes to the meeting: "thôi tôi không đi được"."""

import re

from messages.understand.plain import bare

_WHO = r"(?:(?:toi|tui|bac|ba|ong|co|chu|cu|minh|chau|con|em|anh|chi|i|da|thua|a|vay) )*"
_END = r"(?: (?:roi|nua|dau|nhe|nha|a|chau|con|em|oi|duoc|dc|vay|chu|do|day))*"
_PLACE = r"(?: (?:hop|sinh hoat|buoi hop|buoi nay|hom do|hom ay|thang nay|den|the meeting))?"
_NOT = r"(?:khong|ko|k|kg|hong|hong co|chang|cha|chua)"
_NO = re.compile(
    rf"(?:thoi )?{_WHO}(?:thoi )?(?:ban (?:roi|viec)? ?)?{_NOT} (?:the )?"
    rf"(?:di|den|toi|du|tham gia|hop)(?: hop| sinh hoat)?(?: duoc| dc| noi)?{_PLACE}{_END}"
    rf"|(?:cho )?{_WHO}(?:xin )?(?:vang|vang mat|nghi|nghi hop)(?: mat)?{_PLACE}{_END}"
    rf"|(?:hom do |hom ay )?{_WHO}(?:lai |ban |bi |dang )?"
    rf"(?:ban|om|met|dau|dau chan|dau lung|dau dau|nam vien)"
    rf"(?: viec)?(?: mat| lam| qua)?(?: roi)?(?: hom do)?{_END}"
    r"|i (?:can t|cannot|will not|won t) come|not coming|i m not coming"
)
_YES = re.compile(
    rf"{_WHO}(?:lai |van |se |chac chan |nay )?(?:di|den|toi du|tham gia)"
    rf"(?: duoc| dc){_PLACE}{_END}"
    rf"|{_WHO}(?:se|co|chac) (?:di|den|tham gia)(?: duoc)?{_PLACE}{_END}"
    rf"|{_WHO}di chu{_END}"
    r"|i (?:can|will) come|i m coming|coming"
)
_LIFT = re.compile(
    rf"{_WHO}(?:can|nho|muon|xin|cho)(?: nguoi| ai| xe)? ?(?:don|cho|dua)"
    rf"(?: toi| tui| bac| ba| ong| giup| voi| di| ho)*{_PLACE}{_END}|i need a lift"
)
YES, NO, LIFT = "yes", "no", "lift"


def read_coming(text: str) -> str | None:
    """YES, NO or LIFT where the whole message says so by itself; None for anything else."""
    said = re.sub(r"[^\w ]+", " ", bare(text)).strip()
    said = " ".join(said.split())[:80]
    if _NO.fullmatch(said):
        return NO
    if _LIFT.fullmatch(said):
        return LIFT
    return YES if _YES.fullmatch(said) else None
