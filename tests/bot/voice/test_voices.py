"""Voices as programs: the real eSpeak NG and encoder, a plugged-in one, and bad ones."""

import asyncio
import shlex
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.settings import WrongSetting
from bot.voice import voices
from bot.voice.ogg import opus_seconds
from bot.voice.programs import ProgramFailed, run_program
from bot.voice.voices import CommandVoice, EspeakVoice, VoiceFailed, chosen_voice, tried_voice
from messages.speech.text import spoken
from tests.kit import plugged_voice
from tests.kit.ogg_opus import NotOggOpus, read_ogg_opus, silent_ogg_opus

QUESTION = spoken("Bác muốn đóng góp 1.500.000 đồng vào ngày 15/11/2026 ạ?", "vi")


def plugged(way: str, file: Path | None = None, *, seconds: float = 20) -> CommandVoice:
    return CommandVoice(tuple(shlex.split(plugged_voice.command(way, file))), seconds=seconds)


# The real one


async def test_espeak_says_a_question_as_ogg_opus_of_a_plausible_length(voice: EspeakVoice) -> None:
    made = await voice.speak(QUESTION, "vi")
    sound = read_ogg_opus(made.content)
    assert sound.channels == 1
    assert sound.seconds == pytest.approx(made.seconds)
    syllables = len(QUESTION.split())
    assert 0.2 * syllables < sound.seconds < 0.7 * syllables
    assert len(made.content) < 2_500 * sound.seconds


async def test_espeak_speaks_english_with_another_voice(voice: EspeakVoice) -> None:
    english, vietnamese = await voice.speak("no", "en"), await voice.speak("no", "vi")
    assert english.content != vietnamese.content


async def test_espeak_takes_a_text_for_a_text_whatever_stands_in_it(voice: EspeakVoice) -> None:
    made = await voice.speak("--version; rm -rf $(pwd) `id` 'x' \"y\" | cat", "vi")
    assert made.seconds > 2


async def test_the_figures_of_a_sum_are_heard_as_its_words(voice: EspeakVoice) -> None:
    """eSpeak writes down what it would say: the same for figures spelled out and for the words."""

    def phonemes(text: str) -> str:
        asked = [voice.espeak, "-v", "vi", "-q", "--ipa", "--stdin", "-b", "1"]
        found = subprocess.run(asked, input=text.encode(), capture_output=True, check=True)
        return found.stdout.decode()

    words = "một triệu không trăm linh năm nghìn đồng."
    assert phonemes(spoken("1.005.000 đồng", "vi")) == phonemes(words)
    assert phonemes("1.005.000 đồng.") != phonemes(words)


async def test_huge_text_is_too_much_for_a_message(
    voice: EspeakVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voices, "LONGEST_SECONDS", 5.0)
    with pytest.raises(VoiceFailed, match="too much"):
        await voice.speak("một hai ba bốn. " * 20, "vi")


# Plugged in


async def test_a_plugged_in_voice_is_given_the_words_and_gives_a_sound(tmp_path: Path) -> None:
    made = await plugged("speaks", tmp_path / "heard").speak(QUESTION, "vi")
    assert (tmp_path / "heard").read_text(encoding="utf-8") == QUESTION + "\n"
    assert read_ogg_opus(made.content).seconds == pytest.approx(made.seconds)


async def test_a_plugged_in_voice_may_write_wav(voice: EspeakVoice) -> None:
    command = CommandVoice((voice.espeak, "-v", "{language}", "--stdin", "--stdout"))
    made = await command.speak(QUESTION, "vi")
    assert read_ogg_opus(made.content).seconds > 3


async def test_a_voice_that_does_not_read_what_it_is_given_is_no_trouble() -> None:
    assert (await plugged("deaf").speak("a " * 500_000, "vi")).seconds == pytest.approx(1)


@pytest.mark.parametrize(
    ("way", "why"),
    [
        ("fails", "code 3"),
        ("talks nonsense", "no Ogg Opus"),
        ("writes without end", "more than"),
    ],
)
async def test_a_voice_that_misbehaves_fails_in_a_few_words(way: str, why: str) -> None:
    with pytest.raises(VoiceFailed, match=why):
        await plugged(way).speak("Dạ.", "vi")


async def test_a_voice_that_hangs_is_ended_with_whatever_it_has_started() -> None:
    begun = time.monotonic()
    with pytest.raises(VoiceFailed, match="took longer than 1 s"):
        await plugged("hangs", seconds=1.0).speak("Dạ.", "vi")
    assert time.monotonic() - begun < 15


async def test_a_child_that_holds_the_output_open_is_ended_too(tmp_path: Path) -> None:
    script = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', sys.argv[1]])"
    child = f"import time; time.sleep(3); open({str(tmp_path / 'alive')!r}, 'w')"
    arguments = [sys.executable, "-c", script, child]
    with pytest.raises(ProgramFailed, match="longer"):
        await run_program(arguments, b"", seconds=1, most_bytes=10)
    await asyncio.sleep(3)
    assert not (tmp_path / "alive").exists()


async def test_a_program_that_is_not_there_fails_in_a_few_words() -> None:
    with pytest.raises(VoiceFailed, match="no-such-voice cannot be started"):
        await replace(EspeakVoice(), espeak="/nonexistent/no-such-voice").speak("Dạ.", "vi")


# At the start


def test_without_the_programs_there_is_no_voice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chosen_voice("") is None
    assert voices.missing_programs() == ["espeak-ng", "opusenc"]


def test_a_voice_can_be_refused() -> None:
    assert chosen_voice("none") is None


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("no-such-program --fast", "there is no program no-such-program"),
        ('say "unfinished', "No closing quotation"),
    ],
)
def test_a_command_that_cannot_be_run_stops_the_start(command: str, why: str) -> None:
    with pytest.raises(WrongSetting, match=f"LIEN_VOICE_COMMAND: {why}"):
        chosen_voice(command)


async def test_a_command_is_tried_before_anybody_relies_on_it(tmp_path: Path) -> None:
    assert await tried_voice(plugged_voice.command("speaks"), "vi") is not None
    with pytest.raises(WrongSetting, match="right would be a program that reads a text"):
        await tried_voice(plugged_voice.command("talks nonsense"), "vi")


# The program's own reader of Ogg Opus


def test_both_readers_agree_on_how_long_a_sound_is() -> None:
    for seconds in (0.02, 1, 63.5):
        content = silent_ogg_opus(seconds)
        assert opus_seconds(content) == pytest.approx(read_ogg_opus(content).seconds)
        assert opus_seconds(content) == pytest.approx(seconds, abs=0.02)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"OggS",
        b"RIFF" + bytes(40),
        silent_ogg_opus(1)[:-1],
        silent_ogg_opus(1)[:100],
        silent_ogg_opus(1) + b"more",
        silent_ogg_opus(1).replace(b"OpusHead", b"OpusHeap"),
    ],
)
def test_neither_reader_takes_what_is_no_whole_ogg_opus(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        opus_seconds(content)
    with pytest.raises(NotOggOpus):
        read_ogg_opus(content)
