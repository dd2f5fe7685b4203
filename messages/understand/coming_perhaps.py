"""What says neither that somebody comes nor that she does not: what it hangs on, what keeps her."""

import re

from messages.understand.coming import ASKS, NOT, TROUBLED, WHO, coming_told, said_of
from messages.understand.plain import plain

_UNDECIDED = re.compile(
    rf"{WHO}(?:(?:thi |cung )?con (?:tuy|phai (?:xem|coi|tinh|hoi))"
    rf"|chua (?:biet|chac|ro|quyet|tinh)|de (?:xem|coi|tinh)|hen xui|co the"
    rf"|chac(?: la)? (?:co|khong|di|duoc)|neu|co ma khong|co khi|50 50|may ra"
    rf"|{NOT} (?:dam )?(?:hua|chac)|tuy|i am not sure|not sure|maybe|perhaps|if"
    rf"|i (?:might|may)(?: not)? (?:come|be there|make it)|i (?:do not|don t) know|it depends)"
    rf"(?: \w+){{0,10}}"
)
_HINDERED = re.compile(
    rf"{WHO}(?:dang |con |lai |cung |ban )*(?:phai (?:di|o|trong|lam|cham|dua|don)|mac|ban|vuong"
    rf"|ket|o (?:nha|ben|trong|ngoai|tren|duoi|vien|benh|que|ha noi|sai gon)|di (?:an|dam|cuoi|gio"
    rf"|kham|tai|vien|xa|choi|lam|cho|chua|le|tham|don|dong|cay|gat)|ve que|nha co)\b.*"
)


def is_undecided(text: str) -> bool:
    """Whether the whole message says that she does not know yet, or what it hangs on."""
    return coming_told(text) is None and bool(_UNDECIDED.fullmatch(said_of(text)))


def is_hindered(text: str) -> bool:
    """Whether she tells what keeps her, and not that she stays away: "mai bác đi tái khám"."""
    said = said_of(text)
    asks = bool(ASKS.search(said)) or plain(text).endswith("?")
    return not asks and bool(_HINDERED.fullmatch(said) or TROUBLED.fullmatch(said))
