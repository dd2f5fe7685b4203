"""Recordings on disk: found for a week, within a size, whole or not at all."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.voice.kept import KEPT_FOR, KeptRecordings, key_of
from bot.voice.voices import Recording
from tests.kit.ogg_opus import silent_ogg_opus

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def recording(seconds: float = 1) -> Recording:
    return Recording(silent_ogg_opus(seconds), seconds)


def key(words: str = "Dạ.") -> str:
    return key_of("a voice", "vi", words)


def test_what_was_kept_is_found_again_with_its_length(tmp_path: Path) -> None:
    kept = KeptRecordings(tmp_path / "voice")
    kept.keep(key(), recording(2), NOW)
    assert kept.find(key(), NOW) == recording(2)
    assert kept.find(key("Khác."), NOW) is None


def test_another_voice_or_language_has_another_key() -> None:
    keys = {key_of(voice, language, "Dạ.") for voice in "ab" for language in ("vi", "en")}
    assert len(keys) == 4


def test_it_is_forgotten_after_a_week_however_often_it_was_heard(tmp_path: Path) -> None:
    kept = KeptRecordings(tmp_path)
    kept.keep(key(), recording(), NOW)
    assert kept.find(key(), NOW + KEPT_FOR) is not None
    assert kept.find(key(), NOW + KEPT_FOR + SECOND) is None
    assert kept.forget(NOW + KEPT_FOR) == 0
    assert kept.forget(NOW + KEPT_FOR + SECOND) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_oldest_go_first_where_there_is_no_room(tmp_path: Path) -> None:
    size = len(recording().content)
    kept = KeptRecordings(tmp_path, most_bytes=2 * size)
    for at, words in enumerate(("một", "hai", "ba")):
        kept.keep(key(words), recording(), NOW + at * SECOND)
    assert kept.forget(NOW + 3 * SECOND) == 1
    assert [kept.find(key(words), NOW) is None for words in ("một", "hai", "ba")] == [
        True,
        False,
        False,
    ]


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    kept = KeptRecordings(tmp_path / "voice")
    kept.keep(key(), recording(), NOW)
    [file] = kept.folder.iterdir()
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_damaged_file_is_not_sent(tmp_path: Path) -> None:
    kept = KeptRecordings(tmp_path)
    kept.keep(key(), recording(), NOW)
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:50])
    os.utime(file, (NOW.timestamp(), NOW.timestamp()))
    assert kept.find(key(), NOW) is None


def test_many_write_the_same_and_it_is_always_whole(tmp_path: Path) -> None:
    kept = KeptRecordings(tmp_path)

    def keep_and_find(_: int) -> Recording | None:
        kept.keep(key(), recording(3), NOW)
        return kept.find(key(), NOW)

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(keep_and_find, range(80)))
    assert all(each == recording(3) for each in found)
    assert [file.suffix for file in tmp_path.iterdir()] == [".ogg"]


def test_a_folder_that_cannot_be_written_keeps_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = KeptRecordings(tmp_path / "file" / "voice")
    kept.keep(key(), recording(), NOW)
    assert kept.find(key(), NOW) is None
    assert kept.forget(NOW) == 0
