"""What a command made, on the screen or in a file."""

import argparse
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
    try:
        file.write_bytes(content)
    except OSError as error:
        raise WrongSetting(f"{file} cannot be written: {error.strerror}") from None
