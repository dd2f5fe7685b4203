"""What is asked of the practice page over HTTP, and what it answers."""

import json
from typing import Any

from storage.queries import Connection
from storage.tables.chats import inbox
from tests.kit.practice import PracticePage


async def posted(here: PracticePage, path: str, body: Any, **headers: str) -> tuple[int, Any]:
    """Status and answer of a POST; `body` may be bytes that are no JSON."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with here.session.post(path, data=raw, headers=headers) as answer:
        return answer.status, await answer.json()


async def got(here: PracticePage, path: str, **headers: str) -> tuple[int, Any]:
    async with here.session.get(path, headers=headers) as answer:
        return answer.status, await answer.json()


def stored(db: Connection) -> int:
    """How many updates came in."""
    return len(db.execute(inbox.select()).all())
