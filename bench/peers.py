"""Who is measured: the bots, how each is started and what people do with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import lien
from bench.dialogues import ECHO, Script, same_shape, shape

POLLING, WEBHOOK = "polling", "webhook"
BARE_ECHO, FORM = "bare aiogram echo", "aiogram FSM in memory, one commit a talk"


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
    modes: tuple[str, ...] = (POLLING, WEBHOOK)
    prepare: Callable[[Surroundings], None] = lambda surroundings: None


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
    )


def _lien_environment(surroundings: Surroundings) -> Mapping[str, str]:
    return lien.environment(
        api=surroundings.api,
        token=surroundings.token,
        database=surroundings.folder / "lien.sqlite",
        webhook_port=surroundings.port if surroundings.mode == WEBHOOK else None,
    )


def _prepare_lien(surroundings: Surroundings) -> None:
    lien.prepare(surroundings.folder / "lien.sqlite", surroundings.person_ids)


FORM_TALK = same_shape(lien.CONTRIBUTE)
LIEN = Peer(
    name="Liên, every step durable",
    command=("python", "-m", "bot", "run"),
    environment=_lien_environment,
    script=lien.CONTRIBUTE,
    prepare=_prepare_lien,
)
PEERS: tuple[Peer, ...] = (
    _bot(BARE_ECHO, "aiogram_echo"),
    _bot(FORM, "aiogram_form", "memory", script=FORM_TALK),
    LIEN,
    _bot("bare aiohttp client echo", "bare_echo"),
    _bot("aiogram FSM in SQLite", "aiogram_form", "sqlite", script=FORM_TALK, modes=POLLING),
    _bot("bare python-telegram-bot echo", "telegram_echo", modes=POLLING),
)
ALWAYS = PEERS[:4]
