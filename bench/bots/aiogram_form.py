"""A form with aiogram's FSM and SQLAlchemy: `python -m bench.bots.aiogram_form memory|sqlite`.

With `memory` an unfinished form is forgotten by a restart, and each talk costs one commit at its
end. With `sqlite` each step is kept in the same database.
"""

import asyncio
import json
import sys
from collections.abc import Mapping
from typing import Any

from aiogram import Dispatcher, types
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from sqlalchemy.ext.asyncio import async_sessionmaker

from bench.bots import aiogram_running
from bench.bots.database import Contribution, DialogueState, open_database
from bench.bots.surroundings import told


class SqliteStorage(BaseStorage):
    """aiogram's FSM kept in a table, one transaction a call."""

    def __init__(self, sessions: async_sessionmaker[Any]) -> None:
        self.sessions = sessions

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Keeps the name of the state."""
        name = state.state if isinstance(state, State) else state
        async with self.sessions.begin() as session:
            row = await self._row(session, key)
            row.state = name

    async def get_state(self, key: StorageKey) -> str | None:
        """The name of the state."""
        async with self.sessions() as session:
            row = await session.get(DialogueState, self._name(key))
            return row.state if row else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keeps the answers."""
        async with self.sessions.begin() as session:
            row = await self._row(session, key)
            row.answers = json.dumps(dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The answers."""
        async with self.sessions() as session:
            row = await session.get(DialogueState, self._name(key))
            answers: dict[str, Any] = json.loads(row.answers) if row else {}
            return answers

    async def close(self) -> None:
        """The engine is closed by its owner."""

    def _name(self, key: StorageKey) -> str:
        return f"{key.bot_id}:{key.chat_id}:{key.user_id}"

    async def _row(self, session: Any, key: StorageKey) -> DialogueState:
        found: DialogueState | None = await session.get(DialogueState, self._name(key))
        if found is None:
            found = DialogueState(key=self._name(key), state=None, answers="{}")
            session.add(found)
        return found


class Form:
    """Asks as many questions as there are steps; the last answer writes one row."""

    def __init__(self, steps: tuple[str, ...], sessions: async_sessionmaker[Any]) -> None:
        self.steps = steps
        self.sessions = sessions
        self.states = [State(f"question_{number}", "form") for number in range(len(steps))]

    def register(self, dispatcher: Dispatcher) -> None:
        """One handler for each state, by the kind of its answer."""
        dispatcher.message.register(self.begin, Command("contribute"))
        for kind, state in zip(self.steps, self.states, strict=True):
            if kind == "say":
                dispatcher.message.register(self.heard, StateFilter(state))
            else:
                dispatcher.callback_query.register(self.tapped, StateFilter(state))

    async def begin(self, message: types.Message, state: FSMContext) -> None:
        """The command."""
        await state.clear()
        await self.ask(message, state, 0)

    async def heard(self, message: types.Message, state: FSMContext) -> None:
        """A typed answer."""
        await self.keep(message, state, message.text or "")

    async def tapped(self, query: types.CallbackQuery, state: FSMContext) -> None:
        """A tapped answer."""
        await query.answer()
        if isinstance(query.message, types.Message):
            await self.keep(query.message, state, query.data or "")

    async def keep(self, message: types.Message, state: FSMContext, answer: str) -> None:
        """Keeps an answer and goes on."""
        name = await state.get_state()
        number = int((name or "0").rpartition("_")[2])
        answers = await state.update_data({f"answer_{number}": answer})
        if number + 1 < len(self.steps):
            await self.ask(message, state, number + 1)
            return
        async with self.sessions.begin() as session:
            session.add(Contribution(chat_id=message.chat.id, answers=json.dumps(answers)))
        await state.clear()
        await message.answer("Dạ, cháu đã ghi khoản đóng góp của bác rồi ạ.")

    async def ask(self, message: types.Message, state: FSMContext, number: int) -> None:
        """Asks a question, with two buttons where one is to be tapped."""
        await state.set_state(self.states[number])
        markup = None
        if self.steps[number] == "tap":
            keys = [
                types.InlineKeyboardButton(text=text, callback_data=f"{number}:{text}")
                for text in ("Có", "Không")
            ]
            markup = types.InlineKeyboardMarkup(inline_keyboard=[keys])
        await message.answer(f"Dạ, câu hỏi thứ {number + 1} ạ?", reply_markup=markup)


async def main(kept_in: str) -> None:
    """Runs until it is stopped."""
    where = told()
    engine, sessions = await open_database(where.database)
    storage = SqliteStorage(sessions) if kept_in == "sqlite" else MemoryStorage()
    dispatcher = Dispatcher(storage=storage)
    Form(where.steps, sessions).register(dispatcher)
    try:
        await aiogram_running.run(dispatcher, where)
    finally:
        await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
