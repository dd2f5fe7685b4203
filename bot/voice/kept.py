"""What was spoken once is kept as files for a week, within a size, and then forgotten.

Sentences hold names and sums, so a file is gone seven days after it was made, however often it was
heard, as raw messages are (club rules, G.2). Several processes may share the folder.
"""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.voice.ogg import opus_seconds
from bot.voice.voices import Recording

KEPT_FOR = timedelta(days=7)
MOST_BYTES = 64 * 1024 * 1024
_ENDING = ".ogg"
_UNFINISHED = ".part"


def key_of(voice: str, language: str, words: str) -> str:
    """The name under which a voice's words are kept."""
    text = "\0".join((voice, language, words))
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class KeptRecordings:
    """A folder of recordings, readable by its owner alone. A disk that fails keeps nothing."""

    folder: Path
    most_bytes: int = MOST_BYTES

    def find(self, key: str, now: datetime) -> Recording | None:
        """The recording, if it was made within the last seven days and is whole."""
        file = self.folder / f"{key}{_ENDING}"
        try:
            if file.stat().st_mtime < (now - KEPT_FOR).timestamp():
                return None
            content = file.read_bytes()
            return Recording(content, opus_seconds(content))
        except (OSError, ValueError):
            return None

    def keep(self, key: str, recording: Recording, now: datetime) -> None:
        """Keep it: whole or not at all, whoever else writes the same."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(suffix=_UNFINISHED, dir=self.folder)
            part = Path(name)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(recording.content)
                os.utime(part, (now.timestamp(), now.timestamp()))
                part.replace(self.folder / f"{key}{_ENDING}")
            except OSError:
                part.unlink(missing_ok=True)

    def forget(self, now: datetime) -> int:
        """Remove what is over seven days old, then the oldest until the rest fits; how many."""
        too_old = (now - KEPT_FOR).timestamp()
        files = sorted(self._files(), reverse=True)
        room, gone = self.most_bytes, 0
        for made_at, size, file in files:
            room -= size
            if made_at < too_old or room < 0:
                with contextlib.suppress(OSError):
                    file.unlink()
                    gone += 1
        return gone

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """When each was made, its size, and where it is; parts that a dead process left too."""
        with contextlib.suppress(OSError):
            for file in self.folder.iterdir():
                if file.suffix in {_ENDING, _UNFINISHED}:
                    with contextlib.suppress(OSError):
                        about = file.stat()
                        yield about.st_mtime, about.st_size, file
