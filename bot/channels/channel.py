"""What the core asks of a channel, and the ways a sending can fail."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from aiohttp import web

from club.photos import Problem
from handlers.talk.heard import Heard
from messages.papers.kinds import Drawn
from messages.render import Abilities, Shown
from storage.inbox import Arrival
from storage.outbox import Hearer

TakeIn = Callable[[Sequence[Arrival]], Awaitable[None]]
"""Returns when what arrived is stored for good. Raises DatabaseFailed."""


class Channel(Protocol):
    """One messenger."""

    @property
    def name(self) -> str:
        """The name in the table of chats."""

    @property
    def abilities(self) -> Abilities:
        """What it can do."""

    async def send(self, hearer: Hearer, shown: Shown) -> None:
        """Send one message; returns when the messenger has taken it. Raises a SendingFailed."""


class Messenger(Protocol):
    """One messenger with both ways: what a folder of bot/channels builds. See docs/CHANNELS.md."""

    @property
    def channel(self) -> Channel:
        """The way out."""

    @property
    def is_posted_to(self) -> bool:
        """Whether updates are posted to us, so that a door must be open."""

    @property
    def hands_out_once(self) -> bool:
        """Whether an update is given away for good, so that one can be lost with a process that
        ends before it is stored. Who was talking just then is asked to write once more.
        """

    def read(self, raw: str) -> Heard:
        """What was heard, from what an arrival of this channel has stored."""

    async def open(self) -> None:
        """Before anything is sent. Raises WrongSetting when the messenger refuses the token."""

    async def close(self) -> None:
        """At the end."""

    async def run(self, take_in: TakeIn) -> None:
        """Receive until cancelled."""

    def add_routes(self, application: web.Application, take_in: TakeIn) -> None:
        """Where the messenger posts updates; nowhere while it is asked for them."""


@dataclass(frozen=True, slots=True)
class VoiceMessage:
    """Ogg Opus; `key` is the same for the same sound, `seconds` is how long it is."""

    key: str
    content: bytes
    seconds: float


@runtime_checkable
class SpeakingChannel(Channel, Protocol):
    """A messenger that carries voice messages, as its abilities say."""

    async def send_voice(self, hearer: Hearer, voice: VoiceMessage) -> None:
        """Send one voice message; returns when it is taken. Raises a SendingFailed."""


@runtime_checkable
class FilesChannel(Channel, Protocol):
    """A messenger that carries pictures and files, as its abilities say."""

    async def send_file(self, hearer: Hearer, file: Drawn) -> None:
        """Send one picture or file; returns when it is taken. Raises a SendingFailed."""


@runtime_checkable
class FetchingChannel(Channel, Protocol):
    """A messenger from which the pictures and recordings that people send are fetched."""

    async def fetch(self, key: str, most: int) -> bytes:
        """The whole file, at most so many bytes. Raises NotFetched."""


class NotFetched(Exception):
    """A file did not come, in a word for the log. It may help to ask again after `pause` seconds
    where `problem` is NOT_FETCHED, and never elsewhere.
    """

    def __init__(
        self, why: str, problem: Problem = Problem.NOT_FETCHED, *, pause: float = 0.0
    ) -> None:
        super().__init__(why)
        self.problem = problem
        self.pause = pause


class SendingFailed(Exception):
    """Why a message was not taken, in a word for the log."""


class Refused(SendingFailed):
    """This message will never be taken (400): a dead letter, so that the chat does not go mute."""


class Unreachable(SendingFailed):
    """The person blocked the bot, or the account is gone (403)."""


class Moved(SendingFailed):
    """The chat has another name now."""

    def __init__(self, key: str) -> None:
        super().__init__("moved")
        self.key = key


class SlowDown(SendingFailed):
    """Too fast (429): nothing was taken, try again after so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__("slow down")
        self.seconds = seconds


class NotTaken(SendingFailed):
    """Certainly not taken (no connection): may be tried again."""


class Unsure(SendingFailed):
    """It may have been taken: the connection broke, or the server failed, after the request was
    sent.
    """


class ServerFault(Unsure):
    """The server said that it failed: most likely not taken."""
