"""Which library the Telegram adapter should send with: `python -m bench.adapter`.

Each way sends the same messages with two buttons to the same local stand-in of the Bot API, in
interleaved rounds; the medians are printed as a table.
"""

import argparse
import asyncio
import json
import sys
from statistics import median
from typing import Any

from bench.bots.sender import WAYS
from bench.report import markdown_table
from tests.kit.telegram_server import TelegramServer

FIGURES = {
    "start_seconds": ("start to first send, s", "{:.2f}"),
    "memory_megabytes": ("memory then, MB", "{:.0f}"),
    "sends_per_second_alone": ("sends/s, one at a time", "{:,.0f}"),
    "sends_per_second": ("sends/s, 30 side by side", "{:,.0f}"),
    "cpu_milliseconds_per_send": ("CPU ms a send", "{:.2f}"),
}


async def run_once(way: str, server: TelegramServer, *, sends: int) -> dict[str, Any]:
    """One process that sends one way; its figures."""
    chats = ",".join(str(number) for number in server.world.chats)
    environment = {
        "BENCH_API": server.url,
        "BENCH_TOKEN": server.token,
        "BENCH_CHATS": chats,
        "BENCH_SENDS": str(sends),
        "PATH": "/usr/bin:/bin",
    }
    command = [sys.executable, "-m", "bench.bots.sender", way]
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        output, _ = await asyncio.wait_for(process.communicate(), 120)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    figures: dict[str, Any] = json.loads(output)
    return figures


async def measure(*, rounds: int, sends: int) -> list[dict[str, Any]]:
    """All ways in turn, `rounds` times, after a first start that only writes bytecode."""
    async with TelegramServer() as server:
        server.keeps_log = server.world.keeps_events = False
        for number in range(200):
            await server.person(f"Bác {number}").starts()
        for way in WAYS:
            await run_once(way, server, sends=40)
        runs = []
        for _ in range(rounds):
            for way in WAYS:
                runs.append(await run_once(way, server, sends=sends))
                for chat in server.world.chats.values():
                    chat.messages.clear()
    return runs


def table(runs: list[dict[str, Any]]) -> str:
    """The medians as Markdown, a line for each way."""
    lines = []
    for way in WAYS:
        mine = [run for run in runs if run["way"] == way]
        figures = [
            form.format(median(run[name] for run in mine)) for name, (_, form) in FIGURES.items()
        ]
        lines.append([way, *figures, str(mine[0]["bot_api"])])
    return markdown_table(["way", *(title for title, _ in FIGURES.values()), "Bot API"], lines)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sends", type=int, default=4000)
    asked = parser.parse_args()
    print(table(asyncio.run(measure(rounds=asked.rounds, sends=asked.sends))))


if __name__ == "__main__":
    main()
