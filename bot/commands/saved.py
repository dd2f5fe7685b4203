"""What a command made, on the screen or in a file."""

import argparse
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from bot.settings import WrongSetting
from messages.papers.kinds import Drawn


def form_arguments(parser: argparse.ArgumentParser, forms: Sequence[str]) -> None:
    """In which form (`form`, text first), and into which file (`output`)."""
    parser.add_argument(
        "--as", dest="form", choices=forms, default="text", help="text if nothing is said"
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="instead of the screen; png, pdf and xlsx go into a file in any case",
    )


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
    """All of it or nothing: what was there stays until the new one is whole."""
    try:
        if file.exists() and not file.is_file():
            file.write_bytes(content)  # a pipe, or the screen by its name
        else:
            _replace(file.resolve(), content)
    except OSError as error:
        raise WrongSetting(f"{file} cannot be written: {error.strerror}") from None


def _replace(file: Path, content: bytes) -> None:
    # A name that nobody can guess, and made here: in a folder that is open to others a link could
    # lie at it, and lead to any file.
    begun = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    made = begun.open("xb")
    try:
        with made:
            if file.exists():
                # Before anything stands in it that not everybody may read.
                begun.chmod(file.stat().st_mode)
            made.write(content)
            made.flush()
            os.fsync(made.fileno())
        begun.replace(file)
    except BaseException:
        begun.unlink(missing_ok=True)
        raise
