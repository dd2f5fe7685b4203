"""A sealed file: gzip in age, a published format (C2SP age v1), so that a backup can be opened with
standard tools too: `age -d -i KEY FILE | zcat`.

Whoever seals needs the public key only: a machine that is stolen cannot open its own backups. The
whole content is never in memory.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from pyrage import DecryptError, IdentityError, RecipientError, decrypt_io, encrypt_io, x25519

_GZIP = 31
_LEVEL = 3
LONGEST_LINE_BYTES = 256 * 1024 * 1024


class NotOpened(Exception):
    """One line: why a sealed file cannot be opened, or not to its end."""


class WrongKey(Exception):
    """One line: what is wrong with a key."""


def new_key() -> tuple[str, str]:
    """A secret key and the public one that belongs to it, both as a line of text."""
    made = x25519.Identity.generate()
    return str(made), str(made.to_public())


def checked_public_keys(text: str) -> list[str]:
    """One or several public keys, with commas between them. Raises WrongKey."""
    keys = [each.strip() for each in text.split(",") if each.strip()]
    try:
        for each in keys:
            x25519.Recipient.from_str(each)
    except RecipientError:
        raise WrongKey("right would be age1…, as lien backup --new-key prints it") from None
    return keys


def seal(lines: Iterable[bytes], into: BinaryIO, *, keys: Iterable[str]) -> None:
    """Write the lines into the file, compressed and sealed for whoever has one of the keys.

    Raises what the lines raise, and OSError where the file takes no more.
    """
    source = _Pulled(_zipped(lines))
    try:
        encrypt_io(source, into, [x25519.Recipient.from_str(each) for each in keys])
    except Exception:
        if source.fault is not None:
            raise source.fault from None
        raise


def _zipped(lines: Iterable[bytes]) -> Iterator[bytes]:
    made = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    for line in lines:
        if piece := made.compress(line):
            yield piece
    yield made.flush()


class _Pulled:
    """Pieces as a file that is read; keeps the fault that reading it ended with."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = b""
        self._at = 0
        self.fault: BaseException | None = None

    def read(self, most: int = -1) -> bytes:
        """So many bytes at most; none at the end."""
        try:
            while self._at >= len(self._piece):
                self._piece, self._at = next(self._pieces), 0
        except StopIteration:
            return b""
        except BaseException as fault:
            self.fault = fault
            raise
        begin, self._at = self._at, len(self._piece) if most < 0 else self._at + most
        return self._piece[begin : self._at]


def opened(file: BinaryIO, key: str, line: Callable[[bytes], None]) -> None:
    """Hand every line of a sealed file to `line`, in order; each piece is genuine, and only a
    return says that the file is whole.

    Raises NotOpened, and what `line` raises.
    """
    into = _Pushed(line)
    try:
        decrypt_io(file, into, [x25519.Identity.from_str(key)])
    except IdentityError:
        raise NotOpened("the key is no secret key; right would be AGE-SECRET-KEY-1…") from None
    except DecryptError as error:
        wrong_key = "No matching keys" in str(error)
        raise NotOpened(
            "this key does not open the file; right would be the one made together with the "
            "public key in LIEN_BACKUP_KEY"
            if wrong_key
            else "this file is no backup of Liên, or its beginning is damaged"
        ) from None
    except (OSError, zlib.error):
        raise NotOpened("the file is damaged or cut off; please take another backup") from None
    into.end()


class _Pushed:
    """A file that is written: takes compressed bytes and hands on whole lines."""

    def __init__(self, line: Callable[[bytes], None]) -> None:
        self._line = line
        self._plain = zlib.decompressobj(_GZIP)
        self._rest: list[bytes] = []
        self._waiting = 0

    def write(self, piece: bytes) -> int:
        *whole, rest = self._plain.decompress(piece).split(b"\n")
        for each in whole:
            self._line(b"".join([*self._rest, each]))
            self._rest, self._waiting = [], 0
        self._rest.append(rest)
        self._waiting += len(rest)
        if self._waiting > LONGEST_LINE_BYTES:
            raise NotOpened("this file is no backup of Liên: a line of it never ends")
        return len(piece)

    def flush(self) -> None:
        """Everything is handed on as it comes."""

    def end(self) -> None:
        if not self._plain.eof or any(self._rest):
            raise NotOpened("the file is damaged or cut off; please take another backup")


def secret_key_in(file: Path) -> str:
    """The secret key that a file holds. Raises WrongKey."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise WrongKey(f"{file} cannot be read; it should hold the secret key") from None
    found = [each.strip() for each in lines if each.strip().startswith("AGE-SECRET-KEY-")]
    if len(found) != 1:
        raise WrongKey(f"{file} holds no secret key; right would be a line AGE-SECRET-KEY-1…")
    return found[0]
