"""A whole sentence that changes a planned meeting: "dời buổi họp sang thứ bảy tuần tới", "dời họp
lùi 1 tiếng", "đổi chỗ họp sang nhà bà Lan", "mai không họp nữa vì mưa bão".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from messages.understand.dates import read_day, read_time
from messages.understand.how_long import read_how_long
from messages.understand.phrases import place_of, text_told
from messages.understand.plain import bare
from messages.understand.readings import Reading
from messages.understand.spellings import SMALL_NUMBER, proper_lines, small_numbers
from messages.understand.times import hours_of_part
from messages.understand.told import (
    BETWEEN,
    DAY_SAID,
    TIME_SAID,
    Piece,
    hidden,
    sentence_of,
    stretch_told,
)
from messages.understand.words import listed, words_of

LONGEST = 200
MOVED, CANCELLED = "moved", "cancelled"
_MEETING = r"(?:hop|sinh hoat|meeting)"
_MOVES = re.compile(
    rf"\b(?:doi|chuyen|hoan|lui|day lui|dich|move|postpone)\b"
    rf"(?: \S+){{0,4}}? (?:buoi )?{_MEETING}\b"
    rf"|\b(?:buoi |lich |gio |ngay )?{_MEETING}\b(?: \S+){{0,5}}? (?:doi|chuyen|hoan|lui|dich)\b"
    rf"|\b{_MEETING} (?:som|muon|cham) (?:hon|lai|len)\b"
    r"|\b(?:doi|chuyen|hoan|lui) (?:buoi|lich) (?:nay|do|ay|toi|sang|qua|den|lai|ve)\b"
)
_CANCELS = re.compile(
    rf"\b(?:huy|bo|cancel|call off)\b(?: \S+){{0,2}}? (?:buoi )?{_MEETING}\b"
    rf"|\b{_MEETING}\b(?: \S+){{0,3}}?"
    rf" (?:huy|bo)\b(?! sung)|\bkhong (?:to chuc )?{_MEETING} (?:nua|duoc nua)\b"
    rf"|\b(?:cho )?ca (?:clb|cau lac bo|hoi) nghi {_MEETING}\b"
)
# As they are written; without marks only where the writer uses none.
_WRITTEN = frozenset(listed("dời đổi chuyển hoãn lùi dịch hủy huỷ bỏ không nghỉ sớm muộn chậm"))
_OTHER_THINGS = re.compile(
    r"\b(?:bien ban|doi y|tra loi|chuyen (?:tien|khoan|di hop)|ho tro|tinh nguyen|dung"
    r"|khong (?:doi|chuyen"
    r"|hoan|huy|bo|lui)|nhom|doi van nghe|di hop|den hop|du hop|quyet dinh|bo phieu|bo sung)\b"
)
_ASKS = re.compile(
    r"\b(?:may gio|bao gio|khi nao|hom nao|o dau|ai|the nao|duoc khong|phai khong|co phai"
    r"|chua|sao|how"
    r"|when)\b|\bkhong$"
)
_MARKERS = ("sang", "qua", "thành", "vào", "đến", "tới", "về", "ra", "lên", "xuống", "to", "till")
_BEFORE_NO_MARKER = frozenset(listed("tuan thang nhat bay sau nam tu ba hai chuyen buoi gio h"))
_PLACE_SAID = re.compile(r"\b(?:cho|dia diem|noi) (?:hop|sinh hoat)\b|\bdia diem\b|\bplace\b")
_PLACES = frozenset(
    listed("nha dinh san tru hoi uy ubnd truong chua quan khu dien cho the hall school house")
)
_FILLERS = frozenset(
    listed(
        "luc vao ngay hom nhe a chau giup bac cho nha di thoi sang qua den toi ve ra len xuong o"
        " tai buoi hop sinh hoat lien voi hon lai gio khac them som muon cham lui tre"
    )
)
_BY_DAYS = re.compile(rf"(?P<number>{SMALL_NUMBER}) (?P<unit>ngày|hôm|bữa|tuần|day|week)s?")
_EARLIER = re.compile(r"\b(?:som|earlier|len (?:truoc )?(?:nua )?\S+ (?:tieng|phut)|truoc)\b")
_LENGTH_SAID = frozenset(listed("tieng phut hour hours minutes"))
_WHY = ("vì", "tại vì", "do", "because")


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """What is said to change, as it was typed; `of_day` names the meeting. `later`: by how much
    where no day or hour is named.
    """

    kind: str
    of_day: str = ""
    day: str = ""
    hour: str = ""
    place: str = ""
    why: str = ""
    later: timedelta = timedelta()


def meeting_change(text: str, *, today: date) -> MeetingChange | None:
    """The change that a whole message tells of; None for a question, and for all else."""
    words = sentence_of(text)
    line = bare(" ".join(words))
    if len(text) > LONGEST or _OTHER_THINGS.search(line) or _asks(text, line):
        return None
    moves, cancels = _MOVES.search(line), _CANCELS.search(line)
    if not (moves or cancels) or not _is_written(text):
        return None
    if cancels and not moves:
        return _cancelled(words, today)
    return _moved(words, line, today)


def _asks(text: str, line: str) -> bool:
    return text.rstrip().endswith("?") or bool(_ASKS.search(line))


def _is_written(text: str) -> bool:
    """ "Đợi họp", "đội sinh hoạt" move nothing."""
    said = text.lower()
    return said.isascii() or any(each in _WRITTEN for each in re.findall(r"\w+", said))


def _cancelled(words: Sequence[str], today: date) -> MeetingChange:
    why = text_after(words, _WHY)
    of_day = _day(words, today)
    return MeetingChange(CANCELLED, of_day=_said(words, of_day), why=why)


def _moved(words: Sequence[str], line: str, today: date) -> MeetingChange:
    at = _marker(words)
    head, target = words[:at], words[at:]
    day, hour, later = _day(target, today), _hour(target), timedelta()
    place = _place(target, day, hour, said=bool(_PLACE_SAID.search(line)))
    if day is None:
        later = _later(words, line)
    if later and later.seconds:
        hour = None
    of_day = _day(head, today) if at < len(words) else None
    return MeetingChange(
        MOVED,
        _said(head, of_day),
        _said(target, day),
        _said(target, hour) or ("" if later else _part(target)),
        "" if later else place,
        later=later,
    )


def _marker(words: Sequence[str]) -> int:
    """Where it is said to what it changes; at the word for the meeting where nothing says so."""
    for marker in _MARKERS:
        at = place_of(words, marker)
        if at is not None and 0 < at < len(words) - 1:
            before = bare(words[at - 1])
            ends_a_day = marker in {"tới", "qua", "sang"} and before in _BEFORE_NO_MARKER
            ends_a_day = ends_a_day or (marker == "sang" and before[:1].isdigit() and "h" in before)
            if not ends_a_day:
                return at + 1
    found = [at for at, each in enumerate(words) if bare(each) in {"hop", "hoat", "meeting"}]
    return found[0] + 1 if found else 0


def _day(words: Sequence[str], today: date) -> Piece | None:
    def read(text: str) -> Reading[Any]:
        return read_day(text, today=today, ahead=True)

    return stretch_told(hidden(words, _hour(words)), read, DAY_SAID)


def _hour(words: Sequence[str]) -> Piece | None:
    return stretch_told(words, read_time, TIME_SAID)


def _part(target: Sequence[str]) -> str:
    """A part of the day by itself: which hour of it is asked."""
    for length in (3, 2, 1):
        for at in range(len(target) - length + 1):
            said = " ".join(target[at : at + length])
            if hours_of_part(said):
                return said
    return ""


def _said(words: Sequence[str], piece: Piece | None) -> str:
    return "" if piece is None else " ".join(words[piece.begin : piece.end])


def _place(target: Sequence[str], day: Piece | None, hour: Piece | None, *, said: bool) -> str:
    named = text_told(target, ("ở", "tại", "at"))
    if named is not None:
        return str(named.readings[0])
    left = hidden(hidden(target, day), hour)
    for part in " ".join(left).split(BETWEEN):
        words = part.split()
        while words and bare(words[0]) in _FILLERS - (_PLACES if len(words) > 1 else set()):
            words.pop(0)
        while words and bare(words[-1]) in _FILLERS:
            words.pop()
        if words and (bare(words[0]) in _PLACES or said):
            place = " ".join(words)
            return place[:1].upper() + place[1:]
    return ""


def _later(words: Sequence[str], line: str) -> timedelta:
    """ "Lùi 1 tiếng", "sớm hơn nửa tiếng", "hoãn một tuần"."""
    side = -1 if _EARLIER.search(line) else 1
    length = stretch_told(words, read_how_long, _LENGTH_SAID)
    if length is not None and any(
        bare(each) in _LENGTH_SAID for each in words[length.begin : length.end]
    ):
        return side * timedelta(minutes=int(length.readings[0]))
    for begin in range(len(words) - 1):
        spelled = proper_lines(words_of(" ".join(words[begin : begin + 2])))
        for each in spelled:
            if found := _BY_DAYS.fullmatch(each):
                numbers = small_numbers(found["number"])
                week = found["unit"] in {"tuần", "week"}
                return side * timedelta(days=numbers[0] * (7 if week else 1)) if numbers else _NONE
    return _NONE


_NONE = timedelta()


def text_after(words: Sequence[str], cues: Sequence[str]) -> str:
    """All that stands behind one of the words, with a capital; "" for none."""
    for cue in cues:
        at = place_of(words, cue)
        if at is not None:
            said = " ".join(each for each in words[at + len(cue.split()) :] if each != BETWEEN)
            return said[:1].upper() + said[1:]
    return ""
