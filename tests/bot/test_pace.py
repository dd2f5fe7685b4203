"""Nobody's phone is flooded: what was not asked for keeps a second's distance in its chat.

Answers wait for none of that. The stand-in of Telegram says when each message arrived.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise

from sqlalchemy import select

from bot.pace import CHAT_GAP_SECONDS
from messages.cards import Card
from storage import outbox as post
from storage.outbox import Letter
from storage.store import Store
from storage.tables.chats import chats, outbox
from tests.kit.one_chat import asking
from tests.kit.telegram_club import telegram_club
from tests.kit.telegram_house import telegram_house, until
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TelegramServer
from tests.kit.telegram_wire import Request
from tests.kit.world import START

MEMBERS = ["Nguyễn Thị Hoa", "Đỗ Thị Lan", "Bùi Văn Mạnh"]


@asynccontextmanager
async def three_phones(
    database_url: str, *, news: int
) -> AsyncIterator[tuple[TelegramServer, list[Person], Store]]:
    """Three members for each of whom so many pieces of news lie in the outbox, not sent yet."""
    store = Store(database_url)
    try:
        async with TelegramServer() as server:
            club = telegram_club(store, server, members=MEMBERS)
            phones = [club.members[name] for name in MEMBERS]
            store.change(_put_news, [str(each.person_id) for each in phones], news)
            yield server, phones, store
    finally:
        await store.close()


def _put_news(db, keys, count):  # type: ignore[no-untyped-def]
    found = db.execute(select(chats.c.id).where(chats.c.key.in_(keys)).order_by(chats.c.id))
    letters = [
        Letter(
            1000 * number + chat_id,
            post.hearer_in(db, chat_id),
            "notice",
            Card(asking(f"news {number}")).as_json(),
        )
        for chat_id in found.scalars().all()
        for number in range(count)
    ]
    post.put(db, letters, run=77, now=START)


def states(store: Store) -> Counter[str]:
    with store.reading() as db:
        kinds = db.execute(select(outbox.c.state).where(outbox.c.kind != "reply"))
        return Counter(kinds.scalars())


def messages_to(server: TelegramServer, phone: Person) -> list[Request]:
    return [
        each
        for each in server.sent
        if each.method == "sendmessage" and each.values["chat_id"] == phone.person_id
    ]


def news_to(server: TelegramServer, phone: Person) -> list[Request]:
    return [each for each in messages_to(server, phone) if "news" in each.values["text"]]


def gaps(requests: Sequence[Request]) -> list[float]:
    return [later.at - earlier.at for earlier, later in pairwise(requests)]


async def hears_an_answer(server: TelegramServer, phone: Person) -> Request:
    """Says something; returns the answer."""
    before = len(messages_to(server, phone))
    await phone.says("xyz")

    def answers() -> list[Request]:
        new = messages_to(server, phone)[before:]
        return [each for each in new if "news" not in each.values["text"]]

    await until(answers)
    return answers()[0]


async def test_news_keep_a_second_between_them_in_each_chat_whatever_is_answered_meanwhile(
    sqlite_url: str,
) -> None:
    async with three_phones(sqlite_url, news=5) as (server, phones, store):
        async with telegram_house(server, sqlite_url, LIEN_CHAT_GAP_SECONDS=""):
            await until(lambda: len(news_to(server, phones[0])) == 2)
            for each in phones:
                await hears_an_answer(server, each)
            await until(lambda: states(store) == {"sent": 15})
        for phone in phones:
            news = news_to(server, phone)
            assert [each.values["text"] for each in news] == [f"news {n}" for n in range(5)]
            assert min(gaps(news)) >= CHAT_GAP_SECONDS == 1
        # Side by side: no chat waits until another has heard everything.
        times = [[each.at for each in news_to(server, phone)] for phone in phones]
        assert max(first for first, *_ in times) < min(last for *_, last in times)


async def test_answers_and_other_chats_wait_for_no_chat_that_is_left_in_peace(
    database_url: str,
) -> None:
    async with three_phones(database_url, news=4) as (server, phones, store):
        async with telegram_house(server, database_url, LIEN_CHAT_GAP_SECONDS="60"):
            await until(lambda: states(store) == {"sent": 3, "waiting": 9})
            for each in (*phones, *phones):
                await hears_an_answer(server, each)
            busy_before = time.process_time()
            await asyncio.sleep(0.5)
            # Nobody looks again and again whether it is time.
            assert time.process_time() - busy_before < 0.25
            ended = time.monotonic()
        # Stopped, it does not wait either; what was held is given back, and nothing is "sending".
        assert time.monotonic() - ended < 30
        assert states(store) == {"sent": 3, "waiting": 9}
        async with telegram_house(server, database_url):
            await until(lambda: states(store) == {"sent": 12})
        for phone in phones:
            texts = [each.values["text"] for each in news_to(server, phone)]
            assert texts == [f"news {number}" for number in range(4)]


async def test_too_many_requests_hold_one_chat_and_nothing_is_lost_or_repeated(
    sqlite_url: str,
) -> None:
    async with three_phones(sqlite_url, news=3) as (server, phones, store):
        first, second, _third = phones
        server.fail("too_many_requests", person=first, method="sendMessage", times=1, retry_after=1)
        async with telegram_house(server, sqlite_url, LIEN_CHAT_GAP_SECONDS="0.5"):
            await until(lambda: messages_to(server, first))
            (refused,) = messages_to(server, first)
            await hears_an_answer(server, second)
            assert refused.at + 1 <= (await hears_an_answer(server, first)).at
            await until(lambda: states(store) == {"sent": 9})
        for phone in phones:
            taken = [each for each in news_to(server, phone) if each.status == 200]
            assert [each.values["text"] for each in taken] == [f"news {n}" for n in range(3)]
            assert min(gaps(taken)) >= 0.5
