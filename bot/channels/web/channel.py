"""The web page as a channel: a message is sent when it lies in the table that the phone on the page shows."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.clock import Clock
from handlers.heard import Heard, Kind
from messages.render import Abilities, Shown
from storage.outbox import Hearer
from storage.queries.web import WebMessage, keep_web_message
from storage.store import Store

NAME = "web"


def read_update(raw: str) -> Heard:
    """What was heard, from the JSON that the page's server stored."""
    data = json.loads(raw)
    return Heard(Kind(data["kind"]), data["text"])


def raw_update(kind: Kind, text: str) -> str:
    """The JSON that `read_update` reads."""
    return json.dumps({"kind": kind.value, "text": text}, ensure_ascii=False)


@dataclass(slots=True)
class WebChannel:
    """Shows messages on the page; `told` hears of each one that is kept."""

    store: Store
    clock: Clock
    told: Callable[[str, WebMessage], None]
    name: str = NAME
    abilities: Abilities = Abilities(buttons=True, longest_text=4096)

    async def send(self, hearer: Hearer, shown: Shown) -> None:
        rows = [
            [{"label": each.label, "press": each.press, "kind": "nav" if each.small else "answer"} for each in row]
            for row in shown.rows
        ]
        message = await self.keep(hearer.chat_id, shown.text, rows, from_person=False)
        self.told(hearer.key, message)

    async def keep(
        self, chat_id: int, text: str, rows: Sequence[Any], *, from_person: bool
    ) -> WebMessage:
        """One more line on a phone."""
        now: datetime = self.clock.now()
        return await self.store.change_soon(
            keep_web_message, chat_id, text, list(rows), from_person=from_person, now=now
        )
