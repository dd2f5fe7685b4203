"""Switches that make the stand-in of the Zalo Bot API misbehave as a server and its network do."""

import random
from dataclasses import dataclass
from typing import Any

KINDS = (
    *("blocked", "too_many_requests", "server_error", "bad_request", "unauthorized", "timeout"),
    *("dropped_before", "dropped_after", "slow"),
)


class ApiError(Exception):
    """An error of the Bot API."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.retry_after = retry_after

    def as_json(self) -> dict[str, Any]:
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": str(self),
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


_ERRORS = {
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "server_error": (500, "Internal Server Error"),
    "bad_request": (400, "Bad Request"),
    "unauthorized": (401, "Unauthorized"),
    "timeout": (408, "Request timeout"),
}


@dataclass(slots=True)
class Fault:
    """`dropped_before` and `dropped_after` break the connection before or after the work is done;
    `times`: after so many it ends by itself.
    """

    kind: str
    method: str | None = None
    chat: str | None = None
    probability: float = 1.0
    times: int | None = None
    retry_after: int = 1
    seconds: float = 1.0
    happened: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; there are {', '.join(KINDS)}")

    def stop(self) -> None:
        """Switches it off for good."""
        self.times = 0

    def concerns(self, method: str, chat: str) -> bool:
        """Whether a request may be hit; polling is only hit when it is named."""
        if self.times == 0 or (self.chat is not None and self.chat != chat):
            return False
        return method != "getUpdates" if self.method is None else self.method == method

    def raise_error(self) -> None:
        """The Bot API's error of this kind; nothing for kinds that are no answer."""
        if self.kind == "too_many_requests":
            raise ApiError(429, "Too Many Requests", retry_after=self.retry_after)
        if self.kind in _ERRORS:
            raise ApiError(*_ERRORS[self.kind])


class Faults:
    """The switches that are on, thrown with a seeded die."""

    def __init__(self, seed: int) -> None:
        self._die = random.Random(seed)
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def for_request(self, method: str, chat: str) -> Fault | None:
        """The fault that hits this request, if one does; it is counted."""
        for fault in self._faults:
            if fault.concerns(method, chat) and self._die.random() < fault.probability:
                fault.happened += 1
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None
