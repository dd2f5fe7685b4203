"""How long others wait while one chat sends a thousand messages: `python -m bench.one_chat_floods`.

A whole house on SQLite answers the same people one after the other: alone, then while a thousand
messages of one chat come in and are answered as far as its budget goes, then the same without any
budget. Printed are the waits, and their ratio to those of the quiet house.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bot.channels.web.channel import raw_update
from handlers.talk.heard import Kind
from storage.inbox import Arrival
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.village import Phone, Village, village

OTHERS = ("lan", "manh", "binh", "cuc", "dao")
A_MINUTE = 20
IN_ONE_GO = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1000, help="how many the one chat sends")
    parser.add_argument("--rounds", type=int, default=12, help="how often each of the others asks")
    asked = parser.parse_args()
    print(asyncio.run(measure(asked.messages, asked.rounds)))


async def measure(messages: int, rounds: int) -> str:
    """The report, as lines of a table."""
    quiet = await waits(0, rounds, a_minute=A_MINUTE)
    lines = ["| others wait | median | slowest | to quiet |", "|---|---|---|---|"]
    lines.append(_line("quiet house", quiet, quiet))
    for name, most in (("beside the flood, as it runs", A_MINUTE), ("without any budget", None)):
        lines.append(_line(name, await waits(messages, rounds, a_minute=most), quiet))
    return "\n".join(lines)


def _line(name: str, found: Sequence[float], quiet: Sequence[float]) -> str:
    ratio = median(found) / median(quiet)
    middle, slowest = median(found) * 1000, max(found) * 1000
    return f"| {name} | {middle:.1f} ms | {slowest:.1f} ms | {ratio:.2f} |"


async def waits(messages: int, rounds: int, *, a_minute: int | None) -> list[float]:
    """How long each answer to the others took, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'lien.db'}"
        store = Store(url)
        bring_up_to_date(store)
        store.close_now()
        async with village(url, chat_messages_a_minute=a_minute) as v:
            await _asks(v, v.hoa, 0)
            flood = asyncio.create_task(_floods(v, messages))
            await asyncio.sleep(0)
            found = [await _asks(v, v.phones[name], n) for n in range(rounds) for name in OTHERS]
            flood.cancel()
            await v.house.until_idle()
            return found


async def _floods(v: Village, messages: int) -> None:
    for first in range(0, messages, IN_ONE_GO):
        await v.house.core.take_in(
            [
                Arrival("web", "", f"flood-{each}", v.hoa.key, raw_update(Kind.TEXT, f"alo {each}"))
                for each in range(first, first + IN_ONE_GO)
            ]
        )
        await asyncio.sleep(0)


async def _asks(v: Village, phone: Phone, number: int) -> float:
    """From what she says to the answer on her phone."""
    came, began = len(phone.messages), time.perf_counter()
    words = raw_update(Kind.TEXT, "menu")
    await v.house.core.take_in([Arrival("web", "", f"{phone.key}-{number}", phone.key, words)])
    while len(phone.messages) == came:  # noqa: ASYNC110 – what is looked at tells nobody
        await asyncio.sleep(0.0005)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
