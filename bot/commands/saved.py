"""What a command made, on the screen or in a file."""

from pathlib import Path

from bot.settings import WrongSetting
from messages.papers.kinds import Drawn


def put(text: str, file: Path | None) -> None:
    """On the screen, or in the file."""
    if file is None:
        print(text)
        return
    _write(file, f"{text}\n".encode())


def save(paper: Drawn, file: Path | None) -> None:
    """Into the file, or into one of its own name, which is said."""
    chosen = file or Path(paper.file_name)
    _write(chosen, paper.content)
    if file is None:
        print(chosen)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise WrongSetting(f"{file} cannot be written: {error.strerror}") from None
