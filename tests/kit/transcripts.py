"""Every dialogue written down as it is talked: who said what, and what each phone then showed."""

import re
from itertools import groupby
from pathlib import Path

from handlers.dialogue.engine import SCRIPTS
from handlers.talk.heard import Kind
from messages.moments import written
from messages.wording import Words
from tests.kit.all_walks import everything_walked
from tests.kit.sources import ROOT
from tests.kit.village import Line, Village, village
from tests.kit.walker import Walk, Walker, Way

FOLDER = ROOT / "docs" / "transcripts"
LANGUAGES = ("vi", "en")
_HEADS = {
    "vi": "# Các cuộc nói chuyện: {room}\n\n"
    "Mỗi cuộc nói chuyện được đi một lần từ đầu đến cuối, trong một câu lạc bộ làm mẫu. Chữ trong\n"
    "ngoặc vuông là nút đã bấm hay đang được bày ra. Viết lại bằng `make transcripts`.\n",
    "en": "# Transcripts: {room}\n\n"
    "Each dialogue is walked once from its beginning to its end, in a made-up club. Words in\n"
    "square brackets are buttons, pressed or shown. Written anew by `make transcripts`.\n",
}
_ON_PAPER = {
    **{"binh": "Bình", "cuc": "Cúc", "dao": "Đào", "manh": "Mạnh", "quan": "Quân"},
    **{"la": "Người lạ", "tu": "Tú", "sau": "Sáu", "tam": "Tám"},
}
_PAPER = {"vi": "(một tờ giấy hay tấm ảnh)", "en": "(a paper or a picture)"}
# Codes, secrets and what is drawn by lot differ from one walk to the next.
_DRAWN = (
    (re.compile(r"https?://\S+"), "https://…"),
    (re.compile(r"\b(?=[0-9A-Z-]*[0-9])(?=[0-9A-Z-]*[A-Z])[0-9A-Z]{4,}(?:-[0-9A-Z]{4,})*\b"), "…"),
    (re.compile(r"\b\d{4} \d{4}\b|\b\d{8}\b|\b\d(?: \d){3}\b"), "…"),
    (re.compile(r"\bi-[\w-]{22}|\b[A-Z]{4}(?:-[A-Z]{4})+\b"), "…"),
    (re.compile(r"(?<=từ điểm danh hôm nay là: ).+|(?<=Today's word is: ).+"), "…"),
    (re.compile(r"(?<=so với nhau: )\w{4}\b|\b[2-9A-HJ-NP-Z]{8}\b"), "…"),
)


class WritingWalker(Walker):
    """Walks by buttons and keeps what was said in the first walk of each dialogue."""

    def __init__(self, v: Village, language: str) -> None:
        super().__init__(v, Way.BUTTONS, language)
        self.pages: dict[str, str] = {}

    async def walks(self, walk: Walk) -> None:
        begun = len(self.v.talk)
        await super().walks(walk)
        if walk.dialogue not in self.pages:
            self.pages[walk.dialogue] = self._page(self.v.talk[begun:])

    def _page(self, talk: list[Line]) -> str:
        names = {
            id(phone): _ON_PAPER.get(name, name.capitalize())
            for name, phone in self.v.phones.items()
        }
        who = {id(each.phone): names[id(each.phone)] for each in talk}
        lines = []
        for (phone, mine), parts in groupby(talk, lambda each: (id(each.phone), _said_by(each))):
            first = f"{who[phone]}:" if mine else f"Liên → {who[phone]}:"
            for each in parts:
                shown = _shown(each, self.language)
                lines.append(f"{first}\n" + "\n".join(f"    {line}" for line in shown))
        return "\n".join(lines)


def _said_by(each: Line) -> bool:
    return each.message is None or each.message.from_person


def _shown(each: Line, language: str) -> list[str]:
    if each.message is None:
        return [_masked(_label(each) if each.kind is Kind.PRESS else each.said)]
    if each.message.file_name is not None:
        return [_PAPER[language]]
    buttons = ["  ".join(f"[{one['label']}]" for one in row) for row in each.message.rows]
    return [_masked(line) for line in [*each.message.text.splitlines(), *buttons]]


def _label(pressed: Line) -> str:
    """What stood on the button that was pressed."""
    for message in reversed(pressed.phone.messages[: pressed.seen]):
        for row in message.rows:
            for each in row:
                if each["press"] == pressed.said:
                    return f"[{each['label']}]"
    return "[…]"


def _masked(line: str) -> str:
    for what, instead in _DRAWN:
        line = what.sub(instead, line)
    return line.rstrip()


async def transcripts(url: str, language: str) -> dict[str, str]:
    """The pages by room of the dialogues, written anew."""
    async with village(url, language=language) as v:
        walker = WritingWalker(v, language)
        await everything_walked(v, walker)
    words, rooms = Words(language), dict[str, list[str]]()
    for name, page in walker.pages.items():
        script = SCRIPTS[name]
        title = written(script.title(), words)
        text = f"## {title} (`{name}`)\n\n```text\n{page}\n```\n"
        rooms.setdefault(script.play.__module__.split(".")[1], []).append(text)
    head = _HEADS[language]
    return {
        room: "\n".join([head.format(room=room), *parts]) for room, parts in sorted(rooms.items())
    }


def file_of(language: str, room: str) -> Path:
    return FOLDER / language / f"{room}.md"
