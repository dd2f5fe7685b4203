"""The form bots' database: SQLAlchemy over aiosqlite, WAL, synchronous=FULL as money needs it."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The form bots' tables."""


class Contribution(Base):
    """One finished talk."""

    __tablename__ = "contributions"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int]
    answers: Mapped[str]


class DialogueState(Base):
    """A form in the middle, where it is kept in the database."""

    __tablename__ = "dialogue_states"
    key: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str | None]
    answers: Mapped[str]


async def open_database(path: str) -> tuple[AsyncEngine, async_sessionmaker[Any]]:
    """An engine with the tables made, and its sessions."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}")

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        for setting in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {setting}")

    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    return engine, async_sessionmaker(engine, expire_on_commit=False)
