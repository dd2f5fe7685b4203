"""What `lien doctor` says of the voice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.voice.voices import EspeakVoice
from tests.kit.plugged_voice import command
from tests.kit.shell import shell_in

Doctor = Callable[[], tuple[int, str]]


@pytest.fixture
def doctor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Doctor:
    """Its line about the voice, and that of what to do; 1 where something is to be mended."""
    lien = shell_in(tmp_path, monkeypatch)

    def said() -> tuple[int, str]:
        lines = lien("doctor").out.splitlines()
        at = next(place for place, line in enumerate(lines) if " voice " in line)
        return int(lines[at].startswith("MEND")), " ".join(lines[at : at + 2])

    return said


def test_it_names_the_voice_and_where_recordings_are(doctor: Doctor, voice: EspeakVoice) -> None:
    mend, said = doctor()
    assert mend == 0
    assert voice.name in said
    assert "lien.voice" in said


def test_it_names_what_is_missing_and_how_to_get_it(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    mend, said = doctor()
    assert mend == 0
    assert "no espeak-ng, opusenc (sudo apt-get install espeak-ng opus-tools)" in said


def test_a_voice_that_does_not_speak_is_to_be_mended(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIEN_VOICE_COMMAND", command("fails"))
    mend, said = doctor()
    assert mend == 1
    assert "ended with code 3" in said


def test_no_voice_can_be_chosen(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIEN_VOICE_COMMAND", "none")
    mend, said = doctor()
    assert mend == 0
    assert "LIEN_VOICE_COMMAND is none" in said
