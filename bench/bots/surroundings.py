"""What a measured bot is told by its environment."""

import os
from dataclasses import dataclass

SECRET = "only-between-us"


@dataclass(frozen=True, slots=True)
class Told:
    """Where the Bot API is, how to get updates, and the talk's steps after its command."""

    api: str
    token: str
    is_webhook: bool
    port: int
    database: str
    steps: tuple[str, ...]

    @property
    def hook_url(self) -> str:
        """Where the Bot API shall post updates."""
        return f"http://127.0.0.1:{self.port}/hook"


def told() -> Told:
    """Reads BENCH_API, BENCH_TOKEN, BENCH_MODE, BENCH_PORT, BENCH_DATABASE and BENCH_STEPS."""
    return Told(
        api=os.environ["BENCH_API"],
        token=os.environ["BENCH_TOKEN"],
        is_webhook=os.environ["BENCH_MODE"] == "webhook",
        port=int(os.environ.get("BENCH_PORT", "0")),
        database=os.environ.get("BENCH_DATABASE", ""),
        steps=tuple(os.environ.get("BENCH_STEPS", "").split(",")),
    )
