"""How the measurement starts Liên, makes its club and what members say to it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.dialogues import Say, Script, Tap
from bench.processes import ROOT

# The contribution, from its command to the receipt.
CONTRIBUTE: Script = (
    Say("/contribute"),
    Tap(0),
    Say("20000"),
    Tap(0),
    Tap(0),
)


def environment(
    *, api: str, token: str, database: Path, webhook_port: int | None
) -> Mapping[str, str]:
    """The settings of one run."""
    return {
        "LIEN_TELEGRAM_TOKEN": token,
        "LIEN_TELEGRAM_API": api,
        "LIEN_DATABASE_URL": f"sqlite:///{database}",
        "LIEN_TELEGRAM_MODE": "polling" if webhook_port is None else "webhook",
    }


def is_there() -> bool:
    """Whether there is a program to measure."""
    return (ROOT / "bot" / "__main__.py").exists()


def prepare(database: Path, person_ids: Sequence[int]) -> None:
    """Makes a club whose members are these people."""
