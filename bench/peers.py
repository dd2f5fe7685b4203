"""Who is measured: the bots, how each is started and what people do with it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import lien
from bench.dialogues import ECHO, Script, same_shape, shape

POLLING, WEBHOOK = "polling", "webhook"
BARE_ECHO, FORM = "bare aiogram echo", "aiogram FSM in memory, one commit a talk"
BARE_CLIENT = "bare aiohttp client echo"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What one run gives a bot; the folder is its own and empty."""

    api: str
    token: str
    mode: str
    port: int
    folder: Path
    person_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Peer:
    """One bot; `prepare` makes its database before it is started and timed."""

    name: str
    command: tuple[str, ...]
    environment: Callable[[Surroundings], Mapping[str, str]]
    script: Script
    modes: tuple[str, ...]
    prepare: Callable[[Surroundings], Awaitable[None]]


def _bench_environment(surroundings: Surroundings) -> Mapping[str, str]:
    return {
        "BENCH_API": surroundings.api,
        "BENCH_TOKEN": surroundings.token,
        "BENCH_MODE": surroundings.mode,
        "BENCH_PORT": str(surroundings.port),
        "BENCH_DATABASE": str(surroundings.folder / "form.sqlite"),
        "BENCH_STEPS": shape(lien.CONTRIBUTE),
    }


def _bot(name: str, *arguments: str, script: Script = ECHO, modes: str = "both") -> Peer:
    module, *rest = arguments
    return Peer(
        name=name,
        command=("python", "-m", f"bench.bots.{module}", *rest),
        environment=_bench_environment,
        script=script,
        modes=(POLLING, WEBHOOK) if modes == "both" else (modes,),
        prepare=_nothing,
    )


def _lien_environment(surroundings: Surroundings) -> Mapping[str, str]:
    return lien.environment(
        api=surroundings.api,
        token=surroundings.token,
        database=surroundings.folder / "lien.sqlite",
        webhook_port=surroundings.port if surroundings.mode == WEBHOOK else None,
    )


_CLUBS = lien.Clubs()


async def _prepare_lien(surroundings: Surroundings) -> None:
    await _CLUBS.copy_to(surroundings.folder / "lien.sqlite", surroundings.person_ids)


async def _nothing(surroundings: Surroundings) -> None:
    """What a bot without a club of its own needs beforehand."""


FORM_TALK = same_shape(lien.CONTRIBUTE)
LIEN = Peer(
    name="Liên, every step durable",
    command=lien.COMMAND,
    environment=_lien_environment,
    script=lien.CONTRIBUTE,
    modes=(POLLING, WEBHOOK),
    prepare=_prepare_lien,
)
PEERS: tuple[Peer, ...] = (
    _bot(BARE_ECHO, "aiogram_echo"),
    _bot(FORM, "aiogram_form", "memory", script=FORM_TALK),
    LIEN,
    _bot(BARE_CLIENT, "bare_echo"),
    _bot("aiogram FSM in SQLite", "aiogram_form", "sqlite", script=FORM_TALK, modes=POLLING),
    _bot("bare python-telegram-bot echo", "telegram_echo", modes=POLLING),
)
ALWAYS = PEERS[:4]
