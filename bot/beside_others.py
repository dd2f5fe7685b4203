"""What `lien run` does because other processes may be at work on the same database."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial

from bot.channels.channel import Messenger
from bot.channels.web.elsewhere import Elsewhere
from bot.channels.web.members import MembersPage
from bot.house import House
from bot.interrupted import say_it_was_interrupted
from bot.roles import Role
from bot.sharing import CALENDAR, Sharing


def duties_of(spoken: Sequence[Messenger], roles: frozenset[Role]) -> set[str]:
    """What one process does for all that share the database."""
    asking = {_asking(each) for each in spoken if not each.is_posted_to}
    calendar = {CALENDAR} if Role.SCHEDULER in roles else set()
    return calendar | (asking if Role.INBOX in roles else set())


def _asking(messenger: Messenger) -> str:
    return f"updates of {messenger.channel.name}"


def elsewhere(house: House, page: MembersPage | None) -> Elsewhere | None:
    if house.sharing is None or page is None:
        return None
    return Elsewhere(house.store, page.streams, page.channel.told)


@asynccontextmanager
async def shared(sharing: Sharing | None, stopping: asyncio.Event) -> AsyncIterator[None]:
    """One of several, from before the first work until after the last."""
    if sharing is None:
        yield
        return
    await asyncio.to_thread(sharing.come_in)
    try:
        async with asyncio.TaskGroup() as tasks:
            signs = tasks.create_task(sharing.run(stopping.set))
            try:
                yield
            finally:
                signs.cancel()
    finally:
        await asyncio.to_thread(sharing.go)
    if sharing.ended is not None:
        raise sharing.ended


async def received(house: House, messenger: Messenger) -> None:
    """Of several processes one asks a messenger; what is posted may be posted to any of them."""
    work = partial(_asked, house, messenger)
    if house.sharing is None or messenger.is_posted_to:
        await work()
        return
    await house.sharing.while_mine(_asking(messenger), work)


async def _asked(house: House, messenger: Messenger) -> None:
    if messenger.hands_out_once:
        await say_it_was_interrupted(house, messenger.channel.name)
    await messenger.run(house.core.take_in)
