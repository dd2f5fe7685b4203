"""Switches that make the stand-in misbehave as the real Bot API and its network do."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from tests.kit.telegram_checks import ApiError

KINDS = (
    "too_many_requests",
    "blocked",
    "deactivated",
    "migrated",
    "server_error",
    "bad_gateway",
    "dropped_before",
    "dropped_after",
    "slow",
    "truncated",
    "not_found",
    "no_path",
)


@dataclass(slots=True, eq=False)
class Fault:
    """One switch; None means any method or chat. `times` counts down; 0 is switched off.

    `dropped_before` loses the request, `dropped_after` carries it out and loses the answer,
    `slow` answers after `seconds`. Of the method "download": `truncated` breaks off in the middle,
    `not_found` is a path that has lapsed; of getFile: `no_path` is an answer without one.
    """

    kind: str
    method: str | None = None
    chat_id: int | None = None
    probability: float = 1.0
    times: int | None = None
    retry_after: int = 1
    seconds: float = 1.0
    migrate_to_chat_id: int = -1001234567890
    happened: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; there are {', '.join(KINDS)}")

    def stop(self) -> None:
        """Switches it off for good."""
        self.times = 0

    def concerns(self, method: str, chat_id: int | None) -> bool:
        """Whether a request may be hit; polling is only hit when it is named."""
        if self.times == 0 or (self.chat_id is not None and self.chat_id != chat_id):
            return False
        if self.method is None:
            return method != "getupdates"
        return self.method.lower() == method

    def raise_error(self) -> None:
        """The Bot API's error of this kind; nothing for kinds that are no answer."""
        if self.kind == "too_many_requests":
            wait = self.retry_after
            raise ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        if self.kind == "blocked":
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if self.kind == "deactivated":
            raise ApiError(403, "Forbidden: user is deactivated")
        if self.kind == "server_error":
            raise ApiError(500, "Internal Server Error")
        if self.kind == "migrated":
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrate_to_chat_id,
            )


class Faults:
    """The switches that are on, thrown with a seeded die."""

    def __init__(self, seed: int) -> None:
        self._die = random.Random(seed)
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        for fault in self._faults:
            fault.stop()
        self._faults.clear()

    def for_request(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that hits this request, if one does; it is counted."""
        if not self._faults:
            return None
        return self._throw(fault for fault in self._faults if fault.concerns(method, chat_id))

    def _throw(self, candidates: Iterable[Fault]) -> Fault | None:
        for fault in candidates:
            if self._die.random() < fault.probability:
                fault.happened += 1
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None
