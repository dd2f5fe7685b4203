"""The stand-in driven from another process: JSON over HTTP under /control/.

POST /control/person      {"name": …, "language_code": …, "person_id": …}  → {"person_id": …}
POST /control/say         {"person_id": …, "text": …}                      → the update
POST /control/tap         {"person_id": …, "label": …}                     → the update
POST /control/send        {"person_id": …, "kind": …}                      → the update
POST /control/sees        {"person_id": …, "timeout": …}                   → the message
POST /control/transcript  {"person_id": …}                                 → {"text": …}
POST /control/requests    {"since": n}                                     → requests from n on
POST /control/fail        {"kind": …, "method": …, "person_id": …, …}      → {}
POST /control/heal        {}
POST /control/redeliver   {"update": …}
POST /control/twice       {"on": true}
POST /control/state       {}                                               → pending, webhook
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from aiohttp import web

from tests.kit.telegram_checks import Json

if TYPE_CHECKING:
    from tests.kit.telegram_person import Person
    from tests.kit.telegram_server import TelegramServer


class Control:
    """Answers the control requests; what is impossible is a 409 with the reason."""

    def __init__(self, server: "TelegramServer") -> None:
        self.server = server
        self.verbs: dict[str, Callable[[Json], Awaitable[object]]] = {
            "person": self._person,
            "say": self._say,
            "tap": self._tap,
            "send": self._send,
            "sees": self._sees,
            "transcript": self._transcript,
            "requests": self._requests,
            "fail": self._fail,
            "heal": self._heal,
            "redeliver": self._redeliver,
            "twice": self._twice,
            "state": self._state,
        }

    async def handle(self, request: web.BaseRequest) -> web.Response:
        """Carries one control request out."""
        verb = self.verbs.get(request.path.removeprefix("/control/"))
        if verb is None:
            return web.Response(status=404, text="there are: " + ", ".join(self.verbs))
        asked = json.loads(await request.read() or b"{}")
        try:
            answer = await verb(asked)
        except (AssertionError, KeyError, ValueError, TypeError) as error:
            return web.Response(status=409, text=f"{type(error).__name__}: {error}")
        return web.Response(
            body=json.dumps(answer, ensure_ascii=False).encode(), content_type="application/json"
        )

    def _who(self, asked: Json) -> "Person":
        return self.server.known_person(int(asked["person_id"]))

    async def _person(self, asked: Json) -> object:
        return {"person_id": self.server.person(asked.pop("name"), **asked).person_id}

    async def _say(self, asked: Json) -> object:
        return await self._who(asked).says(asked["text"])

    async def _tap(self, asked: Json) -> object:
        return await self._who(asked).taps(asked["label"])

    async def _send(self, asked: Json) -> object:
        return await self._who(asked).sends(asked["kind"], **asked.get("fields", {}))

    async def _sees(self, asked: Json) -> object:
        return (await self._who(asked).sees(float(asked.get("timeout", 10)))).message

    async def _transcript(self, asked: Json) -> object:
        return {"text": self._who(asked).transcript}

    async def _requests(self, asked: Json) -> object:
        since = int(asked.get("since", 0))
        return [asdict(request) for request in self.server.requests[since:]]

    async def _fail(self, asked: Json) -> object:
        number = asked.pop("person_id", None)
        person = None if number is None else self.server.known_person(int(number))
        self.server.fail(asked.pop("kind"), person=person, **asked)
        return {}

    async def _heal(self, asked: Json) -> object:
        self.server.heal()
        return {}

    async def _redeliver(self, asked: Json) -> object:
        self.server.redeliver(asked["update"])
        return {}

    async def _twice(self, asked: Json) -> object:
        self.server.deliver_each_twice = bool(asked["on"])
        return {}

    async def _state(self, asked: Json) -> object:
        queue = self.server.queue
        return {
            "pending_updates": len(queue),
            "confirmed_update_id": queue.confirmed_update_id,
            "webhook": self.server.webhook.describe(),
        }
