"""What is typed or pressed on the members' page: kept as a line and heard, once by its key."""

from bot.channels.web.channel import NAME, raw_update
from bot.chat_budgets import is_cry
from bot.house import House
from handlers.talk.heard import Heard
from storage.inbox import Arrival
from storage.page_sessions import Typed, hear_once
from storage.queries.own.pages import PageSession
from storage.queries.web import NewLine, WebMessage


async def keep_typed(
    house: House, session: PageSession, heard: Heard, *, key: str, line: str
) -> tuple[WebMessage, bool]:
    """The line of what was heard, and whether it is new. Raises TooMany.

    `key` was made on the phone, the same at each try; `line` is what the talk shows.
    """
    # The phone's keys are its own: nobody can use up another's.
    update_key = f"{session.chat_key}:{key}"
    typed = Typed(
        NewLine(line, [], from_person=True, update_key=key),
        Arrival(NAME, "", update_key, session.chat_key, raw_update(heard.kind, heard.text)),
        session.chat_id,
        always=is_cry(heard),
    )
    return await house.store.change_soon(
        hear_once,
        typed,
        run=house.clock.run,
        now=house.clock.now(),
        a_minute=house.chat_messages_a_minute,
    )
