"""The voice of this start, from the settings, with the folder in which recordings are kept."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.clock import Clock
from bot.settings import Settings
from bot.voice.kept import KeptRecordings
from bot.voice.reading import ReadingAloud
from bot.voice.voices import NO_VOICE, PACKAGES, missing_programs, tried_voice
from scheduler.clock_face import knocking
from storage.store import Store, sqlite_file

log = logging.getLogger("lien.voice")

SECONDS_BETWEEN = 3600


async def opened_reading(settings: Settings, clock: Clock) -> ReadingAloud | None:
    """Reading aloud, ready to be run; None where there is no voice.

    Raises WrongSetting where LIEN_VOICE_COMMAND does not speak.
    """
    voice = await tried_voice(settings.voice_command, settings.language)
    if voice is None:
        log.info("nothing is read aloud: %s", why_silent(settings))
        return None
    return ReadingAloud(voice, KeptRecordings(folder_of(settings)), clock)


def why_silent(settings: Settings) -> str:
    """Why there is no voice, and how to get one."""
    if settings.voice_command == NO_VOICE:
        return f"LIEN_VOICE_COMMAND is {NO_VOICE}"
    missing = ", ".join(missing_programs())
    return f"there is no {missing} (sudo apt-get install {' '.join(PACKAGES)})"


def folder_of(settings: Settings) -> Path:
    """LIEN_VOICE_FOLDER; without it beside the database file, or in the user's cache."""
    if settings.voice_folder:
        return Path(settings.voice_folder)
    store = Store(settings.database_url)
    file = sqlite_file(store.url)
    store.close_now()
    return Path.home() / ".cache/lien/voice" if file is None else file.with_suffix(".voice")


@asynccontextmanager
async def forgetting_recordings(
    reading: ReadingAloud | None, settings: Settings
) -> AsyncIterator[None]:
    """Recordings are forgotten at the start and then every hour, until the block ends."""
    if reading is None:
        yield
        return
    async with knocking(reading.forget, timezone=settings.timezone, seconds=SECONDS_BETWEEN):
        yield
