"""Does a word to many slow the answers down: `python -m bench.under_broadcast`.

The same people talk before and while a broadcast to a whole country of clubs goes out at the rate
that the messenger allows. Printed are the waits, their ratio, the largest number of messages within
any second.
"""

import argparse
import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench import by_day, lien
from bench.crowd import Crowd, Load
from bench.main_path import FIRST_ANSWER_SECONDS
from bench.processes import Measured
from tests.kit.telegram_checks import Json
from tests.kit.telegram_server import TelegramServer
from tests.kit.telegram_world import OPEN

TALKERS = 20
TEXT = "Chiều mai trời mưa to, các bác ở nhà, đừng ra đồng nhé."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1500, help="how many the broadcast is for")
    parser.add_argument("--seconds", type=float, default=12, help="how long each load is counted")
    parser.add_argument("--per-second", default="30", help="what the messenger allows the bot")
    asked = parser.parse_args()
    print(asyncio.run(measure(asked.people, asked.seconds, per_second=asked.per_second)))


async def measure(people: int, seconds: float, *, per_second: str) -> str:
    """The report, as lines of a table."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "lien.sqlite"
        async with TelegramServer() as server:
            server.keeps_log = server.world.keeps_events = False
            all_of_them = [server.person(f"Bác {number}") for number in range(people)]
            for each in all_of_them:
                each.chat.state = OPEN  # they wrote before, to the server of the preparation
            await lien.Clubs().copy_to(database, [each.person_id for each in all_of_them])
            crowd = Crowd(server, lien.CONTRIBUTE, all_of_them[:TALKERS])
            sent = _Sent(server, {each.person_id for each in all_of_them[TALKERS:]})
            environment = lien.environment(
                api=server.url, token=server.token, database=database, webhook_port=None
            )
            allowed = {"LIEN_MESSAGES_PER_SECOND": per_second}
            bot = Measured(by_day.COMMAND, {**environment, **allowed})
            try:
                await crowd.first_answer(bot, timeout=FIRST_ANSWER_SECONDS)
                idle = await crowd.load(TALKERS, warm_up_seconds=2, seconds=seconds, bot=bot)
                await asyncio.to_thread(_broadcast, database)
                await sent.begun(timeout=90)
                began = time.monotonic()
                busy = await crowd.load(TALKERS, warm_up_seconds=2, seconds=seconds, bot=bot)
                during = sent.a_second(began)
                alone = await sent.alone(bot, seconds=seconds)
            except TimeoutError as error:
                raise RuntimeError(f"{error}\n{bot.output()}") from error
            finally:
                await asyncio.to_thread(bot.end)
    return "\n".join([_report((idle, busy), sent, during, seconds=seconds), *alone])


class _Sent:
    """When each message of the broadcast arrived, by time.monotonic()."""

    def __init__(self, server: TelegramServer, chats: set[int]) -> None:
        self.at: list[float] = []
        self._chats, self._before = chats, server.world.on_sent
        server.world.on_sent = self._on_sent

    def _on_sent(self, chat_id: int, message: Json) -> None:
        if chat_id in self._chats:
            self.at.append(time.monotonic())
        elif self._before is not None:
            self._before(chat_id, message)

    async def begun(self, *, timeout: float) -> None:
        end = time.monotonic() + timeout
        while len(self.at) < TALKERS:
            if time.monotonic() > end:
                raise TimeoutError("the broadcast never began")
            await asyncio.sleep(0.05)

    def a_second(self, since: float) -> float:
        """How many arrived each second from then to now, on average."""
        return sum(each >= since for each in self.at) / (time.monotonic() - since)

    async def alone(self, bot: Measured, *, seconds: float) -> list[str]:
        """How fast, and at what cost, the rest of it goes out while nobody talks."""
        began, before, processor = time.monotonic(), len(self.at), bot.cpu_seconds()
        await asyncio.sleep(seconds)
        count, took = len(self.at) - before, self.at[-1] - began
        if count == 0:
            return ["nothing was left for when nobody talks: more --people"]
        cost = 1000 * (bot.cpu_seconds() - processor) / count
        return [
            f"while nobody talks: {count / took:.1f} a second, "
            f"{cost:.2f} ms of a processor for each of {count}"
        ]

    def most_in_a_second(self) -> int:
        return max(
            (sum(first <= each < first + 1 for each in self.at) for first in self.at), default=0
        )


def _broadcast(database: Path) -> None:
    """An officer's word to all members, as the dialogue would write it down."""
    from sqlalchemy import select

    from club.broadcasts import Audience
    from storage.changes.deed import Deed
    from storage.changes.settings.send_broadcast import begin_broadcast
    from storage.queries.settings.broadcasts import To
    from storage.store import Store
    from storage.tables.areas import clubs
    from storage.tables.people import persons

    store, now = Store(f"sqlite:///{database}"), datetime.now(UTC)
    now += by_day.until_morning(now)
    with store.writing() as db:
        to = To(Audience.MEMBERS, tuple(db.execute(select(clubs.c.id)).scalars()))
        sender = db.execute(select(persons.c.id).limit(1)).scalar_one()
        deed = Deed(0, "telegram", sender, None, now, now.date(), "bench")
        begin_broadcast(db, deed, to, signed_as="Hội Người cao tuổi", text=TEXT)
    store.close_now()


def _report(loads: tuple[Load, Load], sent: _Sent, a_second: float, *, seconds: float) -> str:
    idle, busy = loads

    def row(name: str, load: Load) -> str:
        waits = f"{load.p50_milliseconds:.1f} | {load.p95_milliseconds:.1f}"
        return f"| {name} | {load.updates_per_second:.0f} | {waits} | {load.failures} |"

    ratio = busy.p95_milliseconds / max(idle.p95_milliseconds, 0.001)
    return "\n".join(
        [
            f"{TALKERS} people talk all the time; counted {seconds:.0f} s each.",
            "",
            "| | updates/s | p50 ms | p95 ms | failed talks |",
            "|---|---|---|---|---|",
            row("nothing else goes out", idle),
            row("during the broadcast", busy),
            "",
            f"p95 during / before: {ratio:.2f}",
            f"messages of the broadcast meanwhile: {a_second:.1f} a second",
            f"most of them within any second: {sent.most_in_a_second()}",
        ]
    )


if __name__ == "__main__":
    main()
