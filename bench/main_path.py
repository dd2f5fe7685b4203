"""The whole path measured, message to reply, beside other bots: `python -m bench.main_path`.

All bots talk to the same local stand-in of the Bot API in one run, in interleaved rounds, one
after the other; people wait for the answer and then act at once. Only ratios within one run count.
"""

import argparse
import asyncio
import gc
import json
import socket
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import lien
from bench.crowd import Crowd, Run
from bench.main_path_report import write_report
from bench.peers import ALWAYS, LIEN, PEERS, Peer, Surroundings
from bench.processes import ROOT, Measured
from tests.kit.telegram_server import TelegramServer

FIRST_ANSWER_SECONDS = 60.0
PAGE = ROOT / "docs" / "bench" / "main_path.md"
FIGURES = ROOT / "docs" / "bench" / "main_path.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """How long it takes: per load the people, the seconds to warm up and the seconds counted."""

    rounds: int
    loads: tuple[tuple[int, float, float], ...]
    starts: int


FULL = Plan(rounds=3, loads=((1, 0.5, 2), (50, 1, 4), (500, 2, 5)), starts=3)
QUICK = Plan(rounds=1, loads=((1, 0.3, 0.7), (50, 0.5, 1.5), (500, 1, 2)), starts=1)


async def run_once(peer: Peer, mode: str, loads: tuple[tuple[int, float, float], ...]) -> Run:
    """Starts the bot, waits for the first reply, measures the loads, ends it."""
    most = max((people for people, _, _ in loads), default=1)
    with tempfile.TemporaryDirectory() as folder:
        async with TelegramServer() as server:
            server.keeps_log = server.world.keeps_events = False
            people = [server.person(f"Bác {number}") for number in range(most)]
            surroundings = Surroundings(
                api=server.url,
                token=server.token,
                mode=mode,
                port=free_port(),
                folder=Path(folder),
                person_ids=tuple(person.person_id for person in people),
            )
            await peer.prepare(surroundings)
            crowd = Crowd(server, peer.script, people)
            bot = Measured(peer.command, peer.environment(surroundings))
            try:
                return await _measure(peer, mode, crowd, bot, loads)
            except TimeoutError as error:
                raise RuntimeError(f"{peer.name}, {mode}: {error}\n{bot.output()}") from error
            finally:
                await asyncio.to_thread(bot.end)


async def _measure(  # noqa: PLR0917
    peer: Peer, mode: str, crowd: Crowd, bot: Measured, loads: tuple[tuple[int, float, float], ...]
) -> Run:
    start_seconds = await crowd.first_answer(bot, timeout=FIRST_ANSWER_SECONDS) - bot.started_at
    measured = []
    for people, warm_up, seconds in loads:
        gc.collect()
        measured.append(await crowd.load(people, warm_up_seconds=warm_up, seconds=seconds, bot=bot))
    return Run(peer.name, mode, start_seconds, tuple(measured))


async def measure(plan: Plan, peers: tuple[Peer, ...]) -> tuple[list[Run], list[Run]]:
    """The loads in interleaved rounds, and starts alone; a first start only writes bytecode."""
    gc.set_threshold(100_000, 50, 50)
    for peer in peers:
        await run_once(peer, peer.modes[0], ())
    runs, starts = [], []
    for number in range(plan.rounds):
        for peer in peers:
            for mode in peer.modes:
                print(f"round {number + 1} of {plan.rounds}: {peer.name}, {mode}", flush=True)
                runs.append(await run_once(peer, mode, plan.loads))
    for _ in range(plan.starts):
        starts += [await run_once(peer, peer.modes[0], ()) for peer in peers]
    return runs, starts


def free_port() -> int:
    """A loopback port that nobody listens at now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def chosen_peers(asked: argparse.Namespace) -> tuple[Peer, ...]:
    """The bots to measure: all, or in a quick run those the goals name, or those asked for."""
    peers = ALWAYS if asked.quick else PEERS
    if asked.only:
        peers = tuple(peer for peer in PEERS if any(part in peer.name for part in asked.only))
    if LIEN in peers and not lien.is_there():
        print("There is no Liên to measure yet; the others go on.")
        peers = tuple(peer for peer in peers if peer is not LIEN)
    return peers


def main() -> None:
    """Prints the table; with --write puts it and its figures into docs/bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="about a minute, rough")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--json", type=Path, help="write the figures of every run here")
    parser.add_argument("--rounds", type=int, help="how many interleaved rounds")
    parser.add_argument("--only", nargs="*", help="bots with one of these words in their names")
    asked = parser.parse_args()
    plan = QUICK if asked.quick else FULL
    if asked.rounds:
        plan = Plan(asked.rounds, plan.loads, plan.starts)
    runs, starts = asyncio.run(measure(plan, chosen_peers(asked)))
    page = write_report(runs, starts)
    print(page)
    figures = json.dumps(
        {"runs": [asdict(run) for run in runs], "starts": [asdict(run) for run in starts]}, indent=1
    )
    if asked.json:
        asked.json.write_text(figures, encoding="utf-8")
    if asked.write:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page, encoding="utf-8")
        FIGURES.write_text(figures + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
