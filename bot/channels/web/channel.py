"""The web page as a channel: sent means, it lies in the table that the phone on the page shows."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock
from club.photos import Problem
from handlers.talk.heard import Heard, Kind, Sent
from messages.papers.kinds import Drawn
from messages.render import Abilities, Button, ReadsAloud, Shown
from storage.inbox import Arrival
from storage.outbox import Hearer
from storage.queries.web import NewLine, WebFile, WebMessage, keep_web_file, keep_web_message
from storage.store import Store

NAME = "web"
ABILITIES = Abilities(buttons=True, longest_text=4096, reads_aloud=ReadsAloud.ON_PAGE, files=True)


def read_update(raw: str) -> Heard:
    """What was heard, from the JSON that the page's server stored."""
    data = json.loads(raw)
    return Heard(Kind(data["kind"]), data["text"], _sent(data))


def _sent(data: dict[str, Any]) -> Sent | None:
    if "cause" in data:
        return Sent(cause=data["cause"])
    return Sent(problem=Problem(data["problem"])) if "problem" in data else None


def photo_update(made: str | Problem) -> str:
    """The JSON of a picture: the cause by which it is kept, or why it is not."""
    about = {"problem": made.value} if isinstance(made, Problem) else {"cause": made}
    return json.dumps({"kind": Kind.PHOTO.value, "text": "", **about})


def raw_update(kind: Kind, text: str) -> str:
    """The JSON that `read_update` reads."""
    return json.dumps({"kind": kind.value, "text": text}, ensure_ascii=False)


def opened(phone: str) -> Arrival:
    """The person opens the chat with Liên; once, however often it is said."""
    return Arrival(NAME, "", f"opened-{phone}", phone, raw_update(Kind.START, ""))


@dataclass(slots=True)
class WebChannel:
    """Shows messages on the page; `told` hears of each one that is kept."""

    store: Store
    clock: Clock
    told: Callable[[str, WebMessage], None]
    name: str = NAME
    abilities: Abilities = ABILITIES

    async def send(self, hearer: Hearer, shown: Shown) -> None:
        rows = [[_button(each) for each in row] for row in shown.rows]
        if shown.photo:
            rows.insert(0, [{"label": shown.photo, "press": "", "kind": "photo"}])
        line = NewLine(shown.text, rows, from_person=False)
        self.told(hearer.key, await self.keep(hearer.chat_id, line))

    async def send_file(self, hearer: Hearer, file: Drawn) -> None:
        kept = WebFile(file.content, file.file_name, file.mime, file.title, file.photo_id)
        now = self.clock.now()
        line = await self.store.change_soon(keep_web_file, hearer.chat_id, kept, now)
        self.told(hearer.key, line)

    async def keep(self, chat_id: int, line: NewLine) -> WebMessage:
        """One more line on a phone."""
        return await self.store.change_soon(keep_web_message, chat_id, line, self.clock.now())


def _button(button: Button) -> dict[str, str]:
    kind = "nav" if button.small else "answer"
    return {"label": button.label, "press": button.press, "kind": kind}
