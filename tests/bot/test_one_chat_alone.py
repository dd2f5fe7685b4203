"""A chat that sends very many messages waits for itself; nobody else waits for it (F.10)."""

from sqlalchemy import select

from bot.channels.web.channel import raw_update
from handlers.talk.heard import Kind
from storage.inbox import Arrival
from storage.tables.chats import outbox
from tests.kit.village import village

MANY = 120


async def test_others_are_answered_before_its_second_message(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        flood = [
            Arrival("web", "", f"flood-{each}", v.hoa.key, raw_update(Kind.TEXT, f"alo {each}"))
            for each in range(MANY)
        ]
        others = [
            Arrival("web", "", f"one-{phone.key}", phone.key, raw_update(Kind.TEXT, "menu"))
            for phone in (v.lan, v.manh, v.binh)
        ]
        await v.house.core.take_in([*flood, *others])
        await v.house.until_idle()
        with v.store.reading() as db:
            answered = list(db.execute(select(outbox.c.chat_id).order_by(outbox.c.id)).scalars())
    hers = max(set(answered), key=answered.count)
    last_of_others = max(at for at, chat in enumerate(answered) if chat != hers)
    assert answered.count(hers) >= MANY
    assert answered[: last_of_others + 1].count(hers) <= 1
