"""What people type and press, handed to the front desk as somebody of every role."""

from random import Random

from handlers.dialogue.engine import SCRIPTS
from handlers.talk.heard import Heard, Kind
from messages.presses import LARGEST_NUMBER, packed
from tests.fuzz.nasty import WORDS, worse_words
from tests.kit.doors import openings
from tests.kit.everybody import Country, Trying

_ANSWERS = (
    *("có", "không", "1", "2", "50 nghìn", "năm mươi nghìn", "mùng 5", "hôm qua", "12/2026"),
    *("Nguyễn Thị Hoa", "0912 345 678", "thôi", "quay lại", "gọi người thật", "đúng hết", "1952"),
    *("đóng phí 20 nghìn", "vay 5 triệu 12 tháng", "tôi bị ngã", "tháng 10", "8 giờ sáng"),
)
# What a button may have begun it about: larger numbers are no button of ours.
_SUBJECTS = ("", "1", "x", "2026-10", "2026-99", "entry 1", str(LARGEST_NUMBER), "9_9", "-1", "²")
_PRESSES = tuple(packed(press) for press, _ in openings())
_DIALOGUES = tuple(sorted(SCRIPTS))


class Typed:
    """One place more: the desk, for all the people of a made-up country. Nothing is kept."""

    def __init__(self, country: Country) -> None:
        self.country = country

    def __call__(self, chance: Random) -> str:
        """Raises whatever the desk raises: in the program that would be a fault set aside."""
        who = chance.choice(self.country.everybody)
        with self.country.undone() as db:
            trying = Trying(db, who)
            kind, words = self._heard(chance)
            name = chance.choice(_DIALOGUES)
            front = trying.front(name, chance.choice(_SUBJECTS))
            turn = trying.hears(Heard(kind, words), front if chance.random() < 0.7 else None)
            trying.said(turn)
        return "command" if turn.command is not None else "answered"

    def _heard(self, chance: Random) -> tuple[Kind, str]:
        if chance.random() < 0.25:
            return Kind.PRESS, worse_words(chance, _PRESSES)
        if chance.random() < 0.1:
            return Kind.START, worse_words(chance, ("i-" + "A" * 22, "HXMK2345", *WORDS))
        return Kind.TEXT, _storable(worse_words(chance, _ANSWERS))


def _storable(text: str) -> str:
    """As every channel hands it on."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
