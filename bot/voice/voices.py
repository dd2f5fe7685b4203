"""The voices: the one that every Debian has, and the one that an operator plugs in."""

import asyncio
import shlex
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.settings import WrongSetting
from bot.voice.ogg import opus_seconds
from bot.voice.programs import ProgramFailed, run_program

SECONDS_TO_SPEAK = 20.0
SECONDS_TO_ENCODE = 20.0
MOST_SOUND_BYTES = 16 * 1024 * 1024  # some three minutes as WAV
MOST_VOICE_BYTES = 1024 * 1024  # what Telegram plays as a voice message at once
LONGEST_SECONDS = 240.0
PACKAGES = ("espeak-ng", "opus-tools")
NO_VOICE = "none"

# Slower than its usual 175 words a minute, with a breath between words: for elderly ears.
_ESPEAK_PACE = ("-s", "140", "-g", "2")
_OPUSENC = (
    *("--quiet", "--bitrate", "12", "--speech", "--comp", "5", "--padding", "0"),
    *("--discard-comments", "--ignorelength", "-", "-"),
)
_TRIAL = {"vi": "Dạ, cháu là Liên.", "en": "My name is Liên."}


class VoiceFailed(Exception):
    """Why nothing was spoken, in a few words without what was to be said."""


@dataclass(frozen=True, slots=True)
class Recording:
    """Speech as Ogg Opus, and how long it is in seconds."""

    content: bytes
    seconds: float


class Voice(Protocol):
    """Speaks words. `name` changes whenever the same words would sound otherwise."""

    @property
    def name(self) -> str: ...

    async def speak(self, words: str, language: str) -> Recording:
        """The words as sound. Raises VoiceFailed."""


@dataclass(frozen=True, slots=True)
class EspeakVoice:
    """eSpeak NG, which builds its sound by formulas: small and quick, and plainly a machine."""

    espeak: str = "espeak-ng"
    opusenc: str = "opusenc"
    seconds: float = SECONDS_TO_SPEAK

    @property
    def name(self) -> str:
        return " ".join(("espeak-ng", *_ESPEAK_PACE))

    async def speak(self, words: str, language: str) -> Recording:
        arguments = [self.espeak, "-v", language, *_ESPEAK_PACE, "-b", "1", "--stdin", "--stdout"]
        sound = await _run(arguments, words.encode(), self.seconds)
        return await _as_recording(sound, self.opusenc)


@dataclass(frozen=True, slots=True)
class CommandVoice:
    """Any program that reads a text and writes Ogg Opus or WAV; {language} in it is vi or en."""

    arguments: tuple[str, ...]
    opusenc: str = "opusenc"
    seconds: float = SECONDS_TO_SPEAK

    @property
    def name(self) -> str:
        return shlex.join(self.arguments)

    async def speak(self, words: str, language: str) -> Recording:
        arguments = [each.replace("{language}", language) for each in self.arguments]
        return await _as_recording(
            await _run(arguments, words.encode(), self.seconds), self.opusenc
        )


async def _run(arguments: Sequence[str], given: bytes, seconds: float) -> bytes:
    try:
        return await run_program(arguments, given, seconds=seconds, most_bytes=MOST_SOUND_BYTES)
    except ProgramFailed as error:
        raise VoiceFailed(str(error)) from None


async def _as_recording(sound: bytes, opusenc: str) -> Recording:
    if sound.startswith(b"RIFF"):
        sound = await _run([opusenc, *_OPUSENC], sound, SECONDS_TO_ENCODE)
    try:
        seconds = opus_seconds(sound)
    except ValueError as error:
        raise VoiceFailed(f"what was written is no Ogg Opus or WAV: {error}") from None
    if len(sound) > MOST_VOICE_BYTES or seconds > LONGEST_SECONDS:
        raise VoiceFailed(f"{seconds:.0f} s, {len(sound)} bytes are too much for a message")
    return Recording(sound, seconds)


def chosen_voice(command: str) -> Voice | None:
    """The voice of LIEN_VOICE_COMMAND; without one eSpeak NG; None where there is none.

    Raises WrongSetting for a command that cannot be run.
    """
    if command == NO_VOICE:
        return None
    if not command:
        return None if missing_programs() else EspeakVoice()
    return CommandVoice(_arguments(command))


def missing_programs() -> list[str]:
    """Which programs of the usual voice this machine lacks."""
    return [each for each in ("espeak-ng", "opusenc") if shutil.which(each) is None]


def _arguments(command: str) -> tuple[str, ...]:
    try:
        arguments = tuple(shlex.split(command))
    except ValueError as error:
        raise WrongSetting(f"LIEN_VOICE_COMMAND: {error}") from None
    if not arguments or shutil.which(arguments[0]) is None:
        name = Path(arguments[0]).name if arguments else command
        raise WrongSetting(f"LIEN_VOICE_COMMAND: there is no program {name}")
    return arguments


async def tried_voice(command: str, language: str) -> Voice | None:
    """The chosen voice after it has said a few words. Raises WrongSetting, in one line."""
    voice = await asyncio.to_thread(chosen_voice, command)
    if voice is None:
        return None
    try:
        await voice.speak(_TRIAL[language], language)
    except VoiceFailed as error:
        if not command:
            return None
        raise WrongSetting(
            f"LIEN_VOICE_COMMAND: {error}; right would be a program that reads a text and "
            "writes Ogg Opus or WAV"
        ) from None
    return voice
