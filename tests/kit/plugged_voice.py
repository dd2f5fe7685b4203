"""A voice as an operator plugs one in: reads a text, writes sound, or misbehaves.

`python -m tests.kit.plugged_voice WAY [FILE]`: what it was given is added to FILE.
"""

import shlex
import subprocess
import sys
import time
from pathlib import Path

from tests.kit.ogg_opus import silent_ogg_opus

CHARACTERS_A_SECOND = 12


def command(way: str, file: Path | None = None) -> str:
    """The command line, for LIEN_VOICE_COMMAND."""
    parts = [sys.executable, "-m", "tests.kit.plugged_voice", way]
    return shlex.join([*parts, str(file)] if file else parts)


def speak(way: str, file: str | None) -> int:
    """One text; the exit code."""
    if way == "deaf":
        sys.stdout.buffer.write(silent_ogg_opus(1))
        return 0
    text = sys.stdin.buffer.read().decode()
    if file is not None:
        with Path(file).open("a", encoding="utf-8") as kept:
            kept.write(text + "\n")
    if way == "hangs":
        # As a script around another program hangs: in a child of its own.
        subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], check=True)
    if way == "hangs after the first" and len(Path(str(file)).read_text().splitlines()) > 1:
        time.sleep(60)
    if way == "fails":
        return 3
    if way == "writes without end":
        while True:
            sys.stdout.buffer.write(bytes(65536))
    sound = b"not a sound" if way == "talks nonsense" else None
    sys.stdout.buffer.write(sound or silent_ogg_opus(1 + len(text) / CHARACTERS_A_SECOND))
    return 0


if __name__ == "__main__":
    sys.exit(speak(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
